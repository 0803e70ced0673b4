"""The page of orders in a whole window, on a small closet with a few sales."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Self, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.addresses import Address
from closet_app.services import history, order_views
from closet_app.services.records import OrderView
from closet_app.services.shop import edit_shop
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from closet_app.ui.orders import make_page
from closet_app.ui.orders.list_pane import TO_PACK
from closet_app.ui.orders.page import OrdersPage
from tests.closets import TODAY, add, new_closet, sell, usd

RENATA = Address("Renata Okafor", "221 Alder Court", "Apt 3", "Riverbend", "OR", "97000", "US")
SEOYEON = Address("김서연", "세종대로 110", "301호", "서울특별시", "", "04524", "KR")
FURNISHED = "Changed the shop"
W = TypeVar("W", bound=QWidget)
AnyStage = TypeVar("AnyStage", bound="Stage")


class Choices:
    """Settings that are kept while the test runs."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: Any) -> None:
        self.settings = Settings(**{"panes": self.settings.panes, **values})

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Visits(Asking):
    """Notes the links that were opened."""

    def __init__(self) -> None:
        self.visited: list[str] = []

    def visit(self, link: str) -> None:
        self.visited.append(link)


class Editor(Page):
    """Notes which piece it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


class Stage:
    """Everything a test of the page touches."""

    qtbot: QtBot
    """The one of the test that runs now."""

    def __init__(self, folder: Path) -> None:
        self.closet = new_closet(folder)
        # The last step that stays: everything after it is a test's.
        edit_shop(self.closet, packing_steps=(("Tissue", 30), ("Sticker", 10)))
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.jobs.activity.connect(self.window.status.show_activity)
        self.choices, self.visits, self.editor = Choices(), Visits(), Editor()
        self.desk = Desk(self.closet, self.window, self.jobs, self.choices, self.visits)
        rail = RailEntry("Orders", "package", 3)
        self.window.register(PageEntry("orders", lambda: make_page(self.desk), rail))
        self.window.register(PageEntry("editor", lambda: self.editor))
        self.window.resize(1440, 868)

    def serve(self, qtbot: QtBot) -> Iterator[Self]:
        """Stand ready for one test, and leave nothing of it behind."""
        self.qtbot = qtbot
        self.window.resize(1440, 868)
        self.window.show()
        yield self
        for modal in iter(QApplication.activeModalWidget, None):
            modal.close()
        self.settle()
        self._forget()

    def _forget(self) -> None:
        """Take back every step of the test, and show the page as it first was."""
        while history.undo_words(self.closet) != FURNISHED:
            history.undo(self.closet)
        for noted in (self.visits.visited, self.editor.entered):
            noted.clear()
        self.window.toasts.clear()
        self.desk.navigator.go("editor")
        page = self.desk.navigator.page("orders")
        if isinstance(page, OrdersPage):
            page.list.groups.set_value(TO_PACK)
            page.shelf.group = TO_PACK
            page.show_order(0)
            self.settle()
        self.editor.entered.clear()

    @property
    def page(self) -> OrdersPage:
        found = self.desk.navigator.page("orders")
        assert isinstance(found, OrdersPage)
        return found

    def sell_bundle(self) -> int:
        """Three pieces to Renata on eBay: $94 less $9.40, with her own label."""
        prices, costs = ("26", "38", "30"), ("5", "8", "6")
        titles = ("Satin leopard-print shirt", "Bootcut jeans, indigo", "Two-strap leather slide")
        ids = [
            add(self.closet, title, cost_price=usd(cost), bin=place, brand="Zara", size="S")
            for title, cost, place in zip(titles, costs, ("A-07", "C-02", "S-11"), strict=True)
        ]
        return sell(
            self.closet, ids, prices, buyer_name="Renata Okafor", buyer_handle="renata.finds",
            address=RENATA, discount=usd("9.40"), shipping=usd("6.50"), own_label=True,
            postage=usd("7.38"), supplies=usd("1.45"), marketplace_number="14-12893-40771",
        )  # fmt: skip

    def sell_one(self, days_ago: int = 0, **more: Any) -> int:
        """One piece for $34 to Seo-yeon on Poshmark."""
        who = {"buyer_name": "김서연", "buyer_handle": "seoyeon", "address": SEOYEON}
        on = TODAY - timedelta(days=days_ago)
        item = add(self.closet)
        return sell(self.closet, [item], ["34"], "poshmark", sold_on=on, **{**who, **more})

    def open(self, order_id: int | None = None) -> OrdersPage:
        """The page, shown on one order or as it comes."""
        self.desk.navigator.go("orders", order_id)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until all work is done."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    def order(self, order_id: int) -> OrderView:
        """An order as it is stored."""
        return order_views.order(self.closet, order_id)

    def dialog(self, kind: type[W]) -> W:
        """The dialog that stands open."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def press(self, words: str, within: QWidget) -> None:
        """Press the button with these words and wait for what it does."""
        shown = [each for each in within.findChildren(QPushButton) if each.isVisible()]
        button = next(each for each in shown if each.text() == words)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, editor: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Type over what stands in a field, and leave it."""
        editor.setFocus()
        editor.selectAll()
        if text.isascii() and text:
            QTest.keyClicks(editor, text)
        else:
            # Keys of other scripts come through an input method.
            put_in(editor, text)
        editor.clearFocus()
        self.settle()

    def key(self, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier
        modifier = held.ControlModifier if control else held.NoModifier
        self.qtbot.keyClick(self.window.focusWidget(), key, modifier)
        self.settle()

    def toast(self) -> str:
        """What the toast says."""
        shown = self.window.toasts.shown
        return shown.words if shown is not None else ""


def put_in(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Commit text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def stage(folder: Path) -> AbstractContextManager[Stage]:
    """A closet and a window on it for all tests of a file, both closed afterwards."""
    return standing(Stage(folder))


@contextmanager
def standing(made: AnyStage) -> Iterator[AnyStage]:
    """A stage as long as it is used: its window and its closet are closed afterwards."""
    try:
        yield made
    finally:
        assert made.jobs.close()
        made.window.close()
        made.window.deleteLater()
        made.closet.close()
