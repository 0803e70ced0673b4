"""What a column may be taken as: the fields of a piece, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.fields import FIELDS, Kind, field_named, heading_key

STATUS, MARKETPLACES, LISTED_SINCE, SOLD_ON = "status", "marketplaces", "listed_since", "sold_on"
ARCHIVE_REASON, LOWEST_ASKING, LISTINGS, CURRENCY = (
    "archive_reason", "lowest_asking", "listings", "currency",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A choice on the mapping page; several columns may share it when `joins`."""

    key: str
    words: str
    kind: Kind
    aliases: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """Whether what several columns say can be put together."""
        return self.kind in {Kind.WORDS, Kind.COLORS, Kind.LONG_TEXT} or self.key == STATUS


BESIDE_THE_FIELDS = (
    Target(
        STATUS, "Status", Kind.CHOICE,
        ("sold", "archived", "listed", "active", "listing status", "item status", "sold y n",
         "is sold", "available"),
    ),
    Target(
        MARKETPLACES, "Listed on", Kind.WORDS,
        ("listing platforms", "platforms", "platform", "marketplace", "marketplaces", "listed at",
         "sites", "cross listed", "crosslisted"),
    ),
    Target(
        LISTED_SINCE, "Listed since", Kind.DATE,
        ("listed date", "date listed", "list date", "listing date", "date of listing",
         "listed on date", "published"),
    ),
    Target(
        SOLD_ON, "Sold on (day)", Kind.DATE,
        ("date sold", "sold date", "date of sale", "sale date", "sold on day", "sold day"),
    ),
)  # fmt: skip

PLAINER = {"acquired_on": "Found on (day)"}
"""Labels that say too little where they stand alone."""

TARGETS = (
    *(Target(field.key, PLAINER.get(field.key, field.words), field.kind) for field in FIELDS),
    *BESIDE_THE_FIELDS,
)
"""What the mapping page offers."""

OF_OWN_LISTS = (
    Target(ARCHIVE_REASON, "Archived because", Kind.CHOICE),
    Target(LOWEST_ASKING, "Lowest asked", Kind.MONEY),
    Target(LISTINGS, "Listings", Kind.LONG_TEXT),
    Target(CURRENCY, "Currency", Kind.TEXT),
)
TARGET = {target.key: target for target in (*TARGETS, *OF_OWN_LISTS)}

OF_SALES = frozenset({
    "sold for", "sold price", "price sold", "sale amount", "fees", "fee", "marketplace fees",
    "selling fees", "ship", "shipping", "shipping expenses", "shipping cost", "profit",
    "net profit", "net", "payout", "earnings", "net earnings", "sold to", "buyer", "sold on",
    "sold platform", "shipped date", "quantity sold", "order number", "order id", "sold notes",
    "tracking", "tracking number", "sold at", "roi", "margin", "sold where", "sales tax",
})  # fmt: skip
"""Headings that speak of a sale; a list of pieces does not take them in."""

FILLERS = frozenset({
    "usd", "eur", "gbp", "cad", "aud", "the", "a", "of", "my", "us", "uk", "item", "items",
    "piece", "pieces", "each", "per", "in", "optional", "oz", "lb", "lbs", "g", "kg", "ounces",
    "grams", "cm", "inches",
})  # fmt: skip

_BESIDE = {
    heading_key(name): target
    for target in BESIDE_THE_FIELDS
    for name in (target.key, target.words, *target.aliases)
}


def target_named(name: str) -> Target | None:
    """The target that a heading means word for word; None when nobody calls it that."""
    key = heading_key(name)
    if key in OF_SALES:
        return None
    beside = _BESIDE.get(key)
    if beside:
        return beside
    field = field_named(name)
    if "#" in name and (field is None or field.key == "title"):
        return TARGET["sku"]
    return TARGET[field.key] if field else None


def target_meant(heading: str) -> Target | None:
    """The target of a heading with filling words around it: “Asking price (USD)”."""
    words = [word for word in heading_key(heading).split() if word not in FILLERS]
    return target_named(" ".join(words)) if words else None


def speaks_of_sales(heading: str) -> bool:
    """Whether the column belongs to a sale rather than to a piece."""
    return heading_key(heading) in OF_SALES
