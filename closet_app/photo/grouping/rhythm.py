"""The rhythm of a session: which pauses lie within a piece and which between two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROUNDS = 30
_LEAST_GAPS = 4
_SHORTEST = 0.5
_LONGEST = 3600.0
_TYPICAL = (np.log(6.0), np.log(35.0))
"""Medians of the pauses within and between pieces, in log seconds, before a session is known."""
_SPREAD = 0.55
_LEAST_SPREAD = 0.1
_TELLING_GAPS = 12
"""Fewer pauses do not show whether they are of two kinds."""
_CLEARLY = 6.0
"""Nats by which two kinds of pauses are beyond doubt."""
_WEIGHT = 6.0
"""The typical pauses count as much as this many gaps of the session."""


def rhythm_odds(gaps: Floats) -> Floats:
    """Log-odds for each gap in seconds that it lies between two pieces; NaN gaps give 0.

    Two log-normal components are fitted to the session by EM with a prior, so that slow and fast
    sellers are both met; a session of one even rhythm gives odds near 0.
    """
    known = np.isfinite(gaps)
    logs = np.log(np.clip(gaps[known], _SHORTEST, _LONGEST))
    odds = np.zeros(len(gaps))
    if len(logs) >= _LEAST_GAPS:
        odds[known] = _fitted_odds(logs)
    elif len(logs):
        odds[known] = _odds(logs, np.array(_TYPICAL), np.array([_SPREAD, _SPREAD]), 0.3)
    return odds


def _fitted_odds(logs: Floats) -> Floats:
    shift = float(np.quantile(logs, 0.35)) - _TYPICAL[0]
    typical = np.array(_TYPICAL) + shift
    middle, spread, share = typical.copy(), np.array([_SPREAD, _SPREAD]), 0.3
    for _ in range(_ROUNDS):
        between = 1.0 / (1.0 + np.exp(-np.clip(_odds(logs, middle, spread, share), -30, 30)))
        for part, weight in enumerate((1.0 - between, between)):
            total = weight.sum() + _WEIGHT
            middle[part] = (weight @ logs + _WEIGHT * typical[part]) / total
            away = np.minimum((logs - middle[part]) ** 2, 4.0)
            spread[part] = np.sqrt((weight @ away + _WEIGHT * _SPREAD**2) / total)
        share = float((between.sum() + 0.3 * _WEIGHT) / (len(logs) + _WEIGHT))
    return _odds(logs, middle, spread, share) * _trust(logs, middle, spread, share)


def _trust(logs: Floats, middle: Floats, spread: Floats, share: float) -> float:
    """How far two kinds of pauses explain the session better than one does, 0 to 1.

    Whoever takes one photo of each piece has but one kind, and it lies between pieces.
    """
    if len(logs) < _TELLING_GAPS:
        return 1.0
    parts = -0.5 * ((logs[:, None] - middle) / spread) ** 2 - np.log(spread)
    both = np.logaddexp(parts[:, 0] + np.log(1.0 - share), parts[:, 1] + np.log(share)).sum()
    wide = max(float(logs.std()), _LEAST_SPREAD)
    one = (-0.5 * ((logs - logs.mean()) / wide) ** 2 - np.log(wide)).sum()
    return float(np.clip((both - one) / _CLEARLY, 0.0, 1.0))


def _odds(logs: Floats, middle: Floats, spread: Floats, share: float) -> Floats:
    within = -0.5 * ((logs - middle[0]) / spread[0]) ** 2 - np.log(spread[0])
    between = -0.5 * ((logs - middle[1]) / spread[1]) ** 2 - np.log(spread[1])
    odds = between - within + np.log(share / (1.0 - share))
    low, high = logs < middle[0], logs > middle[1]
    odds[low] = np.minimum(odds[low], 0.0)
    odds[high] = np.maximum(odds[high], 0.0)
    return np.asarray(np.clip(odds, -6.0, 6.0), dtype=np.float64)
