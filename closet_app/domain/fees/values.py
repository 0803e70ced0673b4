"""What goes into the fee rule book and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from closet_app.domain.money import Money, total_of
from closet_app.domain.units import Percent
from closet_app.errors import UserError


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """Which rule a fee rests on.

    `start` is None when nobody says since when it holds; `unverified` is true when the rule
    rests on unverified facts, or serves a day or a currency it was not read for; `note` says
    which of these in whole sentences.
    """

    id: str
    start: date | None
    source: str
    checked_on: date
    unverified: bool
    note: str


@dataclass(frozen=True, slots=True)
class FeePart:
    """One named part of a fee, rounded half up by itself."""

    name: str
    money: Money


@dataclass(frozen=True, slots=True)
class Fee:
    """An expected fee: `total` is the sum of `parts`; parts of nothing are left out."""

    total: Money
    parts: tuple[FeePart, ...]
    rule: AppliedRule


@dataclass(frozen=True, slots=True)
class ExtraChoice:
    """An extra the seller takes, such as promoting; `percent` where the seller sets the rate."""

    id: str
    percent: Percent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One listing in an order; `starting_price` is what it was listed for, if not `price`."""

    price: Money
    fee_class: str = "clothing"
    pieces: int = 1
    starting_price: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFeeBase:
    """An order as the marketplace sees it; amounts left out are zero.

    `price` of each line is before the order's `discount`; `shipping` and `tax` are what the
    buyer paid; `variant` names a rule set of the marketplace, empty for its usual one.
    Raises UserError without lines: of a wholly cancelled order no fee can be expected.
    """

    marketplace: str
    on: date
    lines: tuple[FeeLine, ...]
    discount: Money | None = None
    shipping: Money | None = None
    tax: Money | None = None
    variant: str = ""
    extras: tuple[ExtraChoice, ...] = ()

    def __post_init__(self) -> None:
        if not self.lines:
            raise UserError("No piece of this order was sold, so no fee is expected.")

    @property
    def currency(self) -> str:
        """The one currency of all its amounts."""
        return self.lines[0].price.currency

    @property
    def price(self) -> Money:
        """What all lines cost together, before the discount."""
        return total_of((line.price for line in self.lines), self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeBase:
    """One sale as the marketplace sees it; see `OrderFeeBase` for each field."""

    marketplace: str
    on: date
    price: Money
    fee_class: str = "clothing"
    discount: Money | None = None
    shipping: Money | None = None
    tax: Money | None = None
    pieces: int = 1
    starting_price: Money | None = None
    variant: str = ""
    extras: tuple[ExtraChoice, ...] = ()

    @property
    def as_order(self) -> OrderFeeBase:
        """The same sale as an order of one line."""
        line = FeeLine(
            price=self.price,
            fee_class=self.fee_class,
            pieces=self.pieces,
            starting_price=self.starting_price,
        )
        return OrderFeeBase(
            marketplace=self.marketplace,
            on=self.on,
            lines=(line,),
            discount=self.discount,
            shipping=self.shipping,
            tax=self.tax,
            variant=self.variant,
            extras=self.extras,
        )


@dataclass(frozen=True, slots=True)
class Variant:
    """Another rule set of a marketplace: another country, or a store subscription."""

    id: str
    name: str
    currency: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A charge that is off until chosen; `percent_range` where the seller sets its rate."""

    id: str
    name: str
    unverified: bool
    note: str
    percent_range: tuple[Percent, Percent] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marketplace:
    """A marketplace of the rule book; `fill` is the ground of its badge as #RRGGBB.

    `available` is false where no amounts are known, and `reason` says why; `unverified` is
    true when its usual rules today rest on unverified facts; `checked_on` is the newest day
    one of its rules was compared with its source.
    """

    id: str
    name: str
    letter: str
    fill: str
    currency: str
    available: bool
    reason: str
    enabled_by_default: bool
    unverified: bool
    checked_on: date
    variants: tuple[Variant, ...] = ()
    extras: tuple[Extra, ...] = ()
