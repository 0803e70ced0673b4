"""The fields of a row as data: where each stands, and what it says while it is blank."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.fields import FIELD
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class Place:
    """One field: its line from the top, its first column and span of 49 columns."""

    key: str
    line: int
    column: int
    span: int
    empty: str = "–"

    @property
    def label(self) -> str:
        """The words above the field."""
        return say(FIELD[self.key].words)


COLUMNS = 49

USUAL: tuple[Place, ...] = (
    Place("title", 0, 0, 49, mark("Describe it in a few words")),
    Place("brand", 1, 0, 17, mark("Brand")),
    Place("size", 1, 17, 11),
    Place("cost_price", 1, 28, 12),
    Place("bin", 1, 40, 9),
)
"""What every row shows."""

FURTHER: tuple[Place, ...] = (
    Place("category", 2, 0, 20, mark("Category")),
    Place("department", 2, 20, 14),
    Place("condition", 2, 34, 15),
    Place("colors", 3, 0, 20, mark("Colors")),
    Place("material", 3, 20, 29, mark("100% cotton")),
    Place("style_words", 4, 0, 20, mark("striped, nautical")),
    Place("flaws", 4, 20, 29, mark("Small mark at the hem")),
    Place("size_system", 5, 0, 20),
    Place("original_price", 5, 20, 10),
    Place("asking", 5, 30, 10),
    Place("upc", 5, 40, 9),
)
"""What the current row shows when it is opened wider."""

LINES, MORE_LINES = 2, 6


def places(*, more: bool) -> tuple[Place, ...]:
    """The fields of a row, in reading order."""
    return (*USUAL, *(place for place in FURTHER if place.key in FIELD)) if more else USUAL
