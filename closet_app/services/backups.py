"""Backups: the database every day, and everything in one file that proves itself."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from closet_app import __version__
from closet_app.db.backup import LAST_BACKUP, back_up_daily, copy_database, note_backup
from closet_app.db.check import Problem as CheckProblem
from closet_app.db.engine import DATABASE_NAME
from closet_app.db.schema import SCHEMA_VERSION
from closet_app.db.shop import read_meta
from closet_app.domain.filenames import fold_name, unique_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.exchange.safe_files import unwritable, whole_file
from closet_app.photo.store import is_name_of_original
from closet_app.services.backup_members import MANIFEST, Manifest, Member, found_photo_name
from closet_app.services.backup_seal import BLOCK, UNSEALED, seal
from closet_app.services.changed import Problem
from closet_app.services.checking import CheckFacts, CheckReport, check
from closet_app.services.closet import Closet
from closet_app.services.file_store import is_name_of_file
from closet_app.services.opening import FOUND
from closet_app.services.restoring import Restored, restore, verify
from closet_app.wording import tr

__all__ = [
    "BackupMade",
    "CheckFacts",
    "CheckProblem",
    "CheckReport",
    "Restored",
    "backup",
    "check",
    "daily",
    "last_backup",
    "restore",
    "verify",
]

PLAIN_FILE = 0o100644 << 16
DAMAGED = {
    "photos/": "This photo was damaged already.",
    "files/": "This file of an order was damaged already.",
}


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was verified: its photos, its size, and photos that were damaged before."""

    path: Path
    photos: int
    bytes: int
    problems: tuple[Problem, ...]


def daily(closet: Closet) -> Path | None:
    """Copy the database into `backups/` once a day, seven kept; None when today has its copy."""
    return back_up_daily(closet.database, closet.folder / "backups", closet.clock.today())


def last_backup(closet: Closet) -> datetime | None:
    """When the last verified backup was made."""
    with closet.database.read() as connection:
        moment = read_meta(connection, LAST_BACKUP)
    return datetime.fromisoformat(moment) if moment else None


def backup(closet: Closet, target: Path, progress: Progress = SILENT) -> BackupMade:
    """Write everything of the closet into one ZIP file, read it again, then give it its name.

    The database comes first, so that every photo it names is there. A photo that is damaged
    already is kept as it is and named. Raises MachineError and CancelledError; an older file
    at `target` stays as it was then.
    """
    with whole_file(target) as making:
        problems = _write(closet, making, target, progress)
        manifest = verify(making, progress)
    note_backup(closet.database)
    photos = sum(each.name.startswith("photos/") for each in manifest.files)
    return BackupMade(target, photos, target.stat().st_size, problems)


def _write(closet: Closet, making: Path, target: Path, progress: Progress) -> tuple[Problem, ...]:
    moment = closet.clock.now()
    packer = _Packer(moment)
    with (
        TemporaryDirectory(prefix=".closet-", dir=target.parent) as folder,
        ZipFile(making, "w", allowZip64=True) as archive,
    ):
        copy = Path(folder, DATABASE_NAME)
        copy_database(closet.database, copy)
        packer.add(archive, copy, DATABASE_NAME, ZIP_DEFLATED)
        files = list(_kept_files(closet))
        for done, (path, name) in enumerate(files):
            progress.step(done, len(files), tr("Packing photos"))
            packer.add(archive, path, name, ZIP_STORED)
        manifest = Manifest(moment.isoformat(), __version__, SCHEMA_VERSION, tuple(packer.members))
        archive.writestr(_info(MANIFEST, moment, ZIP_DEFLATED), manifest.to_json())
        archive.comment = UNSEALED
    seal(making)
    return tuple(_damaged(packer.members))


class _Packer:
    """Copies files into an archive and notes what it wrote."""

    def __init__(self, moment: datetime) -> None:
        self.members: list[Member] = []
        self._moment = moment

    def add(self, archive: ZipFile, path: Path, name: str, packing: int) -> None:
        """Pack the bytes of `path` under `name`; raises MachineError when it cannot be read."""
        digest, size = hashlib.sha256(), 0
        info = _info(name, self._moment, packing)
        with _opened(path) as source, archive.open(info, "w", force_zip64=True) as packed:
            while block := source.read(BLOCK):
                digest.update(block)
                size += len(block)
                packed.write(block)
        self.members.append(Member(name, size, digest.hexdigest()))


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise unwritable(path, error) from error


def _info(name: str, moment: datetime, packing: int) -> ZipInfo:
    info = ZipInfo(name, moment.timetuple()[:6])
    info.compress_type = packing
    info.external_attr = PLAIN_FILE
    info.create_system = 3
    return info


def _kept_files(closet: Closet) -> Iterator[tuple[Path, str]]:
    for path in _files(closet.photos.folder):
        if is_name_of_original(path.name):
            yield path, f"photos/{path.name[:2]}/{path.name}"
    for path in closet.files.files():
        if is_name_of_file(path.name):
            yield path, f"files/{path.name[:2]}/{path.name}"
    taken: set[str] = set()
    for path in _files(closet.folder / FOUND):
        name = Path(found_photo_name(path.name))
        unique = unique_name(name.stem, taken, suffix=name.suffix)
        taken.add(fold_name(unique))
        yield path, f"{FOUND}/{unique}"


def _files(folder: Path) -> Iterator[Path]:
    for inside, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = Path(inside, name)
            if path.is_file() and not path.is_symlink():
                yield path


def _damaged(members: Iterable[Member]) -> Iterator[Problem]:
    for each in members:
        words = next((said for kind, said in DAMAGED.items() if each.name.startswith(kind)), "")
        if words and Path(each.name).stem != each.sha256:
            yield Problem(Path(each.name).name, tr(words))
