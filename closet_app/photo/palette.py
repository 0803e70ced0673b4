"""The garment's colors: clusters of its pixels in OKLab, named by the nearest listed swatch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from closet_app.photo.clusters import clustered
from closet_app.photo.lab import Floats, hex_of, lab_of, lab_of_hex
from closet_app.photo.looks import ColorShare
from closet_app.photo.subject import subject_of

SIDE = 96
"""Pixels of the long side of the copy whose colors are counted."""
CLUSTERS = 8
MOST = 5
LEAST_SHARE = 0.06
"""A smaller part of a garment is a button or a fold."""
SAME = 0.07
"""OKLab distance below which two clusters are one cloth in two lights."""

_COUNTED = 0.3

Swatches = Sequence[tuple[str, str]]


def small_lab(image: Image.Image) -> Floats:
    """The copy in OKLab on which garment and colors are looked for."""
    width, height = image.size
    longest = max(width, height)
    if longest > SIDE:
        size = max(1, round(width * SIDE / longest)), max(1, round(height * SIDE / longest))
        image = image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return lab_of(np.asarray(image))


def colors_of(
    image: Image.Image, mask: Image.Image | None, swatches: Swatches
) -> tuple[ColorShare, ...]:
    """The colors of the garment on an upright RGB photo by their share, at most five.

    `mask` is its cut-out (any size); without one the garment is guessed.
    """
    lab = small_lab(image)
    return named(palette_of(lab, _likely(lab, mask)), swatches)


def palette_of(lab: Floats, likely: Floats) -> Floats:
    """Rows of (L, a, b, share) in OKLab, the largest first."""
    pixels, weights = lab.reshape(-1, 3), likely.reshape(-1)
    counted = weights > _COUNTED * float(weights.max(initial=0))
    if not counted.any():
        counted = np.ones_like(weights, dtype=bool)
    centers, shares = _clusters(pixels[counted], weights[counted])
    centers, shares = _merged(centers, shares)
    order = np.argsort(-shares, kind="stable")
    return np.column_stack((centers, shares))[order].astype(np.float32)


def named(palette: Floats, swatches: Swatches) -> tuple[ColorShare, ...]:
    """The palette in the words of `swatches`, clusters of one name together."""
    names = [name for name, _ in swatches if name != "Multi"]
    places = np.array([lab_of_hex(swatch) for name, swatch in swatches if name != "Multi"])
    if not names:
        return ()
    found: dict[str, list[Floats]] = {}
    for row in palette:
        nearest = int(np.argmin(np.linalg.norm(places - row[:3], axis=1)))
        found.setdefault(names[nearest], []).append(row)
    shares = [_share(name, np.array(rows)) for name, rows in found.items()]
    enough = [color for color in shares if color.share >= LEAST_SHARE]
    return tuple(sorted(enough, key=lambda color: -color.share)[:MOST])


def _share(name: str, rows: Floats) -> ColorShare:
    share = float(rows[:, 3].sum())
    center = (rows[:, :3] * rows[:, 3:]).sum(axis=0) / max(share, 1e-9)
    return ColorShare(name, hex_of(center), round(min(1.0, share), 4))


def _likely(lab: Floats, mask: Image.Image | None) -> Floats:
    if mask is None:
        return subject_of(lab)
    height, width = lab.shape[:2]
    small = mask.convert("L").resize((width, height), Image.Resampling.BOX)
    values: Floats = np.asarray(small, dtype=np.float32) / np.float32(255)
    return values


def _clusters(pixels: Floats, weights: Floats) -> tuple[Floats, Floats]:
    labels, centers = clustered(pixels, CLUSTERS)
    shares = np.bincount(labels, weights, len(centers))
    return centers, np.asarray(shares / max(float(shares.sum()), 1e-9), dtype=np.float32)


def _merged(centers: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """Join the two nearest clusters until all stand apart; a shadow differs in lightness only."""
    centers, shares = centers.copy(), shares.copy()
    while len(centers) > 1:
        apart = np.linalg.norm((centers[:, None] - centers[None]) * (0.6, 1, 1), axis=2)
        np.fill_diagonal(apart, np.inf)
        one, other = np.unravel_index(int(np.argmin(apart)), apart.shape)
        if apart[one, other] > SAME:
            break
        total = max(float(shares[one] + shares[other]), 1e-9)
        centers[one] = (centers[one] * shares[one] + centers[other] * shares[other]) / total
        shares[one] = total
        centers = np.delete(centers, other, 0).astype(np.float32)
        shares = np.delete(shares, other)
    return centers, shares
