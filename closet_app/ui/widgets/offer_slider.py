"""The slider of an offer: red below cost, amber below floor, green above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class OfferSpan:
    """A stretch of offers that are alike: bad, warn or ok; both ends included."""

    low: int
    high: int
    role: str


@dataclass(frozen=True, slots=True)
class OfferRange:
    """The ends of the slider and its two limits, in minor units; `step` is one key press.

    `spans` take the place of the limits where fees jump; a floor of zero is none.
    """

    low: int
    high: int
    cost: int
    floor: int
    step: int = 100
    spans: tuple[OfferSpan, ...] = ()


class OfferSlider(QWidget):
    """Choose an offer between two amounts; `moved` carries minor units.

    `say` turns minor units into words.
    """

    moved = Signal(int)

    def __init__(
        self, say_amount: Callable[[int], str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say_amount
        self._name = name
        self._range = OfferRange(0, 1, 0, 0)
        self._value = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_range(self, offers: OfferRange, value: int) -> None:
        """Show other limits, without reporting a change."""
        self._range = offers
        self.put(value)

    def value(self) -> int:
        """The chosen offer in minor units."""
        return self._value

    def zone(self) -> str:
        """Where the offer lies: bad below cost, warn below the floor, else ok."""
        held = (span.role for span in self._spans() if span.low <= self._value <= span.high)
        return next(held, "ok")

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(38))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._range.step
        steps = {
            Qt.Key.Key_Left: -step,
            Qt.Key.Key_Down: -step,
            Qt.Key.Key_Right: step,
            Qt.Key.Key_Up: step,
            Qt.Key.Key_Home: self._range.low - self._value,
            Qt.Key.Key_End: self._range.high - self._value,
        }
        change = steps.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
        else:
            self._change(self._value + change)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        self._paint_floor(painter)
        self._paint_ends(painter)
        self._paint_knob(painter)

    def _paint_track(self, painter: QPainter) -> None:
        for span in self._spans():
            left, right = self._at(span.low), self._at(span.high + 1)
            soft = QColor(color(span.role))
            soft.setAlphaF(0.55)
            painter.fillRect(QRectF(left, px(10) - 1.5, right - left, 3), soft)

    def _spans(self) -> tuple[OfferSpan, ...]:
        ends = self._range
        if ends.spans:
            return ends.spans
        marks = (ends.low, ends.cost, max(ends.cost, ends.floor), ends.high + 1)
        pairs = zip(marks, marks[1:], ("bad", "warn", "ok"), strict=False)
        return tuple(OfferSpan(start, end - 1, role) for start, end, role in pairs if end > start)

    def _paint_floor(self, painter: QPainter) -> None:
        if not self._range.low <= self._range.floor <= self._range.high:
            return
        at = round(self._at(self._range.floor)) + 0.5
        painter.setPen(QPen(color("ink2"), 1.5))
        painter.drawLine(QPointF(at, px(10) - px(6)), QPointF(at, px(10) + px(6)))

    def _paint_ends(self, painter: QPainter) -> None:
        painter.setFont(font("micro"))
        painter.setPen(color("muted"))
        ends, room = self._range, QRectF(0, px(22), self.width(), px(16))
        low, high = self._say(ends.low), self._say(ends.high)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, high)
        if not ends.low < ends.floor < ends.high:
            return
        words = say("floor {amount}", amount=self._say(ends.floor))
        width = text_width(words, "micro")
        left = self._at(ends.floor) - width / 2
        free = (text_width(low, "micro") + 6, self.width() - text_width(high, "micro") - 6)
        if free[0] < left and left + width < free[1]:
            painter.drawText(QPointF(left, px(22) + painter.fontMetrics().ascent()), words)

    def _paint_knob(self, painter: QPainter) -> None:
        centre = QPointF(self._at(self._value), px(10))
        if self.hasFocus():
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, px(10), px(10))
        painter.setPen(QPen(color("accent"), 4))
        painter.setBrush(color("surface"))
        painter.drawEllipse(centre, px(6), px(6))

    def _ends(self) -> tuple[int, int]:
        return px(10), self.width() - px(10)

    def _at(self, amount: int) -> float:
        left, right = self._ends()
        ends = self._range
        share = (amount - ends.low) / ((ends.high - ends.low) or 1)
        return left + (right - left) * min(max(share, 0.0), 1.0)

    def _move_to(self, x: float) -> None:
        left, right = self._ends()
        share = (x - left) / ((right - left) or 1)
        ends = self._range
        amount = ends.low + round(share * (ends.high - ends.low))
        self._change(round(amount / ends.step) * ends.step)

    def _change(self, value: int) -> None:
        before = self._value
        self.put(value)
        if self._value != before:
            self.moved.emit(self._value)

    def put(self, value: int) -> None:
        """Show another offer, without reporting a change."""
        self._value = min(max(value, self._range.low), self._range.high)
        self.setAccessibleName(f"{self._name}: {self._say(self._value)}")
        self.update()
