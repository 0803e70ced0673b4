"""The program is killed at its worst moments; what it leaves opens whole and goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from closet_app.domain.progress import SILENT
from closet_app.paths import resources
from closet_app.services import gallery, intake
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.intake.watching import Watcher
from closet_app.services.opening import open_closet, set_strays_aside
from tests.services.intakes import blind, laid, now
from tests.services.test_intake_begin import laid_of
from tests.sessions import PIECES, shoot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from importlib import import_module
from dataclasses import replace

from closet_app.domain.progress import SILENT
from closet_app.paths import resources
from closet_app.photo.eyes import Eyes
from closet_app.photo.sources import PhotoBytes
from closet_app.services import intake
from closet_app.services.intake import pipeline, watching
from closet_app.services.opening import open_closet

pipeline.SLICE = 3


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def make_fatal(place, when, how_often):
    module, _, name = place.partition(":")
    owner = import_module(module)
    *path, last = name.split(".")
    for each in path:
        owner = getattr(owner, each)
    wrapped, calls = getattr(owner, last), []

    def fatal(*given, **named):
        calls.append(1)
        is_time = len(calls) == how_often
        if is_time and when == "before":
            die()
        found = wrapped(*given, **named)
        if is_time:
            die()
        return found

    setattr(owner, last, fatal)


def run(folder, photos, act, *moment):
    global closet, session
    make_fatal(*moment)
    closet = open_closet(Path(folder), resources())
    closet = replace(closet, eyes=Eyes(Path(folder) / "no models"))
    session = Path(photos)
    globals()[act]()


def begin():
    intake.begin(closet, [session])


def queue():
    first = intake.hold_photos(closet, sorted(session.iterdir())[:5])
    intake.hold_photos(closet, sorted(session.iterdir())[5:9])
    data = sorted(session.iterdir())[9].read_bytes()
    intake.hold_photos(closet, [PhotoBytes("Pasted picture.jpg", data)])
    intake.take_in(closet, first)


def read():
    intake.read_behind(closet, intake.begin(closet, [session])[0])


def create():
    intake.create_drafts(closet, intake.begin(closet, [session])[0])


def watch():
    watcher = watching.Watcher(closet, session, lambda _: None, lambda _: None)
    watcher.look(SILENT)
    watcher.look(SILENT)


for line in sys.stdin:
    child = os.fork()
    if not child:
        run(*json.loads(line))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
SERVICES, PHOTO = "closet_app.services.", "closet_app.photo."
WRITTEN = f"{SERVICES}intake.arriving:Arrival._write"
READ, STORED = f"{PHOTO}store:PhotoStore._copy", f"{PHOTO}store:PhotoStore._settle"
NOTED, GROUPED = f"{SERVICES}intake_coming:Coming.note", f"{SERVICES}intake.arriving:regroup"
READING, HANDED = f"{SERVICES}intake.reading:read_missing", f"{SERVICES}intake.drafts:_hand_over"

Moment = tuple[str, str, int]
"""A function, before or after it, and which of its calls."""


@pytest.fixture
def session(tmp_path: Path) -> list[Path]:
    """Ten photos of four pieces."""
    return shoot(tmp_path / "DCIM")


@pytest.fixture(scope="module")
def nursery() -> Iterator[subprocess.Popen[str]]:
    """A program that has loaded everything, and brings forth those that are killed."""
    words = [sys.executable, "-c", PROGRAM]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()


Kill = Callable[[str, Moment], None]


@pytest.fixture
def kill(nursery: subprocess.Popen[str], closet: Closet, session: list[Path]) -> Kill:
    """Lets a program work on the closet and the session, and kills it at a moment."""

    def kill(act: str, moment: Moment) -> None:
        closet.close()
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        told = [str(closet.folder), str(session[0].parent), act, *moment]
        print(json.dumps(told), file=nursery.stdin, flush=True)
        assert int(nursery.stdout.readline()) == -signal.SIGKILL

    return kill


@contextmanager
def opened(closet: Closet, *, strays: int = 0) -> Iterator[Closet]:
    """The closet as the next start of the program finds it, strays set aside as then."""
    again = open_closet(closet.folder, resources(), closet.clock)
    again = blind(again, closet.folder)
    try:
        assert len(set_strays_aside(again)) <= strays
        assert check(again).problems == ()
        yield again
        assert set_strays_aside(again) == (), "every file that was stored found its row"
        assert check(again).problems == ()
        assert intake.still_to_come(again) == []
        assert [path.name for path in again.folder.iterdir() if "coming" in path.name] == []
    finally:
        again.close()


@pytest.mark.parametrize(
    "moment",
    [
        (READ, "before", 5),
        (STORED, "after", 5),
        (WRITTEN, "before", 2),
        (WRITTEN, "after", 2),
        (GROUPED, "before", 5),
        (READING, "before", 1),
    ],
)
def test_an_import_goes_on_where_it_was_killed(
    kill: Kill, closet: Closet, session: list[Path], moment: Moment
) -> None:
    kill("read", moment)
    with opened(closet) as again:
        assert intake.take_the_rest(again).problems == ()
        assert laid(now(again)) == laid_of(session)
        assert now(again).unread == len(session)


@pytest.mark.parametrize("moment", [(NOTED, "after", 4), (WRITTEN, "after", 2)])
def test_lots_that_waited_and_a_pasted_picture_are_not_lost(
    kill: Kill, closet: Closet, session: list[Path], moment: Moment
) -> None:
    kill("queue", moment)
    with opened(closet) as again:
        assert intake.take_the_rest(again).problems == ()
        come = Counter(name for group in laid(now(again)) for name in group)
        assert come == Counter([*(path.name for path in session[:9]), "Pasted picture.jpg"])


def test_drafts_are_made_as_a_whole_or_not_at_all(
    kill: Kill, closet: Closet, session: list[Path]
) -> None:
    kill("create", (HANDED, "after", 3))
    with opened(closet) as again:
        assert gallery.facets(again).totals.count == 0
        assert laid(now(again)) == laid_of(session)
        assert len(intake.create_drafts(again, now(again).id).items) == len(PIECES)
        assert intake.unfinished(again) is None


@pytest.mark.parametrize(("when", "come"), [("before", 3), ("after", 6)])
def test_a_watched_folder_comes_in_once_even_when_drafts_were_made_at_once(
    kill: Kill, closet: Closet, session: list[Path], when: str, come: int
) -> None:
    kill("watch", (WRITTEN, when, 2))
    # No note says what a watched folder was to bring: what was stored without rows goes aside.
    with opened(closet, strays=len(session) - come) as again:
        assert intake.create_drafts(again, now(again).id)
        watcher = Watcher(again, session[0].parent, lambda _: None, lambda _: None)
        watcher.look(SILENT)
        watcher.look(SILENT)
        assert sum(map(len, laid(now(again)))) == len(session) - come
