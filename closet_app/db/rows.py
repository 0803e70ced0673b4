"""What queries answer beyond single records: frozen, plain values in minor units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from closet_app.db.parcel_records import SupplyUseRecord
from closet_app.db.records import (
    BuyerRecord,
    LineRecord,
    OrderRecord,
    RefundRecord,
    TaskRecord,
    TickRecord,
)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One row of the list of orders."""

    id: int
    number: int
    marketplace: str
    marketplace_number: str
    sold_on: date
    ship_by: date | None
    currency: str
    gift: bool
    discount_minor: int
    shipping_minor: int
    tracking: str
    buyer_name: str
    buyer_handle: str
    lines: tuple[LineRecord, ...]


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """One order and everything that belongs to it."""

    order: OrderRecord
    buyer: BuyerRecord | None
    lines: tuple[LineRecord, ...]
    refunds: tuple[RefundRecord, ...]
    ticks: tuple[TickRecord, ...]
    tasks: tuple[TaskRecord, ...]
    uses: tuple[SupplyUseRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one step did to one row.

    `changes` maps a column to its value before and after; `was_added` and `was_removed` tell
    of whole rows, whose columns are all in `changes` then.
    """

    step_id: int
    at: datetime
    label: str
    kind: str
    table: str
    row_id: int
    item_id: int | None
    order_id: int | None
    was_added: bool
    was_removed: bool
    changes: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One command of the seller."""

    at: datetime
    label: str
    is_undone: bool
