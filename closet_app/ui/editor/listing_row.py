"""One marketplace of a piece: badge, status, price and what is kept; pressing it opens its menu."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge, paint_pill, pill_look, pill_width
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say

PRICE, KEEP = 44, 64
"""Widths of the two columns of amounts at the right."""
_PILL_AT = 106


@dataclass(frozen=True, slots=True)
class ListingFace:
    """What a row shows, in words; `age` in days turns the pill amber from 91."""

    marketplace: str
    name: str
    live: bool
    pill: str
    price: str
    keep: str
    loses: bool = False
    age: int | None = None
    tooltip: str = ""


class ListingRow(QAbstractButton):
    """A row of 34 that is pressed as a whole."""

    def __init__(self, face: ListingFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 6)
        self.show_face(face)

    def show_face(self, face: ListingFace) -> None:
        """Show how the piece is listed now."""
        self.face = face
        said = (face.name, face.pill, face.price if face.live else "", say("you keep"), face.keep)
        self.setAccessibleName(" ".join(part for part in said if part))
        set_tooltip(self, face.tooltip)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(34))

    def menu_at(self) -> QPoint:
        """Where the row's menu opens."""
        return self.mapToGlobal(QPoint(px(_PILL_AT), self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        if lit:
            painter.fillRect(self.rect(), color("hover"))
        self._paint_line(painter)
        middle = self.height() / 2
        badge = QRectF(0, middle - px(10), px(20), px(20))
        paint_badge(painter, badge, self.face.marketplace, listed=self.face.live)
        self._paint_words(painter)
        if lit or self.hasFocus():
            side = px(16)
            at = QRect(self._amounts_at() - side - px(2), round(middle) - side // 2, side, side)
            paint_icon(painter, at, "ellipsis", "muted")

    def _amounts_at(self) -> int:
        price = max(px(PRICE), text_width(self.face.price, "body") + px(6))
        return self.width() - px(KEEP) - price

    def _paint_line(self, painter: QPainter) -> None:
        painter.setPen(QPen(color("line"), 1))
        foot = self.height() - 0.5
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def _paint_words(self, painter: QPainter) -> None:
        face, height = self.face, self.height()
        pill = min(pill_width(face.pill), self._amounts_at() - px(_PILL_AT) - px(4))
        name_room = QRect(px(30), 0, px(_PILL_AT) - px(36), height)
        painter.setFont(font("body"))
        painter.setPen(color("ink"))
        fitted = elided(face.name, name_room.width(), "body")
        painter.drawText(name_room, Qt.AlignmentFlag.AlignVCenter, fitted)
        look = pill_look("listed", face.age) if face.live else "draft"
        paint_pill(painter, QRect(px(_PILL_AT), 0, pill, height), look, face.pill)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        price = QRect(0, 0, self.width() - px(KEEP), height)
        painter.setFont(font("body"))
        painter.setPen(color("ink" if face.live else "muted"))
        painter.drawText(price, right, face.price)
        keep = QRect(self.width() - px(KEEP), 0, px(KEEP), height)
        painter.setFont(font("body-strong"))
        painter.setPen(color("bad-ink" if face.loses else "ok-ink"))
        painter.drawText(keep, right, face.keep)


class ListingHeads(QWidget):
    """Price and You keep above the rows' amounts, beside the section's heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading
        self.setAccessibleName(heading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height, edge = self.height(), self.width()
        painter.setFont(font("section"))
        painter.setPen(color("ink"))
        room = QRect(0, 0, edge - px(PRICE) - px(KEEP), height)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter, elided(self._heading, room.width(), "section")
        )
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        wide = max(px(PRICE), text_width(say("Price"), "small"))
        painter.drawText(QRect(edge - px(KEEP) - wide, 0, wide, height), right, say("Price"))
        painter.drawText(QRect(edge - px(KEEP), 0, px(KEEP), height), right, say("You keep"))
