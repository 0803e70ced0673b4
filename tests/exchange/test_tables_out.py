from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from closet_app.domain.item import Condition, Measurement
from closet_app.domain.money import Money
from closet_app.domain.units import Length, Weight
from closet_app.errors import CancelledError, MachineError, UserError
from closet_app.exchange import xlsx_out
from closet_app.exchange.columns import (
    ITEMS,
    PARTS,
    SALES,
    SUMMARY,
    SUMMARY_LINES,
    Column,
    Holds,
    Value,
    row_of,
    summary_rows,
)
from closet_app.exchange.csv_out import write_csv_to
from closet_app.exchange.tables_out import write_table

COLUMNS = (
    Column("title", "Title"),
    Column("notes", "=Notes", Holds.LONG),
    Column("price", "Price", Holds.MONEY),
    Column("count", "Count", Holds.WHOLE),
    Column("day", "Day", Holds.DAY),
    Column("condition", "Condition", Holds.CHOICE),
    Column("tags", "Tags", Holds.WORDS),
    Column("measures", "Measures", Holds.MEASURES),
    Column("weight", "Weight", Holds.WEIGHT),
    Column("any", "Any", Holds.MIXED),
)
ROW: tuple[Value, ...] = (
    '=HYPERLINK("x")', "two\nlines, here", Money(123450, "USD"), 3, date(2026, 1, 31),
    Condition.VERY_GOOD, ("a", "b, c"), (Measurement("waist", Length.of("14.5", "in")),),
    Weight.of(12, "oz"), Decimal("0.50"),
)  # fmt: skip
EMPTY: tuple[Value, ...] = ("", None, None, None, None, None, (), (), None, None)


def test_csv_is_by_the_standard_with_mark_and_guard(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_table(path, COLUMNS, [ROW, EMPTY], currency="USD") == 2
    assert path.read_bytes() == (
        b"\xef\xbb\xbfTitle,'=Notes,Price,Count,Day,Condition,Tags,Measures,Weight,Any\r\n"
        b'"\'=HYPERLINK(""x"")","two\nlines, here",1234.50,3,2026-01-31,Very good,'
        b'"a, ""b, c""",waist: 14.5 in,12 oz,0.50\r\n'
        b",,,,,,,,,\r\n"
    )


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [(5, "USD", "0.05"), (-350, "USD", "-3.50"), (1234, "JPY", "1234"), (1, "KWD", "0.001")],
)
def test_amounts_are_plain_decimals_of_their_currency(
    tmp_path: Path, minor: int, currency: str, written: str
) -> None:
    path = tmp_path / "out.csv"
    columns = (Column("price", "Price", Holds.MONEY), Column("any", "Any", Holds.MIXED))
    write_table(path, columns, [(minor, Money(minor, currency))], currency=currency)
    assert path.read_text("utf-8-sig").splitlines()[1] == f"{written},{written}"


def test_a_table_can_be_written_to_an_open_file() -> None:
    shown = io.StringIO(newline="")
    assert write_csv_to(shown, COLUMNS[:1], [("=x",)], "USD") == 1
    assert shown.getvalue() == "Title\r\n'=x\r\n"


def test_stored_forms_are_written_like_the_values(tmp_path: Path) -> None:
    columns = (
        Column("price", "Price", Holds.MONEY),
        Column("day", "Day", Holds.DAY),
        Column("condition", "Condition", Holds.CHOICE),
    )
    rows: list[Sequence[Value]] = [
        (123450, "2026-01-31", "very_good"),
        (Money(123450, "USD"), date(2026, 1, 31), Condition.VERY_GOOD),
    ]
    write_table(tmp_path / "out.csv", columns, rows, currency="USD")
    first, second = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[1:]
    assert first == second


def test_xlsx_cells_have_their_types_and_text_is_never_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    assert write_table(path, COLUMNS, [ROW, EMPTY], currency="USD") == 2
    page = load_workbook(path).active
    assert page is not None
    cells = [cell.value for cell in page[2]]
    assert cells[:2] == ['=HYPERLINK("x")', "two\nlines, here"]
    assert [cell.data_type for cell in page[2]] == list("ssnndssssn")
    assert cells[2:5] == [1234.5, 3, page["E2"].value]
    assert page["E2"].value.date() == date(2026, 1, 31)
    assert page["C2"].number_format == "#,##0.00"
    assert page.freeze_panes == "A2"
    assert all(cell.value is None for cell in page[3])


