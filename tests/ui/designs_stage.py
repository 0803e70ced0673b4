"""The page of card designs in a window, with a closet of one sold piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from closet_app.printing.designs import design_ids
from closet_app.services.design_fields import Design
from closet_app.services.design_previews import Content
from closet_app.services.designs import all_designs
from closet_app.services.shop import edit_shop
from closet_app.ui.designs.page import DesignsPage
from closet_app.ui.designs.picture_field import PictureField
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.widgets.text_fields import ComboField, LineField
from tests.closets import add, new_closet, sell
from tests.ui.print_stage import Choices
from tests.ui.program_stage import Answers
from tests.ui.shared_program import steps

T = TypeVar("T")
HOME = "closet"


class Studio:
    """What a test of the page touches."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.closet = new_closet(folder / "closet")
        edit_shop(self.closet, owner="Maya", card_note="thank you for {pieces}!")
        sell(self.closet, [add(self.closet)], ["34"], buyer_name="Renata Okafor")
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.window.resize(1440, 868)
        self.jobs = Jobs(self.window)
        self.answers = Answers()
        self.desk = Desk(self.closet, self.window, self.jobs, Choices(), self.answers)
        for place, make in (
            (HOME, Page),
            ("settings", lambda: SettingsPage(self.desk)),
            ("designs", lambda: DesignsPage(self.desk)),
        ):
            self.window.register(PageEntry(place, make))
        self.window.show()

    def enter(self) -> None:
        """Show the page, its card drawn."""
        self.desk.navigator.go(HOME)
        self.desk.navigator.go("designs", design_ids()[0])
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def end(self) -> None:
        """Leave nothing behind."""
        self.rest()
        assert self.jobs.close()
        self.window.close()
        self.window.deleteLater()
        self.closet.close()

    @property
    def page(self) -> DesignsPage:
        """The page."""
        found = self.desk.navigator.page("designs")
        assert isinstance(found, DesignsPage)
        return found

    def shown(self, kind: type[T]) -> T:
        """The page that is shown, of this kind."""
        found = self.desk.navigator.current()
        assert isinstance(found, kind)
        return found

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    def settle(self) -> None:
        """Wait until everything is written, read and drawn."""
        self.qtbot.waitUntil(lambda: self.jobs.is_idle() and self.page.is_settled())

    def designs(self) -> dict[str, Design]:
        """Every design by its name."""
        return {each.name: each for each in all_designs(self.closet)}

    def names(self) -> list[str]:
        """The rows of the list."""
        model = self.page.list.model
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def choose(self, name: str) -> None:
        """Go to the row of a design."""
        row = self.names().index(name)
        self.page.list.view.setCurrentIndex(self.page.list.model.index(row))
        self.settle()

    def hand(self) -> Design:
        """The design in hand, as it is kept."""
        assert self.page.studio.kept is not None
        return self.page.studio.kept

    def field(self, key: str) -> QWidget:
        """The field of a key."""
        return self.page.form.fields[key].widget

    def line(self, key: str) -> LineField:
        """The field of a key that holds one line."""
        field = self.field(key)
        assert isinstance(field, LineField)
        return field

    def box(self, key: str) -> QComboBox:
        """The box of a choice."""
        field = self.field(key)
        assert isinstance(field, ComboField)
        return field.box

    def offered(self) -> set[str]:
        """The keys of the fields that are there."""
        fields = self.page.form.fields
        return {key for key, made in fields.items() if not made.widget.isHidden()}

    def type(self, key: str, words: str) -> None:
        """Type letter by letter, without leaving the field."""
        line = self.line(key).line
        line.setFocus()
        line.selectAll()
        if words.isascii():
            QTest.keyClicks(line, words)
        else:
            line.insert(words)

    def write(self, key: str, words: str) -> None:
        """Type and leave with Enter."""
        self.type(key, words)
        QTest.keyClick(self.line(key).line, Qt.Key.Key_Return)
        self.settle()

    def pick(self, key: str, words: str) -> None:
        """Choose from a box as the list does."""
        box = self.box(key)
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        self.settle()

    def act(self, action_id: str) -> None:
        """A command of the page."""
        self.desk.actions.action(action_id).trigger()
        self.settle()

    def undo(self) -> None:
        """Take the newest step back."""
        self.desk.undo()
        self.settle()

    def sides(self) -> list[QImage]:
        """The sides of the card that is seen."""
        return list(self.page.preview.view.sides)

    def drop(self, target: PictureField, file: Path) -> None:
        """Let go of a file over a field."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        event = QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        target.dropEvent(event)
        self.settle()


def drawing(folder: Path, name: str, size: tuple[int, int] = (90, 60)) -> Path:
    """A picture of one color."""
    path = folder / name
    Image.new("RGB", size, "#1F6468").save(path)
    return path


class Workshop:
    """One window for all tests of a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._studio: Studio | None = None

    def serve(self, qtbot: QtBot) -> Iterator[Studio]:
        """The page for one test; what the test did is taken back afterwards."""
        studio = self._studio = self._studio or Studio(self._folder, qtbot)
        studio.qtbot = qtbot
        before = steps(studio.closet)
        studio.enter()
        yield studio
        studio.rest()
        studio.page.preview.content.set_value(Content.ORDER)
        studio.desk.navigator.go(HOME)
        studio.rest()
        for _ in range(steps(studio.closet) - before):
            studio.desk.undo()
        studio.rest()
        vars(studio.answers).update(vars(Answers()))
        assert steps(studio.closet) == before

    def end(self) -> None:
        """Close the window."""
        if self._studio is not None:
            self._studio.end()


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    made = Workshop(tmp_path_factory.mktemp("workshop"))
    yield made
    made.end()


@pytest.fixture
def studio(workshop: Workshop, qtbot: QtBot) -> Iterator[Studio]:
    """The page, opened for the hand note; one piece was sold to Renata."""
    yield from workshop.serve(qtbot)
