"""Many pieces at once as plain tuples, for files and lists of the whole closet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from closet_app.db.parts import parts_of
from closet_app.db.reading import table_of, tuples
from closet_app.db.records import ItemRecord, ListingRecord, PhotoRecord

_DIALECT = sqlite_dialect()
_ITEM = table_of(ItemRecord)
_LISTING = table_of(ListingRecord)
_PHOTO = table_of(PhotoRecord)
FETCHED = 1_000
REMEMBERED = 16_384
_LISTING_COLUMNS = ("item_id", "marketplace", "url", "price_minor", "since", "state")

ListingRow = tuple[str, str, int | None, date | None, str]
"""Marketplace, url, price in minor units, day and state."""
Identity = tuple[str, str, str, int | None, str | None]
"""Title, brand, size, price paid in minor units, and the day it was found as text."""


def item_rows(
    connection: Connection, ids: Sequence[int], columns: Sequence[str]
) -> Iterator[list[Any]]:
    """These `columns` of the pieces with `ids` (ascending), in their order, to be changed freely.

    Read past the ORM and its rows, which cost three times as much; values are those of
    `ItemRecord`.
    """
    # The same colors, tags and days come again and again: remembered, they cost a quarter.
    loading = [
        (at, lru_cache(REMEMBERED)(loads))
        for at, name in enumerate(columns)
        if (loads := _ITEM.c[name].type.dialect_impl(_DIALECT).result_processor(_DIALECT, None))
    ]
    names = ", ".join(_ITEM.c[name].name for name in columns)
    for part in parts_of(ids):
        found = connection.exec_driver_sql(
            f"SELECT {names} FROM item WHERE id IN ({_listed(part)}) ORDER BY id"  # noqa: S608 - our own names and numbers
        )
        while some := found.cursor.fetchmany(FETCHED):
            for row in some:
                values = list(row)
                for at, loads in loading:
                    values[at] = loads(values[at])
                yield values


def listing_tuples(connection: Connection, ids: Sequence[int]) -> dict[int, list[ListingRow]]:
    """Every listing of each of these pieces."""
    found: dict[int, list[ListingRow]] = {}
    for part in parts_of(ids):
        query = select(*(_LISTING.c[name] for name in _LISTING_COLUMNS)).where(
            _LISTING.c.item_id.in_(part)
        )
        for item_id, *listing in tuples(connection, query.order_by(_LISTING.c.id)):
            place, url, price, since, state = listing
            found.setdefault(item_id, []).append((place, url, price, since, state))
    return found


def photo_counts(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many photos each of these pieces has; pieces without one are left out."""
    found: dict[int, int] = {}
    for part in parts_of(ids):
        query = select(_PHOTO.c.item_id, func.count()).where(_PHOTO.c.item_id.in_(part))
        found.update(tuples(connection, query.group_by(_PHOTO.c.item_id)))
    return found


def identities(connection: Connection) -> list[Identity]:
    """What tells every piece from others when its number is not known, the trash included."""
    found = connection.exec_driver_sql(
        "SELECT title, brand, size, cost_price_minor, acquired_on FROM item"
    )
    return [tuple(row) for row in found]


def titles_by_number(connection: Connection) -> dict[str, tuple[str, bool]]:
    """Title, and whether it is in the trash, of every piece by its folded number."""
    found = connection.exec_driver_sql("SELECT sku_key, title, deleted_at IS NOT NULL FROM item")
    return {key: (title, bool(trashed)) for key, title, trashed in found}


def kept_ids(connection: Connection) -> list[int]:
    """The ids of all pieces that are not in the trash, ascending."""
    query = select(_ITEM.c.id).where(_ITEM.c.deleted_at.is_(None)).order_by(_ITEM.c.id)
    return [int(found) for found in connection.scalars(query)]


def _listed(ids: Sequence[int]) -> str:
    return ",".join(str(int(each)) for each in ids)
