"""All ways to cut a session into pieces, weighed at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def seam_marginals(scores: Floats) -> Floats:
    """How likely a piece begins at each photo, over all cuts weighed by their score.

    `scores[first, length - 1]` is the score of a piece of `length` photos from `first` on, minus
    infinity where it must not be; at least one cut must be possible. The forward and backward
    sums of a semi-Markov model: O(photos × longest piece).
    """
    count, longest = scores.shape
    ahead = np.full(count + 1, -np.inf)
    ahead[0] = 0.0
    for end in range(1, count + 1):
        lengths = np.arange(1, min(longest, end) + 1)
        ahead[end] = _log_sum(ahead[end - lengths] + scores[end - lengths, lengths - 1])
    behind = np.full(count + 1, -np.inf)
    behind[count] = 0.0
    for first in range(count - 1, -1, -1):
        most = min(longest, count - first)
        behind[first] = _log_sum(scores[first, :most] + behind[first + 1 : first + most + 1])
    marginals = np.exp(np.minimum(ahead[:count] + behind[:count] - ahead[count], 0.0))
    return np.asarray(marginals, dtype=np.float64)


def _log_sum(values: Floats) -> float:
    top = float(values.max())
    if not np.isfinite(top):
        return -np.inf
    return top + float(np.log(np.exp(values - top).sum()))
