"""Labels and parcel photos kept with orders: stored safely, backed up, checked, undone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path
from typing import BinaryIO

import pytest
from pypdf import PdfReader

from closet_app.errors import InvalidValueError, MachineError, NotFoundError, PhotoError
from closet_app.paths import resources
from closet_app.photo.disk import Disk
from closet_app.services import history, order_files
from closet_app.services.backups import backup, restore
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.file_store import FileStore
from closet_app.services.opening import FOUND, open_closet, set_strays_aside
from closet_app.services.order_files import attach_label, attach_parcel_photo, labels_of
from closet_app.services.pack_station import to_pack
from tests.closets import PHOTOS, add, sell
from tests.db.samples import dump
from tests.printing.label_drawings import LAYOUTS, NAME, page

UPPER_LEFT = LAYOUTS["upper left of Letter"]
PHOTO = next(PHOTOS.glob("img-*.jpg"))


@pytest.fixture
def order_id(closet: Closet) -> int:
    """An order that waits to be packed."""
    return sell(closet, [add(closet)], ["20"])


@pytest.fixture
def label(tmp_path: Path) -> Path:
    """A label as it was downloaded."""
    path = tmp_path / "label (1).pdf"
    path.write_bytes(UPPER_LEFT)
    return path


def stored(closet: Closet) -> list[str]:
    """What lies in the folder of order files."""
    return [path.name for path in closet.files.files()]


def test_a_label_is_kept_with_its_order_and_cut_when_it_is_printed(
    closet: Closet, order_id: int, label: Path, tmp_path: Path
) -> None:
    changed = attach_label(closet, order_id, label)
    (kept,) = labels_of(closet, order_id)
    assert (kept.name, kept.extension, kept.size_bytes) == ("label (1).pdf", "pdf", len(UPPER_LEFT))
    assert to_pack(closet).orders[0].labels == (kept,)
    assert changed.orders == {order_id}
    assert not changed.problems
    assert order_files.read_file(closet, kept.id) == UPPER_LEFT
    assert label.read_bytes() == UPPER_LEFT
    out = tmp_path / "out.pdf"
    out.write_bytes(order_files.label_pages(closet, order_id))
    (made,) = PdfReader(out).pages
    assert (made.mediabox.width, made.mediabox.height) == (288, 432)
    assert NAME in made.extract_text()


def test_all_labels_of_an_order_come_out_together(
    closet: Closet, order_id: int, tmp_path: Path
) -> None:
    for number, name in enumerate(("4 × 6", "half a sheet")):
        order_files.attach_label_bytes(closet, order_id, f"{number}.pdf", LAYOUTS[name])
    out = tmp_path / "out.pdf"
    out.write_bytes(order_files.label_pages(closet, order_id))
    assert len(PdfReader(out).pages) == 2


def test_the_same_label_twice_is_one(closet: Closet, order_id: int, label: Path) -> None:
    attach_label(closet, order_id, label)
    attach_label(closet, order_id, label)
    assert len(labels_of(closet, order_id)) == 1
    assert len(stored(closet)) == 1


def test_a_page_without_a_label_is_told(closet: Closet, order_id: int, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(page(lambda canvas: canvas.drawString(90, 90, "hello")))
    (problem,) = attach_label(closet, order_id, path).problems
    assert problem.is_mild
    assert "No label was seen on page 1" in problem.why


def test_undo_takes_a_label_off_and_redo_and_removing_keep_its_file(
    closet: Closet, order_id: int, label: Path
) -> None:
    before = dump(closet.database, "order_file")
    attach_label(closet, order_id, label)
    after = dump(closet.database, "order_file")
    history.undo(closet)
    assert dump(closet.database, "order_file") == before
    assert set_strays_aside(closet) == ()
    history.redo(closet)
    assert dump(closet.database, "order_file") == after
    order_files.remove_file(closet, labels_of(closet, order_id)[0].id)
    assert labels_of(closet, order_id) == ()
    assert set_strays_aside(closet) == ()
    history.undo(closet)
    assert order_files.label_pages(closet, order_id)


def test_an_order_without_a_label_says_so(closet: Closet, order_id: int) -> None:
    with pytest.raises(NotFoundError, match="has no label file"):
        order_files.label_pages(closet, order_id)
    with pytest.raises(NotFoundError):
        order_files.attach_label_bytes(closet, 999, "a.pdf", UPPER_LEFT)
    assert stored(closet) == []


def folder(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    path.symlink_to(PHOTO)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nothing(_path: Path) -> None:
    """There is no such file."""


def filled(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (folder, "cannot be read|is no file"),
        (link, "cannot be read"),
        (pipe, "is no file"),
        (nothing, "cannot be read"),
        (filled(b""), "is empty"),
        (filled(b"hello"), "is no PDF, PNG or JPEG file"),
        (filled(b"%PDF-1.4 nothing"), "damaged"),
        (filled(b"%PDF" + bytes(20_000_000)), "is larger than 20 MB"),
    ],
)
def test_what_is_no_label_is_refused_and_leaves_nothing(
    closet: Closet,
    order_id: int,
    tmp_path: Path,
    make: Callable[[Path], object],
    said: str,
) -> None:
    path = tmp_path / "label.pdf"
    make(path)
    with pytest.raises(InvalidValueError, match=said):
        attach_label(closet, order_id, path)
    assert stored(closet) == []
    assert labels_of(closet, order_id) == ()


def test_hostile_names_are_made_harmless(closet: Closet, order_id: int) -> None:
    name = "../../\x00etc/pass\u202ewd<b>.pdf"
    order_files.attach_label_bytes(closet, order_id, name, UPPER_LEFT)
    (kept,) = labels_of(closet, order_id)
    assert not set(kept.name) & set('/\\<>"\x00\u202e')


def test_a_parcel_photo_is_kept_as_proof(closet: Closet, order_id: int) -> None:
    attach_parcel_photo(closet, order_id, PHOTO)
    (kept,) = order_files.parcel_photos_of(closet, order_id)
    assert order_files.path_of(closet, kept).read_bytes() == PHOTO.read_bytes()
    assert order_files.read_file(closet, kept.id) == PHOTO.read_bytes()
    assert order_files.picture_of(closet, kept).is_file()
    assert set_strays_aside(closet) == ()
    assert check(closet).is_sound
    with pytest.raises(PhotoError):
        attach_parcel_photo(closet, order_id, PHOTO.parent / "none.jpg")


def test_files_that_belong_to_no_order_are_set_aside(
    closet: Closet, order_id: int, label: Path
) -> None:
    attach_label(closet, order_id, label)
    closet.files.put(b"stray", "pdf")
    (closet.folder / "files" / "half.part").write_bytes(b"x")
    assert {path.parent.name for path in set_strays_aside(closet)} == {FOUND}
    assert len(stored(closet)) == 1
    assert order_files.label_pages(closet, order_id)


def test_check_names_files_that_are_missing_damaged_or_strays(
    closet: Closet, order_id: int, label: Path
) -> None:
    attach_label(closet, order_id, label)
    assert check(closet).is_sound
    kept = order_files.path_of(closet, labels_of(closet, order_id)[0])
    kept.write_bytes(b"changed")
    (closet.folder / "files" / "note.txt").write_bytes(b"x")
    assert {each.kind for each in check(closet).problems} == {"file_damaged", "file_stray"}
    with pytest.raises(MachineError, match="damaged"):
        order_files.label_pages(closet, order_id)
    kept.unlink()
    assert {each.kind for each in check(closet).problems} == {"file_missing", "file_stray"}
    with pytest.raises(NotFoundError, match="missing"):
        order_files.label_pages(closet, order_id)
    attach_label(closet, order_id, label)
    assert order_files.label_pages(closet, order_id)


def test_a_backup_holds_the_files_and_a_restored_closet_prints_them(
    closet: Closet, order_id: int, label: Path, tmp_path: Path
) -> None:
    attach_label(closet, order_id, label)
    attach_parcel_photo(closet, order_id, PHOTO)
    backup(closet, tmp_path / "all.zip")
    home = tmp_path / "again"
    assert restore(tmp_path / "all.zip", home).problems == ()
    again = open_closet(home, resources())
    assert order_files.label_pages(again, order_id) == order_files.label_pages(closet, order_id)
    assert check(again).is_sound
    again.close()


def test_a_restored_closet_names_the_files_that_were_gone(
    closet: Closet, order_id: int, label: Path, tmp_path: Path
) -> None:
    attach_label(closet, order_id, label)
    shutil.rmtree(closet.folder / "files")
    backup(closet, tmp_path / "all.zip")
    (problem,) = restore(tmp_path / "all.zip", tmp_path / "again").problems
    assert problem.why == "This file of an order is not in the backup."


class Full(Disk):
    """A disk that has room for a few bytes only."""

    def write(self, stream: BinaryIO, block: bytes) -> None:
        super().write(stream, block[:10])
        raise OSError(ENOSPC, "No space left on device")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files", Full())
    with pytest.raises(MachineError, match="disk is full"):
        store.put(UPPER_LEFT, "pdf")
    assert list((tmp_path / "files").rglob("*")) == []
