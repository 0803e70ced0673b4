"""The main window: rail, top bar, pages, status bar, toasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.ui.frame.action_map import ActionMap
from closet_app.ui.frame.geometry import MINIMUM, WindowPlaces, place_of, restore
from closet_app.ui.frame.menu_reveal import MenuReveal
from closet_app.ui.frame.navigator import Navigator
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.frame.panes import walk_panes
from closet_app.ui.frame.rail import Rail
from closet_app.ui.frame.shortcut_page import ShortcutDialog
from closet_app.ui.frame.status_bar import StatusBar
from closet_app.ui.frame.top_bar import TopBar
from closet_app.ui.frame.trouble import TroubleDialog
from closet_app.ui.theme.shades import theme
from closet_app.ui.widgets.frames import dropped_files
from closet_app.ui.widgets.toast import Toast, ToastHost
from closet_app.ui.words import say

NAME = "main"
FOLD_FACETS, FLOAT_INSPECTOR = 1280, 1180
LARGE_TEXT = 130


@dataclass(frozen=True, slots=True)
class Room:
    """What the window's width allows."""

    facets: bool
    inspector: bool


def room_for(width: int, text_size: int) -> Room:
    """Facets beside the gallery from 1280, the inspector from 1180 and below 130 % text."""
    return Room(width >= FOLD_FACETS, width >= FLOAT_INSPECTOR and text_size < LARGE_TEXT)


class MainWindow(QMainWindow):
    """The frame around the pages; it knows nothing of what they show."""

    room_changed = Signal(object)
    files_dropped = Signal(list)
    closing = Signal()

    def __init__(self, places: WindowPlaces, shop: str = "") -> None:
        super().__init__()
        self._places = places
        self._shop = shop
        self._room = Room(facets=True, inspector=True)
        self.rail = Rail()
        self.top = TopBar()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self.navigator = Navigator(self._stack)
        self.commands = ActionMap(self)
        self._build()
        self._connect()
        restore(self, places.window_place(NAME))

    def _build(self) -> None:
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(column, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(across, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.toasts = ToastHost(self._stack)
        self.commands.fill(self.menuBar())
        self._menu_reveal = MenuReveal(self.menuBar(), self)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.navigator.go)
        self.navigator.made.connect(self._on_made)
        self.navigator.arrived.connect(self._on_arrived)
        self.commands.connect_action("help", self.show_shortcuts)
        self.commands.connect_action("next_pane", self.go_to_next_pane)
        self.commands.connect_action("quit", self.close)

    def register(self, entry: PageEntry, keys: str = "") -> None:
        """Know one more page; with a rail entry it appears on the rail."""
        self.navigator.register(entry)
        if entry.rail is not None:
            self.rail.add(entry.place, entry.rail, keys)

    def set_shop(self, shop: str) -> None:
        """Name the shop in the title."""
        self._shop = shop
        self._show_title()

    def set_bare(self, bare: bool) -> None:
        """Hide the rail, for pages before there is a closet."""
        self.rail.setVisible(not bare)
        self.status.set_inset(64 if bare else 92)

    def room(self) -> Room:
        """What the width allows now."""
        return self._room

    def toast(
        self, words: str, *, icon: str = "check", undo: Callable[[], object] | None = None
    ) -> Toast:
        """Say what was done, with Undo when there is one."""
        return self.toasts.show_toast(
            words, icon=icon, action=say("Undo") if undo else "", acted=undo
        )

    def show_trouble(self, error: ClosetError) -> None:
        """Say what the machine refused."""
        TroubleDialog(error, self).open()

    def show_shortcuts(self) -> None:
        """Show every key."""
        ShortcutDialog(self).open()

    def refresh(self, changed: object) -> None:
        """Tell every page what was written."""
        self.navigator.each_page(lambda page: page.refresh(changed))

    def go_to_next_pane(self) -> None:
        """Move the focus to the next of rail, top bar and the page's panes."""
        page = self.navigator.current()
        walk_panes([self.rail, self.top, *(page.panes() if page else [])], self.focusWidget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.navigator.current()
        if page is not None and not page.leave():
            event.ignore()
            return
        self._places.remember_window(NAME, place_of(self))
        self.closing.emit()
        super().closeEvent(event)

    def _measure(self) -> None:
        room = room_for(self.width(), theme().text_size)
        if room != self._room:
            self._room = room
            self.room_changed.emit(room)

    def _on_made(self, page: Page) -> None:
        self.top.add(page)
        page.titled.connect(self._show_title)

    def _on_arrived(self, place: str) -> None:
        page = self.navigator.current()
        self.top.show_for(page)
        self.toasts.stay_on_top()
        self.rail.light(self.navigator.entry(place).within or place)
        self.commands.set_place(place)
        self.status.show_note(page.foot_note() if page is not None else "")
        self._show_title()

    def _show_title(self) -> None:
        page = self.navigator.current()
        parts = (page.title() if page else "", self._shop, "Closet")
        self.setWindowTitle(" — ".join(part for part in parts if part))
