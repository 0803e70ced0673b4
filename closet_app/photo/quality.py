"""How good a photo is, in numbers that depend neither on its size nor on its light."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from closet_app.photo.backdrop import clutter_of, tilt_of
from closet_app.photo.lab import Bytes
from closet_app.photo.looks import Fault, Quality, Shot
from closet_app.photo.rules import shipped_rules
from closet_app.photo.samples import Sample
from closet_app.photo.subject import Subject

BLURRY_BELOW = 0.19
"""Slope of the steepest edges, in their own height per pixel of a copy of some 500: sharp photos
of the samples begin at 0.204, those blurred by two such pixels end at 0.195."""
TOO_DARK_BELOW = 0.40
"""Where the brightest twentieth begins: two stops under leave it here, well lit rooms at 0.6."""
TOO_BRIGHT_FROM = 0.15
"""Share of the garment that is burnt out to plain white; well lit white clothes have none."""
CLUTTERED_FROM = 0.07
"""As `Quality.clutter`: a floral rug or printed bedding; carpets, boards and tiles stay below."""
TILTED = (2.5, 20.0)
"""Degrees: less is not seen, more is meant."""

_BURNT = 250
_WINDOW, _STEEPEST, _STRONGEST = 9, 90, 95
_FAINT = 6
_SOBEL = 8
_LEAST_EDGES = 30


def quality_of(sample: Sample, subject: Subject, shot: Shot, size: tuple[int, int]) -> Quality:
    """Measure the copies of a photo; `size` is that of the whole photo.

    What is around the garment counts only where the photo shows it whole.
    """
    dark, bright = _exposure(sample.gray)
    whole = shot is Shot.FRONT
    measured = Quality(
        sharpness=round(sharpness_of(sample.gray), 4),
        brightness=round(bright, 4),
        contrast=round(bright - dark, 4),
        tilt=round(tilt_of(sample.gray, subject), 2) if whole else 0.0,
        clutter=round(clutter_of(sample.lab, subject), 4) if whole else 0.0,
        shortest=min(size),
    )
    return _judged(measured, _burnt(sample.gray, subject), max(size))


def better_of(one: Quality, other: Quality) -> int:
    """Which of two photos of one framing to keep, 0 or 1.

    A well lit one before others, then the sharper, and the larger of two that are as sharp.
    """
    first, second = (
        (is_well_lit(each), round(each.sharpness, 2), each.shortest) for each in (one, other)
    )
    return int(second > first)


def is_well_lit(quality: Quality) -> bool:
    """Whether a photo is neither too dark nor too bright."""
    return not {Fault.TOO_DARK, Fault.TOO_BRIGHT}.intersection(quality.faults)


@cache
def least_longest() -> int:
    """The smallest long side that a marketplace demands, in pixels."""
    return max(rule.copy.least_longest for rule in shipped_rules().values())


def sharpness_of(gray: Bytes) -> float:
    """How steep the strongest edges are: a step is near 0.5, whatever its contrast."""
    import cv2

    calm = cv2.GaussianBlur(gray, (3, 3), 0)
    around = np.ones((_WINDOW, _WINDOW), dtype=np.uint8)
    reach = cv2.subtract(cv2.dilate(calm, around), cv2.erode(calm, around))
    height = np.asarray(reach, dtype=np.uint8)
    edges = height >= max(_reached(height[::2, ::2], _STRONGEST)[0], _FAINT)
    if int(edges.sum()) < _LEAST_EDGES:
        return 0.0
    across, down = (
        np.asarray(cv2.Sobel(calm, cv2.CV_16S, *order))[edges] for order in ((1, 0), (0, 1))
    )
    slope = np.hypot(across.astype(np.float32), down) / _SOBEL / height[edges]
    return float(np.percentile(slope, _STEEPEST))


def _judged(quality: Quality, burnt: float, longest: int) -> Quality:
    told = {
        Fault.BLURRY: 0 < quality.sharpness < BLURRY_BELOW,
        Fault.TOO_DARK: quality.brightness < TOO_DARK_BELOW,
        Fault.TOO_BRIGHT: burnt >= TOO_BRIGHT_FROM,
        Fault.TOO_SMALL: longest < least_longest(),
        Fault.TILTED: TILTED[0] <= abs(quality.tilt) <= TILTED[1],
        Fault.CLUTTERED: quality.clutter >= CLUTTERED_FROM,
    }
    return replace(quality, faults=tuple(fault for fault in Fault if told[fault]))


def _exposure(gray: Bytes) -> tuple[float, float]:
    """Below and above which a twentieth of the pixels are, 0 to 1."""
    dark, bright = _reached(gray, 5, 95)
    return dark / 255, bright / 255


def _reached(gray: Bytes, *percents: float) -> list[int]:
    """The values below which so many of the pixels are."""
    import cv2

    counts = np.cumsum(cv2.calcHist([gray], [0], None, [256], [0, 256]))
    return [int(np.searchsorted(counts, gray.size * each / 100)) for each in percents]


def _burnt(gray: Bytes, subject: Subject) -> float:
    import cv2

    height, width = subject.likely.shape
    small = np.asarray(cv2.resize(gray, (width, height)))
    garment = subject.is_garment
    return float((small[garment] >= _BURNT).mean()) if garment.any() else 0.0
