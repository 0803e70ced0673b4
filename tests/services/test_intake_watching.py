"""A watched folder: each complete photo comes in once, and nothing there is touched."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from closet_app.domain.progress import SILENT
from closet_app.errors import CancelledError
from closet_app.paths import resources
from closet_app.services import history, intake
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake import watching
from closet_app.services.intake.watching import Watcher, note_present
from closet_app.services.opening import open_closet
from tests.photo.pictures import noise, packed, written
from tests.services.intakes import blind, laid, now
from tests.sessions import PIECES, shoot


@dataclass(slots=True)
class Heard:
    """What a watcher tells."""

    arrived: list[Changed] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@pytest.fixture
def closet(closet: Closet, tmp_path: Path) -> Closet:
    """Without models, which watching does not need."""
    return blind(closet, tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that a phone syncs into."""
    made = tmp_path / "phone"
    made.mkdir()
    return made


@pytest.fixture
def heard() -> Heard:
    """Nothing was told yet."""
    return Heard()


@pytest.fixture
def watcher(closet: Closet, folder: Path, heard: Heard) -> Watcher:
    """A watcher of that folder."""
    return Watcher(closet, folder, heard.arrived.append, heard.told.append)


def names(closet: Closet) -> list[str]:
    return [name for group in laid(now(closet)) for name in group]


