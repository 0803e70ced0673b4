"""Which words before a colon the search language knows, and what follows each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class KeyKind(StrEnum):
    """What a key is compared with."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    DAYS = "days"
    WHOLE = "whole"
    HAS = "has"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, kind, other spellings and what it searches, in words."""

    name: str
    kind: KeyKind
    aliases: tuple[str, ...] = ()
    words: str = ""


KEYS: tuple[Key, ...] = (
    Key("brand", KeyKind.TEXT, ("label",), "brand"),
    Key("department", KeyKind.TEXT, ("dept",), "department"),
    Key("category", KeyKind.TEXT, ("cat",), "category"),
    Key("subcategory", KeyKind.TEXT, ("subcat",), "subcategory"),
    Key("size", KeyKind.TEXT, ("sz",), "size"),
    Key("color", KeyKind.TEXT, ("colour", "colors", "colours"), "color"),
    Key("status", KeyKind.TEXT, (), "status"),
    Key("on", KeyKind.TEXT, ("listed_on", "marketplace"), "marketplace it is listed on"),
    Key("price", KeyKind.MONEY, ("asking",), "asking price"),
    Key("cost", KeyKind.MONEY, ("paid",), "what you paid"),
    Key("keep", KeyKind.MONEY, (), "what you keep"),
    Key("floor", KeyKind.MONEY, (), "floor"),
    Key("age", KeyKind.DAYS, (), "days listed"),
    Key("bin", KeyKind.TEXT, ("location",), "bin"),
    Key("source", KeyKind.TEXT, ("found", "from"), "where it was found"),
    Key("condition", KeyKind.TEXT, ("cond",), "condition"),
    Key("material", KeyKind.TEXT, ("fabric",), "material"),
    Key("style", KeyKind.TEXT, (), "style word"),
    Key("tag", KeyKind.TEXT, ("tags",), "tag"),
    Key("sku", KeyKind.TEXT, ("number",), "item number"),
    Key("upc", KeyKind.TEXT, ("barcode", "ean", "gtin"), "barcode"),
    Key("title", KeyKind.TEXT, (), "title"),
    Key("owner", KeyKind.TEXT, ("ownership",), "business or personal"),
    Key("sold", KeyKind.DATE, ("sold_date",), "day sold"),
    Key("sold_on", KeyKind.TEXT, (), "marketplace it sold on"),
    Key("acquired", KeyKind.DATE, ("bought", "acquired_on"), "day you found it"),
    Key("listed", KeyKind.DATE, ("listed_since",), "day listed"),
    Key("added", KeyKind.DATE, ("created",), "day added"),
    Key("quantity", KeyKind.WHOLE, ("qty",), "quantity"),
    Key("photos", KeyKind.WHOLE, (), "number of photos"),
    Key("has", KeyKind.HAS, ("with",), "what is filled in"),
    Key("no", KeyKind.HAS, ("without",), "what is missing"),
)

KEY: dict[str, Key] = {key.name: key for key in KEYS}

HAS_KEYS: tuple[str, ...] = (
    "photo", "cost", "price", "floor", "brand", "department", "category", "size", "color",
    "condition", "material", "measurements", "weight", "description", "style", "flaws", "bin",
    "source", "acquired", "title", "notes", "tag", "upc", "listing",
)  # fmt: skip

_HAS_ALIASES = {
    "photos": "photo", "paid": "cost", "asking": "price", "colors": "color", "colour": "color",
    "measurement": "measurements", "tags": "tag", "flaw": "flaws", "note": "notes",
    "listings": "listing", "found": "source", "barcode": "upc",
}  # fmt: skip

_BY_NAME = {name: key for key in KEYS for name in (key.name, *key.aliases)}


def key_named(name: str) -> Key | None:
    """The key of a name or alias in any case; None when the language does not know it."""
    return _BY_NAME.get(name.casefold())


def has_key_named(name: str) -> str | None:
    """The canonical word after `has:` or `no:`; None when it is not one of them."""
    plain = name.casefold()
    plain = _HAS_ALIASES.get(plain, plain)
    return plain if plain in HAS_KEYS else None
