"""What surrounds a page on the desk: its caption above, its edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from closet_app.ui.printing.sheets import CAPTION, Sheet
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px

_FOOT = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine


def paint_caption(painter: QPainter, page: QRect, sheet: Sheet) -> None:
    """Title and stock above a page, no wider than it."""
    caption = px(CAPTION)
    room = QRect(page.left(), page.top() - caption, page.width(), caption - px(6))
    title = _draw(painter, room, sheet.title, ("label-strong", "ink"))
    room.setLeft(room.left() + text_width(title, "label-strong") + px(6))
    if room.width() > px(24):
        _draw(painter, room, sheet.detail, ("small", "muted"))


def paint_edge(painter: QPainter, page: QRect, *, marked: bool) -> None:
    """A hairline, or berry around the page that is marked."""
    pen = QPen(color("accent-ink"), 2) if marked else QPen(color("line2"), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(page.adjusted(-1, -1, 0, 0))


def _draw(painter: QPainter, room: QRect, words: str, look: tuple[str, str]) -> str:
    role, ink = look
    painter.setFont(font(role))
    painter.setPen(color(ink))
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _FOOT, fitted)
    return fitted
