"""Drawn marks as path data: only absolute M, L, C and Z, in a box of their own."""

from __future__ import annotations

from dataclasses import dataclass

_LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}


@dataclass(frozen=True, slots=True)
class Mark:
    """A line drawing; sizes and pen in its own units, y downwards."""

    width: float
    height: float
    pen: float
    paths: tuple[str, ...]


SPRIG = Mark(
    90,
    188,
    4.4,
    (
        "M 49 187 C 50 130 54 80 55 20",
        "M 48 1 C 48 12 50 18 55 20 C 60 18 63 12 63 1",
        "M 54 47 C 46 28 30 26 18 32 C 28 46 42 50 54 47 Z",
        "M 54 66 C 76 60 80 46 78 33 C 62 36 54 48 54 66 Z",
        "M 51 86 C 40 66 20 66 6 74 C 18 90 38 92 51 86 Z",
        "M 52 107 C 76 102 84 88 83 74 C 64 78 54 90 52 107 Z",
        "M 50 128 C 36 112 14 114 2 124 C 14 136 38 138 50 128 Z",
        "M 50 152 C 76 150 88 136 89 121 C 66 124 54 134 50 152 Z",
    ),
)


def commands(path: str) -> list[tuple[str, tuple[float, ...]]]:
    """The path's letters with their numbers."""
    words = path.split()
    found: list[tuple[str, tuple[float, ...]]] = []
    at = 0
    while at < len(words):
        letter, end = words[at], at + 1 + _LENGTHS[words[at]]
        found.append((letter, tuple(float(word) for word in words[at + 1 : end])))
        at = end
    return found
