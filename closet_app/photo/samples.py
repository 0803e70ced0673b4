"""The small copies of a photo on which everything is measured, made once in a few milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.photo.lab import Bytes, Floats, lab_of
from closet_app.photo.shrinking import Copies, copies_of, shrunk

LONGEST = 520
"""Pixels of the long side: the whole half of what the usual sensors decode to (1000 to 1040)."""
CLOSE_ENOUGH = 560
"""A copy that is so much larger is as good as one made smaller once more."""
LAB_SIDE = 96

_ENOUGH = 0.95
_HALF = 2
_BRIGHTEST, _BRIGHT, _LIT_UP = 97, 0.93, 1.2
"""The lightness in OKLab of the brightest 3 % is brought up to this, by that factor at most."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`rgb` and `gray` have some 500 pixels, `lab` (OKLab, a dim photo lit up a little) some 96.

    Each pixel of `lab` is one of `rgb`, so that fine stripes keep their own colors.
    """

    rgb: Bytes
    gray: Bytes
    lab: Floats


def sample_of(image: Image.Image, copies: Copies | None = None) -> Sample:
    """The copies of an upright photo, or of a smaller copy of it; `copies` if they are made."""
    import cv2

    _work_alone()
    plain = image if image.mode == "RGB" else image.convert("RGB")
    rgb = _sized(plain, copies)
    gray = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return Sample(rgb, gray, _lit(lab_of(_thinned(rgb, LAB_SIDE))))


@cache
def _work_alone() -> None:
    """Several photos are measured side by side; threads within one would wait for each other."""
    import cv2

    cv2.setNumThreads(1)


def _lit(lab: Floats) -> Floats:
    bright = max(float(np.percentile(lab[..., 0], _BRIGHTEST)), 1e-3)
    return lab * np.float32(min(max(_BRIGHT / bright, 1), _LIT_UP))


def _sized(image: Image.Image, copies: Copies | None) -> Bytes:
    """Whole pixels taken together where that comes close, else the mean of two by two."""
    longest = max(image.size)
    if longest <= CLOSE_ENOUGH:
        return np.asarray(image)
    for factor in (longest // LONGEST, longest // LONGEST + 1):
        if _ENOUGH * LONGEST <= longest / factor <= CLOSE_ENOUGH:
            half = factor == _HALF
            return (copies or copies_of(image)).half if half else np.asarray(image.reduce(factor))
    larger = image.reduce(longest // LONGEST)
    return np.asarray(shrunk(larger, _fitted(larger.size, LONGEST)))


def _thinned(rgb: Bytes, longest: int) -> Bytes:
    height, width = rgb.shape[:2]
    across, down = _fitted((width, height), longest)
    rows, columns = _places(height, down), _places(width, across)
    picked: Bytes = rgb[np.ix_(rows, columns)]
    return picked


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    share = min(1.0, longest / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _places(side: int, count: int) -> NDArray[np.intp]:
    return ((np.arange(count) + 0.5) * side / count).astype(np.intp)
