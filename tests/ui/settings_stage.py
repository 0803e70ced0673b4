"""Settings of a small shop, and typing into their fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from closet_app.services.opening import DEFAULT_PACKING
from closet_app.ui.settings.page import SettingsPage
from tests.closets import add, new_closet
from tests.ui.program_stage import Stage, stage

__all__ = ["page", "stage", "type_into"]


@pytest.fixture
def page(stage: Stage, tmp_path: Path) -> Iterator[SettingsPage]:
    """Settings of a shop with one piece."""
    closet = new_closet(tmp_path / "closet", packing_steps=DEFAULT_PACKING)
    add(closet)
    closet.close()
    stage.start(closet.folder, "closet")
    stage.desk.navigator.go("settings")
    stage.settle()
    yield stage.page(SettingsPage)
    stage.settle()


@pytest.fixture
def shared_page(stage: Stage) -> SettingsPage:
    """Settings in a program that is shared with other tests."""
    stage.desk.navigator.go("settings")
    stage.settle()
    return stage.page(SettingsPage)


def type_into(line: QLineEdit, words: str) -> None:
    """As a seller does: everything anew, then Enter."""
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
