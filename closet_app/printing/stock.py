"""Paper as data: pages, and the cells labels are printed in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from closet_app import paths
from closet_app.errors import NotFoundError

_POINTS = {"in": 72.0, "mm": 72.0 / 25.4}


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
    """One paper, card or label stock; lengths in points, `margin` the safe one of a cell."""

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

    @property
    def per_page(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows

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
    """The stock of that id; raises NotFoundError naming the known ones."""
    path = paths.resources() / "stock" / f"{stock_id}.toml"
    if stock_id not in stock_ids():
        raise NotFoundError(
            f"There is no label or paper stock called {stock_id}.",
            remedy=f"Choose one of {', '.join(stock_ids())}.",
        )
    return _from_table(stock_id, tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def stock_ids() -> tuple[str, ...]:
    """Every shipped stock's id, in order."""
    return tuple(sorted(path.stem for path in (paths.resources() / "stock").glob("*.toml")))


def stocks(*kinds: Kind) -> tuple[Stock, ...]:
    """The shipped stocks of these kinds."""
    return tuple(stock for stock in map(load_stock, stock_ids()) if stock.kind in kinds)


def _from_table(stock_id: str, table: dict[str, Any]) -> Stock:
    unit = _POINTS[table["unit"]]
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
    )
