"""The page of packing: list, order in hand and side pane, kept in step with the bench."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.packing.bench import Bench
from closet_app.ui.packing.doors import PackDoors
from closet_app.ui.packing.list_pane import ListPane
from closet_app.ui.packing.order_pane import OrderPane
from closet_app.ui.packing.panes import Panes
from closet_app.ui.packing.scan_keys import ScanKeys
from closet_app.ui.packing.side_pane import SidePane
from closet_app.ui.packing.top_bar import PackBar
from closet_app.ui.packing.work import PackWork
from closet_app.ui.parcels.files_part import FilesPart
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.frames import EmptyState, Offer, dropped_files
from closet_app.ui.widgets.reading_order import ReadingOrder
from closet_app.ui.words import say

OF_ORDER = ("packing.packed", "packing.shipped", "packing.label", "packing.photo")
"""Commands of the order in hand: while bins are walked none is seen."""


class PackingPage(Page):
    """Entered for one order (its id), or for the one that was left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self.thumbs = Thumbs(desk.closet, desk.jobs, self)
        self.bench = Bench(desk, self)
        self.work = PackWork(desk, self.bench)
        self.doors = PackDoors(self.work, self.thumbs)
        self.list = ListPane(self.bench, self.thumbs)
        self.files = FilesPart(desk)
        self.order = OrderPane(self.bench, self.thumbs, self.files, desk.asking.visit)
        self.side = SidePane()
        self.keys = ScanKeys(self, lambda: desk.choices.settings.single_letter_keys)
        self.bar = PackBar(desk)
        self._stack = QStackedWidget(self)
        self.panes_widget = Panes(desk, self.list, self.order, self.side, self._stack)
        self._order = ReadingOrder(self.panes_widget)
        self.empty = self._empty_page()
        self._build()
        self._connect()
        self._connect_keys()

    def _empty_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "surface")
        offer = Offer(say("Mark something sold"), self._sell, "primary")
        state = EmptyState(
            "package",
            say("Nothing to pack."),
            say("When you mark something sold, it waits here."),
            [offer],
            framed=False,
        )
        row = QHBoxLayout(page)
        row.setContentsMargins(px(24), px(24), px(24), px(24))
        row.addWidget(state)
        return page

    def _build(self) -> None:
        blank = QWidget()
        blank.setProperty("ground", "surface")
        for each in (blank, self.empty, self.panes_widget):
            self._stack.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        bench, work, doors = self.bench, self.work, self.doors
        bench.shown.connect(self._show)
        work.told.connect(self.list.scan.tell)
        self.order.board.turned.connect(lambda piece, done: work.tick_piece(piece, done=done))
        self.order.parcel.edited.connect(lambda each, fields: work.edit(each, **fields))
        self.order.parcel.tracked.connect(work.track)
        self.order.parcel.entered.connect(self._focus_list)
        self.order.head.opened.connect(doors.open_order)
        self.order.head.address_wanted.connect(doors.edit_buyer)
        for card in (self.side.steps, self.side.prints):
            card.ticked.connect(work.tick_step)
        self.side.prints.printed.connect(doors.print_piece)
        self.side.low.acted.connect(lambda: self._desk.navigator.go("settings", "supplies"))
        self.side.foot.packed.connect(self._packed)
        self.side.foot.shipped.connect(self._shipped)
        scan = self.list.scan
        scan.scanned.connect(work.scan)
        scan.left.connect(self._focus_list)
        scan.followed.connect(bench.show_order)
        scan.filmed.connect(doors.film)
        self.bar.all_pressed.connect(doors.print_all)
        self.bar.list_pressed.connect(doors.save_pull_list)
        self.bar.back_pressed.connect(self._go_back)

    def _connect_keys(self) -> None:
        keys, work, bench = self.keys, self.work, self.bench
        keys.scanned.connect(work.scan)
        keys.typed.connect(self.list.scan.begin)
        keys.ticked.connect(work.tick_next)
        keys.picked.connect(work.tick_place)
        keys.tracked.connect(self._go_to_tracking)
        for action_id, handler in (
            ("packing.next", lambda: bench.go(1)),
            ("packing.previous", lambda: bench.go(-1)),
            ("packing.way", lambda: bench.show_way(by_bin=not bench.by_bin)),
            ("packing.packed", self._packed),
            ("packing.shipped", self._shipped),
            ("packing.label", self.files.choose_label),
            ("packing.photo", self.files.photograph),
            ("packing.pull_list", self.doors.save_pull_list),
            ("packing.back", self._go_back),
        ):
            self._desk.actions.connect_action(action_id, handler)

    def title(self) -> str:
        return say("Pack")

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        if not self.bench.orders:
            return [self.empty]
        return [self.list, self.order, self.side]

    def enter(self, what: object = None) -> None:
        """Take the order `what` in hand, or the one that was left; all is read anew."""
        if isinstance(what, int):
            self.bench.by_bin = False
            self.bench.order_id = what
        self.bench.ask()
        self._focus_list()

    def leave(self) -> bool:
        """What was typed is kept before the page goes."""
        self._let_go()
        return True

    def refresh(self, changed: object) -> None:
        """A hidden page reads nothing: it will when it is entered."""
        if not isinstance(changed, Changed) or not self.isVisible():
            return
        if any((changed.orders, changed.buyers, changed.items, changed.shop, changed.supplies)):
            self.bench.ask()

    def focus_search(self) -> bool:
        self.list.scan.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def print_shown(self) -> bool:
        """Open the print room for the order in hand."""
        if self.bench.order is None:
            return False
        self.doors.print_piece("")
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_files and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A label or a photo dropped anywhere belongs to the order in hand."""
        event.acceptProposedAction()
        self.files.take(dropped_files(event))

    def take_photos(self, files: Sequence[Path]) -> bool:
        if self._takes_files:
            self.files.take(files)
        return self._takes_files

    @property
    def _takes_files(self) -> bool:
        return self.bench.shown_order is not None

    def _show(self) -> None:
        bench = self.bench
        self.bar.show_bench(bench)
        for action_id in OF_ORDER:
            self._desk.actions.set_enabled(action_id, bench.shown_order is not None)
        if not bench.orders:
            self._stack.setCurrentWidget(self.empty)
            return
        first = self._stack.currentWidget() is not self.panes_widget
        self._stack.setCurrentWidget(self.panes_widget)
        self.panes_widget.show_side(not bench.by_bin)
        if bench.order is not None:
            self.side.show_order(bench.order, bench.speech)
            self.side.show_low(bench.low)
        self._order.keep()
        if first and self.isVisible():
            self._focus_list()

    def _go_to_tracking(self) -> None:
        if not self.bench.by_bin:
            self.order.go_to_tracking()

    def _packed(self) -> None:
        self._let_go()
        self.work.mark_packed()

    def _shipped(self) -> None:
        self._let_go()
        self.work.mark_shipped()

    def _let_go(self) -> None:
        """A field that is being typed in keeps what it has before anything else happens."""
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit) and focused.hasFocus():
            self._focus_list()

    def _focus_list(self) -> None:
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._desk.navigator.go("orders", self.bench.order_id or None)

    def _sell(self) -> None:
        self.doors.sell()
