"""Bins in the order in which the shelves are walked."""

from __future__ import annotations

import re

from closet_app.domain.text import fold

_DIGITS = re.compile(r"(\d+)")

WalkingKey = tuple[bool, tuple[str | int, ...], str]


def walking_key(place: str) -> WalkingKey:
    """Sorts bin `A-2` before `A-11`; case does not count, and pieces without a bin come last.

    Text and figures take turns in the key, so that any two of them compare.
    """
    folded = fold(place)
    parts = _DIGITS.split(folded)
    return not folded, tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), folded
