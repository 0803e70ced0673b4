"""A damaged closet opened from its newest good daily copy; nothing is overwritten."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from closet_app.db.backup import daily_copies
from closet_app.db.balances import is_whole_copy
from closet_app.db.engine import DATABASE_NAME
from closet_app.db.files import sync_folder
from closet_app.db.lock import FolderLock
from closet_app.errors import UserError
from closet_app.exchange.safe_files import unwritable
from closet_app.services.clock import Clock
from closet_app.wording import tr

PARTS = ("", "-wal", "-shm", "-journal")
"""A database and what SQLite keeps beside it."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """When the copy was made that is the closet now, and where the damaged file is kept."""

    made_at: datetime
    kept_aside: Path


def open_newest_copy(folder: Path, clock: Clock) -> Recovered:
    """Put the newest daily copy that is whole in the place of a damaged database.

    Raises UserError when no copy is whole, ClosetBusyError and MachineError.
    """
    lock = FolderLock(folder)
    try:
        copies = (copy.path for copy in daily_copies(folder / "backups"))
        newest = next((path for path in copies if is_whole_copy(path)), None)
        if newest is None:
            raise UserError(
                tr("There is no good daily backup in this folder."),
                safe=tr("Nothing was changed."),
                remedy=tr("Open a backup that you made yourself."),
            )
        made = datetime.fromtimestamp(newest.stat().st_mtime, clock.now().tzinfo)
        return Recovered(made, _exchange(folder, newest, clock.now()))
    finally:
        lock.release()


def _exchange(folder: Path, copy: Path, now: datetime) -> Path:
    """The copy is whole under another name before the damaged file moves."""
    aside = folder / f"Damaged {now:%Y-%m-%d %H.%M.%S}"
    making = folder / f"{DATABASE_NAME}.part"
    try:
        aside.mkdir()
        shutil.copyfile(copy, making)
        for part in PARTS:
            damaged = folder / f"{DATABASE_NAME}{part}"
            if damaged.exists():
                damaged.rename(aside / damaged.name)
        making.rename(folder / DATABASE_NAME)
        sync_folder(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    return aside
