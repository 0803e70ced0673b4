"""The full-text index made anew, when its words are cut in another way than before."""

from __future__ import annotations

import sqlite3

from closet_app.db.folding import TOKENS_VERSION
from closet_app.db.triggers import indexed_values

KEY = "search"
REFILL = (
    "INSERT INTO item_search(rowid, title, words)"  # noqa: S608 - our own names
    f" SELECT {indexed_values('item')} FROM item"
)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was written by this way of cutting words."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
    return row is not None and row[0] == TOKENS_VERSION


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the whole index again, in one transaction; 100,000 pieces take about 6 s."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO item_search(item_search) VALUES ('delete-all')")
    connection.execute(REFILL)
    sign(connection)
    connection.execute("COMMIT")


def sign(connection: sqlite3.Connection) -> None:
    """Note by which way of cutting words the index is written."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEY, TOKENS_VERSION))
