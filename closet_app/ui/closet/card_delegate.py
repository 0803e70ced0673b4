"""Paints a card in the gallery and a row in the table from what the model looks up."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from closet_app.services.records import Card
from closet_app.ui.closet.column_table import ColumnTable
from closet_app.ui.closet.columns import COLUMNS
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.closet.picks import Picks
from closet_app.ui.theme.shades import px, theme
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.thumbs import Thumbs, weight
from closet_app.ui.widgets.badges import paint_badge, paint_pill
from closet_app.ui.widgets.item_card import CardFace, CardState, paint_card, photo_rect
from closet_app.ui.widgets.table_row import (
    ROW_HEIGHT,
    RowState,
    paint_photo,
    paint_row_ground,
    paint_row_ring,
    paint_text,
)

Flag = QStyle.StateFlag
PAINTED_LIMIT = 16 * 1024 * 1024
"""Bytes of painted cards kept; a screen of 20 at 187 × 274 takes 4 MB."""


class CardDelegate(QStyledItemDelegate):
    """One card; its photo is wished for when it is not there yet."""

    def __init__(self, model: CardModel, thumbs: Thumbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs
        self._painted = PaintedCards()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, face = self._model.card(index.row()), self._model.face(index.row())
        state = CardState(
            selected=bool(option.state & Flag.State_Selected),
            current=bool(option.state & Flag.State_HasFocus),
            hover=bool(option.state & Flag.State_MouseOver),
            loading=card is None,
        )
        if card is None or face is None:
            paint_card(painter, option.rect, _NO_FACE, state)
            return
        shown = self._with_photo(card, face, photo_rect(option.rect).size(), painter)
        size, ratio = option.rect.size(), painter.device().devicePixelRatioF()
        painter.drawPixmap(option.rect.topLeft(), self._painted.get(shown, state, size, ratio))

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return option.rect.size()

    def _with_photo(self, card: Card, face: CardFace, size: QSize, painter: QPainter) -> CardFace:
        if card.photo is None:
            return face
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbs.get(card.photo, round(max(size.width(), size.height()) * ratio))
        if pixmap is not None:
            return replace(face, pixmap=pixmap)
        if self._thumbs.is_missing(card.photo):
            return replace(face, photo_missing=True)
        return face


class PaintedCards:
    """Cards as they were painted last, for the frames of a scroll that show them again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, face: CardFace, state: CardState, size: QSize, ratio: float) -> QPixmap:
        """The whole card; painted now unless it is kept."""
        photo = 0 if face.pixmap is None else face.pixmap.cacheKey()
        words = replace(face, pixmap=None)
        key = (words, photo, state, size.width(), size.height(), ratio, theme())
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._draw(face, state, size, ratio)
            self._bytes += weight(found)
            while self._bytes > PAINTED_LIMIT and len(self._kept) > 1:
                self._bytes -= weight(self._kept.popitem(last=False)[1])
        else:
            self._kept.move_to_end(key)
        return found

    def _draw(self, face: CardFace, state: CardState, size: QSize, ratio: float) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        paint_card(painter, QRect(QPoint(0, 0), size), face, state)
        painter.end()
        return made


_NO_FACE = CardFace("", "", "", "draft", "")


class RowDelegate(QStyledItemDelegate):
    """One cell of the table; the first holds check, photo and title."""

    def __init__(
        self, model: CardModel, picks: Picks, thumbs: Thumbs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._picks = picks
        self._thumbs = thumbs
        self.hovered = -1
        """The row under the mouse."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = RowState(
            selected=bool(option.state & Flag.State_Selected),
            current=index.row() == self._picks.currentIndex().row(),
            hover=index.row() == self.hovered,
        )
        paint_row_ground(painter, option.rect, state)
        card = self._model.card(index.row())
        if card is not None:
            self._paint_cell(painter, option.rect, card, index, state)
        if state.current:
            first, last = self._ends()
            ends = {"first": index.column() == first, "last": index.column() == last}
            paint_row_ring(painter, option.rect, **ends)

    def _ends(self) -> tuple[int, int]:
        """The columns that close the current row's ring."""
        table = self.parent()
        return table.shown_ends if isinstance(table, ColumnTable) else (0, 0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(COLUMNS[index.column()].width), px(ROW_HEIGHT))

    def _paint_cell(
        self, painter: QPainter, rect: QRect, card: Card, index: Index, state: RowState
    ) -> None:
        column = COLUMNS[index.column()]
        room = rect.adjusted(px(10), 0, -px(10), 0)
        if column.id == "piece":
            self._paint_piece(painter, rect, card, state)
        elif column.id == "status":
            face = self._model.face(index.row())
            if face is not None:
                paint_pill(painter, room, face.pill_status, face.pill_words)
        elif column.id == "listed_on":
            _paint_badges(painter, room, card.listed_on)
        else:
            role, ink = _voice(column.id, card)
            words = column.say(card, self._model.speech)
            paint_text(painter, room, words, role, ink, right=column.right)

    def _paint_piece(self, painter: QPainter, rect: QRect, card: Card, state: RowState) -> None:
        check = check_box(rect)
        paint_check(painter, QRectF(check), Tick.ON if state.selected else Tick.OFF)
        side = px(30)
        photo = QRect(check.right() + px(12), rect.top() + (rect.height() - side) // 2, side, side)
        pixmap: QPixmap | None = None
        if card.photo is not None:
            pixmap = self._thumbs.get(
                card.photo, round(side * painter.device().devicePixelRatioF())
            )
        paint_photo(painter, photo, pixmap)
        room = rect.adjusted(photo.right() - rect.left() + px(10), 0, -px(8), 0)
        words = COLUMNS[0].say(card, self._model.speech)
        paint_text(painter, room, words, "body-strong")


def check_box(cell: QRect) -> QRect:
    """Where the check of a row is painted."""
    side = px(16)
    return QRect(cell.left() + px(12), cell.top() + (cell.height() - side) // 2, side, side)


def _voice(column: str, card: Card) -> tuple[str, str]:
    if column == "keep":
        below = card.keep is not None and card.keep.minor < 0
        return "body-strong", "bad-ink" if below else "ok-ink"
    return ("body", "ink" if column in {"asking", "size", "brand"} else "muted")


def _paint_badges(painter: QPainter, room: QRect, places: tuple[str, ...]) -> None:
    side, left = px(18), room.left()
    top = room.top() + (room.height() - side) // 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in places:
        if left + side > room.right() + 1:
            break
        paint_badge(painter, QRectF(left, top, side, side), place)
        left += side + px(3)
    painter.restore()
