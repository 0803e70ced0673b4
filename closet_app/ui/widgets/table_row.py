"""What table and list delegates share: grounds, rings, words and small photos."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.photo_cache import rounded_photo

ROW_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in its view."""

    selected: bool = False
    current: bool = False
    hover: bool = False


def paint_row_ground(
    painter: QPainter, rect: QRect, state: RowState, rest: str = "surface"
) -> None:
    """The ground of one cell or row with its line below."""
    role = "accent-soft" if state.selected else ("hover" if state.hover else rest)
    painter.fillRect(rect, color(role))
    painter.setPen(QPen(color("line"), 1))
    foot = rect.bottom() + 0.5
    painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right() + 1, foot))


def paint_row_ring(painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
    """The current row's ring, cell by cell: closed at the `first` and the `last` one."""
    painter.save()
    painter.setPen(QPen(color("accent-ink"), 2))
    box = QRectF(rect).adjusted(1, 1, -1, -1)
    left, right = QPointF(rect.left(), 0), QPointF(rect.right() + 1, 0)
    painter.drawLine(QPointF(left.x(), box.top()), QPointF(right.x(), box.top()))
    painter.drawLine(QPointF(left.x(), box.bottom()), QPointF(right.x(), box.bottom()))
    if first:
        painter.drawLine(box.topLeft(), box.bottomLeft())
    if last:
        painter.drawLine(box.topRight(), box.bottomRight())
    painter.restore()


def paint_list_ground(
    painter: QPainter, rect: QRect, state: RowState, rest: str = "canvas", chosen: str = "surface"
) -> None:
    """The ground of a list row: `chosen` and a 3 px berry bar when it is current."""
    role = chosen if state.current else ("hover" if state.hover else rest)
    painter.fillRect(rect, color(role))
    if state.current:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color("accent"))
    painter.setPen(QPen(color("line"), 1))
    foot = rect.bottom() + 0.5
    painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right() + 1, foot))


def paint_text(
    painter: QPainter,
    rect: QRect,
    words: str,
    role: str = "body",
    ink: str = "ink",
    *,
    right: bool = False,
) -> None:
    """One elided line, centred in height; numbers stand at the right."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font(role))
    painter.setPen(color(ink))
    shown = elided(words, rect.width(), role)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_photo(
    painter: QPainter, rect: QRect, pixmap: QPixmap | None, *, radius: float = 4
) -> None:
    """A small photo with round corners, or a quiet box until it is there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pixmap is None or pixmap.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawRoundedRect(QRectF(rect), radius, radius)
    else:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(rect.width(), rect.height())
        painter.drawPixmap(rect.topLeft(), rounded_photo(pixmap, size, (radius, radius), ratio))
    painter.restore()


def paint_initials(painter: QPainter, rect: QRect, words: str) -> None:
    """A round ground with the first letters of a name."""
    letters = "".join(part[0] for part in words.replace("@", "").split()[:2]).upper()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent-soft"))
    painter.drawEllipse(rect)
    painter.setFont(font("body-strong" if rect.height() > px(30) else "micro-strong"))
    painter.setPen(color("accent-ink"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()
