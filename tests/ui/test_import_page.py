"""A spreadsheet becomes pieces: opened, mapped, looked through, taken in, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from closet_app.services import gallery, history, pieces, stock
from closet_app.services.exports import export_items
from closet_app.services.imports import RowState
from closet_app.ui.importing.column_row import LEAVE_OUT
from closet_app.ui.importing.row_model import Sieve
from tests.closets import TODAY, add
from tests.ui.import_stage import FILES, Stage, stage, write_csv

pytestmark = pytest.mark.usefixtures("keeper")
__all__ = ["stage"]

LIST = FILES / "closet_spreadsheet.csv"


def test_without_a_file_one_is_asked_for_at_once(stage: Stage) -> None:
    page = stage.open(None)
    stage.qtbot.waitUntil(lambda: stage.answers.asked == 1)
    assert page.start.isVisible()
    assert page.start.choose.hasFocus()
    assert not page.bring.isVisible()


def test_a_chosen_file_is_read_and_shown(stage: Stage) -> None:
    page = stage.open(None)
    stage.qtbot.waitUntil(lambda: stage.answers.asked == 1)
    stage.answers.files = [LIST]
    stage.press(page.start.choose)
    assert page.side.isVisible()
    assert page.bring.text() == "Bring in 57 pieces"
    assert stage.counts() == {
        Sieve.ALL: 66, Sieve.NEW: 57, Sieve.CHECK: 32, Sieve.BROKEN: 1, Sieve.LEFT_OUT: 8,
    }  # fmt: skip
    steps = [(step.name, step.caption, step.stage) for step in page.head.line.steps]
    assert steps == [
        ("File", "closet_spreadsheet.csv", "done"),
        ("Columns", "12 of 17 used", "done"),
        ("Rows", "57 new, 1 broken", "now"),
    ]


@pytest.mark.parametrize("name", ["homebox_export", "vendoo_export", "closet_spreadsheet"])
def test_pieces_come_in_as_one_step_and_go_again_by_undo(stage: Stage, name: str) -> None:
    page = stage.open(FILES / f"{name}.csv")
    new = stage.counts()[Sieve.NEW]
    stage.press(page.bring)
    assert gallery.counts(stage.closet).items == new
    shown = stage.window.toasts.shown
    assert shown is not None
    assert shown.words == f"Imported {new} items"
    under = stage.home.window().childAt(shown.mapTo(stage.window, shown.rect().center()))
    assert under is not None
    assert under is shown or shown.isAncestorOf(under)
    assert stage.home.entered == [f"added:{TODAY.isoformat()}"]
    assert len(gallery.find(stage.closet, str(stage.home.entered[0]))) == new
    stage.desk.undo()
    stage.settle()
    assert gallery.counts(stage.closet).items == 0


def test_a_file_that_was_taken_in_is_all_here_already(stage: Stage) -> None:
    stage.press(stage.open(LIST).bring)
    page = stage.open(LIST)
    assert page.bring.text() == "Nothing new to bring in"
    assert not page.bring.isEnabled()
    assert stage.counts()[Sieve.ALREADY_HERE] == 57


def test_after_an_import_another_file_is_asked_for(stage: Stage) -> None:
    page = stage.open(LIST)
    stage.press(page.bring)
    stage.open(None)
    stage.qtbot.waitUntil(lambda: stage.answers.asked == 1)
    stage.settle()
    assert page.side.isVisible()
    assert page.bring.text() == "Nothing new to bring in"


def test_a_file_half_mapped_waits_for_the_seller(stage: Stage, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "list.csv", ["Title", "Lst Px"], ["Wool coat", "44"])
    page = stage.open(file)
    stage.take_as("Lst Px", "asking")
    stage.desk.navigator.go("closet")
    stage.open(None)
    assert stage.answers.asked == 0
    assert page.reading.mapping.fields == {"title", "asking"}


def test_what_changes_in_the_closet_changes_the_rows(stage: Stage, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "list.csv", ["SKU", "Title"], ["A-1", "Coat"], ["A-2", "Hat"])
    stage.open(file)
    assert stage.counts()[Sieve.NEW] == 2
    stage.desk.navigator.go("closet")
    item = add(stage.closet, "Coat", sku="A-1")
    stage.desk.command(lambda: stock.mark_listed(stage.closet, [item], ["ebay"]))
    stage.settle()
    stage.open(None)
    assert [row.state for row in stage.rows()] == [RowState.ALREADY_HERE, RowState.NEW]


def test_a_file_dropped_on_the_page_is_read(stage: Stage) -> None:
    page = stage.open(None)
    stage.drop(page.start.area, LIST)
    assert page.bring.text() == "Bring in 57 pieces"
    stage.drop(page, FILES / "homebox_export.csv")
    assert page.bring.text() == "Bring in 52 pieces"


def test_what_is_no_table_is_named_in_place(stage: Stage, tmp_path: Path) -> None:
    web = tmp_path / "list.csv"
    web.write_text("<html><body>Not found</body></html>")
    page = stage.open(web)
    said = page.problem.findChildren(QPushButton)[0].text()
    assert page.problem.isVisible()
    assert page.start.isVisible()
    assert said == "Choose another file"
    stage.drop(page, LIST)
    assert not page.problem.isVisible()
    assert page.side.isVisible()


def test_a_file_that_fails_leaves_the_open_one(stage: Stage, tmp_path: Path) -> None:
    squeezed = tmp_path / "list.csv.gz"
    squeezed.write_bytes(b"\x1f\x8b\x08" + bytes(40))
    page = stage.open(LIST)
    stage.drop(page, squeezed)
    assert page.problem.isVisible()
    assert page.reading.path == LIST
    assert page.bring.text() == "Bring in 57 pieces"


def test_a_file_changed_meanwhile_is_opened_again(stage: Stage, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "list.csv", ["Title", "Zqx"], ["Coat", "q"])
    page = stage.open(file)
    write_csv(file, ["Title", "Zqx"], ["Coat", "q"], ["Second coat", "r"])
    stage.take_as("Zqx", "notes")
    assert page.problem.isVisible()
    again = page.problem.findChildren(QPushButton)[0]
    assert again.text() == "Open it again"
    stage.press(again)
    assert page.bring.text() == "Bring in 2 pieces"


def test_rows_with_a_number_given_away_meanwhile_are_not_doubled(
    stage: Stage, tmp_path: Path
) -> None:
    page = stage.open(write_csv(tmp_path / "list.csv", ["SKU", "Title"], ["A-1", "Coat"]))
    add(stage.closet, "Coat", sku="a-1")
    stage.press(page.bring)
    assert gallery.counts(stage.closet).items == 1


def test_closets_own_list_needs_no_help_and_loses_nothing(stage: Stage, tmp_path: Path) -> None:
    add(stage.closet, "=Dress & <b>belt</b>", brand="빈티지", tags=("a", "b"), sku="JL-0007")
    before = pieces.pieces(stage.closet, gallery.find(stage.closet))[0].facts
    for ending in ("csv", "xlsx"):
        export_items(stage.closet, tmp_path / f"items.{ending}")
        history.undo(stage.closet)
        page = stage.open(tmp_path / f"items.{ending}")
        assert not page.reading.mapping.unknown
        stage.press(page.bring)
        after = pieces.pieces(stage.closet, gallery.find(stage.closet))
        assert [piece.facts for piece in after] == [before]


def test_the_sheet_of_a_workbook_can_be_changed(stage: Stage, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Spring"
    for row in (["Title", "Price"], ["Coat", 44], ["Hat", 12]):
        first.append(row)
    second = book.create_sheet("Autumn")
    for row in (["My list"], [], ["Title", "Price"], ["Boots", 60]):
        second.append(row)
    book.save(tmp_path / "list.xlsx")
    page = stage.open(tmp_path / "list.xlsx")
    part = page.side.file
    assert part.sheets.isVisible()
    assert not part.encoding.isVisible()
    assert page.bring.text() == "Bring in 2 pieces"
    part.sheets.changed.emit("Autumn")
    stage.settle()
    assert part.headings.value() == 3
    assert [row.facts.title for row in stage.rows() if row.facts] == ["Boots"]


def test_letters_and_parting_signs_are_found_and_can_be_changed(
    stage: Stage, tmp_path: Path
) -> None:
    file = write_csv(
        tmp_path / "list.csv", ["Title", "Brand"], ["데님 재킷", "리바이스"], ["청바지", "르"],
        encoding="cp949", sign=";",
    )  # fmt: skip
    page = stage.open(file)
    part = page.side.file
    assert (part.delimiter.value(), part.encoding.value()) == (";", "cp949")
    assert stage.rows()[0].text == "데님 재킷 · 리바이스"
    part.delimiter.changed.emit(",")
    stage.settle()
    assert len(page.reading.mapping.columns) == 1
    part.delimiter.changed.emit(";")
    part.headings.changed.emit(0)
    stage.settle()
    assert page.side.columns.rows[0].field.value() in {LEAVE_OUT, None}


def test_commands_have_keys(stage: Stage) -> None:
    page = stage.open(LIST)
    stage.qtbot.keyClick(page.rows.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert stage.answers.asked == 1
    stage.qtbot.keyClick(page.rows.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert gallery.counts(stage.closet).items == 57


def test_the_width_of_the_columns_pane_is_kept(stage: Stage) -> None:
    page = stage.open(LIST)
    page.work.setSizes([500, 800])
    page.work.splitterMoved.emit(500, 1)
    assert stage.choices.settings.panes["import"][0] == page.work.sizes()[0] >= 450
