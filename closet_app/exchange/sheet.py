"""What comes out of a table file, whatever it was: headings, rows of cells, what was noticed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose value the spreadsheet program could not work out; `text` is what it shows."""

    text: str


Cell = str | int | Decimal | date | bool | CellError | None
"""Text files give only text; workbooks give numbers, days and errors as such."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; `line` is its number as a spreadsheet program counts, from 1.

    `fault` is a sentence when the row cannot be read as a whole; its cells are then a sample.
    """

    line: int
    cells: tuple[Cell, ...]
    fault: str = ""


class LeftOutBecause(StrEnum):
    """Why a row holds no piece."""

    EMPTY = "empty"
    SECTION = "section"
    TOTAL = "total"
    HEADINGS_AGAIN = "headings_again"
    FOOTER = "footer"
    SAME_ROW = "same_row"
    ONLY_A_NUMBER = "only_a_number"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is passed over without being wrong; `text` shows how it begins."""

    line: int
    because: LeftOutBecause
    text: str = ""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """Something noticed while a file was opened; `sentence` is for the seller."""

    kind: str
    sentence: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the seller may set about a file; None and "" mean: find out.

    `heading_line` 0 says that the file has no headings.
    """

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    heading_line: int | None = None

    def with_sheet(self, name: str) -> ReadOptions:
        """The same options for another sheet, whose headings stand elsewhere."""
        return replace(self, sheet=name, heading_line=None)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file was found to be written; `delimiter` is empty for workbooks."""

    path: Path
    encoding: str = ""
    bad_bytes: bool = False
    delimiter: str = ""
    first_line_is_sep: bool = False
    sheet: str = ""
    has_formulas: bool = False
    size: int = 0
    changed_at: int = 0


def cell_text(cell: Cell) -> str:
    """The cell as a seller would type it; empty for an empty or broken cell."""
    if cell is None or isinstance(cell, CellError):
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def shown_text(cell: Cell) -> str:
    """The cell for a sample on screen, errors included."""
    return cell.text if isinstance(cell, CellError) else cell_text(cell)


def is_empty(cell: Cell) -> bool:
    """Whether nothing can be seen in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
