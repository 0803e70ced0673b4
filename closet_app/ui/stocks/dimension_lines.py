"""Lines with two ticks and a figure, as drawings of things to be made have them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from closet_app.ui.stocks.dimensions import Dimension, Edge
from closet_app.ui.theme.fonts import font, line_height, text_width
from closet_app.ui.theme.shades import color, px

NEAR, FAR, TICK = 12, 38, 4
"""Pixels from the page to its measures."""


class DimensionPainter:
    """Paints the measures of one page on the screen; figures never lie over one another.

    `outer` is what of the page and of labels beyond its edges is shown.
    """

    def __init__(
        self, painter: QPainter, page: QRectF, outer: QRectF, measures: Sequence[Dimension]
    ) -> None:
        self._painter = painter
        self._page = page
        self._outer = outer
        self._taken: list[QRectF] = []
        across = next(each for each in measures if each.edge is Edge.ABOVE_FAR)
        self._factor = page.width() / (across.end or 1.0)
        beside = (text_width(each.words, "micro") for each in measures if each.edge is Edge.LEFT)
        self._far_left = max(px(NEAR), px(NEAR + 12) + max(beside, default=-px(12)))

    def paint(self, dimension: Dimension, *, wrong: bool, pointed: bool) -> None:
        """One measure; a `wrong` one is red, the `pointed` one berry."""
        tone = "bad-ink" if wrong else ("accent-ink" if pointed else "muted")
        role = "micro-strong" if wrong or pointed else "micro"
        line = self._line(dimension)
        self._painter.setPen(QPen(color(tone), 1.5 if wrong or pointed else 1))
        self._painter.drawLine(line)
        for end in (line.p1(), line.p2()):
            self._painter.drawLine(_tick(end, is_across=dimension.edge.is_across))
        self._painter.setFont(font(role))
        box = self._free(self._figure(dimension, line, role), dimension.edge)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, dimension.words)

    def _line(self, dimension: Dimension) -> QLineF:
        edge, page = dimension.edge, self._page
        begin, end = dimension.begin * self._factor, dimension.end * self._factor
        at = {
            Edge.ABOVE: page.top() - px(NEAR),
            Edge.ABOVE_FAR: page.top() - px(FAR),
            Edge.BELOW: self._outer.bottom() + px(NEAR),
            Edge.LEFT: page.left() - px(NEAR),
            Edge.LEFT_FAR: page.left() - self._far_left,
            Edge.RIGHT: self._outer.right() + px(NEAR),
        }[edge]
        if edge.is_across:
            return QLineF(page.left() + begin, at, page.left() + end, at)
        return QLineF(at, page.top() + begin, at, page.top() + end)

    def _figure(self, dimension: Dimension, line: QLineF, role: str) -> QRectF:
        """The figure stands outside its line, at its middle."""
        width, height = text_width(dimension.words, role) + 2, line_height("micro")
        middle = line.center()
        box = QRectF(0, 0, width, height)
        if dimension.edge.is_across:
            box.moveCenter(middle)
            below = dimension.edge is Edge.BELOW
            box.moveTop(middle.y() + px(3) if below else middle.y() - height - px(1))
            if dimension.field == "left" and width > line.length():
                box.moveCenter(QPointF(line.x1() - px(6) - width / 2, middle.y()))
        elif dimension.edge is Edge.RIGHT:
            box.moveCenter(QPointF(middle.x() + px(5) + width / 2, middle.y()))
        else:
            box.moveCenter(QPointF(middle.x() - px(5) - width / 2, middle.y()))
        return box

    def _free(self, box: QRectF, edge: Edge) -> QRectF:
        """Aside of what stands there already: to the left, or further up."""
        for other in self._taken:
            if box.intersects(other):
                if edge.is_across:
                    box.moveRight(other.left() - px(4))
                else:
                    box.moveBottom(other.top())
        self._taken.append(QRectF(box))
        return box


def _tick(end: QPointF, *, is_across: bool) -> QLineF:
    reach = px(TICK)
    if is_across:
        return QLineF(end.x(), end.y() - reach, end.x(), end.y() + reach)
    return QLineF(end.x() - reach, end.y(), end.x() + reach, end.y())
