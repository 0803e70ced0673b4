"""A piece as the seller describes it; status, photos, listings and orders live beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from closet_app.domain.money import Money, total_of
from closet_app.domain.units import Length, Weight


class Condition(StrEnum):
    """Closet's own six words; a table maps them to each marketplace's."""

    NEW_WITH_TAGS = "new_with_tags"
    NEW_WITHOUT_TAGS = "new_without_tags"
    LIKE_NEW = "like_new"
    VERY_GOOD = "very_good"
    GOOD = "good"
    FAIR = "fair"


class Ownership(StrEnum):
    """Whether a piece is stock or from the seller's own wardrobe (taxes differ)."""

    BUSINESS = "business"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measure of a garment laid flat; `name` is a key of the measurement table."""

    name: str
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """Everything a seller can say about one piece.

    Costs and prices are for one piece of `quantity`; `cost_price` None means not known yet,
    zero means it came from the seller's own closet.
    """

    sku: str = ""
    upc: str = ""
    title: str = ""
    brand: str = ""
    department: str = ""
    category: str = ""
    subcategory: str = ""
    size_system: str = ""
    size: str = ""
    colors: tuple[str, ...] = ()
    other_colors: tuple[str, ...] = ()
    condition: Condition | None = None
    material: str = ""
    style_words: tuple[str, ...] = ()
    description: str = ""
    measurements: tuple[Measurement, ...] = ()
    weight: Weight | None = None
    flaws: str = ""
    bin: str = ""
    quantity: int = 1
    source: str = ""
    acquired_on: date | None = None
    cost_price: Money | None = None
    cost_tax: Money | None = None
    cost_inbound: Money | None = None
    cost_cleaning: Money | None = None
    original_price: Money | None = None
    asking: Money | None = None
    floor: Money | None = None
    keep_at_least: Money | None = None
    ownership: Ownership = Ownership.BUSINESS
    notes: str = ""
    tags: tuple[str, ...] = ()

    @property
    def cost(self) -> Money | None:
        """Cost of goods of one piece; None while the price paid is not known."""
        return total_cost((self.cost_price, self.cost_tax, self.cost_inbound, self.cost_cleaning))


def total_cost(parts: Sequence[Money | None]) -> Money | None:
    """The sum of the known parts when the first, the price paid, is known."""
    paid = parts[0]
    if paid is None:
        return None
    return total_of((part for part in parts if part is not None), paid.currency)
