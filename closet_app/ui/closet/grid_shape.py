"""Where each card of the gallery lies: arithmetic alone, whatever the number of cards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize


@dataclass(frozen=True, slots=True)
class GridShape:
    """`count` cards of one size in rows of `columns`; lengths in pixels, y from the very top."""

    card: QSize
    columns: int
    count: int
    gap: int
    pad: int
    top: int
    bottom: int

    @property
    def row_pitch(self) -> int:
        """From the top of one row of cards to the next."""
        return self.card.height() + self.gap

    @property
    def rows(self) -> int:
        """How many rows of cards there are."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """The whole content with its margins."""
        return self.top + max(self.rows * self.row_pitch - self.gap, 0) + self.bottom

    def rect(self, place: int) -> QRect:
        """The card at `place`."""
        row, column = divmod(place, self.columns)
        left = self.pad + column * (self.card.width() + self.gap)
        return QRect(QPoint(left, self.top + row * self.row_pitch), self.card)

    def place_at(self, point: QPoint) -> int | None:
        """Which card lies under `point`; None between cards."""
        row = (point.y() - self.top) // self.row_pitch
        column = (point.x() - self.pad) // (self.card.width() + self.gap)
        if row < 0 or not 0 <= column < self.columns:
            return None
        place = row * self.columns + column
        inside = place < self.count and self.rect(place).contains(point)
        return place if inside else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of cards that `top` ≤ y ≤ `bottom` touches."""
        first = max((top - self.top) // self.row_pitch, 0)
        last = min((bottom - self.top) // self.row_pitch, self.rows - 1)
        return range(first, last + 1)

    def places_in(self, area: QRect) -> list[range]:
        """The cards that `area` touches, as one run of places for each row."""
        step = self.card.width() + self.gap
        first = max((area.left() - self.pad + self.gap) // step, 0)
        last = min((area.right() - self.pad) // step, self.columns - 1)
        runs = []
        for row in self.rows_between(area.top() + self.gap, area.bottom()):
            start = row * self.columns
            run = range(start + first, min(start + last + 1, self.count))
            if run:
                runs.append(run)
        return runs
