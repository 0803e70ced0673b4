"""One program for all tests of a file: each test leaves the closet as it found it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from closet_app.services import history
from closet_app.services.closet import Closet
from closet_app.services.opening import DEFAULT_PACKING
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.closets import add, new_closet
from tests.ui.program_stage import Answers, Stage

LONGEST = 500


class House:
    """The program of a file, started for its first test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stage: Stage | None = None

    def serve(self, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
        """The program for one test; what the test did is taken back afterwards."""
        stage = self._stage = self._stage or self._started(qtbot, keeper)
        stage.qtbot = qtbot
        before = steps(stage.desk.closet)
        yield stage
        for dialog in stage.program.window.findChildren(QDialog):
            dialog.reject()
        stage.settle()
        stage.desk.navigator.go("closet")
        stage.settle()
        for _ in range(steps(stage.desk.closet) - before):
            stage.desk.undo()
        stage.settle()
        vars(stage.answers).update(vars(Answers()))
        assert steps(stage.desk.closet) == before

    def _started(self, qtbot: QtBot, keeper: ThemeKeeper) -> Stage:
        closet = new_closet(self._folder / "closet", packing_steps=DEFAULT_PACKING)
        add(closet)
        closet.close()
        stage = Stage(qtbot, keeper, self._folder)
        stage.start(closet.folder, "closet")
        return stage

    def end(self) -> None:
        """Close the program."""
        if self._stage is not None:
            self._stage.end()


def steps(closet: Closet) -> int:
    """How many steps can be taken back, counted to the beginning."""
    return sum(not line.is_undone for line in history.recent(closet, LONGEST))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    yield made
    made.end()


@pytest.fixture
def stage(house: House, qtbot: QtBot, keeper: ThemeKeeper) -> Iterator[Stage]:
    """The program with the closet open, as it was before the last test."""
    yield from house.serve(qtbot, keeper)
