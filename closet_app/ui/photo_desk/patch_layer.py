"""Where something gray or white is: clicked, or a patch drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from closet_app.domain.boxes import Box
from closet_app.ui.photo_desk.layer import Ground, Layer, inside
from closet_app.ui.theme.shades import color

POINT = 0.012
"""Half the side of the patch that a click takes, as a fraction of the picture."""


class PatchLayer(Layer):
    """`chosen` carries the patch, a box of the picture that is shown."""

    chosen = Signal(object)
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        super().__init__()
        self._from: QPointF | None = None
        self._to = QPointF()

    def press(self, place: QPointF, ground: Ground) -> None:
        if QRectF(0, 0, 1, 1).contains(place):
            self._from = self._to = inside(place)

    def drag(self, place: QPointF) -> None:
        if self._from is not None:
            self._to = inside(place)
            self.changed.emit()

    def release(self, place: QPointF) -> None:
        if self._from is None:
            return
        self._to = inside(place)
        patch = self._patch(self._from)
        self._from = None
        self.changed.emit()
        self.chosen.emit(patch)

    def let_go(self) -> None:
        self._from = None
        self.changed.emit()

    def _patch(self, start: QPointF) -> Box:
        drawn = QRectF(start, self._to).normalized()
        if min(drawn.width(), drawn.height()) < POINT:
            drawn = drawn.adjusted(-POINT, -POINT, POINT, POINT)
        drawn = drawn.intersected(QRectF(0, 0, 1, 1))
        return Box(drawn.left(), drawn.top(), min(drawn.right(), 1), min(drawn.bottom(), 1))

    def paint(self, painter: QPainter, ground: Ground) -> None:
        if self._from is None:
            return
        box = QRectF(ground.point_at(self._from), ground.point_at(self._to)).normalized()
        painter.setBrush(QColor(255, 255, 255, 60))
        painter.setPen(QPen(color("accent"), 2))
        painter.drawRect(box)
