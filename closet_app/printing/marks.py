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

HANGER = Mark(
    160,
    98,
    4,
    (
        "M 66 22 C 64 8 74 2 82 3 C 92 4 97 13 93 21 C 90 28 80 29 80 38",
        (
            "M 80 38 C 82 38 84 39 86 41 L 153 79 C 160 84 158 95 149 95 "
            "L 11 95 C 2 95 0 84 7 79 L 74 41 C 76 39 78 38 80 38 Z"
        ),
    ),
)
TAG = Mark(
    130,
    66,
    3.4,
    (
        (
            "M 30 2 L 122 2 C 126 2 128 4 128 8 L 128 58 C 128 62 126 64 122 64 L 30 64 "
            "C 27 64 25 63 23 61 L 4 38 C 1 35 1 31 4 28 L 23 5 C 25 3 27 2 30 2 Z"
        ),
        "M 28 33 C 28 29 34 29 34 33 C 34 37 28 37 28 33 Z",
        "M 52 26 L 60 26",
        "M 66 26 L 74 26",
        "M 80 26 L 88 26",
        "M 94 26 L 102 26",
        "M 108 26 L 112 26",
        "M 52 40 L 60 40",
        "M 66 40 L 74 40",
        "M 80 40 L 88 40",
    ),
)
BOW = Mark(
    170,
    100,
    4,
    (
        "M 78 34 C 60 6 30 -2 12 8 C 0 16 2 44 14 54 C 30 66 62 58 78 44",
        "M 92 34 C 110 6 140 -2 158 8 C 170 16 168 44 156 54 C 140 66 108 58 92 44",
        "M 78 30 C 82 28 88 28 92 30 C 94 34 94 44 92 48 C 88 50 82 50 78 48 C 76 44 76 34 78 30 Z",
        "M 78 48 C 70 66 58 82 42 96 L 40 80 L 24 84 C 44 72 58 60 68 50",
        "M 92 48 C 100 66 112 82 128 96 L 130 80 L 146 84 C 126 72 112 60 102 50",
    ),
)
HEART = Mark(
    100,
    90,
    4,
    (
        (
            "M 50 86 C 20 62 3 46 3 27 C 3 13 14 3 27 3 C 37 3 46 9 50 18 "
            "C 54 9 63 3 73 3 C 86 3 97 13 97 27 C 97 46 80 62 50 86 Z"
        ),
    ),
)
MARKS = {"sprig": SPRIG, "hanger": HANGER, "tag": TAG, "bow": BOW, "heart": HEART}
"""The drawn marks a design may name."""


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
