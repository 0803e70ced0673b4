"""Sales, their money, their way to the buyer and back."""

from __future__ import annotations

import pytest

from closet_app.domain.status import ItemStatus, LineState
from closet_app.errors import InvalidValueError, UserError
from closet_app.services import (
    gallery,
    history,
    items,
    order_steps,
    orders,
    pieces,
    stock,
    tasks,
)
from closet_app.services.closet import Closet
from closet_app.services.order_views import by_number, group_counts, list_orders, order
from closet_app.services.records import NewSale
from tests.closets import TODAY, add, sell, usd


def bundle(closet: Closet) -> int:
    """The order of the design: three pieces on eBay with the seller's own label."""
    costs = ("5", "8", "6")
    ids = [
        add(closet, title, cost_price=usd(cost)) for title, cost in zip("ABC", costs, strict=True)
    ]
    return sell(
        closet, ids, ["26", "38", "30"],
        discount=usd("9.40"), shipping=usd("6.50"), own_label=True, postage=usd("7.38"),
        supplies=usd("1.45"), fee_charged=usd("12.79"), buyer_name="Renata Okafor",
    )  # fmt: skip


def test_the_bundle_keeps_what_the_design_says(closet: Closet) -> None:
    view = order(closet, bundle(closet))
    assert [line.profit.profit for line in view.lines] == [usd("14.22"), usd("20.09"), usd("16.17")]
    assert view.profit.totals.profit == usd("50.48")
    assert [step.key for step in view.steps] == [
        "items", "discount", "shipping", "fee", "label", "supplies", "cost", "keep",
    ]  # fmt: skip


def test_poshmark_takes_its_fifth_and_keeps_the_shipping(closet: Closet) -> None:
    item_id = add(closet)
    view = order(closet, sell(closet, [item_id], ["34"], "poshmark", shipping=usd("6.49")))
    assert view.fee_expected == usd("6.80")
    assert view.profit.payout == usd("27.20")
    assert view.profit.totals.profit == usd("21.20")


def test_a_sale_turns_other_listings_into_tasks_until_they_are_ticked(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id], ["poshmark", "ebay", "mercari"])
    order_id = sell(closet, [item_id], ["34"], "poshmark")
    waiting = tasks.open_take_downs(closet)
    assert {each.marketplace for each in waiting} == {"ebay", "mercari"}
    assert {each.marketplace for each in order(closet, order_id).take_downs} == {"ebay", "mercari"}
    for each in waiting:
        tasks.tick_take_down(closet, each.id)
    assert tasks.open_take_downs(closet) == ()
    assert not any(listing.live for listing in pieces.piece(closet, item_id).listings)


def test_only_the_last_of_a_quantity_takes_the_piece_off(closet: Closet) -> None:
    item_id = add(closet, quantity=2)
    stock.mark_listed(closet, [item_id], ["poshmark", "ebay"])
    sell(closet, [item_id], ["34"], "poshmark")
    assert pieces.piece(closet, item_id).status is ItemStatus.LISTED
    assert tasks.open_take_downs(closet) == ()
    sell(closet, [item_id], ["34"], "poshmark")
    assert pieces.piece(closet, item_id).status is ItemStatus.SOLD
    with pytest.raises(UserError):
        sell(closet, [item_id], ["34"], "poshmark")


def test_the_same_piece_twice_in_one_order_needs_two_of_it(closet: Closet) -> None:
    item_id = add(closet, quantity=1)
    with pytest.raises(UserError):
        sell(closet, [item_id, item_id], ["34", "34"])
    items.edit(closet, [item_id], {"quantity": 2})
    view = order(closet, sell(closet, [item_id, item_id], ["34", "34"]))
    assert len(view.lines) == 2
    assert pieces.piece(closet, item_id).facts.quantity == 0


def test_an_order_goes_its_way_and_its_pieces_with_it(closet: Closet) -> None:
    order_id = bundle(closet)
    item_id = order(closet, order_id).lines[0].item_id or 0
    for step, state in (
        (order_steps.mark_packed, "packed"),
        (order_steps.mark_shipped, "shipped"),
        (order_steps.mark_delivered, "delivered"),
    ):
        step(closet, order_id)
        assert order(closet, order_id).status == state
        assert pieces.piece(closet, item_id).status == state
    with pytest.raises(UserError):
        order_steps.mark_packed(closet, order_id)


def test_a_cancelled_order_gives_everything_back(closet: Closet) -> None:
    order_id = bundle(closet)
    order_steps.cancel(closet, order_id)
    view = order(closet, order_id)
    assert view.status is LineState.CANCELLED
    assert view.profit.totals.profit == usd(0)
    assert gallery.find(closet, "status:draft") != []
    assert group_counts(closet) == {"to_pack": 0, "shipped": 0, "done": 1}


def test_a_shipped_order_cannot_be_cancelled(closet: Closet) -> None:
    order_id = bundle(closet)
    order_steps.mark_shipped(closet, order_id)
    with pytest.raises(UserError) as refused:
        order_steps.cancel(closet, order_id)
    assert "return" in refused.value.remedy


