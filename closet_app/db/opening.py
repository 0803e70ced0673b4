"""Which files are opened: ours, whole, not newer, with no instructions but our own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from closet_app.db.connections import connect
from closet_app.db.schema import SCHEMA_VERSION, UNTOUCHED, damaged, read_header
from closet_app.db.search_index import is_current, rebuild
from closet_app.db.triggers import TRIGGERS
from closet_app.errors import NewerClosetError


def prepare_file(path: Path) -> None:
    """Check the closet at `path` and bring it to this version.

    Raises NotFoundError, NewerClosetError and DamagedClosetError, and changes nothing then.
    """
    header = read_header(path)
    crashed = _wal(path).exists() and _wal(path).stat().st_size > 0
    if not crashed and path.stat().st_size < header.page_size * header.page_count:
        raise damaged(path, "A part of the closet's file is missing.")
    _require_not_newer(path, header.user_version)
    with closing(connect(path)) as connection:
        if crashed:
            _require_whole(path, connection)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        _require_not_newer(path, version)
        _require_own_schema(path, connection, current=version == SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        # Alembic costs 0.3 s of start-up, and only an older closet needs it.
        from closet_app.db.migrate import migrate

        migrate(path)
    with closing(connect(path)) as connection:
        if not is_current(connection):
            rebuild(connection)


def _require_not_newer(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise NewerClosetError(
            "This closet was written by a newer version of Closet.",
            safe=UNTOUCHED,
            remedy="Update Closet, then open it again.",
            path=path,
            version=version,
        )


def _require_whole(path: Path, connection: sqlite3.Connection) -> None:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise damaged(path, "The closet's file is damaged.")


def _require_own_schema(path: Path, connection: sqlite3.Connection, *, current: bool) -> None:
    found = dict(
        connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
        ).fetchall()
    )
    strange = found != dict(TRIGGERS) if current else bool(found.keys() - TRIGGERS.keys())
    if strange:
        raise damaged(path, "This file holds instructions that Closet did not write.")


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
