"""How many found pieces have each value, group by group, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS = (
    "status", "department", "category", "brand", "size", "condition", "bin", "source", "color",
    "on", "tag",
)  # fmt: skip
AGE_STEP, AGE_BARS = 10, 12
"""Bars of ten days; the last one counts everything older."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Found pieces, and asking and keep of those in stock, each times its quantity."""

    count: int
    asking_minor: int
    keep_minor: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Values with their counts by group, the most frequent first; ages in bars of ten days.

    Each group counts what the filters of all other groups leave, so that another value of the
    same group can be chosen.
    """

    totals: Totals
    groups: Mapping[str, tuple[tuple[str, int], ...]]
    ages: tuple[int, ...]
    not_listed: int
