"""What goes into and onto a parcel: supplies, files of an order, and pieces recommended with it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from closet_app.db.tables.base import (
    NEVER_REUSED,
    Row,
    key,
    link,
    loose_link,
    money_checks,
    one_of,
    switch,
    whole,
    words,
)
from closet_app.db.types import Instant

ORDER_FILES = ("label", "parcel_photo")


class Supply(Row, table=True):
    """Something used up while packing, such as tissue; `reorder_at` is when to buy more."""

    __table_args__ = (
        CheckConstraint("reorder_at >= 0", name="reorder_at"),
        NEVER_REUSED,
    )

    id: int = key()
    position: int = whole()
    name: str = words()
    unit: str = words()
    reorder_at: int = whole()
    archived: bool = switch()


class SupplyLot(Row, table=True):
    """One purchase of a supply: how many came, and what all of them cost."""

    __tablename__ = "supply_lot"
    __table_args__ = (
        *money_checks("cost_minor"),
        CheckConstraint("quantity > 0", name="quantity"),
        NEVER_REUSED,
    )

    id: int = key()
    supply_id: int = link("supply.id")
    bought_on: date | None = None
    quantity: int = whole(1)
    cost_minor: int = whole()


class SupplyUse(Row, table=True):
    """What one step of an order used up of one lot; without a lot when all lots were used up."""

    __tablename__ = "supply_use"
    __table_args__ = (
        *money_checks("cost_minor"),
        CheckConstraint("quantity > 0", name="quantity"),
        NEVER_REUSED,
    )

    id: int = key()
    order_id: int = link("orders.id")
    supply_id: int = link("supply.id")
    lot_id: int | None = loose_link("supply_lot.id")
    step: str = words()
    quantity: int = whole(1)
    cost_minor: int = whole()


class OrderFile(Row, table=True):
    """A file kept with an order by its SHA-256: the marketplace's label, a photo of the parcel."""

    __tablename__ = "order_file"
    __table_args__ = (
        one_of("kind", ORDER_FILES),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        UniqueConstraint("order_id", "kind", "sha256"),
        NEVER_REUSED,
    )

    id: int = key()
    order_id: int = link("orders.id")
    kind: str = words()
    sha256: str = Field(index=True)
    extension: str = words()
    original_name: str = words()
    size_bytes: int = whole()
    added_at: datetime = Field(sa_type=Instant)
    printed_at: datetime | None = Field(default=None, sa_type=Instant)


class OrderMatch(Row, table=True):
    """A piece recommended on the back of an order's card, and until when it is kept back."""

    __tablename__ = "order_match"
    __table_args__ = (UniqueConstraint("order_id", "item_id"), NEVER_REUSED)

    id: int = key()
    order_id: int = link("orders.id")
    item_id: int = link("item.id")
    position: int = whole()
    reason: str = words()
    kept_until: date | None = None
