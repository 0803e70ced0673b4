"""Several values in one cell, readable and exact: words, measurements, weights, listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from closet_app.domain.item import Measurement
from closet_app.domain.money import Money
from closet_app.domain.units import Length, Weight
from closet_app.errors import InvalidValueError
from closet_app.exchange.candidates import ListedAt, exact

_PART = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?:,|\Z)|([^,]*)(?:,|\Z))')
_NEEDS_QUOTES = re.compile(r'^\s|\s$|^"|,|^$')
_PLAIN_WORDS = re.compile(r'[^\s,"](?:[^,"]*[^\s,"])?(?:, [^\s,"](?:[^,"]*[^\s,"])?)*+')
_MEASURE = re.compile(r"(.+): ([0-9.]+) (in|cm|mm)", re.DOTALL)
_WEIGHT = re.compile(r"([0-9.]+) (oz|lb|g|kg)")
_STEP = Decimal("0.001")
_APART = " | "


def join_words(words: Sequence[str]) -> str:
    """`vintage, "one, two"`; read back exactly by `split_words`."""
    if not words:
        return ""
    joined = ", ".join(words)
    if joined.count(",") == len(words) - 1 and _PLAIN_WORDS.fullmatch(joined):
        return joined
    return ", ".join(
        '"' + word.replace('"', '""') + '"' if _NEEDS_QUOTES.search(word) else word
        for word in words
    )


def split_words(text: str) -> tuple[str, ...]:
    """The words between commas; one in quotation marks may hold commas itself."""
    words: list[str] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            break
        quoted, plain = part.groups()
        words.append(plain.strip() if quoted is None else quoted.replace('""', '"'))
        at = part.end()
    return tuple(words)


def say_measures(measures: Iterable[Measurement], unit: str) -> str:
    """`chest: 18.5 in, length: 27 in`; in millimetres where `unit` would not be exact."""
    return join_words([f"{one.name}: {_say_length(one.length, unit)}" for one in measures])


def read_measures(text: str) -> tuple[Measurement, ...]:
    """The inverse of `say_measures`; raises InvalidValueError for any other form."""
    measures: list[Measurement] = []
    for part in split_words(text):
        found = _MEASURE.fullmatch(part)
        if not found:
            raise InvalidValueError(f"“{part[:40]}” is no measurement.")
        measures.append(Measurement(found[1], Length.of(_number(found[2]), found[3])))
    return tuple(measures)


def say_weight_exactly(weight: Weight | None, unit: str) -> str:
    """`12 oz`, or grams where `unit` would not be exact."""
    if weight is None:
        return ""
    shown = weight.to(unit).quantize(_STEP)
    if Weight.of(shown, unit) == weight:
        return f"{exact(shown)} {unit}"
    return f"{exact(weight.to('g'))} g"


def read_weight_exactly(text: str) -> Weight | None:
    """The inverse of `say_weight_exactly`; raises InvalidValueError for any other form."""
    if not text:
        return None
    found = _WEIGHT.fullmatch(text)
    if not found:
        raise InvalidValueError(f"“{text[:40]}” is no weight.")
    return Weight.of(_number(found[1]), found[2])


def say_listings(listings: Iterable[ListedAt]) -> str:
    """One line for each: `ebay | live | 45.00 | 2026-10-01 | https://…`."""
    return "\n".join(_APART.join(_listing_parts(listing)) for listing in listings)


def read_listings(text: str, currency: str) -> tuple[ListedAt, ...]:
    """The inverse of `say_listings`; raises InvalidValueError for any other form."""
    return tuple(_listing(line, currency) for line in text.split("\n") if line)


def _listing_parts(listing: ListedAt) -> Sequence[str]:
    price = "" if listing.price is None else f"{listing.price.major:f}"
    since = "" if listing.since is None else listing.since.isoformat()
    return listing.marketplace, listing.state, price, since, listing.url


def _listing(line: str, currency: str) -> ListedAt:
    parts = line.split(_APART, 4)
    if len(parts) != len(ListedAt.__slots__):
        raise InvalidValueError(f"“{line[:40]}” is no listing.")
    marketplace, state, price, since, url = parts
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError as error:
        raise InvalidValueError(f"“{since[:40]}” is no day.") from error
    amount = Money.of(_number(price), currency) if price else None
    return ListedAt(marketplace, url, amount, day, state)


def _say_length(length: Length, unit: str) -> str:
    shown = length.to(unit).quantize(_STEP)
    if Length.of(shown, unit) == length:
        return f"{exact(shown)} {unit}"
    return f"{exact(length.to('mm'))} mm"


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise InvalidValueError(f"“{text[:40]}” is no number.") from error
