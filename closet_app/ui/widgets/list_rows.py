"""The tall rows of a list beside a page: how they are painted, and how the list moves."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from closet_app.services.records import PhotoRef
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.kept_rows import Index, KeptRows
from closet_app.ui.widgets.table_row import RowState, paint_list_ground, paint_photo

T = TypeVar("T")
Flag = QStyle.StateFlag


class ListDelegate(QStyledItemDelegate, Generic[T]):
    """Rows of one `height`, on `chosen` where they are selected; each list says what is on them."""

    def __init__(
        self, rows: KeptRows[T], height: int, parent: QObject, *, chosen: str = "surface"
    ) -> None:
        super().__init__(parent)
        self._kept = rows
        self._height = height
        self._chosen = chosen

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._kept.row(index.row())
        if row is None:
            return
        state = RowState(
            current=bool(option.state & Flag.State_Selected),
            hover=bool(option.state & Flag.State_MouseOver),
        )
        paint_list_ground(painter, option.rect, state, chosen=self._chosen)
        self.paint_row(painter, option.rect, row, state)

    def paint_row(self, painter: QPainter, rect: QRect, row: T, state: RowState) -> None:
        """Paint what stands on the ground."""
        raise NotImplementedError


def paint_thumb(
    painter: QPainter, box: QRect, ref: PhotoRef | None, thumbs: Thumbs, radius: int = 5
) -> None:
    """The photo of a row, or a quiet box until it is there or when there is none."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = None if ref is None else thumbs.get(ref, round(box.height() * ratio))
    paint_photo(painter, box, pixmap, radius=px(radius))


def dress_list(
    view: QListView, name: str, rows: KeptRows[T], delegate: QStyledItemDelegate
) -> None:
    """Show `rows` on the canvas, scrolled by pixels and never sideways."""
    view.setModel(rows)
    view.setItemDelegate(delegate)
    view.setAccessibleName(name)
    view.setProperty("ground", "canvas")
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
