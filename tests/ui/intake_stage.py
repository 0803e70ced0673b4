"""The Intake page in a whole window, on an intake laid out by the test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from closet_app.db.intake_records import IntakeGroupRecord, IntakeRecord
from closet_app.db.records import PhotoRecord
from closet_app.photo.eyes import Eyes
from closet_app.photo.sources import PhotoBytes
from closet_app.services import intake
from closet_app.services.closet import Closet
from closet_app.services.looks import keep_measures, keep_reading, measure_missing
from closet_app.services.photo_intake import record_of
from closet_app.services.records.intake import IntakeView
from closet_app.services.writing import writing
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.intake import make_page
from closet_app.ui.intake.page import IntakePage
from closet_app.ui.jobs import Jobs
from closet_app.ui.shell.undo_state import UndoState
from tests.closets import new_closet
from tests.photo.pictures import packed

LEFT = Qt.MouseButton.LeftButton
KEY, HELD = Qt.Key, Qt.KeyboardModifier
PLAIN = HELD.NoModifier


class Choices:
    """Settings that outlive a window, as a file does."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: object) -> None:
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]  # by name

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Answers(Asking):
    """Answers the dialogs with what a test puts here."""

    def __init__(self) -> None:
        self.photos: list[Path] = []
        self.chosen: Path | None = None

    def choose_photos(self, _parent: QWidget) -> list[Path]:
        return self.photos

    def folder(self, _parent: QWidget, _title: str, _start: str = "") -> Path | None:
        return self.chosen


class Elsewhere(Page):
    """Notes what it was opened for."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[object] = []

    def enter(self, what: object = None) -> None:
        self.entered.append(what)


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo of a laid out intake: its seam in thousandths, and whether it is settled."""

    name: str
    seam: int = 0
    settled: bool = False


def lay(
    closet: Closet, rows: Sequence[Sequence[str | Shot]], *, measured: bool = False
) -> IntakeView:
    """An intake with these photos row by row; the first of each row certainly begins it."""
    with writing(closet, "Added photos to Intake") as step:
        started = step.ledger.at
        intake_id = step.ledger.add(IntakeRecord(started_at=started))
        originals: list[str] = []
        stored: dict[str, PhotoRecord] = {}
        for position, row in enumerate(rows, start=1):
            group = IntakeGroupRecord(intake_id=intake_id, position=1024 * position)
            group_id = step.ledger.add(group)
            for place, each in enumerate(row):
                shot = each if isinstance(each, Shot) else Shot(each, 0 if place else 1000)
                photo = stored.get(shot.name) or _photo(closet, shot.name)
                stored[shot.name] = photo
                originals.append(photo.sha256)
                step.ledger.add(
                    replace(
                        photo,
                        group_id=group_id,
                        position=place,
                        seam=shot.seam,
                        settled=shot.settled,
                        original_name=f"{shot.name}.jpg",
                    )
                )
    if measured:
        measure_missing(closet, originals)
    else:
        keep_measures(closet, dict.fromkeys(originals))
    for sha256 in dict.fromkeys(originals):
        keep_reading(closet, sha256, None)
    return intake.view(closet, intake_id)


def _photo(closet: Closet, name: str) -> PhotoRecord:
    stored = closet.photos.take_in(PhotoBytes(f"{name}.jpg", jpeg(name)), closet.thumbnails)
    return record_of(stored)


@cache
def jpeg(name: str) -> bytes:
    """A small photo of its own: noise in a color that the name chooses."""
    noise = np.random.default_rng(sum(map(ord, name)))
    base = noise.integers(40, 210, 3)
    pixels = np.clip(base + noise.integers(-40, 40, (40, 30, 3)), 0, 255).astype(np.uint8)
    return packed(Image.fromarray(pixels).resize((90, 120)), quality=70)


