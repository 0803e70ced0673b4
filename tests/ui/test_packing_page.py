"""The pack station: from the list to shipped by keys, right and wrong pieces, papers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.money import Money
from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.services import buyers, items, order_steps, orders, supplies
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.orders.pick_dialog import PickDialog
from closet_app.ui.printing.room_door import Visit
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import TODAY, add
from tests.ui.packing_stage import HELD, KEY, Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")
CONTROL, BOTH = HELD.ControlModifier, HELD.ControlModifier | HELD.ShiftModifier


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("packing") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    stand.room.visits.clear()
    yield from stand.serve(qtbot)


def titles(desk: Stage) -> list[str]:
    """The names of the rows at the left."""
    return [face.title for face in desk.pack.list.list.rows.rows]


def test_nothing_to_pack_says_so_and_offers_a_sale(desk: Stage) -> None:
    add(desk.closet)
    page = desk.go()
    assert page.empty.isVisible()
    desk.press("Mark something sold", page.empty)
    assert desk.dialog(PickDialog).isVisible()


def test_orders_stand_by_day_and_the_first_is_in_hand(desk: Stage) -> None:
    desk.sold("B-02", buyer_name="Later")
    late = desk.sold("Z-01", days=9, buyer_name="Late")
    page = desk.go()
    QAbstractItemModelTester(page.list.list.rows)
    assert titles(desk) == ["Late", "Later"]
    assert page.bench.order_id == late
    assert [face.urgent for face in page.list.list.rows.rows] == [True, False]
    assert page.order.head.day.text().startswith("Late: ship by ")
    assert page.list.list.rows.rows[0].spoken == (
        "Late, eBay, order 1002, Piece of Z-01, ship by Nov 16, late, 0 of 1 in hand"
    )
    assert page.list.list.hasFocus()


def test_from_the_list_to_shipped_by_keys_alone(desk: Stage) -> None:
    first, second = desk.sold("A-01", "A-02", days=2), desk.sold("C-01", days=1)
    page = desk.go()
    desk.hit(KEY.Key_Space)
    assert desk.checked(first) == [True, False]
    assert page.order.in_hand.text() == "1 of 2 in hand"
    desk.hit(KEY.Key_2)
    assert desk.checked(first) == [True, True]
    desk.hit(KEY.Key_1)
    assert desk.checked(first) == [False, True]
    for _ in range(5):
        desk.hit(KEY.Key_Space)
    assert all(step.done for step in desk.waiting(first).steps)
    desk.hit(KEY.Key_T)
    assert page.order.parcel.tracking.line.hasFocus()
    QTest.keyClicks(page.order.parcel.tracking.line, "9400 1118")
    desk.hit(KEY.Key_Return)
    assert page.list.list.hasFocus()
    assert desk.waiting(first).tracking == "94001118"
    desk.hit(KEY.Key_Return, CONTROL)
    assert desk.order(first).status is LineState.PACKED
    assert page.bench.order_id == second
    desk.hit(KEY.Key_Up)
    assert page.bench.order_id == first
    assert page.side.foot.ship_button.kind == "primary"
    assert not page.side.foot.pack_button.isVisible()
    desk.hit(KEY.Key_Return, BOTH)
    assert desk.order(first).status is LineState.SHIPPED
    assert desk.toast() == "Marked the order shipped"
    assert page.bench.order_id == second
    assert len(titles(desk)) == 1
    desk.desk.undo()
    desk.rest()
    assert desk.order(first).status is LineState.PACKED
    assert len(titles(desk)) == 2


def test_quick_ticks_each_count(desk: Stage) -> None:
    order_id = desk.sold("A-01", "A-02", "A-03")
    page = desk.go()
    for _ in range(3):
        desk.qtbot.keyClick(page.list.list, KEY.Key_Space)
    desk.rest()
    assert desk.checked(order_id) == [True, True, True]
    assert page.order.in_hand.text() == "3 of 3 in hand"


def test_open_steps_are_asked_about_once(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    desk.go()
    desk.qtbot.keyClick(desk.pack.list.list, KEY.Key_Return, CONTROL)
    question = desk.dialog(ConfirmDialog)
    desk.press("Keep packing", question)
    assert desk.order(order_id).status is LineState.SOLD
    desk.hit(KEY.Key_Return, CONTROL)
    assert desk.order(order_id).status is LineState.PACKED


def test_a_scanned_label_ticks_its_piece_wherever_the_focus_is(desk: Stage) -> None:
    order_id = desk.sold("A-01", "A-02")
    page = desk.go()
    first, second = desk.waiting(order_id).pieces
    desk.scan(first.sku)
    assert desk.checked(order_id) == [True, False]
    assert page.list.scan.notes["ok"].isVisible()
    page.side.foot.pack_button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.scan(second.sku.lower())
    assert desk.checked(order_id) == [True, True]
    assert desk.order(order_id).status is LineState.SOLD
    assert page.list.scan.checked is not None
    assert page.list.scan.checked.words == f"{second.sku} is for order 1001, Renata Okafor."


def test_a_piece_of_another_parcel_is_called_wrong_and_leads_to_its_order(desk: Stage) -> None:
    order_id = desk.sold("A-01", "A-02", days=1)
    other = desk.sold("B-01", buyer_name="Hollis Tran")
    page = desk.go()
    desk.hit(KEY.Key_Space)
    sku = desk.waiting(other).pieces[0].sku
    desk.scan(sku)
    note = page.list.scan.notes["bad"]
    assert note.isVisible()
    assert page.list.scan.line.accessibleDescription() == (
        f"{sku} is not in this parcel. It is for order 1002, Hollis Tran."
    )
    assert (desk.checked(other), page.bench.order_id) == ([False], order_id)
    desk.press("Go to that order", note)
    assert page.bench.order_id == other
    assert not note.isVisible()
    desk.scan(sku)
    assert desk.checked(other) == [True]


def test_a_piece_that_no_order_waits_for_is_called_wrong(desk: Stage) -> None:
    desk.sold("A-01")
    add(desk.closet, "Not sold", sku="JL-0412")
    page = desk.go()
    desk.scan("JL-0412")
    checked = page.list.scan.checked
    assert checked is not None
    assert checked.words == "This is JL-0412, which no order waits for."
    assert page.list.scan.notes["bad"].isVisible()
    assert not page.list.scan.notes["ok"].isVisible()


def test_words_typed_by_hand_go_to_the_scan_field(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    sku = desk.waiting(order_id).pieces[0].sku
    desk.hit(KEY.Key_J)
    line = page.list.scan.line
    assert (line.hasFocus(), line.text()) == (True, "j")
    QTest.keyClicks(line, sku[1:])
    desk.hit(KEY.Key_Return)
    assert desk.checked(order_id) == [True]
    assert page.list.list.hasFocus()
    desk.pack.focus_search()
    QTest.keyClicks(line, "12")
    desk.hit(KEY.Key_Escape)
    assert (line.text(), page.list.list.hasFocus()) == ("", True)


def test_single_keys_can_be_turned_off(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    desk.choices.change(single_letter_keys=False)
    desk.hit(KEY.Key_1)
    assert desk.checked(order_id) == [False]
    assert page.list.scan.line.text() == "1"
    desk.choices.change(single_letter_keys=True)


def test_bins_are_walked_once_and_lead_from_one_to_the_next(desk: Stage) -> None:
    one, two = desk.sold("A-02", "B-10", days=1), desk.sold("A-02", "B-9")
    page = desk.go()
    desk.hit(KEY.Key_B, CONTROL)
    assert titles(desk) == ["A-02", "B-9", "B-10"]
    assert not page.side.isVisible()
    assert page.order.stop.place.text() == "A-02"
    assert page.order.stop.words.text() == "2 pieces to pull · bin 1 of 3"
    desk.hit(KEY.Key_Space)
    desk.hit(KEY.Key_Space)
    assert desk.checked(one) == [True, False]
    assert desk.checked(two) == [True, False]
    assert page.order.stop.place.text() == "B-9"
    desk.scan(desk.waiting(one).pieces[1].sku)
    assert desk.checked(one) == [True, True]
    assert page.bench.bin == "B-10"
    assert page.order.stop.words.text() == "All in hand · bin 3 of 3"
    desk.hit(KEY.Key_B, CONTROL)
    assert page.side.isVisible()
    desk.hit(KEY.Key_B, CONTROL)
    assert page.bench.bin == "B-9", "what is left comes first"
    desk.hit(KEY.Key_B, CONTROL)


def test_a_tile_is_pressed_and_a_step_is_ticked_by_mouse(desk: Stage) -> None:
    order_id = desk.sold("A-01", "A-02")
    page = desk.go()
    tile = page.order.board.tiles[1]
    desk.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    desk.rest()
    assert desk.checked(order_id) == [False, True]
    assert tile.face is not None
    assert tile.accessibleName() == f"Piece of A-02, bin A-02, {tile.face.piece.sku}"
    row = next(row for row in page.side.steps.rows if row.box.text() == "Tissue")
    row.box.click()
    desk.rest()
    assert [step.done for step in desk.waiting(order_id).steps][:2] == [False, True]
    assert page.side.steps.total.text() == "$0.40"
    assert page.side.steps.count.text() == "1 of 3"


def test_weight_and_size_are_kept_and_what_the_pieces_weigh_is_said(desk: Stage) -> None:
    item = add(desk.closet, "Coat", bin="A-01", weight=Weight.of(1, "lb"))
    order_id = desk.sold("A-09")
    orders.add_line(desk.closet, order_id, item, desk.order(order_id).lines[0].price)
    page = desk.go()
    desk.type(page.order.parcel.weight.line, "2 lb 3 oz")
    desk.type(page.order.parcel.parcel.line, "14 x 10 x 4 in")
    desk.rest()
    waiting = desk.waiting(order_id)
    assert (waiting.weight_words, waiting.parcel) == ("2 lb 3 oz", "14 x 10 x 4 in")
    assert page.order.parcel.weight.hint == ""
    unknown = desk.order(order_id).lines[0].item_id
    assert unknown is not None
    items.edit(desk.closet, [unknown], {"weight": Weight.of(2, "lb")})
    desk.go()
    assert page.order.parcel.weight.hint == "pieces 3 lb"


def test_what_to_mind_stands_above_the_pieces(desk: Stage) -> None:
    order_id = desk.sold("A-01", gift=True)
    buyer_id = desk.waiting(order_id).buyer_id
    assert buyer_id is not None
    buyers.edit_buyer(desk.closet, buyer_id, notes="Asked for no plastic.")
    orders.edit_order(desk.closet, order_id, note="Wear it well")
    page = desk.go(order_id)
    head = page.order.head
    assert (head.gift.isVisible(), head.wish.isVisible(), head.note.isVisible()) == (True,) * 3
    assert not head.address.isVisible()


def test_while_bins_are_walked_no_order_is_packed_unseen(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go(order_id)
    desk.hit(KEY.Key_B, CONTROL)
    assert page.bench.by_bin
    desk.hit(KEY.Key_Return, CONTROL)
    desk.hit(KEY.Key_Return, BOTH)
    assert desk.waiting(order_id).status is LineState.SOLD
    assert not page.take_photos([])
    desk.hit(KEY.Key_B, CONTROL)
    desk.hit(KEY.Key_Return, CONTROL)
    desk.dialog(ConfirmDialog).act_button.click()
    desk.rest()
    assert desk.waiting(order_id).status is LineState.PACKED


def test_an_order_whose_money_was_given_back_says_so(desk: Stage) -> None:
    order_id = desk.sold("A-01", "A-02", days=30)
    page = desk.go(order_id)
    assert page.bar.day.text().endswith("1 late")
    order_steps.refund(desk.closet, order_id, 1000)
    page = desk.go(order_id)
    assert not page.order.head.refund.isVisible()
    order_steps.refund(desk.closet, order_id, 3000)
    page = desk.go(order_id)
    assert page.order.head.refund.isVisible()
    assert [face.words for face in page.list.list.rows.rows] == ["Refunded"]


def test_a_missing_address_is_told_and_mended(desk: Stage) -> None:
    desk.sold("A-01", address=None)
    page = desk.go()
    assert page.list.list.rows.rows[0].words == "Address missing"
    desk.press("Add address", page.order.head.address)
    assert desk.dialog(BuyerDialog).isVisible()


def test_printing_goes_to_the_print_room(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    page.side.prints.rows[0].printed.emit("card")
    desk.settle()
    assert desk.room.visits == [Visit((order_id,), "card")]
    desk.go()
    assert page.print_shown()
    desk.settle()
    desk.go()
    page.bar.all_pressed.emit()
    desk.settle()
    assert desk.room.visits[1:] == [Visit((order_id,)), Visit()]


def test_an_order_opens_its_own_page_and_comes_back_with_p(desk: Stage) -> None:
    desk.sold("A-01", days=1)
    second = desk.sold("A-02")
    page = desk.go(second)
    desk.press("Open the order", page.order.head)
    assert (desk.desk.navigator.place, desk.page.work.order_id) == ("orders", second)
    desk.key(KEY.Key_P)
    assert (desk.desk.navigator.place, page.bench.order_id) == ("packing", second)


def test_a_hidden_page_reads_nothing_and_is_read_anew_when_entered(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    desk.desk.navigator.go("editor")
    desk.desk.command(lambda: order_steps.mark_shipped(desk.closet, order_id, TODAY))
    desk.settle()
    assert len(page.bench.orders) == 1
    desk.go()
    assert page.empty.isVisible()


def test_a_wide_and_a_narrow_window_hold_every_field(desk: Stage) -> None:
    desk.sold("A-01", "A-02")
    page = desk.go()
    for width, height in ((1440, 868), (1100, 692)):
        desk.window.resize(width, height)
        desk.rest()
        inside = page.order.board
        assert all(inside.rect().contains(tile.geometry()) for tile in inside.tiles)
        assert page.order.parcel.width() <= page.order.width()


def test_what_should_be_bought_is_named_while_packing(desk: Stage) -> None:
    desk.sold("A-01")
    page = desk.go()
    assert not page.side.low.isVisible()
    number, _ = supplies.add_supply(desk.closet, "Tissue paper", "sheets", 20)
    desk.desk.command(
        lambda: supplies.buy_lot(desk.closet, number, 12, Money(300, desk.closet.currency))
    )
    desk.rest()
    assert page.side.low.isVisible()
    assert page.bench.low == ("Tissue paper: 12 sheets left. Buy more.",)


def test_tab_goes_from_the_list_over_pieces_and_parcel_to_the_steps(desk: Stage) -> None:
    page = desk.go(desk.sold("A-01", "A-02"))
    seen: list[QWidget] = []
    page.list.list.setFocus()
    while (here := QApplication.focusWidget()) is not None and here not in seen:
        seen.append(here)
        desk.qtbot.keyClick(here, KEY.Key_Tab)
    wanted = [
        *page.order.board.tiles,
        *(field.line for field in page.order.parcel.fields()),
        page.files.labels.drop,
        *(row.box for row in page.side.steps.rows),
        page.side.foot.pack_button,
        page.list.scan.line,
    ]
    assert [each for each in seen if each in wanted] == wanted
