"""Pieces and where they are listed, one or many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from closet_app.db.parts import parts_of
from closet_app.db.reading import fetch, fetch_of, fetch_one, table_of
from closet_app.db.records import ItemRecord, ListingRecord
from closet_app.errors import NotFoundError

_ITEM = table_of(ItemRecord)


def read_item(connection: Connection, item_id: int) -> ItemRecord:
    """One piece, also from the trash; raises NotFoundError."""
    return fetch_one(connection, ItemRecord, item_id, "piece")


def read_items(connection: Connection, ids: Sequence[int]) -> list[ItemRecord]:
    """The pieces with these ids, in their order; ids without a piece are left out."""
    found = {
        item.id: item
        for part in parts_of(ids)
        for item in fetch(connection, ItemRecord, _ITEM.c.id.in_(part))
    }
    return [found[item_id] for item_id in ids if item_id in found]


def item_id_of(connection: Connection, sku_key: str) -> int:
    """The piece with this folded number; raises NotFoundError."""
    found = ids_of_skus(connection, [sku_key])
    if not found:
        raise NotFoundError("There is no piece with this number.", sku=sku_key)
    return found[sku_key]


def ids_of_skus(connection: Connection, sku_keys: Iterable[str]) -> dict[str, int]:
    """Ids by folded number; numbers of no piece are left out."""
    wanted = list(sku_keys)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), 5_000):
        query = select(_ITEM.c.sku_key, _ITEM.c.id).where(
            _ITEM.c.sku_key.in_(wanted[start : start + 5_000])
        )
        found.update((str(key), int(item_id)) for key, item_id in connection.execute(query))
    return found


def sku_keys(connection: Connection, prefix: str = "") -> list[str]:
    """The folded numbers of all pieces, the trash included, that begin with `prefix`."""
    key = _ITEM.c.sku_key
    query = select(key).where(key >= prefix, key < prefix + "\U0010ffff")
    return [str(found) for found in connection.scalars(query)]


def highest_sku_keys(connection: Connection, prefix: str, limit: int) -> list[str]:
    """Folded numbers that begin with `prefix`, the longest and then the highest first."""
    key = _ITEM.c.sku_key
    query = select(key).where(key >= prefix, key < prefix + "\U0010ffff")
    ordered = query.order_by(func.length(key).desc(), key.desc()).limit(limit)
    return [str(found) for found in connection.scalars(ordered)]


def count_items(connection: Connection) -> int:
    """How many pieces there are, without the trash."""
    query = select(func.count()).select_from(_ITEM).where(_ITEM.c.deleted_at.is_(None))
    return int(connection.scalar(query) or 0)


def all_item_ids(connection: Connection) -> list[int]:
    """The ids of all pieces, the trash included."""
    return [int(found) for found in connection.scalars(select(_ITEM.c.id).order_by(_ITEM.c.id))]


def newest_item_id(connection: Connection) -> int:
    """The highest id given to a piece; 0 when there is none."""
    return int(connection.scalar(select(func.max(_ITEM.c.id))) or 0)


def read_listings(connection: Connection, item_id: int) -> list[ListingRecord]:
    """Where one piece is or was listed."""
    return listings_of(connection, [item_id])[item_id]


def listings_of(connection: Connection, item_ids: Iterable[int]) -> dict[int, list[ListingRecord]]:
    """Where each of these pieces is or was listed."""
    return fetch_of(connection, ListingRecord, "item_id", item_ids, by=("marketplace",))
