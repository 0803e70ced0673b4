"""A page of the gallery in one go: read on the interface's thread, so every statement counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from closet_app.db.parts import parts_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

Readable: TypeAlias = "sqlite3.Connection | Connection"


@dataclass(frozen=True, slots=True)
class CardRow:
    """What one card of the gallery and one row of its table show; `sha256` empty without photo."""

    id: int
    sku: str
    title: str
    brand: str
    department: str
    category: str
    size: str
    condition: str
    status: str
    quantity: int
    asking_minor: int | None
    keep_minor: int | None
    cost_minor: int | None
    bin: str
    source: str
    listed_since: date | None
    photo_id: int | None
    sha256: str
    extension: str
    recipe: str
    marketplaces: tuple[str, ...]


# Plain statements: compiling a select and typing its columns took 5 of 6 ms for 256 cards, and
# the first page is read before SQLAlchemy is loaded.
_CARDS = (
    "SELECT item.id, sku, title, brand, department, category, size, condition, status,"
    " quantity, asking_minor, keep_minor, cost_minor, bin, source, listed_since,"
    " photo.id, ifnull(sha256, ''), ifnull(extension, ''), ifnull(recipe, '')"
    " FROM item LEFT JOIN photo ON photo.id = cover_photo_id WHERE item.id IN ({})"
).format
_LISTED = (
    "SELECT item_id, marketplace FROM listing WHERE item_id IN ({}) AND state = 'live'"
    " ORDER BY item_id, marketplace"
).format
_NEWEST = "SELECT id FROM item WHERE deleted_at IS NULL ORDER BY id DESC LIMIT {}".format
_SINCE = 15


def newest_ids(connection: Readable, limit: int) -> list[int]:
    """The ids of the pieces added last, without the trash, in the order of the gallery."""
    return [int(row[0]) for row in _rows(connection, _NEWEST(int(limit)))]


def read_cards(connection: Readable, ids: Sequence[int]) -> list[CardRow]:
    """Cards of these pieces in their order; ids without a piece are left out."""
    found: dict[int, CardRow] = {}
    for part in parts_of(ids):
        listed = ",".join(map(str, map(int, part)))
        live = _live_marketplaces(connection, listed)
        for row in _rows(connection, _CARDS(listed)):
            found[row[0]] = _card(row, live.get(row[0], ()))
    return [found[item_id] for item_id in ids if item_id in found]


def _card(row: Sequence[Any], marketplaces: tuple[str, ...]) -> CardRow:
    since = row[_SINCE]
    day = None if since is None else date.fromisoformat(since)
    return CardRow(*(*row[:_SINCE], day, *row[_SINCE + 1 :], marketplaces))


def _live_marketplaces(connection: Readable, listed: str) -> dict[int, tuple[str, ...]]:
    live: dict[int, tuple[str, ...]] = {}
    for item_id, marketplace in _rows(connection, _LISTED(listed)):
        live[item_id] = (*live.get(item_id, ()), marketplace)
    return live


def _rows(connection: Readable, statement: str) -> list[Any]:
    if isinstance(connection, sqlite3.Connection):
        return connection.execute(statement).fetchall()
    return list(connection.exec_driver_sql(statement).cursor.fetchall())
