"""What was seen on photos: made where it is missing, kept, made again by newer code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closet_app.domain.boxes import Box
from closet_app.domain.item import ItemFacts
from closet_app.errors import CancelledError
from closet_app.photo import measuring, tags
from closet_app.photo.eyes import Eyes
from closet_app.photo.looks import Reading, TextLine
from closet_app.photo.text_nets import TextNets
from closet_app.services import history, items, looks
from closet_app.services.closet import Closet
from closet_app.services.opening import set_strays_aside
from closet_app.services.pieces import piece
from tests.closets import PHOTOS, add

READ = Reading((TextLine("100% COTTON", 0.93, Box(0.1, 0.2, 0.5, 0.3)),))


class StopAfter:
    """Stops the work at its step number `steps`."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self, _done: int, _total: int, _words: str) -> None:
        self._left -= 1
        if self._left < 0:
            raise CancelledError


def _add(closet: Closet, *names: str) -> list[str]:
    paths = [PHOTOS / f"{name}.jpg" for name in names]
    item_id = items.add_item(closet, ItemFacts(title="Piece"), paths)[0]
    return [photo.ref.sha256 for photo in piece(closet, item_id).photos]


def test_photos_are_measured_once(closet: Closet) -> None:
    shas = _add(closet, "hat-01", "hat-02")
    assert looks.measure_missing(closet, shas) == ()

    seen = looks.measured(closet, shas)
    assert seen.keys() == set(shas)
    assert all(len(look.vector) == 512 and look.reading is None for look in seen.values())
    assert looks.unmeasured(closet, shas) == ()


def test_work_that_is_stopped_keeps_what_was_done(closet: Closet) -> None:
    shas = _add(closet, "hat-01", "hat-02", "hat-03")

    with pytest.raises(CancelledError):
        looks.measure_missing(closet, shas, StopAfter(2))

    assert looks.unmeasured(closet, shas) == (shas[2],)


def test_a_broken_photo_is_named_and_not_tried_again(closet: Closet) -> None:
    good, broken = _add(closet, "hat-01", "hat-02")
    _break(closet, broken, lambda data: data[: len(data) // 2])

    problems = looks.measure_missing(closet, [broken, good])

    assert [problem.name for problem in problems] == [broken]
    assert looks.measured(closet, [good, broken]).keys() == {good}
    assert looks.unmeasured(closet, [good, broken]) == ()


def test_a_photo_that_is_gone_is_tried_again(closet: Closet) -> None:
    (sha,) = _add(closet, "hat-01")
    closet.thumbnails.place(sha, piece(closet, 1).photos[0].ref.recipe, "large").unlink()
    path = closet.photos.path_of(sha)
    data = path.read_bytes()
    path.unlink()
    assert len(looks.measure_missing(closet, [sha])) == 1

    path.write_bytes(data)

    assert looks.measure_missing(closet, [sha]) == ()
    assert sha in looks.measured(closet, [sha])


def test_newer_code_measures_anew(closet: Closet, monkeypatch: pytest.MonkeyPatch) -> None:
    shas = _add(closet, "hat-01")
    looks.measure_missing(closet, shas)
    monkeypatch.setattr(measuring, "MEASURED_BY", measuring.MEASURED_BY + 1)

    assert looks.unmeasured(closet, shas) == tuple(shas)
    assert looks.unmeasured_of_pieces(closet) == tuple(shas)


def test_what_was_seen_without_models_is_seen_again_with_them(
    closet: Closet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shas = _add(closet, "hat-01")
    seeing = closet.eyes
    object.__setattr__(closet, "eyes", Eyes(tmp_path))
    looks.measure_missing(closet, shas)
    assert looks.unmeasured(closet, shas) == ()
    looks.keep_reading(closet, shas[0], Reading(missing=closet.eyes.missing))
    assert looks.unread(closet, shas) == ()

    object.__setattr__(closet, "eyes", seeing)

    assert looks.unmeasured(closet, shas) == tuple(shas)
    assert looks.unread(closet, shas) == tuple(shas)


def test_what_was_read_without_the_text_reader_is_read_again_once_it_is_there(
    closet: Closet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shas = _add(closet, "hat-01")
    there = tags.NETS
    monkeypatch.setattr(tags, "NETS", TextNets(tmp_path))
    looks.keep_reading(closet, shas[0], Reading(missing=tags.NETS.missing))
    assert looks.unread(closet, shas) == ()

    monkeypatch.setattr(tags, "NETS", there)
    assert looks.unread(closet, shas) == tuple(shas)


def test_what_was_read_is_kept_beside_the_measures(closet: Closet) -> None:
    shas = _add(closet, "hat-01")
    looks.measure_missing(closet, shas)
    looks.keep_reading(closet, shas[0], READ)

    assert looks.reading_of(closet, shas[0]) == READ
    assert looks.unread(closet, shas) == ()
    assert looks.measured(closet, shas)[shas[0]].reading == READ


def test_each_photo_is_told_of_as_soon_as_it_is_read(closet: Closet) -> None:
    tag, broken = _add(closet, "img-2044", "hat-02")
    _break(closet, broken, lambda data: data[: len(data) // 2])
    told: list[tuple[str, bool, bool]] = []

    def note(sha256: str, reading: Reading | None) -> None:
        told.append((sha256, reading is not None, looks.unread(closet, [sha256]) == ()))

    problems = looks.read_missing(closet, [tag, broken], one_done=note)

    assert told == [(tag, True, True), (broken, False, True)]
    assert [problem.name for problem in problems] == [broken]
    reading = looks.reading_of(closet, tag)
    assert reading is not None
    assert any("VANS" in line.text.upper() for line in reading.lines)


def test_looking_leaves_undo_and_redo_alone(closet: Closet) -> None:
    shas = _add(closet, "hat-01")
    add(closet, "Second")
    history.undo(closet)
    looks.measure_missing(closet, shas)
    looks.keep_reading(closet, shas[0], READ)

    assert history.redo_words(closet)
    history.redo(closet)
    assert looks.reading_of(closet, shas[0]) == READ


def test_looks_at_originals_that_were_set_aside_are_forgotten(closet: Closet) -> None:
    (kept,) = _add(closet, "hat-01")
    stray = closet.photos.take_in(PHOTOS / "hat-02.jpg", closet.thumbnails).sha256
    looks.measure_missing(closet, [kept, stray])
    set_strays_aside(closet)

    assert looks.forget_unused(closet) == 1
    assert looks.looks(closet, [kept, stray]).keys() == {kept}


def _break(closet: Closet, sha256: str, change: Callable[[bytes], bytes]) -> None:
    """Damage an original, and take away the thumbnails that were made when it was whole."""
    path = closet.photos.path_of(sha256)
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(change(data))
    for thumb in closet.thumbnails.folder.rglob(f"{sha256}-*"):
        thumb.unlink()
