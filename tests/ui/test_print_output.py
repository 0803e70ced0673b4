"""Printing and saving from the dialog, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from closet_app.services.print_pages import page_count, render_page
from closet_app.services.printer_settings import Nudge, keep_nudge
from closet_app.services.prints import PrintRequest
from closet_app.services.raw_labels import Language, RawWay, said_way
from closet_app.ui.printing.dialog import PrintDialog
from closet_app.ui.printing.printers import LABELS, PAPER
from closet_app.ui.printing.running import with_suffix
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.print_stage import (
    INKJET,
    LABEL,
    THERMAL,
    FilePrinters,
    Stage,
    stage,
)


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def labels(shop: Stage, *titles: str, stock: str = "") -> PrintDialog:
    """The dialog with a label for each of these pieces."""
    ids = tuple(shop.list_pieces(*(titles or ("Wool coat",))))
    return shop.open(PrintRequest(kind=LABEL, ids=ids, stock=stock))


@pytest.mark.parametrize(("stock", "role"), [("", LABELS), ("avery-5160", PAPER)])
def test_labels_go_to_the_printer_of_their_stock(shop: Stage, stock: str, role: str) -> None:
    dialog = labels(shop, stock=stock)
    fields = dialog.side.printers.fields
    assert [name for name, field in fields.items() if field.isVisible()] == [role]
    fields[role].set_value(THERMAL)
    fields[role].changed.emit(THERMAL)
    with shop.qtbot.waitSignal(dialog.finished):
        shop.key(Qt.Key.Key_P, control=True)
    shop.rest()
    assert [file.name for file in shop.printers.files] == [f"0 {THERMAL}.pdf"]
    assert shop.choices.settings.printers == {role: THERMAL}
    assert shop.toast() == "Sent to the printer: 1 item label"


def test_a_roll_goes_to_a_printer_of_labels_in_its_own_language(shop: Stage) -> None:
    shop.printers.raw = (THERMAL,)
    shop.choices.change(printers=said_way(THERMAL, RawWay(Language.ZPL)))
    dialog = labels(shop, "Wool coat", "Linen shirt")
    assert dialog.side.printers.fields[LABELS].value() == THERMAL
    with shop.qtbot.waitSignal(dialog.finished):
        dialog.running.print_all()
    assert not shop.printers.files
    assert [label[:3] for label in shop.printers.labels] == [b"^XA"] * 2


def test_the_print_is_moved_as_it_is_kept_for_this_printer_and_stock(shop: Stage) -> None:
    moved = Nudge(2_000, 1_000)
    kept = keep_nudge(shop.choices.settings, INKJET, "avery-5160", moved)
    for nudges in (shop.choices.settings.nudges, kept.nudges):
        shop.choices.change(nudges=nudges)
        dialog = labels(shop, stock="avery-5160")
        with shop.qtbot.waitSignal(dialog.finished):
            dialog.running.print_all()
    straight, nudged = (ink(file) for file in shop.printers.files)
    assert nudged[0] - straight[0] == pytest.approx(1.0 / 25.4 * 150, abs=1.5)
    assert nudged[1] - straight[1] == pytest.approx(2.0 / 25.4 * 150, abs=1.5)


def ink(file: Path) -> tuple[int, int]:
    """The first inked row and column of a page at 150 dpi."""
    shown = render_page(file, 0, dpi=150)
    rows = np.frombuffer(shown.rgba, np.uint8).reshape(shown.height, shown.width, 4)
    down, across = np.argwhere(rows[:, :, 0] < 128).min(axis=0)
    return int(down), int(across)


def test_printing_that_jams_offers_to_go_on_from_the_next_label(shop: Stage) -> None:
    dialog = labels(shop, "Wool coat", "Linen shirt", "Silk scarf")
    shop.printers.jams_after = 2
    dialog.running.print_all()
    assert not dialog.side.print.isVisible()
    shop.qtbot.waitUntil(lambda: bool(dialog.side.remarks.words))
    assert dialog.side.remarks.words == [
        f"2 of 3 labels were sent to {THERMAL}. Look at the printer, then go on."
    ]
    assert dialog.side.print.isVisible()
    dialog.pages.setFocus()
    shop.key(Qt.Key.Key_Tab)
    go_on = dialog.focusWidget()
    assert isinstance(go_on, QPushButton)
    assert go_on.text() == "Go on from label 3"
    with shop.qtbot.waitSignal(dialog.finished):
        go_on.click()
    assert [page_count(file) for file in shop.printers.files] == [2, 1]


def test_esc_stops_the_printing_first_and_closes_afterwards(shop: Stage) -> None:
    dialog = labels(shop, *(f"Tee {number}" for number in range(12)))
    dialog.running.print_all()
    shop.key(Qt.Key.Key_Escape)
    shop.rest()
    assert dialog.isVisible()
    assert not dialog.running.output.is_busy
    printed = sum(page_count(file) for file in shop.printers.files)
    assert printed < 12
    shop.key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_pdf_is_saved_and_shown_in_its_folder(shop: Stage, tmp_path: Path) -> None:
    dialog = labels(shop, "Wool coat", "Linen shirt")
    shop.answers.file = tmp_path / "kitchen table"
    with shop.qtbot.waitSignal(dialog.finished):
        shop.key(Qt.Key.Key_S, control=True)
    shop.rest()
    saved = tmp_path / "kitchen table.pdf"
    assert page_count(saved) == 2
    assert shop.answers.proposed == "2 item labels.pdf"
    assert shop.toast() == "Saved kitchen table.pdf"
    toast = shop.window.toasts.shown
    assert toast is not None
    next(b for b in toast.findChildren(QPushButton) if b.text() == "Show in folder").click()
    assert shop.answers.shown == [saved]


def test_a_file_that_cannot_be_written_is_said_and_the_dialog_stays(
    shop: Stage, tmp_path: Path
) -> None:
    dialog = labels(shop)
    shop.answers.file = tmp_path / "no folder" / "card.pdf"
    dialog.running.save()
    shop.rest()
    assert dialog.isVisible()
    assert "Nothing half-written was left behind." in dialog.side.remarks.words[0]


def test_closing_the_file_dialog_saves_nothing(shop: Stage) -> None:
    dialog = labels(shop)
    dialog.running.save()
    assert not dialog.running.output.is_busy
    assert dialog.isVisible()


def test_without_a_printer_a_pdf_can_still_be_saved(shop: Stage, tmp_path: Path) -> None:
    shop.printers = FilePrinters(tmp_path, names=())
    dialog = labels(shop)
    assert dialog.side.printers.none.isVisible()
    assert not dialog.side.print.isEnabled()
    assert dialog.side.save.isEnabled()
    assert dialog.side.save.kind == "primary"


def test_the_remembered_printers_are_chosen_and_a_missing_one_is_named(shop: Stage) -> None:
    shop.choices.change(printers={LABELS: THERMAL, PAPER: "Basement"})
    dialog = labels(shop)
    fields = dialog.side.printers.fields
    assert fields[LABELS].value() == THERMAL
    assert fields[PAPER].value() == INKJET
    assert fields[PAPER].hint == "Basement is not there"


def test_the_keys_are_let_go_and_serve_the_next_dialog(shop: Stage, tmp_path: Path) -> None:
    request = PrintRequest(kind=LABEL, ids=tuple(shop.list_pieces("Wool coat")))
    first = shop.open(request)
    shop.key(Qt.Key.Key_Escape)
    assert not first.isVisible()
    assert not shop.desk.actions.action("print.save").isEnabled()
    second = shop.open(request)
    shop.answers.file = tmp_path / "slip.pdf"
    with shop.qtbot.waitSignal(second.finished):
        shop.key(Qt.Key.Key_S, control=True)


def test_a_pdf_never_takes_the_place_of_a_file_the_seller_did_not_name(tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").touch()
    assert with_suffix(tmp_path / "slip.pdf") == tmp_path / "slip.pdf"
    assert with_suffix(tmp_path / "slip") == tmp_path / "slip (2).pdf"
    assert with_suffix(tmp_path / "J.L. slips") == tmp_path / "J.L. slips.pdf"
