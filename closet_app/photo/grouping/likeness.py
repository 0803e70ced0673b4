"""How alike the photos of a session are, each with those that follow it shortly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame

Floats = NDArray[np.float64]

_LIGHTNESS = 0.5
"""Light changes from photo to photo, the color of a garment does not."""
_FEW = 24
"""With fewer photos than this the common background is taken away only in part."""


def cosines(frames: Sequence[Frame], reach: int, *, centred: bool) -> Floats:
    """Cosine of each photo with the `reach` that follow, NaN where there is no vector.

    `centred` takes away what the whole session has in common, its background most of all.
    """
    table = np.full((len(frames), reach), np.nan)
    known = [place for place, frame in enumerate(frames) if frame.vector is not None]
    size = max((len(_vector(frames[place])) for place in known), default=0)
    known = [place for place in known if len(_vector(frames[place])) == size]
    if not known:
        return table
    vectors = np.full((len(frames), size), np.nan, np.float32)
    vectors[known] = np.stack([_vector(frames[place]) for place in known])
    if centred:
        vectors -= np.nanmean(vectors, axis=0) * min(1.0, len(known) / _FEW)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    for step in range(1, min(reach, len(frames) - 1) + 1):
        table[:-step, step - 1] = np.einsum("ij,ij->i", vectors[:-step], vectors[step:])
    return table


def palette_distances(frames: Sequence[Frame], reach: int) -> Floats:
    """Energy distance of the palettes of each photo and the `reach` that follow, in units of OKLab.

    0 for the same palette, about 0.3 for red and blue; NaN where a photo has none.
    """
    table = np.full((len(frames), reach), np.nan)
    colors, shares = _palettes(frames)
    own = _spread(colors, shares, colors, shares)
    for step in range(1, min(reach, len(frames) - 1) + 1):
        across = _spread(colors[:-step], shares[:-step], colors[step:], shares[step:])
        table[:-step, step - 1] = np.maximum(across - (own[:-step] + own[step:]) / 2, 0.0)
    return table


def _vector(frame: Frame) -> NDArray[np.float32]:
    return np.zeros(0, np.float32) if frame.vector is None else frame.vector


def _palettes(frames: Sequence[Frame]) -> tuple[Floats, Floats]:
    most = max((len(frame.lab) for frame in frames), default=0) or 1
    colors = np.zeros((len(frames), most, 3))
    shares = np.zeros((len(frames), most))
    for place, frame in enumerate(frames):
        for slot, (light, green_red, blue_yellow, share) in enumerate(frame.lab):
            colors[place, slot] = light * _LIGHTNESS, green_red, blue_yellow
            shares[place, slot] = share
    total = shares.sum(axis=1, keepdims=True)
    return colors, np.divide(shares, total, out=np.full_like(shares, np.nan), where=total > 0)


def _spread(colors: Floats, shares: Floats, others: Floats, their: Floats) -> Floats:
    """The mean distance of a color of one palette to a color of the other."""
    apart = np.linalg.norm(colors[:, :, None, :] - others[:, None, :, :], axis=3)
    return np.asarray(np.einsum("npq,np,nq->n", apart, shares, their), dtype=np.float64)
