"""XLSX workbooks as rows of typed cells: formulas by their last value, days as days."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from closet_app.errors import UserError
from closet_app.exchange.delimited import FAULT_LONG, FAULT_WIDE, LONGEST_FIELD, MOST_COLUMNS
from closet_app.exchange.filekinds import REMEDY, unreadable
from closet_app.exchange.sheet import Cell, CellError, SheetRow

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

NO_VALUE = CellError("formula without a value")
LARGEST_UNPACKED = 2 << 30
LARGEST_STRINGS = 512 << 20
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
ZEROS = re.compile("0{2,}")
CHUNK = 1 << 20
# What openpyxl lets through when the XML inside is damaged or was written by a careless program.
READER_ERRORS = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, EOFError,
    NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@contextmanager
def opened(path: Path, *, values: bool) -> Iterator[Workbook]:
    """The workbook for reading row by row, with `values` or else the formulas themselves.

    Raises UserError when it is damaged or unpacks to more than `LARGEST_UNPACKED`.
    """
    from openpyxl import load_workbook

    _require_size(path)
    # Handed over as a file: by name openpyxl refuses every ending but its own.
    with _translated(path), path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=values, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def sheets_of(path: Path) -> dict[str, int]:
    """The visible sheets in the order of their tabs, with the rows each says it has."""
    with opened(path, values=True) as book:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return {sheet.title: int(sheet.max_row or 0) for sheet in shown}


def formulas_in(path: Path) -> bool:
    """Whether any sheet holds a formula, found without parsing."""
    with _translated(path), zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if SHEET_PART.fullmatch(name) and _holds_formula(packed, name):
                return True
    return False


def workbook_rows(path: Path, sheet: str, *, has_formulas: bool) -> Iterator[SheetRow]:
    """Every row of `sheet`, empty ones too; `line` is the row number of the sheet."""
    with opened(path, values=True) as book:
        rows = _cells_of(book, sheet)
        if not has_formulas:
            for line, row in enumerate(rows, 1):
                yield _row(line, [_value(cell) for cell in row])
            return
        with opened(path, values=False) as formulas:
            both = zip(rows, _cells_of(formulas, sheet), strict=False)
            for line, (row, typed) in enumerate(both, 1):
                yield _row(line, _with_missing(row, typed))


def _cells_of(book: Workbook, sheet: str) -> Iterator[Sequence[ReadOnlyCell | EmptyCell]]:
    page = book[sheet]
    # Some programs write a wrong size of the sheet; without it every row is read.
    page.reset_dimensions()
    return iter(page.iter_rows())


def _row(line: int, cells: list[Cell]) -> SheetRow:
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        return SheetRow(line, tuple(cells[:20]), FAULT_WIDE)
    if any(isinstance(cell, str) and len(cell) > LONGEST_FIELD for cell in cells):
        return SheetRow(line, (), FAULT_LONG)
    return SheetRow(line, tuple(cells))


def _with_missing(
    row: Sequence[ReadOnlyCell | EmptyCell], typed: Sequence[ReadOnlyCell | EmptyCell]
) -> list[Cell]:
    """The values; a formula that was never worked out is an error, not an empty cell."""
    return [
        NO_VALUE if cell.value is None and formula.value is not None else _value(cell)
        for cell, formula in zip(row, typed, strict=False)
    ]


def _value(cell: ReadOnlyCell | EmptyCell) -> Cell:
    value: Any = cell.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return CellError(value) if cell.data_type == "e" else unescaped(value)
    if isinstance(value, int):
        return _with_zeros(value, cell.number_format)
    if isinstance(value, float):
        return _number(value)
    return _moment(value)


def unescaped(text: str) -> str:
    """`_x000D_` in a workbook's text stands for the sign of that number (ECMA-376, 22.9.2.19)."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _with_zeros(value: int, number_format: str) -> Cell:
    """A number shown as 0412 by its format is the text 0412."""
    if ZEROS.fullmatch(number_format or "") and value >= 0:
        return f"{value:0{len(number_format)}d}"
    return value


def _number(value: float) -> Cell:
    """Fifteen figures, as spreadsheet programs show it: 64.60000000000001 is 64.6."""
    exact = Decimal(f"{value:.15g}")
    if not exact.is_finite():
        return CellError(str(value))
    return int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**15 else exact


def _moment(value: datetime | date | time | timedelta) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)


def _holds_formula(packed: zipfile.ZipFile, name: str) -> bool:
    before = b""
    with packed.open(name) as part:
        while chunk := part.read(CHUNK):
            window = before + chunk
            if b"<f>" in window or b"<f " in window:
                return True
            before = window[-2:]
    return False


def _require_size(path: Path) -> None:
    with _translated(path), zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
    strings = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or strings > LARGEST_STRINGS:
        raise UserError(
            f"{path.name} is too large once it is unpacked.",
            remedy="Save the sheet as CSV and import that.",
        )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unreadable(path, error) from error
    except READER_ERRORS as error:
        raise UserError(
            f"{path.name} is damaged and cannot be read.", remedy=REMEDY, reason=repr(error)
        ) from error
