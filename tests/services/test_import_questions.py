"""Both readings of a doubtful day or amount, in the shop's own words."""

from __future__ import annotations

from pathlib import Path

from closet_app.services import imports
from closet_app.services.closet import Closet
from closet_app.services.import_questions import amount_readings, day_readings
from closet_app.services.imports import DateOrder, DecimalMark, RowState
from tests.closets import new_closet


def test_a_day_is_said_both_ways(closet: Closet) -> None:
    assert day_readings(closet, "01/02/2026") == {
        DateOrder.MONTH_FIRST: "Jan 2, 2026",
        DateOrder.DAY_FIRST: "Feb 1, 2026",
    }
    assert day_readings(closet, "13/02/2026") == {DateOrder.DAY_FIRST: "Feb 13, 2026"}
    assert day_readings(closet, "spring") == {}


def test_an_amount_is_said_both_ways(closet: Closet) -> None:
    point, comma = DecimalMark.POINT, DecimalMark.COMMA
    assert amount_readings(closet, "$1,234") == {point: "$1,234.00", comma: "about $1.23"}
    assert amount_readings(closet, "1.234") == {comma: "$1,234.00", point: "about $1.23"}
    assert amount_readings(closet, "12,50") == {}


def test_readings_are_in_the_shops_currency(tmp_path: Path) -> None:
    made = new_closet(tmp_path / "yen", currency="JPY", country="JP")
    readings = amount_readings(made, "1,234")
    assert readings[DecimalMark.POINT].endswith("1,234")
    assert readings[DecimalMark.COMMA].startswith("about ")
    made.close()


def test_broken_rows_are_saved_with_their_reasons(closet: Closet, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title,Cost\nCoat,4\nHat,NaN\n")
    sheet = imports.read_sheet(file)
    found = imports.preview(closet, sheet, imports.guess(closet, sheet))
    assert imports.save_broken(closet, sheet, found, tmp_path / "out.csv") == 1
    again = imports.read_sheet(tmp_path / "out.csv")
    rows = imports.preview(closet, again, imports.guess(closet, again)).rows
    assert [row.state for row in rows] == [RowState.BROKEN]
    assert rows[0].why == found.of(RowState.BROKEN)[0].why


def test_rows_can_be_looked_at_while_they_are_read(closet: Closet, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title,Bought on\nCoat,01/02/2026\n")
    sheet = imports.read_sheet(file)
    mapping = imports.guess(closet, sheet)
    seen: list[imports.PreviewRow] = []
    by = imports.settled(closet, sheet, mapping)
    found = imports.preview(closet, sheet, mapping, seen=seen, by=by)
    assert tuple(seen) == found.rows
    assert found.questions == by.questions == imports.questions(closet, sheet, mapping)
    assert not by.questions.date_order_certain
