"""The tables: rows as SQLModel classes; money is integer minor units of the home currency."""

from __future__ import annotations

from closet_app.db.tables.base import Row
from closet_app.db.tables.journal import Change, Meta, Step
from closet_app.db.tables.sales import Buyer, Order, OrderLine, PackingTick, Refund, Task
from closet_app.db.tables.stock import Item, Listing, MarketplaceSetting, Photo, Shop

METADATA = Row.metadata

RECORDED: tuple[type[Row], ...] = (
    Shop,
    MarketplaceSetting,
    Buyer,
    Item,
    Photo,
    Listing,
    Order,
    OrderLine,
    Refund,
    PackingTick,
    Task,
)
"""Every table whose rows the seller changes; their changes go into the journal."""

DERIVED = frozenset({"keep_minor", "keep_marketplace", "cost_minor", "cover_photo_id"})
"""Columns of a piece that are worked out again instead of recorded."""

__all__ = [
    "DERIVED",
    "METADATA",
    "RECORDED",
    "Buyer",
    "Change",
    "Item",
    "Listing",
    "MarketplaceSetting",
    "Meta",
    "Order",
    "OrderLine",
    "PackingTick",
    "Photo",
    "Refund",
    "Row",
    "Shop",
    "Step",
    "Task",
]
