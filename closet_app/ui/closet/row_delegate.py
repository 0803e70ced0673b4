"""Paints a row of the table, cell by cell, from what the model looks up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from closet_app.services.records import Card
from closet_app.ui.closet.column_table import ColumnTable
from closet_app.ui.closet.columns import COLUMNS
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.closet.picks import Picks
from closet_app.ui.theme.shades import px
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import paint_badge, paint_pill
from closet_app.ui.widgets.table_row import (
    ROW_HEIGHT,
    RowState,
    paint_photo,
    paint_row_ground,
    paint_row_ring,
    paint_text,
)

Flag = QStyle.StateFlag


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
