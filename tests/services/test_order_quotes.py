"""Money worked out while it is typed: the same as what is kept afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from closet_app.errors import InvalidValueError, UserError
from closet_app.services import order_views, orders
from closet_app.services.buyers import add_buyer, find_buyers
from closet_app.services.closet import Closet
from closet_app.services.history import undo
from closet_app.services.order_quotes import quote_amounts, quote_sale
from closet_app.services.order_steps import return_lines
from tests.closets import TODAY, add, sell, usd


def test_a_quoted_sale_is_what_the_sale_then_leaves(closet: Closet) -> None:
    ids = [add(closet), add(closet, "Denim chore jacket", asking=usd(52))]
    sale = replace(orders.sale_defaults(closet, ids, "ebay"), shipping=usd("6.50"), own_label=True)
    quoted = quote_sale(closet, sale)
    order_id, _ = orders.sell(closet, sale)
    made = order_views.order(closet, order_id)
    assert (quoted.profit, quoted.steps) == (made.profit, made.steps)
    assert quoted.fee.total == made.fee_expected
    assert quoted.fee.rule.id == made.fee_rule


def test_quoting_a_sale_to_somebody_new_keeps_nobody(closet: Closet) -> None:
    sale = orders.sale_defaults(closet, [add(closet)], "ebay")
    quote_sale(closet, replace(sale, buyer_name="Renata Okafor"))
    assert find_buyers(closet, "") == ()


def test_a_piece_that_is_gone_cannot_be_quoted(closet: Closet) -> None:
    item = add(closet)
    sale = orders.sale_defaults(closet, [item], "ebay")
    sell(closet, [item], ["34"])
    with pytest.raises(UserError):
        quote_sale(closet, sale)


def test_quoted_amounts_are_what_the_order_then_says(closet: Closet) -> None:
    order_id = sell(closet, [add(closet), add(closet)], ["34", "20"])
    wanted = {"discount": usd(4), "postage": usd("7.38"), "fee_charged": usd("5.01")}
    prices = (usd(30), usd(25))
    quoted = quote_amounts(closet, order_id, own_label=True, prices=prices, **wanted)
    before = order_views.order(closet, order_id)
    orders.edit_amounts(closet, order_id, own_label=True, prices=prices, **wanted)
    after = order_views.order(closet, order_id)
    assert before.profit != after.profit == quoted.profit
    assert quoted.fee.total == after.fee_expected


def test_a_discount_above_the_prices_is_refused_when_kept(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"])
    with pytest.raises(InvalidValueError):
        orders.edit_amounts(closet, order_id, discount=usd(35))


def test_naming_the_buyer_of_an_order_is_one_step(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"])
    changed = add_buyer(closet, order_id, name="Hollis Tran", city="Riverbend", country="US")
    buyer = order_views.order(closet, order_id).buyer
    assert buyer is not None
    assert (buyer.name, buyer.address.city) == ("Hollis Tran", "Riverbend")
    assert order_id in changed.orders
    undo(closet)
    assert order_views.order(closet, order_id).buyer is None


def test_a_returned_piece_says_when_it_came_back(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"])
    return_lines(closet, order_id, to_stock=False)
    assert order_views.order(closet, order_id).lines[0].returned_on == TODAY


def test_a_weight_is_said_in_the_units_of_the_shop(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"])
    orders.edit_order(closet, order_id, weight_mg=1_000_000)
    assert order_views.order(closet, order_id).weight_words == "2 lb 3.3 oz"
