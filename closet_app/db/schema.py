"""The schema of this version: new files made whole or not at all, and what files say they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from closet_app.db.connections import bare_connection
from closet_app.db.files import sync_folder
from closet_app.db.search_index import sign
from closet_app.db.triggers import SEARCH_TABLE, TRIGGERS
from closet_app.errors import DamagedClosetError, NotFoundError, UserError

APPLICATION_ID = 0x434C5354
SCHEMA_VERSION = 3
REVISION = "0003"
"""The revision that Alembic finds in a file of `SCHEMA_VERSION`."""

_MAGIC = b"SQLite format 3\x00"
_BACKUP = "Open a backup, or choose another folder."
UNTOUCHED = "Nothing was changed."


class FileHeader(NamedTuple):
    """What the first 100 bytes of a database say (https://www.sqlite.org/fileformat.html)."""

    page_size: int
    page_count: int
    user_version: int
    application_id: int


def schema_statements() -> list[str]:
    """Everything that makes an empty closet of this version, in order."""
    # The tables cost 0.3 s of start-up, and a closet that is there is opened without them.
    from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
    from sqlalchemy.schema import CreateIndex, CreateTable

    from closet_app.db.tables import METADATA

    dialect = sqlite_dialect()
    tables = METADATA.sorted_tables
    indexes = [index for table in tables for index in sorted(table.indexes, key=_name)]
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in tables]
    made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return [statement.strip() for statement in made] + [SEARCH_TABLE, *TRIGGERS.values()]


def create_file(path: Path) -> None:
    """Make an empty closet at `path` under a temporary name, then give it its own.

    Raises UserError when something is there already, sqlite3.Error and OSError.
    """
    if path.exists():
        raise UserError(
            f"There is a closet in {path.parent} already.",
            safe=UNTOUCHED,
            remedy="Open it, or choose an empty folder.",
        )
    making = path.with_name(path.name + ".new")
    making.unlink(missing_ok=True)
    with closing(bare_connection(making, create=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema_statements():
            connection.execute(statement)
        stamp(connection)
        connection.execute("COMMIT")
    making.rename(path)
    sync_folder(path.parent)


def stamp(connection: sqlite3.Connection) -> None:
    """Write into the file whose it is and of which version."""
    connection.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    sign(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def require_folder(path: Path) -> None:
    """Raises NotFoundError unless the folder of `path` is there; nothing is made in its place."""
    if not path.parent.is_dir():
        raise _missing(path)


def read_header(path: Path) -> FileHeader:
    """The header of a closet; raises NotFoundError, and DamagedClosetError when it is none."""
    if not path.is_file():
        raise _missing(path)
    with path.open("rb") as file:
        start = file.read(100)
    if not start:
        raise damaged(path, "The closet's file is empty.")
    if not start.startswith(_MAGIC) or len(start) < 100:  # noqa: PLR2004 - the header's length
        raise damaged(path, "This file is not a closet, or it is damaged.")
    header = _parsed_header(start)
    if header.application_id != APPLICATION_ID:
        raise damaged(path, "This file was not made by Closet.")
    return header


def damaged(path: Path, what: str) -> DamagedClosetError:
    """The refusal of a file that cannot be trusted."""
    return DamagedClosetError(what, safe=UNTOUCHED, remedy=_BACKUP, path=path)


def _missing(path: Path) -> NotFoundError:
    return NotFoundError(
        f"There is no closet in {path.parent}.",
        safe=UNTOUCHED,
        remedy="Check that its disk is plugged in, or choose the folder again.",
        path=path.parent,
    )


def _parsed_header(start: bytes) -> FileHeader:
    page_size = int.from_bytes(start[16:18]) or 1
    return FileHeader(
        65_536 if page_size == 1 else page_size,
        int.from_bytes(start[28:32]),
        int.from_bytes(start[60:64]),
        int.from_bytes(start[68:72]),
    )


def _name(index: object) -> str:
    return str(getattr(index, "name", ""))
