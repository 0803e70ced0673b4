"""The way to the print dialog."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from closet_app.ui.printing import dialog as print_window
from closet_app.ui.printing.dialog import PrintDialog
from closet_app.ui.printing.door import DIALOG, print_bins, print_labels
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.print_stage import LABEL, Stage, stage


@pytest.fixture
def shop(
    tmp_path: Path, qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        monkeypatch.setattr(print_window, "Printers", lambda: made.printers)
        yield made


def test_items_open_with_their_labels_and_bins_with_theirs(shop: Stage) -> None:
    shown: list[PrintDialog] = []
    print_labels(shop.desk, shop.list_pieces("Wool coat"), then=shown.append)
    assert shown[0].plan.part.request.kind is LABEL
    shown[0].reject()
    print_bins(shop.desk, ["B-04"], then=shown.append)
    assert shown[1].plan.part.request.bins == ("B-04",)


def test_nothing_opens_for_nothing_or_over_another_dialog(shop: Stage) -> None:
    shown: list[PrintDialog] = []
    print_labels(shop.desk, [], then=shown.append)
    assert shown == []
    for _ in range(2):
        print_labels(shop.desk, shop.list_pieces("Wool coat"), then=shown.append)
    assert len(shown) == 1


def test_the_first_time_the_dialog_is_loaded_off_the_interface_thread(
    shop: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, DIALOG)
    shown: list[object] = []
    print_labels(shop.desk, shop.list_pieces("Wool coat"), then=shown.append)
    assert shown == []
    shop.qtbot.waitUntil(lambda: len(shown) == 1)
    shop.rest()


def test_the_door_itself_loads_no_printing() -> None:
    code = "import sys, closet_app.ui.printing.door; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
