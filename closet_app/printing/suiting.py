"""Which stocks a printed piece can be printed on, from resources/print/pieces.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from closet_app import paths
from closet_app.printing.stock import POINTS, Kind, Stock

_SLACK = 0.5
"""Points by which trade sizes of one name differ."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one piece asks of a stock; lengths in points, `first` where Letter is used and not.

    `folded` are the same for a piece that is folded, where there is such a one.
    """

    kinds: tuple[Kind, ...]
    width: float
    height: float
    first: tuple[str, str]
    folded: tuple[str, ...] = ()
    either_way: bool = True
    rounds: bool = False
    only_round: bool = False

    def suits(self, stock: Stock) -> bool:
        """Whether the piece can be printed in the cells of this stock."""
        if stock.kind not in self.kinds or stock.is_round < self.only_round:
            return False
        if (stock.is_round and not self.rounds) or (stock.folded and not self.folded):
            return False
        width = stock.cell_width / 2 if stock.folded else stock.cell_width
        height = stock.cell_height
        return self._holds(width, height) or (self.either_way and self._holds(height, width))

    def _holds(self, width: float, height: float) -> bool:
        return width + _SLACK >= self.width and height + _SLACK >= self.height


@cache
def needs(piece: str) -> Needs:
    """What the piece of that name asks for; raises KeyError for a piece there is none of."""
    table = _tables()[piece]
    width, height = (length * POINTS["in"] for length in table["least"])
    letter, other = table["first"]
    return Needs(
        kinds=tuple(map(Kind, table["kinds"])),
        width=width,
        height=height,
        first=(letter, other),
        folded=tuple(table.get("folded", ())),
        either_way=not table.get("upright", False),
        rounds=bool(table.get("round", False)),
        only_round=table.get("round") == "only",
    )


def first_stock(piece: str, country: str, *, folded: bool = False) -> str:
    """The id of the stock that a new shop in `country` (ISO 3166) prints a piece on."""
    asked = needs(piece)
    letter, other = asked.folded if folded and asked.folded else asked.first
    return letter if country in _tables()["letter_countries"] else other


@cache
def _tables() -> dict[str, Any]:
    path = paths.resources() / "print" / "pieces.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
