"""The middle of the page: the line above, gallery or table, and the selection bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from closet_app.ui.closet.browser import Found
from closet_app.ui.closet.card_delegate import CardDelegate
from closet_app.ui.closet.card_layout import REST
from closet_app.ui.closet.columns import COLUMNS, PLACE
from closet_app.ui.closet.empty import EmptyCloset, NothingFound
from closet_app.ui.closet.grid_view import GridView
from closet_app.ui.closet.head_line import TABLE, HeadLine
from closet_app.ui.closet.model import CardModel
from closet_app.ui.closet.picks import Held, Picks
from closet_app.ui.closet.selection_bar import VIEW_FOOT, SelectionBar
from closet_app.ui.closet.strips import FirstSteps, TakeDownStrip
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.closet.table_view import TableView


class GalleryPane(QWidget):
    """Shows what was found, and keeps the selection by id.

    `opened` carries a piece's id, `find_asked` one whose photo is missing, `menu_asked` the
    place of a context menu, `pressed` that one piece was pressed with the mouse.
    """

    opened = Signal(int)
    find_asked = Signal(int)
    menu_asked = Signal(QPoint)
    columns_chosen = Signal(tuple)
    pressed = Signal()

    def __init__(self, model: CardModel, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.thumbs = thumbs
        self.picks = Picks(model, self)
        self.head = HeadLine()
        self.take_downs = TakeDownStrip()
        self.first_steps = FirstSteps()
        self.grid = GridView()
        self.empty_closet = EmptyCloset()
        self.nothing_found = NothingFound()
        self._table: TableView | None = None
        self._columns: tuple[str, ...] = ()
        self._awaited: Sequence[int] = ()
        self._held: Held | None = None
        """What was selected before a first page that may not show all of it."""
        self._stack = QStackedWidget()
        self.bar = SelectionBar(self._stack)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.grid.setModel(self.model)
        self.grid.setSelectionModel(self.picks)
        self.grid.setItemDelegate(CardDelegate(self.model, self.thumbs, self.grid))
        self.grid.setAccessibleName(say("Gallery"))
        for page in (self.grid, self.empty_closet, self.nothing_found):
            self._stack.addWidget(page)
        self._strips = QVBoxLayout()
        self._strips.setContentsMargins(px(16), px(10), px(16), 0)
        self._strips.setSpacing(px(8))
        self._strips.addWidget(self.first_steps)
        self._strips.addWidget(self.take_downs)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._strips)
        rows.addWidget(self.head)
        rows.addWidget(self._stack, 1)
        self._stack.installEventFilter(self)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self._connect_view(self.grid)
        self.grid.find_pressed.connect(self._on_find)
        self.grid.shown_changed.connect(lambda: self.thumbs.expect(len(self.grid.rows_in_sight())))
        self.thumbs.arrived.connect(self._on_arrived)
        self.head.view_chosen.connect(self.show_view)
        self.head.columns_asked.connect(lambda: self.table.open_columns_at(self.head.columns))
        self.picks.picked.connect(self._on_picked)
        self.bar.cleared.connect(self.picks.clearSelection)

    @property
    def view(self) -> GridView | TableView:
        """Gallery or table, whichever is chosen."""
        return self._table if self.head.view.value() == TABLE and self._table else self.grid

    @property
    def table(self) -> TableView:
        """The table; made when it is first looked at."""
        if self._table is None:
            from closet_app.ui.closet.table_view import TableView

            made = self._table = TableView(self.model, self.picks, self.thumbs)
            made.show_columns(self._columns)
            made.set_foot(VIEW_FOOT if self.bar.isVisible() else 0)
            self._stack.addWidget(made)
            self.bar.raise_()
            self._connect_view(made)
            made.sort_chosen.connect(self._on_section)
            made.columns_chosen.connect(self.columns_chosen)
        return self._table

    def focus_view(self) -> None:
        """Let keys go to the gallery or the table."""
        self.view.setFocus()

    def select_all(self) -> None:
        """Select everything that was found."""
        self.picks.pick_all()

    def set_columns(self, names: tuple[str, ...]) -> None:
        """The columns to show in the table."""
        self._columns = names
        if self._table is not None:
            self._table.show_columns(names)

    def show_view(self, name: str) -> None:
        """Show the gallery or the table, at the same piece."""
        had_focus = self.view.hasFocus()
        self.head.set_view(name)
        view = self.table if name == TABLE else self.grid
        if self.model.ids:
            self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        if self.picks.currentIndex().isValid():
            view.scrollTo(self.picks.currentIndex())
        if had_focus:
            view.setFocus()

    def show_found(self, found: Found) -> None:
        """Show other pieces; what was selected stays selected as far as it is among them."""
        held = self._held or self.picks.hold()
        place = self.view.verticalScrollBar().value()
        is_other = self.model.show_ids(found.ids)
        if is_other or self._held is not None:
            self.picks.restore(held)
        if is_other:
            self.view.verticalScrollBar().setValue(place)
        self._held = None if found.whole else held
        if found.ids:
            self._stack.setCurrentWidget(self.view)
        if found.whole:
            self.head.show_count(len(found.ids))
        if self._awaited and self.pick_shown(self._awaited):
            self._awaited = ()

    def pick_shown(self, item_ids: Sequence[int]) -> bool:
        """Select these pieces and bring them into sight; False when the first is not shown."""
        index = self.model.index_of(item_ids[0])
        if index.isValid():
            self.picks.pick(item_ids, item_ids[0])
            self.view.scrollTo(index)
        return index.isValid()

    def pick_when_shown(self, item_ids: Sequence[int]) -> None:
        """Select these pieces as soon as a search shows them."""
        self._awaited = tuple(item_ids)

    def show_nothing(self, *, closet_is_empty: bool) -> None:
        """Show why there is nothing."""
        self._stack.setCurrentWidget(self.empty_closet if closet_is_empty else self.nothing_found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.bar.place_in(self._stack)
        return super().eventFilter(watched, event)

    def _connect_view(self, view: GridView | TableView) -> None:
        view.check_pressed.connect(self.picks.toggle_row)
        view.doubleClicked.connect(self._on_opened)
        view.clicked.connect(lambda _index: self.pressed.emit())
        view.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(view.viewport().mapToGlobal(point))
        )

    def _on_arrived(self, hashes: frozenset[str]) -> None:
        """Paint again only what shows these photos."""
        for row in self.view.rows_in_sight():
            card = self.model.card(row)
            if card is not None and card.photo is not None and card.photo.sha256 in hashes:
                self.view.update(self.model.index(row, 0))

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.ids[index.row()])

    def _on_find(self, row: int) -> None:
        card = self.model.card(row)
        if card is not None and card.photo is not None and self.thumbs.is_missing(card.photo):
            self.find_asked.emit(card.id)

    def _on_section(self, name: str) -> None:
        column = COLUMNS[PLACE[name]]
        now = self.head.sort_value
        sorts = [sort for sort in (column.down, column.up) if sort]
        following = sorts[-1] if now == sorts[0] else sorts[0]
        self.head.sorted_by.emit(following)

    def _on_picked(self) -> None:
        self._held = None
        several = self.picks.count() > 1 or (self.picks.count() == 1 and self.picks.is_ticked)
        if self.bar.isVisible() != several:
            self.bar.setVisible(several)
            self.grid.set_foot(VIEW_FOOT if several else REST)
            if self._table is not None:
                self._table.set_foot(VIEW_FOOT if several else 0)
        if several:
            self.bar.place_in(self._stack)
        self.view.viewport().update()
