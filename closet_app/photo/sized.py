"""Smaller copies to measure on, made in a millisecond."""

from __future__ import annotations

import numpy as np
from PIL import Image


def no_longer_than(image: Image.Image, longest: int) -> Image.Image:
    """A copy whose long side has at most `longest` pixels; each is the mean of those it covers."""
    factor = -(-max(image.size) // longest)
    if factor <= 1:
        return image
    halved = image.reduce(max(1, max(image.size) // longest))
    return halved if max(halved.size) <= longest else _averaged(halved, longest)


def thinned(image: Image.Image, longest: int) -> Image.Image:
    """A copy of single pixels of the image: no color of it is mixed."""
    size = _fitted(image.size, longest)
    return image if size == image.size else image.resize(size, Image.Resampling.NEAREST)


def _averaged(image: Image.Image, longest: int) -> Image.Image:
    import cv2

    size = _fitted(image.size, longest)
    return Image.fromarray(cv2.resize(np.asarray(image), size, interpolation=cv2.INTER_AREA))


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    share = min(1.0, longest / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))
