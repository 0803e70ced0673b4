"""Where the garment is, guessed in two milliseconds from what lies along the border."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from closet_app.domain.boxes import WHOLE, Box
from closet_app.photo.clusters import clustered
from closet_app.photo.lab import Floats

COLORS = 16
"""Colors into which the photo is sorted; each is then more of the garment or more around it."""
ROUNDS = 5
BORDER = 0.04
"""Width of the ring that speaks for the background, a fraction of each side."""
BORDER_COUNTS = 4
_EVERY = 7
_COUNTS = np.array([0.5, 1.3, 1.3], dtype=np.float32)
"""A shadow on the wall changes its lightness more than its hue."""
_MIDDLE, _FALL, _SURE = 0.7, 1.5, 0.02
_SEEN = 0.5
_LEAST_SIDE = 8


def subject_of(lab: Floats) -> Floats:
    """How likely each pixel of a small OKLab copy is of the garment, 0 to 1.

    Garments lie in the middle, their surroundings along the border: each color's odds are those of
    the places where it is, and the places' odds follow from their colors, some rounds over.
    """
    height, width = lab.shape[:2]
    prior = _prior(height, width)
    if min(height, width) < _LEAST_SIDE:
        return prior
    colors = _colors(lab)
    return _settled(colors, prior, _around(height, width))


def box_of(likely: Floats) -> Box:
    """The box that holds nearly all of the garment; the whole photo when there is none."""
    seen = likely > _SEEN * float(likely.max(initial=0))
    if not seen.any():
        return WHOLE
    left, right = _span(seen.mean(axis=0))
    top, bottom = _span(seen.mean(axis=1))
    return Box(left, top, right, bottom)


def _span(profile: NDArray[np.float64]) -> tuple[float, float]:
    mass = np.cumsum(profile) / max(float(profile.sum()), 1e-9)
    first, last = int(np.searchsorted(mass, 0.01)), int(np.searchsorted(mass, 0.99))
    return round(first / profile.size, 4), round(min(1.0, (last + 1) / profile.size), 4)


def _prior(height: int, width: int) -> Floats:
    """In the middle, and higher than wide."""
    y = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None]
    x = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None, :]
    falling = _MIDDLE * np.exp(-_FALL * (x**2 + y**2.6))
    prior: Floats = np.clip(falling, _SURE, 1 - _SURE).astype(np.float32)
    return prior


def _around(height: int, width: int) -> Floats:
    """How much each pixel says about the background."""
    counts = np.full((height, width), BORDER_COUNTS, dtype=np.float32)
    down, across = max(1, round(height * BORDER)), max(1, round(width * BORDER))
    counts[down:-down, across:-across] = 1
    return counts


def _colors(lab: Floats) -> NDArray[np.intp]:
    """The nearest of the photo's main colors for each pixel, in rows."""
    rows = lab.reshape(-1, 3) * _COUNTS
    _, centers = clustered(rows[::_EVERY], COLORS)
    nearest: NDArray[np.intp] = (rows @ centers.T - (centers**2).sum(axis=1) / 2).argmax(axis=1)
    return nearest


def _settled(colors: NDArray[np.intp], prior: Floats, around: Floats) -> Floats:
    import cv2

    before = (prior / (1 - prior)).ravel()
    weight, background = prior.ravel(), around.ravel()
    for _ in range(ROUNDS):
        inside = np.bincount(colors, weight, COLORS) + 1e-3
        outside = np.bincount(colors, (1 - weight) * background, COLORS) + 1e-3
        speaks = ((inside / inside.sum()) / (outside / outside.sum())).astype(np.float32)
        odds = speaks[colors] * before
        likely = (odds / (1 + odds)).reshape(prior.shape)
        weight = np.asarray(cv2.blur(likely, (3, 3)), dtype=np.float32).ravel()
    return weight.reshape(prior.shape)
