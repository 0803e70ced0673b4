"""XLSX workbooks with typed cells, written a row at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from closet_app.domain.currencies import digits_of
from closet_app.domain.money import Money
from closet_app.domain.progress import Progress
from closet_app.errors import UserError
from closet_app.exchange.columns import Column, Holds, Plain, Value
from closet_app.exchange.value_forms import Units, text_form

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
EARLIEST = date(1900, 3, 1)  # before it, spreadsheet programs count a day that never was
STEP_ROWS = 1_000
WORDS = "Writing rows"
WIDTHS = {Holds.TEXT: 18, Holds.LONG: 40, Holds.MONEY: 11, Holds.WHOLE: 9, Holds.DAY: 11}
OPTIONS: dict[str, Any] = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class _Pages:
    """One sheet and the formats its cells need."""

    def __init__(
        self, book: Workbook, columns: Sequence[Column], currency: str, units: Units
    ) -> None:
        self.sheet: Worksheet = book.add_worksheet()
        self._currency = currency
        self._forms = [(column.holds, text_form(column.holds, units)) for column in columns]
        self._plain = book.add_format()
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._amount = {
            digits: book.add_format({"num_format": f"#,##0.{'0' * digits}" if digits else "#,##0"})
            for digits in (0, 2, 3)
        }
        heading = book.add_format({"bold": True, "bottom": 1})
        for at, column in enumerate(columns):
            self.sheet.set_column(at, at, WIDTHS.get(column.holds, 18))
        self.sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            self.sheet.write_string(0, at, column.heading, heading)

    def write(self, line: int, row: Sequence[Value]) -> None:
        for at, ((holds, said), value) in enumerate(zip(self._forms, row, strict=True)):
            shown: Any = said(value) if said else value
            if shown is None or shown == "":
                continue
            if holds is Holds.MONEY and isinstance(shown, int):
                self._write_money(line, at, Money(shown, self._currency))
            else:
                self._write_value(line, at, shown)

    def _write_value(self, line: int, at: int, value: Plain) -> None:
        if isinstance(value, str):
            self._write_text(line, at, value)
        elif isinstance(value, Money):
            self._write_money(line, at, value)
        elif isinstance(value, int | Decimal):
            self.sheet.write_number(line, at, value)
        elif value is not None and value < EARLIEST:
            self._write_text(line, at, value.isoformat())
        else:
            self.sheet.write_datetime(line, at, value, self._day)

    def _write_money(self, line: int, at: int, money: Money) -> None:
        self.sheet.write_number(line, at, money.major, self._amount[digits_of(money.currency)])

    def _write_text(self, line: int, at: int, text: str) -> None:
        # xlsxwriter takes such a text for markup of its own and would write it unescaped.
        if text.startswith("<r>") and text.endswith("</r>"):
            refused = self.sheet.write_rich_string(line, at, text[:1], self._plain, text[1:])
        else:
            refused = self.sheet.write_string(line, at, text)
        if refused:
            raise UserError(
                f"A text in row {line + 1} has {len(text):,} letters, and a workbook's cell "
                f"holds {LONGEST_CELL:,}.",
                safe="No file was written.",
                remedy="Export to CSV instead.",
            )


def write_xlsx(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    currency: str,
    units: Units,
    progress: Progress,
) -> int:
    """Writes the table to `path` and returns the number of rows; raises UserError past limits."""
    import xlsxwriter

    with TemporaryDirectory(prefix=".closet-", dir=path.parent) as waiting_rows:
        book = xlsxwriter.Workbook(str(path), {**OPTIONS, "tmpdir": waiting_rows})
        pages = _Pages(book, columns, currency, units)
        try:
            done = _write_rows(pages, rows, progress)
            _close(book)
        finally:
            pages.sheet.row_data_fh.close()
    return done


def _write_rows(pages: _Pages, rows: Iterable[Sequence[Value]], progress: Progress) -> int:
    done = 0
    for done, row in enumerate(rows, 1):
        if done >= MOST_ROWS:
            raise UserError(
                f"A workbook holds {MOST_ROWS - 1:,} rows.",
                safe="No file was written.",
                remedy="Export to CSV instead.",
            )
        if done % STEP_ROWS == 1:
            progress.step(done - 1, done - 1, WORDS)
        pages.write(done, row)
    progress.step(done, done, WORDS)
    return done


def _close(book: Workbook) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error
