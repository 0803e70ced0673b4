"""A small sheet of labels: a click sets the first one that is still free."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from closet_app.services.print_pages import Stock
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color
from closet_app.ui.words import say

WIDTH, HEIGHT = 150, 194


class SheetPicker(QWidget):
    """Used labels are hatched, those that will be printed are filled; `changed` the first free."""

    changed = Signal(int)

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = stock
        self._start, self._count = 1, 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 3)
        fix(self, width=WIDTH, height=HEIGHT)
        self._say()

    @property
    def start(self) -> int:
        """The first free label, from 1."""
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

    def cell_rect(self, number: int) -> QRect:
        """Where label `number` is drawn."""
        cell = self._stock.cell(number - 1)
        across, down = self.width() / self._stock.width, self.height() / self._stock.height
        left, top = round(cell.left * across), round(cell.top * down)
        right = round((cell.left + cell.width) * across)
        bottom = round((cell.top + cell.height) * down)
        return QRect(left, top, right - left, bottom - top)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step_of(event)
        if step:
            self.set_start(self._start + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        numbers = range(1, self._stock.per_page + 1)
        hit = (number for number in numbers if self.cell_rect(number).contains(at))
        number = next(hit, None)
        if number is not None:
            self.set_start(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("surface"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for number in range(1, self._stock.per_page + 1):
            self._paint_cell(painter, number)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        rect = self.cell_rect(number).adjusted(1, 1, -1, -1)
        if number < self._start:
            painter.fillRect(rect, color("sunken"))
            painter.fillRect(rect, QBrush(color("hem"), Qt.BrushStyle.BDiagPattern))
        elif number < self._start + self._count:
            painter.fillRect(rect, color("accent-soft"))
        is_first = number == self._start
        painter.setPen(QPen(color("accent-ink" if is_first else "line2"), 2 if is_first else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _step_of(self, event: QKeyEvent) -> int:
        columns = self._stock.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        return steps.get(Qt.Key(event.key()), 0)

    def _say(self) -> None:
        total = self._stock.per_page
        words = say("First free label: {number} of {total}", number=self._start, total=total)
        self.setAccessibleName(words)
