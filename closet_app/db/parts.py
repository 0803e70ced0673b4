"""Many ids in parts that fit one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

K = TypeVar("K")

MOST_IDS = 5_000
"""Ids asked for in one statement; SQLite takes 32,766 values."""


def parts_of(ids: Sequence[K]) -> Iterator[Sequence[K]]:
    """`ids` in parts that fit one statement."""
    for start in range(0, len(ids), MOST_IDS):
        yield ids[start : start + MOST_IDS]
