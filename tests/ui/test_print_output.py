"""Printing and saving from the dialog, and what is ticked and said afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from closet_app.services import history
from closet_app.services.print_pages import page_count, page_size
from closet_app.services.prints import PrintRequest
from closet_app.ui.printing.dialog import order_requests
from closet_app.ui.printing.printers import LABELS, PAPER
from closet_app.ui.printing.running import with_suffix
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.print_stage import (
    ADDRESS,
    CARD,
    INKJET,
    LABEL,
    SLIP,
    THERMAL,
    FilePrinters,
    Stage,
    stage,
)


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def test_pages_go_to_the_printer_of_their_stock_and_the_steps_are_ticked(shop: Stage) -> None:
    order_id = shop.sell()
    dialog = shop.open(*order_requests([order_id]))
    dialog.plan.turn(SLIP, on=False)
    field = dialog.side.printers.fields[LABELS]
    field.set_value(THERMAL)
    field.changed.emit(THERMAL)
    with shop.qtbot.waitSignal(dialog.finished, timeout=20_000):
        shop.key(Qt.Key.Key_P, control=True)
    shop.rest()
    assert [file.name for file in shop.printers.files] == [f"0 {INKJET}.pdf", f"1 {THERMAL}.pdf"]
    card, label = shop.printers.files
    assert page_size(card, 0) == pytest.approx((297.6, 419.5), abs=1)
    assert page_size(label, 0) == pytest.approx((288, 432), abs=1)
    assert shop.choices.settings.printers == {LABELS: THERMAL}
    assert shop.ticked(order_id) == {"card"}
    assert shop.toast() == "Sent to the printer: 1 card, 1 address label"


def test_printing_that_jams_offers_to_go_on_from_the_next_label(shop: Stage) -> None:
    ids = tuple(shop.list_pieces("Wool coat", "Linen shirt", "Silk scarf"))
    dialog = shop.open(PrintRequest(kind=LABEL, ids=ids))
    shop.printers.jams_after = 2
    dialog.running.print_all()
    assert not dialog.side.print.isVisible()
    shop.qtbot.waitUntil(lambda: bool(dialog.side.remarks.words))
    assert dialog.side.remarks.words == [
        f"2 of 3 labels were sent to {INKJET}. Look at the printer, then go on."
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
    ids = tuple(shop.list_pieces(*(f"Tee {number}" for number in range(12))))
    dialog = shop.open(PrintRequest(kind=LABEL, ids=ids))
    dialog.running.print_all()
    shop.key(Qt.Key.Key_Escape)
    shop.rest()
    assert dialog.isVisible()
    assert not dialog.running.output.is_busy
    printed = sum(page_count(file) for file in shop.printers.files)
    assert printed < 12
    shop.key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_pdf_is_saved_shown_in_its_folder_and_ticked(shop: Stage, tmp_path: Path) -> None:
    order_id = shop.sell()
    dialog = shop.open(*order_requests([order_id]))
    shop.answers.file = tmp_path / "kitchen table"
    with shop.qtbot.waitSignal(dialog.finished):
        shop.key(Qt.Key.Key_S, control=True)
    shop.rest()
    saved = tmp_path / "kitchen table.pdf"
    assert page_count(saved) == 3
    assert shop.answers.proposed == "Order 1001.pdf"
    assert shop.toast() == "Saved kitchen table.pdf"
    toast = shop.window.toasts.shown
    assert toast is not None
    next(b for b in toast.findChildren(QPushButton) if b.text() == "Show in folder").click()
    assert shop.answers.shown == [saved]
    assert shop.ticked(order_id) == {"slip", "card"}
    history.undo(shop.closet)
    assert shop.ticked(order_id) == set()


def test_no_tick_is_set_when_the_seller_does_not_want_it(shop: Stage, tmp_path: Path) -> None:
    order_id = shop.sell()
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(order_id,)))
    dialog.side.printers.tick.setChecked(False)
    shop.answers.file = tmp_path / "slip.pdf"
    with shop.qtbot.waitSignal(dialog.finished):
        dialog.running.save()
    shop.rest()
    assert shop.answers.proposed == "Packing slip 1001.pdf"
    assert shop.ticked(order_id) == set()


def test_a_file_that_cannot_be_written_is_said_and_the_dialog_stays(
    shop: Stage, tmp_path: Path
) -> None:
    dialog = shop.open(PrintRequest(kind=CARD, ids=(shop.sell(),)))
    shop.answers.file = tmp_path / "no folder" / "card.pdf"
    dialog.running.save()
    shop.rest()
    assert dialog.isVisible()
    assert "Nothing half-written was left behind." in dialog.side.remarks.words[0]


def test_closing_the_file_dialog_saves_nothing(shop: Stage) -> None:
    dialog = shop.open(PrintRequest(kind=ADDRESS, ids=(shop.sell(),)))
    dialog.running.save()
    assert not dialog.running.output.is_busy
    assert dialog.isVisible()


def test_without_a_printer_a_pdf_can_still_be_saved(shop: Stage, tmp_path: Path) -> None:
    shop.printers = FilePrinters(tmp_path, names=())
    dialog = shop.open(PrintRequest(kind=SLIP, ids=(shop.sell(),)))
    assert dialog.side.printers.none.isVisible()
    assert not dialog.side.print.isEnabled()
    assert dialog.side.save.isEnabled()
    assert dialog.side.save.kind == "primary"


def test_the_remembered_printers_are_chosen_and_a_missing_one_is_named(shop: Stage) -> None:
    shop.choices.change(printers={LABELS: THERMAL, PAPER: "Basement"})
    dialog = shop.open(*order_requests([shop.sell()]))
    fields = dialog.side.printers.fields
    assert fields[LABELS].value() == THERMAL
    assert fields[PAPER].value() == INKJET
    assert fields[PAPER]._hint.text() == "Basement is not there"  # noqa: SLF001 - has no reader


def test_the_keys_are_let_go_and_serve_the_next_dialog(shop: Stage, tmp_path: Path) -> None:
    request = PrintRequest(kind=SLIP, ids=(shop.sell(),))
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
