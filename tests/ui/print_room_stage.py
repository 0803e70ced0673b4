"""The print room in a whole window, with printers that write files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.addresses import Address
from closet_app.services.orders import edit_order
from closet_app.services.prints import PieceKind
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.print_room.page import PrintRoomPage
from closet_app.ui.printing.room_door import PLACE, Visit
from closet_app.ui.theme.signs import Tick
from closet_app.ui.widgets.buttons import Button
from tests.closets import TODAY, add, sell
from tests.ui import print_stage
from tests.ui.print_stage import HOME, INKJET

SLIP, CARD, ADDRESS, LABEL = PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS, PieceKind.LABEL
LETTER, A6, LABEL_4X6 = (612, 792), (298, 420), (288, 432)


class Elsewhere(Page):
    """Where the seller came from; notes what it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


class Stage(print_stage.Stage):
    """Everything a test of the room touches."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        super().__init__(folder, qtbot)
        self.printers.two_sided = (INKJET,)
        self.orders = Elsewhere()
        self.window.register(PageEntry("orders", lambda: self.orders))
        self.window.register(
            PageEntry(PLACE, lambda: PrintRoomPage(self.desk, self.printers), within="orders")
        )
        self.window.commands.connect_action("print", self._print)

    def _print(self) -> None:
        self.page.print_shown()

    @property
    def page(self) -> PrintRoomPage:
        """The page, once it was opened."""
        found = self.desk.navigator.page(PLACE)
        assert isinstance(found, PrintRoomPage)
        return found

    def sell_on(
        self, days: int, name: str, bin_name: str = "A-01", address: Address | None = HOME
    ) -> int:
        """One piece from a bin, to be sent so many days from today."""
        item = add(self.closet, f"Tee of {name}", bin=bin_name)
        due = TODAY + timedelta(days=days)
        order_id = sell(self.closet, [item], ["34"], buyer_name=name, address=address)
        edit_order(self.closet, order_id, ship_by=due)
        return order_id

    def enter(self, *order_ids: int, piece: str = "") -> PrintRoomPage:
        """The page, its pages drawn."""
        self.desk.navigator.go("orders")
        self.desk.navigator.go(PLACE, Visit(order_ids, piece))
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle_room()
        return self.page

    def settle_room(self) -> None:
        """Wait until what is seen is what would come out."""
        page = self.page

        def is_done() -> bool:
            page.pages.viewport().repaint()
            return page.paging.is_settled() and self.jobs.is_idle()

        self.qtbot.waitUntil(is_done)

    def kinds(self) -> list[PieceKind]:
        """The pages on the desk by kind."""
        return [sheet.kind for sheet in self.page.pages.sheets]

    def run_words(self) -> list[tuple[str, str]]:
        """What stands in “This run”."""
        return self.page.block.rows

    def choices_of_room(self) -> Mapping[str, str]:
        """What is remembered of printers."""
        return self.choices.settings.printers

    def ticks(self) -> list[Tick]:
        """The signs in the list."""
        return [self.page.list.model.tick(order) for order in self.page.room.orders]

    def click_tick(self, row: int) -> None:
        """Click the tick of a row."""
        view = self.page.list.view
        box = view.visualRect(self.page.list.model.index(row))
        at = QPoint(box.left() + 20, box.center().y())
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.settle_room()

    def press_button(self, words: str, within: QWidget | None = None) -> None:
        """Press the visible button with these words."""
        found = (within or self.window).findChildren(Button)
        button = next(each for each in found if each.text() == words and each.isVisible())
        assert button.isEnabled()
        button.click()

    def pick(self, menu: QMenu, words: str) -> None:
        """Choose from a menu."""
        next(each for each in menu.actions() if each.text().startswith(words)).trigger()
        menu.close()
        self.settle_room()


@contextmanager
def stage(folder: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A stage that leaves nothing behind."""
    made = Stage(folder, qtbot)
    yield made
    for modal in iter(QApplication.activeModalWidget, None):
        modal.close()
    made.rest()
    assert made.jobs.close()
    made.window.close()
    made.window.deleteLater()
    made.closet.close()
