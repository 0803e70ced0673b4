"""The parts of a search, parsed: what the database answers and the search box shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """One word that some text of the piece has; `prefix` when its beginning is enough."""

    text: str
    prefix: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes: they stand beside each other in this order."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One wanted value as typed; `prefix` when it was typed with a star: `bre*`."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """`key` has one of `values` (compared folded); never empty."""

    key: str
    values: tuple[Value, ...]
    negated: bool = False


Bound = int | date


@dataclass(frozen=True, slots=True)
class Range:
    """`low` ≤ the value of `key` ≤ `high`, both included; None is open, never both.

    Money in minor units, ages in days, quantities in pieces, days as dates.
    """

    key: str
    low: Bound | None
    high: Bound | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """The piece has something in `key`, one of `HAS_KEYS`; `no:cost` is the negated form."""

    key: str
    negated: bool = False


Term = Words | Phrase | Match | Range | Has


@dataclass(frozen=True, slots=True)
class Query:
    """All `terms` hold together; no terms mean everything."""

    terms: tuple[Term, ...] = ()
