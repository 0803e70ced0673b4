from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest
from PIL import Image

from closet_app.errors import MachineError, NotFoundError, PhotoError
from closet_app.photo import sources
from closet_app.photo.sources import PhotoBytes
from closet_app.photo.store import PhotoHealth, PhotoStore
from closet_app.photo.thumbnails import Thumbnails
from tests.photo.disks import FailingDisk, GrowingSource
from tests.photo.pictures import HEIC, exif, files_in, noise, packed, quarters, written

PHOTO = packed(quarters(), exif=exif(6, taken="2025:11:22 10:15:26"))
SHA256 = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "closet" / "photos")


def test_an_original_is_kept_byte_for_byte_under_its_hash(
    store: PhotoStore, tmp_path: Path
) -> None:
    stored = store.take_in(written(tmp_path / "IMG 1.png", PHOTO))
    assert store.path_of(SHA256) == store.folder / SHA256[:2] / f"{SHA256}.jpg"
    assert store.path_of(SHA256).read_bytes() == PHOTO
    assert (stored.sha256, stored.extension, stored.format) == (SHA256, "jpg", "JPEG")
    assert (stored.width, stored.height, stored.bytes) == (64, 96, len(PHOTO))
    assert (stored.original_name, stored.already_here) == ("IMG 1.png", False)
    assert stored.taken_at is not None
    assert files_in(store.folder) == [f"{SHA256}.jpg"]


def test_a_stored_photo_names_its_camera(store: PhotoStore) -> None:
    data = exif()
    data[0x010F], data[0x0110] = "Google", "Pixel 7"
    stored = store.take_in(PhotoBytes("one.jpg", packed(quarters(), exif=data)))
    assert stored.camera == "Google Pixel 7"
    assert store.take_in(PhotoBytes("two.jpg", PHOTO)).camera == ""


def test_pasted_bytes_are_stored_like_a_file(store: PhotoStore) -> None:
    stored = store.take_in(PhotoBytes("pasted.jpg", PHOTO))
    assert (stored.sha256, stored.original_name) == (SHA256, "pasted.jpg")


def test_the_same_photo_twice_is_one_file(store: PhotoStore, tmp_path: Path) -> None:
    first = store.take_in(written(tmp_path / "one.jpg", PHOTO))
    again = store.take_in(written(tmp_path / "two.jpg", PHOTO))
    assert (first.already_here, again.already_here) == (False, True)
    assert (again.width, again.height, again.original_name) == (64, 96, "two.jpg")
    assert files_in(store.folder) == [f"{SHA256}.jpg"]


def test_a_damaged_original_is_made_good_by_the_same_photo(store: PhotoStore) -> None:
    store.take_in(PhotoBytes("one.jpg", PHOTO))
    store.path_of(SHA256).write_bytes(PHOTO[:-9])
    assert store.verify(SHA256) is PhotoHealth.DAMAGED
    assert not store.take_in(PhotoBytes("one.jpg", PHOTO)).already_here
    assert store.verify(SHA256) is PhotoHealth.SOUND


def test_a_missing_original_is_said_to_be_missing(store: PhotoStore) -> None:
    assert store.verify(SHA256) is PhotoHealth.MISSING
    with pytest.raises(NotFoundError, match="missing from its folder"):
        store.path_of(SHA256)
    with pytest.raises(NotFoundError):
        store.open(SHA256)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that is closed")
def test_an_original_that_cannot_be_read_is_damaged(store: PhotoStore) -> None:
    store.take_in(PhotoBytes("one.jpg", PHOTO))
    store.path_of(SHA256).chmod(0)
    assert store.verify(SHA256) is PhotoHealth.DAMAGED


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PHOTO[:-50], "only part of this photo"),
        (b"%PDF-1.7" + bytes(500), "a PDF document"),
        (b"hello", "is not a photo"),
        (b"", "is empty"),
    ],
)
def test_nothing_of_a_refused_file_stays(
    store: PhotoStore, tmp_path: Path, data: bytes, words: str
) -> None:
    with pytest.raises(PhotoError, match=words):
        store.take_in(written(tmp_path / "IMG_1.jpg", data))
    assert files_in(store.folder) == []


