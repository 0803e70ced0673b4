"""Buyers, orders and what is left to do for them."""

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

LINE_STATES = ("sold", "packed", "shipped", "delivered", "returned", "cancelled")


class Buyer(Row, table=True):
    """A person who bought; the address is kept in parts so that each country's form prints."""

    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    name: str = words()
    handle: str = words(index=True)
    email: str = words()
    line1: str = words()
    line2: str = words()
    city: str = words()
    region: str = words()
    postal_code: str = words()
    country: str = words()
    notes: str = words()
    language: str = words()


class Order(Row, table=True):
    """One sale on one marketplace, of one or many lines; amounts are for the whole order."""

    __tablename__ = "orders"
    __table_args__ = (
        *money_checks(
            "discount_minor",
            "shipping_minor",
            "postage_minor",
            "supplies_minor",
            "tax_minor",
            "fee_expected_minor",
            "fee_charged_minor",
        ),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("weight_mg >= 0", name="weight_mg"),
        CheckConstraint("length(currency) = 3", name="currency"),
        NEVER_REUSED,
    )

    id: int = key()
    number: int = Field(unique=True)
    marketplace: str = words(index=True)
    marketplace_number: str = words(index=True)
    buyer_id: int | None = loose_link("buyer.id")
    currency: str = words("USD")
    sale_currency: str = words()
    rate: str | None = None
    sold_on: date = Field(index=True)
    sold_at: datetime = Field(sa_type=Instant)
    ship_by: date | None = None
    packed_at: datetime | None = Field(default=None, sa_type=Instant)
    shipped_on: date | None = None
    delivered_on: date | None = None
    cancelled_on: date | None = None
    discount_minor: int = whole()
    shipping_minor: int = whole()
    own_label: bool = switch()
    postage_minor: int = whole()
    supplies_minor: int = whole()
    tax_minor: int = whole()
    fee_expected_minor: int = whole()
    fee_charged_minor: int | None = None
    fee_rule: str = words()
    tracking: str = words()
    carrier: str = words()
    gift: bool = switch()
    note: str = words()
    message: str = words()
    notes: str = words()
    weight_mg: int | None = None
    parcel: str = words()
    deleted_at: datetime | None = Field(default=None, sa_type=Instant)
    printed_at: datetime | None = Field(default=None, sa_type=Instant)
    card_text_id: int | None = None
    supplies_estimate_minor: int | None = None
    gift_message: str = words()


class OrderLine(Row, table=True):
    """One sold piece; number, title and cost are what they were at the sale."""

    __tablename__ = "order_line"
    __table_args__ = (
        *money_checks("price_minor", "cost_minor"),
        one_of("state", LINE_STATES),
        NEVER_REUSED,
    )

    id: int = key()
    order_id: int = link("orders.id")
    item_id: int | None = loose_link("item.id")
    position: int = whole()
    sku: str = words()
    title: str = words()
    price_minor: int = whole()
    cost_minor: int | None = None
    state: str = words("sold")
    returned_on: date | None = None
    restocked: bool = switch()
    checked_at: datetime | None = Field(default=None, sa_type=Instant)


class Refund(Row, table=True):
    """Money given back for an order."""

    __table_args__ = (*money_checks("amount_minor"), NEVER_REUSED)

    id: int = key()
    order_id: int = link("orders.id")
    amount_minor: int = whole()
    given_on: date
    reason: str = words()


class PackingTick(Row, table=True):
    """A packing step that is done."""

    __tablename__ = "packing_tick"
    __table_args__ = (UniqueConstraint("order_id", "step"), NEVER_REUSED)

    id: int = key()
    order_id: int = link("orders.id")
    step: str = words()
    ticked_at: datetime = Field(sa_type=Instant)


class Task(Row, table=True):
    """Something the seller must do elsewhere, such as ending a listing."""

    __table_args__ = (one_of("kind", ("take_down",)), NEVER_REUSED)

    id: int = key()
    kind: str = words("take_down")
    order_id: int | None = loose_link("orders.id")
    item_id: int | None = loose_link("item.id")
    marketplace: str = words()
    created_at: datetime = Field(sa_type=Instant)
    done_at: datetime | None = Field(default=None, sa_type=Instant)
