"""A slider about a value at rest: drag it, step it with the arrows, double click puts it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.shades import color, px

_EDGE, _HEIGHT = 10, 28
_KEYS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """The ends of a slider, its value at rest, and how far one key press goes."""

    low: int
    high: int
    rest: int = 0
    step: int = 1

    def within(self, value: int) -> int:
        """The nearest value between the ends."""
        return min(max(value, self.low), self.high)


class ValueSlider(QWidget):
    """`moved` carries the value while it changes, `settled` once it is let go."""

    moved = Signal(int)
    settled = Signal(int)

    def __init__(
        self,
        name: str,
        span: Span,
        say_value: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._span, self._say = name, span, say_value
        self._value = self._settled = span.rest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put(span.rest)

    @property
    def value(self) -> int:
        """Where the knob stands."""
        return self._value

    @property
    def words(self) -> str:
        """The value in words."""
        return self._say(self._value)

    def put(self, value: int) -> None:
        """Show a value without reporting it."""
        self._value = self._settled = self._span.within(value)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(96), px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._settle()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._change(self._span.rest)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Its keys are its own even where they are a page's shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._span.step
        targets = {
            Qt.Key.Key_Left: self._value - step,
            Qt.Key.Key_Down: self._value - step,
            Qt.Key.Key_Right: self._value + step,
            Qt.Key.Key_Up: self._value + step,
            Qt.Key.Key_Home: self._span.low,
            Qt.Key.Key_End: self._span.high,
            Qt.Key.Key_Delete: self._span.rest,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._change(target)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that is held down is one change."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left, right = px(_EDGE), self.width() - px(_EDGE)
        rest, here = self._at(self._span.rest), self._at(self._value)
        painter.fillRect(QRectF(left, middle - 1.5, right - left, 3), color("line2"))
        painter.fillRect(
            QRectF(min(rest, here), middle - 1.5, abs(here - rest), 3), color("accent")
        )
        if self._span.low < self._span.rest < self._span.high:
            painter.setPen(QPen(color("hem"), 1.5))
            painter.drawLine(QPointF(rest, middle - px(6)), QPointF(rest, middle + px(6)))
        self._paint_knob(painter, QPointF(here, middle))

    def _paint_knob(self, painter: QPainter, centre: QPointF) -> None:
        if self.hasFocus():
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, px(10), px(10))
        painter.setPen(QPen(color("accent" if self.isEnabled() else "line2"), 4))
        painter.setBrush(color("surface"))
        painter.drawEllipse(centre, px(6), px(6))

    def _at(self, value: int) -> float:
        left, right = px(_EDGE), self.width() - px(_EDGE)
        return left + (right - left) * (value - self._span.low) / (self._span.high - self._span.low)

    def _move_to(self, x: float) -> None:
        left, right = px(_EDGE), self.width() - px(_EDGE)
        share = (x - left) / ((right - left) or 1)
        self._change(self._span.low + round(share * (self._span.high - self._span.low)))

    def _change(self, value: int) -> None:
        wanted = self._span.within(value)
        if wanted != self._value:
            self._value = wanted
            self._tell()
            self.moved.emit(wanted)

    def _settle(self) -> None:
        if self._value != self._settled:
            self._settled = self._value
            self.settled.emit(self._value)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._say(self._value)}")
        self.update()
