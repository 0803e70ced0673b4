"""Where the garment is, guessed in a few milliseconds from what lies along the border."""

from __future__ import annotations

import numpy as np

from closet_app.domain.boxes import WHOLE, Box
from closet_app.photo.clusters import clustered
from closet_app.photo.lab import Floats

BORDER = 0.05
"""Width of the ring that is taken for background, a fraction of each side."""
BACKGROUNDS = 4
"""Colors of the border: wall, floor, a door and its shadow."""
APART = 0.10
"""OKLab distance at which a pixel is no longer its background: two and a half times its noise."""
LEAST_SUBJECT = 0.08
"""A smaller share of the photo means that the garment goes to the border: a close-up."""
_DARKER_COUNTS = 0.5
"""A shadow on the wall changes its lightness more than its hue."""
_SEEN = 0.5
_LEAST_SIDE = 8


def subject_of(lab: Floats) -> Floats:
    """How likely each pixel of a small OKLab copy is of the garment, 0 to 1."""
    height, width = lab.shape[:2]
    prior = _prior(height, width)
    if min(height, width) < _LEAST_SIDE:
        return prior
    likely: Floats = np.clip(_distance_to_border(lab) / APART, 0, 1) ** 2 * prior
    if float((likely > _SEEN * 0.5).mean()) < LEAST_SUBJECT:
        return prior
    return likely


def box_of(likely: Floats) -> Box:
    """The box that holds nearly all of the garment; the whole photo when there is none."""
    seen = likely > _SEEN * float(likely.max(initial=0))
    if not seen.any():
        return WHOLE
    left, right = _span(seen.mean(axis=0))
    top, bottom = _span(seen.mean(axis=1))
    return Box(left, top, right, bottom)


def _span(profile: np.ndarray) -> tuple[float, float]:
    mass = np.cumsum(profile) / max(float(profile.sum()), 1e-9)
    first, last = int(np.searchsorted(mass, 0.01)), int(np.searchsorted(mass, 0.99))
    return round(first / profile.size, 4), round(min(1.0, (last + 1) / profile.size), 4)


def _prior(height: int, width: int) -> Floats:
    """Garments are photographed in the middle, and higher than wide."""
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    return np.asarray(np.clip(1.35 - (np.abs(x) ** 3 + np.abs(y) ** 4), 0.1, 1), np.float32)


def _distance_to_border(lab: Floats) -> Floats:
    flat = lab.reshape(-1, 3) * np.array([_DARKER_COUNTS, 1, 1], dtype=np.float32)
    weighted = flat.reshape(lab.shape)
    ring = _ring(weighted)
    _, centers = clustered(ring, BACKGROUNDS)
    apart = np.linalg.norm(weighted[:, :, None, :] - centers[None, None], axis=3)
    return np.asarray(apart.min(axis=2), dtype=np.float32)


def _ring(lab: Floats) -> Floats:
    height, width = lab.shape[:2]
    across, down = max(1, round(width * BORDER)), max(1, round(height * BORDER))
    parts = (lab[:down], lab[-down:], lab[:, :across], lab[:, -across:])
    return np.ascontiguousarray(np.concatenate([part.reshape(-1, 3) for part in parts]))
