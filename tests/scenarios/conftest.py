"""A seller before the whole program; the sample shop is made once and copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.ui.print_room import page as print_room
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.sample_shop import sample_folder, sample_home
from tests.scenarios.seller import Seller
from tests.ui.print_stage import FilePrinters

__all__ = ["sample_folder", "sample_home"]


@pytest.fixture(scope="session")
def keeper(qapp: QApplication) -> ThemeKeeper:
    return ThemeKeeper(qapp, "light")


@pytest.fixture
def seller(
    qtbot: QtBot, keeper: ThemeKeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Seller]:
    """Somebody who starts the program; no printer of this computer is asked."""
    monkeypatch.setattr(print_room, "Printers", lambda: FilePrinters(tmp_path))
    made = Seller(qtbot, keeper, tmp_path)
    yield made
    made.end()
