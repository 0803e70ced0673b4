"""What is around the garment: how busy it is, and how far its lines lean."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.lab import Bytes, Floats
from closet_app.photo.subject import Subject

_OUTSIDE = 0.2
_LEAST_BACKDROP = 0.15
_RUNS_ON = 0.6
"""Spread of a subject that seems to go on beyond the photo."""
_FINE, _COARSE = 5, 27
"""Pixels of a copy of 96: patterns between these sizes are busy, carpet and shadows are not."""
_COUNTS = np.array([0.7, 1.5, 1.5], dtype=np.float32)
_RIM = 5
_LEAST_CORNER = 0.02

_SOFT, _HARD = 50, 120
_LINE, _VOTES, _BREAK = 0.25, 0.18, 3
"""A rail, a door frame or the edge of a rug: at least that share of the long side in one piece."""
_AGREEING, _APART = 1.5, 0.1
"""Degrees within which lines are parallel, and how far apart; the two edges of one are one line."""
_SURE = 0.3


def clutter_of(lab: Floats, subject: Subject) -> float:
    """How much the background varies in blots of some size, in OKLab; 0 when little is seen of it.

    Of four corners the second calmest counts: where one alone is busy, the garment reaches there.
    """
    import cv2

    rim = np.ones((_RIM, _RIM), dtype=np.uint8)
    outside = _floats(cv2.erode((subject.likely < _OUTSIDE).astype(np.float32), rim))
    if subject.spread > _RUNS_ON or float(outside.mean()) < _LEAST_BACKDROP:
        return 0.0
    varies = (_mean_of(lab, outside, _FINE) - _mean_of(lab, outside, _COARSE)) * _COUNTS
    busy: Floats = (varies**2).sum(axis=2) * outside
    corners = sorted(
        _corner(part, seen) for part, seen in zip(_quarters(busy), _quarters(outside), strict=True)
    )
    return corners[1]


def tilt_of(gray: Bytes, subject: Subject) -> float:
    """Degrees clockwise by which long lines beside the garment lean; 0 unless two agree."""
    import cv2

    height, width = (max(1, side // 2) for side in gray.shape)
    half = cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA)
    edges = np.asarray(cv2.Canny(half, _SOFT, _HARD))
    garment = cv2.resize((subject.likely > _SURE).astype(np.uint8), (width, height))
    edges[np.asarray(cv2.dilate(garment, np.ones((9, 9), np.uint8))) > 0] = 0
    side = max(width, height)
    found = cv2.HoughLinesP(
        edges, 1, np.pi / 360, int(side * _VOTES), minLineLength=side * _LINE, maxLineGap=_BREAK
    )
    if found is None:
        return 0.0
    return _leaning(np.asarray(found, dtype=np.float64).reshape(-1, 4), side)


def _leaning(lines: NDArray[np.float64], side: int) -> float:
    across, down = lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]
    turned = np.degrees(np.arctan2(down, across))
    leans = (turned + 45) % 90 - 45
    lean = float(np.average(leans, weights=np.hypot(across, down)))
    upright = np.abs((turned - lean + 90) % 180 - 90) > 45  # noqa: PLR2004 - nearer to upright
    apart = max(
        _span(lines[which], lean, upright=tall)
        for which, tall in ((upright, True), (~upright, False))
    )
    two_ways = upright.any() and not upright.all()
    agree = float(np.std(leans)) <= _AGREEING
    return lean if agree and (two_ways or apart >= _APART * side) else 0.0


def _span(lines: NDArray[np.float64], lean: float, *, upright: bool) -> float:
    """Between the outermost of parallel lines, in pixels."""
    if not len(lines):
        return 0.0
    across = np.radians(lean if upright else lean + 90)
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    return float(np.ptp(middles @ np.array([np.cos(across), np.sin(across)])))


def _mean_of(lab: Floats, outside: Floats, side: int) -> Floats:
    import cv2

    weight = np.maximum(_floats(cv2.blur(outside, (side, side))), np.float32(1e-3))
    total = _floats(cv2.blur(lab * outside[..., None], (side, side)))
    return _floats(total / weight[..., None])


def _floats(pixels: NDArray[Any]) -> Floats:
    return np.asarray(pixels, dtype=np.float32)


def _quarters(values: Floats) -> list[Floats]:
    return [part for half in np.array_split(values, 2) for part in np.array_split(half, 2, axis=1)]


def _corner(busy: Floats, outside: Floats) -> float:
    seen = float(outside.sum())
    enough = seen > _LEAST_CORNER * 4 * outside.size
    return float(np.sqrt(busy.sum() / seen)) if enough else 0.0
