"""Where labels and cards go on their stock: free cells, nudged and scaled as a printer needs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from closet_app.errors import InvalidValueError
from closet_app.printing.stock import Cell, Stock

MICROMETRES_PER_POINT = 25_400 / 72


@dataclass(frozen=True, slots=True)
class Layout:
    """How a run lies on its stock.

    `skip` are cells of the first sheet, from 0, that are used or spoiled. `offset` moves
    everything right and down by micrometres, and `scale` stretches it from the top left corner,
    so that what a printer pulls askew comes out in its place.
    """

    stock: Stock
    skip: frozenset[int] = frozenset()
    offset: tuple[int, int] = (0, 0)
    scale: tuple[float, float] = (1.0, 1.0)

    def __post_init__(self) -> None:
        if self.skip and not self.skip < frozenset(range(self.stock.per_page)):
            raise InvalidValueError(_no_free_cell(self.skip, self.stock), field="skip")

    @property
    def is_straight(self) -> bool:
        """Whether everything is printed just where the stock says."""
        return self.offset == (0, 0) and self.scale == (1.0, 1.0)

    @property
    def free_first(self) -> int:
        """How many free cells the first sheet has."""
        return self.stock.per_page - len(self.skip)

    def shift(self) -> tuple[float, float]:
        """The offset in points, right and down."""
        right, down = self.offset
        return right / MICROMETRES_PER_POINT, down / MICROMETRES_PER_POINT

    def places(self) -> Iterator[tuple[int, Cell]]:
        """The page, from 0, and the cell of each label in turn, without end."""
        per_page = self.stock.per_page
        for index in itertools.count():
            if index not in self.skip:
                yield index // per_page, self.stock.cell(index)

    def pages(self, labels: int) -> int:
        """How many pages so many labels take."""
        if labels <= self.free_first:
            return min(labels, 1)
        return 1 - -(labels - self.free_first) // self.stock.per_page

    def page_of(self, label: int) -> int:
        """The page, from 0, of a label, from 0."""
        return self.pages(label + 1) - 1


def from_start(stock: Stock, start: int) -> frozenset[int]:
    """The cells before the first free one, `start` (from 1); raises InvalidValueError."""
    if not 1 <= start <= stock.per_page:
        raise InvalidValueError(
            _no_such_cell(stock, start), field="start", remedy="Choose the first free label."
        )
    return frozenset(range(start - 1))


def _no_free_cell(skip: frozenset[int], stock: Stock) -> str:
    strange = min(skip - frozenset(range(stock.per_page)), default=None)
    if strange is not None:
        return _no_such_cell(stock, strange + 1)
    return f"No label of this sheet of {stock.name} is free."


def _no_such_cell(stock: Stock, number: int) -> str:
    return f"{stock.name} has labels 1 to {stock.per_page}; {number} is not one of them."