def test_a_photo_comes_in_when_two_looks_found_it_the_same(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    whole = shoot(folder, PIECES[:1])
    growing = written(folder / "late.jpg", packed(noise())[:2000])
    watcher.look(SILENT)
    assert intake.unfinished(closet) is None
    growing.write_bytes(packed(noise()))
    watcher.look(SILENT)
    assert names(closet) == [path.name for path in whole]
    watcher.look(SILENT)
    assert "late.jpg" in names(closet)
    assert [changed.label for changed in heard.arrived] == [
        "Added 3 photos to Intake",
        "Added 1 photo to Intake",
    ]
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert len(heard.arrived) == 2


def test_what_came_in_is_never_taken_again_and_never_touched(
    closet: Closet, folder: Path, watcher: Watcher
) -> None:
    files = shoot(folder, PIECES[:1])
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    watcher.look(SILENT)
    watcher.look(SILENT)
    intake.discard(closet, now(closet).id)
    again = Watcher(closet, folder, lambda _: None, lambda _: None)
    again.look(SILENT)
    again.look(SILENT)
    assert intake.unfinished(closet) is None
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == before


def test_arrivals_go_to_the_intake_under_way_and_undo_passes_over_them(
    closet: Closet, folder: Path, watcher: Watcher, tmp_path: Path
) -> None:
    first = shoot(tmp_path / "DCIM", PIECES[:1])
    intake_id, _ = intake.begin(closet, first)
    intake.set_facts(closet, now(closet).groups[0].id, {"title": "Flannel"})
    later = shoot(folder, PIECES[1:2], first=2001)
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert intake.unfinished(closet) == intake_id
    assert set(names(closet)) == {path.name for path in (*first, *later)}
    assert history.undo(closet).label == "Filled in title in Intake"
    assert len(names(closet)) == 5


def test_links_pipes_and_what_is_no_photo_stay_outside(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard, tmp_path: Path
) -> None:
    (folder / "link.jpg").symlink_to(shoot(tmp_path / "other", PIECES[:1])[0])
    os.mkfifo(folder / "pipe.jpg")
    written(folder / "notes.txt", b"milk, eggs")
    written(folder / "empty.jpg", b"")
    written(folder / ".partial.jpg", packed(noise()))
    with (folder / "hollow.jpg").open("wb") as hollow:
        hollow.truncate(1 << 20)
    for _ in range(3):
        watcher.look(SILENT)
    assert intake.unfinished(closet) is None
    assert heard.arrived == []


def test_a_photo_that_stays_cut_short_is_named_once(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    cut = written(folder / "cut.jpg", packed(noise())[:4000])
    for _ in range(4):
        watcher.look(SILENT)
    (problem,) = [each for changed in heard.arrived for each in changed.problems]
    assert problem.name == "cut.jpg"
    cut.write_bytes(packed(noise()))
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert names(closet) == ["cut.jpg"]


def test_a_photo_that_was_cut_short_once_comes_in_once(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    cut = written(folder / "cut.jpg", packed(noise())[:4000])
    for _ in range(3):
        watcher.look(SILENT)
    cut.write_bytes(packed(noise()))
    shoot(folder, PIECES[:1])
    for _ in range(5):
        watcher.look(SILENT)
    assert [changed.label for changed in heard.arrived] == ["", "Added 4 photos to Intake"]


def test_a_file_on_its_way_waits_for_its_name(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    for ending in (".part", ".crdownload", ".TMP"):
        written(folder / f"photo.jpg{ending}", packed(noise()))
    for _ in range(3):
        watcher.look(SILENT)
    assert intake.unfinished(closet) is None
    (folder / "photo.jpg.part").rename(folder / "photo.jpg")
    for _ in range(3):
        watcher.look(SILENT)
    assert names(closet) == ["photo.jpg"]
    assert [changed.label for changed in heard.arrived] == ["Added 1 photo to Intake"]


def test_a_photo_is_replaced_touched_and_copied_without_a_word_too_many(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    first, other, _ = shoot(folder, PIECES[:1])
    other.rename(folder.with_name("other.jpg"))
    for _ in range(2):
        watcher.look(SILENT)
    os.utime(first, (1, 1))
    written(folder / "copy.jpg", first.read_bytes())
    for _ in range(2):
        watcher.look(SILENT)
    assert len(names(closet)) == 2
    assert len(heard.arrived) == 1
    first.write_bytes(folder.with_name("other.jpg").read_bytes())
    written(folder / "again.jpg", first.read_bytes())
    for _ in range(2):
        watcher.look(SILENT)
    assert len(names(closet)) == 3
    assert heard.arrived[1].label == "Added 1 photo to Intake"
    assert heard.arrived[1].problems == ()


def test_a_folder_that_is_gone_is_said_and_comes_back_by_itself(
    closet: Closet, folder: Path, watcher: Watcher, heard: Heard
) -> None:
    away = folder.rename(folder.with_name("unplugged"))
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert len(heard.told) == 1
    assert "is not there" in heard.told[0]
    away.rename(folder)
    shoot(folder, PIECES[:1])
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert heard.told[1:] == [""]
    assert len(names(closet)) == 3


def test_what_lies_there_already_can_be_passed_over(
    closet: Closet, folder: Path, watcher: Watcher
) -> None:
    shoot(folder, PIECES[:1])
    assert note_present(closet, folder) == 3
    new = shoot(folder / "later", PIECES[1:2], first=2001)
    watcher.look(SILENT)
    watcher.look(SILENT)
    assert names(closet) == [path.name for path in new]


class Until:
    """Lets the work go on until something is true, at most for so many steps."""

    def __init__(self, done: threading.Event) -> None:
        self.done = done

    def step(self, done: int, total: int, words: str) -> None:
        if self.done.is_set() and not total and words and not done:
            raise CancelledError


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks that follow each other fast."""
    monkeypatch.setattr(watching, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(watching, "_WAKE", 50)


def test_watching_notices_by_itself_and_can_be_stopped(
    closet: Closet, folder: Path, quick: None
) -> None:
    came, done = threading.Event(), threading.Event()
    watcher = Watcher(closet, folder, lambda _: came.set(), lambda _: None)
    stopped: list[BaseException] = []

    def run() -> None:
        try:
            watcher.run(Until(done))
        except CancelledError as error:
            stopped.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    shoot(folder, PIECES[:1])
    assert came.wait(20)
    done.set()
    thread.join(20)
    assert not thread.is_alive()
    assert len(stopped) == 1


def test_what_came_in_is_remembered_when_the_closet_opens_again(
    closet: Closet, folder: Path, watcher: Watcher
) -> None:
    shoot(folder, PIECES[:1])
    watcher.look(SILENT)
    watcher.look(SILENT)
    closet.close()
    again = open_closet(closet.folder, resources(), closet.clock)
    later = Watcher(again, folder, lambda _: None, lambda _: None)
    assert not later.look(SILENT)
    assert not later.look(SILENT)
    assert len(names(again)) == 3
    again.close()
