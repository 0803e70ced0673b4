"""Typing in the words of a card design: from the key until both sides are painted anew.

It is measured in a process of its own, in the window on the sample closet;
`python -m bench.designs FOLDER` is that process. The drawing alone is measured in seconds of
the processor.
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
    from closet_app.ui.designs.page import DesignsPage

ROOT = Path(__file__).resolve().parent.parent
GOAL = 50.0
TYPED = "thanks;wear-it-long,wear-it-well,wear-it-now"
WARMING = 4
"""The first keys load what all later ones use."""


def measure() -> list[dict[str, Any]]:
    """Milliseconds from a key to its card, and of the drawing alone, 95 of 100 keys."""
    with tempfile.TemporaryDirectory() as home:
        words = (sys.executable, "-m", "bench.designs", home)
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        ran = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout.splitlines()[-1])
    names = {
        "painted": "key in a design's words until both sides are painted, p95",
        "drawn": "both sides of a design drawn, processor time of the worker, p95",
    }
    return [
        {"name": name, "value": told[key], "unit": "ms", "goal": GOAL}
        for key, name in names.items()
    ]


def type_words(folder: Path) -> None:
    """Type into each design that has large words and print what it took."""
    from bench.gallery import p95, until
    from closet_app.domain.progress import SILENT
    from closet_app.ui.designs.live_preview import draw_sides

    app, page = studio(folder / "closet")
    painted, drawn = [], []
    for design in page.studio.shelf.designs:
        page.studio.choose(design.id)
        until(app, lambda: _is_painted(page))
        keys = [_key(app, page, letter) for letter in TYPED]
        painted += keys[WARMING:]
        assert page.preview.live.shown is not None
        wish = page.preview.live.shown.wish
        for _turn in range(len(TYPED)):
            begin = time.thread_time()
            assert draw_sides(wish, SILENT).sides
            drawn.append(time.thread_time() - begin)
    report = {
        "painted": p95(painted) * 1_000,
        "drawn": p95(drawn) * 1_000,
        "median": statistics.median(painted) * 1_000,
    }
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing of it is kept


def studio(folder: Path) -> tuple[Any, DesignsPage]:
    """The page of card designs on the sample closet."""
    from PySide6.QtWidgets import QApplication

    from bench.gallery import until
    from closet_app.paths import resources
    from closet_app.services.sample import make_sample
    from closet_app.settings import Settings
    from closet_app.ui.designs.page import DesignsPage
    from closet_app.ui.desk import Desk
    from closet_app.ui.frame.page import PageEntry
    from closet_app.ui.frame.window import MainWindow
    from closet_app.ui.jobs import Jobs
    from closet_app.ui.shell.choices import KeptChoices
    from closet_app.ui.theme.keeper import ThemeKeeper

    app = QApplication([])
    ThemeKeeper(app, "light")
    choices = KeptChoices(folder.parent / "settings.toml", Settings())
    window, jobs = MainWindow(choices), Jobs()
    desk = Desk(make_sample(folder, resources()), window, jobs, choices)
    page = DesignsPage(desk)
    window.register(PageEntry("designs", lambda: page))
    window.resize(1440, 900)
    window.show()
    desk.navigator.go("designs")
    until(app, lambda: jobs.is_idle() and _is_painted(page))
    return app, page


def _key(app: Any, page: DesignsPage, letter: str) -> float:  # noqa: ANN401 - an application of Qt
    """Seconds until the card shows a letter."""
    from PySide6.QtTest import QTest

    from closet_app.ui.widgets.text_fields import LineField

    shown = page.form.fields["words.title"].widget.isVisible()
    field = page.form.fields["words.title" if shown else "words.footer"].widget
    assert isinstance(field, LineField)
    begin = time.perf_counter()
    QTest.keyClicks(field.line, letter)
    assert not page.is_settled()
    while not _is_painted(page):
        app.processEvents()
    return time.perf_counter() - begin


def _is_painted(page: DesignsPage) -> bool:
    """Whether the newest sides were drawn and have just been painted."""
    if not page.is_settled():
        return False
    page.preview.view.repaint()
    return page.is_settled()


if __name__ == "__main__":
    type_words(Path(sys.argv[1]))
