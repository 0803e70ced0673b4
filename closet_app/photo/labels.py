"""Whether a photo is the close-up of a sewn-in label: lines of letters on one plain patch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.lab import Bytes
from closet_app.photo.samples import Sample

SEEDS = ((0.5, 0.5), (0.42, 0.42), (0.58, 0.42), (0.42, 0.58), (0.58, 0.58))
"""Where a label lies on its photo; tried one after another."""
_PLAIN = 20
"""Gray levels by which a label's cloth differs within itself."""
_LETTERLESS, _BRIDGE = 11, 7
_AREA = (0.07, 0.75)
_SOLID, _FULL, _MOST_EDGES = 0.7, 0.76, 1
"""A patch fills its tilted rectangle and its hull, and leaves the photo on one side at most."""
_INK = 40
_TEXT = (0.06, 0.4)
_BLOT = 0.008
"""Text has one color: so little of the patch may differ the other way."""
_LEAST_LETTERS = 30
_LETTER = (8, 900)
_LEAST_GAPS = 0.2
"""Between lines of text nothing is printed; prints and stitches have no such gaps."""


def shows_label(sample: Sample) -> bool:
    """Look for a label around the middle."""
    import cv2

    rgb = sample.rgb
    shrunk = max(1, max(rgb.shape[:2]) // 160)
    height, width = (max(1, side // shrunk) for side in rgb.shape[:2])
    small = cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA)
    patches = _patches(np.asarray(cv2.medianBlur(small, _LETTERLESS), dtype=np.uint8))
    return any(_is_written(sample.gray, patch, angle) for patch, angle in patches)


def _patches(plain: Bytes) -> Iterator[tuple[Bytes, float]]:
    """Solid patches of one color around the middle, shrunk by their rim, with their tilt."""
    import cv2

    height, width = plain.shape[:2]
    tried = np.zeros((height, width), dtype=bool)
    for across, down in SEEDS:
        seed = int(across * width), int(down * height)
        if tried[seed[1], seed[0]]:
            continue
        flooded = np.zeros((height + 2, width + 2), dtype=np.uint8)
        how = cv2.FLOODFILL_FIXED_RANGE | cv2.FLOODFILL_MASK_ONLY | 4 | (1 << 8)
        tone = (_PLAIN,) * 3
        cv2.floodFill(plain, flooded, seed, (0, 0, 0), tone, tone, how)
        flood = flooded[1:-1, 1:-1]
        tried |= flood > 0
        found = _solid(flood)
        if found is not None:
            yield found


def _solid(flood: Bytes) -> tuple[Bytes, float] | None:
    import cv2

    opened = cv2.morphologyEx(flood, cv2.MORPH_OPEN, np.ones((_BRIDGE, _BRIDGE), np.uint8))
    outlines, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    area = cv2.contourArea(outline)
    _, sides, angle = cv2.minAreaRect(outline)
    hull = cv2.convexHull(outline)
    solid = area > _SOLID * sides[0] * sides[1] and area > _FULL * cv2.contourArea(hull)
    sized = _AREA[0] < area / flood.size < _AREA[1]
    if not (solid and sized and _edges(cv2.boundingRect(outline), flood.shape) <= _MOST_EDGES):
        return None
    patch = np.zeros_like(flood)
    cv2.drawContours(patch, [hull], -1, (1,), -1)
    return np.asarray(cv2.erode(patch, np.ones((7, 7), np.uint8)), dtype=np.uint8), angle


def _edges(box: Sequence[int], shape: tuple[int, ...]) -> int:
    left, top, width, height = box
    right, bottom = left + width >= shape[1] - 1, top + height >= shape[0] - 1
    return (left <= 1) + (top <= 1) + right + bottom


def _is_written(gray: Bytes, patch: Bytes, angle: float) -> bool:
    import cv2

    size = gray.shape[1], gray.shape[0]
    inside = np.asarray(cv2.resize(patch, size, interpolation=cv2.INTER_NEAREST)) > 0
    if not inside.any():
        return False
    differs = gray.astype(np.int16) - int(np.median(gray[inside]))
    light, dark = (differs > _INK) & inside, (differs < -_INK) & inside
    text, blot = (light, dark) if light.sum() > dark.sum() else (dark, light)
    area = int(inside.sum())
    if not _TEXT[0] < text.sum() / area < _TEXT[1] or blot.sum() / area > _BLOT:
        return False
    return _letters(text) >= _LEAST_LETTERS and _gaps(text, angle) >= _LEAST_GAPS


def _letters(text: NDArray[np.bool_]) -> int:
    import cv2

    _, _, blobs, _ = cv2.connectedComponentsWithStats(text.astype(np.uint8))
    areas = np.asarray(blobs)[1:, cv2.CC_STAT_AREA]
    return int(((areas >= _LETTER[0]) & (areas <= _LETTER[1])).sum())


def _gaps(text: NDArray[np.bool_], angle: float) -> float:
    """The larger share of empty rows or columns between the first and the last letter."""
    y, x = np.nonzero(text)
    return max(_empty(x, y, np.radians(turn)) for turn in (angle, angle + 90))


def _empty(x: NDArray[np.intp], y: NDArray[np.intp], turn: float) -> float:
    along = x * np.cos(turn) + y * np.sin(turn)
    counts, _ = np.histogram(along, bins=np.arange(along.min(), along.max() + 2, 2))
    reached = np.cumsum(counts) / max(1, counts.sum())
    first, last = np.searchsorted(reached, (0.01, 0.99))
    lines = counts[first : last + 1]
    return float((lines < 0.1 * np.percentile(lines, 95)).mean())
