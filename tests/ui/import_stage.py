"""The page that imports spreadsheets in a whole window, on a new closet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from closet_app.services.imports import PreviewRow
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.importing import make_page
from closet_app.ui.importing.page import ImportPage
from closet_app.ui.importing.row_model import Sieve
from closet_app.ui.jobs import Jobs
from tests.closets import new_closet

FILES = Path(__file__).parent.parent / "data" / "csv"


class Choices:
    """Settings that are kept while the test runs."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: Any) -> None:
        self.settings = Settings(**values)

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Answers(Asking):
    """Answers file dialogs with what a test put there."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.target: Path | None = None
        self.asked = 0

    def open_files(self, _parent: QWidget, _title: str, _kinds: str) -> list[Path]:
        self.asked += 1
        return list(self.files)

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.target


class Closet(Page):
    """Stands where the gallery would be, and notes what it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


class Stage:
    """Everything a test of the page touches."""

    def __init__(self, folder: Path, qtbot: QtBot, **shop: Any) -> None:
        self.qtbot = qtbot
        self.closet = new_closet(folder / "closet", **shop)
        self.choices, self.answers, self.home = Choices(), Answers(), Closet()
        self.window = MainWindow(self.choices, "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.jobs.activity.connect(self.window.status.show_activity)
        self.desk = Desk(self.closet, self.window, self.jobs, self.choices, self.answers)
        rail = RailEntry("Closet", "shirt", 1)
        self.window.register(PageEntry("closet", lambda: self.home, rail))
        self.window.register(PageEntry("import", lambda: make_page(self.desk), within="closet"))
        self.window.resize(1440, 868)
        self.window.show()

    @property
    def page(self) -> ImportPage:
        """The page; it must have been visited."""
        found = self.desk.navigator.page("import")
        assert isinstance(found, ImportPage)
        return found

    def open(self, what: object) -> ImportPage:
        """The page, opened for a file or for none, once everything is read."""
        self.desk.navigator.go("import", what)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until all work is done."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    def rows(self) -> list[PreviewRow]:
        """The rows that are shown."""
        model = self.page.rows.model
        found = (model.row_at(place) for place in range(model.rowCount()))
        return [row for row in found if row is not None]

    def counts(self) -> dict[Sieve, int]:
        """How many rows each chip says there are."""
        return {sieve: count for sieve, count in self.page.rows.model.counts.items() if count}

    def take_as(self, heading: str, value: str) -> None:
        """Choose what a column means."""
        headings = [use.heading for use in self.page.reading.mapping.columns]
        place, columns = headings.index(heading), self.page.side.columns
        self.qtbot.waitUntil(lambda: len(columns.rows) > place)
        field = columns.rows[place].field
        field.box.setCurrentIndex(field.box.findData(value))
        field.box.activated.emit(field.box.currentIndex())
        self.settle()

    def press(self, button: QWidget) -> None:
        """Press a button and wait for what it does."""
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def act(self, action: str) -> None:
        """Trigger a command and wait for what it does."""
        self.desk.actions.action(action).trigger()
        self.settle()

    def drop(self, target: QWidget, file: Path) -> None:
        """Drop a file on a widget."""
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

    def toast(self) -> str:
        """What the toast says."""
        shown = self.window.toasts.shown
        return shown.words if shown is not None else ""

    def end(self) -> None:
        """Leave nothing behind."""
        self.settle()
        assert self.jobs.close()
        self.window.close()
        self.window.deleteLater()
        self.closet.close()


def write_csv(path: Path, *rows: Sequence[str], encoding: str = "utf-8", sign: str = ",") -> Path:
    """A text file of these rows, the first of them headings."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=sign).writerows(rows)
    return path


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window on an empty American closet."""
    made = Stage(tmp_path, qtbot)
    yield made
    made.end()
