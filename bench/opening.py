"""Pages that open for the first time: the longest turn of the interface thread meanwhile.

Each page is opened once in one window on the sample closet, by a process of its own;
`python -m bench.opening FOLDER` is that process. A turn is one event with all that follows from
it, measured in seconds of the processor, since nothing else is to be measured with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program

ROOT = Path(__file__).resolve().parent.parent
GOAL = 50.0
ROUNDS = 3
REST = 0.1
LOADED_IN = 120
"""Seconds that a busy machine has to load every page."""
EDITOR = "editor"


def measure() -> list[dict[str, Any]]:
    """Milliseconds of the longest turn: for the item editor, and for the slowest other page."""
    rounds = [_round() for _ in range(ROUNDS)]
    least = {place: min(each[place] for each in rounds) for place in rounds[0]}
    others = {place: took for place, took in least.items() if place != EDITOR}
    slowest = max(others, key=lambda place: others[place])
    named = slowest.replace("_", " ")
    names = {
        "longest turn of the interface while the item editor first opens": least[EDITOR],
        f"longest turn while any other page first opens ({named})": others[slowest],
    }
    return [
        {"name": name, "value": took, "unit": "ms", "goal": GOAL} for name, took in names.items()
    ]


def _round() -> dict[str, float]:
    """Places with the milliseconds of their longest turn."""
    with tempfile.TemporaryDirectory() as home:
        words = (sys.executable, "-m", "bench.opening", home)
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        ran = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return told


def open_pages(folder: Path) -> None:
    """Open every page once and print the longest turn of each."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from closet_app.ui import start

    turns: list[float] = []

    class Watched(QApplication):
        """Tells how long each event took that came from the system or a timer."""

        inside = False

        def notify(self, receiver: Any, event: Any) -> bool:  # noqa: ANN401 - Qt's
            if self.inside:
                return super().notify(receiver, event)
            self.inside, begin = True, time.thread_time()
            try:
                return super().notify(receiver, event)
            finally:
                self.inside = False
                turns.append(time.thread_time() - begin)

    vars(start)["QApplication"] = Watched
    app = start.make_application()
    program = _program(folder, app)
    longest = {}
    for place, what in _visits(program):
        turns.clear()
        QTimer.singleShot(0, program, lambda: program.window.navigator.go(place, what))  # noqa: B023 - run at once
        _rest(program, app)
        longest[place] = max(turns) * 1_000
    sys.stdout.write(json.dumps(longest) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing of it is kept


def _program(folder: Path, app: Any) -> Program:  # noqa: ANN401 - an application of Qt
    """The program as it is some seconds after its start."""
    from bench.gallery import until
    from closet_app.paths import resources
    from closet_app.services.sample import make_sample
    from closet_app.services.surroundings import Surroundings
    from closet_app.settings import Settings
    from closet_app.ui import start
    from closet_app.ui.rooms import make_program
    from closet_app.ui.shell.choices import KeptChoices
    from closet_app.ui.shell.pages import BUILT_AHEAD, page_modules

    file, settings = folder / "settings.toml", Settings(motion=False)
    around = Surroundings(file, settings, resources(), lambda _around, _folder: 0)
    program = make_program(around, KeptChoices(file, settings), start.dress(app, settings))
    program.window.resize(1440, 900)
    program.window.show()
    program.make(lambda _progress: make_sample(folder / "closet", resources()))
    until(app, lambda: set(page_modules()) <= set(sys.modules), LOADED_IN)
    navigator = program.window.navigator
    until(app, lambda: all(navigator.page(place) is not None for place in BUILT_AHEAD), LOADED_IN)
    _rest(program, app)
    return program


def _visits(program: Program) -> Iterator[tuple[str, object]]:
    """Every page with what it is opened for."""
    from closet_app.services import gallery
    from closet_app.services.pack_station import to_pack
    from closet_app.services.pieces import piece
    from closet_app.ui.photo_desk.visit import Visit
    from closet_app.ui.printing.room_door import Visit as RoomVisit

    assert program.desk is not None
    closet = program.desk.closet
    first = piece(closet, gallery.first_ids(closet)[0])
    waiting = tuple(order.id for order in to_pack(closet).orders)
    yield EDITOR, first.id
    yield "desk", Visit(first.id, first.photos[0].ref.id, "frame")
    yield "print_room", RoomVisit(waiting, "card")
    for place in ("orders", "intake", "packing", "designs", "stocks", "trash", "settings"):
        yield place, None


def _rest(program: Program, app: Any) -> None:  # noqa: ANN401 - an application of Qt
    """Until the page is painted and nobody waits for anything."""
    from bench.gallery import until

    end = time.monotonic() + REST
    until(app, lambda: time.monotonic() > end and not program.jobs.is_busy())


if __name__ == "__main__":
    open_pages(Path(sys.argv[1]))
