"""The tables that Closet writes, as data: keys, headings and what each column holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from closet_app.domain.fields import FIELDS, Kind
from closet_app.domain.item import Measurement
from closet_app.domain.money import Money
from closet_app.domain.units import Weight
from closet_app.exchange.candidates import ListedAt


class Holds(StrEnum):
    """What a column holds; MIXED takes any plain value by its own type."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    WORDS = "words"
    MEASURES = "measures"
    WEIGHT = "weight"
    LISTINGS = "listings"
    MONEY = "money"
    WHOLE = "whole"
    DAY = "day"
    MIXED = "mixed"


Plain = str | int | Decimal | Money | date | None
Value = Plain | Weight | tuple[str, ...] | tuple[Measurement, ...] | tuple[ListedAt, ...]
"""A value as the domain has it. In a MONEY column a bare int is minor units of the table's
currency; a CHOICE may be the enum or its text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a written table."""

    key: str
    heading: str
    holds: Holds = Holds.TEXT


_OF_KIND = {
    Kind.LONG_TEXT: Holds.LONG,
    Kind.WORDS: Holds.WORDS,
    Kind.COLORS: Holds.WORDS,
    Kind.MEASUREMENTS: Holds.MEASURES,
    Kind.WEIGHT: Holds.WEIGHT,
    Kind.MONEY: Holds.MONEY,
    Kind.WHOLE: Holds.WHOLE,
    Kind.DATE: Holds.DAY,
}
_ENUMS = frozenset({"condition", "ownership"})
_FIRST = ("sku", "title", "brand")


def _field_columns() -> tuple[Column, ...]:
    ordered = sorted(FIELDS, key=lambda field: field.key not in _FIRST)
    first = sorted(ordered[: len(_FIRST)], key=lambda field: _FIRST.index(field.key))
    return tuple(
        Column(
            field.key,
            field.csv,
            Holds.CHOICE if field.key in _ENUMS else _OF_KIND.get(field.kind, Holds.TEXT),
        )
        for field in (*first, *ordered[len(_FIRST) :])
    )


FIELD_COLUMNS = _field_columns()
ITEMS: tuple[Column, ...] = (
    *FIELD_COLUMNS,
    Column("status", "Status", Holds.CHOICE),
    Column("archive_reason", "Archived because", Holds.CHOICE),
    Column("listed_since", "Listed since", Holds.DAY),
    Column("lowest_asking", "Lowest asked", Holds.MONEY),
    Column("listings", "Listings", Holds.LISTINGS),
    Column("currency", "Currency"),
)
"""Everything of a piece but its photos and history; read back exactly."""

SALES: tuple[Column, ...] = (
    Column("sold_on", "Sold on", Holds.DAY),
    Column("number", "Order", Holds.WHOLE),
    Column("marketplace", "Marketplace"),
    Column("marketplace_number", "Marketplace order"),
    Column("buyer", "Buyer"),
    Column("sku", "SKU"),
    Column("title", "Title"),
    Column("ownership", "Ownership", Holds.CHOICE),
    Column("status", "Status", Holds.CHOICE),
    Column("shipped_on", "Shipped on", Holds.DAY),
    Column("delivered_on", "Delivered on", Holds.DAY),
    Column("returned_on", "Returned on", Holds.DAY),
    Column("price", "Price", Holds.MONEY),
    Column("discount", "Discount", Holds.MONEY),
    Column("shipping", "Shipping", Holds.MONEY),
    Column("fee", "Fee", Holds.MONEY),
    Column("postage", "Postage", Holds.MONEY),
    Column("supplies", "Supplies", Holds.MONEY),
    Column("refund", "Refund", Holds.MONEY),
    Column("cost", "Cost", Holds.MONEY),
    Column("profit", "Profit", Holds.MONEY),
    Column("fee_is", "Fee is", Holds.CHOICE),
    Column("cost_known", "Cost known", Holds.CHOICE),
    Column("label", "Label", Holds.CHOICE),
    Column("shipping_paid", "Shipping the buyer paid", Holds.MONEY),
    Column("tax", "Tax the buyer paid", Holds.MONEY),
    Column("currency", "Currency"),
)
"""One row for each sold piece; the money columns add up to the year's summary.

Profit = price - discount + shipping - fee - postage - supplies - refund - cost; `shipping` is
what of it reached the seller.
"""

PARTS = ("price", "discount", "shipping", "fee", "postage", "supplies", "refund", "cost", "profit")
"""The keys of `SALES` that are parts of profit, in the order of the waterfall."""

SUMMARY: tuple[Column, ...] = (
    Column("line", "Line"),
    Column("amount", "Amount", Holds.MIXED),
    Column("currency", "Currency"),
)
SUMMARY_LINES: Mapping[str, str] = {
    "year": "Year",
    "orders": "Orders",
    "pieces": "Pieces sold",
    "price": "Price of pieces",
    "discount": "Discounts",
    "shipping": "Shipping credited",
    "fee": "Marketplace fees",
    "postage": "Postage",
    "supplies": "Supplies",
    "refund": "Refunds",
    "cost": "Cost of goods",
    "profit": "Profit",
    "without_cost": "Sold pieces without a cost",
}
"""The labels of the summary's rows by key."""


def row_of(columns: Sequence[Column], values: Mapping[str, Value]) -> tuple[Value, ...]:
    """`values` by key in the order of `columns`; raises KeyError for one that is missing."""
    return tuple(values[column.key] for column in columns)


def summary_rows(values: Mapping[str, Value], currency: str) -> list[tuple[Value, ...]]:
    """The labelled rows of the year's summary; keys as in `SUMMARY_LINES`, all wanted."""
    return [
        (words, values[key], currency if isinstance(values[key], Money) else "")
        for key, words in SUMMARY_LINES.items()
    ]
