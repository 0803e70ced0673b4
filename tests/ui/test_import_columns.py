"""What the columns of a file mean, and what has to be asked about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from closet_app.services import gallery, pieces
from closet_app.services.imports import DateOrder, DecimalMark
from closet_app.ui.importing.column_row import LEAVE_OUT, ColumnRow
from closet_app.ui.importing.columns_part import ColumnsPart, help_words
from closet_app.ui.importing.row_model import Sieve
from tests.ui.import_stage import Stage, stage, write_csv

pytestmark = pytest.mark.usefixtures("keeper")
__all__ = ["stage"]

_ACROSS = Qt.Orientation.Horizontal
HEADINGS = ["Number", "Title", "Lst Px", "Zqx", "Fees"]
ROW = ["A-1", "Wool coat", "44", "q1", "3.10"]


def row_of(stage: Stage, heading: str) -> ColumnRow:
    headings = [use.heading for use in stage.page.reading.mapping.columns]
    return stage.page.side.columns.rows[headings.index(heading)]


def caption(row: ColumnRow) -> str:
    return row.field.box.accessibleDescription().split(".")[0]


def words_of(part: ColumnsPart) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_each_column_says_who_decided_what_it_is(stage: Stage, tmp_path: Path) -> None:
    stage.open(write_csv(tmp_path / "list.csv", HEADINGS, ROW, ["", "", "", "", ""]))
    assert [caption(row_of(stage, heading)) for heading in HEADINGS] == [
        "looks like", "same name", "choose what it means", "choose what it means", "about a sale",
    ]  # fmt: skip
    stage.take_as("Lst Px", "asking")
    stage.take_as("Zqx", LEAVE_OUT)
    assert [caption(row_of(stage, heading)) for heading in HEADINGS[2:4]] == ["your choice"] * 2


def test_unknown_columns_are_named_and_f3_goes_through_them(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(write_csv(tmp_path / "list.csv", HEADINGS, ROW))
    part = page.side.columns
    assert {"Two columns need your help.", "Choose what “Lst Px” means."} <= set(words_of(part))
    assert page.head.line.steps[1].caption == "2 need your help"
    stage.act("import.next_unknown")
    assert row_of(stage, "Lst Px").field.box.hasFocus()
    stage.act("import.next_unknown")
    assert row_of(stage, "Zqx").field.box.hasFocus()
    stage.take_as("Lst Px", "asking")
    assert "One column needs your help." in words_of(part)
    stage.take_as("Zqx", LEAVE_OUT)
    assert not part.go_to_unknown()
    assert page.head.line.steps[1].caption == "3 of 5 used"


def test_a_choice_is_seen_in_the_rows_at_once(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(write_csv(tmp_path / "list.csv", HEADINGS, ROW))
    stage.take_as("Lst Px", "asking")
    heads = [page.rows.model.headerData(at, _ACROSS) for at in range(6)]
    assert heads == ["Row", "What it is", "Piece", "Item number", "Asking", None]
    assert page.rows.model.cell(0, 4) == "$44.00"
    stage.press(page.bring)
    assert pieces.pieces(stage.closet, gallery.find(stage.closet))[0].facts.asking is not None


def test_a_field_of_one_value_lets_the_other_column_go(stage: Stage, tmp_path: Path) -> None:
    stage.open(write_csv(tmp_path / "list.csv", ["Title", "Thing"], ["Coat", "Wool coat"]))
    stage.take_as("Thing", "title")
    assert row_of(stage, "Title").field.value() == LEAVE_OUT
    assert [row.facts.title for row in stage.rows() if row.facts] == ["Wool coat"]


def test_a_choice_says_heading_and_cells_to_a_screen_reader(stage: Stage, tmp_path: Path) -> None:
    stage.open(write_csv(tmp_path / "list.csv", ["Title", "<b>Zqx</b> & Co"], ["Coat", "a & b"]))
    box = row_of(stage, "<b>Zqx</b> & Co").field.box
    assert box.accessibleName() == "“<b>Zqx</b> & Co” is"
    assert box.accessibleDescription() == "choose what it means. Cells: a & b"


def test_of_very_many_columns_a_few_are_made_until_more_are_asked_for(
    stage: Stage, tmp_path: Path
) -> None:
    headings = ["Title", *(f"Column {number}" for number in range(99)), "Zqx"]
    file = write_csv(tmp_path / "list.csv", headings, ["Coat", *[""] * 99, "q"])
    part = stage.open(file).side.columns
    stage.qtbot.waitUntil(lambda: len(part.rows) == 40)
    more = next(each for each in part.findChildren(QPushButton) if "more" in each.text())
    assert more.text() == "Show 61 more columns"
    stage.press(more)
    stage.qtbot.waitUntil(lambda: len(part.rows) == 80)
    assert part.go_to_unknown()
    assert part.rows[-1].field.box.hasFocus()
    assert len(part.rows) == 101


def test_numbers_up_to_nine_are_words() -> None:
    assert help_words(1) == "One column needs your help."
    assert help_words(9) == "Nine columns need your help."
    assert help_words(10) == "10 columns need your help."


def test_days_and_amounts_are_asked_once_for_the_file(stage: Stage, tmp_path: Path) -> None:
    file = write_csv(
        tmp_path / "list.csv", ["Title", "Bought on", "Paid"],
        ["Coat", "01/02/2026", "1,234"], ["Hat", "03/04/2026", "2,000"],
    )  # fmt: skip
    page = stage.open(file)
    part = page.side.questions
    asked = [[button.text() for button in card.buttons.values()] for card in part.cards]
    assert asked == [
        ["Jan 2, 2026 (month first)", "Feb 1, 2026 (day first)"],
        ["$1,234.00 (a point before the cents)", "about $1.23 (a comma before the cents)"],
    ]
    assert page.head.line.steps[1].caption == "One question about the file"
    page.bring_in()
    stage.settle()
    assert gallery.counts(stage.closet).items == 0
    assert part.cards[0].buttons[DateOrder.MONTH_FIRST].hasFocus()
    part.cards[0].buttons[DateOrder.DAY_FIRST].click()
    part.cards[1].buttons[DecimalMark.POINT].click()
    stage.settle()
    facts = [row.facts for row in stage.rows() if row.facts]
    assert [each.acquired_on.isoformat() for each in facts if each.acquired_on] == [
        "2026-02-01", "2026-04-03",
    ]  # fmt: skip
    assert part.isVisible()
    assert part.cards[0].buttons[DateOrder.DAY_FIRST].isChecked()
    stage.press(page.bring)
    assert gallery.counts(stage.closet).items == 2


def test_another_file_is_asked_about_anew(stage: Stage, tmp_path: Path) -> None:
    rows = ["Title", "Bought on"], ["Coat", "01/02/2026"]
    page = stage.open(write_csv(tmp_path / "list.csv", *rows))
    page.side.questions.cards[0].buttons[DateOrder.DAY_FIRST].click()
    stage.settle()
    stage.open(write_csv(tmp_path / "other.csv", *rows))
    assert page.reading.is_unsettled
    assert not page.side.questions.cards[0].buttons[DateOrder.DAY_FIRST].isChecked()
    stage.open(write_csv(tmp_path / "sure.csv", ["Title"], ["Coat"]))
    assert not page.side.questions.isVisible()
    assert stage.counts() == {Sieve.ALL: 1, Sieve.NEW: 1}
