"""Deleted pieces as a list: the model and how one row looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from closet_app.services.trash import TrashedPiece
from closet_app.ui.theme.fonts import line_height
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.table_row import (
    RowState,
    paint_photo,
    paint_row_ground,
    paint_row_ring,
    paint_text,
)
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import say, say_many

Index = QModelIndex | QPersistentModelIndex
HEIGHT, PHOTO, RIGHT = 60, 44, 220


class TrashModel(QAbstractListModel):
    """Holds the pieces; `say_day` writes the day of deletion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces: tuple[TrashedPiece, ...] = ()
        self.days: tuple[str, ...] = ()

    def show(self, pieces: Sequence[TrashedPiece], days: Sequence[str]) -> None:
        """Show other pieces, with the days they were deleted on in words."""
        self.beginResetModel()
        self.pieces, self.days = tuple(pieces), tuple(days)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.pieces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt asks for many kinds
        if not index.isValid():
            return None
        piece = self.pieces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(piece)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(name_of(piece))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (name_of(piece), detail_of(piece), self.day_of(index.row()), fate_of(piece))
            return ", ".join(said)
        return None

    def day_of(self, row: int) -> str:
        """“Deleted Sat, Nov 22”."""
        return say("Deleted {day}", day=self.days[row])


class TrashDelegate(QStyledItemDelegate):
    """Photo, name and number; at the right since when and how long still."""

    def __init__(self, model: TrashModel, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(320), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, flags = QRect(option.rect), option.state
        state = RowState(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            current=bool(flags & QStyle.StateFlag.State_HasFocus),
            hover=bool(flags & QStyle.StateFlag.State_MouseOver),
        )
        paint_row_ground(painter, rect, state)
        self._paint_photo(painter, rect, index.row())
        self._paint_words(painter, rect, index.row())
        if state.current:
            paint_row_ring(painter, rect, first=True, last=True)

    def _paint_photo(self, painter: QPainter, rect: QRect, row: int) -> None:
        side = px(PHOTO)
        box = QRect(rect.left() + px(16), rect.center().y() - side // 2, side, side)
        ref = self._model.pieces[row].photo
        ratio = painter.device().devicePixelRatioF()
        pixmap = None if ref is None else self._thumbs.get(ref, round(side * ratio))
        paint_photo(painter, box, pixmap, radius=px(6))

    def _paint_words(self, painter: QPainter, rect: QRect, row: int) -> None:
        piece = self._model.pieces[row]
        upper, lower = line_height("body"), line_height("small")
        top = rect.center().y() - (upper + lower + px(2)) // 2
        left = rect.left() + px(16 + PHOTO + 12)
        side = rect.right() - px(16) - px(RIGHT)
        room = QRect(left, top, side - left - px(12), upper)
        paint_text(painter, room, name_of(piece), "body-strong")
        paint_text(painter, _under(room, lower), detail_of(piece), "small", "muted")
        room = QRect(side, top, px(RIGHT), upper)
        paint_text(painter, room, self._model.day_of(row), "body", "ink2", right=True)
        ink = "warn-ink" if piece.days_left is not None and piece.days_left <= _SOON else "muted"
        paint_text(painter, _under(room, lower), fate_of(piece), "small", ink, right=True)


_SOON = 3


def name_of(piece: TrashedPiece) -> str:
    """The title, or what stands for one."""
    return piece.title or say("Untitled piece")


def detail_of(piece: TrashedPiece) -> str:
    """“Number JL-0412 · Madewell · M”."""
    number = say("Number {sku}", sku=piece.sku)
    return " · ".join(part for part in (number, piece.brand, piece.size) if part)


def fate_of(piece: TrashedPiece) -> str:
    """How long it can be restored."""
    if piece.days_left is None:
        return say("Kept for its order")
    if piece.days_left == 0:
        return say("Gone for good tomorrow")
    return say_many("{count} day left", "{count} days left", piece.days_left)


def _under(room: QRect, height: int) -> QRect:
    return QRect(room.left(), room.bottom() + px(2), room.width(), height)
