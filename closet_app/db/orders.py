"""Orders with all that belongs to them, and the rows of their list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from closet_app.db.parcel_records import SupplyUseRecord
from closet_app.db.parts import parts_of
from closet_app.db.reading import fetch, fetch_of, table_of, tuples
from closet_app.db.records import (
    BuyerRecord,
    LineRecord,
    OrderRecord,
    RefundRecord,
    TaskRecord,
    TickRecord,
)
from closet_app.db.rows import OrderDetail, OrderRow
from closet_app.errors import NotFoundError

FIRST_NUMBER = 1_001

_ORDER = table_of(OrderRecord)
_LINE = table_of(LineRecord)
_BUYER = table_of(BuyerRecord)
_KEPT = _ORDER.c.deleted_at.is_(None)


def next_order_number(connection: Connection) -> int:
    """The number of the next order; numbers in the trash are not given again."""
    highest = connection.scalar(select(func.max(_ORDER.c.number)))
    return FIRST_NUMBER if highest is None else int(highest) + 1


def order_id_of(connection: Connection, number: int) -> int:
    """The order with this number; raises NotFoundError."""
    found = connection.scalar(select(_ORDER.c.id).where(_ORDER.c.number == number))
    if found is None:
        raise NotFoundError(f"There is no order {number}.", number=number)
    return int(found)


def read_order(connection: Connection, order_id: int) -> OrderDetail:
    """One order with its lines, refunds, ticks, tasks and buyer; raises NotFoundError."""
    found = read_order_details(connection, [order_id])
    if not found:
        raise NotFoundError("There is no such order.", id=order_id)
    return found[0]


def read_order_details(connection: Connection, order_ids: Sequence[int]) -> list[OrderDetail]:
    """These orders in full, in their order, in a fixed number of statements."""
    orders = {
        order.id: order
        for part in parts_of(order_ids)
        for order in fetch(connection, OrderRecord, _ORDER.c.id.in_(part))
    }
    buyers = _buyers(connection, orders.values())
    lines = fetch_of(connection, LineRecord, "order_id", orders, by=("position", "id"))
    refunds = fetch_of(connection, RefundRecord, "order_id", orders, by=("given_on", "id"))
    ticks = fetch_of(connection, TickRecord, "order_id", orders)
    tasks = fetch_of(connection, TaskRecord, "order_id", orders)
    uses = fetch_of(connection, SupplyUseRecord, "order_id", orders)
    return [
        OrderDetail(
            order=orders[order_id],
            buyer=buyers.get(orders[order_id].buyer_id or 0),
            lines=tuple(lines[order_id]),
            refunds=tuple(refunds[order_id]),
            ticks=tuple(ticks[order_id]),
            tasks=tuple(tasks[order_id]),
            uses=tuple(uses[order_id]),
        )
        for order_id in order_ids
        if order_id in orders
    ]


def read_sales(connection: Connection, first: date, last: date) -> list[OrderDetail]:
    """Every order sold from `first` to `last`, both included, by day and number."""
    query = select(_ORDER.c.id).where(_KEPT, _ORDER.c.sold_on.between(first, last))
    ids = connection.scalars(query.order_by(_ORDER.c.sold_on, _ORDER.c.number))
    return read_order_details(connection, [int(order_id) for order_id in ids])


def years_with_sales(connection: Connection) -> list[int]:
    """The years in which something was sold, the newest first."""
    days = connection.execute(
        select(func.min(_ORDER.c.sold_on), func.max(_ORDER.c.sold_on)).where(_KEPT)
    ).one()
    if days[0] is None:
        return []
    years = range(days[1].year, days[0].year - 1, -1)
    return [year for year in years if _has_sales(connection, year)]


def read_orders(connection: Connection) -> list[OrderRow]:
    """Every order that is not in the trash as a row of the list, the newest first."""
    query = (
        select(
            _ORDER.c.id,
            _ORDER.c.number,
            _ORDER.c.marketplace,
            _ORDER.c.marketplace_number,
            _ORDER.c.sold_on,
            _ORDER.c.ship_by,
            _ORDER.c.currency,
            _ORDER.c.gift,
            _ORDER.c.discount_minor,
            _ORDER.c.shipping_minor,
            _ORDER.c.tracking,
            func.coalesce(_BUYER.c.name, ""),
            func.coalesce(_BUYER.c.handle, ""),
        )
        .select_from(_ORDER.outerjoin(_BUYER, _ORDER.c.buyer_id == _BUYER.c.id))
        .where(_KEPT)
        .order_by(_ORDER.c.sold_at.desc(), _ORDER.c.number.desc())
    )
    found = tuples(connection, query)
    lines = fetch_of(
        connection, LineRecord, "order_id", (row[0] for row in found), by=("position", "id")
    )
    return [OrderRow(*(*row, tuple(lines[row[0]]))) for row in found]


def newest_order(connection: Connection) -> int | None:
    """The id of the order that was sold last, if there is any."""
    query = select(_ORDER.c.id).where(_KEPT)
    newest_first = query.order_by(_ORDER.c.sold_at.desc(), _ORDER.c.number.desc())
    found = connection.scalar(newest_first.limit(1))
    return None if found is None else int(found)


def count_to_pack(connection: Connection) -> int:
    """How many orders have a piece that is sold or packed, and not on its way."""
    query = select(func.count(_LINE.c.order_id.distinct())).where(
        _LINE.c.state.in_(("sold", "packed")),
        _LINE.c.order_id.in_(select(_ORDER.c.id).where(_KEPT)),
    )
    return int(connection.scalar(query) or 0)


def lines_of_items(connection: Connection, item_ids: Iterable[int]) -> dict[int, list[LineRecord]]:
    """The order lines of each of these pieces, the oldest first."""
    return fetch_of(connection, LineRecord, "item_id", item_ids)


def _has_sales(connection: Connection, year: int) -> bool:
    query = select(_ORDER.c.id).where(
        _KEPT, _ORDER.c.sold_on.between(date(year, 1, 1), date(year, 12, 31))
    )
    return connection.scalar(query.limit(1)) is not None


def _buyers(connection: Connection, orders: Iterable[OrderRecord]) -> dict[int, BuyerRecord]:
    wanted = [order.buyer_id for order in orders if order.buyer_id is not None]
    return {
        buyer.id: buyer
        for part in parts_of(wanted)
        for buyer in fetch(connection, BuyerRecord, _BUYER.c.id.in_(part))
    }
