"""The pack station in a whole window, on a small closet with a few sales."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from closet_app.services import pack_station
from closet_app.services.records.packing import PackOrder
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.packing import make_page
from closet_app.ui.packing.page import PackingPage
from tests.closets import TODAY, add, sell
from tests.ui.orders_stage import RENATA, Visits, standing
from tests.ui.orders_stage import Stage as OrdersStage

KEY, HELD = Qt.Key, Qt.KeyboardModifier
LABELS = Path(__file__).parent.parent / "data" / "labels"


class Room(Page):
    """Notes what the print room was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.visits: list[object] = []

    def enter(self, what: object = None) -> None:
        self.visits.append(what)


class Files(Visits):
    """Answers file dialogs with `chosen`, and a file to save with `target`."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Path] = []
        self.target: Path | None = None

    def open_files(self, _parent: QWidget, _title: str, _kinds: str) -> list[Path]:
        return self.chosen

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.target


class Stage(OrdersStage):
    """Everything a test of the pack station touches."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.room, self.files = Room(), Files()
        self.desk.asking = self.files
        self.window.register(PageEntry("packing", lambda: make_page(self.desk), within="orders"))
        self.window.register(PageEntry("print_room", lambda: self.room, within="orders"))

    @property
    def pack(self) -> PackingPage:
        """The page."""
        found = self.desk.navigator.page("packing")
        assert isinstance(found, PackingPage)
        return found

    def sold(self, *bins: str, days: int = 0, **more: Any) -> int:
        """One order of a piece from each bin, sold `days` ago to Renata."""
        ids = [add(self.closet, f"Piece of {place}", bin=place) for place in bins]
        who = {"buyer_name": "Renata Okafor", "address": RENATA, **more}
        on = TODAY - timedelta(days=days)
        return sell(self.closet, ids, ["20"] * len(ids), sold_on=on, **who)

    def go(self, order_id: int | None = None) -> PackingPage:
        """The page, in front, with an order in hand or as it comes."""
        self.desk.navigator.go("packing", order_id)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()
        return self.pack

    def hit(self, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
        """Press a key where the focus is, and let a single one count as a hand's."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.rest()

    def scan(self, code: str) -> None:
        """What a scanner does: all letters at once, then Enter, wherever the focus is."""
        for letter in code:
            QTest.keyClicks(QApplication.focusWidget() or self.window, letter)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, KEY.Key_Return)
        self.rest()

    def rest(self) -> None:
        """Wait until no key is held back and all work is done."""
        self.qtbot.waitUntil(lambda: self.pack.keys.is_quiet)
        self.settle()
        QApplication.processEvents()
        self.settle()

    def waiting(self, order_id: int) -> PackOrder:
        """An order as it is stored."""
        return pack_station.pack_order_of(self.closet, order_id)

    def checked(self, order_id: int) -> Sequence[bool]:
        """Which pieces of an order are in hand, as stored."""
        return [piece.checked for piece in self.waiting(order_id).pieces]


def stage(folder: Path) -> AbstractContextManager[Stage]:
    """A closet and a window on it for all tests of a file, both closed afterwards."""
    return standing(Stage(folder))