def test_a_return_to_stock_gives_the_cost_back(closet: Closet) -> None:
    order_id = bundle(closet)
    line = order(closet, order_id).lines[0]
    before = order(closet, order_id).profit.totals.profit
    order_steps.return_lines(closet, order_id, [line.id], to_stock=True)
    view = order(closet, order_id)
    assert view.profit.totals.profit == before + usd(5)
    assert pieces.piece(closet, line.item_id or 0).status in {ItemStatus.DRAFT, ItemStatus.LISTED}
    assert view.lines[0].restocked


def test_a_return_that_is_kept_apart_waits_as_returned(closet: Closet) -> None:
    item_id = add(closet)
    order_id = sell(closet, [item_id], ["34"])
    order_steps.return_lines(closet, order_id, to_stock=False)
    assert pieces.piece(closet, item_id).status is ItemStatus.RETURNED
    assert order(closet, order_id).profit.totals.cost == usd(6)


def test_a_refund_is_borne_and_never_more_than_was_paid(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"], "vinted")
    before = order(closet, order_id).profit.totals.profit
    order_steps.refund(closet, order_id, 500, TODAY, "Small stain")
    assert order(closet, order_id).profit.totals.profit == before - usd(5)
    with pytest.raises(UserError):
        order_steps.refund(closet, order_id, 2901)
    with pytest.raises(UserError):
        order_steps.refund(closet, order_id, 0)


def test_the_charged_fee_counts_when_it_is_known(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["34"], "poshmark")
    orders.edit_amounts(closet, order_id, fee_charged=usd("7.00"))
    assert order(closet, order_id).profit.totals.fee == usd(7)
    orders.edit_amounts(closet, order_id, fee_charged=None)
    assert order(closet, order_id).profit.totals.fee == usd("6.80")


def test_new_amounts_bring_a_new_expected_fee(closet: Closet) -> None:
    order_id = sell(closet, [add(closet)], ["20"], "ebay")
    orders.edit_amounts(closet, order_id, shipping=usd(6), tax=usd(2))
    assert order(closet, order_id).fee_expected == usd("4.21")
    with pytest.raises(InvalidValueError):
        orders.edit_amounts(closet, order_id, discount=usd(21))
    with pytest.raises(InvalidValueError):
        orders.edit_amounts(closet, order_id, tips=usd(1))


def test_one_more_piece_joins_an_open_order(closet: Closet) -> None:
    order_id = bundle(closet)
    orders.add_line(closet, order_id, add(closet, "D"), usd(10))
    view = order(closet, order_id)
    assert len(view.lines) == 4
    assert view.profit.totals.price == usd(104)
    order_steps.mark_shipped(closet, order_id)
    with pytest.raises(UserError):
        orders.add_line(closet, order_id, add(closet, "E"), usd(10))


def test_selling_is_refused_with_a_sentence_and_writes_nothing(closet: Closet) -> None:
    item_id = add(closet)
    with pytest.raises(InvalidValueError):
        orders.sell(
            closet, NewSale(item_ids=(item_id,), prices=(), marketplace="ebay", sold_on=TODAY)
        )
    with pytest.raises(UserError):
        sell(closet, [item_id], ["34"], "no such place")
    stock.trash(closet, [item_id])
    with pytest.raises(UserError):
        sell(closet, [item_id], ["34"])
    assert gallery.counts(closet).to_pack == 0


def test_undo_of_a_sale_leaves_no_trace_and_redo_brings_it_back(closet: Closet) -> None:
    item_id = add(closet)
    stock.mark_listed(closet, [item_id], ["ebay", "depop"])
    before = pieces.piece(closet, item_id)
    keep = gallery.cards(closet, [item_id])[0].keep
    order_id = sell(closet, [item_id], ["30"], "ebay", buyer_name="June Akers")
    sold = order(closet, order_id)
    history.undo(closet)
    assert pieces.piece(closet, item_id) == before
    assert gallery.cards(closet, [item_id])[0].keep == keep
    assert list_orders(closet, "to_pack") == []
    history.redo(closet)
    assert order(closet, order_id) == sold


def test_orders_are_found_by_number_buyer_and_tracking(closet: Closet) -> None:
    order_id = bundle(closet)
    orders.edit_order(closet, order_id, tracking="9400 1000", gift=True, note="Hi")
    assert by_number(closet, 1001) == order_id
    for text in ("renata", "1001", "9400", "jl-0002"):
        assert [row.id for row in list_orders(closet, "to_pack", text)] == [order_id]
    assert list_orders(closet, "to_pack", "nobody") == []


def test_a_buyer_who_comes_back_is_the_same_buyer(closet: Closet) -> None:
    first = sell(closet, [add(closet)], ["34"], buyer_name="Priya N.", buyer_handle="priya")
    second = sell(closet, [add(closet)], ["34"], buyer_name="Priya N.", buyer_handle="priya")
    one, two = order(closet, first).buyer, order(closet, second).buyer
    assert one is not None
    assert two is not None
    assert one.id == two.id
    assert two.order_count == 2


def test_packing_steps_are_ticked_and_unticked(closet: Closet) -> None:
    order_id = bundle(closet)
    order_steps.tick(closet, order_id, "pull", done=True)
    assert [step.key for step in order(closet, order_id).packing if step.done] == ["pull"]
    order_steps.tick(closet, order_id, "pull", done=False)
    assert not any(step.done for step in order(closet, order_id).packing)
