"""The same pieces as rows with chosen columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHoverEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from closet_app.ui.closet.column_table import ColumnTable
from closet_app.ui.closet.columns import COLUMNS
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.closet.picks import Picks
from closet_app.ui.closet.row_delegate import RowDelegate, check_box
from closet_app.ui.closet.walking import steps_onto_current
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say

Cursor = QAbstractItemView.CursorAction


class TableView(ColumnTable):
    """`check_pressed` carries a row, `sort_chosen` the column whose heading was pressed."""

    check_pressed = Signal(int)
    sort_chosen = Signal(str)

    def __init__(
        self, model: CardModel, picks: Picks, thumbs: Thumbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(model, picks, thumbs, self)
        self._hovered = -1
        self.setModel(model)
        self.setSelectionModel(picks)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(say("Table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().sectionClicked.connect(self._on_section)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.check_pressed.emit(self.currentIndex().row())
            return
        if not steps_onto_current(self, event):
            super().keyPressEvent(event)

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        ends = {Cursor.MoveHome: 0, Cursor.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_check(index, point):
            self.check_pressed.emit(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._is_on_check(index, event.position().toPoint()):
            self.check_pressed.emit(index.row())
            return
        super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHoverEvent):
            self._hover(self.indexAt(event.position().toPoint()).row())
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands any event here

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = self._delegate.hovered = row
            self.viewport().update()

    def _is_on_check(self, index: QModelIndex, point: QPoint) -> bool:
        if not index.isValid() or index.column():
            return False
        near = px(8)
        return check_box(self.visualRect(index)).adjusted(-near, -near, near, near).contains(point)

    def _on_section(self, section: int) -> None:
        column = COLUMNS[section]
        if column.up or column.down:
            self.sort_chosen.emit(column.id)
