"""A small sheet of labels, drawn in its own shape, to click and to walk with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from closet_app.services.print_pages import Stock
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color


class CellSheet(QWidget):
    """Used labels are hatched; what else a label looks like is for each kind of sheet to say.

    Labels are counted from 1, along the row, then down.
    """

    def __init__(self, stock: Stock, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = stock
        self._size = size
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 3)
        fix(self, width=size.width(), height=size.height())

    def first_free(self) -> int:
        """The label that printing begins at."""
        raise NotImplementedError

    def is_marked(self, number: int) -> bool:
        """Whether a label has the thick frame."""
        return number == self.first_free()

    def paint_free(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint the ground of a label that is not used up."""
        raise NotImplementedError

    def cell_rect(self, number: int) -> QRect:
        """Where label `number` is drawn."""
        cell, page = self._stock.cell(number - 1), self._page()
        across, down = page.width() / self._stock.width, page.height() / self._stock.height
        left, top = round(cell.left * across), round(cell.top * down)
        right = round((cell.left + cell.width) * across)
        bottom = round((cell.top + cell.height) * down)
        return QRect(page.left() + left, page.top() + top, right - left, bottom - top)

    def number_at(self, point: QPoint) -> int | None:
        """The label that is drawn there."""
        numbers = range(1, self._stock.per_page + 1)
        return next((each for each in numbers if self.cell_rect(each).contains(point)), None)

    def step_of(self, event: QKeyEvent) -> int:
        """How many labels an arrow goes on; 0 for any other key."""
        columns = self._stock.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        return steps.get(Qt.Key(event.key()), 0)

    def sizeHint(self) -> QSize:
        return self._size

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.step_of(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("surface"))
        painter.drawRect(self._page().adjusted(0, 0, -1, -1))
        for number in range(1, self._stock.per_page + 1):
            self._paint_cell(painter, number)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        rect = self.cell_rect(number).adjusted(1, 1, -1, -1)
        if number < self.first_free():
            painter.fillRect(rect, color("sunken"))
            painter.fillRect(rect, QBrush(color("hem"), Qt.BrushStyle.BDiagPattern))
        else:
            self.paint_free(painter, rect, number)
        marked = self.is_marked(number)
        painter.setPen(QPen(color("accent-ink" if marked else "line2"), 2 if marked else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _page(self) -> QRect:
        """The sheet as large as it fits, in its own shape."""
        size = QSize(round(self._stock.width), round(self._stock.height))
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
