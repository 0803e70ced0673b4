"""The page of orders: list, sheet and side pane, kept in step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.services.changed import Changed
from closet_app.services.order_views import group_of
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.orders.commands import connect_commands, order_menu
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.empty import EmptyPane
from closet_app.ui.orders.list_pane import ListPane
from closet_app.ui.orders.order_panes import OrderPanes
from closet_app.ui.orders.sheet import OrderSheet
from closet_app.ui.orders.shelf import Listing, Shelf
from closet_app.ui.orders.side_pane import Foot, SideCards, SidePane
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.search_box import SearchBox
from closet_app.ui.words import say


class OrdersPage(Page):
    """Shows one order at a time; it stays shown while lists around it change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self._shown_id = 0
        self._thumbs = Thumbs(desk.closet, desk.jobs, self)
        self.work = OrderWork(desk, desk.window)
        self.doors = OrderDoors(self.work, self._thumbs)
        self.shelf = Shelf(desk, self)
        self.list = ListPane(self._thumbs, self.work.speech)
        self.cards = SideCards(self.work, self.doors)
        self.foot = Foot(self.doors)
        self.side = SidePane(self.cards, self.foot)
        self.sheet = OrderSheet(self.work, self.doors, self._thumbs, order_menu(desk, self))
        self.empty = EmptyPane()
        self._panes = OrderPanes(desk, self.list, self.sheet, self.empty, self.side, self)
        self._bar = PageBar(say("Orders"))
        self.search = SearchBox(say("Find an order, buyer or tracking number"))
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._panes)
        self.search.setMaximumWidth(px(360))
        self._bar.row.addWidget(self.search, 3)
        self._bar.add_right(Button(say("New order"), icon="plus", pressed=self.new_order))
        self._print = Button(
            say("Pack and print"), icon="printer", pressed=self.doors.print_waiting
        )
        self._bar.add_right(self._print)
        self.pack_button = Button(say("Pack"), icon="package-open", keys="P", pressed=self.pack)
        self._bar.add_right(self.pack_button)

    def _connect(self) -> None:
        connect_commands(
            self.work,
            self.doors,
            new_order=self.new_order,
            go_to_tracking=self.go_to_tracking,
            pack=self.pack,
        )
        self.list.chosen.connect(self.work.show_order)
        self.list.regrouped.connect(self._regroup)
        self.search.query_changed.connect(self._search)
        self.shelf.read.connect(self._on_read)
        self.work.shown.connect(self._on_shown)
        self.empty.acted.connect(self._on_empty_action)

    def title(self) -> str:
        view = self.work.view
        return say("Order {number}", number=view.number) if view else say("Orders")

    def top_bar(self) -> QWidget:
        return self._bar

    def panes(self) -> list[QWidget]:
        return [self.list, self.sheet, self.side]

    def enter(self, what: object = None) -> None:
        """Show the order `what`, or the one that was left; both are read anew."""
        if isinstance(what, int):
            self.show_order(what)
        else:
            self.work.reload()
            self.shelf.ask()
        self.list.view.setFocus()

    def leave(self) -> bool:
        """What was typed is kept before the page goes."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        return True

    def refresh(self, changed: object) -> None:
        """A hidden page reads nothing: it will when it is entered."""
        if not isinstance(changed, Changed) or not self.isVisible():
            return
        if changed.orders or changed.buyers or changed.tasks or changed.items or changed.shop:
            self.work.reload()
            self.shelf.ask()

    def focus_search(self) -> bool:
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def print_shown(self) -> bool:
        """Go to the print room with the shown order."""
        self.doors.print_all()
        return self.work.view is not None

    def show_order(self, order_id: int) -> None:
        """Go to an order in its own group."""
        self.search.set_query((), "")
        self.shelf.text = ""
        self.work.show_order(order_id)
        if self.work.view is not None:
            self.shelf.group = group_of(self.work.view.status)
        self.shelf.ask()

    def go_to_tracking(self) -> None:
        """Put the cursor into the tracking number."""
        line = self.sheet.message.tracking.line
        self.sheet.reveal(line)
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def new_order(self) -> None:
        """Choose what was sold, sell it, and go to its order."""
        self.doors.new_order(self.show_order)

    def pack(self) -> None:
        """Go to the pack station, with the shown order in hand when it waits there."""
        order_id = self.work.order_id if self.work.can_pack else None
        self._desk.navigator.go("packing", order_id)

    def _regroup(self, group: str) -> None:
        self.shelf.group = group
        self.work.show_order(0)
        self.shelf.ask()

    def _search(self, text: str) -> None:
        self.shelf.text = text
        self.shelf.ask()

    def _on_read(self, listing: Listing) -> None:
        if self.work.view is None and listing.rows:
            self.work.show_order(listing.rows[0].id)
        self.list.groups.set_value(listing.group)
        self.list.show_orders(listing.counts, listing.rows, self.work.speech, self.work.order_id)
        self.empty.show_for(listing.group, listing.text)
        self._show_parts()

    def _on_shown(self) -> None:
        view = self.work.view
        if view is not None:
            self.sheet.show_order(view, fresh=view.id != self._shown_id)
            self.cards.show_order(view)
            self.foot.show_order(view)
            self.list.select(view.id)
        self._shown_id = self.work.order_id
        self._show_parts()
        self.titled.emit()

    def _show_parts(self) -> None:
        is_there = self.work.view is not None
        self._panes.show_order(is_there)

    def _on_empty_action(self) -> None:
        if self.shelf.text:
            self.search.set_query((), "")
            self._search("")
        else:
            self.new_order()