def test_links_folders_and_missing_files_are_refused(store: PhotoStore, tmp_path: Path) -> None:
    real = written(tmp_path / "real.jpg", PHOTO)
    with pytest.raises(PhotoError, match="is a folder"):
        store.take_in(tmp_path)
    with pytest.raises(PhotoError, match="cannot be read"):
        store.take_in(tmp_path / "gone.jpg")
    with pytest.raises(PhotoError, match="cannot be read"):
        store.take_in(Path("nul\0byte.jpg"))
    link = tmp_path / "link.jpg"
    link.symlink_to(real)
    with pytest.raises(PhotoError, match="is a link to another file"):
        store.take_in(link)
    assert files_in(store.folder) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_sockets_and_devices_are_refused_without_waiting(
    store: PhotoStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(PhotoError, match="is a pipe"):
        store.take_in(tmp_path / "pipe.jpg")
    with pytest.raises(PhotoError, match="is a device"):
        store.take_in(Path("/dev/zero"))
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("sock.jpg")
        with pytest.raises(PhotoError, match="is a socket"):
            store.take_in(Path("sock.jpg"))


def test_a_file_of_gigabytes_is_refused_before_it_is_copied(
    store: PhotoStore, tmp_path: Path
) -> None:
    sparse = written(tmp_path / "huge.jpg", PHOTO)
    with sparse.open("r+b") as stream:
        stream.truncate(sources.LARGEST_FILE + 1)
    with pytest.raises(PhotoError, match="up to 1 GB are taken"):
        store.take_in(sparse)
    assert not store.folder.exists()


def test_a_file_that_is_still_being_written_is_refused(tmp_path: Path) -> None:
    source = written(tmp_path / "arriving.jpg", PHOTO)
    store = PhotoStore(tmp_path / "photos", GrowingSource(source))
    with pytest.raises(PhotoError, match="still being written"):
        store.take_in(source)
    assert files_in(store.folder) == []


STEPS = ["create", "write", "sync", "move", "sync_folder"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "may not write"),
        (errno.EROFS, "may not write"),
        (errno.EIO, "reports an error"),
    ],
)
def test_a_refusing_disk_leaves_nothing_behind(
    tmp_path: Path, step: str, number: int, words: str
) -> None:
    store = PhotoStore(tmp_path, FailingDisk(step, OSError(number, os.strerror(number))))
    with pytest.raises(MachineError, match=words) as caught:
        store.take_in(PhotoBytes("one.jpg", PHOTO))
    assert caught.value.safe == "Nothing was stored."
    assert caught.value.remedy
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("step", STEPS)
def test_a_break_at_any_step_leaves_nothing_behind(tmp_path: Path, step: str) -> None:
    store = PhotoStore(tmp_path, FailingDisk(step, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        store.take_in(PhotoBytes("one.jpg", PHOTO))
    assert files_in(tmp_path) == []


def test_the_bytes_are_on_the_disk_before_the_name(tmp_path: Path) -> None:
    calls: list[str] = []

    class Recording(FailingDisk):
        def _maybe_fail(self, call: str) -> None:
            calls.append(call)

    PhotoStore(tmp_path, Recording("", OSError())).take_in(PhotoBytes("one.jpg", PHOTO))
    assert calls == ["create", "write", "sync", "move", "sync_folder", "sync_folder"]


def test_a_full_disk_for_thumbnails_does_not_lose_the_photo(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path / "photos")
    full = FailingDisk("write", OSError(errno.ENOSPC, "full"))
    stored = store.take_in(
        PhotoBytes("one.jpg", PHOTO), Thumbnails(tmp_path / "thumbs", store, full)
    )
    assert store.verify(stored.sha256) is PhotoHealth.SOUND
    assert files_in(tmp_path / "thumbs") == []


def test_strays_are_moved_and_never_deleted(store: PhotoStore, tmp_path: Path) -> None:
    kept = store.take_in(PhotoBytes("kept.jpg", PHOTO)).sha256
    stray = store.take_in(PhotoBytes("stray.png", packed(noise(), "PNG"))).sha256
    written(store.folder / f".{'0a1b' * 8}.part", b"half a copy")
    written(store.folder / ".0a1b.part", b"half a download")
    written(store.folder / "holiday.jpg", b"put here by hand")
    written(store.folder / ".DS_Store", b"finder")
    found = tmp_path / "Found photos"
    moved = store.sweep({kept}, found)
    assert files_in(found) == sorted(["0a1b.part", "holiday.jpg", f"{stray}.png"])
    assert sorted(path.name for path in moved) == files_in(found)
    assert files_in(store.folder) == [".DS_Store", f"{kept}.jpg"]
    assert store.sweep({kept}, found) == ()


def test_a_stray_never_replaces_what_was_found_before(store: PhotoStore, tmp_path: Path) -> None:
    for text in (b"first", b"second"):
        written(store.folder / "Holiday.jpg", text)
        store.sweep(set(), tmp_path / "found")
    assert files_in(tmp_path / "found") == ["Holiday (2).jpg", "Holiday.jpg"]
    assert (tmp_path / "found" / "Holiday.jpg").read_bytes() == b"first"


def test_the_total_counts_originals_alone(store: PhotoStore) -> None:
    assert store.total().photos == 0
    store.take_in(PhotoBytes("one.jpg", PHOTO))
    store.take_in(HEIC)
    written(store.folder / "notes.txt", b"mine")
    total = store.total()
    assert (total.photos, total.bytes) == (2, len(PHOTO) + HEIC.stat().st_size)
    assert list(store.held()) == sorted([SHA256, hashlib.sha256(HEIC.read_bytes()).hexdigest()])
    with store.open(SHA256) as stream, Image.open(stream) as image:
        assert image.size == (96, 64)
