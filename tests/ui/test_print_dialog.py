"""The print dialog as the seller uses it: pages, options, problems and keys."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.addresses import Address
from closet_app.services import order_views, orders, prints
from closet_app.services.print_pages import render_page
from closet_app.services.prints import PrintRequest
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.printing.back_picker import BackPicker
from closet_app.ui.printing.dialog import PrintDialog, order_requests
from closet_app.ui.printing.label_options import LabelOptions
from closet_app.ui.printing.pictures import PAPER
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.print_stage import ADDRESS, CARD, LABEL, SLIP, Stage, card_options, stage

LONG = "we walked to the post office with this parcel, singing, " * 12


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def words_of(dialog: PrintDialog, kind: prints.PieceKind, page: int = 0) -> str:
    """What stands on a page of the file that would be printed."""
    made = dialog.plan.part(kind).made
    assert made is not None
    return " ".join(PdfReader(io.BytesIO(made.pdf)).pages[page].extract_text().split())


def rgb(color: QColor) -> tuple[int, int, int]:
    """A colour without its opacity."""
    return color.red(), color.green(), color.blue()


def is_offered(back: BackPicker, item_id: int) -> bool:
    """Whether this piece alone was found."""
    return [offer.card.id for offer in back.offers()] == [item_id]


def press(dialog: QWidget, words: str) -> None:
    """Press the button with these words."""
    shown = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(
        next(each for each in shown if each.text() == words), Qt.MouseButton.LeftButton
    )


def test_a_whole_order_shows_card_label_and_slip_and_says_what_comes_out(shop: Stage) -> None:
    dialog = shop.open(*order_requests([shop.sell()]))
    assert [sheet.kind for sheet in dialog.pages.sheets] == [CARD, ADDRESS, SLIP]
    run = dialog.side.run
    assert [run.sentence(kind) for kind in (SLIP, CARD, ADDRESS)] == [
        "1 packing slip, Letter",
        "1 card, ISO A6 card",
        "1 address label, Label roll 4 × 6",
    ]
    assert (dialog.header.title.text(), dialog.header.facts.text()) == (
        "Renata Okafor",
        "order 1001, 1 item",
    )


def test_the_preview_is_the_pages_of_the_file_and_never_dimmed_in_dark(
    shop: Stage, keeper: ThemeKeeper
) -> None:
    keeper.wear("dark")
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(shop.sell(),)))
    rect = dialog.pages.page_rect(0)
    shown = dialog.pages.viewport().grab(rect.adjusted(1, 1, -1, -1)).toImage()
    made = dialog.plan.part(SLIP).made
    assert made is not None
    page = render_page(made.pdf, 0, width_px=rect.width())
    spots = [(40, 40), (rect.width() // 2, 200), (120, 90), (rect.width() - 30, 300)]
    for x, y in spots:
        at = (y * page.width + x) * 4
        assert rgb(shown.pixelColor(x - 1, y - 1)) == tuple(page.rgba[at : at + 3])


def test_cards_look_like_warm_paper_on_the_screen_alone(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=CARD, ids=(shop.sell(),)))
    corner = dialog.pages.page_rect(0).topLeft() + QPoint(6, 6)
    assert dialog.pages.viewport().grab().toImage().pixelColor(corner) == PAPER
    made = dialog.plan.part(CARD).made
    assert made is not None
    assert render_page(made.pdf, 0, width_px=100).rgba[:3] == b"\xff\xff\xff"


def test_the_last_of_several_quick_changes_is_what_is_shown(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(shop.sell(),)))
    slip = dialog.side.options[SLIP]
    for name in ("a4", "letter", "a4"):
        slip.paper.picker.choose(name)
    slip.changed.emit("gift", True)
    shop.settle(dialog)
    assert dialog.pages.sheets[0].height == pytest.approx(841.9, abs=0.1)
    assert "$" not in words_of(dialog, SLIP)
    assert dialog.side.run.sentence(SLIP) == "1 packing slip, A4"


def test_a_stock_becomes_the_usual_one_only_when_the_seller_says_so(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(shop.sell(),)))
    dialog.side.options[SLIP].paper.picker.choose("a4")
    shop.settle(dialog)
    assert prints.usual_stock(shop.closet, SLIP) == "letter"
    press(dialog, "Use A4 from now on")
    shop.settle(dialog)
    assert prints.usual_stock(shop.closet, SLIP) == "a4"
    assert not dialog.side.options[SLIP].paper.keep.isVisible()


def test_a_piece_that_is_not_ticked_is_neither_shown_nor_printed(shop: Stage) -> None:
    dialog = shop.open(*order_requests([shop.sell()]))
    dialog.side.run.checks[CARD].box.click()
    assert [sheet.kind for sheet in dialog.pages.sheets] == [ADDRESS, SLIP]
    assert [request.kind for request in dialog.plan.printed()] == [SLIP, ADDRESS]
    for kind in (SLIP, ADDRESS):
        dialog.side.run.checks[kind].box.click()
    assert not dialog.side.save.isEnabled()


def test_a_note_is_shown_while_it_is_typed_and_kept_with_its_order(shop: Stage) -> None:
    first, second = shop.sell(), shop.sell("김서연")
    dialog = shop.open(PrintRequest(kind=CARD, ids=(first, second)))
    card = card_options(dialog)
    assert card.note.text == "thank you for the tee of Renata Okafor!"
    dialog.pages.step(1)
    assert card.current == second
    card.note.area.setPlainText("고마워요 seoyeon")
    shop.settle(dialog)
    assert "seoyeon" in words_of(dialog, CARD, 1)
    assert "thank you for the tee of Renata Okafor!" in words_of(dialog, CARD, 0)
    assert order_views.order(shop.closet, second).note == ""
    dialog.pages.step(-1)
    shop.settle(dialog)
    assert card.note.text == "thank you for the tee of Renata Okafor!"
    assert order_views.order(shop.closet, second).note == "고마워요 seoyeon"
    assert order_views.order(shop.closet, first).note == ""


def test_a_note_taken_away_lets_the_shops_own_stand_again(shop: Stage) -> None:
    order_id = shop.sell()
    orders.edit_order(shop.closet, order_id, note="hello")
    dialog = shop.open(PrintRequest(kind=CARD, ids=(order_id,)))
    card = card_options(dialog)
    assert card.note.text == "hello"
    card.note.area.setPlainText("")
    card.keep()
    shop.settle(dialog)
    assert card.note.text == "thank you for the tee of Renata Okafor!"
    assert "thank you for the tee of Renata Okafor!" in words_of(dialog, CARD)


def test_a_note_that_does_not_fit_is_said_in_place_and_nothing_is_printed(shop: Stage) -> None:
    first, second = shop.sell(), shop.sell("Priya N.")
    dialog = shop.open(*order_requests([first, second]))
    card = card_options(dialog)
    assert "letters left" in card.note._hint.text()  # noqa: SLF001 - the hint has no reader
    card.turn_to(second)
    card.note.area.setPlainText(LONG)
    shop.settle(dialog)
    assert "The note of order 1002 is too long for this card." in card.note.error
    card.turn_to(first)
    assert card.note.error == ""
    assert "order 1002" in card.order.error
    dialog.side.show_kind(SLIP)
    assert any("order 1002" in words for words in dialog.side.remarks.words)
    dialog.running.print_all()
    assert shop.printers.files == []
    assert (dialog.side.kind, card.current) == (CARD, second)
    card.note.area.setPlainText("thanks")
    shop.settle(dialog)
    assert (card.note.error, dialog.side.remarks.words) == ("", [])


def test_pieces_for_the_back_are_found_kept_in_order_and_taken_off(shop: Stage) -> None:
    wool, linen, silk = shop.list_pieces("Wool coat", "Linen shirt", "Silk scarf")
    dialog = shop.open(PrintRequest(kind=CARD, ids=(shop.sell(),)))
    back = card_options(dialog).back
    for typed, found in (("silk", silk), ("wool", wool), ("linen", linen)):
        back.search.line.setFocus()
        QTest.keyClicks(back.search.line, typed)
        shop.qtbot.waitUntil(partial(is_offered, back, found))
        QTest.keyClick(back.search.line, Qt.Key.Key_Return)
    shop.settle(dialog)
    assert list(back.chosen) == [silk, wool, linen]
    assert not back.search.isVisible()
    assert [sheet.joined for sheet in dialog.pages.sheets] == [False, True]
    assert "Silk scarf" in words_of(dialog, CARD, 1)
    assert dialog.side.run.sentence(CARD) == "1 card, ISO A6 card, both sides"
    named = [b for b in back.findChildren(QPushButton) if "Wool" in b.accessibleName()]
    named[0].click()
    assert list(back.chosen) == [silk, linen]


def test_clicking_a_small_sheet_sets_the_first_free_label(shop: Stage) -> None:
    ids = tuple(shop.list_pieces("Wool coat", "Linen shirt"))
    dialog = shop.open(PrintRequest(kind=LABEL, ids=ids, stock="avery-5160"))
    own = dialog.side.options[LABEL].own
    assert isinstance(own, LabelOptions)
    QTest.mouseClick(own.sheet, Qt.MouseButton.LeftButton, pos=own.sheet.cell_rect(30).center())
    assert own.start.text == "30"
    shop.settle(dialog)
    assert dialog.plan.part(LABEL).request.start_cell == 30
    assert dialog.side.run.sentence(LABEL) == "2 item labels, Avery 5160, 30 labels, 2 sheets"
    own.sheet.setFocus()
    shop.key(Qt.Key.Key_Left)
    shop.key(Qt.Key.Key_Up)
    assert own.sheet.start == 26
    assert own.sheet.accessibleName() == "First free label: 26 of 30"
    assert dialog.pages.current == 0


def test_price_bin_and_copies_of_labels_follow_the_ticks(shop: Stage) -> None:
    ids = tuple(shop.list_pieces("Wool coat"))
    dialog = shop.open(PrintRequest(kind=LABEL, ids=ids))
    assert {"$34", "B-04"} <= set(words_of(dialog, LABEL).split())
    own = dialog.side.options[LABEL].own
    assert isinstance(own, LabelOptions)
    own.price.box.click()
    own.bin.box.click()
    copies = dialog.side.options[LABEL].paper.copies
    copies.line.setText("3")
    assert copies.take()
    shop.settle(dialog)
    assert not {"$34", "B-04"} & set(words_of(dialog, LABEL).split())
    assert dialog.side.run.sentence(LABEL) == "3 item labels, Label roll 2¼ × 1¼"
    copies.line.setText("many")
    assert not copies.take()
    assert copies.error == "Type a number from 1 to 99."


def test_a_missing_address_leaves_out_one_label_and_can_be_added(shop: Stage) -> None:
    with_address, without = shop.sell(), shop.sell("Carmen Ruiz", None)
    dialog = shop.open(PrintRequest(kind=ADDRESS, ids=(with_address, without)))
    assert dialog.side.remarks.words == ["Carmen Ruiz has no address, so that label is left out."]
    assert dialog.side.run.sentence(ADDRESS) == "1 address label, Label roll 4 × 6"
    press(dialog, "Add address")
    shop.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BuyerDialog))
    buyer = QApplication.activeModalWidget()
    assert isinstance(buyer, BuyerDialog)
    buyer.address.show_address(Address("", "12 Alder Court", "", "Riverbend", "OR", "97000", "US"))
    press(buyer, "Save")
    shop.rest()
    shop.settle(dialog)
    assert dialog.side.remarks.words == []
    assert len(dialog.pages.sheets) == 2


def test_nothing_to_print_says_so(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=ADDRESS, ids=(shop.sell("Carmen Ruiz", None),)))
    assert dialog.pages.sheets == ()
    assert not dialog.pages.isVisible()
    assert not dialog.side.print.isEnabled()
    assert not dialog.side.save.isEnabled()


def test_slips_of_several_orders_follow_each_order_unless_told_otherwise(shop: Stage) -> None:
    plain, gift = shop.sell(), shop.sell("June Akers")
    orders.edit_order(shop.closet, gift, gift=True)
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(plain, gift)))
    assert "$" in words_of(dialog, SLIP, 0)
    assert "$" not in words_of(dialog, SLIP, 1)
    dialog.side.options[SLIP].changed.emit("gift", False)
    shop.settle(dialog)
    assert "$" in words_of(dialog, SLIP, 1)


def test_arrows_go_from_page_to_page_and_zoom_keeps_the_page(shop: Stage) -> None:
    ids = tuple(shop.sell(name) for name in ("Ann", "Bea", "Cleo"))
    dialog = shop.open(PrintRequest(kind=SLIP, ids=ids))
    dialog.pages.setFocus()
    shop.key(Qt.Key.Key_Right)
    shop.key(Qt.Key.Key_Right)
    shop.key(Qt.Key.Key_Right)
    assert (dialog.pages.current, dialog.header.page.text()) == (2, "3 of 3")
    assert not dialog.header.next.isEnabled()
    assert "page 3 of 3" in dialog.pages.accessibleDescription()
    before = dialog.pages.page_rect(2).width()
    shop.key(Qt.Key.Key_Plus)
    assert dialog.pages.page_rect(2).width() > before
    assert dialog.pages.viewport().rect().intersects(dialog.pages.page_rect(2))
    press(dialog, "Fit")
    assert dialog.pages.page_rect(2).width() == before
    shop.key(Qt.Key.Key_Left)
    assert dialog.pages.current == 1


def test_hostile_names_are_shown_letter_by_letter(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(shop.sell("<b>R&D</b> & Söhne"),)))
    assert dialog.header.title.text() == "<b>R&D</b> & Söhne"


@pytest.mark.parametrize("size", [90, 150])
def test_the_dialog_fits_the_smallest_window_at_any_text_size(
    shop: Stage, keeper: ThemeKeeper, size: int
) -> None:
    shop.window.resize(1100, 720)
    keeper.set_text_size(size)
    dialog = shop.open(*order_requests([shop.sell()]))
    assert dialog.width() <= 1100
    assert dialog.height() <= 720
    assert not dialog.grab().isNull()
