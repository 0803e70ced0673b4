"""The one table of what a seller can say about a piece.

It feeds the editor, `closet edit`, the columns of spreadsheets in and out, and the history.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from closet_app.domain.item import Condition, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.units import Weight

FieldValue = (
    str | tuple[str, ...] | tuple[Measurement, ...] | Condition | Ownership | Money | Weight
    | int | date | None
)  # fmt: skip
"""Whatever a field of `ItemFacts` may hold."""


class Kind(StrEnum):
    """What a field holds, and so how it is typed, checked and said."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WORDS = "words"
    CHOICE = "choice"
    COLORS = "colors"
    MONEY = "money"
    MEASUREMENTS = "measurements"
    WEIGHT = "weight"
    WHOLE = "whole"
    DATE = "date"


class Group(StrEnum):
    """The sections of the item editor, in reading order."""

    ABOUT = "about"
    MEASUREMENTS = "measurements"
    ORIGIN = "origin"
    PRICE = "price"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of `ItemFacts`.

    `words` is its label on screen, `csv` its heading in exports, `limit` the longest text
    (or the largest whole number), `aliases` further headings in `heading_key` form, `hint`
    a few words beside the label.
    """

    key: str
    words: str
    kind: Kind
    group: Group
    csv: str
    limit: int = 0
    aliases: tuple[str, ...] = ()
    hint: str = ""


_SHORT, _LINE, _LONG, _WORD_LIST = 40, 120, 10_000, 50
MOST_COLORS = 2
LONGEST_WORD = 60

FIELDS: tuple[Field, ...] = (
    Field(
        "title", "Title", Kind.TEXT, Group.ABOUT, "Title", 500,
        ("name", "item", "item name", "item title", "listing title", "product", "product name",
         "what", "what is it", "what it is"),
    ),
    Field(
        "brand", "Brand", Kind.TEXT, Group.ABOUT, "Brand", _LINE,
        ("label", "brand label", "brand name", "designer", "maker", "make", "manufacturer",
         "vendor"),
    ),
    Field(
        "department", "Department", Kind.CHOICE, Group.ABOUT, "Department", _LINE,
        ("dept", "gender", "for", "who"),
    ),
    Field(
        "category", "Category", Kind.CHOICE, Group.ABOUT, "Category", _LINE,
        ("type", "item type", "product type", "kind", "cat"),
    ),
    Field(
        "subcategory", "Subcategory", Kind.CHOICE, Group.ABOUT, "Subcategory", _LINE,
        ("sub category", "subcat", "subtype"),
    ),
    Field(
        "size_system", "Size system", Kind.CHOICE, Group.ABOUT, "Size system", _LINE,
        ("size type", "size group", "size chart"),
    ),
    Field(
        "size", "Size", Kind.TEXT, Group.ABOUT, "Size", _SHORT,
        ("sz", "tag size", "size on tag", "us size", "option1 value"),
    ),
    Field(
        "condition", "Condition", Kind.CHOICE, Group.ABOUT, "Condition", _LINE,
        ("cond", "item condition", "quality", "state", "nwt"),
    ),
    Field(
        "material", "Material", Kind.TEXT, Group.ABOUT, "Material", 250,
        ("fabric", "fabric type", "fiber", "fibre", "composition", "made of", "materials"),
    ),
    Field(
        "colors", "Colors", Kind.COLORS, Group.ABOUT, "Colors", MOST_COLORS,
        ("color", "colour", "colours", "primary color", "secondary color", "main color",
         "color 1", "color 2", "colour 1", "colour 2", "primary colour", "secondary colour"),
    ),
    Field(
        "other_colors", "Other colors", Kind.WORDS, Group.ABOUT, "Other colors", _WORD_LIST,
        ("shade", "shades", "other colours", "color name", "exact color"),
    ),
    Field(
        "style_words", "Style words", Kind.WORDS, Group.ABOUT, "Style words", _WORD_LIST,
        ("style", "styles", "style tags", "style tag", "hashtags", "keywords", "aesthetic"),
        "searched by buyers",
    ),
    Field(
        "description", "Description", Kind.LONG_TEXT, Group.ABOUT, "Description", _LONG,
        ("desc", "details", "listing description", "item description", "body", "body html"),
    ),
    Field(
        "measurements", "Measurements", Kind.MEASUREMENTS, Group.MEASUREMENTS, "Measurements", 20,
        ("measures", "measured", "dimensions", "flat lay"), "laid flat",
    ),
    Field(
        "weight", "Weight", Kind.WEIGHT, Group.MEASUREMENTS, "Weight", 0,
        ("wt", "ship weight", "shipping weight", "item weight", "package weight", "packed weight"),
    ),
    Field(
        "source", "Found at", Kind.TEXT, Group.ORIGIN, "Source", _LINE,
        ("where", "where bought", "where i bought it", "bought at", "bought from", "store",
         "purchase from", "purchased from", "purchase location", "sourced from", "sourced at",
         "supplier", "thrift", "from", "found"),
    ),
    Field(
        "acquired_on", "Date", Kind.DATE, Group.ORIGIN, "Acquired on",
        aliases=("acquired", "date bought", "bought", "bought on", "date acquired",
                 "date purchased", "purchase date", "purchased", "purchased on", "date found",
                 "found on", "sourced on", "sourced date", "buy date"),
    ),
    Field(
        "cost_price", "Paid", Kind.MONEY, Group.ORIGIN, "Cost",
        aliases=("cog", "cogs", "cost of goods", "cost of good", "cost price", "cost per item",
                 "item cost", "my cost", "paid price", "price paid", "purchase price",
                 "buy price", "bought for", "unit cost"),
    ),
    Field(
        "cost_tax", "Tax paid", Kind.MONEY, Group.ORIGIN, "Cost tax",
        aliases=("purchase tax", "tax on cost", "sales tax paid", "cost of tax"),
    ),
    Field(
        "cost_inbound", "Inbound shipping", Kind.MONEY, Group.ORIGIN, "Cost inbound shipping",
        aliases=("shipping in", "shipping paid to me", "purchase shipping", "cost shipping",
                 "freight in"),
    ),
    Field(
        "cost_cleaning", "Cleaning", Kind.MONEY, Group.ORIGIN, "Cost cleaning",
        aliases=("cleaning cost", "laundry", "dry cleaning", "repair", "repairs"),
    ),
    Field(
        "bin", "Bin", Kind.TEXT, Group.ORIGIN, "Bin", _SHORT,
        ("bin number", "bin no", "bin name", "location", "storage", "storage location", "shelf",
         "box", "tote", "rack", "where is it", "warehouse location"),
    ),
    Field(
        "sku", "Item number", Kind.TEXT, Group.ORIGIN, "SKU", _SHORT,
        ("no", "number", "item no", "item id", "id", "inventory number", "stock number",
         "custom label", "custom label sku", "variant sku", "asset id", "code"),
    ),
    Field(
        "upc", "Barcode", Kind.TEXT, Group.ORIGIN, "UPC", 14,
        ("ean", "gtin", "upc code", "upc ean", "ean upc", "gtin upc", "gtin ean", "upc number",
         "variant barcode"),
    ),
    Field(
        "quantity", "Quantity", Kind.WHOLE, Group.ORIGIN, "Quantity", 9_999,
        ("qty", "count", "how many", "pieces", "quantity left", "inventory quantity",
         "available quantity", "on hand"),
    ),
    Field(
        "flaws", "Flaws to mention", Kind.LONG_TEXT, Group.ORIGIN, "Flaws", 2_000,
        ("flaw", "notes flaws", "defects", "damage", "imperfections", "wear", "issues"),
    ),
    Field(
        "ownership", "Business or personal", Kind.CHOICE, Group.ORIGIN, "Ownership", _LINE,
        ("personal", "business", "personal or business", "owner"),
    ),
    Field(
        "notes", "Notes", Kind.LONG_TEXT, Group.ORIGIN, "Notes", _LONG,
        ("note", "internal notes", "internal note", "private notes", "comments", "comment",
         "remarks", "memo"),
        "only you see them",
    ),
    Field(
        "tags", "Tags", Kind.WORDS, Group.ORIGIN, "Tags", _WORD_LIST,
        ("tag", "labels", "my tags"),
    ),
    Field(
        "original_price", "Original price", Kind.MONEY, Group.PRICE, "Original price",
        aliases=("retail", "retail price", "rrp", "msrp", "compare at price", "new price",
                 "variant compare at price"),
    ),
    Field(
        "asking", "Asking", Kind.MONEY, Group.PRICE, "Asking",
        aliases=("price", "list", "list price", "listing price", "listed for", "listed price",
                 "asking price", "ask", "start price", "current price", "sale price",
                 "variant price"),
    ),
    Field(
        "floor", "Floor", Kind.MONEY, Group.PRICE, "Floor",
        aliases=("floor price", "minimum", "minimum price", "min price", "lowest",
                 "lowest price", "lowest offer"),
    ),
    Field(
        "keep_at_least", "Keep at least", Kind.MONEY, Group.PRICE, "Keep at least",
        aliases=("minimum profit", "min profit", "wanted profit"),
    ),
)  # fmt: skip

FIELD: dict[str, Field] = {field.key: field for field in FIELDS}

EDIT_NAMES = {"cost": "cost_price", "paid": "cost_price", "color": "colors", "price": "asking"}
"""Short names that `closet edit` takes besides keys and headings."""


def fields_of(group: Group) -> tuple[Field, ...]:
    """The fields of one editor section, in order."""
    return tuple(field for field in FIELDS if field.group is group)


def heading_key(heading: str) -> str:
    """A column heading without case, currency signs, punctuation and export prefixes."""
    plain = unicodedata.normalize("NFKC", heading).casefold().strip()
    plain = re.sub(r"^hb\.(field\.)?", "", plain)
    return " ".join(re.findall(r"[^\W_]+", plain))


def field_named(name: str) -> Field | None:
    """The field a heading or a word before `=` means; None when nobody calls it that."""
    key = heading_key(name)
    return _BY_NAME.get(key)


def _by_name() -> dict[str, Field]:
    names: dict[str, Field] = {}
    for field in FIELDS:
        for name in (field.key, field.csv, field.words, *field.aliases):
            names.setdefault(heading_key(name), field)
    for short, key in EDIT_NAMES.items():
        names[short] = FIELD[key]
    return names


_BY_NAME = _by_name()
