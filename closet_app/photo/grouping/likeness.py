"""How alike the photos of a session are, each with those that follow it shortly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame

Floats = NDArray[np.float64]

Places = NDArray[np.int64]

COLOR_SCALE = 0.06
"""Energy distance at which two palettes are halfway to having nothing in common."""
_LIGHTNESS = 0.5
"""Light changes from photo to photo, the color of a garment does not."""
_OTHER_FRAMING = 16
_FEW = 24
"""With fewer photos than this the common background is taken away only in part."""


def cosines(frames: Sequence[Frame], reach: int, *, centred: bool) -> Floats:
    """Cosine of each photo with the `reach` that follow, NaN where there is no vector.

    `centred` takes away what the whole session has in common, its background most of all.
    """
    table = np.full((len(frames), reach), np.nan)
    vectors, known = _stacked(frames)
    if not known:
        return table
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


def unlikeness(frames: Sequence[Frame], firsts: Places, seconds: Places) -> Floats:
    """How unlike the photos of each pair are, about 0 to 1; NaN without vector or palette."""
    found = np.full(len(firsts), np.nan)
    able = np.array([frame.vector is not None and bool(frame.lab) for frame in frames])
    both = able[firsts] & able[seconds]
    if not both.any():
        return found
    one, other = firsts[both], seconds[both]
    table, _ = _stacked(frames)
    colors, shares = _palettes(frames)
    own = _spread(colors, shares, colors, shares)
    across = _spread(colors[one], shares[one], colors[other], shares[other])
    apart = np.maximum(across - (own[one] + own[other]) / 2, 0.0)
    alike = np.einsum("ij,ij->i", table[one], table[other])
    found[both] = (1.0 - alike) / 2 + apart / (apart + COLOR_SCALE) / 2
    return found


def nearly_same(frames: Sequence[Frame]) -> Floats:
    """1 where the next photo has the same framing, falling to 0 at a quarter of the bits."""
    prints = [int(frame.fingerprint, 16) if frame.fingerprint else None for frame in frames]
    found = np.zeros(len(frames))
    for place, (one, other) in enumerate(pairwise(prints)):
        if one is not None and other is not None:
            found[place] = max(0.0, 1.0 - (one ^ other).bit_count() / _OTHER_FRAMING)
    return found


def _stacked(frames: Sequence[Frame]) -> tuple[NDArray[np.float32], list[int]]:
    """The vectors as rows, NaN where there is none, and the places of those there are."""
    known = {place: frame.vector for place, frame in enumerate(frames) if frame.vector is not None}
    vectors = np.full((len(frames), max(map(len, known.values()), default=0)), np.nan, np.float32)
    for place, vector in known.items():
        vectors[place, : len(vector)] = vector
    return vectors, list(known)


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
