from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from closet_app.db.engine import DATABASE_NAME
from closet_app.db.schema import SCHEMA_VERSION
from closet_app.errors import (
    MachineError,
    NewerClosetError,
)
from closet_app.services import backups
from closet_app.services.backup_seal import UNSEALED, seal
from tests.services.backup_files import (
    Files,
    made,
    made_once,
    pack,
    require_refused,
    shop,
    unpacked,
    whole,
)

__all__ = ["made", "made_once", "shop"]


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt", "/outside.txt", "C:/outside.txt", "photos\\..\\x", "photos/../x",
        "photos/ab/note.txt", "thumbs/x.jpg", "closet.lock", "photos//x", "closet.db/",
        "Found photos/../../x", "Found photos/con", "photos/aa/" + "b" * 64 + ".jpg",
    ],
)  # fmt: skip
def test_a_file_that_does_not_belong_in_a_backup_is_refused(
    made: Path, tmp_path: Path, name: str
) -> None:
    evil = pack(tmp_path / "evil.zip", {**whole(unpacked(made)), name: b"x"})
    require_refused(evil, tmp_path / "again")


def rewritten(made: Path, target: Path, change: Callable[[ZipInfo], None]) -> Path:
    """The same members with one property of the last photo changed, and sealed again."""
    with ZipFile(made) as source, ZipFile(target, "w") as archive:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.startswith("photos/"):
                change(info)
            archive.writestr(info, data)
        archive.comment = UNSEALED
    seal(target)
    return target


def as_link(info: ZipInfo) -> None:
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


def as_device(info: ZipInfo) -> None:
    info.external_attr = (stat.S_IFCHR | 0o666) << 16


def as_root(info: ZipInfo) -> None:
    info.external_attr = (stat.S_IFREG | stat.S_ISUID | 0o755) << 16


def packed_otherwise(info: ZipInfo) -> None:
    info.compress_type = ZIP_LZMA


@pytest.mark.parametrize("change", [as_link, as_device, as_root, packed_otherwise])
def test_what_is_no_plain_file_is_refused(
    made: Path, tmp_path: Path, change: Callable[[ZipInfo], None]
) -> None:
    evil = rewritten(made, tmp_path / "evil.zip", change)
    require_refused(evil, tmp_path / "again")


def test_an_encrypted_backup_is_refused(made: Path, tmp_path: Path) -> None:
    data = bytearray(made.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    made.write_bytes(bytes(data))
    seal(made)
    assert "encrypted" in require_refused(made, tmp_path / "again")


def test_two_files_of_one_name_are_refused(made: Path, tmp_path: Path) -> None:
    found = {**whole(unpacked(made)), "Found photos/a.jpg": b"1", "Found photos/A.JPG": b"2"}
    words = require_refused(pack(tmp_path / "evil.zip", found), tmp_path / "again")
    assert "same name" in words


def test_files_that_lie_over_each_other_are_refused(made: Path, tmp_path: Path) -> None:
    data = bytearray(made.read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    made.write_bytes(bytes(data))
    seal(made)
    require_refused(made, tmp_path / "again")


def test_a_list_that_names_other_files_is_refused(made: Path, tmp_path: Path) -> None:
    files = whole(unpacked(made))
    target = pack(tmp_path / "evil.zip", files)
    listed = json.loads(unpacked(target)["manifest.json"])["files"]
    for wrong in (listed[1:], [*listed, listed[0]], [{**listed[0], "size": 1}, *listed[1:]]):
        pack(target, files, files=wrong)
        assert "its list" in require_refused(target, tmp_path / "again")


def test_a_file_other_than_its_list_says_is_refused(made: Path, tmp_path: Path) -> None:
    files = whole(unpacked(made))
    target = pack(tmp_path / "evil.zip", files)
    listed = json.loads(unpacked(target)["manifest.json"])["files"]
    pack(target, files, files=[{**listed[0], "sha256": "0" * 64}, *listed[1:]])
    assert "not what it was" in require_refused(target, tmp_path / "again")


@pytest.mark.parametrize(
    "facts",
    [
        {"format": "other"}, {"format_version": 99}, {"files": "x"}, {"files": [{"name": 1}]},
        {"files": [{"name": "closet.db", "size": -1, "sha256": ""}]}, {"schema": None},
    ],
)  # fmt: skip
def test_a_list_that_makes_no_sense_is_refused(
    made: Path, tmp_path: Path, facts: dict[str, Any]
) -> None:
    evil = pack(tmp_path / "evil.zip", whole(unpacked(made)), **facts)
    require_refused(evil, tmp_path / "again")


def test_a_backup_without_a_closet_is_refused(tmp_path: Path) -> None:
    empty = pack(tmp_path / "evil.zip", {})
    assert "no closet" in require_refused(empty, tmp_path / "again")


def test_a_file_longer_than_it_claims_is_never_unpacked(made: Path, tmp_path: Path) -> None:
    files = {**whole(unpacked(made)), "Found photos/big": b"\0" * 5_000_000}
    target = tmp_path / "evil.zip"
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        listed = [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in {**files, "Found photos/big": b"\0" * 10}.items()
        ]
        facts = {"format": "closet backup", "format_version": 1, "made_at": "", "version": ""}
        archive.writestr("manifest.json", json.dumps({**facts, "schema": 1, "files": listed}))
        archive.comment = UNSEALED
    lied = bytearray(target.read_bytes())
    for mark, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = lied.index(b"Found photos/big", 0 if mark == b"PK\x03\x04" else lied.index(mark))
        head = lied.rindex(mark, 0, at)
        lied[head + size_at : head + size_at + 4] = (10).to_bytes(4, "little")
    target.write_bytes(bytes(lied))
    seal(target)
    require_refused(target, tmp_path / "again")


def test_what_needs_more_room_than_there_is_is_refused_before_unpacking(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    little = shutil.disk_usage(tmp_path)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: little)
    with pytest.raises(MachineError, match="Free some room"):
        backups.restore(made, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def database_with(files: Files, folder: Path, *statements: str) -> Files:
    """The same backup with a database that was changed by hand."""
    path = folder / "changed.db"
    path.write_bytes(files[DATABASE_NAME])
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return {**whole(files), DATABASE_NAME: path.read_bytes()}


def test_a_backup_of_a_newer_closet_is_refused(made: Path, tmp_path: Path) -> None:
    newer = f"PRAGMA user_version = {SCHEMA_VERSION + 1}"
    target = pack(tmp_path / "new.zip", database_with(unpacked(made), tmp_path, newer))
    with pytest.raises(NewerClosetError):
        backups.restore(target, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_database_with_instructions_of_others_is_refused(made: Path, tmp_path: Path) -> None:
    evil = "CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM item; END"
    target = pack(tmp_path / "evil.zip", database_with(unpacked(made), tmp_path, evil))
    with pytest.raises(MachineError):
        backups.restore(target, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_damaged_database_is_refused_though_its_list_is_right(made: Path, tmp_path: Path) -> None:
    files = whole(unpacked(made))
    data = bytearray(files[DATABASE_NAME])
    data[5_000:9_000] = b"\xff" * 4_000
    target = pack(tmp_path / "bad.zip", {**files, DATABASE_NAME: bytes(data)})
    with pytest.raises(MachineError):
        backups.restore(target, tmp_path / "again")
    assert not (tmp_path / "again").exists()
