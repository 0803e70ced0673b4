"""Every test runs offscreen, in its own home, with nothing of the user's in reach."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

HOME = Path(tempfile.mkdtemp(prefix="closet-tests-"))
FOLDERS = {
    "HOME": HOME,
    "USERPROFILE": HOME,
    "APPDATA": HOME / "config",
    "LOCALAPPDATA": HOME / "data",
    "XDG_CONFIG_HOME": HOME / "config",
    "XDG_DATA_HOME": HOME / "data",
    "XDG_STATE_HOME": HOME / "state",
    "XDG_CACHE_HOME": HOME / "cache",
    "XDG_DOCUMENTS_DIR": HOME / "Documents",
}


def _leave_the_user_alone() -> None:
    """Must run before Qt or platformdirs first look at the environment."""
    for name, folder in FOLDERS.items():
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    runtime = HOME / "run"
    runtime.mkdir(mode=0o700)  # Qt warns about a runtime folder that others can read
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHONUTF8"] = "1"
    if sys.platform == "linux":
        os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns about every other charset
    for name in (
        "CLOSET_DIR",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "QT_SCALE_FACTOR",
        "QT_STYLE_OVERRIDE",
    ):
        os.environ.pop(name, None)


_leave_the_user_alone()

# A deadline would be a timing assertion, and a kept database would make two runs differ.
settings.register_profile("closet", deadline=None, database=None, max_examples=60)
settings.load_profile("closet")


PATIENCE_MS = 120_000
"""A wait ends when what it waits for has come; on a busy machine that takes its time."""


class PatientBot(QtBot):
    """A bot whose waits are given up only when nothing will come any more."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815 - its name
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815 - its name
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815 - its name


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


def pytest_unconfigure() -> None:
    """Take the temporary home away again."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _measure_pool_threads() -> None:
    """Coverage hooks into Python's threads only; Qt's pool threads are told of its tracer here."""
    tracer = threading.gettrace()
    if tracer is None:
        return
    from PySide6.QtCore import QThreadPool

    plain_start = QThreadPool.start

    def start(pool: QThreadPool, work: Callable[[], object], *priority: Any) -> None:
        def measured() -> None:
            if sys.gettrace() is None:
                sys.settrace(tracer)
            work()

        plain_start(pool, measured, *priority)

    QThreadPool.start = start  # type: ignore[method-assign, assignment]
