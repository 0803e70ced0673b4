"""The gallery at 100,000 pieces: first paint, frames while scrolling, memory.

Each measurement runs in a process of its own; `python -m bench.gallery first|empty|scroll FOLDER`
is that process.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.ui.closet.page import ClosetPage
    from closet_app.ui.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
FIRST_GOAL, FRAME_GOAL, MEMORY_GOAL = 2.0, 16.0, 300.0
FRAMES, STEP, FRAME_SECONDS = 400, 130, 0.016
PICTURED = 4_000
"""The newest pieces, which are scrolled over, have thumbnails; originals are never looked at."""
_DONE = "painted"


def measure() -> list[dict[str, Any]]:
    """First paint in ms against an empty window that imports SQLModel; frames; memory."""
    # Not above: it loads SQLModel, and the measured processes import this file.
    from bench.closet_100k import closet_100k

    folder = closet_100k()
    picture(folder)
    pairs = [(seconds("first", folder), seconds("empty", folder)) for _ in range(ROUNDS + 1)]
    # The first pair fills the disk's cache and writes the compiled modules.
    first, empty = (statistics.median(side) for side in zip(*pairs[1:], strict=True))
    scrolled = json.loads(child("scroll", folder).stdout.splitlines()[-1])
    return [
        {
            "name": "first painted gallery / empty PySide6 window that imports SQLModel",
            "value": first * 1000,
            "unit": "ms",
            "floor": empty * 1000,
            "ratio": first / empty,
            "goal": FIRST_GOAL,
        },
        absolute("scroll frame with thumbnails arriving, p95", scrolled["p95"], "ms", FRAME_GOAL),
        absolute("resident memory after scrolling", scrolled["memory"], "MB", MEMORY_GOAL),
    ]


def absolute(name: str, value: float, unit: str, goal: float) -> dict[str, Any]:
    """A figure that has a goal of its own and no floor."""
    return {"name": name, "value": value, "unit": unit, "floor": None, "ratio": None, "goal": goal}


def seconds(what: str, folder: Path) -> float:
    """From the start of the process until its window is painted."""
    begin = time.perf_counter()
    with started(what, folder) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        took = time.perf_counter() - begin
        running.communicate()
    assert line.strip() == _DONE, line
    return took


def child(what: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one measurement to its end."""
    return subprocess.run(_command(what, folder), **_PIPED, check=True)


def started(what: str, folder: Path) -> subprocess.Popen[str]:
    """A measurement under way."""
    return subprocess.Popen(_command(what, folder), **_PIPED)


def _command(what: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "bench.gallery", what, str(folder)]


_PIPED: dict[str, Any] = {
    "cwd": ROOT,
    "stdout": subprocess.PIPE,
    "stderr": subprocess.DEVNULL,
    "text": True,
    "env": {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "QT_QPA_PLATFORM": "offscreen",
    },
}


def picture(folder: Path) -> None:
    """Give the newest pieces thumbnails, hard links to those of the sample's photos."""
    marker = folder / "thumbs" / f"pictured-{PICTURED}"
    if marker.exists():
        return
    from PIL import Image

    from closet_app.paths import resources
    from closet_app.photo.thumbnails import scaled
    from closet_app.services import gallery
    from closet_app.services.opening import open_closet

    closet = open_closet(folder, resources())
    made = []
    for at, photo in enumerate(sorted((resources() / "sample" / "photos").glob("*.jpg"))[:60]):
        place = folder / "thumbs" / f"sample-{at}.jpg"
        with Image.open(photo) as image:
            scaled(image.convert("RGB"), "card").save(place, "JPEG", quality=82)  # type: ignore[arg-type]  # the size's value
        made.append(place)
    for card in gallery.cards(closet, gallery.find(closet, limit=PICTURED)):
        if card.photo is not None:
            place = closet.thumbnails.place(card.photo.sha256, card.photo.recipe, "card")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            os.link(made[card.id % len(made)], place)
    closet.close()
    marker.touch()


def paint_empty() -> None:
    """An empty window in a process that imports SQLModel."""
    import sqlmodel
    from PySide6.QtWidgets import QApplication, QWidget

    assert sqlmodel.__version__

    class Empty(QWidget):
        def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt names it
            tell_painted()

    app = QApplication([])
    window = Empty()
    window.resize(1440, 900)
    window.show()
    app.exec()


