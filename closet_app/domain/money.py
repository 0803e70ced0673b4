"""Money as whole minor units of one currency; no float ever comes near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from closet_app.domain.currencies import digits_of, minor_per_major

LARGEST_MINOR = 10**15
"""Sums of 9,000 amounts of this size still fit SQLite's 64-bit integers."""


class CurrencyMismatchError(ValueError):
    """Two currencies met in one sum."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: `minor` units (cents, yen) of `currency` (ISO 4217)."""

    minor: int
    currency: str

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in `currency`."""
        return cls(0, currency)

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """`amount` major units, rounded half up to the currency's digits."""
        scaled = Decimal(amount).scaleb(digits_of(currency))
        return cls(int(scaled.quantize(Decimal(1), ROUND_HALF_UP)), currency)

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact, with the currency's digits."""
        return Decimal(self.minor).scaleb(-digits_of(self.currency))

    @property
    def is_whole(self) -> bool:
        """Whether there are no cents to show."""
        return self.minor % minor_per_major(self.currency) == 0

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.minor), self.currency)

    def __mul__(self, factor: int) -> Money:
        return Money(self.minor * factor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def part(self, rate: Decimal) -> Money:
        """`rate` (0.2 for 20 %) of this amount, rounded half up to the minor unit."""
        share = Decimal(self.minor) * rate
        return Money(int(share.quantize(Decimal(1), ROUND_HALF_UP)), self.currency)

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Shares in proportion to `weights` that add up to this amount exactly.

        Largest remainder; ties go to the earlier share; equal shares when all weights are zero.
        Raises ValueError without weights or with a negative one.
        """
        return [Money(share, self.currency) for share in split_minor(self.minor, weights)]

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            message = f"{self.currency} and {other.currency} cannot be added or compared"
            raise CurrencyMismatchError(message)
        return other.minor


def split_minor(total: int, weights: Sequence[int]) -> list[int]:
    """`total` minor units shared by `weights` with largest remainder, ties to the earlier."""
    if not weights or min(weights) < 0:
        message = "splitting needs weights that are not negative"
        raise ValueError(message)
    if len(weights) == 1:
        return [total]
    used = list(weights) if any(weights) else [1] * len(weights)
    sign, size = (-1, -total) if total < 0 else (1, total)
    whole = sum(used)
    shares = [size * weight // whole for weight in used]
    remainders = [size * weight % whole for weight in used]
    by_remainder = sorted(range(len(used)), key=lambda at: (-remainders[at], at))
    for at in by_remainder[: size - sum(shares)]:
        shares[at] += 1
    return [sign * share for share in shares]


def total_of(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of `amounts`; zero of `currency` when there are none."""
    total = Money.zero(currency)
    for amount in amounts:
        total = total + amount
    return total
