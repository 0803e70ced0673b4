"""Rows of supplies, files, recommendations, designs, stocks and texts as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyRecord:
    """Something used up while packing."""

    id: int = 0
    position: int = 0
    name: str = ""
    unit: str = ""
    reorder_at: int = 0
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyLotRecord:
    """One purchase of a supply; the cost is of the whole lot, in minor units."""

    id: int = 0
    supply_id: int = 0
    bought_on: date | None = None
    quantity: int = 1
    cost_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyUseRecord:
    """What one order used up of one lot, in minor units."""

    id: int = 0
    order_id: int = 0
    supply_id: int = 0
    lot_id: int | None = None
    step: str = ""
    quantity: int = 1
    cost_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFileRecord:
    """A file kept with an order."""

    id: int = 0
    order_id: int = 0
    kind: str = ""
    sha256: str = ""
    extension: str = ""
    original_name: str = ""
    size_bytes: int = 0
    added_at: datetime | None = None
    printed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMatchRecord:
    """A piece recommended with an order."""

    id: int = 0
    order_id: int = 0
    item_id: int = 0
    position: int = 0
    reason: str = ""
    kept_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDesignRecord:
    """A card design of the seller's own, as TOML."""

    id: int = 0
    name_key: str = ""
    position: int = 0
    design: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStockRecord:
    """A stock the seller described, as TOML."""

    id: int = 0
    name_key: str = ""
    stock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTextRecord:
    """A thank-you note with {fields}."""

    id: int = 0
    position: int = 0
    name: str = ""
    language: str = "en"
    marketplace: str = ""
    audience: str = "any"
    season: str = ""
    body: str = ""
    sign_off: str = ""
    enabled: bool = True


ParcelRecord = (
    SupplyRecord
    | SupplyLotRecord
    | SupplyUseRecord
    | OrderFileRecord
    | OrderMatchRecord
    | CardDesignRecord
    | OwnStockRecord
    | CardTextRecord
)
