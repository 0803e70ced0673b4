"""Lines and corners over the picture: the known length, and the measures beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from closet_app.ui.photo_desk.layer import Ground, Layer, apart, inside
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px

_REACH, _KNOB = 14, 5
_LEAST = 0.01
_WORDS_AT = 0.3
"""How far along a line its words stand: measures cross in their middles."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line of two ends or a sheet of four corners, with words at its middle."""

    points: tuple[QPointF, ...]
    words: str = ""
    is_known: bool = False

    def at(self, way: Callable[[float, float], tuple[float, float]]) -> Shape:
        """The same shape with each of its places taken that way."""
        points = (QPointF(*way(point.x(), point.y())) for point in self.points)
        return replace(self, points=tuple(points))


class RulerLayer(Layer):
    """`drawing` names the line that the next drag makes; `moved` and `settled` name a shape.

    A sheet lies there already: a line begun beside it is that of `beside_sheet`.
    """

    moved = Signal(str)
    settled = Signal(str)
    removed = Signal(str)
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        super().__init__()
        self.shapes: dict[str, Shape] = {}
        self.drawing = self.beside_sheet = ""
        self._held: tuple[str, int] | None = None
        self._whole: tuple[str, QPointF, tuple[QPointF, ...]] | None = None

    def show_shape(self, key: str, shape: Shape | None) -> None:
        """Show a shape, or take it away."""
        if shape is None:
            self.shapes.pop(key, None)
        else:
            self.shapes[key] = shape
        self.changed.emit()

    def say(self, words: Mapping[str, str]) -> None:
        """Put words at the middle of shapes."""
        for key, shape in self.shapes.items():
            self.shapes[key] = replace(shape, words=words.get(key, ""))
        self.changed.emit()

    def clear(self) -> None:
        """Take everything away, for another photo."""
        self.shapes.clear()
        self._held = self._whole = None
        self.changed.emit()

    def press(self, place: QPointF, ground: Ground) -> None:
        self._held = self._end_at(place, ground)
        if self._held is not None:
            return
        sheet = next((key for key in self.shapes if self._is_inside(key, place)), "")
        if sheet and self.drawing in ("", sheet):
            self._whole = (sheet, place, self.shapes[sheet].points)
            return
        if self.drawing in self.shapes and len(self.shapes[self.drawing].points) > 2:
            self.drawing = self.beside_sheet
        if self.drawing:
            start = inside(place)
            known = self.drawing in self.shapes and self.shapes[self.drawing].is_known
            self.shapes[self.drawing] = Shape((start, start), is_known=known)
            self._held = (self.drawing, 1)

    def drag(self, place: QPointF) -> None:
        if self._held is not None:
            key, end = self._held
            points = list(self.shapes[key].points)
            points[end] = inside(place)
        elif self._whole is not None:
            key, start, before = self._whole
            points = [inside(point + place - start) for point in before]
        else:
            return
        self.shapes[key] = replace(self.shapes[key], points=tuple(points))
        self.moved.emit(key)
        self.changed.emit()

    def release(self, _place: QPointF) -> None:
        key = self._held[0] if self._held else self._whole[0] if self._whole else ""
        self._held = self._whole = None
        if not key:
            return
        points = self.shapes[key].points
        if len(points) == 2 and apart(*points) < _LEAST:
            del self.shapes[key]
            self.removed.emit(key)
        else:
            self.settled.emit(key)
        self.changed.emit()

    def let_go(self) -> None:
        self._held = self._whole = None
        points = self.shapes[self.drawing].points if self.drawing in self.shapes else ()
        if len(points) == 2 and apart(*points) < _LEAST:
            self.show_shape(self.drawing, None)
        self.changed.emit()

    def key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Delete or self.drawing not in self.shapes:
            return False
        del self.shapes[self.drawing]
        self.removed.emit(self.drawing)
        self.changed.emit()
        return True

    def paint(self, painter: QPainter, ground: Ground) -> None:
        for key, shape in self.shapes.items():
            points = [ground.point_at(point) for point in shape.points]
            role = "info" if shape.is_known else "accent"
            _paint_shape(painter, points, role, strong=key == self.drawing)
        for shape in self.shapes.values():
            if shape.words:
                points = [ground.point_at(point) for point in shape.points]
                _paint_words(painter, points, shape.words)

    def _end_at(self, place: QPointF, ground: Ground) -> tuple[str, int] | None:
        here = ground.point_at(place)
        ends = [
            (apart(ground.point_at(point), here), key, end)
            for key, shape in self.shapes.items()
            for end, point in enumerate(shape.points)
        ]
        far, key, end = min(ends, default=(px(_REACH) + 1, "", 0))
        return (key, end) if far <= px(_REACH) else None

    def _is_inside(self, key: str, place: QPointF) -> bool:
        points = self.shapes[key].points
        if len(points) < 4:
            return False
        across, down = [point.x() for point in points], [point.y() for point in points]
        return min(across) < place.x() < max(across) and min(down) < place.y() < max(down)


def _paint_shape(painter: QPainter, points: list[QPointF], role: str, *, strong: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((QColor(255, 255, 255, 200), 5.0), (color(role), 2.5 if strong else 1.8)):
        painter.setPen(QPen(ink, width))
        if len(points) > 2:
            painter.drawPolygon(points)
        else:
            painter.drawLine(*points)
    for point in points:
        painter.setPen(QPen(QColor("white"), 2))
        painter.setBrush(color(role))
        painter.drawEllipse(point, px(_KNOB), px(_KNOB))


def _paint_words(painter: QPainter, points: list[QPointF], words: str) -> None:
    middle = sum(points, QPointF()) / len(points)
    if len(points) == 2:
        middle = points[0] + (points[1] - points[0]) * _WORDS_AT
    box = QRectF(0, 0, text_width(words, "label-strong") + px(16), px(24))
    box.moveCenter(middle)
    painter.setPen(QPen(color("line2"), 1))
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(box, px(6), px(6))
    painter.setPen(color("ink"))
    painter.setFont(font("label-strong"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