def paint_gallery(folder: Path) -> None:
    """The program itself, until the first cards are painted."""
    from closet_app.paths import resources
    from closet_app.services.surroundings import Surroundings
    from closet_app.settings import Settings
    from closet_app.ui import closet
    from closet_app.ui.start import open_window

    make_page = closet.make_page

    def watched(desk: Desk) -> ClosetPage:
        # Only now, so that nothing is loaded earlier than the program would.
        from closet_app.ui.closet.card_delegate import CardDelegate

        paint = CardDelegate.paint

        def painted(delegate: Any, painter: Any, option: Any, index: Any) -> None:  # noqa: ANN401 - Qt's
            paint(delegate, painter, option, index)
            tell_painted()

        CardDelegate.paint = painted  # type: ignore[method-assign, assignment]  # watched
        return make_page(desk)

    closet.make_page = watched
    with tempfile.TemporaryDirectory() as home:
        file = Path(home, "settings.toml")
        open_window(Surroundings(file, Settings(), resources(), open_window), folder)


def tell_painted() -> None:
    """Say so and end at once, without tidying up."""
    sys.stdout.write(f"{_DONE}\n")
    sys.stdout.flush()
    os._exit(0)


def scroll(folder: Path) -> None:
    """Scroll through some thousand pieces at 60 frames a second and print what it took."""
    app, desk, page = gallery_page(folder)
    bar = page.pane.grid.verticalScrollBar()
    frames = []
    for _ in range(FRAMES):
        begin = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        app.processEvents()
        frames.append(time.perf_counter() - begin)
        time.sleep(max(FRAME_SECONDS - frames[-1], 0.001))
    assert bar.value() > FRAMES * STEP * 0.9
    assert page.thumbs.kept_bytes > 0
    report = {
        "p95": p95(frames) * 1000,
        "worst": max(frames) * 1000,
        "memory": resident_megabytes(),
    }
    sys.stdout.write(json.dumps(report) + "\n")
    desk.jobs.close()
    desk.closet.close()


def gallery_page(folder: Path) -> tuple[Any, Desk, ClosetPage]:
    """The window on the closet with all its pieces, when everything was counted."""
    from PySide6.QtWidgets import QApplication

    from closet_app.paths import resources
    from closet_app.services.opening import open_closet
    from closet_app.settings import Settings
    from closet_app.ui.closet import make_page
    from closet_app.ui.desk import Desk
    from closet_app.ui.frame.page import PageEntry
    from closet_app.ui.frame.window import MainWindow
    from closet_app.ui.jobs import Jobs
    from closet_app.ui.shell.choices import KeptChoices
    from closet_app.ui.theme.keeper import ThemeKeeper

    app = QApplication([])
    keeper = ThemeKeeper(app, "light")
    assert keeper.wish == "light"
    choices = KeptChoices(folder / "settings.toml", Settings())
    window, jobs = MainWindow(choices), Jobs()
    closet: Closet = open_closet(folder, resources())
    desk = Desk(closet, window, jobs, choices)
    window.register(PageEntry("closet", lambda: make_page(desk)))
    window.resize(1440, 900)
    window.show()
    desk.navigator.go("closet")
    until(app, lambda: jobs.is_idle() and len(closet_page(desk).model.ids) > PICTURED)
    return app, desk, closet_page(desk)


def closet_page(desk: Desk) -> ClosetPage:
    """The page of the window."""
    from closet_app.ui.closet.page import ClosetPage

    page = desk.navigator.page("closet")
    assert isinstance(page, ClosetPage)
    return page


def until(app: Any, ready: Callable[[], bool], seconds: float = 30) -> None:  # noqa: ANN401 - an application of Qt
    """Let the window work until it is `ready`, for so many `seconds` at most."""
    deadline = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < deadline
        app.processEvents()
        time.sleep(0.005)


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


def resident_megabytes() -> float:
    """What the process takes of the machine's memory now."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_048_576
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


CHILDREN: dict[str, Callable[[Path], object]] = {
    "first": paint_gallery,
    "empty": lambda _folder: paint_empty(),
    "scroll": scroll,
}

if __name__ == "__main__":
    CHILDREN[sys.argv[1]](Path(sys.argv[2]))
