"""What an import had still to take in when it ended, and where that goes."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, MachineError
from closet_app.paths import resources
from closet_app.photo.sources import PhotoBytes, path_of_source
from closet_app.services import history, intake
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.intake import pipeline
from closet_app.services.intake.beginning import arrive
from closet_app.services.intake_coming import Coming, hold
from closet_app.services.opening import open_closet, set_strays_aside
from tests.photo.pictures import noise, packed
from tests.services.intakes import blind, laid, now
from tests.services.test_intake_begin import Steps, stop
from tests.sessions import shoot


@pytest.fixture
def closet(closet: Closet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Closet:
    """Without models, and keeping three photos at a time."""
    monkeypatch.setattr(pipeline, "SLICE", 3)
    return blind(closet, tmp_path)


@pytest.fixture
def session(tmp_path: Path) -> list[Path]:
    """Ten photos of four pieces."""
    return shoot(tmp_path / "DCIM")


def full() -> None:
    raise MachineError("The disk is full.")


def stopped(closet: Closet, session: list[Path], at: int, how: object = stop) -> None:
    """An import that ends before photo `at`."""
    assert callable(how)
    with pytest.raises((CancelledError, MachineError)):
        intake.begin(closet, [session[0].parent], Steps(at, how))


def left(closet: Closet) -> list[list[str]]:
    return [
        [path_of_source(each).name for each in one.sources] for one in intake.still_to_come(closet)
    ]


def left_after_a_crash(closet: Closet) -> list[Coming]:
    """What the next start of the program finds."""
    closet.close()
    again = open_closet(closet.folder, resources(), closet.clock)
    found = intake.still_to_come(again)
    again.close()
    return found


def leavings(closet: Closet) -> list[str]:
    """What of imports lies in the closet's folder."""
    return [path.name for path in closet.folder.iterdir() if "coming" in path.name]


def names(closet: Closet) -> list[str]:
    return [name for group in laid(now(closet)) for name in group]


@pytest.mark.parametrize("how", [stop, full])
def test_what_was_not_reached_is_remembered_and_taken_in_later(
    closet: Closet, session: list[Path], how: object
) -> None:
    stopped(closet, session, 7, how)
    wanted = [path.name for path in session]
    assert [*names(closet), *left(closet)[0]] == wanted

    changed = intake.take_the_rest(closet)

    assert changed.problems == ()
    assert names(closet) == wanted
    assert now(closet).name == "DCIM"
    assert left(closet) == []
    assert not intake.take_the_rest(closet)


def test_a_stop_before_the_first_photo_remembers_all_of_them(
    closet: Closet, session: list[Path]
) -> None:
    stopped(closet, session, 0)
    assert intake.unfinished(closet) is None
    assert len(left(closet)[0]) == len(session)
    intake.take_the_rest(closet)
    assert names(closet) == [path.name for path in session]


def test_nothing_is_to_come_of_an_import_that_came_to_its_end(
    closet: Closet, session: list[Path]
) -> None:
    seen: list[list[list[str]]] = []
    look: Progress = Steps(4, lambda: seen.append(left(closet)))
    intake.begin(closet, session, look)
    assert seen == [[]], "one that is under way has left nothing behind"
    assert left(closet) == []
    assert leavings(closet) == []


def test_what_was_to_come_to_a_discarded_intake_comes_no_more(
    closet: Closet, session: list[Path]
) -> None:
    stopped(closet, session, 7)
    intake.discard(closet, now(closet).id)
    assert left(closet) == []


def test_undo_while_photos_come_in_leaves_nothing_to_come(
    closet: Closet, session: list[Path]
) -> None:
    stopped(closet, session, 4, lambda: history.undo(closet))
    assert left(closet) == []


def test_what_was_to_come_to_drafts_made_meanwhile_begins_an_intake(
    closet: Closet, session: list[Path]
) -> None:
    stopped(closet, session, 7)
    first = now(closet).id
    intake.create_drafts(closet, first)
    intake.take_the_rest(closet)
    assert now(closet).id != first
    assert names(closet) == [path.name for path in session[7:]]


def test_files_that_are_gone_are_named(closet: Closet, session: list[Path]) -> None:
    stopped(closet, session, 7)
    session[8].unlink()
    changed = intake.take_the_rest(closet)
    assert [problem.name for problem in changed.problems] == [session[8].name]
    assert len(names(closet)) == len(session) - 1

    more = shoot(session[0].parent / "more", first=3001)
    stopped(closet, more, 0)
    for path in more:
        path.unlink()
    assert len(intake.take_the_rest(closet).problems) == len(session)
    assert left(closet) == []


