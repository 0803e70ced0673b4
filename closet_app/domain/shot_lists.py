"""Which photos buyers look for, by category, and which of them a piece has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from closet_app.domain.text import fold

WHOLE, BACK, TAG, DETAIL, FLAW = "front", "back", "tag", "detail", "flaw"
_GARMENT = (WHOLE, BACK, TAG, DETAIL)
_LISTS = {
    "shoes": (WHOLE, BACK, TAG),
    "bags": (WHOLE, BACK, DETAIL),
    "accessories": (WHOLE, DETAIL),
    "jewelry": (WHOLE, DETAIL),
    "toys": (WHOLE, DETAIL),
    "makeup": (WHOLE, BACK),
    "skincare": (WHOLE, BACK),
    "hair": (WHOLE, BACK),
    "bath & body": (WHOLE, BACK),
    "grooming": (WHOLE, BACK),
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of the shot list is there, and what is missing, both in the order of the list."""

    covered: tuple[str, ...]
    missing: tuple[str, ...]


def shots_wanted(category: str, *, flawed: bool = False) -> tuple[str, ...]:
    """The shot list of a category; a piece with flaws shows them, too."""
    listed = _LISTS.get(fold(category), _GARMENT)
    return (*listed, FLAW) if flawed else listed


def coverage(category: str, seen: Iterable[str], *, flawed: bool = False) -> Coverage:
    """Check what photos seem to show, one word each, against the list of `category`.

    No machine tells front from back: a second photo of the whole piece counts as its back. A
    close-up counts as the flaw's photo when there is one more than the detail needs.
    """
    counts = Counter(seen)
    have = {shot for shot, count in counts.items() if count}
    if counts[WHOLE] > 1:
        have.add(BACK)
    if counts[DETAIL] > 1:
        have.add(FLAW)
    wanted = shots_wanted(category, flawed=flawed)
    return Coverage(
        tuple(shot for shot in wanted if shot in have),
        tuple(shot for shot in wanted if shot not in have),
    )
