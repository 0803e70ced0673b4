"""One piece to choose for the back of a card."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from closet_app.services.records import Card
from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.photo_cache import rounded_photo

ROW, THUMB = 44, 36


class PieceRow(QAbstractButton):
    """One piece: photo, title, brand and size, asking price."""

    def __init__(self, card: Card, thumbs: Thumbs, price: str, *, is_chosen: bool = False) -> None:
        super().__init__()
        self.card = card
        self.is_chosen = is_chosen
        self._thumbs = thumbs
        self._detail = " · ".join(part for part in (card.brand, card.size) if part)
        self._price = price
        self.setProperty("focusRadius", 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (card.title, self._detail, self._price)
        self.setAccessibleName(", ".join(part for part in said if part))
        if is_chosen:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        key = Qt.Key(event.key())
        if key in steps:
            self.focusNextPrevChild(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.is_chosen and (self.underMouse() or self.hasFocus()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(self.rect(), px(6), px(6))
        side = px(THUMB)
        self._paint_photo(painter, QRect(px(4), (self.height() - side) // 2, side, side))
        left = px(4) + side + px(10)
        self._paint_words(painter, self.rect().adjusted(left, px(4), -px(6), -px(4)))

    def _paint_photo(self, painter: QPainter, box: QRect) -> None:
        ratio = self.devicePixelRatioF()
        ref = self.card.photo
        pixmap = self._thumbs.get(ref, round(box.width() * ratio)) if ref else None
        if pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral-soft"))
            painter.drawRoundedRect(QRectF(box), px(4), px(4))
            return
        corners = (float(px(4)), float(px(4)))
        painter.drawPixmap(box.topLeft(), rounded_photo(pixmap, box.size(), corners, ratio))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("label-strong"))
        price = painter.fontMetrics().horizontalAdvance(self._price)
        painter.setPen(color("ink"))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._price)
        left = room.adjusted(0, 0, -price - px(8), 0)
        upper = QRect(left.left(), left.top(), left.width(), left.height() // 2)
        lower = upper.translated(0, left.height() // 2)
        _draw_elided(painter, upper if self._detail else left, self.card.title)
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        _draw_elided(painter, lower, self._detail)


def _draw_elided(painter: QPainter, room: QRect, words: str) -> None:
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitted)
