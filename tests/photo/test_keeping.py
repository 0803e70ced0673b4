from __future__ import annotations

import errno
from pathlib import Path

import pytest

from closet_app.errors import PhotoError
from closet_app.photo.batch import take_in_all
from closet_app.photo.disk import Disk
from closet_app.photo.keeping import Keeping
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.photo.stages import Stage, stage_of
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import Thumbnails, ThumbSize
from tests.photo.disks import FailingDisk
from tests.photo.pictures import exif, lain, packed, quarters, written
from tests.photo.samples import swatches


def keeping(folder: Path, store: PhotoStore, disk: Disk | None = None) -> Keeping:
    return Keeping(Thumbnails(folder / "thumbs", store, disk), None, swatches())


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


def photos(count: int) -> list[Source]:
    return [PhotoBytes(f"{n}.png", packed(quarters(64 + n, 64), "PNG")) for n in range(count)]


def test_one_decode_gives_thumbnails_and_measures(store: PhotoStore, tmp_path: Path) -> None:
    keeper = keeping(tmp_path, store)
    sideways = packed(lain(6, 1600, 1200), exif=exif(6))
    (stored,), problems = take_in_all([PhotoBytes("one.jpg", sideways)], store, keeper)
    assert problems == []
    measures = keeper.measured[stored.sha256].measures
    assert measures.quality.shortest == min(stored.width, stored.height) == 1200
    thumbnails = Thumbnails(tmp_path / "thumbs", store)
    assert all(thumbnails.find(stored.sha256, size=size) for size in ThumbSize)


def test_every_fresh_photo_is_measured_and_those_held_already_are_not(
    store: PhotoStore, tmp_path: Path
) -> None:
    first, second = keeping(tmp_path, store), keeping(tmp_path, store)
    early, _ = take_in_all(photos(3), store, first)
    stored, _ = take_in_all(photos(6), store, second)
    assert set(first.measured) == {photo.sha256 for photo in early}
    assert set(second.measured) == {photo.sha256 for photo in stored if not photo.already_here}
    assert len(second.measured) == 3


def test_a_disk_without_room_for_thumbnails_costs_no_measures(
    store: PhotoStore, tmp_path: Path
) -> None:
    keeper = keeping(tmp_path, store, FailingDisk("create", OSError(errno.ENOSPC, "full")))
    stored, problems = take_in_all(photos(2), store, keeper)
    assert problems == []
    assert set(keeper.measured) == set(keeper.refused) == {photo.sha256 for photo in stored}
    assert {stage_of(error) for error in keeper.refused.values()} == {Stage.THUMBNAILS}


@pytest.mark.parametrize(
    ("data", "stage"),
    [(None, Stage.READ), (b"", Stage.READ), (b"hello", Stage.READ)],
    ids=["gone", "empty", "no photo"],
)
def test_a_refusal_while_reading_says_so(
    store: PhotoStore, tmp_path: Path, data: bytes | None, stage: Stage
) -> None:
    path = tmp_path / "photo.jpg"
    if data is not None:
        written(path, data)
    with pytest.raises(PhotoError) as refused:
        store.take_in(path)
    assert stage_of(refused.value) is stage


def test_a_cut_photo_is_refused_when_it_is_decoded(store: PhotoStore, tmp_path: Path) -> None:
    _, (problem,) = take_in_all(
        [PhotoBytes("cut.jpg", packed(quarters())[:-90])], store, keeping(tmp_path, store)
    )
    assert stage_of(problem) is Stage.UPRIGHT
    assert stage_of(PhotoError(tmp_path, "From elsewhere.")) is None
