"""The print dialog as the seller uses it: labels, options, problems and keys."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.services import prints
from closet_app.services.print_pages import render_page
from closet_app.services.prints import LabelField, PieceKind, PrintRequest
from closet_app.services.stocks import draft_of_stock, save_own_stock
from closet_app.ui.printing.dialog import PrintDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.print_stage import LABEL, Stage, stage

BIN, ROLL = PieceKind.BIN, "label-2.25x1.25"


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def words_of(dialog: PrintDialog, page: int = 0) -> str:
    """What stands on a page of the file that would be printed."""
    made = dialog.plan.part.made
    assert made is not None
    return " ".join(PdfReader(io.BytesIO(made.pdf)).pages[page].extract_text().split())


def rgb(color: QColor) -> tuple[int, int, int]:
    """A colour without its opacity."""
    return color.red(), color.green(), color.blue()


def press(dialog: QWidget, words: str) -> None:
    """Press the button with these words."""
    shown = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(
        next(each for each in shown if each.text() == words), Qt.MouseButton.LeftButton
    )


def labels(shop: Stage, *titles: str, **wishes: object) -> PrintDialog:
    """The dialog with a label for each of these pieces."""
    ids = tuple(shop.list_pieces(*(titles or ("Wool coat",))))
    return shop.open(PrintRequest(kind=LABEL, ids=ids, **wishes))  # type: ignore[arg-type]  # named fields


def test_the_preview_is_the_pages_of_the_file_and_never_dimmed_in_dark(
    shop: Stage, keeper: ThemeKeeper
) -> None:
    keeper.wear("dark")
    dialog = labels(shop)
    rect = dialog.pages.page_rect(0)
    shown = dialog.pages.viewport().grab(rect.adjusted(1, 1, -1, -1)).toImage()
    made = dialog.plan.part.made
    assert made is not None
    page = render_page(made.pdf, 0, width_px=rect.width())
    spots = [(40, 40), (rect.width() // 2, 90), (120, 60), (rect.width() - 30, 80)]
    for x, y in spots:
        at = (y * page.width + x) * 4
        assert rgb(shown.pixelColor(x - 1, y - 1)) == tuple(page.rgba[at : at + 3])


def test_the_last_of_several_quick_changes_is_what_is_shown(shop: Stage) -> None:
    dialog = labels(shop)
    options = dialog.side.options
    for name in ("avery-5160", ROLL, "avery-5160"):
        options.paper.picker.choose(name)
    options.labels.ticks[LabelField.PRICE].box.click()
    shop.settle(dialog)
    assert dialog.pages.sheets[0].height == pytest.approx(792, abs=0.1)
    assert "$" not in words_of(dialog)
    assert dialog.side.run.sentence == "1 item label, Avery 5160, 30 labels"


def test_a_stock_becomes_the_usual_one_only_when_the_seller_says_so(shop: Stage) -> None:
    dialog = labels(shop)
    dialog.side.options.paper.picker.choose("avery-5160")
    shop.settle(dialog)
    assert prints.usual_stock(shop.closet, LABEL) == ROLL
    press(dialog, "Use Avery 5160, 30 labels from now on")
    shop.settle(dialog)
    assert prints.usual_stock(shop.closet, LABEL) == "avery-5160"
    assert not dialog.side.options.paper.keep.isVisible()


def test_labels_of_her_own_measure_are_drawn_and_printed(shop: Stage) -> None:
    own = replace(draft_of_stock(shop.closet, "avery-5160"), name="Kitchen labels")
    stock_id, _changed = save_own_stock(shop.closet, own)
    dialog = labels(shop, stock=stock_id)
    assert dialog.side.run.sentence == "1 item label, Kitchen labels"
    assert "Wool coat" in words_of(dialog)


def test_clicking_a_small_sheet_sets_the_first_free_label(shop: Stage) -> None:
    dialog = labels(shop, "Wool coat", "Linen shirt", stock="avery-5160")
    own = dialog.side.options.labels
    QTest.mouseClick(own.sheet, Qt.MouseButton.LeftButton, pos=own.sheet.cell_rect(30).center())
    assert own.start.text == "30"
    shop.settle(dialog)
    assert dialog.plan.part.request.start_cell == 30
    assert dialog.side.run.sentence == "2 item labels, Avery 5160, 30 labels, 2 sheets"
    own.sheet.setFocus()
    shop.key(Qt.Key.Key_Left)
    shop.key(Qt.Key.Key_Up)
    assert own.sheet.start == 26
    assert own.sheet.accessibleName() == "First free label: 26 of 30"
    assert dialog.pages.current == 0


def test_what_stands_on_a_label_and_copies_follow_the_ticks(shop: Stage) -> None:
    dialog = labels(shop)
    assert {"$34", "B-04", "Wool"} <= set(words_of(dialog).split())
    options = dialog.side.options
    for field in (LabelField.PRICE, LabelField.BIN, LabelField.TITLE):
        options.labels.ticks[field].box.click()
    options.paper.copies.line.setText("3")
    assert options.paper.copies.take()
    shop.settle(dialog)
    assert not {"$34", "B-04", "Wool"} & set(words_of(dialog).split())
    assert dialog.side.run.sentence == "3 item labels, Label roll 2¼ × 1¼"
    options.paper.copies.line.setText("many")
    assert not options.paper.copies.take()
    assert options.paper.copies.error == "Type a number from 1 to 99."


def test_bins_get_labels_with_what_is_in_them(shop: Stage) -> None:
    shop.list_pieces("Wool coat", "Linen shirt")
    dialog = shop.open(PrintRequest(kind=BIN, ids=(), bins=("B-04", "Rack 2")))
    assert dialog.header.title.text() == "2 bins"
    assert [words_of(dialog, page) for page in (0, 1)] == ["B-042 pieces", "Rack 2"]
    assert not dialog.side.options.labels.isVisible()
    assert dialog.side.run.sentence.startswith("2 bin labels, ")


def test_nothing_to_print_says_so(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=BIN, ids=()))
    assert dialog.pages.sheets == ()
    assert not dialog.pages.isVisible()
    assert not dialog.side.print.isEnabled()
    assert not dialog.side.save.isEnabled()


def test_arrows_go_from_page_to_page_and_zoom_keeps_the_page(shop: Stage) -> None:
    dialog = labels(shop, "Wool coat", "Linen shirt", "Silk scarf")
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
    dialog = labels(shop, "<b>R&D</b> & Söhne")
    assert dialog.header.title.text() == "<b>R&D</b> & Söhne"


@pytest.mark.parametrize("size", [90, 150])
def test_the_dialog_fits_the_smallest_window_at_any_text_size(
    shop: Stage, keeper: ThemeKeeper, size: int
) -> None:
    shop.window.resize(1100, 720)
    keeper.set_text_size(size)
    dialog = labels(shop, stock="avery-5160")
    assert dialog.width() <= 1100
    assert dialog.height() <= 720
    assert not dialog.grab().isNull()
