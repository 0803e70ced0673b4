"""A table of chosen columns whose first one takes the width that the others leave."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from closet_app.ui.closet.columns import COLUMNS, PLACE, shown_columns
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.table_row import ROW_HEIGHT
from closet_app.ui.words import say


class ColumnTable(QTableView):
    """`columns_chosen` carries the shown columns when the seller chose others."""

    columns_chosen = Signal(tuple)

    # Asked for while Qt still makes the view.
    _foot = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self.shown_ends = (0, 0)
        """The logical columns that are shown first and last."""
        self._build()
        self.horizontalHeader().customContextMenuRequested.connect(self._on_menu)

    def _build(self) -> None:
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(px(56))
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, px(column.width))
        self._fit_piece()

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
        self.shown_ends = (PLACE[self._shown[0]], PLACE[self._shown[-1]])

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
        """Let the last rows scroll out from under a bar of this designed height."""
        self._foot = height
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._foot:
            bar = self.verticalScrollBar()
            whole = self.verticalHeader().length() + px(self._foot)
            bar.setMaximum(max(whole - self.viewport().height(), 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _fit_piece(self) -> None:
        """The first column takes the width that the others leave."""
        others = sum(self.columnWidth(place) for place in range(1, len(COLUMNS)))
        least = px(COLUMNS[0].width)
        self.setColumnWidth(0, max(self.viewport().width() - others, least))

    def open_columns_at(self, button: QWidget) -> None:
        """Offer the columns under a button."""
        self.column_menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def _toggle(self, name: str) -> None:
        wanted = set(self._shown) ^ {name}
        self.show_columns(wanted)
        self.columns_chosen.emit(self._shown)

    def _on_menu(self, point: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(point))
