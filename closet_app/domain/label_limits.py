"""The heaviest parcel that a marketplace's own label carries, as dated data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from closet_app.domain.units import Weight
from closet_app.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class LabelLimit:
    """One marketplace's limit since a day; `upgrade` when a heavier label can be had."""

    marketplace: str
    weight: Weight
    upgrade: bool
    start: date
    source: str
    checked_on: date
    unverified: bool


def read_limits(text: str) -> tuple[LabelLimit, ...]:
    """The limits of a TOML file; raises InvalidValueError for one that cannot be read."""
    try:
        return tuple(_limit(row) for row in tomllib.loads(text).get("limit", ()))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, ArithmeticError) as why:
        message = "The table of label limits cannot be read."
        raise InvalidValueError(message, remedy="Install Closet again.") from why


def limit_of(limits: Iterable[LabelLimit], marketplace: str, on: date) -> LabelLimit | None:
    """What holds on a marketplace on a day: the newest limit that has begun."""
    begun = [each for each in limits if each.marketplace == marketplace and each.start <= on]
    return max(begun, key=lambda each: each.start, default=None)


def _limit(row: dict[str, Any]) -> LabelLimit:
    amount, unit = str(row["weight"]).split()
    return LabelLimit(
        marketplace=str(row["marketplace"]),
        weight=Weight.of(amount, unit),
        upgrade=bool(row.get("upgrade", False)),
        start=_day(row["from"]),
        source=str(row["source"]),
        checked_on=_day(row["checked_on"]),
        unverified=bool(row.get("unverified", False)),
    )


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value
