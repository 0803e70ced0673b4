"""The drawing of a garment on which the measure being typed is lit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.domain.measurements import Line, Measure, MeasureSet, Outline
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

SIDE = 100
"""Measures and outlines are drawn in a box of this width and height."""


class MeasureDrawing(QWidget):
    """Outlines of one kind of garment with one measure lit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: MeasureSet | None = None
        self._lit = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def lit(self) -> str:
        """The key of the measure that is lit; empty when none is."""
        return self._lit

    def show_set(self, measures: MeasureSet) -> None:
        """Draw another garment."""
        self._set = measures
        self.light(measures.measures[0].key if measures.measures else "")

    def light(self, key: str) -> None:
        """Light one measure; a key the garment does not have lights none."""
        found = next((one for one in self._measures() if one.key == key), None)
        self._lit = found.key if found else ""
        words = found.words if found else ""
        self.setAccessibleName(say("Drawing of the garment: {measure}", measure=words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(104), px(104))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._set is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("hem"), 1.4, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(color("canvas"))
        for outline in self._set.outlines:
            painter.drawPolygon(self._polygon(outline))
        line = next((one.line for one in self._measures() if one.key == self._lit), None)
        if line is not None:
            self._paint_line(painter, line)

    def _measures(self) -> tuple[Measure, ...]:
        return self._set.measures if self._set else ()

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        start, end = (self._at(point) for point in line)
        painter.setPen(QPen(color("accent"), 2))
        painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        for point in (start, end):
            painter.drawEllipse(point, 2.5, 2.5)

    def _polygon(self, outline: Outline) -> QPolygonF:
        return QPolygonF([self._at(point) for point in outline])

    def _at(self, point: tuple[float, float]) -> QPointF:
        room, edge = min(self.width(), self.height()) - 6, 3
        return QPointF(edge + point[0] * room / SIDE, edge + point[1] * room / SIDE)
