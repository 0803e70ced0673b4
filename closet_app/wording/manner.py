"""How a shop writes money, measures and days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from closet_app.domain.taxonomy import Taxonomy

_INCHES = frozenset({"US", "CA", "GB", "LR", "MM"})
_POUNDS = frozenset({"US", "LR", "MM"})
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "PR"})
DEFAULT_LOCALE = "en_US"


@dataclass(frozen=True, slots=True)
class Manner:
    """One shop's way of writing; services make it from the shop and the clock.

    `length_unit` is "in" or "cm", `weight_unit` "lb" or "kg". Values from a file are read with
    `from_file`: what could mean two things is asked about unless `decimal_mark` and
    `day_first` (None: ask) settle it.
    """

    taxonomy: Taxonomy = field(repr=False)
    today: date
    currency: str = "USD"
    locale: str = DEFAULT_LOCALE
    length_unit: str = "in"
    weight_unit: str = "lb"
    day_first: bool | None = False
    from_file: bool = False
    decimal_mark: str | None = None


def units_of(country: str) -> tuple[str, str]:
    """The units of length and weight that sellers in `country` (ISO 3166) are used to."""
    return (
        "in" if country in _INCHES else "cm",
        "lb" if country in _POUNDS else "kg",
    )


def is_day_first(country: str) -> bool:
    """Whether 01/02 is the first of February in `country`."""
    return country not in _MONTH_FIRST


@lru_cache(maxsize=32)
def locale_of(country: str) -> str:
    """English as `country` writes it ("en_GB"); American English where there is no such form."""
    if country == "US":
        return DEFAULT_LOCALE
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(f"en_{country}"))
    except (UnknownLocaleError, ValueError):
        return DEFAULT_LOCALE


@lru_cache(maxsize=32)
def currency_of(country: str) -> str:
    """The currency a shop in `country` counts in unless it says otherwise; USD when unknown."""
    if country == "US":
        return "USD"
    from babel.numbers import get_territory_currencies

    return next(iter(get_territory_currencies(country)), "USD")