def test_markup_of_the_library_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_table(path, (Column("title", "Title"),), [("<r><t>x</t></r>",)], currency="USD")
    page = load_workbook(path).active
    assert page is not None
    assert page["A2"].value == "<r><t>x</t></r>"


def test_days_before_spreadsheets_are_text(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_table(path, (Column("day", "Day", Holds.DAY),), [(date(1900, 1, 1),)], currency="USD")
    page = load_workbook(path).active
    assert page is not None
    assert page["A2"].value == "1900-01-01"


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("old", "utf-8")

    def broken() -> Iterator[Sequence[Value]]:
        yield ROW
        raise CancelledError

    with pytest.raises(CancelledError):
        write_table(path, COLUMNS, broken(), currency="USD")
    assert path.read_text("utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_progress_counts_up_and_can_stop_the_export(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    class Listener:
        def step(self, done: int, total: int, _: str) -> None:
            seen.append((done, total))
            if done >= 2_000:
                raise CancelledError

    rows = [("x",)] * 5_000
    for name in ("out.csv", "out.xlsx"):
        seen.clear()
        with pytest.raises(CancelledError):
            write_table(
                tmp_path / name, (Column("t", "T"),), rows,
                currency="USD", total=5_000, progress=Listener(),
            )  # fmt: skip
        assert seen == [(0, 5_000), (1_000, 5_000), (2_000, 5_000)]
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError, match="disk is full"):
        write_table(tmp_path / "out.csv", COLUMNS, [ROW], currency="USD")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        write_table(tmp_path / "gone" / "out.csv", COLUMNS, [], currency="USD")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"neither \.csv nor \.xlsx"):
        write_table(tmp_path / "out.ods", COLUMNS, [], currency="USD")


def test_what_a_workbook_cannot_hold_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (Column("t", "T"),)
    with pytest.raises(UserError, match="letters"):
        write_table(tmp_path / "out.xlsx", columns, [("x" * 40_000,)], currency="USD")
    monkeypatch.setattr(xlsx_out, "MOST_ROWS", 3)
    with pytest.raises(UserError, match="2 rows"):
        write_table(tmp_path / "out.xlsx", columns, [("x",)] * 3, currency="USD")
    assert not list(tmp_path.iterdir())


def test_a_new_file_may_be_read_by_those_who_may_read_others(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("", "utf-8")
    write_table(tmp_path / "out.csv", COLUMNS, [], currency="USD")
    assert (tmp_path / "out.csv").stat().st_mode == other.stat().st_mode


def test_the_sales_rows_add_up_to_the_summary_in_the_files(tmp_path: Path) -> None:
    sales = [
        {column.key: "" for column in SALES} | {part: Money(at * 101 - 7, "USD") for part in PARTS}
        for at in range(4)
    ]
    totals = {part: Money(sum(at * 101 - 7 for at in range(4)), "USD") for part in PARTS}
    counts = {"year": 2026, "orders": 3, "pieces": 4, "without_cost": 0}
    write_table(
        tmp_path / "sales.csv", SALES, [row_of(SALES, sale) for sale in sales], currency="USD"
    )
    write_table(
        tmp_path / "year.csv", SUMMARY, summary_rows({**totals, **counts}, "USD"), currency="USD"
    )
    with (tmp_path / "sales.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with (tmp_path / "year.csv").open(encoding="utf-8-sig", newline="") as file:
        summary = {row["Line"]: row["Amount"] for row in csv.DictReader(file)}
    headings = {column.key: column.heading for column in SALES}
    for part in PARTS:
        total = sum(Decimal(row[headings[part]]) for row in rows)
        assert str(total) == summary[SUMMARY_LINES[part]]
    assert summary["Pieces sold"] == "4"


def test_every_column_of_a_table_has_its_own_key_and_heading() -> None:
    for columns in (ITEMS, SALES, SUMMARY):
        assert len({column.key for column in columns}) == len(columns)
        assert len({column.heading for column in columns}) == len(columns)
