"""A page's own space and the page as it is shown: boxes, rotation, and ways between them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import RectangleObject

Matrix = tuple[float, float, float, float, float, float]
"""As PDF has it: x' = a·x + c·y + e, y' = b·x + d·y + f."""


def box_of(page: PageObject) -> tuple[float, float, float, float]:
    """What of a page is shown, in its own space: left, bottom, right, top.

    Nothing is shown beyond the sheet itself, whatever a file says.
    """
    left, bottom, right, top = _sorted(page.cropbox)
    sheet = _sorted(page.mediabox)
    inner = max(left, sheet[0]), max(bottom, sheet[1]), min(right, sheet[2]), min(top, sheet[3])
    is_seen = inner[0] < inner[2] and inner[1] < inner[3]
    return inner if is_seen else sheet


def _sorted(box: RectangleObject) -> tuple[float, float, float, float]:
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return left, bottom, right, top


def rotation_of(page: PageObject) -> int:
    """By how much a page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    return int(page.rotation or 0) % 360 // 90 * 90


def shown_size(page: PageObject) -> tuple[float, float]:
    """Width and height of a page as it is shown, in points."""
    left, bottom, right, top = box_of(page)
    wide, tall = right - left, top - bottom
    return (tall, wide) if rotation_of(page) % 180 else (wide, tall)


def as_shown(page: PageObject) -> Matrix:
    """From a page's own space to points from the lower left corner as it is shown."""
    left, bottom, right, top = box_of(page)
    shown: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }
    return shown[rotation_of(page)]


def turned(quarters: int, width: float, height: float) -> Matrix:
    """Quarter turns clockwise of a rectangle at the origin, which is at the origin again."""
    turns: tuple[Matrix, ...] = (
        (1, 0, 0, 1, 0, 0),
        (0, -1, 1, 0, 0, width),
        (-1, 0, 0, -1, width, height),
        (0, 1, -1, 0, height, 0),
    )
    return turns[quarters % 4]


def joined(*steps: Matrix) -> Matrix:
    """All these one after the other, the first first."""
    return reduce(_then, steps)


def inverse(matrix: Matrix) -> Matrix:
    """The way back."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return (
        d / size, -b / size, -c / size, a / size,
        (c * f - d * e) / size, (b * e - a * f) / size,
    )  # fmt: skip


def point_at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _then(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip
