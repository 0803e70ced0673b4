"""Rows as frozen values: what services read and hand back; a test keeps each equal to its table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from closet_app.db.intake_records import (
    FlawPinRecord,
    IntakeGroupRecord,
    IntakeRecord,
    SavedViewRecord,
)
from closet_app.db.packing_step import PackingStep
from closet_app.db.parcel_records import ParcelRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRecord:
    """The shop."""

    id: int = 1
    name: str = ""
    tagline: str = ""
    owner: str = ""
    country: str = "US"
    currency: str = "USD"
    locale: str = "en_US"
    units: str = "imperial"
    address_name: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    logo_photo: str = ""
    link: str = ""
    slip_note: str = ""
    return_words: str = ""
    card_note: str = ""
    sign_off: str = ""
    sku_pattern: str = ""
    packing_steps: tuple[PackingStep, ...] = ()
    ship_within_days: int = 2
    card_stock: str = ""
    slip_stock: str = ""
    label_stock: str = ""
    first_steps_hidden: bool = False
    sample: bool = False
    card_design: str = ""
    address_stock: str = ""
    tax_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketplaceRecord:
    """How the shop uses one marketplace; amounts in minor units."""

    id: int = 0
    marketplace: str = ""
    enabled: bool = True
    position: int = 0
    handle: str = ""
    link: str = ""
    own_label: bool = False
    shipping_minor: int = 0
    tax_percent: str = "0"
    postage_minor: int = 0
    supplies_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """One piece; amounts in minor units, weight in milligrams, measurements in micrometres."""

    id: int = 0
    sku: str = ""
    sku_key: str = ""
    title: str = ""
    brand: str = ""
    department: str = ""
    category: str = ""
    subcategory: str = ""
    size_system: str = ""
    size: str = ""
    colors: tuple[str, ...] = ()
    other_colors: tuple[str, ...] = ()
    condition: str = ""
    material: str = ""
    style_words: tuple[str, ...] = ()
    description: str = ""
    measurements: tuple[tuple[str, int], ...] = ()
    weight_mg: int | None = None
    flaws: str = ""
    bin: str = ""
    quantity: int = 1
    source: str = ""
    acquired_on: date | None = None
    cost_price_minor: int | None = None
    cost_tax_minor: int | None = None
    cost_inbound_minor: int | None = None
    cost_cleaning_minor: int | None = None
    original_price_minor: int | None = None
    asking_minor: int | None = None
    floor_minor: int | None = None
    keep_at_least_minor: int | None = None
    lowest_asking_minor: int | None = None
    ownership: str = "business"
    notes: str = ""
    tags: tuple[str, ...] = ()
    own_status: str = "draft"
    status: str = "draft"
    archive_reason: str = ""
    status_since: date | None = None
    listed_since: date | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    deleted_at: datetime | None = None
    keep_minor: int | None = None
    keep_marketplace: str = ""
    cost_minor: int | None = None
    cover_photo_id: int | None = None
    upc: str = ""
    dismissed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRecord:
    """One picture of a piece."""

    id: int = 0
    item_id: int | None = None
    position: int = 0
    sha256: str = ""
    extension: str = ""
    recipe: str = ""
    left_out: bool = False
    width: int = 0
    height: int = 0
    size_bytes: int = 0
    original_name: str = ""
    taken_at: datetime | None = None
    caption: str = ""
    kind: str = ""
    group_id: int | None = None
    seam: int = 0
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRecord:
    """A piece offered on one marketplace."""

    id: int = 0
    item_id: int = 0
    marketplace: str = ""
    url: str = ""
    price_minor: int | None = None
    since: date | None = None
    state: str = "live"
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerRecord:
    """A person who bought."""

    id: int = 0
    name: str = ""
    handle: str = ""
    email: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    notes: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRecord:
    """One sale; amounts in minor units, for the whole order."""

    id: int = 0
    number: int = 0
    marketplace: str = ""
    marketplace_number: str = ""
    buyer_id: int | None = None
    currency: str = "USD"
    sale_currency: str = ""
    rate: str | None = None
    sold_on: date | None = None
    sold_at: datetime | None = None
    ship_by: date | None = None
    packed_at: datetime | None = None
    shipped_on: date | None = None
    delivered_on: date | None = None
    cancelled_on: date | None = None
    discount_minor: int = 0
    shipping_minor: int = 0
    own_label: bool = False
    postage_minor: int = 0
    supplies_minor: int = 0
    tax_minor: int = 0
    fee_expected_minor: int = 0
    fee_charged_minor: int | None = None
    fee_rule: str = ""
    tracking: str = ""
    carrier: str = ""
    gift: bool = False
    note: str = ""
    message: str = ""
    notes: str = ""
    weight_mg: int | None = None
    parcel: str = ""
    deleted_at: datetime | None = None
    printed_at: datetime | None = None
    card_text_id: int | None = None
    supplies_estimate_minor: int | None = None
    gift_message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRecord:
    """One sold piece of an order."""

    id: int = 0
    order_id: int = 0
    item_id: int | None = None
    position: int = 0
    sku: str = ""
    title: str = ""
    price_minor: int = 0
    cost_minor: int | None = None
    state: str = "sold"
    returned_on: date | None = None
    restocked: bool = False
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRecord:
    """Money given back for an order."""

    id: int = 0
    order_id: int = 0
    amount_minor: int = 0
    given_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickRecord:
    """A packing step that is done."""

    id: int = 0
    order_id: int = 0
    step: str = ""
    ticked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRecord:
    """Something to do elsewhere, such as ending a listing."""

    id: int = 0
    kind: str = "take_down"
    order_id: int | None = None
    item_id: int | None = None
    marketplace: str = ""
    created_at: datetime | None = None
    done_at: datetime | None = None


Record = (
    ShopRecord
    | MarketplaceRecord
    | ItemRecord
    | PhotoRecord
    | IntakeRecord
    | IntakeGroupRecord
    | FlawPinRecord
    | SavedViewRecord
    | ListingRecord
    | BuyerRecord
    | OrderRecord
    | LineRecord
    | RefundRecord
    | TickRecord
    | TaskRecord
    | ParcelRecord
)
