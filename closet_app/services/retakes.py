"""Photos of one piece that show nearly the same, and which of them to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cmp_to_key

from closet_app.photo.fingerprints import nearly_same
from closet_app.photo.looks import Measures
from closet_app.photo.quality import better_of, is_well_lit

REACH = 8
"""Photos before one that it is compared with: retakes come soon, and pieces may have many."""
PAIR = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """One photo of a piece as it was measured."""

    id: int
    measures: Measures
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Retakes:
    """Photos of one framing, the one to keep first.

    `better_lit` when that is what speaks for it, and not its sharpness; seconds between the first
    two, None when a time is not known.
    """

    ids: tuple[int, ...]
    better_lit: bool
    seconds_apart: int | None


def retakes(photos: Sequence[Shown]) -> Iterator[Retakes]:
    """Each framing of which there are several of these photos, in their order."""
    home = list(range(len(photos)))
    for at, photo in enumerate(photos):
        for before in range(max(0, at - REACH), at):
            if home[before] != home[at] and _is_near(photos[before], photo):
                gone, kept = home[at], home[before]
                home = [kept if of == gone else of for of in home]
    for first in dict.fromkeys(home):
        alike = [photo for photo, of in zip(photos, home, strict=True) if of == first]
        if len(alike) >= PAIR:
            yield _ranked(alike)


def _ranked(alike: Sequence[Shown]) -> Retakes:
    best, *others = sorted(alike, key=cmp_to_key(_order))
    lit = is_well_lit(best.measures.quality)
    return Retakes(
        ids=(best.id, *(other.id for other in others)),
        better_lit=lit and not is_well_lit(others[0].measures.quality),
        seconds_apart=_seconds_apart(best, others[0]),
    )


def _order(one: Shown, other: Shown) -> int:
    first, second = one.measures.quality, other.measures.quality
    return better_of(first, second) - better_of(second, first)


def _is_near(one: Shown, other: Shown) -> bool:
    prints = one.measures.fingerprint, other.measures.fingerprint
    return nearly_same(*prints, _seconds_apart(one, other))


def _seconds_apart(one: Shown, other: Shown) -> int | None:
    if one.taken_at is None or other.taken_at is None:
        return None
    return abs(round((other.taken_at - one.taken_at).total_seconds()))
