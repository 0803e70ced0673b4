"""Prices from what they leave: backwards solving, floors, offers and repricing.

Fees are step functions (Poshmark's jumps at $15) and each part is rounded by itself, so keep
does not simply rise with the price: $14.99 leaves more than $15.00. `price_that_keeps`
returns the lowest price of all that leaves enough; a higher one just past a jump may leave
less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from closet_app.domain.currencies import minor_per_major
from closet_app.domain.fees import RuleBook
from closet_app.domain.money import Money
from closet_app.domain.profit import SaleTerms, quote
from closet_app.domain.solving import Solver
from closet_app.domain.units import Percent
from closet_app.errors import InvalidValueError, UserError


def price_that_keeps(book: RuleBook, terms: SaleTerms, wanted: Money) -> Money:
    """The lowest price that leaves at least `wanted`; the price of `terms` does not matter.

    Raises UserError when no price leaves that much.
    """
    for regime in Solver(book, terms).regimes(wanted.minor):
        if regime.enough is not None:
            return Money(regime.enough, terms.price.currency)
    raise UserError(
        f"No price on {book.find(terms.marketplace).name} leaves that much.",
        remedy="Want less, or sell it elsewhere.",
    )


def lowest_floor(book: RuleBook, terms: SaleTerms, keep_at_least: Money | None = None) -> Money:
    """The lowest price that pays its fee, postage, supplies and cost, and leaves `keep_at_least`.

    A negative `keep_at_least` counts as zero: no floor loses money.
    """
    nothing = Money.zero(terms.price.currency)
    return price_that_keeps(book, terms, max(keep_at_least or nothing, nothing))


def require_floor(book: RuleBook, terms: SaleTerms, floor: Money) -> Money:
    """`floor` itself; raises InvalidValueError when a sale at that price would lose money."""
    if quote(book, replace(terms, price=floor)).keep < Money.zero(floor.currency):
        raise InvalidValueError(
            "This floor is below what the piece, its fee, postage and supplies cost.",
            field="floor",
            remedy="Raise the floor, or leave it empty.",
            lowest=lowest_floor(book, terms),
        )
    return floor


class OfferBand(StrEnum):
    """How good an offer is: it loses money, it is below the floor, or it is fine."""

    LOSS = "loss"
    BELOW_FLOOR = "below_floor"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class BandSpan:
    """A stretch of the offer slider, both ends included."""

    band: OfferBand
    low: Money
    high: Money


def judge_offer(book: RuleBook, terms: SaleTerms, offer: Money, floor: Money | None) -> OfferBand:
    """What an offer on these terms is worth; the offer takes the place of price and discount.

    The starting price stays that of `terms`: an offer does not change what a piece was listed
    for.
    """
    if quote(book, _at_offer(terms, offer)).keep < Money.zero(offer.currency):
        return OfferBand.LOSS
    return OfferBand.BELOW_FLOOR if floor is not None and offer < floor else OfferBand.FINE


def accepts_offer(book: RuleBook, terms: SaleTerms, offer: Money, floor: Money | None) -> bool:
    """Whether an offer loses nothing and is not below the floor."""
    return judge_offer(book, terms, offer, floor) is OfferBand.FINE


def offer_bands(
    book: RuleBook, terms: SaleTerms, low: Money, high: Money, floor: Money | None
) -> tuple[BandSpan, ...]:
    """The offer slider from `low` to `high` in stretches of one band, without gaps.

    Raises ValueError unless `low` is below `high`.
    """
    if not low < high:
        raise ValueError("an offer slider has a low and a higher end")
    edges = sorted(set(_edges(book, terms, low, high, floor)))
    ends = [*(edge - 1 for edge in edges[1:]), high.minor]
    spans: list[BandSpan] = []
    for start, end in zip(edges, ends, strict=True):
        first, last = Money(start, low.currency), Money(end, low.currency)
        band = judge_offer(book, terms, first, floor)
        if spans and spans[-1].band is band:
            first = spans.pop().low
        spans.append(BandSpan(band, first, last))
    return tuple(spans)


def _at_offer(terms: SaleTerms, offer: Money) -> SaleTerms:
    return replace(
        terms, price=offer, discount=None, starting_price=terms.starting_price or terms.price
    )


def _edges(
    book: RuleBook, terms: SaleTerms, low: Money, high: Money, floor: Money | None
) -> Iterator[int]:
    yield low.minor
    solver = Solver(book, _at_offer(terms, low))
    for regime in solver.regimes(0, low.minor, high.minor + 1):
        yield regime.start
        if regime.enough is not None and regime.enough <= high.minor:
            yield regime.enough
    if floor is not None and low < floor <= high:
        yield floor.minor


class PriceEnding(StrEnum):
    """How a new price is rounded: not at all, or to the nearest price that ends so."""

    AS_IS = "as_is"
    WHOLE = "whole"
    NINETY_NINE = "ninety_nine"
    NINETY_FIVE = "ninety_five"


_HUNDREDTHS = {PriceEnding.WHOLE: 0, PriceEnding.NINETY_NINE: 99, PriceEnding.NINETY_FIVE: 95}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprice:
    """A rule for new asking prices: set `to`, or change by `percent` or `amount` (− is down).

    Raises ValueError unless exactly one of the three is given.
    """

    to: Money | None = None
    percent: Percent | None = None
    amount: Money | None = None
    ending: PriceEnding = PriceEnding.AS_IS
    respect_floor: bool = True

    def __post_init__(self) -> None:
        if sum(each is not None for each in (self.to, self.percent, self.amount)) != 1:
            raise ValueError("a price is set, changed by a percentage, or changed by an amount")


@dataclass(frozen=True, slots=True)
class Repriced:
    """A new asking price, and whether the floor held it."""

    price: Money
    held_by_floor: bool


def reprice(rule: Reprice, asking: Money | None, floor: Money | None = None) -> Repriced | None:
    """The new asking price; None where there is no price yet that could be changed.

    With `respect_floor` no price ends below the floor; one that is already below it is not
    lowered any further.
    """
    wanted = _wanted(rule, asking)
    if wanted is None:
        return None
    price = with_ending(wanted, rule.ending)
    if not rule.respect_floor or floor is None or price >= floor:
        return Repriced(price, held_by_floor=False)
    least = floor if asking is None else min(asking, floor)
    return Repriced(max(price, least), held_by_floor=price < least)


def with_ending(price: Money, ending: PriceEnding) -> Money:
    """The nearest price with that ending, the higher of two; currencies without cents keep it.

    A price is never rounded away to nothing.
    """
    unit = minor_per_major(price.currency)
    hundredths = _HUNDREDTHS.get(ending)
    if hundredths is None or price.minor <= 0:
        return price
    last = unit * hundredths // 100
    majors = max((price.minor - last + unit // 2) // unit, 0)
    return Money(majors * unit + last or unit, price.currency)


def lowest_asked(prices: Iterable[Money | None]) -> Money | None:
    """The lowest price ever asked; None when none was."""
    return min((price for price in prices if price is not None), default=None)


def _wanted(rule: Reprice, asking: Money | None) -> Money | None:
    if rule.to is not None:
        return rule.to
    if asking is None:
        return None
    change = asking.part(rule.percent.rate) if rule.percent is not None else rule.amount
    nothing = Money.zero(asking.currency)
    return max(asking + (change or nothing), nothing)
