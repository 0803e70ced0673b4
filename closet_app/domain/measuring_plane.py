"""Lengths on a photo, once something of a known size lies beside the garment.

A sheet of paper tells how the table is tilted, a coin or a tape only how large a pixel is. Both
give a plane homography: places on the photo in pixels become places on the table in millimetres.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from closet_app.domain.units import Length
from closet_app.errors import InvalidValueError

Point = tuple[float, float]
CORNERS = 4
_LEAST_PIXELS = 4.0
_LEAST_SHARE = 1e-6


@dataclass(frozen=True, slots=True)
class KnownSize:
    """Something whose size is known, in millimetres; a `height` makes it a sheet of paper."""

    key: str
    width: float
    height: float = 0.0

    @property
    def is_sheet(self) -> bool:
        """Whether its four corners are shown, rather than one length across."""
        return self.height > 0


KNOWN_SIZES = (
    KnownSize("a4", 210.0, 297.0),
    KnownSize("letter", 215.9, 279.4),
    KnownSize("us_quarter", 24.26),
    KnownSize("euro", 23.25),
    KnownSize("uk_pound", 23.43),
)
"""ISO 216; ANSI/ASME Y14.1 size A; coins as the US Mint, the ECB and the Royal Mint give them."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Turns places on the photo into places on the table; `rows` are those of a 3 × 3 matrix."""

    rows: tuple[float, ...]

    @classmethod
    def from_length(cls, start: Point, end: Point, length: Length) -> Plane:
        """A plane seen from straight above, where `start` to `end` is `length`.

        Raises InvalidValueError when the two are the same place, or the length is nothing.
        """
        pixels = math.dist(start, end)
        if pixels < _LEAST_PIXELS or length.micrometres <= 0:
            raise InvalidValueError("Draw a line along the length that is known.", field="known")
        share = length.micrometres / 1_000 / pixels
        return cls((share, 0.0, 0.0, 0.0, share, 0.0, 0.0, 0.0, 1.0))

    @classmethod
    def from_sheet(cls, corners: Sequence[Point], sheet: KnownSize) -> Plane:
        """The plane in which `corners`, in order around it, are those of a sheet lying anyhow.

        Raises InvalidValueError when they are not the corners of a sheet.
        """
        _require_sheet(corners)
        around = [math.dist(a, b) for a, b in pairwise((*corners, corners[0]))]
        wide, high = sheet.width, sheet.height
        if (around[0] + around[2] > around[1] + around[3]) != (wide > high):
            wide, high = high, wide
        return cls(_homography(corners, ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))))

    def at(self, place: Point) -> Point:
        """The place on the table, in millimetres.

        Raises InvalidValueError for a place behind the horizon of a tilted table.
        """
        a, b, c, d, e, f, g, h, i = self.rows
        x, y = place
        depth = g * x + h * y + i
        if depth <= _LEAST_SHARE:
            raise InvalidValueError("This place is too far from the sheet to measure.")
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def length(self, start: Point, end: Point) -> Length:
        """How far two places of the photo are apart on the table; raises as `at`."""
        apart = math.dist(self.at(start), self.at(end))
        return Length(round(Decimal(apart) * 1_000))


def _require_sheet(corners: Sequence[Point]) -> None:
    """Four corners that turn the same way, and none on the line between its neighbours."""
    count = len(corners)
    turns = [_cross(corners[at - 1], corners[at], corners[(at + 1) % count]) for at in range(count)]
    least = _LEAST_PIXELS**2
    same = all(turn > least for turn in turns) or all(turn < -least for turn in turns)
    if count != CORNERS or not same:
        raise InvalidValueError(
            "These are not the four corners of a sheet.",
            field="known",
            remedy="Put each corner on one of the sheet's own, without crossing.",
        )


def _cross(before: Point, here: Point, after: Point) -> float:
    into = (here[0] - before[0], here[1] - before[1])
    out = (after[0] - here[0], after[1] - here[1])
    return into[0] * out[1] - into[1] * out[0]


def _homography(seen: Sequence[Point], real: Sequence[Point]) -> tuple[float, ...]:
    """The matrix that takes four seen places to the four real ones; its last entry is 1."""
    centre = (sum(x for x, _ in seen) / CORNERS, sum(y for _, y in seen) / CORNERS)
    scale = max(math.dist(place, centre) for place in seen)
    equations: list[list[float]] = []
    for place, (u, v) in zip(seen, real, strict=True):
        x, y = (place[0] - centre[0]) / scale, (place[1] - centre[1]) / scale
        equations.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        equations.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    a, b, c, d, e, f, g, h = _solved(equations)
    return tuple(
        part
        for p, q, r in ((a, b, c), (d, e, f), (g, h, 1.0))
        for part in (p / scale, q / scale, r - (p * centre[0] + q * centre[1]) / scale)
    )


def _solved(equations: list[list[float]]) -> list[float]:
    """The unknowns of as many linear equations, by elimination with the largest pivot first."""
    count = len(equations)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(equations[row][at]))
        equations[at], equations[best] = equations[best], equations[at]
        pivot = equations[at][at]
        if abs(pivot) < _LEAST_SHARE:
            raise InvalidValueError("These are not the four corners of a sheet.", field="known")
        equations[at] = [value / pivot for value in equations[at]]
        for row in range(count):
            if row != at:
                factor = equations[row][at]
                pairs = zip(equations[row], equations[at], strict=True)
                equations[row] = [value - factor * first for value, first in pairs]
    return [equation[-1] for equation in equations]
