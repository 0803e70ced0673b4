"""Paints one order in the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QPainter

from closet_app.services.records import OrderRow
from closet_app.ui.orders.faces import due_of
from closet_app.ui.orders.order_model import OrderModel
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.list_rows import ListDelegate, paint_thumb
from closet_app.ui.widgets.table_row import RowState, paint_text

ROW = 76
PHOTO = (44, 54)


class OrderDelegate(ListDelegate[OrderRow]):
    """Photo, buyer, words, what was paid; badge and due day at the right."""

    def __init__(self, model: OrderModel, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(model, ROW, parent)
        self._model = model
        self._thumbs = thumbs

    def paint_row(self, painter: QPainter, rect: QRect, row: OrderRow, _state: RowState) -> None:
        box = QRect(rect.left() + px(14), rect.top() + px(11), px(PHOTO[0]), px(PHOTO[1]))
        paint_thumb(painter, box, row.photo, self._thumbs)
        self._paint_words(painter, rect, row)

    def _paint_words(self, painter: QPainter, rect: QRect, row: OrderRow) -> None:
        side = px(16)
        left, right = rect.left() + px(68), rect.right() - px(14)
        lines = [QRect(left, rect.top() + px(top), right - left, px(18)) for top in (11, 29, 47)]
        badge = QRectF(right - side + 1, rect.top() + px(11), side, side)
        paint_badge(painter, badge, row.marketplace)
        name = lines[0].adjusted(0, 0, -side - px(6), 0)
        paint_text(painter, name, row.buyer, "body-strong")
        paint_text(painter, lines[1], row.words, "small", "muted")
        due = due_of(row, self._model.speech)
        paint_text(painter, lines[2], self._model.speech.money(row.paid), "body-strong")
        room = lines[2].adjusted(
            text_width(self._model.speech.money(row.paid), "body-strong"), 0, 0, 0
        )
        ink = "warn-ink" if due.urgent else "muted"
        paint_text(painter, room.adjusted(px(8), 0, 0, 0), due.words, "small", ink, right=True)
