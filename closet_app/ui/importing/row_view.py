"""The rows as a table: row, state and piece with its reason, then every value."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHoverEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from closet_app.services.imports import PreviewRow, RowState
from closet_app.ui.importing.row_columns import LINE, PIECE, STATE, STATE_LOOKS
from closet_app.ui.importing.row_model import RowModel
from closet_app.ui.theme.fonts import line_height
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import paint_pill
from closet_app.ui.widgets.table_row import (
    RowState as Ground,
)
from closet_app.ui.widgets.table_row import (
    paint_row_ground,
    paint_row_ring,
    paint_text,
)
from closet_app.ui.words import say

Index = QModelIndex | QPersistentModelIndex
Cursor = QAbstractItemView.CursorAction
HEIGHT = 44


class RowDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, model: RowModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.hovered = -1
        """The row under the mouse."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(self._model.columns[index.column()].width), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        is_current = index.row() == self._view.currentIndex().row()
        ground = Ground(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hover=index.row() == self.hovered,
        )
        paint_row_ground(painter, option.rect, ground)
        self._paint_cell(painter, option.rect.adjusted(px(8), 0, -px(8), -1), row, index)
        if is_current and self._view.hasFocus():
            last = index.column() == len(self._model.columns) - 1
            paint_row_ring(painter, option.rect, first=index.column() == 0, last=last)

    def _paint_cell(self, painter: QPainter, room: QRect, row: PreviewRow, index: Index) -> None:
        column = self._model.columns[index.column()]
        words = self._model.cell(index.row(), index.column())
        if column.key == STATE:
            paint_pill(painter, room, STATE_LOOKS[row.state], words)
        elif column.key == PIECE:
            self._paint_piece(painter, room, row, words)
        else:
            ink = "muted" if column.key == LINE or row.state is not RowState.NEW else "ink"
            line = " ".join(words.split())
            paint_text(painter, room, line, "body", ink, right=column.right)

    def _paint_piece(self, painter: QPainter, room: QRect, row: PreviewRow, words: str) -> None:
        remark = self._model.remark_of(row)
        is_piece = row.facts is not None
        role, ink = ("body-strong", "ink") if is_piece else ("body", "ink2")
        if row.state in {RowState.ALREADY_HERE, RowState.LEFT_OUT}:
            role, ink = "body", "muted"
        if not remark or not words:
            paint_text(painter, room, words or remark, role, ink)
            return
        upper, lower = line_height("body"), line_height("small")
        top = room.center().y() - (upper + lower) // 2
        paint_text(painter, QRect(room.left(), top, room.width(), upper), words, role, ink)
        below = QRect(room.left(), top + upper, room.width(), lower)
        paint_text(painter, below, remark, "small", _REMARK_INKS[row.state])


_REMARK_INKS = {
    RowState.NEW: "warn-ink",
    RowState.BROKEN: "bad-ink",
    RowState.ALREADY_HERE: "muted",
    RowState.LEFT_OUT: "muted",
}


class RowView(QTableView):
    """`looked_at` carries the row the cursor is on, or None."""

    looked_at = Signal(object)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = RowDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._build()
        model.modelReset.connect(self._on_reset)

    def _build(self) -> None:
        self.setAccessibleName(say("Rows of the file"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(px(HEIGHT))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(px(48))

    def fit_columns(self) -> None:
        """Give every column its width, and the piece what is left over."""
        for place, column in enumerate(self._rows.columns):
            self.setColumnWidth(place, px(column.width))
        used = sum(px(column.width) for column in self._rows.columns)
        bar = self.verticalScrollBar()
        hidden = 0 if bar.isVisible() else bar.sizeHint().width()
        spare = self.viewport().width() - hidden - used
        if spare > 0:
            piece = next(at for at, each in enumerate(self._rows.columns) if each.key == PIECE)
            self.setColumnWidth(piece, self.columnWidth(piece) + spare)

    def go_to_line(self, line: int) -> None:
        """Put the cursor on the first row from `line` of the file on."""
        place = self._rows.place_of(line)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))

    def current_row(self) -> PreviewRow | None:
        """The row the cursor is on."""
        return self._rows.row_at(self.currentIndex().row())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self._rows.row_at(current.row()))
        self.viewport().update()

    def keyboardSearch(self, _typed: str) -> None:
        """Letters look for nothing here: saying a hundred thousand rows would take too long."""

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        ends = {Cursor.MoveHome: 0, Cursor.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHoverEvent):
            row = self.indexAt(event.position().toPoint()).row()
            if row != self._delegate.hovered:
                self._delegate.hovered = row
                self.viewport().update()
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands any event here

    def _on_reset(self) -> None:
        self.looked_at.emit(None)
