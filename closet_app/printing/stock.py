"""Paper as data: pages, and the cells labels are printed in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from closet_app import paths
from closet_app.errors import NotFoundError

POINTS = {"in": 72.0, "mm": 72.0 / 25.4, "pt": 1.0}
"""Points in one of each unit that a stock may be written in."""


class Kind(StrEnum):
    """What the printer feeds."""

    PAPER = "paper"
    CARD = "card"
    SHEET = "sheet"
    ROLL = "roll"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place to print, in points from the page's top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stock:
    """One paper, card or label stock; lengths in points, `margin` the safe one of a cell.

    `also` are other numbers it is sold under; a `common` one is offered first. A `folded` cell
    is folded once down its middle; `crop` asks for marks to cut along. A `turned` roll is read
    along its tape, so its page lies on its side in the printer; a `continuous` one is cut after
    each label.
    """

    id: str
    name: str
    kind: Kind
    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    cell_width: float
    cell_height: float
    pitch_x: float
    pitch_y: float
    corner: float
    margin: float
    source: str
    also: tuple[str, ...] = ()
    common: bool = False
    folded: bool = False
    crop: bool = False
    turned: bool = False
    continuous: bool = False

    @property
    def per_page(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows

    @property
    def is_round(self) -> bool:
        """Whether its cells are circles."""
        return self.corner * 2 >= max(self.cell_width, self.cell_height) > 0

    def cell(self, index: int) -> Cell:
        """The cell `index` (from 0), counted along the rows."""
        row, column = divmod(index % self.per_page, self.columns)
        return Cell(
            self.left + column * self.pitch_x,
            self.top + row * self.pitch_y,
            self.cell_width,
            self.cell_height,
        )


@cache
def load_stock(stock_id: str) -> Stock:
    """The shipped stock of that id; raises NotFoundError naming the common ones."""
    if stock_id not in stock_ids():
        known = ", ".join(stock.id for stock in stocks() if stock.common)
        raise NotFoundError(
            f"There is no label or paper stock called {stock_id}.",
            remedy=f"Choose one of {known}.",
        )
    path = paths.resources() / "stock" / f"{stock_id}.toml"
    return stock_of(stock_id, tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def stock_ids() -> tuple[str, ...]:
    """Every shipped stock's id, in order."""
    return tuple(sorted(path.stem for path in (paths.resources() / "stock").glob("*.toml")))


def stocks(*kinds: Kind) -> tuple[Stock, ...]:
    """The shipped stocks of these kinds, or all of them."""
    return tuple(
        stock for stock in map(load_stock, stock_ids()) if not kinds or stock.kind in kinds
    )


def stock_of(stock_id: str, table: Mapping[str, Any]) -> Stock:
    """The stock that a table of a TOML file describes; its entries are those of the shipped ones.

    Raises KeyError, ValueError or TypeError for a table that is not one.
    """
    unit = POINTS[table["unit"]]
    width, height = (length * unit for length in table["page"])
    cell = table.get("cell", {})
    cell_width, cell_height = (length * unit for length in cell.get("size", table["page"]))
    pitch_x, pitch_y = (length * unit for length in cell.get("pitch", table["page"]))
    return Stock(
        id=stock_id,
        name=table["name"],
        kind=Kind(table["kind"]),
        width=width,
        height=height,
        columns=cell.get("columns", 1),
        rows=cell.get("rows", 1),
        left=cell.get("left", 0) * unit,
        top=cell.get("top", 0) * unit,
        cell_width=cell_width,
        cell_height=cell_height,
        pitch_x=pitch_x,
        pitch_y=pitch_y,
        corner=cell.get("corner", 0) * unit,
        margin=table["margin"] * unit,
        source=table["source"],
        also=tuple(table.get("also", ())),
        **{name: table.get(name, False) for name in _SWITCHES},
    )


_SWITCHES = ("common", "folded", "crop", "turned", "continuous")
