"""The same pieces as rows with chosen columns."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHoverEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from closet_app.ui.closet.card_delegate import RowDelegate, check_box
from closet_app.ui.closet.columns import COLUMNS, PLACE, shown_columns
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.closet.picks import Picks
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.table_row import ROW_HEIGHT
from closet_app.ui.words import say

Cursor = QAbstractItemView.CursorAction


class TableView(QTableView):
    """`check_pressed` carries a row, `sort_chosen` a sort, `columns_chosen` the shown columns."""

    check_pressed = Signal(int)
    sort_chosen = Signal(str)
    columns_chosen = Signal(tuple)

    # Asked for while Qt still makes the view; see the gallery's view.
    _foot = 0

    def __init__(
        self, model: CardModel, picks: Picks, thumbs: Thumbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(model, picks, thumbs, self)
        self._hovered = -1
        self._shown: tuple[str, ...] = ()
        self.setModel(model)
        self.setSelectionModel(picks)
        self.setItemDelegate(self._delegate)
        self._build()
        self.horizontalHeader().customContextMenuRequested.connect(self._on_menu)
        self.horizontalHeader().sectionClicked.connect(self._on_section)

    def _build(self) -> None:
        self.setAccessibleName(say("Table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(ROW_HEIGHT))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.setMinimumSectionSize(px(56))
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, px(column.width))

    @property
    def shown(self) -> tuple[str, ...]:
        """The shown columns, from left to right."""
        return self._shown

    def show_columns(self, names: Iterable[str]) -> None:
        """Show these columns and no others."""
        self._shown = shown_columns(names)
        for column in COLUMNS:
            self.setColumnHidden(PLACE[column.id], column.id not in self._shown)
        self._fit_piece()
        self._delegate.ends = (PLACE[self._shown[0]], PLACE[self._shown[-1]])

    def column_menu(self) -> QMenu:
        """Every column with a tick where it is shown; the piece itself always is."""
        menu = rounded_menu(QMenu(self))
        for column in COLUMNS[1:]:
            action = menu.addAction(say(column.words))
            action.setCheckable(True)
            action.setChecked(column.id in self._shown)
            action.triggered.connect(lambda _on=False, name=column.id: self._toggle(name))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_piece()

    def rows_in_sight(self) -> range:
        """The rows of the model that can be seen."""
        first, height = self.rowAt(0), self.viewport().height()
        last = self.rowAt(height - 1)
        count = self.model().rowCount()
        return range(max(first, 0), count if last < 0 else last + 1) if first >= 0 else range(0)

    def set_foot(self, height: int) -> None:
        """Let the last rows scroll out from under the selection bar."""
        self._foot = height
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._foot:
            bar = self.verticalScrollBar()
            whole = self.verticalHeader().length() + self._foot
            bar.setMaximum(max(whole - self.viewport().height(), 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.check_pressed.emit(self.currentIndex().row())
            return
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

    def _fit_piece(self) -> None:
        """The first column takes the width that the others leave."""
        others = sum(self.columnWidth(place) for place in range(1, len(COLUMNS)))
        least = px(COLUMNS[0].width)
        self.setColumnWidth(0, max(self.viewport().width() - others, least))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = self._delegate.hovered = row
            self.viewport().update()

    def _is_on_check(self, index: QModelIndex, point: QPoint) -> bool:
        if not index.isValid() or index.column():
            return False
        near = px(8)
        return check_box(self.visualRect(index)).adjusted(-near, -near, near, near).contains(point)

    def _toggle(self, name: str) -> None:
        wanted = set(self._shown) ^ {name}
        self.show_columns(wanted)
        self.columns_chosen.emit(self._shown)

    def _on_menu(self, point: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(point))

    def _on_section(self, section: int) -> None:
        column = COLUMNS[section]
        if column.up or column.down:
            self.sort_chosen.emit(column.id)
