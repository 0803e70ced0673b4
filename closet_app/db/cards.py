"""A page of the gallery in one go: read on the interface's thread, so every statement counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from closet_app.db.reading import parts_of
from closet_app.db.rows import CardRow

# Plain statements: compiling a select and typing its columns took 5 of 6 ms for 256 cards.
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
_SINCE = 15


def read_cards(connection: Connection, ids: Sequence[int]) -> list[CardRow]:
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


def _live_marketplaces(connection: Connection, listed: str) -> dict[int, tuple[str, ...]]:
    live: dict[int, tuple[str, ...]] = {}
    for item_id, marketplace in _rows(connection, _LISTED(listed)):
        live[item_id] = (*live.get(item_id, ()), marketplace)
    return live


def _rows(connection: Connection, statement: str) -> Iterable[Any]:
    cursor = connection.exec_driver_sql(statement).cursor
    return cursor.fetchall()
