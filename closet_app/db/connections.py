"""How this program connects to SQLite: durability, real transactions and our own functions."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from urllib.parse import quote

from closet_app.db.folding import search_tokens

BUSY_SECONDS = 5.0

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cell_size_check = ON",
    # Reading through a map of the file dies by SIGBUS when the disk fails.
    "PRAGMA mmap_size = 0",
    # KiB for each connection; a few are open at a time and memory is bounded.
    "PRAGMA cache_size = -8000",
)


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """One connection with every setting of ours; raises sqlite3.Error."""
    connection = bare_connection(path, create=create)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
    except sqlite3.Error:
        connection.close()
        raise
    connection.create_function("search_tokens", -1, search_tokens, deterministic=True)
    return connection


def bare_connection(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection that has touched nothing yet; transactions begin only when we say so."""
    mode = "rwc" if create else "rw"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}{_vfs()}"
    return sqlite3.connect(
        address,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
        cached_statements=256,
    )


@cache
def _vfs() -> str:
    """`unix-excl` where it exists: ordinary WAL dies by SIGBUS on a nearly full disk."""
    try:
        sqlite3.connect("file::memory:?vfs=unix-excl", uri=True).close()
    except sqlite3.OperationalError:
        return ""
    return "&vfs=unix-excl"
