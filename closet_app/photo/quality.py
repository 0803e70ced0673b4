"""How good a photo is, in numbers that do not depend on its size."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from PIL import Image

from closet_app.photo.lab import Floats
from closet_app.photo.looks import Fault, Quality
from closet_app.photo.rules import shipped_rules

BLURRY_BELOW = 0.05
TOO_DARK_BELOW = 0.22
TOO_BRIGHT_ABOVE = 0.93
CLUTTERED_ABOVE = 0.35
_SUBJECT, _BACKGROUND, _ENOUGH = 0.3, 0.2, 0.1


def quality_of(image: Image.Image, likely: Floats, size: tuple[int, int]) -> Quality:
    """Measure an upright RGB copy of some 500 pixels; `size` is that of the whole photo.

    `likely` says where the garment is, at any size.
    """
    import cv2

    gray = np.asarray(image.convert("L"))
    height, width = gray.shape
    weights = np.asarray(cv2.resize(likely, (width, height)), dtype=np.float32)
    brightness, contrast = _exposure(gray)
    quality = Quality(
        sharpness=round(_sharpness(gray, weights), 4),
        brightness=round(brightness, 4),
        contrast=round(contrast, 4),
        tilt=0.0,
        clutter=round(_clutter(gray, weights), 4),
        shortest=min(size),
    )
    return with_faults(quality, max(size))


def with_faults(quality: Quality, longest: int) -> Quality:
    """`quality` with what the thresholds say of its numbers."""
    told = {
        Fault.BLURRY: quality.sharpness < BLURRY_BELOW,
        Fault.TOO_DARK: quality.brightness < TOO_DARK_BELOW,
        Fault.TOO_BRIGHT: quality.brightness > TOO_BRIGHT_ABOVE,
        Fault.TOO_SMALL: longest < least_longest(),
        Fault.CLUTTERED: quality.clutter > CLUTTERED_ABOVE,
    }
    return replace(quality, faults=tuple(fault for fault in Fault if told.get(fault)))


@cache
def least_longest() -> int:
    """The smallest long side that a marketplace demands, in pixels."""
    return max(rule.copy.least_longest for rule in shipped_rules().values())


def _exposure(gray: np.ndarray) -> tuple[float, float]:
    low, middle, high = np.percentile(gray, (5, 50, 95)) / 255
    return float(0.5 * middle + 0.5 * high), float(high - low)


def _sharpness(gray: np.ndarray, weights: Floats) -> float:
    import cv2

    fine = cv2.Laplacian(gray, cv2.CV_32F)
    coarse = cv2.Laplacian(cv2.GaussianBlur(gray, (0, 0), 2), cv2.CV_32F)
    inside = weights > _SUBJECT
    if not inside.any():
        inside = np.ones_like(weights, dtype=bool)
    return float(np.std(fine[inside]) / (np.std(coarse[inside]) * 20 + 1))


def _clutter(gray: np.ndarray, weights: Floats) -> float:
    import cv2

    edges = cv2.Canny(gray, 60, 160) > 0
    outside = weights < _BACKGROUND
    return float(edges[outside].mean()) if outside.mean() > _ENOUGH else 0.0