class Stage:
    """Everything a test of the page touches."""

    qtbot: QtBot
    """The one of the test that runs now."""

    def __init__(self, closet: Closet, choices: Choices | None = None) -> None:
        self.closet = closet
        self.answers, self.choices = Answers(), choices or Choices()
        self.window = MainWindow(self.choices, "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.desk = Desk(closet, self.window, self.jobs, self.choices, self.answers)
        self.closet_page, self.editor = Elsewhere(), Elsewhere()
        UndoState(self.desk)
        for place, page in (("closet", self.closet_page), ("editor", self.editor)):
            self.window.register(PageEntry(place, lambda page=page: page))  # type: ignore[misc]  # the default binds this round's page
        rail = RailEntry("Intake", "camera", 2)
        self.window.register(PageEntry("intake", lambda: make_page(self.desk), rail))
        self.desk.actions.connect_action("undo", self.desk.undo)
        self.window.resize(1440, 868)

    def serve(self, qtbot: QtBot, rows: Sequence[Sequence[str | Shot]]) -> Iterator[Stage]:
        """Stand ready for one test with an intake of its own, and leave nothing of it behind."""
        self.qtbot = qtbot
        self.window.resize(1440, 868)
        lay(self.closet, rows)
        self.open()
        yield self
        self.page.rows.live.show_more(more=False)
        self.page.rows.board.widen(more=False, sentence="")
        self.window.toasts.clear()
        self.desk.navigator.go("closet")
        self.settle()
        intake.discard(self.closet, intake.unfinished(self.closet) or 0)

    @property
    def page(self) -> IntakePage:
        found = self.desk.navigator.page("intake")
        assert isinstance(found, IntakePage)
        return found

    def open(self, what: object = None) -> IntakePage:
        """The page, shown and read."""
        self.window.show()
        if not self.desk.navigator.place:
            self.desk.navigator.go("closet")
        self.desk.navigator.go("intake", what)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until all work is done and the rows stand where they belong."""
        for _ in range(3):
            QApplication.processEvents()
            self.qtbot.waitUntil(self.jobs.is_idle)
        QApplication.processEvents()

    def view(self) -> IntakeView:
        """The intake as it is stored."""
        return intake.view(self.closet, self.page.work.intake_id)

    def laid(self) -> list[str]:
        """The photos by their names, a row each."""
        return [
            " ".join(photo.original_name.removesuffix(".jpg") for photo in group.photos)
            for group in self.view().groups
        ]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        self.settle()

    def photo_box(self, row: int, place: int) -> QRect:
        """Where a photo stands in the board."""
        board = self.page.rows.board
        return board.strip(row).boxes[place].translated(board.row_box(row).topLeft())

    def click(self, row: int, place: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Click on a photo."""
        port = self.page.rows.board.viewport()
        self.qtbot.mouseClick(port, LEFT, held, self.photo_box(row, place).center())
        self.settle()

    def drag(self, row: int, place: int, to: QPoint) -> None:
        """Carry a photo to a point of the board."""
        port = self.page.rows.board.viewport()
        start = self.photo_box(row, place).center()
        self.qtbot.mousePress(port, LEFT, PLAIN, start)
        for point in (start + QPoint(30, 6), (start + to) / 2, to):
            self.carry(port, point)
        self.qtbot.mouseRelease(port, LEFT, PLAIN, to)
        self.settle()

    def carry(self, port: QWidget, point: QPoint) -> None:
        """QTest's own moves carry no button on the offscreen platform."""
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent

        at = QPointF(point)
        away = QPointF(port.mapToGlobal(point))
        no_button = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, away, no_button, LEFT, PLAIN)
        QApplication.sendEvent(port, event)

    def close(self) -> None:
        """Close the window, keeping the closet."""
        self.window.close()
        assert self.jobs.close()
        self.window.deleteLater()
        QApplication.processEvents()


@contextmanager
def stage(folder: Path, *, blind: bool = False) -> Iterator[Stage]:
    """A closet with a window on it, both closed afterwards; a `blind` one has no models."""
    closet = new_closet(folder)
    if blind:
        closet = replace(closet, eyes=Eyes(folder / "no models"))
    made = Stage(closet)
    try:
        yield made
    finally:
        made.close()
        closet.close()
