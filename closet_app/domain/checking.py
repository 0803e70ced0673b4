"""What a field may hold: values cleaned, or refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from closet_app.domain.barcodes import require_barcode
from closet_app.domain.fields import FIELD, FIELDS, LONGEST_WORD, Field, FieldValue, Kind
from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.domain.text import clean_line, clean_text, fold, require_length
from closet_app.domain.units import Weight
from closet_app.errors import InvalidValueError

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_SEPARATORS = re.compile(r"[,;\n]")
_CHOICES: dict[str, type[Condition | Ownership]] = {
    "condition": Condition,
    "ownership": Ownership,
}


def with_value(facts: ItemFacts, key: str, value: FieldValue) -> ItemFacts:
    """`facts` with one field changed; raises InvalidValueError for what it cannot hold."""
    changes: dict[str, Any] = {key: checked(FIELD[key], value)}
    return replace(facts, **changes)


def checked_facts(facts: ItemFacts) -> ItemFacts:
    """`facts` with every field cleaned; raises InvalidValueError for the first that is wrong."""
    values: dict[str, Any] = {
        field.key: checked(field, getattr(facts, field.key)) for field in FIELDS
    }
    return replace(facts, **values)


def checked(field: Field, value: FieldValue) -> FieldValue:
    """`value` as the field keeps it; raises InvalidValueError with the field's key."""
    return _CHECKS[field.kind](field, value)


def split_words(text: str) -> tuple[str, ...]:
    """Words typed in one line, parted by commas, semicolons or lines; each once, cleaned."""
    return unique_words(_SEPARATORS.split(text))


def unique_words(words: Iterable[str]) -> tuple[str, ...]:
    """Each of `words` once, cleaned, in the first spelling; empty ones left out."""
    found: dict[str, str] = {}
    for word in words:
        if plain := clean_line(word):
            found.setdefault(fold(plain), plain)
    return tuple(found.values())


def _text(field: Field, value: str) -> str:
    if field.key == "upc":
        return require_barcode(value)
    return require_length(clean_line(value), field.limit, field.key)


def _long_text(field: Field, value: str) -> str:
    return require_length(clean_text(value), field.limit, field.key)


def _choice(field: Field, value: str | None) -> str | None:
    kind = _CHOICES.get(field.key)
    if kind is None:
        return _text(field, value or "")
    if value is None and kind is Condition:
        return None
    try:
        return kind(value or "")
    except ValueError:
        raise _refused(field, f"{field.words} has no such choice.") from None


def _words(field: Field, value: Iterable[str]) -> tuple[str, ...]:
    words = unique_words(part for word in value for part in _SEPARATORS.split(word))
    for word in words:
        require_length(word, LONGEST_WORD, field.key)
    if len(words) > field.limit:
        raise _refused(field, f"{field.words} has room for {field.limit}.", "Leave some out.")
    return words


def _money(field: Field, value: Money | None) -> Money | None:
    if value is not None and value.minor < 0:
        raise _refused(field, f"{field.words} cannot be below zero.")
    if value is not None and value.minor > LARGEST_MINOR:
        raise _refused(field, f"{field.words} is more than a closet can hold.")
    return value


def _measurements(field: Field, value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    lengths = {one.name: one for one in value}
    if any(one.length.micrometres <= 0 for one in lengths.values()):
        raise _refused(field, "A measurement must be more than nothing.")
    if len(lengths) > field.limit:
        raise _refused(field, f"{field.words} has room for {field.limit}.", "Leave some out.")
    return tuple(lengths.values())


def _weight(field: Field, value: Weight | None) -> Weight | None:
    if value is not None and value.milligrams <= 0:
        raise _refused(field, "A weight must be more than nothing.")
    return value


def _whole(field: Field, value: int) -> int:
    if not 0 <= value <= field.limit:
        raise _refused(field, f"{field.words} goes from 0 to {field.limit:,}.")
    return value


def _date(field: Field, value: date | None) -> date | None:
    if value is not None and not EARLIEST <= value <= LATEST:
        raise _refused(field, f"The year {value.year} is too far away.")
    return value


def _refused(field: Field, what: str, remedy: str = "") -> InvalidValueError:
    return InvalidValueError(what, field=field.key, remedy=remedy)


_CHECKS: dict[Kind, Callable[[Field, Any], FieldValue]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.WORDS: _words,
    Kind.CHOICE: _choice,
    Kind.COLORS: _words,
    Kind.MONEY: _money,
    Kind.MEASUREMENTS: _measurements,
    Kind.WEIGHT: _weight,
    Kind.WHOLE: _whole,
    Kind.DATE: _date,
}
