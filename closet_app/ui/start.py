"""Opens the window: the application, its theme, and the program in it."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings
from closet_app.ui.rooms import make_program
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.shell.faults import FaultKeeper
from closet_app.ui.shell.signals import SignalKeeper
from closet_app.ui.shell.sweeping import Sweeper
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.words import say, speak

NO_DISPLAY = "Closet needs a display for its window. Its commands work without one: closet --help"

STARTED_MS = 3000


def open_window(around: Surroundings, folder: Path | None) -> int:
    """Run the window until it is closed; returns the exit code.

    1 on a Linux machine without a display, which is said in one line.
    """
    if not has_display():
        sys.stderr.write(f"{say(NO_DISPLAY)}\n")
        return 1
    # What is made while starting stays; looking through it for waste took a tenth of the time.
    sweeper = Sweeper()
    app = make_application()
    sweeper.begin(after_ms=STARTED_MS)
    choices = KeptChoices(around.settings_file, around.settings)
    program = make_program(around, choices, dress(app, around.settings))
    faults = FaultKeeper(program.tell_fault)
    signals = SignalKeeper(program.end)
    program.start(folder or around.settings.last_closet)
    code = app.exec()
    if not program.close():
        # Work that does not stop is cut off; what was not finished was not kept.
        logging.shutdown()
        os._exit(code)
    sweeper.close()
    signals.close()
    faults.close()
    return code


def has_display() -> bool:
    """Whether Qt would find a screen; it aborts the process where there is none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """The application with its name, icon and language."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    app = QApplication(["closet"])
    app.setApplicationName("Closet")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("closet")
    app.setWindowIcon(app_icon())
    speak(QLocale.system().uiLanguages(QLocale.TagSeparator.Underscore))
    return app


def app_icon() -> QIcon:
    """The brand mark in every size that is shipped."""
    from closet_app.paths import resources

    made = QIcon()
    for file in sorted((resources() / "icons" / "app").glob("*.png")):
        made.addFile(str(file))
    return made


def dress(app: QApplication, settings: Settings) -> ThemeKeeper:
    """Give the application the chosen theme and text size."""
    keeper = ThemeKeeper(app, settings.theme.value, settings.text_size)
    if not settings.motion:
        keeper.set_moves(False)
    return keeper
