from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from closet_app.errors import NotFoundError, UserError
from closet_app.exchange import workbook
from closet_app.exchange.delimited import FAULT_LONG, FAULT_WIDE
from closet_app.exchange.sheet import CellError, ReadOptions, SheetRow
from closet_app.exchange.tables_in import open_sheet
from closet_app.exchange.workbook import NO_VALUE


def saved(path: Path, *rows: list[Any], title: str = "Items") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def cells_of(path: Path) -> list[tuple[Any, ...]]:
    return [row.cells for row in open_sheet(path).rows() if isinstance(row, SheetRow)]


def test_cells_keep_their_types(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "list.xlsx",
        ["SKU", "Title", "Paid", "Bought", "Quantity", "Personal"],
        ["0012", "Dress", 6.99, datetime(2026, 5, 30, 9, 15), 2.0, True],  # noqa: DTZ001 - a cell has no zone
        [13, "Skirt", 64.60000000000001, date(2026, 5, 31), 1, None],
    )
    first, second = cells_of(path)
    assert first == ("0012", "Dress", Decimal("6.99"), date(2026, 5, 30), 2, True)
    assert second == (13, "Skirt", Decimal("64.6"), date(2026, 5, 31), 1, None)


def test_a_number_shown_with_leading_zeros_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["SKU", "Title"])
    sheet.append([412, "Dress"])
    sheet["A2"].number_format = "0000"
    book.save(path)
    assert cells_of(path) == [("0412", "Dress")]


def test_formulas_count_by_their_value_and_without_one_are_errors(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    saved(path, ["SKU", "Title", "Paid"], ["1", "Dress", "=2+3"], ["2", "Skirt", 4])
    assert cells_of(path)[0] == ("1", "Dress", NO_VALUE)
    worked_out(path, "<v></v>", "<v>5</v>")
    assert cells_of(path)[0] == ("1", "Dress", 5)


def worked_out(path: Path, before: str, after: str) -> None:
    """What a spreadsheet program does on saving: the formula's value stands beside it."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    page = parts[name].decode()
    assert before in page or "<v />" in page
    parts[name] = page.replace("<v />", before).replace(before, after, 1).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)


def test_error_cells_are_known_as_such(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.xlsx", ["SKU", "Title", "Paid"], ["1", "Dress", "#REF!"])
    assert cells_of(path) == [("1", "Dress", CellError("#REF!"))]


def test_sheets_are_chosen_and_the_first_with_rows_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = Workbook()
    assert book.active is not None
    book.active.title = "Empty"
    stock = book.create_sheet("Stock")
    stock.append(["SKU", "Title"])
    stock.append(["1", "Dress"])
    sold = book.create_sheet("Sold")
    sold.append(["SKU", "Title", "Paid"])
    sold.append(["9", "Hat", 3])
    book.create_sheet("Secret").sheet_state = "hidden"
    book.save(path)
    sheet = open_sheet(path)
    assert (sheet.name, sheet.names) == ("Stock", ("Empty", "Stock", "Sold"))
    chosen = open_sheet(path, ReadOptions().with_sheet("Sold"))
    assert chosen.headings == ("SKU", "Title", "Paid")
    with pytest.raises(NotFoundError, match="Nothing"):
        open_sheet(path, ReadOptions(sheet="Nothing"))


def test_a_wrong_size_of_the_sheet_loses_no_rows(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.xlsx", ["SKU", "Title"], ["1", "Dress"], ["2", "Skirt"])
    worked_out(path, '<dimension ref="A1:B3" />', '<dimension ref="A1" />')
    assert [cells[0] for cells in cells_of(path)] == ["1", "2"]


def test_a_row_of_too_many_or_too_long_cells_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_COLUMNS", 50)
    monkeypatch.setattr(workbook, "LONGEST_FIELD", 100)
    path = saved(
        tmp_path / "list.xlsx", ["SKU", "Title"], ["1"] * 60, ["2", "x" * 101], ["3", "Hat"]
    )
    rows = [row for row in open_sheet(path).rows() if isinstance(row, SheetRow)]
    assert [row.fault for row in rows] == [FAULT_WIDE, FAULT_LONG, ""]


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "list.xlsx", ["SKU", "Title"], ["1", "Dress"])
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 1_000)
    with pytest.raises(UserError, match="too large"):
        open_sheet(path)


def test_escaped_signs_in_text_are_read_as_the_signs(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.xlsx", ["SKU", "Title"], ["1", "two_x000A_lines _x005F_x0041_"])
    assert cells_of(path) == [("1", "two\nlines _x0041_")]
