"""The pieces that a code names: by number, by barcode, or by the address of a listing."""

from __future__ import annotations

from sqlalchemy import Connection, select

from closet_app.db.reading import table_of, tuples
from closet_app.db.records import ItemRecord, ListingRecord

_ITEM, _LISTING = table_of(ItemRecord), table_of(ListingRecord)


def ids_of_barcode(connection: Connection, upc: str) -> list[int]:
    """Pieces outside Trash with this barcode, the newest first."""
    query = select(_ITEM.c.id).where(_ITEM.c.upc == upc, _ITEM.c.deleted_at.is_(None))
    return [row[0] for row in tuples(connection, query.order_by(_ITEM.c.id.desc()))]


def ids_of_number(connection: Connection, sku_key: str) -> list[int]:
    """The piece outside Trash with this folded number."""
    query = select(_ITEM.c.id).where(_ITEM.c.sku_key == sku_key, _ITEM.c.deleted_at.is_(None))
    return [row[0] for row in tuples(connection, query)]


def ids_of_address(connection: Connection, url: str) -> list[int]:
    """Pieces outside Trash with a listing at this address, the newest first."""
    query = (
        select(_ITEM.c.id)
        .join(_LISTING, _LISTING.c.item_id == _ITEM.c.id)
        .where(_LISTING.c.url == url, _ITEM.c.deleted_at.is_(None))
        .order_by(_ITEM.c.id.desc())
    )
    return list(dict.fromkeys(row[0] for row in tuples(connection, query)))
