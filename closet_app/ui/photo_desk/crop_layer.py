"""The frame of a crop: pulled at its handles, moved by its middle, thirds and a grid inside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import HANDLES, Handle, moved, pulled
from closet_app.ui.photo_desk.layer import Ground, Layer, apart
from closet_app.ui.theme.shades import color, px

_REACH, _THIRDS, _GRID, _NUDGE = 14, 3, 9, 0.01
_VEIL = QColor(20, 17, 16, 150)
_NUDGES = {
    Qt.Key.Key_Left: (-_NUDGE, 0.0),
    Qt.Key.Key_Right: (_NUDGE, 0.0),
    Qt.Key.Key_Up: (0.0, -_NUDGE),
    Qt.Key.Key_Down: (0.0, _NUDGE),
}


class CropLayer(Layer):
    """`moved` carries the frame while it is pulled, `settled` once it is let go."""

    moved = Signal(object)
    settled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.frame = WHOLE
        self.shape: float | None = None
        self._shows_grid = False
        self._held: Handle | None = None
        self._from: QPointF | None = None
        self._at_first = WHOLE

    def show_frame(self, frame: Box, shape: float | None) -> None:
        """Show a frame that keeps `shape` while it is pulled."""
        if self._from is None:
            self.frame, self.shape = frame, shape
            self.changed.emit()

    def show_grid(self, shown: bool) -> None:
        """A fine grid instead of thirds, while the photo is being straightened."""
        self._shows_grid = shown
        self.changed.emit()

    def press(self, place: QPointF, ground: Ground) -> None:
        near = self._handle_at(place, ground)
        frame = _rect(self.frame)
        if near is not None or frame.contains(place):
            self._held, self._from, self._at_first = near, place, self.frame

    def drag(self, place: QPointF) -> None:
        if self._from is None:
            return
        way = place - self._from
        if self._held is None:
            self.frame = moved(self._at_first, way.x(), way.y())
        else:
            self.frame = pulled(self._at_first, self._held, way.x(), way.y(), self.shape)
        self.moved.emit(self.frame)
        self.changed.emit()

    def release(self, _place: QPointF) -> None:
        was, self._from = self._from, None
        if was is not None and self.frame != self._at_first:
            self.settled.emit(self.frame)

    def let_go(self) -> None:
        if self._from is not None:
            self.frame, self._from = self._at_first, None
            self.changed.emit()

    def key(self, event: QKeyEvent) -> bool:
        way = _NUDGES.get(Qt.Key(event.key()))
        if way is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self.frame = moved(self.frame, *way)
        self.changed.emit()
        self.settled.emit(self.frame)
        return True

    def paint(self, painter: QPainter, ground: Ground) -> None:
        box, frame = ground.box(), _on(ground, self.frame)
        around = QPainterPath()
        around.addRect(box)
        around.addRect(frame)
        painter.fillPath(around, _VEIL)
        self._paint_lines(painter, frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("white"), 1.5))
        painter.drawRect(frame)
        painter.setPen(QPen(color("accent"), 1.5))
        painter.setBrush(QColor("white"))
        for handle in HANDLES:
            painter.drawRoundedRect(_knob(_handle_point(frame, handle)), 2, 2)

    def _paint_lines(self, painter: QPainter, frame: QRectF) -> None:
        parts = _GRID if self._shows_grid else _THIRDS
        painter.setPen(QPen(QColor(255, 255, 255, 110 if self._shows_grid else 80), 1))
        for part in range(1, parts):
            across = frame.left() + frame.width() * part / parts
            down = frame.top() + frame.height() * part / parts
            painter.drawLine(QPointF(across, frame.top()), QPointF(across, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), down), QPointF(frame.right(), down))

    def _handle_at(self, place: QPointF, ground: Ground) -> Handle | None:
        frame, here = _on(ground, self.frame), ground.point_at(place)
        far = {handle: apart(_handle_point(frame, handle), here) for handle in HANDLES}
        nearest = min(far, key=lambda handle: far[handle])
        return nearest if far[nearest] <= px(_REACH) else None


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def _on(ground: Ground, box: Box) -> QRectF:
    return QRectF(
        ground.point_at(QPointF(box.left, box.top)), ground.point_at(QPointF(box.right, box.bottom))
    )


def _handle_point(frame: QRectF, handle: Handle) -> QPointF:
    return QPointF(
        frame.center().x() + handle.across * frame.width() / 2,
        frame.center().y() + handle.down * frame.height() / 2,
    )


def _knob(middle: QPointF) -> QRectF:
    knob = QRectF(0, 0, px(10), px(10))
    knob.moveCenter(middle)
    return knob
