"""Closet's own list of pieces: how facts become cells, and how such a list is recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from closet_app.domain.fields import FIELD, Kind
from closet_app.domain.item import ItemFacts
from closet_app.domain.status import ItemStatus
from closet_app.exchange.candidates import Standing
from closet_app.exchange.cell_forms import (
    join_words,
    say_listings,
    say_measures,
    say_weight_exactly,
)
from closet_app.exchange.columns import FIELD_COLUMNS, ITEMS, Value

IMPERIAL, METRIC = ("in", "oz"), ("cm", "g")
LEAST_HEADINGS = 10
SIGNATURE = frozenset({"SKU", "Title", "Currency"})
OWN_KEYS = {column.heading: column.key for column in ITEMS}


def item_row(
    facts: ItemFacts,
    standing: Standing,
    currency: str,
    units: tuple[str, str] = IMPERIAL,
) -> tuple[Value, ...]:
    """One piece in the order of `ITEMS`; `units` is IMPERIAL or METRIC."""
    cells = [say(getattr(facts, key)) for key, say in _SAYS[units]]
    return (
        *cells,
        _say_choice(standing.status or ItemStatus.DRAFT),
        _say_choice(standing.archive_reason),
        standing.listed_since,
        standing.lowest_asking,
        say_listings(standing.listings),
        currency,
    )


def is_own_format(headings: Sequence[str]) -> bool:
    """Whether these are the headings of Closet's own list, in any order, some perhaps deleted."""
    known = set(headings)
    return len(known) >= LEAST_HEADINGS and SIGNATURE <= known <= set(OWN_KEYS)


def say_choice(choice: StrEnum) -> str:
    """`new_with_tags` as “New with tags”."""
    return choice.value.replace("_", " ").capitalize()


def _say_choice(choice: StrEnum | None) -> str:
    return "" if choice is None else say_choice(choice)


def _as_it_is(value: Value) -> Value:
    return value


def _text_of_choice(value: StrEnum | str | None) -> str:
    return _say_choice(value) if value is None or isinstance(value, StrEnum) else value


def _says(units: tuple[str, str]) -> tuple[tuple[str, Callable[[Any], Value]], ...]:
    length_unit, weight_unit = units
    by_kind: dict[Kind, Callable[[Any], Value]] = {
        Kind.WORDS: join_words,
        Kind.COLORS: join_words,
        Kind.CHOICE: _text_of_choice,
        Kind.MEASUREMENTS: lambda measures: say_measures(measures, length_unit),
        Kind.WEIGHT: lambda weight: say_weight_exactly(weight, weight_unit),
    }
    return tuple(
        (column.key, by_kind.get(FIELD[column.key].kind, _as_it_is)) for column in FIELD_COLUMNS
    )


_SAYS = {units: _says(units) for units in (IMPERIAL, METRIC)}
