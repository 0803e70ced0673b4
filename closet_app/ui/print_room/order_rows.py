"""Orders as rows with a tick, and how one is painted."""

from __future__ import annotations

from PySide6.QtCore import (
    QObject,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter

from closet_app.services.records import PhotoRef
from closet_app.services.records.packing import PackOrder
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.parcels.trouble import say_trouble
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.words import is_due, say_detail, say_due, spoken
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.kept_rows import Index, KeptRows
from closet_app.ui.widgets.list_rows import ListDelegate, paint_thumb
from closet_app.ui.widgets.table_row import RowState, paint_text

ROW = 64
PHOTO = (36, 44)
LEFT, TICK, BADGE = 14, 16, 16
ROLE = Qt.ItemDataRole


class RowModel(KeptRows[PackOrder]):
    """Rows are the orders of the room; `data` only says what the delegate does not paint."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(lambda order: order.id, parent)
        self._room = room
        self.speech: Speech = speech_of(room.desk.closet)

    def read(self) -> None:
        """Show the orders of the room as they are now."""
        self.speech = speech_of(self._room.desk.closet)
        self.keep(self._room.orders)

    def tick(self, order: PackOrder) -> Tick:
        """A dash where the order is printed without its label."""
        if not self._room.is_ticked(order.id):
            return Tick.OFF
        return Tick.PART if order.address_missing else Tick.ON

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        order = self.row(index.row())
        if order is None:
            return None
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return order.buyer if role == ROLE.DisplayRole else None
        if role == ROLE.AccessibleTextRole:
            return spoken(order, self.speech, ticked=self._room.is_ticked(order.id))
        return None


class RowDelegate(ListDelegate[PackOrder]):
    """Tick, photo, buyer and day; below them badge and what lies in the parcel."""

    def __init__(self, model: RowModel, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(model, ROW, parent, chosen="accent-soft")
        self._model = model
        self._thumbs = thumbs

    def tick_area(self, row: QRect) -> QRect:
        """Where a click ticks: the sign with room around it, at least 24 high and wide."""
        return QRect(row.left(), row.top(), px(LEFT + TICK + 8), row.height())

    def paint_row(self, painter: QPainter, rect: QRect, row: PackOrder, _state: RowState) -> None:
        side, height = px(TICK), px(PHOTO[1])
        tick = QRectF(rect.left() + px(LEFT), rect.center().y() - side / 2, side, side)
        paint_check(painter, tick, self._model.tick(row))
        top = rect.top() + (rect.height() - height) // 2
        box = QRect(rect.left() + px(40), top, px(PHOTO[0]), height)
        paint_thumb(painter, box, photo_of(row), self._thumbs)
        self._paint_words(painter, rect, row)

    def _paint_words(self, painter: QPainter, rect: QRect, order: PackOrder) -> None:
        speech = self._model.speech
        left, right = rect.left() + px(86), rect.right() - px(14)
        upper = QRect(left, rect.top() + px(14), right - left, px(18))
        lower = QRect(left, rect.top() + px(32), right - left, px(18))
        due = say_due(order, speech)
        ink = "warn-ink" if is_due(order, speech.today) else "muted"
        paint_text(painter, upper, due, "small", ink, right=True)
        name = upper.adjusted(0, 0, -text_width(due, "small") - px(8), 0)
        paint_text(painter, name, order.buyer, "body-strong")
        badge = QRectF(left, lower.top() + px(1), px(BADGE), px(BADGE))
        paint_badge(painter, badge, order.marketplace)
        words = lower.adjusted(px(BADGE + 6), 0, 0, 0)
        if order.gift:
            gift = QRect(lower.right() - px(14), lower.top() + px(2), px(14), px(14))
            paint_icon(painter, gift, "gift", "accent-ink")
            words.setRight(gift.left() - px(4))
        role, tone = ("label", "warn-ink") if say_trouble(order) else ("small", "muted")
        paint_text(painter, words, say_detail(order), role, tone)


def photo_of(order: PackOrder) -> PhotoRef | None:
    """The first photo of its pieces."""
    return next((piece.photo for piece in order.pieces if piece.photo is not None), None)
