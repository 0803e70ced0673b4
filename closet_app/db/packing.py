"""What is to be packed, and what is kept beside orders for their parcels."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from closet_app.db.parcel_records import OrderFileRecord, SupplyUseRecord
from closet_app.db.reading import fetch_of, table_of
from closet_app.db.records import LineRecord, OrderRecord

_ORDER, _LINE = table_of(OrderRecord), table_of(LineRecord)
_USE = table_of(SupplyUseRecord)


def orders_to_pack(connection: Connection) -> list[int]:
    """Ids of the orders with a piece that is sold or packed, and not on its way."""
    waiting = select(_LINE.c.order_id).where(_LINE.c.state.in_(("sold", "packed")))
    query = select(_ORDER.c.id).where(_ORDER.c.deleted_at.is_(None), _ORDER.c.id.in_(waiting))
    return [int(order_id) for order_id in connection.scalars(query.order_by(_ORDER.c.number))]


def files_of_orders(
    connection: Connection, order_ids: Iterable[int]
) -> dict[int, list[OrderFileRecord]]:
    """The files of each of these orders, the oldest first."""
    return fetch_of(connection, OrderFileRecord, "order_id", order_ids)


def used_of_lots(connection: Connection) -> dict[int, tuple[int, int]]:
    """How many of each lot were used, and the part of its cost that went with them."""
    query = select(_USE.c.lot_id, func.sum(_USE.c.quantity), func.sum(_USE.c.cost_minor)).where(
        _USE.c.lot_id.is_not(None)
    )
    found = connection.execute(query.group_by(_USE.c.lot_id))
    return {int(lot_id): (int(quantity), int(cost)) for lot_id, quantity, cost in found}
