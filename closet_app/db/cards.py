"""A page of the gallery in one go: read on the interface's thread, so every statement counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from closet_app.db.reading import parts_of, table_of, tuples
from closet_app.db.records import ItemRecord, ListingRecord, PhotoRecord
from closet_app.db.rows import CardRow

_ITEM_COLUMNS = (
    "id", "sku", "title", "brand", "department", "category", "size_system", "size", "condition",
    "status", "status_since", "listed_since", "quantity", "asking_minor", "floor_minor",
    "keep_minor", "keep_marketplace", "cost_minor", "bin", "source", "colors", "acquired_on",
    "created_at", "updated_at", "deleted_at",
)  # fmt: skip


def read_cards(connection: Connection, ids: Sequence[int]) -> list[CardRow]:
    """Cards of these pieces in their order; ids without a piece are left out."""
    found: dict[int, CardRow] = {}
    for part in parts_of(ids):
        listed = _live_marketplaces(connection, part)
        for row in tuples(connection, _cards(), ids=part):
            found[row[0]] = CardRow(*(*row, listed.get(row[0], ())))
    return [found[item_id] for item_id in ids if item_id in found]


def _live_marketplaces(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    rows = tuples(connection, _listed(), ids=ids)
    return {
        item_id: tuple(marketplace for _, marketplace in group)
        for item_id, group in groupby(rows, key=lambda row: int(row[0]))
    }


@cache
def _cards() -> Select[Any]:
    item, photo = table_of(ItemRecord), table_of(PhotoRecord)
    return (
        select(
            *(item.c[name] for name in _ITEM_COLUMNS),
            photo.c.id,
            *(func.coalesce(photo.c[name], "") for name in ("sha256", "extension", "recipe")),
        )
        .select_from(item.outerjoin(photo, item.c.cover_photo_id == photo.c.id))
        .where(item.c.id.in_(bindparam("ids", expanding=True)))
    )


@cache
def _listed() -> Select[Any]:
    listing = table_of(ListingRecord)
    return (
        select(listing.c.item_id, listing.c.marketplace)
        .where(listing.c.item_id.in_(bindparam("ids", expanding=True)), listing.c.state == "live")
        .order_by(listing.c.item_id, listing.c.marketplace)
    )
