"""A closet that each test of the Closet page gets a copy of, and how its filters are pressed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.paths import resources
from closet_app.services.clock import fixed_clock
from closet_app.services.opening import open_closet
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from tests.closets import TODAY, new_closet
from tests.ui.closet_stage import Stage, furnish, stage


@dataclass(frozen=True)
class Furnished:
    """A closed closet that each test gets a copy of, and its pieces by name."""

    folder: Path
    pieces: dict[str, int]


def make_furnished(folder: Path) -> Furnished:
    closet = new_closet(folder)
    pieces = furnish(closet)
    closet.close()
    return Furnished(folder, pieces)


@contextmanager
def furnished_stage(furnished: Furnished, folder: Path, qtbot: QtBot) -> Iterator[Stage]:
    shutil.copytree(furnished.folder, folder)
    closet = open_closet(folder, resources(), fixed_clock(TODAY))
    with stage(folder, qtbot, closet) as made:
        yield made


def texts(widget: QWidget) -> list[str]:
    """What the visible labels of a widget say."""
    labels = widget.findChildren(PlainLabel)
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


def mark(part: QWidget, name: str) -> QAbstractButton:
    """A swatch or badge of a facet."""
    buttons = part.findChildren(QAbstractButton)
    return next(each for each in buttons if each.accessibleName() == name)


def row(desk: Stage, key: str, words: str) -> CheckRow:
    part = desk.page.facets.part(key)
    return next(each for each in part.findChildren(CheckRow) if each.box.accessibleName() == words)


def tick(desk: Stage, key: str, words: str) -> None:
    """Press the check of a facet's row."""
    box = row(desk, key, words).box
    desk.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    desk.settle()
