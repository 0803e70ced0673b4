"""The garment cut out of its photo: from the net's small outline to a soft edge at full size."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]

SIDE = 320
"""Pixels of the square on which the net draws its outline."""
FIT_LONGEST = 512
"""Pixels of the long side of the copy on which the outline is fitted to the photo's edges."""
REACH = 1 / 64
"""How far the fit looks about, as a fraction of the long side."""
SMOOTHNESS = 1e-4
"""Contrast (0 to 1, squared) below which the fit sees no edge."""
CLEAR, SOLID = 0.15, 0.85
"""What the fit calls so much garment is none of it, and all of it."""
STRIP = 256
"""Rows worked on at once, so that a large photo needs little memory."""

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)
_PAIRS = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))


def outline_planes(image: Image.Image) -> Floats:
    """The photo as the outline net takes it: 1 × 3 × 320 × 320."""
    small = image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    pixels = np.asarray(small, np.float32)
    scaled = (pixels / max(float(pixels.max()), 1.0) - _MEAN) / _SPREAD
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None].astype(np.float32))


def refined(image: Image.Image, outline: Floats) -> Image.Image:
    """The net's outline (0 to 1) fitted to the edges of the photo, at the photo's size.

    The fit is worked out on a copy of `FIT_LONGEST` pixels and applied to the whole photo.
    """
    plain = image.convert("RGB")
    share = min(1.0, FIT_LONGEST / max(plain.size))
    size = (max(1, round(plain.width * share)), max(1, round(plain.height * share)))
    guide = _floats(plain.resize(size, Image.Resampling.BOX))
    low, high = float(outline.min()), float(outline.max())
    spread = (outline - low) / max(high - low, 1e-6)
    rough = np.asarray(cv2.resize(spread, size), np.float32)
    slope, offset = fit(guide, rough, max(1, round(REACH * max(size))))
    soft = np.empty((plain.height, plain.width), np.uint8)
    whole = np.asarray(plain)
    for top in range(0, plain.height, STRIP):
        rows = slice(top, min(plain.height, top + STRIP))
        strip = _rows_of(slope, rows, plain.size) * (whole[rows].astype(np.float32) / 255)
        fitted = strip.sum(axis=-1) + _rows_of(offset, rows, plain.size)
        shares = np.clip((fitted - CLEAR) / (SOLID - CLEAR), 0, 1)
        soft[rows] = np.round(shares * 255)
    return Image.fromarray(soft)


def fit(guide: Floats, values: Floats, radius: int) -> tuple[Floats, Floats]:
    """A slope for each color of `guide` (height × width × 3) and an offset that give `values`.

    The guided filter of He, Sun and Tang (2013) for color guides, made of box filters.
    """

    def mean(plane: Floats) -> Floats:
        return np.asarray(cv2.blur(plane, (2 * radius + 1, 2 * radius + 1)), np.float32)

    means, level = mean(guide), mean(values)
    along = mean(guide * values[..., None]) - means * level[..., None]
    products = mean(np.dstack([guide[..., one] * guide[..., other] for one, other in _PAIRS]))
    spread = np.empty((*values.shape, 3, 3), np.float32)
    for at, (one, other) in enumerate(_PAIRS):
        shared = products[..., at] - means[..., one] * means[..., other]
        spread[..., one, other] = spread[..., other, one] = shared
    slope = np.linalg.solve(spread + SMOOTHNESS * np.eye(3, dtype=np.float32), along[..., None])
    slope = slope[..., 0]
    return mean(slope), mean(level - (slope * means).sum(axis=-1))


def _rows_of(planes: Floats, rows: slice, size: tuple[int, int]) -> Floats:
    """Some rows of `planes` as they are once stretched to `size` (width, height)."""
    width, height = size
    share = planes.shape[0] / height
    ys = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) * share - 0.5
    xs = (np.arange(width, dtype=np.float32) + 0.5) * (planes.shape[1] / width) - 0.5
    across, down = np.meshgrid(xs, ys)
    stretched = cv2.remap(planes, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(stretched, np.float32)


def _floats(image: Image.Image) -> Floats:
    return np.asarray(image, np.float32) / np.float32(255)
