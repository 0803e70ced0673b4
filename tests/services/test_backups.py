from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from closet_app.db.engine import DATABASE_NAME
from closet_app.errors import (
    CancelledError,
    ClosetBusyError,
    MachineError,
    UserError,
)
from closet_app.paths import resources
from closet_app.services import backups, gallery, history, pieces
from closet_app.services.backup_seal import UNSEALED, seal
from closet_app.services.clock import Clock, fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import open_closet
from tests.closets import TODAY, new_closet
from tests.services.backup_files import (
    made,
    made_once,
    pack,
    require_refused,
    shop,
    unpacked,
    whole,
)
from tests.stopping import StopsAfter

__all__ = ["made", "made_once", "shop"]


def test_a_backup_brings_everything_back(made: Path, tmp_path: Path) -> None:
    restored = backups.restore(made, tmp_path / "again")
    again = open_closet(tmp_path / "again", resources(), fixed_clock(TODAY))
    assert (restored.photos, restored.problems) == (2, ())
    assert [piece.facts.title for piece in pieces.pieces(again, [1, 2])] == [
        "dress-01.jpg",
        "dress-02.jpg",
    ]
    assert gallery.counts(again).to_pack == 1
    assert history.undo_words(again) == "Marked 1 item sold"
    assert backups.check(again).is_sound
    again.close()


def test_a_backup_is_an_ordinary_zip_without_anything_of_this_computer(made: Path) -> None:
    files = unpacked(made)
    assert {name.split("/")[0] for name in files} == {"closet.db", "manifest.json", "photos"}
    assert str(made.parent).encode() not in files["manifest.json"]


def test_the_backup_is_remembered_and_no_scraps_stay(shop: Closet, tmp_path: Path) -> None:
    done = backups.backup(shop, tmp_path / "shop.zip")
    assert backups.last_backup(shop) == shop.clock.now()
    assert done.bytes == (tmp_path / "shop.zip").stat().st_size
    assert {path.name for path in tmp_path.iterdir()} == {"closet", "shop.zip"}


def test_any_changed_byte_is_found(made: Path) -> None:
    data = made.read_bytes()
    step = max(1, len(data) // 90)
    for at in {*range(0, len(data), step), *range(len(data) - 100, len(data))}:
        made.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        with pytest.raises(UserError):
            backups.verify(made)
    made.write_bytes(data)
    backups.verify(made)


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.999])
def test_a_backup_cut_short_is_refused(made: Path, tmp_path: Path, share: float) -> None:
    data = made.read_bytes()
    made.write_bytes(data[: int(len(data) * share)])
    assert "Nothing was restored." in require_refused(made, tmp_path / "again")


def test_a_photo_that_is_not_in_the_backup_is_named(made: Path, tmp_path: Path) -> None:
    files = whole(unpacked(made))
    photo = next(name for name in files if name.startswith("photos/"))
    del files[photo]
    found = backups.restore(pack(tmp_path / "less.zip", files), tmp_path / "again")
    assert [each.name for each in found.problems] == [Path(photo).stem]


def test_a_closet_is_never_restored_over(made: Path, tmp_path: Path) -> None:
    before = (tmp_path / "closet" / DATABASE_NAME).read_bytes()
    assert "already" in require_refused(made, tmp_path / "closet")
    assert (tmp_path / "closet" / DATABASE_NAME).read_bytes() == before


def test_a_folder_of_other_files_is_refused_and_an_empty_one_is_not(
    made: Path, tmp_path: Path
) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "taxes.txt").write_text("mine")
    (empty / ".DS_Store").write_text("")
    require_refused(made, full)
    assert backups.restore(made, empty).folder == empty
    assert (empty / DATABASE_NAME).is_file()


def test_a_stopped_restore_leaves_nothing(made: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CancelledError):
        backups.restore(made, tmp_path / "again", StopsAfter(2))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_stopped_backup_leaves_the_older_one(shop: Closet, tmp_path: Path) -> None:
    target = tmp_path / "shop.zip"
    backups.backup(shop, target)
    older = target.read_bytes()
    with pytest.raises(CancelledError):
        backups.backup(shop, target, StopsAfter(1))
    assert target.read_bytes() == older
    assert {path.name for path in tmp_path.iterdir()} == {"closet", "shop.zip"}


def test_a_backup_that_cannot_be_written_is_said(shop: Closet, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"shop\.zip"):
        backups.backup(shop, tmp_path / "nowhere" / "shop.zip")


def test_what_is_no_backup_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.zip").write_text("not a zip at all, but long enough for a seal" * 5)
    require_refused(tmp_path / "note.zip", tmp_path / "again")
    require_refused(tmp_path, tmp_path / "again" / "deep")
    require_refused(tmp_path / "missing.zip", tmp_path / "again")


def test_an_archive_that_only_carries_the_seal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    path.write_bytes(b"PK\x05\x06" + b"\xff" * 40 + UNSEALED)
    seal(path)
    require_refused(path, tmp_path / "again")


def test_found_photos_go_along(shop: Closet, tmp_path: Path) -> None:
    found = shop.folder / "Found photos"
    found.mkdir()
    (found / "a:b.jpg").write_bytes(b"one")
    (found / "a-b.jpg").write_bytes(b"two")
    backups.backup(shop, tmp_path / "shop.zip")
    backups.restore(tmp_path / "shop.zip", tmp_path / "again")
    back = sorted(path.read_bytes() for path in (tmp_path / "again" / "Found photos").iterdir())
    assert back == [b"one", b"two"]


def test_the_day_is_copied_once_and_seven_days_are_kept(tmp_path: Path) -> None:
    day = [fixed_clock(TODAY).now()]
    closet = new_closet(tmp_path / "closet", Clock(lambda: day[0]))
    for _ in range(9):
        assert backups.daily(closet) is not None
        assert backups.daily(closet) is None
        day[0] += timedelta(days=1)
    kept = sorted(path.name for path in (closet.folder / "backups").iterdir())
    assert len(kept) == 7
    assert kept[-1] == "closet-2026-11-30.db"
    assert backups.last_backup(closet) == day[0] - timedelta(days=1)
    closet.close()


def test_a_restored_closet_is_locked_like_any_other(made: Path, tmp_path: Path) -> None:
    backups.restore(made, tmp_path / "again")
    first = open_closet(tmp_path / "again", resources())
    with pytest.raises(ClosetBusyError):
        open_closet(tmp_path / "again", resources())
    first.close()
    stored = list((tmp_path / "again" / "photos").rglob("*.jpg"))
    assert len(stored) == 2
