"""Finds the prices from which a sale leaves enough, across the jumps of its fee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from closet_app.domain.fees import RuleBook
from closet_app.domain.fees.rules import MILLION
from closet_app.domain.money import Money
from closet_app.domain.profit import SaleTerms

HIGHEST_PRICE = 10**11
"""In minor units; no price from here on is looked at."""

_MOST_STEPS = 1_000
"""Rounding moves an answer by a few cents; only fees of nearly 100 % would need more steps."""


@dataclass(frozen=True, slots=True)
class Regime:
    """A run of prices without a jump of the fee: where it starts and from where it is enough."""

    start: int
    enough: int | None


@dataclass(frozen=True, slots=True)
class _Point:
    price: int
    regime: tuple[object, ...]
    charges: int
    exact: int
    received: int


class Solver:
    """Walks over the fee regimes of rising prices; within one, unrounded keep only rises."""

    def __init__(self, book: RuleBook, terms: SaleTerms) -> None:
        self._book = book
        self._terms = terms
        self._outlay = terms.outlay.minor

    def regimes(self, wanted: int, low: int = 0, high: int = HIGHEST_PRICE) -> Iterator[Regime]:
        """Every regime from `low` to below `high`, with its lowest price that keeps `wanted`."""
        point = self._at(low)
        while point.price < high:
            start = self._near(point, wanted)
            yield Regime(point.price, self._scan(start, point.regime, wanted))
            point = self._next_regime(start, point.regime)

    def _near(self, point: _Point, wanted: int) -> _Point:
        """The first price whose unrounded keep is so near that rounding may fill the rest."""
        # Each part is rounded by at most half a unit, the tax in the base by less than one.
        least = (wanted - point.charges // 2 - 2) * MILLION
        return self._first(point, lambda at: at.regime != point.regime or at.exact >= least)

    def _next_regime(self, point: _Point, regime: tuple[object, ...]) -> _Point:
        return self._first(point, lambda at: at.regime != regime)

    def _scan(self, start: _Point, regime: tuple[object, ...], wanted: int) -> int | None:
        for price in range(start.price, min(start.price + _MOST_STEPS, HIGHEST_PRICE)):
            point = self._at(price)
            if point.regime != regime:
                return None
            if point.received >= wanted:
                return price
        return None

    def _first(self, low: _Point, wanted: Callable[[_Point], bool]) -> _Point:
        """The first point from `low` on where `wanted` turns true, or the highest price."""
        if wanted(low):
            return low
        step = 1
        high = self._after(low, step)
        while high.price < HIGHEST_PRICE and not wanted(high):
            low, step = high, step * 2
            high = self._after(low, step)
        while high.price - low.price > 1:
            middle = self._at((low.price + high.price) // 2)
            low, high = (low, middle) if wanted(middle) else (middle, high)
        return high

    def _after(self, point: _Point, step: int) -> _Point:
        return self._at(min(point.price + step, HIGHEST_PRICE))

    def _at(self, price: int) -> _Point:
        terms = replace(self._terms, price=Money(price, self._terms.price.currency))
        charging = self._book.charging(terms.fee_base.as_order)
        left = terms.received.minor - self._outlay
        return _Point(
            price,
            charging.regime,
            len(charging.charges),
            left * MILLION - charging.millionths,
            left - charging.fee.total.minor,
        )
