"""Cards on their sheets: several to a page with marks to cut along, backs behind fronts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from closet_app.printing.area import Area
from closet_app.printing.cards.letter import fit_letter
from closet_app.printing.cards.sides import (
    draw_back_side,
    draw_front_side,
    has_back,
    letter_frame,
    turn_on,
)
from closet_app.printing.crop_marks import draw_crop_marks
from closet_app.printing.design import Design
from closet_app.printing.paper import Paper
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.values import Card


class Faces(StrEnum):
    """Which sides a file holds: `BOTH` is each sheet's front followed by its back."""

    BOTH = "both"
    FRONTS = "fronts"
    BACKS = "backs"


class Flip(StrEnum):
    """How the printer or the seller turns a sheet: like a book's page, or like a notepad's."""

    SIDE = "side"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Turning:
    """How two sides come onto one sheet; `from_last` is for stacks that come out in reverse."""

    faces: Faces = Faces.BOTH
    flip: Flip = Flip.SIDE
    from_last: bool = False


TWO_SIDED = Turning()
Sheet = list[tuple[Card, Cell]]


def draw_cards(
    paper: Paper, cards: Iterable[Card], layout: Layout, design: Design, turning: Turning
) -> None:
    """Every card's sides in the order of printing.

    Raises TextTooLongError at the first card whose note does not fit at its smallest writing.
    """
    sheets = list(_sheets(paper, cards, layout, design))
    with_backs = any(has_back(card, design, layout.stock) for sheet in sheets for card, _ in sheet)
    for sheet in reversed(sheets) if turning.from_last else sheets:
        if turning.faces is not Faces.BACKS:
            _draw_fronts(paper, sheet, layout, design)
        if with_backs and turning.faces is not Faces.FRONTS:
            _draw_backs(paper, sheet, layout, design, turning.flip)


def _sheets(paper: Paper, cards: Iterable[Card], layout: Layout, design: Design) -> Iterator[Sheet]:
    """The cards of each sheet with their cells, every note checked."""
    sheet: Sheet = []
    current = 0
    for card, (page, cell) in zip(cards, layout.places(), strict=False):
        paper.begin(card.order or card.greeting, card.language)
        fit_letter(card, design, letter_frame(card, design, layout.stock))
        if page != current and sheet:
            yield sheet
            sheet = []
        current = page
        sheet.append((card, cell))
    if sheet:
        yield sheet


def _draw_fronts(paper: Paper, sheet: Sheet, layout: Layout, design: Design) -> None:
    stock = layout.stock
    paper.open_sheet(layout)
    if stock.crop:
        draw_crop_marks(paper, stock)
    for card, cell in sheet:
        area = _begin(paper, card, cell, turn_on(design, stock))
        draw_front_side(area, card, design, stock)
        paper.close_frame()
    paper.close_page()


def _draw_backs(paper: Paper, sheet: Sheet, layout: Layout, design: Design, flip: Flip) -> None:
    """The backs behind their fronts: mirrored, and upside down when turned over the top."""
    stock = layout.stock
    paper.open_sheet(layout)
    over_top = flip is Flip.TOP
    for card, cell in sheet:
        turn = turn_on(design, stock)
        behind = _behind(cell, stock, over_top=over_top)
        turn = turn + (180 if over_top else 0) + (180 if turn else 0)
        area = _begin(paper, card, behind, turn % 360)
        if has_back(card, design, stock):
            draw_back_side(area, card, design, stock)
        paper.close_frame()
    paper.close_page()


def _begin(paper: Paper, card: Card, cell: Cell, turn: int) -> Area:
    paper.begin(card.order or card.greeting, card.language)
    return Area(paper, paper.open_frame(cell, turn))


def _behind(cell: Cell, stock: Stock, *, over_top: bool) -> Cell:
    """Where the cell's other side lies once the sheet is turned."""
    if over_top:
        return Cell(cell.left, stock.height - cell.top - cell.height, cell.width, cell.height)
    return Cell(stock.width - cell.left - cell.width, cell.top, cell.width, cell.height)
