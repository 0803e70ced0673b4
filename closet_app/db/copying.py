"""A copy of a database by SQLite's backup API that is checked before it gets its name."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from closet_app.db.connections import bare_connection
from closet_app.db.faults import spoken
from closet_app.db.files import sync_folder
from closet_app.errors import DamagedClosetError


def copy_connection(source: sqlite3.Connection, destination: Path) -> Mapping[str, int]:
    """Copy the database of `source`, which may be inside a transaction, to `destination`.

    Returns the rows of each table. Raises MachineError, and DamagedClosetError when the copy
    is not whole; an older file at `destination` stays as it was then.
    """
    making = destination.with_name(destination.name + ".part")
    with spoken():
        destination.parent.mkdir(parents=True, exist_ok=True)
        making.unlink(missing_ok=True)
        try:
            counts = _copied(source, making)
            _sync_file(making)
            making.replace(destination)
            sync_folder(destination.parent)
        finally:
            making.unlink(missing_ok=True)
    return counts


def table_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - our own names
        for (name,) in tables
    }


def _copied(source: sqlite3.Connection, making: Path) -> Mapping[str, int]:
    with closing(bare_connection(making, create=True)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").close()
        said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        counts = table_counts(copy)
    if said != "ok" or counts != table_counts(source):
        raise DamagedClosetError(
            "The backup could not be verified.",
            safe="Earlier backups are kept.",
            remedy="Let Closet check the closet, then try again.",
        )
    return counts


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
