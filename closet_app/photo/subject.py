"""Where the garment is, guessed in two milliseconds from what lies along the border."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Subject:
    """The garment on a small copy: `likely` is how likely each pixel is of it, 0 to 1.

    `spread`, 0 to 1, is how much the colors along the border are those of the middle.
    """

    likely: Floats
    box: Box
    spread: float

    @property
    def is_garment(self) -> NDArray[np.bool_]:
        """The pixels that are of the garment, none on a photo where nothing stands out."""
        seen: NDArray[np.bool_] = self.likely > _SEEN * float(self.likely.max(initial=0))
        return seen


def subject_of(lab: Floats) -> Subject:
    """Guess the garment on a small OKLab copy.

    Garments lie in the middle, their surroundings along the border: each color's odds are those of
    the places where it is, and the places' odds follow from their colors, some rounds over.
    """
    height, width = lab.shape[:2]
    prior = _prior(height, width)
    if min(height, width) < _LEAST_SIDE:
        return Subject(prior, WHOLE, 1.0)
    colors = _colors(lab)
    around = _around(height, width)
    likely = _settled(colors, prior, around)
    return Subject(likely, _box_of(likely), _spread(colors, around))


def _box_of(likely: Floats) -> Box:
    """The box that holds nearly all of the garment; the whole photo when there is none."""
    seen = likely > _SEEN * float(likely.max(initial=0))
    if not seen.any():
        return WHOLE
    left, right = _span(seen.mean(axis=0))
    top, bottom = _span(seen.mean(axis=1))
    return Box(left, top, right, bottom)


def _spread(colors: NDArray[np.intp], around: Floats) -> float:
    """Bhattacharyya's coefficient of the colors of border and middle."""
    height, width = around.shape
    middle = np.zeros((height, width), dtype=bool)
    across, down = (slice(int(side * 0.3), int(side * 0.7)) for side in (width, height))
    middle[down, across] = True
    parts = (around.ravel() == BORDER_COUNTS, middle.ravel())
    border, inner = (np.bincount(colors[part], minlength=COLORS) / part.sum() for part in parts)
    return float(np.sqrt(border * inner).sum())


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
