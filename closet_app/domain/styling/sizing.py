"""Whether a piece fits who wears another, across letters, figures and waists.

The bands are the common ones of US and EU retail charts; makers differ by a step, so one step
apart is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from closet_app.domain.sizes import size_rank
from closet_app.domain.styling.facts import Reason, StyleFacts, Verdict
from closet_app.domain.styling.slots import GARMENTS, Slot
from closet_app.domain.styling.words import folded

FAR = 2
"""From so many steps on a piece does not fit."""
_XS, _S, _M, _L, _XL, _XXL = 4.0, 5.0, 6.0, 7.0, 8.0, 9.0
_ONE_SIZE = 14
_SIZE = re.compile(r"(eu|uk|w)?\s*(\d+(?:\.\d+)?)\s*(x|y|m|t)?\b")


@dataclass(frozen=True, slots=True)
class Band:
    """Figures from `low` to `high`, both included, that are worn as one letter."""

    low: float
    high: float
    letter: float


_DRESS_SIZES = (
    Band(0, 2, _XS), Band(4, 6, _S), Band(8, 10, _M), Band(12, 14, _L), Band(16, 18, _XL),
    Band(20, 22, _XXL),
)  # fmt: skip
_WAISTS = (
    Band(23, 25, _XS), Band(26, 27, _S), Band(28, 29, _M), Band(30, 31, _L), Band(32, 34, _XL),
)  # fmt: skip
_MENS_WAISTS = (
    Band(26, 28, _XS), Band(29, 30, _S), Band(31, 33, _M), Band(34, 36, _L), Band(38, 40, _XL),
)  # fmt: skip
_CHESTS = (
    Band(14, 14.5, _S), Band(15, 15.5, _M), Band(16, 16.5, _L), Band(17, 17.5, _XL),
    Band(34, 36, _S), Band(37, 40, _M), Band(41, 44, _L), Band(45, 48, _XL),
)  # fmt: skip
_EU = (
    Band(32, 34, _XS), Band(36, 36, _S), Band(38, 38, _M), Band(40, 42, _L), Band(44, 44, _XL),
)  # fmt: skip
_EU_MENS = (Band(44, 46, _S), Band(48, 50, _M), Band(52, 54, _L), Band(56, 56, _XL))
_UK = (Band(6, 6, _XS), Band(8, 8, _S), Band(10, 12, _M), Band(14, 14, _L), Band(16, 18, _XL))

_BANDS: Mapping[tuple[str, str, bool], tuple[Band, ...]] = MappingProxyType(
    {
        ("women", "", False): _DRESS_SIZES,
        ("women", "", True): (*_DRESS_SIZES, *_WAISTS),
        ("women", "eu", False): _EU,
        ("women", "eu", True): _EU,
        ("women", "uk", False): _UK,
        ("women", "uk", True): _UK,
        ("women", "w", True): _WAISTS,
        ("men", "", False): _CHESTS,
        ("men", "", True): _MENS_WAISTS,
        ("men", "w", True): _MENS_WAISTS,
        ("men", "eu", False): _EU_MENS,
        ("men", "eu", True): _EU_MENS,
    }
)
"""By department, system and whether it is a bottom."""


def size_rule(bought: StyleFacts, piece: StyleFacts) -> Verdict | None:
    """Whether who bought one wears the other; None when it does not fit."""
    steps = steps_apart(bought, piece)
    if steps is None:
        return Verdict()
    if steps >= FAR:
        return None
    if folded(bought.size) == folded(piece.size):
        return Verdict(10, Reason("Same size {size}", (("size", piece.size),)))
    if steps < 1:
        names = (("size", piece.size), ("other", bought.size))
        return Verdict(9, Reason("Size {size} is worn like {other}", names))
    return Verdict(1)


def steps_apart(bought: StyleFacts, piece: StyleFacts) -> float | None:
    """Sizes between two pieces, XS to S being one; None when they say nothing of each other."""
    one, other = place_of(bought), place_of(piece)
    if one is None or other is None or one[0] != other[0]:
        return None
    return abs(one[1] - other[1])


def place_of(piece: StyleFacts) -> tuple[str, float] | None:
    """The scale a piece is sized on and where it stands there."""
    return size_place(folded(piece.department), piece.slot, piece.size)


@lru_cache(maxsize=16_384)
def size_place(department: str, slot: Slot, size: str) -> tuple[str, float] | None:
    """The scale of such a size and where it stands; None for one size, or a size unknown.

    `department` is folded.
    """
    plain = folded(size)
    if slot not in GARMENTS:
        return _own_place(slot, plain)
    kind, rank, _ = size_rank(plain)
    if kind == 0:
        return None if rank == _ONE_SIZE else ("clothes", float(rank))
    found = _SIZE.search(plain)
    if found is None:
        return None
    system, figure, after = found[1] or "", float(found[2]), found[3] or ""
    if department == "kids" or after in {"y", "t"}:
        return ("kids", figure / 12 if after == "m" else figure)
    if after == "x":
        return ("clothes", _XL + figure)
    bands = _BANDS.get((department, system, slot is Slot.BOTTOM), ())
    letters = (band.letter for band in bands if band.low <= figure <= band.high)
    letter = next(letters, None)
    return None if letter is None else ("clothes", letter)


def _own_place(slot: Slot, plain: str) -> tuple[str, float] | None:
    """Shoes are sized among shoes; a half is half a step."""
    found = _SIZE.search(plain)
    if slot is not Slot.SHOES or found is None:
        return None
    return (f"shoes {found[1] or ''}", float(found[2]))
