"""What is measured in the drawing of a stock: from where to where, and beside which edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from closet_app.services.print_pages import Stock
from closet_app.services.stocks import StockDraft
from closet_app.ui.stocks.figures import say_measure
from closet_app.ui.stocks.lines import fills_page, has_place


class Edge(Enum):
    """Beside which edge of the page a measure stands; far ones stand outside near ones."""

    ABOVE = "above"
    ABOVE_FAR = "above far"
    LEFT = "left"
    LEFT_FAR = "left far"
    BELOW = "below"
    RIGHT = "right"

    @property
    def is_across(self) -> bool:
        """Whether it measures a width."""
        return self in (Edge.ABOVE, Edge.ABOVE_FAR, Edge.BELOW)


@dataclass(frozen=True, slots=True)
class Dimension:
    """One measure: the draft's field it stands for, its ends in points, and its words."""

    field: str
    edge: Edge
    begin: float
    end: float
    words: str


def dimensions(draft: StockDraft, stock: Stock) -> tuple[Dimension, ...]:
    """Everything worth measuring of a stock, the page first."""
    return (*_page(draft, stock), *_cells(draft, stock), *_pitches(draft, stock))


def _page(draft: StockDraft, stock: Stock) -> Iterator[Dimension]:
    width, height = _say(draft, "page_width"), _say(draft, "page_height")
    yield Dimension("page_width", Edge.ABOVE_FAR, 0, stock.width, width)
    yield Dimension("page_height", Edge.LEFT_FAR, 0, stock.height, height)


def _cells(draft: StockDraft, stock: Stock) -> Iterator[Dimension]:
    if fills_page(draft):
        return
    right, bottom = stock.left + stock.cell_width, stock.top + stock.cell_height
    yield Dimension("cell_width", Edge.ABOVE, stock.left, right, _say(draft, "cell_width"))
    yield Dimension("cell_height", Edge.LEFT, stock.top, bottom, _say(draft, "cell_height"))
    if has_place(draft) and stock.left:
        yield Dimension("left", Edge.ABOVE, 0, stock.left, _say(draft, "left"))
    if has_place(draft) and stock.top:
        yield Dimension("top", Edge.LEFT, 0, stock.top, _say(draft, "top"))


def _pitches(draft: StockDraft, stock: Stock) -> Iterator[Dimension]:
    if draft.columns > 1:
        end = stock.left + stock.pitch_x
        yield Dimension("pitch_x", Edge.BELOW, stock.left, end, _say(draft, "pitch_x"))
    if draft.rows > 1:
        end = stock.top + stock.pitch_y
        yield Dimension("pitch_y", Edge.RIGHT, stock.top, end, _say(draft, "pitch_y"))


def _say(draft: StockDraft, name: str) -> str:
    return f"{say_measure(getattr(draft, name))} {draft.unit}"
