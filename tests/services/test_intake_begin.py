"""Photos coming into an intake: whole, in order, named when they cannot, safe when it stops."""

from __future__ import annotations

import os
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from PIL import Image

from closet_app.domain.item import ItemFacts
from closet_app.domain.progress import SILENT
from closet_app.errors import CancelledError, MachineError, UserError
from closet_app.photo.disk import Disk
from closet_app.photo.sources import PhotoBytes
from closet_app.photo.store import PhotoStore
from closet_app.services import history, intake, items, looks
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.intake import arriving, pipeline
from tests.photo.pictures import HEIC, exif, files_in, noise, packed, quarters, written
from tests.services.intakes import blind, laid, now, rows, sizes
from tests.sessions import PIECES, shoot


@pytest.fixture
def closet(closet: Closet, tmp_path: Path) -> Closet:
    """Without models, which most of this does not need."""
    return blind(closet, tmp_path)


@pytest.fixture
def session(tmp_path: Path) -> list[Path]:
    """Ten photos of four pieces."""
    return shoot(tmp_path / "DCIM")


class Steps:
    """Counts the steps of one stage and does something at one of them."""

    def __init__(self, at: int, act: Callable[[], object], words: str = "Copying") -> None:
        self.at, self.act, self.words = at, act, words

    def step(self, done: int, total: int, words: str) -> None:
        if total and words.startswith(self.words) and done == self.at:
            self.act()


def stop() -> None:
    raise CancelledError


def test_photos_come_in_in_the_order_taken_and_piece_by_piece(
    closet: Closet, session: list[Path]
) -> None:
    intake_id, changed = intake.begin(closet, [session[0].parent])
    view = intake.view(closet, intake_id)
    assert [name for group in laid(view) for name in group] == [path.name for path in session]
    assert sizes(view) == [len(piece) for piece in PIECES]
    assert view.name == "DCIM"
    assert changed.intake
    assert changed.label == "Added 10 photos to Intake"
    assert intake.unfinished(closet) == intake_id
    assert intake.waiting_count(closet) == len(PIECES)


