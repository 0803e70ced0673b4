"""Which photos buyers look for, by category, and which of them a piece has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from closet_app.domain.text import fold

WHOLE, BACK, SOLE, TAG, DETAIL, FLAW = "front", "back", "sole", "tag", "detail", "flaw"
_GARMENT = (WHOLE, BACK, TAG, DETAIL)
_LISTS = {
    "shoes": (WHOLE, SOLE),
    "bags": (WHOLE, BACK, DETAIL),
    "accessories": (WHOLE, DETAIL),
    "hat": (WHOLE, DETAIL),
    "jewelry": (WHOLE, DETAIL),
    "toys": (WHOLE, DETAIL),
    "makeup": (WHOLE, BACK),
    "skincare": (WHOLE, BACK),
    "hair": (WHOLE, BACK),
    "bath & body": (WHOLE, BACK),
    "grooming": (WHOLE, BACK),
}


ENOUGH = 3
"""So many photos of a piece show it from all sides: no other side nor detail is asked for."""
_SIDES = frozenset({BACK, SOLE, DETAIL})


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of the shot list is there, and what is missing, both in the order of the list.

    `pressing` is what is missing and not made up for by the number of photos.
    """

    covered: tuple[str, ...]
    missing: tuple[str, ...]
    pressing: tuple[str, ...] = ()


def shots_wanted(category: str, *, flawed: bool = False) -> tuple[str, ...]:
    """The shot list of a category; a piece with flaws shows them, too."""
    listed = _LISTS.get(fold(category), _GARMENT)
    return (*listed, FLAW) if flawed else listed


def coverage(category: str, seen: Iterable[str], *, flawed: bool = False) -> Coverage:
    """Check what photos seem to show, one word each, against the list of `category`.

    No machine tells front from back: a second photo of the whole piece counts as its back, or as
    that of its sole, as a close-up does. A close-up counts as the flaw's photo when there is one
    more than the detail needs; a pin on a photo is a `FLAW` of its own beside what that shows.
    """
    counts = Counter(seen)
    have = {shot for shot, count in counts.items() if count}
    if counts[WHOLE] > 1:
        have.update((BACK, SOLE))
    if counts[DETAIL]:
        have.add(SOLE)
    if counts[DETAIL] > 1:
        have.add(FLAW)
    wanted = shots_wanted(category, flawed=flawed)
    missing = tuple(shot for shot in wanted if shot not in have)
    made_up_for = _SIDES if counts.total() - counts[FLAW] >= ENOUGH else frozenset()
    return Coverage(
        tuple(shot for shot in wanted if shot in have),
        missing,
        tuple(shot for shot in missing if shot not in made_up_for),
    )
