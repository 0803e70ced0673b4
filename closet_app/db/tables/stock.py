"""The shop, its pieces, their photos and where they are listed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from closet_app.db.packing_step import PackingStep
from closet_app.db.tables.base import (
    NEVER_REUSED,
    Row,
    kept_as,
    key,
    link,
    loose_link,
    money_checks,
    one_of,
    switch,
    whole,
    words,
)
from closet_app.db.types import Instant, Measurements, PackingSteps, Words

OWN_STATUSES = ("draft", "listed", "on_hold", "returned", "archived")
STATUSES = (*OWN_STATUSES, "sold", "packed", "shipped", "delivered")
ARCHIVE_REASONS = ("", "donated", "kept", "lost", "thrown_away")
CONDITIONS = (
    "",
    "new_with_tags",
    "new_without_tags",
    "like_new",
    "very_good",
    "good",
    "fair",
)
OWNERSHIPS = ("business", "personal")
LISTING_STATES = ("live", "ended", "sold")


class Shop(Row, table=True):
    """The one row (id 1) of what belongs to the shop as a whole."""

    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        one_of("units", ("imperial", "metric", "mixed")),
    )

    id: int = Field(default=1, primary_key=True)
    name: str = words()
    tagline: str = words()
    owner: str = words()
    country: str = words("US")
    currency: str = words("USD")
    locale: str = words("en_US")
    units: str = words("imperial")
    address_name: str = words()
    line1: str = words()
    line2: str = words()
    city: str = words()
    region: str = words()
    postal_code: str = words()
    logo_photo: str = words()
    link: str = words()
    slip_note: str = words()
    return_words: str = words()
    card_note: str = words()
    sign_off: str = words()
    sku_pattern: str = words()
    packing_steps: tuple[PackingStep, ...] = kept_as(PackingSteps, "[]")
    ship_within_days: int = whole(2)
    card_stock: str = words()
    slip_stock: str = words()
    label_stock: str = words()
    first_steps_hidden: bool = switch()
    sample: bool = switch()
    card_design: str = words()
    address_stock: str = words()
    tax_number: str = words()


class MarketplaceSetting(Row, table=True):
    """How this shop sells on one marketplace, and what an estimate assumes there."""

    __tablename__ = "marketplace_setting"
    __table_args__ = (
        *money_checks("shipping_minor", "postage_minor", "supplies_minor"),
        NEVER_REUSED,
    )

    id: int = key()
    marketplace: str = words(unique=True)
    enabled: bool = switch(on=True)
    position: int = whole()
    handle: str = words()
    link: str = words()
    own_label: bool = switch()
    shipping_minor: int = whole()
    tax_percent: str = words("0")
    postage_minor: int = whole()
    supplies_minor: int = whole()


class Item(Row, table=True):
    """One piece; prices and costs are for one of `quantity`, the pieces left in stock."""

    __table_args__ = (
        *money_checks(
            "cost_price_minor",
            "cost_tax_minor",
            "cost_inbound_minor",
            "cost_cleaning_minor",
            "original_price_minor",
            "asking_minor",
            "floor_minor",
            "keep_at_least_minor",
            "lowest_asking_minor",
        ),
        one_of("condition", CONDITIONS),
        one_of("ownership", OWNERSHIPS),
        one_of("own_status", OWN_STATUSES),
        one_of("status", STATUSES),
        one_of("archive_reason", ARCHIVE_REASONS),
        CheckConstraint("quantity >= 0", name="quantity"),
        CheckConstraint("weight_mg >= 0", name="weight_mg"),
        CheckConstraint("sku <> '' AND sku_key <> ''", name="sku"),
        Index("ix_item_trash", "deleted_at"),
        NEVER_REUSED,
    )

    id: int = key()
    sku: str = words()
    sku_key: str = words(unique=True)
    title: str = words()
    brand: str = words()
    department: str = words()
    category: str = words()
    subcategory: str = words()
    size_system: str = words()
    size: str = words()
    colors: tuple[str, ...] = kept_as(Words, "[]")
    other_colors: tuple[str, ...] = kept_as(Words, "[]")
    condition: str = words()
    material: str = words()
    style_words: tuple[str, ...] = kept_as(Words, "[]")
    description: str = words()
    measurements: tuple[tuple[str, int], ...] = kept_as(Measurements, "{}")
    weight_mg: int | None = None
    flaws: str = words()
    bin: str = words()
    quantity: int = whole(1)
    source: str = words()
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
    ownership: str = words("business")
    notes: str = words()
    tags: tuple[str, ...] = kept_as(Words, "[]")
    own_status: str = words("draft")
    status: str = words("draft", index=True)
    archive_reason: str = words()
    status_since: date | None = None
    listed_since: date | None = None
    created_at: datetime = Field(sa_type=Instant)
    updated_at: datetime = Field(sa_type=Instant)
    deleted_at: datetime | None = Field(default=None, sa_type=Instant)
    # Derived, not recorded: the first two by services with the rule book, the others by triggers.
    keep_minor: int | None = None
    keep_marketplace: str = words()
    cost_minor: int | None = None
    cover_photo_id: int | None = None
    upc: str = words()
    dismissed: tuple[str, ...] = kept_as(Words, "[]")


class Photo(Row, table=True):
    """One picture of a piece: the original by its SHA-256, and the recipe of its edit.

    While it waits in an intake it belongs to a group. `seam` is how likely, in thousandths, a new
    piece begins with it; a settled seam was decided by the seller.
    """

    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("seam BETWEEN 0 AND 1000", name="seam"),
        Index("ix_photo_item_id_position", "item_id", "position"),
        NEVER_REUSED,
    )

    id: int = key()
    item_id: int | None = Field(default=None, foreign_key="item.id")
    position: int = whole()
    sha256: str = Field(index=True)
    extension: str = words()
    recipe: str = words()
    left_out: bool = switch()
    width: int = whole()
    height: int = whole()
    size_bytes: int = whole()
    original_name: str = words()
    taken_at: datetime | None = Field(default=None, sa_type=Instant)
    caption: str = words()
    kind: str = words()
    group_id: int | None = loose_link("intake_group.id")
    seam: int = whole()
    settled: bool = switch()


class Listing(Row, table=True):
    """A piece offered on one marketplace."""

    __table_args__ = (
        UniqueConstraint("item_id", "marketplace"),
        *money_checks("price_minor"),
        one_of("state", LISTING_STATES),
        NEVER_REUSED,
    )

    id: int = key()
    item_id: int = link("item.id")
    marketplace: str = words()
    url: str = words()
    price_minor: int | None = None
    since: date | None = None
    state: str = words("live")
    ended_on: date | None = None
