"""The Closet page in a whole window, on a closet of a few pieces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.item import Condition, ItemFacts
from closet_app.domain.status import ItemStatus
from closet_app.services import items, stock
from closet_app.services.closet import Closet
from closet_app.services.records import Card
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.closet import make_page
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.page import ClosetPage
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from closet_app.ui.shell.undo_state import UndoState
from tests.closets import PHOTOS, TODAY, add, new_closet, usd

W = TypeVar("W", bound=QWidget)


SPEECH = Speech("en_US", TODAY, {"poshmark": "Poshmark", "ebay": "eBay", "mercari": "Mercari"})


def card(item_id: int, **facts: Any) -> Card:
    given_facts: dict[str, Any] = {
        "id": item_id, "sku": f"JL-{item_id:04}", "title": f"Piece {item_id}", "brand": "Madewell",
        "size": "M", "status": ItemStatus.LISTED, "listed_since": TODAY - timedelta(days=12),
        "asking": usd(34), "keep": usd("20.30"), "cost": usd(6), "bin": "B-04",
        "category": "Tops", "condition": "very_good", "photo": None,
        "listed_on": ("poshmark", "ebay", "mercari"), "quantity": 1,
    }  # fmt: skip
    return Card(**{**given_facts, **facts})


class Choices:
    """Settings that are kept while the test runs."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: Any) -> None:
        self.settings = replace(self.settings, **values)

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Chosen(Asking):
    """Answers file dialogs with what a test puts here, and notes what was shown."""

    def __init__(self) -> None:
        self.photos: list[Path] = []
        self.place: Path | None = None
        self.opened: list[Path] = []

    def folder(self, _parent: QWidget, _title: str, _start: str = "") -> Path | None:
        return self.place

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.place

    def show(self, path: Path) -> None:
        self.opened.append(path)

    def choose_photos(self, _parent: QWidget) -> list[Path]:
        return self.photos


class Elsewhere(Page):
    """Notes what it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


class Stage:
    """Everything a test of the page touches."""

    def __init__(self, folder: Path, qtbot: QtBot, closet: Closet | None = None) -> None:
        self.qtbot = qtbot
        self.closet = closet or new_closet(folder)
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.choices, self.asking = Choices(), Chosen()
        self.desk = Desk(self.closet, self.window, self.jobs, self.choices, self.asking)
        self.editor, self.orders, self.importing = Elsewhere(), Elsewhere(), Elsewhere()
        UndoState(self.desk)
        rail = RailEntry("Closet", "shirt", 1)
        self.window.register(PageEntry("closet", lambda: make_page(self.desk), rail))
        self.window.register(PageEntry("editor", lambda: self.editor))
        self.window.register(PageEntry("orders", lambda: self.orders))
        self.window.resize(1440, 868)

    @property
    def page(self) -> ClosetPage:
        found = self.desk.navigator.page("closet")
        assert isinstance(found, ClosetPage)
        return found

    def open(self, what: object = None) -> ClosetPage:
        """The page, shown and counted."""
        self.window.show()
        self.desk.navigator.go("closet", what)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.waitUntil(lambda: self.page.facets.is_made)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until all work is done and all wishes are served."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.jobs.is_idle() and self._is_still())
        QApplication.processEvents()

    def _is_still(self) -> bool:
        page = self.desk.navigator.page("closet")
        return not isinstance(page, ClosetPage) or page.thumbs.is_idle

    def search(self, text: str) -> None:
        """Look for `text` and wait for everything it finds."""
        self.page.searching.search(text)
        self.settle()

    def titles(self) -> list[str]:
        """The titles of the shown pieces, in order."""
        model = self.page.model
        cards = [model.card(row) for row in range(len(model.ids))]
        return [card.title for card in cards if card is not None]

    def pick(self, *item_ids: int) -> None:
        """Select these pieces."""
        self.page.pane.picks.pick(item_ids, item_ids[0] if item_ids else None)
        self.settle()

    def run(self, action_id: str) -> None:
        """Do a command of the table."""
        self.desk.actions.action(action_id).trigger()

    def dialog(self, kind: type[W]) -> W:
        """The dialog that stands open."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def press(self, button: QWidget) -> None:
        """Press a button and wait for what it does."""
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_words(self, words: str, within: QWidget) -> None:
        """Press the button with these words."""
        shown = [each for each in within.findChildren(QPushButton) if each.isVisible()]
        self.press(next(each for each in shown if each.text() == words))

    def click_card(
        self, item_id: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a card below its photo."""
        self.click_at(self.spot(item_id), modifier)

    def click_at(
        self, point: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press the view at `point`."""
        view = self.page.pane.view.viewport()
        self.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, modifier, point)
        self.settle()

    def spot(self, item_id: int) -> QPoint:
        """A point on the words of a card."""
        rect = self.page.pane.view.visualRect(self.page.model.index_of(item_id))
        return QPoint(rect.center().x(), rect.bottom() - 40)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        focused: QWidget | None = self.window.focusWidget()
        self.qtbot.keyClick(self.window if focused is None else focused, key, modifier)
        self.settle()

    def toast(self) -> str:
        """What the toast says."""
        shown = self.window.toasts.shown
        return shown.words if shown is not None else ""


@contextmanager
def stage(folder: Path, qtbot: QtBot, closet: Closet | None = None) -> Iterator[Stage]:
    """A stage that stops its work and closes its closet."""
    made = Stage(folder, qtbot, closet)
    qtbot.addWidget(made.window)
    yield made
    assert made.jobs.close()
    made.window.close()
    made.closet.close()


def photo(name: str) -> Path:
    """One of the sample's photos."""
    return PHOTOS / f"{name}.jpg"


def add_pictured(closet: Closet, title: str, *names: str, **facts: Any) -> int:
    """One piece with photos of the sample."""
    given = {"cost_price": usd(6), "asking": usd(34), "department": "Women", "category": "Tops"}
    made = ItemFacts(title=title, **{**given, **facts})
    return items.add_item(closet, made, [photo(name) for name in names])[0]


def furnish(closet: Closet) -> dict[str, int]:
    """Five pieces that differ in everything the filters know."""
    made = {
        "tee": add(
            closet, "Breton boatneck tee", brand="Madewell", size="M", colors=("Cream",),
            condition=Condition.VERY_GOOD, bin="B-04", source="Goodwill", floor=usd(22),
            flaws="tiny pull inside the left cuff",
        ),
        "dress": add(
            closet, "Embroidered tunic dress", brand="Johnny Was", size="M", category="Dresses",
            asking=usd(64), colors=("Green",), bin="B-05", condition=Condition.GOOD,
        ),
        "jacket": add(
            closet, "Leather moto jacket", brand="AllSaints", size="S", asking=usd(148),
            category="Jackets & Coats", colors=("Black",), bin="B-04",
        ),
        "coat": add(
            closet, "모직 코트", brand="무신사", size="L", category="Jackets & Coats",
            department="Men", asking=usd("72.50"),
        ),
        "draft": add(closet, "Merino turtleneck", brand="Uniqlo", size="M", asking=None),
    }  # fmt: skip
    stock.mark_listed(
        closet, [made["tee"]], ["poshmark", "ebay", "mercari"], TODAY - timedelta(days=12)
    )
    stock.mark_listed(closet, [made["dress"]], ["ebay"], TODAY - timedelta(days=104))
    stock.mark_listed(closet, [made["jacket"]], ["depop"], TODAY - timedelta(days=27))
    return made
