"""The print room shows what waits, the pages of one order, and what a run brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.services import orders as order_commands
from closet_app.services.print_orders import orders_to_print
from closet_app.services.prints import PieceKind
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.printing.room_door import PLACE
from closet_app.ui.theme.signs import Tick
from closet_app.ui.widgets.buttons import Button
from tests.ui.print_room_stage import (
    A6,
    ADDRESS,
    CARD,
    LABEL,
    LABEL_4X6,
    LETTER,
    SLIP,
    Stage,
    stage,
)

pytestmark = pytest.mark.usefixtures("keeper")
KEY = Qt.Key


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def test_orders_stand_by_the_day_they_are_due_then_by_bin(shop: Stage) -> None:
    later = shop.sell_on(3, "Lena Fosse", "A-01")
    far = shop.sell_on(1, "Priya N.", "C-02")
    near = shop.sell_on(1, "Hollis Tran", "B-02")
    page = shop.enter()
    assert [order.id for order in page.room.orders] == [near, far, later]
    assert page.list.title.text() == "To pack today"
    assert page.list.count.text() == "3 of 3 ready"
    assert page.header.title.text() == "Hollis Tran"
    assert page.header.place.text() == "1 of 3"


def test_the_desk_shows_card_label_and_slip_of_the_order(shop: Stage) -> None:
    shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    assert shop.kinds() == [CARD, ADDRESS, SLIP]
    sizes = [(round(each.width), round(each.height)) for each in page.pages.sheets]
    assert sizes == [A6, LABEL_4X6, LETTER]
    scales = {
        round(page.pages.page_rect(at).width() / sheet.width, 2)
        for at, sheet in enumerate(page.pages.sheets)
    }
    assert len(scales) == 1


def test_a_missing_address_makes_a_dash_and_leaves_out_one_label(shop: Stage) -> None:
    shop.sell_on(1, "Renata Okafor")
    carmen = shop.sell_on(2, "Carmen Ruiz", address=None)
    page = shop.enter()
    assert shop.ticks() == [Tick.ON, Tick.PART]
    assert page.list.all.checkState() is Qt.CheckState.PartiallyChecked
    assert page.list.count.text() == "1 of 2 ready"
    assert ("1 address label", "4 × 6") in shop.run_words()
    assert ("2 packing slips", "Letter") in shop.run_words()
    assert "Carmen Ruiz has no address" in page.block.remarks.words[0]
    shop.press_button("Add address")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BuyerDialog)
    dialog.address.line1.set_text("5 Elm St")
    dialog.address.city.set_text("Millbrook")
    dialog.submit()
    shop.settle_room()
    assert page.room.orders[1].id == carmen
    assert not page.block.remarks.words


def test_space_and_the_tick_leave_an_order_out(shop: Stage) -> None:
    for number, name in enumerate(("Ada", "Bo", "Cy"), start=1):
        shop.sell_on(number, name)
    page = shop.enter()
    assert page.side.print.text() == "Print all 3"
    page.list.view.setFocus()
    shop.key(KEY.Key_Space)
    shop.settle_room()
    assert shop.ticks() == [Tick.OFF, Tick.ON, Tick.ON]
    assert page.side.print.text() == "Print 2"
    assert ("2 cards", "ISO A6") in shop.run_words()
    shop.click_tick(2)
    assert shop.ticks() == [Tick.OFF, Tick.ON, Tick.OFF]
    assert page.room.order is not None
    assert page.room.order.buyer == "Ada"
    page.list.all.click()
    shop.settle_room()
    assert shop.ticks() == [Tick.ON] * 3
    page.list.all.click()
    shop.settle_room()
    assert not page.room.printed
    assert not page.side.print.isEnabled()


def test_arrows_walk_from_order_to_order(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    shop.sell_on(2, "Bo")
    page = shop.enter()
    shop.key(KEY.Key_Right)
    shop.settle_room()
    assert page.header.title.text() == "Bo"
    assert not page.header.next.isEnabled()
    shop.key(KEY.Key_Right)
    shop.key(KEY.Key_Left)
    shop.settle_room()
    assert page.header.title.text() == "Ada"
    shop.key(KEY.Key_Down)
    assert page.header.title.text() == "Bo"


def test_the_note_is_edited_above_its_page_and_kept_with_the_order(shop: Stage) -> None:
    order_id = shop.sell_on(1, "Renata Okafor")
    page = shop.enter()
    before = page.pages.sheets[0]
    page.header.edit.click()
    shop.settle_room()
    assert page.note.note.text
    page.note.note.area.setPlainText("see you soon")
    shop.settle_room()
    assert page.pages.sheets[0].serial != before.serial
    assert not orders_to_print(shop.closet, [order_id])[0].own_note
    page.note.done.click()
    shop.settle_room()
    assert orders_to_print(shop.closet, [order_id])[0].note == "see you soon"
    assert not page.note.isVisible()


def test_a_note_that_is_too_long_is_said_where_it_is_written(shop: Stage) -> None:
    order_id = shop.sell_on(1, "Renata Okafor")
    order_commands.edit_order(shop.closet, order_id, note="so many words " * 90)
    page = shop.enter()
    assert "letters too long" in page.block.remarks.words[0]
    shop.press_button("Edit note")
    shop.settle_room()
    assert page.note.isVisible()


def test_one_order_alone_is_shown_with_the_piece_that_was_asked_for(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    bo = shop.sell_on(2, "Bo")
    page = shop.enter(bo, piece="slip")
    assert [order.id for order in page.room.orders] == [bo]
    assert page.list.title.text() == "To print"
    assert page.room.kind is SLIP
    assert set(shop.kinds()) == {SLIP, ADDRESS}
    assert page.side.print.text() == "Print"
    page = shop.enter()
    assert len(page.room.orders) == 2
    assert set(shop.kinds()) == {SLIP, CARD, ADDRESS}


def test_item_labels_join_the_run_when_they_are_turned_on(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    page.room.aim(LABEL)
    assert not page.side.paper.tabs.on.is_checked()
    page.side.paper.tabs.on.box.click()
    shop.settle_room()
    assert LABEL in shop.kinds()
    assert any(words == "1 item label" for words, _stock in shop.run_words())


def test_nothing_to_pack_says_so_and_leads_back(shop: Stage) -> None:
    page = shop.enter()
    assert not page.list.isVisible()
    shop.press_button("Go to Orders")
    assert shop.desk.navigator.place == "orders"


def test_the_window_keeps_the_keys_while_the_room_is_made(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    shop.desk.navigator.go("orders")
    shop.window.activateWindow()
    shop.qtbot.waitUntil(shop.window.isActiveWindow)
    shop.desk.navigator.go(PLACE)
    shop.settle_room()
    assert shop.window.isActiveWindow()
    assert shop.page.list.view.hasFocus()


def test_a_way_on_is_offered_only_where_it_helps(shop: Stage) -> None:
    order_id = shop.sell_on(1, "Carmen Ruiz", address=None)
    order_commands.edit_order(shop.closet, order_id, note="so many words " * 90)
    page = shop.enter()
    page.room.change(PieceKind.CARE, on=True)
    shop.settle_room()
    offered = [
        [button.text() for button in note.findChildren(Button) if not button.isHidden()]
        for note in page.block.remarks.notes
    ]
    assert offered == [["Edit note"], ["Add address"], []]