def test_pasted_pictures_are_remembered_too_and_lie_nowhere_afterwards(
    closet: Closet, session: list[Path]
) -> None:
    bytes_of = [packed(noise().rotate(turn), "PNG") for turn in (0, 180)]
    pictures = [PhotoBytes("Pasted: one.png", each) for each in bytes_of]
    with pytest.raises(CancelledError):
        intake.begin(closet, [*pictures, session[0]], Steps(0, stop))
    wanted = {"Pasted- one.png", "Pasted- one (2).png", session[0].name}
    assert set(left(closet)[0]) == wanted

    intake.take_the_rest(closet)

    assert set(names(closet)) == wanted
    assert {hashlib.sha256(each).hexdigest() for each in bytes_of} < set(closet.photos.held())
    assert leavings(closet) == []


def test_a_pasted_picture_outlives_a_note_that_cannot_be_read(closet: Closet) -> None:
    coming = hold(closet, [PhotoBytes("Pasted.png", packed(noise(), "PNG"))])
    (coming.folder / "note.json").write_text("{", encoding="utf-8")
    (coming.folder / f".{'a1' * 16}.part").write_bytes(b"half a picture")
    closet.close()
    again = open_closet(closet.folder, resources(), closet.clock)
    assert left(again) == [["Pasted.png"]]
    intake.take_the_rest(again)
    assert names(again) == ["Pasted.png"]
    assert leavings(again) == []
    again.close()


def test_what_is_held_comes_to_the_intake_under_way_and_begins_one_when_it_is_over(
    closet: Closet, session: list[Path]
) -> None:
    lots = [intake.hold_photos(closet, lot) for lot in (session[:3], session[3:6], session[6:])]
    assert intake.still_to_come(closet) == [], "nobody else takes what waits for its turn"
    intake.take_in(closet, lots[0])
    first = now(closet).id
    intake.take_in(closet, lots[1])
    assert now(closet).id == first
    assert now(closet).photo_count == 6
    intake.create_drafts(closet, first)
    intake.take_in(closet, lots[2])
    assert now(closet).id != first
    assert now(closet).photo_count == 4
    assert leavings(closet) == []


def test_drafts_made_while_photos_come_in_leave_the_others_to_an_intake_of_their_own(
    closet: Closet, session: list[Path]
) -> None:
    made: list[int] = []

    def create() -> None:
        made.append(now(closet).id)
        intake.create_drafts(closet, now(closet).id)

    _, changed = intake.begin(closet, session, Steps(4, create))

    assert changed.problems == ()
    assert changed.label == "Added 7 photos to Intake"
    assert names(closet) == [path.name for path in session[3:]]
    assert now(closet).id not in made
    assert check(closet).is_sound
    history.undo(closet)
    history.undo(closet)
    assert names(closet) == [path.name for path in session[:3]]


def test_strays_stay_where_they_are_while_photos_come_in_or_have_still_to_come(
    closet: Closet, session: list[Path]
) -> None:
    seen: list[object] = []
    watched = {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in session}
    arrive(closet, watched, Steps(5, lambda: seen.append(set_strays_aside(closet))))
    assert seen == [()]
    assert check(closet).is_sound

    stray = closet.photos.take_in(PhotoBytes("stray.png", packed(noise(), "PNG")))
    held = hold(closet, session)
    assert set_strays_aside(closet) == ()
    held.forget()
    assert [path.stem for path in set_strays_aside(closet)] == [stray.sha256]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"name": "x", "intake": 1}', '{"name": 1, "intake": 1, "files": [""]}',
     '{"name": "", "intake": "1", "files": ["a"]}', '{"name": "", "intake": 1, "files": [3]}'],
)  # fmt: skip
def test_a_note_that_says_nothing_is_thrown_away(closet: Closet, text: str) -> None:
    folder = closet.folder / "coming-1"
    folder.mkdir()
    (folder / "note.json").write_text(text, encoding="utf-8")
    assert left(closet) == []
    assert leavings(closet) == []


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
def test_names_that_are_no_unicode_are_written_down_too(closet: Closet) -> None:
    odd = Path(os.fsdecode(b"/photos/caf\xe9 \xe4.jpg"))
    hold(closet, [odd], "Café")
    (coming,) = left_after_a_crash(closet)
    assert coming.sources == (odd,)
    assert coming.name == "Café"


def test_a_note_that_cannot_be_written_stops_no_import(
    closet: Closet, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("closet_app.services.intake_coming.write_whole", refuses)
    intake.begin(closet, session)
    assert names(closet) == [path.name for path in session]
