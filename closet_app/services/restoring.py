"""A backup checked byte by byte and unpacked into a folder of its own, or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

from closet_app.db.check import check_database
from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.files import sync_folder
from closet_app.db.photos import order_file_names, photo_names
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import DamagedClosetError, MachineError, UserError
from closet_app.exchange.safe_files import unwritable
from closet_app.services.backup_members import (
    Manifest,
    Member,
    RefusedError,
    read_manifest,
    require_harmless,
    require_listed,
)
from closet_app.services.backup_seal import BLOCK, is_sealed
from closet_app.services.changed import Problem
from closet_app.services.closet import is_closet, make_folders
from closet_app.wording import say_bytes, tr

SERIOUS = frozenset({"damage", "reference", "schema"})
"""Kinds of problems that make a database no closet to go on with."""
SPARE = 64 << 20
"""Bytes that stay free on the disk beside what is unpacked."""
_OF_THE_SYSTEM = frozenset({".DS_Store", "desktop.ini", "Thumbs.db", ".localized"})


@dataclass(frozen=True, slots=True)
class Restored:
    """A closet unpacked from a backup, and the photos it names that were missing or damaged."""

    folder: Path
    photos: int
    problems: tuple[Problem, ...]


def verify(backup: Path, progress: Progress = SILENT) -> Manifest:
    """Read every byte of a backup and compare it with what it was when it was made.

    Raises UserError when a single one differs or it holds what no backup holds, MachineError
    when it cannot be read, CancelledError.
    """
    with _trusted(backup, progress) as (archive, manifest):
        for done, member in enumerate(manifest.files):
            progress.step(done, len(manifest.files), tr("Checking the backup"))
            for _ in _blocks(archive, member):
                pass
    return manifest


def restore(backup: Path, folder: Path, progress: Progress = SILENT) -> Restored:
    """Unpack a backup into `folder`, which is empty or not there yet; older ones are migrated.

    Everything is checked before the folder gets its name. Raises UserError for a backup that
    cannot be trusted and a folder that holds anything, NewerClosetError, DamagedClosetError,
    MachineError, CancelledError; nothing is left behind then.
    """
    home = folder.absolute()
    _require_free(home)
    with _trusted(backup, progress) as (archive, manifest):
        _require_room(home, manifest)
        with _folder_beside(home) as making:
            for done, member in enumerate(manifest.files):
                progress.step(done, len(manifest.files), tr("Unpacking the backup"))
                _unpack(archive, member, making)
            problems = _proven(making)
            make_folders(making)
            _put_in_place(making, home)
    photos = sum(each.name.startswith("photos/") for each in manifest.files)
    return Restored(home, photos, problems)


@contextmanager
def _trusted(backup: Path, progress: Progress) -> Iterator[tuple[ZipFile, Manifest]]:
    """The archive and its manifest, after the seal and every member were found in order."""
    with _refusals_told(backup):
        if not backup.is_file():
            raise RefusedError(tr("It is no file."))
        if not is_sealed(backup, progress, tr("Reading the backup")):
            raise RefusedError(tr("It was changed, cut short, or not made by Closet."))
        with ZipFile(backup) as archive:
            members = require_harmless(archive)
            manifest = read_manifest(archive)
            require_listed(members, manifest)
            yield archive, manifest


@contextmanager
def _refusals_told(backup: Path) -> Iterator[None]:
    try:
        yield
    except RefusedError as why:
        raise _refused(backup, str(why)) from why
    except (
        BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
        ValueError, OverflowError,
    ) as error:  # fmt: skip
        raise _refused(backup, tr("It cannot be unpacked.")) from error
    except OSError as error:
        raise MachineError(
            tr("{name} cannot be read.").format(name=backup.name),
            safe=tr("Nothing was restored."),
            remedy=tr("Is its disk plugged in? Copy the backup to this computer and try again."),
            reason=str(error),
        ) from error


def _refused(backup: Path, why: str) -> UserError:
    return UserError(
        tr("{name} cannot be used as a backup.").format(name=backup.name) + f" {why}",
        safe=tr("Nothing was restored."),
        remedy=tr("Choose another backup."),
    )


def _require_free(home: Path) -> None:
    if is_closet(home):
        raise UserError(
            tr("There is a closet in {folder} already.").format(folder=home),
            safe=tr("Nothing was changed."),
            remedy=tr("Choose an empty folder."),
        )
    is_empty_folder = home.is_dir() and not {path.name for path in home.iterdir()} - _OF_THE_SYSTEM
    if home.exists() and not is_empty_folder:
        raise UserError(
            tr("{folder} holds other files.").format(folder=home),
            safe=tr("Nothing was changed."),
            remedy=tr("Choose an empty folder."),
        )


def _require_room(home: Path, manifest: Manifest) -> None:
    needed = sum(each.size for each in manifest.files) + SPARE
    parent = next(each for each in home.parents if each.exists())
    free = shutil.disk_usage(parent).free
    if needed > free:
        words = tr("The backup needs {needed} and the disk has {free} left.")
        raise MachineError(
            words.format(needed=say_bytes(needed), free=say_bytes(free)),
            safe=tr("Nothing was restored."),
            remedy=tr("Free some room or choose another disk."),
        )


@contextmanager
def _folder_beside(home: Path) -> Iterator[Path]:
    try:
        making = home.with_name(f".closet-{uuid4().hex}")
        making.mkdir(parents=True)
    except OSError as error:
        raise unwritable(home, error) from error
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _unpack(archive: ZipFile, member: Member, folder: Path) -> None:
    target = folder / member.name
    blocks = _blocks(archive, member)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            for block in blocks:
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(target, error) from error


def _blocks(archive: ZipFile, member: Member) -> Iterator[bytes]:
    """The bytes of a member, never more than it claims; raises RefusedError at its end."""
    digest, left = hashlib.sha256(), member.size
    with archive.open(member.name) as packed:
        while block := packed.read(min(BLOCK, left + 1)):
            left -= len(block)
            if left < 0:
                raise RefusedError(tr("A file in it is longer than its list says."))
            digest.update(block)
            yield block
    if left or digest.hexdigest() != member.sha256:
        raise RefusedError(tr("A file in it is not what it was when the backup was made."))


def _proven(folder: Path) -> tuple[Problem, ...]:
    """Open and migrate the unpacked closet, and name the photos that are not whole in it."""
    database = Database.open(folder / DATABASE_NAME)
    try:
        with database.read() as connection:
            wrong = [each for each in check_database(connection) if each.kind in SERIOUS]
            photos, files = photo_names(connection), order_file_names(connection)
    finally:
        database.close()
    if wrong:
        raise DamagedClosetError(
            tr("The closet in this backup is damaged."),
            safe=tr("Nothing was restored."),
            remedy=tr("Choose another backup."),
            problems=tuple(each.words for each in wrong),
        )
    return (
        *_missing(folder / "photos", photos, tr("This photo is not in the backup.")),
        *_missing(folder / "files", files, tr("This file of an order is not in the backup.")),
    )


def _missing(folder: Path, named: Iterable[str], words: str) -> Iterator[Problem]:
    for sha256 in named:
        if not any((folder / sha256[:2]).glob(f"{sha256}.*")):
            yield Problem(sha256, words)


def _put_in_place(making: Path, home: Path) -> None:
    try:
        for path in making.rglob("*"):
            if path.is_dir():
                sync_folder(path)
        sync_folder(making)
        _remove_empty(home)
        making.rename(home)
        sync_folder(home.parent)
    except OSError as error:
        raise unwritable(home, error) from error


def _remove_empty(home: Path) -> None:
    if home.is_dir():
        for path in home.iterdir():
            if path.name in _OF_THE_SYSTEM:
                path.unlink()
        home.rmdir()
