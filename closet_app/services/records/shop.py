"""The shop and how it sells on each marketplace."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from closet_app.db.packing_step import PackingStep as ShopStep
from closet_app.domain.addresses import Address
from closet_app.domain.money import Money

__all__ = ["MarketplaceDefaults", "SavedView", "Shop", "ShopStep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The seller's shop: what is printed, counted and proposed."""

    name: str = ""
    tagline: str = ""
    owner: str = ""
    country: str = "US"
    currency: str = "USD"
    locale: str = "en_US"
    units: str = "imperial"
    address: Address = field(default_factory=Address)
    logo: str = ""
    link: str = ""
    slip_note: str = ""
    return_words: str = ""
    card_note: str = ""
    sign_off: str = ""
    sku_pattern: str = "JL-{0000}"
    packing_steps: tuple[ShopStep, ...] = ()
    ship_within_days: int = 3
    slip_stock: str = "letter"
    card_stock: str = "card-iso-a6"
    label_stock: str = "label-2.25x1.25"
    address_stock: str = ""
    card_design: str = ""
    tax_number: str = ""
    first_steps_hidden: bool = False
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketplaceDefaults:
    """How the seller uses one marketplace; amounts are proposals for each new sale."""

    marketplace: str
    enabled: bool
    handle: str = ""
    link: str = ""
    own_label: bool = False
    shipping: Money | None = None
    tax_percent: Decimal = Decimal(0)
    postage: Money | None = None
    supplies: Money | None = None


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search with its order that the seller gave a name."""

    id: int
    name: str
    query: str
    sort: str