def test_all_slices_are_one_step(
    closet: Closet, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SLICE", 3)
    before = rows(closet)
    intake_id, _ = intake.begin(closet, session)
    after = rows(closet)
    assert history.undo(closet).label == "Added 10 photos to Intake"
    assert rows(closet) == before
    assert intake.unfinished(closet) is None
    history.redo(closet)
    assert rows(closet) == after
    assert intake.unfinished(closet) == intake_id


def test_slices_that_are_grouped_apart_come_to_the_same(
    closet: Closet, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SLICE", 2)
    monkeypatch.setattr(arriving, "NEAR", 2)
    intake.begin(closet, session)
    assert laid(now(closet)) == laid_of(session)
    assert all(group.photos[0].seam > 0.5 for group in now(closet).groups)


def test_a_stop_keeps_what_was_stored(
    closet: Closet, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SLICE", 3)
    with pytest.raises(CancelledError):
        intake.begin(closet, session, Steps(7, stop))
    kept = laid(now(closet))
    assert [name for group in kept for name in group] == [path.name for path in session[:7]]
    assert check(closet).is_sound, "photos that nobody waited for any more are gone again"
    again = intake.add_photos(closet, now(closet).id, session)
    assert [problem.is_mild for problem in again.problems] == [True] * 7
    assert laid(now(closet)) == laid_of(session)


def laid_of(session: list[Path]) -> list[list[str]]:
    names = iter(path.name for path in session)
    return [[next(names) for _ in piece] for piece in PIECES]


def test_undo_while_photos_come_in_ends_it(
    closet: Closet, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SLICE", 3)
    with pytest.raises(CancelledError):
        intake.begin(closet, session, Steps(4, lambda: history.undo(closet)))
    assert intake.unfinished(closet) is None
    assert rows(closet)["photo"] == []


BROKEN = {
    "cut.jpg": (packed(noise())[:4000], "holds only part of this photo"),
    "empty.jpg": (b"", "is empty"),
    "page.jpg": (b"<!doctype html><title>no</title>", "is a web page, not a photo"),
    "program.jpg": (b"MZ" + bytes(500), "is a program, not a photo"),
    "drawing.jpg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing"),
    "paper.jpg": (b"%PDF-1.7 ...", "is a PDF document, not a photo"),
    "noise.jpg": (b"\xff\xd8\xff" + b"\x00\x01" * 900, "noise.jpg"),
}


def test_what_is_no_photo_is_named_and_the_rest_goes_on(
    closet: Closet, session: list[Path]
) -> None:
    folder = session[0].parent
    for name, (data, _) in BROKEN.items():
        written(folder / name, data)
    intake_id, changed = intake.begin(closet, [folder])
    assert intake.view(closet, intake_id).photo_count == len(session)
    why = {problem.name: problem.why for problem in changed.problems}
    assert set(why) == set(BROKEN)
    for name, (_, words) in BROKEN.items():
        assert words in why[name]


def test_photos_of_every_kind_come_in(closet: Closet, tmp_path: Path) -> None:
    picture = quarters()
    for at, mode in enumerate(("L", "LA", "P", "1", "RGBA", "I;16")):
        converted = picture.convert("I").convert(mode) if mode == "I;16" else picture.convert(mode)
        written(tmp_path / "in" / f"{at}.png", packed(converted, "PNG"))
    written(tmp_path / "in" / "cmyk.jpg", packed(picture.convert("CMYK")))
    frames = {"save_all": True, "append_images": [noise(96, 64)]}
    written(tmp_path / "in" / "moving.gif", packed(picture.convert("P"), "GIF", **frames))
    written(tmp_path / "in" / "really.heic", packed(noise(90, 70)))
    intake_id, changed = intake.begin(closet, [tmp_path / "in"])
    assert changed.problems == ()
    assert intake.view(closet, intake_id).photo_count == 9


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_bomb_is_refused_and_a_large_photo_of_another_name_is_taken(
    closet: Closet, tmp_path: Path
) -> None:
    huge = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", huge), chunk(b"IDAT", zlib.compress(bytes(99))), chunk(b"IEND", b""))
    written(tmp_path / "in" / "bomb.png", b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    large = Image.new("L", (8_000, 6_000), 200)
    written(tmp_path / "in" / "IMG_1.heic", packed(large, quality=30, exif=exif(6, gps=True)))
    written(tmp_path / "in" / "IMG_2.jpg", HEIC.read_bytes())
    intake_id, changed = intake.begin(closet, [tmp_path / "in"])
    (problem,) = changed.problems
    assert problem.name == "bomb.png"
    assert "too large" in problem.why
    photos = {
        photo.original_name: (photo.width, photo.height)
        for group in intake.view(closet, intake_id).groups
        for photo in group.photos
    }
    assert photos["IMG_1.heic"] == (6_000, 8_000)
    assert "IMG_2.jpg" in photos


def test_mutated_photos_are_taken_or_refused_and_nothing_else(
    closet: Closet, tmp_path: Path, session: list[Path]
) -> None:
    drawn = random.Random(7)
    whole = session[0].read_bytes()
    for at in range(25):
        mutated = bytearray(whole)
        for _ in range(drawn.randint(1, 40)):
            mutated[drawn.randrange(len(mutated))] = drawn.randrange(256)
        written(tmp_path / "mutated" / f"{at:02}.jpg", bytes(mutated))
    intake_id, changed = intake.begin(closet, [*session[1:3], tmp_path / "mutated"])
    taken = intake.view(closet, intake_id).photo_count
    assert taken + len(changed.problems) == 27
    assert all(problem.why.endswith(".") for problem in changed.problems)
    assert check(closet).is_sound


def test_nothing_readable_begins_nothing(closet: Closet, tmp_path: Path) -> None:
    file = written(tmp_path / "page.jpg", b"<html></html>")
    with pytest.raises(UserError, match="is a web page"):
        intake.begin(closet, [file])
    with pytest.raises(UserError, match="There is no photo"):
        intake.begin(closet, [])
    assert intake.unfinished(closet) is None
    assert files_in(closet.photos.folder) == []


def test_the_same_bytes_come_in_once(closet: Closet, session: list[Path]) -> None:
    twin = written(session[0].parent / "IMG_1001 (1).JPG", session[0].read_bytes())
    intake_id, changed = intake.begin(closet, [session[0].parent])
    assert intake.view(closet, intake_id).photo_count == len(session)
    (problem,) = changed.problems
    assert problem.is_mild
    assert {twin.name, session[0].name} == set(
        problem.why.removesuffix(".").split(" is the same as ")
    )


def test_movies_and_notes_of_phones_are_passed_over_with_a_mild_word(
    closet: Closet, session: list[Path]
) -> None:
    folder = session[0].parent
    written(folder / "IMG_1001.MOV", b"\x00\x00\x00\x14ftypqt  ")
    written(folder / "IMG_1001.AAE", b"<?xml?>")
    written(folder / "clip.mp4", b"\x00\x00\x00\x14ftypmp42")
    written(folder / ".DS_Store", b"x")
    written(folder / ".hidden.jpg", session[0].read_bytes())
    written(folder / "Thumbs.db", b"x")
    _, changed = intake.begin(closet, [folder])
    assert {problem.name: problem.is_mild for problem in changed.problems} == {
        "IMG_1001.MOV": True,
        "clip.mp4": True,
    }
    words = {problem.name: problem.why for problem in changed.problems}
    assert "Live Photo" in words["IMG_1001.MOV"]
    assert "Live Photo" not in words["clip.mp4"]


def test_folders_are_looked_through_and_what_is_no_file_is_named(
    closet: Closet, tmp_path: Path, session: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "phone"
    shoot(folder / "100APPLE", PIECES[:1])
    shoot(folder / "101APPLE" / "more", PIECES[1:2], first=2001)
    (folder / "link.jpg").symlink_to(session[5])
    os.mkfifo(folder / "pipe.jpg")
    (folder / "closed").mkdir()
    scan = os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    intake_id, changed = intake.begin(closet, [folder])
    assert intake.view(closet, intake_id).photo_count == 5
    why = {problem.name: problem.why for problem in changed.problems}
    assert set(why) == {"link.jpg", "pipe.jpg", "closed"}
    assert "link to another file" in why["link.jpg"]
    assert "is a pipe" in why["pipe.jpg"]
    assert "cannot be opened" in why["closed"]


def test_a_photo_that_a_piece_shows_is_looked_at_too(closet: Closet, session: list[Path]) -> None:
    items.add_item(closet, ItemFacts(title="Flannel"), session[:1])
    intake.begin(closet, session[:3])
    originals = [photo.ref.sha256 for group in now(closet).groups for photo in group.photos]
    assert looks.unmeasured(closet, originals) == ()


def test_two_phones_are_put_in_order_by_time(closet: Closet, tmp_path: Path) -> None:
    from tests.sessions import BETWEEN, START

    one = shoot(tmp_path / "a", PIECES[:1], start=START + 5 * BETWEEN)
    other = shoot(tmp_path / "b", PIECES[1:2], start=START, prefix="PXL_")
    intake_id, _ = intake.begin(closet, [tmp_path / "a", tmp_path / "b"])
    names = [path.name for path in (*other, *one)]
    assert [name for group in laid(intake.view(closet, intake_id)) for name in group] == names


def test_a_pasted_picture_comes_in_too(closet: Closet, session: list[Path]) -> None:
    intake_id, _ = intake.begin(closet, session[:3])
    changed = intake.add_photos(
        closet, intake_id, [PhotoBytes("Camera 1.png", packed(noise(), "PNG"))]
    )
    assert changed.label == "Added 1 photo to Intake"
    assert intake.view(closet, intake_id).photo_count == 4


class FullAfter(Disk):
    """A disk with room for so many photos."""

    def __init__(self, photos: int) -> None:
        self.room = photos

    def sync(self, stream: BinaryIO) -> None:
        if not self.room:
            raise OSError(28, "No space left on device")
        self.room -= 1
        super().sync(stream)


def test_a_disk_that_fills_in_the_middle_keeps_what_was_stored_and_nothing_half(
    closet: Closet, session: list[Path]
) -> None:
    full = replace(closet, photos=PhotoStore(closet.photos.folder, FullAfter(4)))
    with pytest.raises(MachineError, match="The disk is full") as refused:
        intake.begin(full, session)
    kept = [name for group in laid(now(closet)) for name in group]
    assert kept == [path.name for path in session[: len(kept)]]
    assert 0 < len(kept) <= 4
    assert f"{len(kept)} photo" in refused.value.safe
    assert all("." in name and len(name) > 60 for name in files_in(closet.photos.folder))
    assert check(closet).is_sound


def test_photos_whose_rows_find_no_room_are_not_left_behind(
    closet: Closet, session: list[Path]
) -> None:
    before = files_in(closet.photos.folder)
    with pytest.raises(MachineError, match="The disk is full"):
        pipeline.Line(closet, refuse, SILENT).run(session)
    assert files_in(closet.photos.folder) == before


def refuse(_slice: object) -> None:
    raise MachineError("The disk is full.")


def test_bytes_that_are_kept_stay_when_their_double_is_not_waited_for(
    closet: Closet, session: list[Path]
) -> None:
    doubles = [photo for photo in session[:3] for _ in range(3)]
    with pytest.raises(CancelledError):
        intake.begin(closet, doubles, Steps(1, stop))
    assert laid(now(closet)) == [[session[0].name]]
    assert check(closet).is_sound


def test_resume_measures_and_groups_what_a_crash_left(closet: Closet, session: list[Path]) -> None:
    intake_id, _ = intake.begin(closet, session)
    grouped = sizes(now(closet))
    with closet.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM photo_look")
        connection.exec_driver_sql("UPDATE photo SET seam = 0")
    assert intake.resume(closet, intake_id)
    assert sizes(now(closet)) == grouped
    assert now(closet).groups[1].photos[0].seam > 0.5


def test_a_finished_intake_takes_no_more_photos(closet: Closet, session: list[Path]) -> None:
    intake_id, _ = intake.begin(closet, session[:3])
    intake.create_drafts(closet, intake_id)
    with pytest.raises(UserError, match="drafts of this intake are made"):
        intake.add_photos(closet, intake_id, session[3:])


def test_progress_has_words_for_each_stage(closet: Closet, session: list[Path]) -> None:
    said: dict[str, list[tuple[int, int]]] = {}

    class Listener:
        def step(self, done: int, total: int, words: str) -> None:
            said.setdefault(words, []).append((done, total))

    intake.begin(closet, session, Listener())
    assert {words: steps[-1] for words, steps in said.items()} == {
        "Reading photos": (10, 10),
        "Copying and looking at photos": (10, 10),
        "Grouping photos": (1, 1),
    }
