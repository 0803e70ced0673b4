"""The form of a stock as a table: which fields there are, and when each is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from closet_app.services.print_pages import Kind
from closet_app.services.stocks import StockDraft
from closet_app.ui.words import mark

Shown = Callable[[StockDraft], bool]


def holds_cells(draft: StockDraft) -> bool:
    """Whether a page may hold something smaller than itself."""
    return draft.kind in (Kind.SHEET, Kind.CARD)


def fills_page(draft: StockDraft) -> bool:
    """Whether the page is the one label or card itself."""
    page, cell = (draft.page_width, draft.page_height), (draft.cell_width, draft.cell_height)
    return draft.columns * draft.rows == 1 and cell == page


def has_place(draft: StockDraft) -> bool:
    """Whether it matters where on the page the labels begin."""
    return holds_cells(draft) and not fills_page(draft)


def _in_row(draft: StockDraft) -> bool:
    return holds_cells(draft) and draft.columns > 1


def _in_column(draft: StockDraft) -> bool:
    return holds_cells(draft) and draft.rows > 1


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its name in the draft, its words, its half of a row, and when it is shown.

    Rows of the same `group` stand under its heading.
    """

    name: str
    words: str
    group: str
    shown: Shown = lambda _draft: True
    counts: bool = False


PAGE, CELLS, PLACE, EDGES = "page", "cells", "place", "edges"
GROUPS: dict[str, str] = {
    PAGE: mark("The page"),
    CELLS: mark("What is on it"),
    PLACE: mark("Where it begins"),
    EDGES: mark("Edges"),
}
ROLL_PAGE = mark("One label")
LINES: tuple[Line, ...] = (
    Line("page_width", mark("Width"), PAGE),
    Line("page_height", mark("Height"), PAGE),
    Line("columns", mark("Side by side"), CELLS, holds_cells, counts=True),
    Line("rows", mark("One below another"), CELLS, holds_cells, counts=True),
    Line("cell_width", mark("Width of each"), CELLS, holds_cells),
    Line("cell_height", mark("Height of each"), CELLS, holds_cells),
    Line("left", mark("From the left edge"), PLACE, has_place),
    Line("top", mark("From the top edge"), PLACE, has_place),
    Line("pitch_x", mark("To the next beside"), PLACE, _in_row),
    Line("pitch_y", mark("To the next below"), PLACE, _in_column),
    Line("margin", mark("Safe margin"), EDGES),
    Line("corner", mark("Rounded corner"), EDGES, lambda draft: draft.kind is not Kind.PAPER),
)


@dataclass(frozen=True, slots=True)
class SwitchLine:
    """Something that is so or not: its name in the draft, its words, and the kinds it is for."""

    name: str
    words: str
    kinds: tuple[Kind, ...]


SWITCHES: tuple[SwitchLine, ...] = (
    SwitchLine("folded", mark("Each is folded once down its middle"), (Kind.CARD,)),
    SwitchLine("crop", mark("Print marks to cut along"), (Kind.CARD,)),
    SwitchLine("turned", mark("Read along the tape"), (Kind.ROLL,)),
    SwitchLine("continuous", mark("One long tape, cut after each label"), (Kind.ROLL,)),
)
KINDS: dict[Kind, str] = {
    Kind.SHEET: mark("Labels"),
    Kind.ROLL: mark("Roll"),
    Kind.CARD: mark("Cards"),
    Kind.PAPER: mark("Paper"),
}
UNITS: dict[str, str] = {"in": mark("Inches"), "mm": mark("Millimeters")}
