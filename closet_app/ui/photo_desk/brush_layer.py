"""The repair brush: strokes that add to what was cut out, or erase from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from closet_app.ui.photo_desk.layer import Ground, Layer, apart
from closet_app.ui.theme.shades import color, px

LEAST, MOST, USUAL = 0.005, 0.2, 0.03
_STEP = 3
"""Pixels of the view between two points of a stroke."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One stroke over the shown picture; `radius` is a fraction of its longer side."""

    points: tuple[QPointF, ...]
    radius: float
    adds: bool


class BrushLayer(Layer):
    """`drawn` carries a stroke; it stays to be seen until `forget`."""

    drawn = Signal(object)
    cursor = Qt.CursorShape.BlankCursor

    def __init__(self) -> None:
        super().__init__()
        self.adds = False
        self._allowed = False
        self.radius = USUAL
        self._points: list[QPointF] = []
        self._pending: list[Drawn] = []
        self._here: QPointF | None = None
        self._scale = 1.0

    @property
    def wants_before(self) -> bool:
        """What was cut away can be seen while it is brought back."""
        return self.adds and self._allowed

    def allow(self, allowed: bool) -> None:
        """Let the brush paint, or not: without a cut-out there is nothing to repair."""
        self._allowed = allowed
        self.changed.emit()

    def set_radius(self, radius: float) -> None:
        """Use a finer or a broader brush."""
        self.radius = min(max(radius, LEAST), MOST)
        self.changed.emit()

    def forget(self) -> None:
        """The strokes are part of the picture now."""
        self._pending.clear()
        self.changed.emit()

    def press(self, place: QPointF, ground: Ground) -> None:
        self._points = [place] if self._allowed else []
        self._note(place, ground)

    def drag(self, place: QPointF) -> None:
        self._here = place
        if self._points and apart(place, self._points[-1]) * self._scale >= _STEP:
            self._points.append(place)
        self.changed.emit()

    def release(self, _place: QPointF) -> None:
        if self._points:
            made = Drawn(tuple(self._points), self.radius, self.adds)
            self._points = []
            self._pending.append(made)
            self.drawn.emit(made)

    def let_go(self) -> None:
        self._points = []
        self.forget()

    def hover(self, place: QPointF, ground: Ground) -> None:
        self._note(place, ground)
        self.changed.emit()

    def _note(self, place: QPointF, ground: Ground) -> None:
        self._here = place
        self._scale = max(ground.box().width(), ground.box().height())

    def paint(self, painter: QPainter, ground: Ground) -> None:
        box = ground.box()
        painter.save()
        painter.setClipRect(box)
        longest = max(box.width(), box.height())
        under_way = [Drawn(tuple(self._points), self.radius, self.adds)] if self._points else []
        for stroke in (*self._pending, *under_way):
            _paint_stroke(painter, ground, stroke, longest)
        painter.restore()
        if self._here is not None and self._allowed:
            self._paint_ring(painter, ground.point_at(self._here), self.radius * longest)

    def _paint_ring(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((QColor("white"), 3.0), (color("accent"), 1.5)):
            painter.setPen(QPen(ink, width))
            painter.drawEllipse(middle, radius, radius)
        arm = px(3)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if self.adds:
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def _paint_stroke(painter: QPainter, ground: Ground, stroke: Drawn, longest: float) -> None:
    ink = QColor(color("ok" if stroke.adds else "bad"))
    ink.setAlphaF(0.45)
    path = QPainterPath(ground.point_at(stroke.points[0]))
    for point in stroke.points[1:]:
        path.lineTo(ground.point_at(point))
    if len(stroke.points) == 1:
        path.lineTo(ground.point_at(stroke.points[0]) + QPointF(0.1, 0))
    round_ends = Qt.PenCapStyle.RoundCap
    width = 2 * stroke.radius * longest
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, round_ends, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
