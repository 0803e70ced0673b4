"""Lengths, weights and percentages as whole small units, exact in inches and centimetres."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MICROMETRES = {"mm": 1_000, "cm": 10_000, "in": 25_400}
MILLIGRAMS = {
    "g": Decimal(1_000),
    "kg": Decimal(1_000_000),
    "oz": Decimal("28349.523125"),
    "lb": Decimal("453592.37"),
}


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length in whole micrometres: ⅛ inch (3175) and 1 mm (1000) are both exact."""

    micrometres: int

    @classmethod
    def of(cls, amount: Decimal | int | str, unit: str) -> Length:
        """`amount` of "in", "cm" or "mm", rounded half up to the micrometre."""
        return cls(_whole(Decimal(amount) * MICROMETRES[unit]))

    def to(self, unit: str) -> Decimal:
        """The exact amount in "in", "cm" or "mm"."""
        return Decimal(self.micrometres) / MICROMETRES[unit]


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """A weight in whole milligrams."""

    milligrams: int

    @classmethod
    def of(cls, amount: Decimal | int | str, unit: str) -> Weight:
        """`amount` of "g", "kg", "oz" or "lb", rounded half up to the milligram."""
        return cls(_whole(Decimal(amount) * MILLIGRAMS[unit]))

    def to(self, unit: str) -> Decimal:
        """The amount in "g", "kg", "oz" or "lb"."""
        return Decimal(self.milligrams) / MILLIGRAMS[unit]


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A percentage kept as an exact decimal: `Percent(Decimal("13.6"))` is 13.6 %."""

    value: Decimal

    @property
    def rate(self) -> Decimal:
        """The factor, 0.136 for 13.6 %."""
        return self.value / 100


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
