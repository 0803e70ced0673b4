"""The tables: rows as SQLModel classes; money is integer minor units of the home currency."""

from __future__ import annotations

from closet_app.db.tables.base import Row
from closet_app.db.tables.intake import (
    FlawPin,
    Intake,
    IntakeGroup,
    PhotoLook,
    SavedView,
    SeenFile,
)
from closet_app.db.tables.journal import Change, Meta, Step
from closet_app.db.tables.parcels import OrderFile, OrderMatch, Supply, SupplyLot, SupplyUse
from closet_app.db.tables.prints import CardDesign, CardText, OwnStock, PrintRun
from closet_app.db.tables.sales import Buyer, Order, OrderLine, PackingTick, Refund, Task
from closet_app.db.tables.stock import Item, Listing, MarketplaceSetting, Photo, Shop

METADATA = Row.metadata

RECORDED: tuple[type[Row], ...] = (
    Shop,
    MarketplaceSetting,
    Buyer,
    Item,
    Intake,
    IntakeGroup,
    Photo,
    FlawPin,
    SavedView,
    Listing,
    Order,
    OrderLine,
    Refund,
    PackingTick,
    Task,
    Supply,
    SupplyLot,
    SupplyUse,
    OrderFile,
    OrderMatch,
    CardDesign,
    OwnStock,
    CardText,
)
"""Every table whose rows the seller changes; their changes go into the journal."""

LOGGED: tuple[type[Row], ...] = (PrintRun,)
"""Tables of what has left the program and cannot be taken back; never recorded."""

SEEN: tuple[type[Row], ...] = (PhotoLook, SeenFile)
"""Tables of what can be found out again from the files; never recorded."""

DERIVED = frozenset({"keep_minor", "keep_marketplace", "cost_minor", "cover_photo_id"})
"""Columns of a piece that are worked out again instead of recorded."""

__all__ = [
    "DERIVED",
    "LOGGED",
    "METADATA",
    "RECORDED",
    "SEEN",
    "Buyer",
    "CardDesign",
    "CardText",
    "Change",
    "FlawPin",
    "Intake",
    "IntakeGroup",
    "Item",
    "Listing",
    "MarketplaceSetting",
    "Meta",
    "Order",
    "OrderFile",
    "OrderLine",
    "OrderMatch",
    "OwnStock",
    "PackingTick",
    "Photo",
    "PhotoLook",
    "PrintRun",
    "Refund",
    "Row",
    "SavedView",
    "SeenFile",
    "Shop",
    "Step",
    "Supply",
    "SupplyLot",
    "SupplyUse",
    "Task",
]
