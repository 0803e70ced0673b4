"""A small sheet of labels: a click sets the first one that is still free."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from closet_app.services.print_pages import Stock
from closet_app.ui.printing.cell_sheet import CellSheet
from closet_app.ui.theme.shades import color
from closet_app.ui.words import say

SIZE = QSize(150, 194)


class SheetPicker(CellSheet):
    """Labels that will be printed are filled; `changed` carries the first free one."""

    changed = Signal(int)

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(stock, SIZE, parent)
        self._start, self._count = 1, 1
        self._say()

    @property
    def start(self) -> int:
        """The first free label, from 1."""
        return self._start

    def first_free(self) -> int:
        return self._start

    def show_state(self, stock: Stock, start: int, count: int) -> None:
        """Show another sheet, first free label, and how many labels will be printed."""
        self._stock, self._start, self._count = stock, start, count
        self._say()
        self.update()

    def set_start(self, start: int) -> None:
        """Choose the first free label."""
        wanted = max(1, min(start, self._stock.per_page))
        if wanted != self._start:
            self._start = wanted
            self._say()
            self.update()
            self.changed.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.step_of(event)
        if step:
            self.set_start(self._start + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position().toPoint())
        if number is not None:
            self.set_start(number)

    def paint_free(self, painter: QPainter, rect: QRect, number: int) -> None:
        if number < self._start + self._count:
            painter.fillRect(rect, color("accent-soft"))

    def _say(self) -> None:
        total = self._stock.per_page
        words = say("First free label: {number} of {total}", number=self._start, total=total)
        self.setAccessibleName(words)
