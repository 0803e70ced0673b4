"""All ways to cut a session into pieces, weighed at once: a semi-Markov model.

`scores[…, first, length - 1]` is the score of a piece of `length` photos from `first` on, minus
infinity where it must not be. At least one cut must be possible. Leading axes are sessions of the
same size.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def piece_chances(scores: Floats) -> Floats:
    """How likely each piece is, over all cuts weighed by their score; of the shape of `scores`.

    O(photos × longest piece).
    """
    ahead, behind = _ahead(scores), _behind(scores)
    count, longest = scores.shape[-2:]
    ends = np.arange(count)[:, None] + np.arange(1, longest + 1)
    inside = ends <= count
    after = np.where(inside, behind[..., np.minimum(ends, count)], -np.inf)
    chances = ahead[..., :count, None] + scores + after - ahead[..., count, None, None]
    return np.asarray(np.exp(np.minimum(chances, 0.0)), dtype=np.float64)


def seam_chances(scores: Floats) -> Floats:
    """How likely a piece begins at each photo."""
    chances = piece_chances(scores).sum(axis=-1)
    return np.asarray(np.minimum(chances, 1.0), dtype=np.float64)


def total(scores: Floats) -> Floats:
    """The logarithm of the sum over all cuts."""
    return np.asarray(_ahead(scores)[..., -1], dtype=np.float64)


def _ahead(scores: Floats) -> Floats:
    """Log sum over all cuts of the photos before each place."""
    count, longest = scores.shape[-2:]
    sums = np.full((*scores.shape[:-2], count + 1), -np.inf)
    sums[..., 0] = 0.0
    for end in range(1, count + 1):
        firsts = end - np.arange(1, min(longest, end) + 1)
        sums[..., end] = _log_sum(sums[..., firsts] + scores[..., firsts, end - firsts - 1])
    return sums


def _behind(scores: Floats) -> Floats:
    """Log sum over all cuts of the photos from each place on."""
    count, longest = scores.shape[-2:]
    sums = np.full((*scores.shape[:-2], count + 1), -np.inf)
    sums[..., count] = 0.0
    for first in range(count - 1, -1, -1):
        most = min(longest, count - first)
        ends = sums[..., first + 1 : first + most + 1]
        sums[..., first] = _log_sum(scores[..., first, :most] + ends)
    return sums


def _log_sum(values: Floats) -> Floats:
    top = np.maximum(values.max(axis=-1), -1e300)
    with np.errstate(divide="ignore"):
        return np.asarray(top + np.log(np.exp(values - top[..., None]).sum(axis=-1)))
