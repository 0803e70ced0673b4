"""Verified copies of the database by SQLite's backup API, and the seven daily ones."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from closet_app.db.copying import copy_connection
from closet_app.db.engine import Database
from closet_app.db.faults import spoken
from closet_app.db.shop import write_meta

DAYS_KEPT = 7
LAST_BACKUP = "last_backup"
"""The fact in `meta` that says when the last backup was made, as an ISO instant."""

_DAILY = re.compile(r"closet-(\d{4}-\d{2}-\d{2})\.db")


@dataclass(frozen=True, slots=True)
class DailyCopy:
    """One daily backup."""

    path: Path
    day: date


def copy_database(database: Database, destination: Path) -> Mapping[str, int]:
    """Copy the open closet to `destination`, check the copy, then give it its name.

    Returns the rows of each table. Raises MachineError, and DamagedClosetError when the copy
    is not whole; an older file at `destination` stays as it was then.
    """
    with database.read() as connection:
        connection.exec_driver_sql("SELECT 1")
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError(source)
        return copy_connection(source, destination)


def back_up_daily(database: Database, folder: Path, today: date) -> Path | None:
    """Today's copy in `folder`, and the oldest ones gone; None when it was made before.

    Copies are removed only after the new one has been verified. Raises like `copy_database`.
    """
    path = folder / f"closet-{today.isoformat()}.db"
    if path.exists():
        return None
    copy_database(database, path)
    with spoken():
        for copy in daily_copies(folder)[DAYS_KEPT:]:
            copy.path.unlink(missing_ok=True)
    note_backup(database)
    return path


def note_backup(database: Database) -> None:
    """Remember that a verified backup was made just now."""
    with database.transaction() as connection:
        write_meta(connection, LAST_BACKUP, database.clock().isoformat())


def daily_copies(folder: Path) -> list[DailyCopy]:
    """The daily backups in `folder`, the newest first."""
    found = ((path, _DAILY.fullmatch(path.name)) for path in folder.glob("closet-*.db"))
    copies = [DailyCopy(path, date.fromisoformat(name[1])) for path, name in found if name]
    return sorted(copies, key=lambda copy: copy.day, reverse=True)
