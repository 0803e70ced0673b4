"""What was deleted and can still be restored."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from closet_app.db.reading import table_of
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord

_ITEM = table_of(ItemRecord)
_ORDER = table_of(OrderRecord)
_LINE = table_of(LineRecord)


def trashed_items(connection: Connection) -> list[int]:
    """Ids of the pieces in the trash, the last deleted first."""
    query = select(_ITEM.c.id).where(_ITEM.c.deleted_at.is_not(None))
    return _ids(connection, query.order_by(_ITEM.c.deleted_at.desc(), _ITEM.c.id.desc()))


def trashed_since(connection: Connection) -> dict[int, datetime]:
    """When each piece in the trash was deleted, in UTC."""
    query = select(_ITEM.c.id, _ITEM.c.deleted_at).where(_ITEM.c.deleted_at.is_not(None))
    return {int(item_id): deleted_at for item_id, deleted_at in connection.execute(query)}


def count_trash(connection: Connection) -> int:
    """How many pieces are in the trash."""
    query = select(func.count()).select_from(_ITEM).where(_ITEM.c.deleted_at.is_not(None))
    return int(connection.scalar(query) or 0)


def items_to_purge(connection: Connection, before: datetime) -> list[int]:
    """Ids of pieces deleted before this moment that no order line names."""
    sold = select(_LINE.c.item_id).where(_LINE.c.item_id.is_not(None))
    query = select(_ITEM.c.id).where(_ITEM.c.deleted_at < before, _ITEM.c.id.not_in(sold))
    return _ids(connection, query.order_by(_ITEM.c.id))


def _ids(connection: Connection, query: Select[Any]) -> list[int]:
    return [int(row_id) for row_id in connection.scalars(query)]
