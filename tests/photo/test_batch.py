from __future__ import annotations

import errno
from pathlib import Path

import pytest

from closet_app.errors import CancelledError, MachineError
from closet_app.photo.batch import take_in_all
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import Thumbnails, ThumbSize
from tests.photo.disks import FailingDisk
from tests.photo.pictures import files_in, packed, quarters, written


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def thumbnails(tmp_path: Path, store: PhotoStore) -> Thumbnails:
    return Thumbnails(tmp_path / "thumbs", store)


class Steps:
    def __init__(self, stop_at: int = -1) -> None:
        self.seen: list[tuple[int, int]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int, words: str) -> None:
        assert words == "Adding photos"
        self.seen.append((done, total))
        if done == self.stop_at:
            raise CancelledError


def photos(count: int) -> list[Source]:
    return [PhotoBytes(f"{n}.png", packed(quarters(64 + n, 64), "PNG")) for n in range(count)]


def test_broken_files_are_named_and_the_rest_goes_on(
    store: PhotoStore, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    good = photos(6)
    broken = [tmp_path / "gone.jpg", written(tmp_path / "list.jpg", b"text"), tmp_path]
    steps = Steps()
    mixed = [good[0], broken[0], *good[1:4], broken[1], broken[2], *good[4:]]
    stored, problems = take_in_all(mixed, store, thumbnails, steps)
    assert [photo.original_name for photo in stored] == [f"{n}.png" for n in range(6)]
    assert [problem.path for problem in problems] == broken
    assert steps.seen == [(done, 9) for done in range(10)]
    assert all(thumbnails.find(photo.sha256, size=size) for photo in stored for size in ThumbSize)


def test_one_photo_many_times_is_stored_once(store: PhotoStore, thumbnails: Thumbnails) -> None:
    stored, problems = take_in_all(photos(1) * 8, store, thumbnails)
    assert problems == []
    assert sum(not photo.already_here for photo in stored) == 1
    assert store.total().photos == 1


def test_stopping_ends_between_photos_and_leaves_whole_ones(
    store: PhotoStore, thumbnails: Thumbnails
) -> None:
    with pytest.raises(CancelledError):
        take_in_all(photos(40), store, thumbnails, Steps(stop_at=2))
    assert 2 <= store.total().photos < 40
    assert len(files_in(store.folder)) == store.total().photos


def test_a_full_disk_ends_the_batch(tmp_path: Path, thumbnails: Thumbnails) -> None:
    store = PhotoStore(tmp_path / "full", FailingDisk("sync", OSError(errno.ENOSPC, "full")))
    with pytest.raises(MachineError, match="disk is full"):
        take_in_all(photos(10), store, thumbnails)
    assert files_in(store.folder) == []


def test_no_photos_are_no_work(store: PhotoStore, thumbnails: Thumbnails) -> None:
    assert take_in_all([], store, thumbnails) == ([], [])
