"""How alike the garments of two photos are: their shape by the net, their color by the palette."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import sqrt

from closet_app.photo.looks import Measures

Palette = Sequence[tuple[float, float, float, float]]

LIGHT_COUNTS = 0.5
"""Of a difference in lightness: the same garment is lighter by the window."""
COLOR_COUNTS = 0.8
"""What a distance of colors takes off the cosine of shapes.

The same garment is 0.02 to 0.2 apart from photo to photo in OKLab, other ones 0.05 to 0.4.
"""


def colors_apart(one: Palette, other: Palette) -> float:
    """How far the colors of one palette are from those of the other in OKLab, moved the short way.

    0 for equal palettes; 1 when one of them is empty.
    """
    if not one or not other:
        return 1.0
    left, right = _shares(one), _shares(other)
    ways = sorted(
        (_distance(one[a], other[b]), a, b) for a, b in product(range(len(one)), range(len(other)))
    )
    moved = 0.0
    for way, a, b in ways:
        share = min(left[a], right[b])
        left[a] -= share
        right[b] -= share
        moved += share * way
    return moved


def likeness_of(cosine: float, one: Measures, other: Measures) -> float:
    """0 for nothing alike to 1 for the same photo, from the cosine of their vectors."""
    apart = colors_apart(one.lab, other.lab)
    return min(max(cosine - COLOR_COUNTS * apart, 0.0), 1.0)


def _shares(palette: Palette) -> list[float]:
    whole = sum(share for *_color, share in palette) or 1.0
    return [share / whole for *_color, share in palette]


def _distance(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> float:
    light = LIGHT_COUNTS * (one[0] - other[0])
    return sqrt(light * light + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2)
