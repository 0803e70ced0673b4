"""The page “Pack and print”: orders at the left, their pages, and what is chosen at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from closet_app.services.changed import Changed
from closet_app.services.print_runs import LABELS
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.print_room.desk_view import DeskView
from closet_app.ui.print_room.note_editor import NoteEditor
from closet_app.ui.print_room.order_list import OrderList
from closet_app.ui.print_room.paging import Paging
from closet_app.ui.print_room.panes import RoomPanes
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.room_bar import RoomBar
from closet_app.ui.print_room.room_doors import RoomDoors
from closet_app.ui.print_room.room_header import RoomHeader
from closet_app.ui.print_room.run_block import RunBlock
from closet_app.ui.print_room.running import Running
from closet_app.ui.print_room.side_pane import SidePane
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.room_door import Visit
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.widgets.reading_order import ReadingOrder
from closet_app.ui.words import say

STOCKS = "stocks"
"""The place of the page of own papers and labels."""
NEEDS_ORDERS = ("room.save", "room.pictures", "room.note", "room.test", "room.nudge")


class PrintRoomPage(Page):
    """Puts the parts together; what they share is in the room."""

    def __init__(self, desk: Desk, printers: Printers | None = None) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self._thumbs = Thumbs(desk.closet, desk.jobs, self)
        self.room = Room(desk, self)
        self.list = OrderList(self.room, self._thumbs)
        self.header = RoomHeader(self.room)
        self.note = NoteEditor(self.room)
        self.block = RunBlock()
        self.pages = DeskView(desk.jobs, self.block)
        self.side = SidePane(self.room, self._thumbs, printers or Printers())
        self.paging = Paging(self.room, self.pages, self.note, self.side, self)
        self.running = Running(self.room, self.side, self.block, self.note, self)
        self.doors = RoomDoors(self.room, self.running, self.side, self)
        self.bar = RoomBar(desk)
        self._order = ReadingOrder(self.side)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)
        panes = RoomPanes(self._desk, self.list, middle, self.side, self._stack)
        self._stack.addWidget(panes)
        self._stack.addWidget(self._empty())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(page)
        offer = Offer(say("Go to Orders"), lambda: self._desk.navigator.go("orders"), "primary")
        words = say("When you mark something sold, it waits here.")
        rows.addWidget(EmptyState("package", say("Nothing to pack."), words, [offer], framed=False))
        return page

    def _connect(self) -> None:
        room = self.room
        room.read.connect(self._on_read)
        for shown in (self.side.card.shown, self.side.paper.shown):
            shown.connect(self._order.keep)
        self.running.told.connect(self._show_what_stopped)
        self.header.edit.clicked.connect(lambda _on=False: self.note.open_editor())
        handlers: dict[str, Callable[[], object]] = {
            "room.previous": lambda: room.step(-1),
            "room.next": lambda: room.step(1),
            "room.save": self.running.save,
            "room.pictures": self.doors.pictures,
            "room.test": self.doors.test,
            "room.nudge": self.doors.nudge,
            "room.history": self.doors.history,
            "room.raw": self.doors.raw,
            "room.note": self.note.open_editor,
            "room.back": self._go_back,
        }
        if self._desk.navigator.knows(STOCKS):
            handlers["room.stocks"] = lambda: self._desk.navigator.go(STOCKS)
        self.side.printers.found.connect(self._allow_raw)
        for action_id, handler in handlers.items():
            self._desk.actions.connect_action(action_id, handler)
        self._allow_raw()

    def title(self) -> str:
        return say("Pack and print")

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return [self.list, self.pages, self.side]

    def enter(self, what: object = None) -> None:
        self.bar.show_day()
        self.room.open(what if isinstance(what, Visit) else self.room.visit)
        self.side.printers.look()
        self.list.view.setFocus()

    def leave(self) -> bool:
        """A note that is being edited is kept; what is printed goes on."""
        self.note.close_editor()
        return True

    def refresh(self, changed: object) -> None:
        if not isinstance(changed, Changed):
            return
        self.paging.forget()
        if self.isVisible():
            self.room.read_again()

    def print_shown(self) -> bool:
        self.running.print_all()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is printed, closes the note, or goes back."""
        if Qt.Key(event.key()) is not Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.running.output.is_busy:
            self.running.output.stop()
        elif self.note.isVisible():
            self.note.close_editor()
        else:
            self._go_back()

    def _on_read(self) -> None:
        is_empty = self.room.is_read and not self.room.orders
        self._stack.setCurrentIndex(1 if is_empty else 0)
        for action_id in NEEDS_ORDERS:
            self._desk.actions.set_enabled(action_id, not is_empty)

    def _show_what_stopped(self) -> None:
        self.pages.arrange()
        self.pages.reveal_block()

    def _allow_raw(self) -> None:
        """Only a queue of the system takes labels as they are."""
        box = self.side.printers
        can = box.known is not None and box.name(LABELS) in box.known.raw
        self._desk.actions.set_enabled("room.raw", can)

    def _go_back(self) -> None:
        if not self._desk.navigator.back():
            self._desk.navigator.go("orders")
