"""What the page of orders says, before anything is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from closet_app.domain.profit import Step, StepKind
from closet_app.domain.status import LineState
from closet_app.errors import InvalidValueError
from closet_app.services import order_steps, order_views, tasks
from closet_app.services.closet import Closet
from closet_app.services.listings import set_listing
from closet_app.services.orders import edit_order
from closet_app.services.records import OrderRow, OrderView
from closet_app.services.shop import edit_shop
from closet_app.ui.orders.faces import (
    due_of,
    first_name,
    line_detail,
    ordinal,
    pieces_heading,
    pill_of,
    proposed_message,
    spoken,
)
from closet_app.ui.orders.money_section import doubts_of
from closet_app.ui.orders.money_words import rule_words, share_words, waterfall_steps
from closet_app.ui.orders.side_cards import take_down_words
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.orders.stations import stations_of
from closet_app.ui.orders.ways import refundable, returnable, ways_back
from tests.closets import TODAY, add, new_closet, sell, usd


@pytest.fixture
def closet(tmp_path: Path) -> Iterator[Closet]:
    made = new_closet(tmp_path / "closet")
    yield made
    made.close()


@pytest.fixture
def speech(closet: Closet) -> Speech:
    return speech_of(closet)


@pytest.fixture
def bundle(closet: Closet) -> OrderView:
    ids = [add(closet, cost_price=usd(cost)) for cost in ("5", "8", "6")]
    order_id = sell(
        closet, ids, ("26", "38", "30"), buyer_name="Renata Okafor", discount=usd("9.40"),
        shipping=usd("6.50"), own_label=True, postage=usd("7.38"), supplies=usd("1.45"),
    )  # fmt: skip
    return order_views.order(closet, order_id)


def row_of(closet: Closet, view: OrderView) -> OrderRow:
    groups = ("to_pack", "shipped", "done")
    rows = [row for group in groups for row in order_views.list_orders(closet, group)]
    return next(row for row in rows if row.id == view.id)


def test_a_row_says_by_when_and_warns_from_that_day_on(
    closet: Closet, bundle: OrderView, speech: Speech
) -> None:
    row = row_of(closet, bundle)
    said = {
        3: ("Ship by Wed", False),
        1: ("Ship by Mon", False),
        0: ("Ship today", True),
        -1: ("Ship by Nov 21", True),
        9: ("Ship by Dec 1", False),
    }
    for days, (words, urgent) in said.items():
        due = due_of(replace(row, ship_by=TODAY + timedelta(days=days)), speech)
        assert (due.words, due.urgent) == (words, urgent)
    packed = replace(row, status=LineState.PACKED, ship_by=TODAY + timedelta(days=1))
    assert due_of(packed, speech).words == "Packed, ship Mon"
    assert due_of(replace(row, status=LineState.SHIPPED), speech).words == "Sold Nov 22"
    assert due_of(replace(row, status=LineState.RETURNED), speech).words == "Returned"


def test_a_row_is_said_in_one_sentence(closet: Closet, bundle: OrderView, speech: Speech) -> None:
    row = replace(row_of(closet, bundle), ship_by=date(2026, 11, 20))
    assert spoken(row, speech) == (
        "Renata Okafor, 3 items, paid $91.10, eBay, order 1001, Ship by Nov 20, late"
    )


def test_the_waterfall_names_its_columns_for_the_order(bundle: OrderView, speech: Speech) -> None:
    steps = waterfall_steps(bundle.steps, bundle.marketplace, 3, speech)
    assert [(step.name, step.words) for step in steps[:3]] == [
        ("Items", "$94.00"),
        ("Bundle 10%", "−$9.40"),
        ("Shipping paid", "+$6.50"),
    ]
    assert steps[3].name == "eBay fee"
    assert (steps[-1].name, steps[-1].kind) == ("You keep", "keep")
    assert steps[-1].amount == bundle.profit.totals.profit.minor
    assert sum(step.amount for step in steps[:-1]) == steps[-1].amount


@pytest.mark.parametrize(
    ("pieces", "off", "name"), [(1, "3.40", "Discount 10%"), (2, "3.33", "Bundle")]
)
def test_a_discount_says_its_percents_when_they_are_whole(
    speech: Speech, pieces: int, off: str, name: str
) -> None:
    steps = (
        Step(StepKind.IN, "items", usd(34)),
        Step(StepKind.OUT, "discount", -usd(off)),
    )
    assert waterfall_steps(steps, "ebay", pieces, speech)[1].name == name


def test_the_share_is_that_of_what_was_paid(
    closet: Closet, bundle: OrderView, speech: Speech
) -> None:
    totals = bundle.profit.totals
    percent = round(100 * totals.profit.minor / totals.buyer_paid.minor)
    assert share_words(bundle, speech) == f"{percent}% of what Renata paid is yours"
    order_steps.refund(closet, bundle.id, 9110)
    short = share_words(order_views.order(closet, bundle.id), speech)
    assert short.startswith("Renata paid $91.10; you are $")
    given = order_views.order(closet, sell(closet, [add(closet)], ["0"]))
    assert share_words(given, speech) == ""


def test_stations_follow_the_order_to_the_door(
    closet: Closet, bundle: OrderView, speech: Speech
) -> None:
    order_id = bundle.id

    def stages() -> list[tuple[str, str]]:
        view = order_views.order(closet, order_id)
        return [(step.name, step.stage) for step in stations_of(view, speech)]

    first = stations_of(bundle, speech)
    assert first[0].caption == "Sun, Nov 22, 2:32 PM"
    assert first[1].caption == "0 of 3 steps"
    assert (first[2].caption, first[3].caption) == ("add tracking", "about Nov 29")
    assert [step.stage for step in first] == ["done", "now", "later", "later"]
    edit_order(closet, order_id, tracking="9400 1000")
    order_steps.mark_packed(closet, order_id)
    assert stages()[1:3] == [("Packed", "done"), ("Shipped", "now")]
    assert stations_of(order_views.order(closet, order_id), speech)[2].caption == "9400 1000"
    order_steps.mark_shipped(closet, order_id)
    assert stages()[2:] == [("Shipped", "done"), ("Delivered", "now")]
    order_steps.mark_delivered(closet, order_id)
    assert stages()[3] == ("Delivered", "done")
    order_steps.return_lines(closet, order_id, to_stock=True)
    assert stages() == [
        ("Sold", "done"), ("Shipped", "done"), ("Delivered", "done"), ("Returned", "now"),
    ]  # fmt: skip


def test_a_cancelled_order_has_two_stations(
    closet: Closet, bundle: OrderView, speech: Speech
) -> None:
    order_steps.cancel(closet, bundle.id)
    view = order_views.order(closet, bundle.id)
    assert [step.name for step in stations_of(view, speech)] == ["Sold", "Cancelled"]
    assert not any((ways_back(view).refund, ways_back(view).take_back, ways_back(view).cancel))


def test_what_was_sent_comes_back_and_what_was_not_is_called_off(
    closet: Closet, bundle: OrderView
) -> None:
    ways = ways_back(bundle)
    assert (ways.refund, ways.take_back, ways.cancel) == (True, False, True)
    order_steps.mark_shipped(closet, bundle.id)
    sent = order_views.order(closet, bundle.id)
    assert (ways_back(sent).take_back, ways_back(sent).cancel) == (True, False)
    order_steps.return_lines(closet, bundle.id, [bundle.lines[0].id], to_stock=True)
    assert len(returnable(order_views.order(closet, bundle.id))) == 2


def test_no_more_can_be_refunded_than_was_paid_and_not_given_back(
    closet: Closet, bundle: OrderView
) -> None:
    assert refundable(bundle) == usd("91.10") + bundle.tax
    order_steps.refund(closet, bundle.id, 1110)
    assert refundable(order_views.order(closet, bundle.id)) == usd(80) + bundle.tax


def test_a_piece_says_what_became_of_it(closet: Closet, bundle: OrderView) -> None:
    order_steps.mark_shipped(closet, bundle.id)
    first, second, _third = bundle.lines
    order_steps.return_lines(closet, bundle.id, [first.id], to_stock=True)
    order_steps.return_lines(closet, bundle.id, [second.id], to_stock=False)
    lines = order_views.order(closet, bundle.id).lines
    assert [line_detail(line) for line in lines] == ["back in stock", "returned", ""]


def test_a_message_is_proposed_until_one_is_written(closet: Closet, bundle: OrderView) -> None:
    words = "Hi Renata, your bundle is packed and on its way. Thank you!"
    assert proposed_message(bundle) == words
    unnamed = order_views.order(closet, sell(closet, [add(closet)], ["34"]))
    assert proposed_message(unnamed) == "Hi, your order is packed and on its way. Thank you!"
    assert pieces_heading(bundle) == "Bundle of 3"
    assert pieces_heading(unnamed) == "1 item"
    assert first_name(unnamed.buyer) == ""


def test_orders_of_a_buyer_are_counted_as_one_says_it() -> None:
    said = [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 102)]
    assert said == [
        "1st order", "2nd order", "3rd order", "4th order", "11th order", "12th order",
        "13th order", "21st order", "102nd order",
    ]  # fmt: skip


def test_pills_use_the_words_of_the_list() -> None:
    assert pill_of(LineState.SOLD) == ("to_pack", "To pack")
    assert pill_of(LineState.RETURNED) == ("returned", "Returned")


def test_what_is_not_known_is_said_beside_the_number(closet: Closet, bundle: OrderView) -> None:
    assert doubts_of(bundle) == ""
    item = add(closet, cost_price=None)
    view = order_views.order(closet, sell(closet, [item], ["20"], "whatnot"))
    assert doubts_of(view) == (
        "The fee is expected by a rule that is not verified. "
        f"What you paid is not known for {view.lines[0].sku}."
    )


def test_a_rule_says_its_source_and_when_it_was_checked(closet: Closet, speech: Speech) -> None:
    rule = closet.book.rule_for("ebay", TODAY)
    words = rule_words(rule, "ebay", speech)
    assert rule.source in words
    assert words.startswith("Fee by the rules of eBay (")
    assert "checked " in words
    assert rule_words(replace(rule, source="", note="No amounts are known."), "ebay", speech) == (
        "No amounts are known."
    )
    doubted = rule_words(replace(rule, unverified=True), "ebay", speech)
    assert doubted.endswith("This rule is not verified.")


def test_listings_that_are_still_up_are_named_once(closet: Closet, speech: Speech) -> None:
    item = add(closet)
    for place in ("ebay", "mercari", "poshmark"):
        set_listing(closet, item, place)
    order_id = sell(closet, [item], ["34"], "poshmark")
    downs = order_views.order(closet, order_id).take_downs
    assert take_down_words(downs, speech) == "Take down from eBay, Mercari"
    for down in downs:
        tasks.tick_take_down(closet, down.id)
    done = order_views.order(closet, order_id).take_downs
    assert take_down_words(done, speech) == "Taken down everywhere"


def test_amounts_are_read_as_the_shop_writes_them(closet: Closet, speech: Speech) -> None:
    assert speech.read_amount("$1,234.50") == usd("1234.50")
    with pytest.raises(InvalidValueError):
        speech.read_amount("-3")
    edit_shop(closet, locale="de_DE", country="DE")
    german = speech_of(closet)
    assert german.read_amount("1.234,50") == usd("1234.50")
    assert german.near_day(TODAY + timedelta(days=1)) == "Mo"
    assert german.read_day("23.11.2026") == date(2026, 11, 23)
