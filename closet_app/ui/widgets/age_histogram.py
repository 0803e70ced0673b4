"""How many pieces are how old, and which of them to show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, px

BARS = 12


class AgeHistogram(QWidget):
    """Twelve bars of ages with a range to drag over them; arrows move it, Shift the far end.

    `range_changed` carries the first and the last chosen bar; all twelve mean no filter.
    """

    range_changed = Signal(int, int)

    def __init__(self, name: str, marks: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._marks = tuple(marks)
        self._counts = (0,) * BARS
        self._old_from = BARS
        self._chosen = (0, BARS - 1)
        self._anchor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_counts(self, counts: Sequence[int], *, old_from: int = 9) -> None:
        """Show twelve counts; bars from `old_from` on are amber."""
        self._counts = tuple(counts)
        self._old_from = old_from
        said = ", ".join(str(count) for count in counts)
        self.setAccessibleDescription(said)
        self.update()

    def chosen(self) -> tuple[int, int]:
        """First and last chosen bar."""
        return self._chosen

    def choose(self, first: int, last: int) -> None:
        """Choose a range without reporting a change."""
        self._chosen = (min(first, last), max(first, last))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(176), px(28) + px(4) + line_height("micro"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._anchor = self._bar_at(event.position())
        self._drag_to(self._anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag_to(self._bar_at(event.position()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._set(0, BARS - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        first, last = self._chosen
        if not step:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._set(first, min(max(last + step, first), BARS - 1))
        else:
            self._set(min(max(first + step, 0), last), last)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max(*self._counts, 1)
        width = self.width() / BARS
        first, last = self._chosen
        for bar, count in enumerate(self._counts):
            height = max(px(28) * count / highest, 2 if count else 1)
            role = "warn" if bar >= self._old_from else "line2"
            fill = QColor(color(role if count else "line"))
            fill.setAlphaF(1.0 if first <= bar <= last else 0.35)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            box = QRectF(bar * width + 1, px(28) - height, width - 2, height)
            painter.drawRoundedRect(box, 1.5, 1.5)
        self._paint_range(painter, width)
        self._paint_marks(painter)

    def _paint_range(self, painter: QPainter, width: float) -> None:
        first, last = self._chosen
        if (first, last) == (0, BARS - 1) and not self.hasFocus():
            return
        painter.setPen(QPen(color("accent-ink"), 2))
        at = px(28) + 1.0
        painter.drawLine(QPointF(first * width + 1, at), QPointF((last + 1) * width - 1, at))

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setFont(font("micro"))
        painter.setPen(color("muted"))
        top, height = px(28) + px(4), line_height("micro")
        gaps = max(len(self._marks) - 1, 1)
        for place, words in enumerate(self._marks):
            width = painter.fontMetrics().horizontalAdvance(words)
            left = round((self.width() - width) * place / gaps)
            painter.drawText(QRect(left, top, width + 1, height), 0, words)

    def _bar_at(self, point: QPointF) -> int:
        return min(max(int(point.x() * BARS / max(self.width(), 1)), 0), BARS - 1)

    def _drag_to(self, bar: int) -> None:
        self._set(min(self._anchor, bar), max(self._anchor, bar))

    def _set(self, first: int, last: int) -> None:
        if (first, last) != self._chosen:
            self.choose(first, last)
            self.range_changed.emit(first, last)
