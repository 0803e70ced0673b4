"""A dated fee rule and its arithmetic: bands of percentages and fixed amounts, exact inside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from closet_app.domain.money import Money
from closet_app.domain.units import Percent

MILLION = 1_000_000
"""Inside, charges are whole millionths of a minor unit: 14.975 % of a cent is exact."""

NO_PERCENT = Percent(Decimal(0))


class Component(StrEnum):
    """What of a sale can enter the base of a charge; items are the price less the discount."""

    ITEMS = "items"
    SHIPPING = "shipping"
    TAX = "tax"


@dataclass(frozen=True, slots=True)
class Amounts:
    """A sale in minor units of one currency; `items` is the price less the discount."""

    items: int
    shipping: int
    tax: int
    pieces: int = 1

    def base(self, components: frozenset[Component]) -> int:
        """The sum of `components`, in minor units."""
        return (
            (self.items if Component.ITEMS in components else 0)
            + (self.shipping if Component.SHIPPING in components else 0)
            + (self.tax if Component.TAX in components else 0)
        )

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(
            self.items + other.items,
            self.shipping + other.shipping,
            self.tax + other.tax,
            self.pieces + other.pieces,
        )


@dataclass(frozen=True, slots=True)
class Band:
    """A rate for bases up to `limit` major units (None: without end)."""

    percent: Percent = NO_PERCENT
    fixed: Decimal = Decimal(0)
    limit: Decimal | None = None
    inclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One named part of a fee; without components in its `base` it is charged in any case.

    The band that holds the whole base decides, or, with `by_parts`, each band takes its own
    part of the base. `per_order` is charged once for an order whose pieces fall under several
    rules; the fixed amount of `per_piece` is charged for each piece.
    """

    name: str
    base: frozenset[Component]
    bands: tuple[Band, ...]
    by_parts: bool = False
    minimum: Decimal | None = None
    cap: Decimal | None = None
    per_order: bool = False
    per_piece: bool = False

    @property
    def has_amounts(self) -> bool:
        """Whether any figure of it is money, and so belongs to one currency."""
        return (
            self.minimum is not None
            or self.cap is not None
            or any(band.fixed or band.limit is not None for band in self.bands)
        )

    def at(self, percent: Percent) -> Charge:
        """The same charge at a rate the seller set."""
        return replace(self, bands=(Band(percent=percent),))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """What one marketplace takes between two days, of the classes it names (none: of all).

    `starting_from` limits it to pieces whose starting price is at least that; figures are in
    `currency`.
    """

    id: str
    currency: str
    charges: tuple[Charge, ...]
    source: str
    checked_on: date
    variant: str = ""
    start: date | None = None
    until: date | None = None
    classes: frozenset[str] = frozenset()
    starting_from: Decimal | None = None
    unverified: bool = False
    note: str = ""

    @property
    def has_amounts(self) -> bool:
        """Whether any figure of it is money, and so belongs to one currency."""
        return self.starting_from is not None or any(each.has_amounts for each in self.charges)

    @property
    def rank(self) -> tuple[bool, bool, date]:
        """Of several rules that fit a sale the most particular, then the newest, is used."""
        return self.starting_from is not None, bool(self.classes), self.start or date.min

    def covers(self, on: date, fee_class: str) -> bool:
        """Whether it holds for that day and class; without a start it serves every earlier day."""
        begun = self.start is None or self.start <= on
        ended = self.until is not None and on > self.until
        return begun and not ended and (not self.classes or fee_class in self.classes)


@dataclass(frozen=True, slots=True)
class PricedBand:
    """A band in whole minor units and millionths."""

    rate: int
    fixed: int
    limit: int | None
    inclusive: bool

    def holds(self, base: int) -> bool:
        """Whether the whole `base` lies in this band or a lower one."""
        return self.limit is None or base < self.limit or (self.inclusive and base == self.limit)


@dataclass(frozen=True, slots=True)
class PricedCharge:
    """A charge whose figures are whole minor units of one currency."""

    charge: Charge
    bands: tuple[PricedBand, ...]
    minimum: int | None
    cap: int | None

    @classmethod
    def of(cls, charge: Charge, currency: str) -> PricedCharge:
        """`charge` with its figures read as amounts of `currency`."""

        def minor(amount: Decimal | None) -> int | None:
            return None if amount is None else Money.of(amount, currency).minor

        bands = tuple(
            PricedBand(
                int(band.percent.value * MILLION) // 100,
                Money.of(band.fixed, currency).minor,
                minor(band.limit),
                band.inclusive,
            )
            for band in charge.bands
        )
        return cls(charge, bands, minor(charge.minimum), minor(charge.cap))

    def millionths(self, amounts: Amounts) -> int:
        """The charge before rounding, in millionths of a minor unit; a base of nothing has none."""
        base = amounts.base(self.charge.base)
        if base <= 0 and self.charge.base:
            return 0
        charged = (
            self._by_parts(base) if self.charge.by_parts else self._whole(base, amounts.pieces)
        )
        if self.minimum is not None:
            charged = max(charged, self.minimum * MILLION)
        return charged if self.cap is None else min(charged, self.cap * MILLION)

    def minor(self, amounts: Amounts) -> int:
        """The charge in minor units, rounded half up."""
        return (self.millionths(amounts) + MILLION // 2) // MILLION

    def step(self, amounts: Amounts) -> int:
        """Which band of a charge that jumps holds these amounts; -1 where there is no base."""
        base = amounts.base(self.charge.base)
        if base <= 0 and self.charge.base:
            return -1
        return 0 if self.charge.by_parts else self._band_at(base)

    def _band_at(self, base: int) -> int:
        return next(at for at, band in enumerate(self.bands) if band.holds(base))

    def _whole(self, base: int, pieces: int) -> int:
        band = self.bands[self._band_at(base)]
        times = pieces if self.charge.per_piece else 1
        return base * band.rate + band.fixed * times * MILLION

    def _by_parts(self, base: int) -> int:
        charged = below = 0
        for band in self.bands:
            upper = base if band.limit is None else min(base, band.limit)
            charged += max(upper - below, 0) * band.rate
            below = max(upper, below)
        return charged


@dataclass(frozen=True, slots=True)
class PricedRule:
    """A rule ready to compute in one currency."""

    rule: FeeRule
    charges: tuple[PricedCharge, ...]
    starting_from: int | None

    @classmethod
    def of(cls, rule: FeeRule, currency: str) -> PricedRule:
        """`rule` with its figures read as amounts of `currency`."""
        least = rule.starting_from
        return cls(
            rule,
            tuple(PricedCharge.of(charge, currency) for charge in rule.charges),
            None if least is None else Money.of(least, currency).minor,
        )

    def admits(self, starting_price: int) -> bool:
        """Whether a piece listed for this many minor units falls under the rule."""
        return self.starting_from is None or starting_price >= self.starting_from
