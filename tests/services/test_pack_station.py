"""What is to be packed, pulled from its bins and confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.services import history, order_steps, orders, supplies
from closet_app.services.closet import Closet
from closet_app.services.order_files import attach_labels, attach_parcel_photo
from closet_app.services.order_views import order
from closet_app.services.pack_station import check_piece, check_scanned, pull_list, to_pack
from closet_app.services.parcels import set_parcel, set_tracking
from closet_app.services.records import ShopStep
from closet_app.services.records.packing import PackOrder
from closet_app.services.shop import edit_shop
from tests.closets import TODAY, add, sell, usd
from tests.db.samples import dump


def sold(closet: Closet, *bins: str, days: int = 0, **more: Any) -> int:
    """An order of one piece from each bin, sold `days` ago."""
    ids = [add(closet, f"Piece of {place}", bin=place) for place in bins]
    when = TODAY - timedelta(days=days)
    return sell(closet, ids, ["20"] * len(ids), sold_on=when, **more)


def only(closet: Closet) -> PackOrder:
    """The one order there is."""
    (found,) = to_pack(closet).orders
    return found


def test_orders_wait_by_ship_by_date_and_then_by_their_first_bin(closet: Closet) -> None:
    far = sold(closet, "A-11")
    near = sold(closet, "B-1", "A-2")
    late = sold(closet, "Z-9", days=5)
    shipped = sold(closet, "A-1")
    order_steps.mark_shipped(closet, shipped)
    cancelled = sold(closet, "A-1")
    order_steps.cancel(closet, cancelled)
    found = to_pack(closet)
    assert [each.id for each in found.orders] == [late, near, far]
    assert [each.id for each in found.late] == [late]
    assert [len(each.pieces) for each in found.orders] == [1, 2, 1]
    assert [piece.bin for piece in found.orders[1].pieces] == ["A-2", "B-1"]


def test_the_bins_are_walked_once_and_each_piece_is_pulled_once(closet: Closet) -> None:
    first, second = sold(closet, "A-11", "A-2"), sold(closet, "A-2", "", days=1)
    stops = pull_list(closet)
    assert [stop.bin for stop in stops] == ["A-2", "A-11", ""]
    assert [pull.piece.order_id for pull in stops[0].pieces] == [second, first]
    assert [stop.bin for stop in pull_list(closet, [first])] == ["A-2", "A-11"]
    order_steps.mark_packed(closet, first)
    assert [stop.bin for stop in pull_list(closet)] == ["A-2", ""]


def test_a_buyer_without_an_address_is_told(closet: Closet) -> None:
    sold(closet, "A-1", buyer_name="Carmen Ruiz")
    assert only(closet).address_missing
    assert only(closet).buyer == "Carmen Ruiz"


def test_the_last_piece_in_hand_ticks_the_pulling(closet: Closet) -> None:
    order_id = sold(closet, "A-1", "A-2")
    one, two = (piece.line_id for piece in only(closet).pieces)
    check_piece(closet, one)
    assert not order(closet, order_id).packing[0].done
    check_piece(closet, two)
    assert order(closet, order_id).packing[0].done
    assert only(closet).all_checked
    check_piece(closet, one, done=False)
    assert not order(closet, order_id).packing[0].done
    assert [piece.checked for piece in only(closet).pieces] == [False, True]


def test_ticking_the_pulling_checks_every_piece_and_undo_takes_it_back(closet: Closet) -> None:
    order_id = sold(closet, "A-1", "A-2")
    before = only(closet)
    order_steps.tick(closet, order_id, "pull", done=True)
    assert only(closet).all_checked
    history.undo(closet)
    assert only(closet) == before


def test_a_piece_added_later_is_still_to_be_pulled(closet: Closet) -> None:
    order_id = sold(closet, "A-1")
    order_steps.tick(closet, order_id, "pull", done=True)
    orders.add_line(closet, order_id, add(closet), usd(9))
    assert not order(closet, order_id).packing[0].done
    assert [piece.checked for piece in only(closet).pieces] == [True, False]


def test_a_scanned_label_ticks_its_piece_once(closet: Closet) -> None:
    order_id = sold(closet, "A-1")
    sku = only(closet).pieces[0].sku
    scanned = check_scanned(closet, sku.lower())
    assert (scanned.fits, scanned.order_id) == (True, order_id)
    assert scanned.changed is not None
    assert only(closet).all_checked
    again = check_scanned(closet, sku)
    assert again.fits
    assert again.changed is None
    assert again.words == f"{sku} is checked already, for order 1001."


def test_a_wrong_piece_is_named(closet: Closet) -> None:
    sold(closet, "A-1")
    add(closet, "Not sold", sku="JL-0412")
    wrong = check_scanned(closet, "JL-0412")
    assert wrong.words == "This is JL-0412, which no order waits for."
    assert not wrong.fits
    assert not check_scanned(closet, "nonsense").fits
    assert check_scanned(closet, "").words == "No piece of this closet has that label."


def test_a_piece_of_another_parcel_is_not_ticked_while_one_is_in_hand(closet: Closet) -> None:
    one, other = sold(closet, "A-1"), sold(closet, "A-2", buyer_name="Hollis Tran", days=1)
    by_id = {each.id: each for each in to_pack(closet).orders}
    sku = by_id[other].pieces[0].sku
    wrong = check_scanned(closet, sku, in_hand=one)
    assert (wrong.fits, wrong.order_id, wrong.changed) == (False, other, None)
    assert wrong.words == f"{sku} is not in this parcel. It is for order 1002, Hollis Tran."
    assert check_scanned(closet, by_id[one].pieces[0].sku, in_hand=one).changed is not None
    assert check_scanned(closet, sku).changed is not None


def test_a_scanned_address_label_names_its_order(closet: Closet) -> None:
    order_id = sold(closet, "A-1", buyer_name="Hollis Tran")
    scanned = check_scanned(closet, "1001")
    assert (scanned.order_id, scanned.line_id, scanned.changed) == (order_id, None, None)
    assert scanned.words == "Order 1001, Hollis Tran."


def test_of_two_of_the_same_piece_the_scan_takes_the_one_that_is_packed_first(
    closet: Closet,
) -> None:
    item_id = add(closet, quantity=2, bin="A-1")
    early = sell(closet, [item_id], ["20"], sold_on=TODAY - timedelta(days=2))
    late = sell(closet, [item_id], ["20"])
    sku = only_sku(closet)
    assert check_scanned(closet, sku).order_id == early
    assert check_scanned(closet, sku).order_id == late
    assert check_scanned(closet, sku).changed is None


def only_sku(closet: Closet) -> str:
    """The number of the piece that every order is for."""
    (sku,) = {piece.sku for each in to_pack(closet).orders for piece in each.pieces}
    return sku


def test_the_weight_of_the_pieces_is_offered_when_all_are_known(closet: Closet) -> None:
    ids = [add(closet, weight=Weight.of(1, "lb")), add(closet)]
    order_id = sell(closet, ids[:1], ["20"])
    assert only(closet).weight_guess == "1 lb"
    orders.add_line(closet, order_id, ids[1], usd(5))
    assert only(closet).weight_guess == ""


def test_a_packed_order_waits_until_it_is_shipped(closet: Closet) -> None:
    order_id = sold(closet, "A-1")
    order_steps.mark_packed(closet, order_id)
    assert only(closet).status is LineState.PACKED
    order_steps.mark_shipped(closet, order_id)
    assert to_pack(closet).orders == ()


def test_what_came_back_from_a_packed_order_is_not_pulled(closet: Closet) -> None:
    order_id = sold(closet, "A-1", "B-2")
    order_steps.mark_packed(closet, order_id)
    gone = next(each.line_id for each in only(closet).pieces if each.bin == "B-2")
    order_steps.return_lines(closet, order_id, [gone], to_stock=True)
    pull = only(closet).steps[0]
    assert (pull.words, pull.detail) == ("Pull 1 item", "A-1")
    assert [each.bin for each in only(closet).pieces] == ["A-1"]


def test_an_order_whose_money_was_all_given_back_says_so(closet: Closet) -> None:
    order_id = sold(closet, "A-1", shipping=usd("6.50"), discount=usd(2))
    order_steps.refund(closet, order_id, 2449)
    assert not only(closet).refunded
    order_steps.refund(closet, order_id, 1)
    assert only(closet).refunded


TOUCHED = (
    "supply", "supply_lot", "supply_use", "packing_tick", "orders", "order_line", "order_file",
    "item",
)  # fmt: skip


def with_supplies(closet: Closet, tmp_path: Path) -> tuple[int, Path]:
    """An order under way whose first step takes from two lots, and a label that is a picture."""
    supply_id, _ = supplies.add_supply(closet, "Tissue")
    for count, cost in ((3, "1.00"), (2, "0.99")):
        supplies.buy_lot(closet, supply_id, count, usd(cost))
    steps = (ShopStep("Wrap", 30, supply_id, 4), ShopStep("Sticker", 10))
    edit_shop(closet, packing_steps=steps)
    label = tmp_path / "label.png"
    Image.new("L", (400, 600), "white").save(label)
    return sold(closet, "A-1", "B-2"), label


NUMBER = "9400 1000 0000 0000 0000 13"
PACKING: dict[str, Callable[[Closet, int, Path], object]] = {
    "pulled": lambda closet, order_id, _: order_steps.tick(closet, order_id, "pull", done=True),
    "wrapped": lambda closet, order_id, _: order_steps.tick(closet, order_id, "wrap", done=True),
    "sticker": lambda closet, order_id, _: order_steps.tick(closet, order_id, "sticker", done=True),
    "weighed": lambda closet, order_id, _: set_parcel(closet, order_id, Weight(9), "14 × 10"),
    "labels": lambda closet, order_id, file: attach_labels(closet, [(order_id, file)]),
    "photo": attach_parcel_photo,
    "tracking": lambda closet, order_id, _: set_tracking(
        closet, order_id, "9400100000000000000013"
    ),
    "packed": lambda closet, order_id, _: order_steps.mark_packed(closet, order_id),
    "unwrapped": lambda closet, order_id, _: order_steps.tick(closet, order_id, "wrap", done=False),
    "shipped": lambda closet, order_id, _: order_steps.mark_shipped(closet, order_id),
}
"""An evening's actions in their order."""


def test_each_action_of_an_evening_is_undone_and_done_again_to_the_letter(
    closet: Closet, tmp_path: Path
) -> None:
    order_id, label = with_supplies(closet, tmp_path)
    for name, act in PACKING.items():
        before = dump(closet.database, *TOUCHED)
        act(closet, order_id, label)
        after = dump(closet.database, *TOUCHED)
        history.undo(closet)
        assert dump(closet.database, *TOUCHED) == before, name
        history.redo(closet)
        assert dump(closet.database, *TOUCHED) == after, name
        assert after != before, name
