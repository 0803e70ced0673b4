"""The whole program in one window, with file dialogs that answer by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from closet_app.paths import resources
from closet_app.services.clock import Clock, fixed_clock
from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings, Theme, load_settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.rooms import make_program
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.text import PlainLabel
from tests.closets import TODAY, add, new_closet

T = TypeVar("T")


class Answers(Asking):
    """Answers questions with what a test put there, and notes what was shown."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.folders: list[Path] = []
        self.target: Path | None = None
        self.shown: list[Path] = []

    def open_files(self, _parent: QWidget, _title: str, _kinds: str) -> list[Path]:
        return list(self.files)

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.target

    def folder(self, _parent: QWidget, _title: str, _start: str = "") -> Path | None:
        return self.folders.pop(0) if self.folders else None

    def show(self, path: Path) -> None:
        self.shown.append(path)


class Stage:
    """What a test of the program touches."""

    def __init__(
        self, qtbot: QtBot, keeper: ThemeKeeper, tmp_path: Path, clock: Clock | None = None
    ) -> None:
        self.qtbot = qtbot
        self.answers = Answers()
        self.settings_file = tmp_path / "settings.toml"
        settings = Settings(theme=Theme.LIGHT, motion=False)
        self.choices = KeptChoices(self.settings_file, settings)
        around = Surroundings(
            self.settings_file,
            settings,
            resources(),
            lambda _around, _folder: 0,
            clock or fixed_clock(TODAY),
        )
        self.opened: list[Desk] = []
        self.program = make_program(around, self.choices, keeper, self.answers)
        self.program.opened.connect(self.opened.append)

    @property
    def desk(self) -> Desk:
        """The desk of the open closet."""
        assert self.program.desk is not None
        return self.program.desk

    @property
    def place(self) -> str:
        """The place shown."""
        return self.program.window.navigator.place

    def start(self, folder: Path | None, place: str) -> None:
        """Open the window and wait for the page it ends up on."""
        self.program.start(folder)
        self.wait_for(place)

    def wait_for(self, place: str) -> None:
        """Wait until a page is shown and nothing is under way."""
        self.qtbot.waitUntil(lambda: self.place == place)
        self.settle()

    def settle(self) -> None:
        """Wait until all work is done, and an opened closet is furnished to the end."""
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        desk = self.program.desk
        return self.program.jobs.is_idle() and (desk is None or desk in self.opened)

    def page(self, kind: type[T]) -> T:
        """The page shown, of this kind."""
        shown = self.program.window.navigator.current()
        assert isinstance(shown, kind)
        return shown

    def dialog(self, kind: type[T]) -> T:
        """The dialog over the window, of this kind."""
        found: list[T] = []

        def look() -> bool:
            shown = QApplication.activeModalWidget()
            if isinstance(shown, kind):
                found.append(shown)
            return bool(found)

        self.qtbot.waitUntil(look)
        return found[-1]

    def toast(self) -> str:
        """The words at the foot of the page."""
        shown = self.program.window.toasts.shown
        return "" if shown is None else shown.words

    def saved(self) -> Settings:
        """The settings as they are in their file."""
        return load_settings(self.settings_file).settings

    def end(self) -> None:
        """Close the window and everything in it."""
        window = self.program.window
        window.close()
        assert self.program.close()
        delete(window)


@pytest.fixture
def stage(qtbot: QtBot, keeper: ThemeKeeper, tmp_path: Path) -> Iterator[Stage]:
    """The program, not started."""
    made = Stage(qtbot, keeper, tmp_path)
    yield made
    made.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed closet with one piece."""
    closet = new_closet(tmp_path / "closet")
    add(closet)
    closet.close()
    return tmp_path / "closet"


@pytest.fixture
def open_stage(stage: Stage, folder: Path) -> Stage:
    """The program with the closet open."""
    stage.start(folder, "closet")
    return stage


def status_words(stage: Stage) -> str:
    """Everything the foot of the window says."""
    return " | ".join(each.text() for each in stage.program.window.status.findChildren(PlainLabel))
