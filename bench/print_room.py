"""Typing in the note of a card: from the key until the page beside it is painted anew.

It is measured in a process of its own, in the window on the sample closet;
`python -m bench.print_room FOLDER` is that process.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from closet_app.ui.print_room.page import PrintRoomPage

ROOT = Path(__file__).resolve().parent.parent
GOAL = 50.0
TYPED = "it was a joy to pack these for you, wear them long and well and write me "
PAUSE = 0.0005
"""Seconds in which working threads have the interpreter, as in a window at rest."""
WARMING = 8
"""The first keys load what all later ones use."""


def measure() -> list[dict[str, Any]]:
    """Milliseconds from a key to its picture, 95 of 100 keys."""
    with tempfile.TemporaryDirectory() as home:
        words = (sys.executable, "-m", "bench.print_room", home)
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        ran = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout.splitlines()[-1])
    name = "key in a card's note until its page is painted, p95"
    return [{"name": name, "value": told["p95"], "unit": "ms", "goal": GOAL}]


def type_note(folder: Path) -> None:
    """Type into the note and print what it took."""
    from bench.gallery import p95, until

    app, page = room(folder / "closet")
    took = [_key(app, page, letter) for letter in TYPED * 2][WARMING:]
    report = {"p95": p95(took) * 1_000, "median": statistics.median(took) * 1_000}
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    until(app, page.paging.is_settled)
    os._exit(0)  # nothing of it is kept


def room(folder: Path) -> tuple[Any, PrintRoomPage]:
    """The print room of the sample closet, with the note of a card being edited."""
    from PySide6.QtWidgets import QApplication

    from bench.gallery import until
    from closet_app.paths import resources
    from closet_app.services.pack_station import to_pack
    from closet_app.services.sample import make_sample
    from closet_app.settings import Settings
    from closet_app.ui.desk import Desk
    from closet_app.ui.frame.page import PageEntry
    from closet_app.ui.frame.window import MainWindow
    from closet_app.ui.jobs import Jobs
    from closet_app.ui.print_room.page import PrintRoomPage
    from closet_app.ui.printing.room_door import PLACE, Visit
    from closet_app.ui.shell.choices import KeptChoices
    from closet_app.ui.theme.keeper import ThemeKeeper

    app = QApplication([])
    ThemeKeeper(app, "light")
    choices = KeptChoices(folder.parent / "settings.toml", Settings())
    window, jobs = MainWindow(choices), Jobs()
    closet = make_sample(folder, resources())
    desk = Desk(closet, window, jobs, choices)
    page = PrintRoomPage(desk)
    window.register(PageEntry(PLACE, lambda: page))
    window.resize(1440, 900)
    window.show()
    ids = tuple(order.id for order in to_pack(closet).orders)
    desk.navigator.go(PLACE, Visit(ids, "card"))
    until(app, lambda: jobs.is_idle() and page.room.order is not None)
    page.note.open_editor()
    until(app, lambda: jobs.is_idle() and page.note.note.isEnabled() and _is_painted(page))
    return app, page


def _key(app: Any, page: PrintRoomPage, letter: str) -> float:  # noqa: ANN401 - an application of Qt
    """Seconds until the page shows a letter."""
    from PySide6.QtTest import QTest

    begin = time.perf_counter()
    QTest.keyClicks(page.note.note.area, letter)
    assert not page.paging.is_settled()
    while not _is_painted(page):
        app.processEvents()
        time.sleep(PAUSE)
    return time.perf_counter() - begin


def _is_painted(page: PrintRoomPage) -> bool:
    """Whether the newest pages were made, drawn and have just been painted."""
    if not page.paging.is_settled():
        return False
    page.pages.viewport().repaint()
    return page.paging.is_settled()


if __name__ == "__main__":
    type_note(Path(sys.argv[1]))
