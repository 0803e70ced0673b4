"""Takes the pictures: one program on the sample closet, and one without any."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from closet_app.paths import resources
from closet_app.services.beginning import open_sample
from closet_app.services.clock import fixed_clock
from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings, Theme
from closet_app.ui import start
from closet_app.ui.rooms import make_program
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.shell.program import Program
from closet_app.ui.shell.sweeping import Sweeper
from tools.screenshots.scenes import TODAY
from tools.screenshots.shots import SHOTS, Shot

QUIET_LOOKS, LOOK_EVERY_MS, LONGEST_S = 6, 25, 300


@dataclass(frozen=True, slots=True)
class Size:
    """A window size at a text size; `mark` ends the file's name."""

    mark: str
    width: int
    height: int
    text_size: int = 100


SIZES = (
    Size("", 1440, 900),
    Size("-small", 1100, 720),
    Size("-large-text", 1440, 900, 130),
)


class Studio:
    """One program on the sample closet, and one without any."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        self._app = start.make_application()
        self._sweeper = Sweeper(self._app)
        self._sweeper.begin()
        self._file = scratch / "settings.toml"
        self._folder = folder
        self._clock = fixed_clock(TODAY)
        self._keeper = start.dress(self._app, Settings(theme=Theme.LIGHT))

    def shoot(self, only: Sequence[str], out: Path) -> Iterator[Path]:
        """Write the wanted pictures, each in every size, light and dark."""
        for bare in (True, False):
            shots = [shot for shot in SHOTS if shot.bare == bare]
            shots = [shot for shot in shots if not only or shot.name in only]
            if shots:
                yield from self._shoot_all(shots, out, bare=bare)

    def _shoot_all(self, shots: Sequence[Shot], out: Path, *, bare: bool) -> Iterator[Path]:
        for theme in (Theme.LIGHT, Theme.DARK):
            for size in SIZES:
                program = self._program(theme, size, bare=bare)
                for shot in shots:
                    if program.window.navigator.knows(shot.place):
                        yield self._shoot_one(program, shot, out / _name(shot, theme, size))
                program.window.close()
                program.close()
                delete(program.window)

    def _program(self, theme: Theme, size: Size, *, bare: bool) -> Program:
        settings = Settings(theme=theme, text_size=size.text_size, motion=False)
        choices = KeptChoices(self._file, settings)
        around = Surroundings(self._file, settings, resources(), _no_window, self._clock)
        self._keeper.set_moves(False)
        self._keeper.wear(theme.value)
        self._keeper.set_text_size(size.text_size)
        program = make_program(around, choices, self._keeper)
        program.window.resize(size.width, size.height)
        program.window.show()
        if not bare:
            program.make(
                lambda progress: open_sample(self._folder, resources(), self._clock, progress)
            )
        settle(program)
        return program

    def _shoot_one(self, program: Program, shot: Shot, file: Path) -> Path:
        what = shot.what(program.desk.closet if program.desk else None) if shot.what else None  # type: ignore[arg-type]  # bare pages look at no closet
        program.window.toasts.clear()
        program.window.navigator.go(shot.place, what)
        settle(program)
        if shot.then is not None:
            shot.then(program)
            settle(program)
        _grab(program.window, file)
        return file


def settle(program: Program) -> None:
    """Let the window work until nothing is under way for a while; raises TimeoutError."""
    ended = time.monotonic() + LONGEST_S
    loop, quiet = QEventLoop(), 0

    def look() -> None:
        nonlocal quiet
        quiet = quiet + 1 if program.jobs.is_idle() else 0  # six looks outlast the first painting
        if quiet >= QUIET_LOOKS or time.monotonic() > ended:
            loop.quit()

    timer = QTimer(interval=LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    if quiet < QUIET_LOOKS:
        raise TimeoutError


def _grab(window: QWidget, file: Path) -> None:
    """The window, with the dialog and the popup over it, which are closed then."""
    picture = window.grab()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        left = (window.width() - dialog.width()) // 2
        top = (window.height() - dialog.height()) // 3
        _paint_over(picture, dialog, left, top)
        dialog.reject()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        place = window.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
        _paint_over(picture, popup, place.x(), place.y())
        popup.close()
    picture.save(str(file))


def _paint_over(picture: QPixmap, shown: QWidget, left: int, top: int) -> None:
    painter = QPainter(picture)
    painter.drawPixmap(QPoint(left, top), shown.grab())
    painter.end()


def _name(shot: Shot, theme: Theme, size: Size) -> str:
    return f"{shot.name}-{theme.value}{size.mark}.png"


def _no_window(_around: Surroundings, _folder: Path | None) -> int:
    return 0
