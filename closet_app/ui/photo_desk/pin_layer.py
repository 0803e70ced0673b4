"""Flaw pins over the picture: placed by a click, dragged, named, taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from closet_app.ui.photo_desk.layer import Ground, Layer, apart, inside
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.item_card import elided

_REACH, _SIDE, _START, _WIDEST = 16, 20, 4, 240
_NUDGES = {
    Qt.Key.Key_Left: (-0.01, 0.0),
    Qt.Key.Key_Right: (0.01, 0.0),
    Qt.Key.Key_Up: (0.0, -0.01),
    Qt.Key.Key_Down: (0.0, 0.01),
}
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class ShownPin:
    """A pin at a place of the shown picture; `number` is its own in the list."""

    id: int
    number: int
    place: QPointF
    words: str


class PinLayer(Layer):
    """`placed` carries a new pin's place, `shifted` a pin and its place, the others a pin."""

    placed = Signal(QPointF)
    shifted = Signal(int, QPointF)
    chosen = Signal(int)
    naming = Signal(int)
    removed = Signal(int)
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        super().__init__()
        self.pins: tuple[ShownPin, ...] = ()
        self.current = 0
        self._held: ShownPin | None = None
        self._from: QPointF | None = None
        self._at: QPointF | None = None
        self._scale = 1.0

    def show_pins(self, pins: Sequence[ShownPin]) -> None:
        """Show these pins; one that is being dragged stays in the hand."""
        self.pins = tuple(pins)
        if self.current not in {pin.id for pin in pins}:
            self.current = 0
        self._at = None
        self.changed.emit()

    def choose(self, pin_id: int) -> None:
        """Mark one pin."""
        self.current = pin_id
        self.changed.emit()

    def press(self, place: QPointF, ground: Ground) -> None:
        self._from, self._at = place, None
        self._scale = max(ground.box().width(), ground.box().height())
        self._held = self._pin_at(place, ground)
        if self._held is not None:
            self.choose(self._held.id)
            self.chosen.emit(self._held.id)

    def drag(self, place: QPointF) -> None:
        if self._held is None or self._from is None:
            return
        if self._at is not None or apart(place, self._from) * self._scale > _START:
            self._at = inside(place)
            self.changed.emit()

    def release(self, place: QPointF) -> None:
        held, at, start = self._held, self._at, self._from
        self._held = self._from = None
        if held is not None and at is not None:
            self.current = held.id
            self._at_rest(held.id, at)
            self.shifted.emit(held.id, at)
        elif held is None and start is not None and QRectF(0, 0, 1, 1).contains(place):
            self.placed.emit(place)

    def let_go(self) -> None:
        self._held = self._from = self._at = None
        self.changed.emit()

    def _at_rest(self, pin_id: int, place: QPointF) -> None:
        """It lies where it was dropped before it is written down."""
        self._at = None
        self.pins = tuple(
            ShownPin(pin.id, pin.number, place if pin.id == pin_id else pin.place, pin.words)
            for pin in self.pins
        )

    def double_click(self, place: QPointF, ground: Ground) -> None:
        pin = self._pin_at(place, ground)
        if pin is not None:
            self.naming.emit(pin.id)

    def key(self, event: QKeyEvent) -> bool:
        if event.key() in _DELETE and self.current:
            self.removed.emit(self.current)
            return True
        way = _NUDGES.get(Qt.Key(event.key()))
        pin = next((pin for pin in self.pins if pin.id == self.current), None)
        if pin is None or way is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        place = inside(pin.place + QPointF(*way))
        self._at_rest(pin.id, place)
        self.shifted.emit(pin.id, place)
        self.changed.emit()
        return True

    def paint(self, painter: QPainter, ground: Ground) -> None:
        for pin in self.pins:
            held = self._held is not None and pin.id == self._held.id
            place = self._at if held and self._at is not None else pin.place
            point = ground.point_at(place)
            if pin.words:
                _paint_words(painter, point, pin.words, chosen=pin.id == self.current)
            paint_pin(painter, point, str(pin.number), chosen=pin.id == self.current)

    def _pin_at(self, place: QPointF, ground: Ground) -> ShownPin | None:
        here = ground.point_at(place)
        near = [pin for pin in self.pins if apart(ground.point_at(pin.place), here) <= px(_REACH)]
        return near[-1] if near else None


def paint_pin(painter: QPainter, middle: QPointF, number: str, *, chosen: bool = False) -> None:
    """A numbered dot, ringed in white so that it shows on every cloth."""
    box = QRectF(0, 0, px(_SIDE), px(_SIDE))
    box.moveCenter(middle)
    painter.setPen(QPen(QColor("white"), 2))
    painter.setBrush(color("accent"))
    painter.drawEllipse(box)
    if chosen:
        painter.setPen(QPen(color("accent-ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(-4, -4, 4, 4))
    painter.setPen(color("on-accent"))
    painter.setFont(font("micro-strong"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def _paint_words(painter: QPainter, point: QPointF, words: str, *, chosen: bool) -> None:
    shown = elided(words, px(_WIDEST), "label")
    box = QRectF(
        point.x() + px(14), point.y() - px(12), text_width(shown, "label") + px(16), px(24)
    )
    if box.right() > painter.window().right():
        box.moveRight(point.x() - px(14))
    painter.setPen(QPen(color("accent-ink" if chosen else "line2"), 1))
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(box, px(6), px(6))
    painter.setPen(color("ink"))
    painter.setFont(font("label"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
