"""The pull list: every bin in walking order, and what is taken out of it for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from closet_app.printing import styles
from closet_app.printing.area import HAIRLINE, Align, Area, Box, Pen, Slot
from closet_app.printing.documents import Printed, drawn
from closet_app.printing.paper import Paper
from closet_app.printing.saving import deliver
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.text.fitting import Style

SIDE, TOP, FOOT = 40.0, 46.0, 40.0
HEAD, BIN, ROW = 40.0, 34.0, 44.0
"""Heights in points: the title, a bin's name, and a piece."""
TICK, PHOTO = 12.0, (30.0, 36.0)
TEXT_X, SIDE_WIDTH = 64.0, 150.0
BIN_NAME = Style("strong", 15, 9, 18, styles.INK)
_TICK_PEN = Pen(1.0, styles.INK, corner=2.2)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PullRow:
    """One piece: its words at the left, its order and buyer at the right."""

    title: str
    detail: str
    order: str
    buyer: str
    photo: Path | None = None


@dataclass(frozen=True, slots=True)
class PullBin:
    """One bin with what is pulled from it."""

    name: str
    rows: tuple[PullRow, ...]


@dataclass(frozen=True, slots=True)
class PullSheet:
    """The whole list; `words` stand at the right of the title."""

    title: str
    words: str
    bins: tuple[PullBin, ...]


Place = tuple[PullBin, PullRow | None]
"""A line of the page: a bin's name, or one of its pieces."""


def make_pull_sheet(
    sheet: PullSheet, stock: Stock, out: BinaryIO | Path, progress: Progress | None = None
) -> Printed:
    """Write the list on pages of `stock`."""
    data, printed = drawn(
        sheet.title, lambda paper: draw_pull_sheet(paper, sheet, Layout(stock), progress)
    )
    deliver(data, out)
    return printed


def draw_pull_sheet(
    paper: Paper, sheet: PullSheet, layout: Layout, progress: Progress | None = None
) -> None:
    """Draw the list on pages of its own; a bin's name never ends a page."""
    paper.begin(sheet.title)
    stock = layout.stock
    pages = tuple(planned_pages(sheet, room_on(stock)))
    for number, places in enumerate(pages, start=1):
        if progress:
            progress(number, len(pages))
        paper.open_sheet(layout)
        area = Area(paper, Cell(0, 0, stock.width, stock.height))
        _draw_page(area, sheet, places, (number, len(pages)))
        paper.close_page()


def room_on(stock: Stock) -> float:
    """Points of a page that hold lines."""
    return stock.height - TOP - HEAD - FOOT


def planned_pages(sheet: PullSheet, room: float) -> Iterator[tuple[Place, ...]]:
    """Lines that fit `room` points, page by page; a bin that goes on is named again."""
    page: list[Place] = []
    left = room
    for stop in sheet.bins:
        for number, row in enumerate(stop.rows):
            needed = ROW + (BIN if number == 0 or not page else 0)
            if page and left < needed:
                yield tuple(page)
                page, left, needed = [], room, ROW + BIN
            if needed > ROW:
                page.append((stop, None))
            page.append((stop, row))
            left -= needed
    if page:
        yield tuple(page)


def _draw_page(
    area: Area, sheet: PullSheet, places: tuple[Place, ...], of: tuple[int, int]
) -> None:
    inner = area.width - 2 * SIDE
    area.line(sheet.title, styles.PIECE_TITLE, Slot(SIDE, TOP + 4, inner * 0.5))
    words = sheet.words
    if of[1] > 1:
        words = f"{words} · {area.paper.phrases.say('page_of', page=of[0], pages=of[1])}"
    area.line(words, styles.SMALL, Slot(SIDE + inner / 2, TOP + 4, inner / 2, Align.RIGHT))
    top = TOP + HEAD - 20
    for stop, row in places:
        if row is None:
            area.line(stop.name, BIN_NAME, Slot(SIDE, top + BIN - 9, inner))
            top += BIN
            area.rule(SIDE, top, inner)
        else:
            _draw_row(area, row, top)
            top += ROW
            area.rule(SIDE, top, inner, HAIRLINE)


def _draw_row(area: Area, row: PullRow, top: float) -> None:
    middle, right = top + ROW / 2, area.width - SIDE
    area.frame(Box(SIDE, middle - TICK / 2, TICK, TICK), _TICK_PEN)
    area.photo(row.photo, Box(SIDE + TICK + 10, middle - PHOTO[1] / 2, *PHOTO))
    left, edge = SIDE + TEXT_X, right - SIDE_WIDTH
    for text, style, y in (
        (row.title, styles.BODY_STRONG, middle - 2),
        (row.detail, styles.SMALL, middle + 12),
    ):
        area.line(text, style, Slot(left, y, edge - left - 10))
    for text, style, y in (
        (row.buyer, styles.SMALL_STRONG, middle - 2),
        (row.order, styles.SMALL, middle + 12),
    ):
        area.line(text, style, Slot(edge, y, SIDE_WIDTH, Align.RIGHT))
