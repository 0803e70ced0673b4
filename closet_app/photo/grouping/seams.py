"""Where a new piece begins, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping import weights
from closet_app.photo.grouping.features import (
    BOUNDARY,
    LONGEST,
    PIECE,
    boundary_features,
    piece_features,
)
from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.segmentation import seam_marginals

Floats = NDArray[np.float64]

UNDECIDED: Mapping[int, bool] = {}


def seams(frames: Sequence[Frame], settled: Mapping[int, bool] = UNDECIDED) -> tuple[float, ...]:
    """How likely a new piece begins at each of `frames`, 0 to 1; `frames` are in order.

    `settled` is what the seller decided, by place: True where a piece begins, False where it goes
    on. These come back as 1 and 0, and all others are weighed anew beside them. The first is 1.
    """
    if not frames:
        return ()
    scores = _scores(frames, settled)
    found = seam_marginals(scores)
    found[0] = 1.0
    for place, begins in settled.items():
        if 0 < place < len(frames):
            found[place] = 1.0 if begins else 0.0
    return tuple(found.tolist())


def doubt(seam: float) -> float:
    """How uncertain a seam is: 1 at even odds, 0 when it is sure either way."""
    return 1.0 - abs(2.0 * seam - 1.0)


def groups(
    order: Sequence[int], seams: Sequence[float], threshold: float = 0.5
) -> tuple[tuple[int, ...], ...]:
    """`order` cut into pieces where the seam of a place is at least `threshold`."""
    pieces: list[list[int]] = []
    for photo, seam in zip(order, seams, strict=True):
        if not pieces or seam >= threshold:
            pieces.append([])
        pieces[-1].append(photo)
    return tuple(tuple(piece) for piece in pieces)


def _scores(frames: Sequence[Frame], settled: Mapping[int, bool]) -> Floats:
    boundary = boundary_features(frames) @ np.array([weights.BOUNDARY[name] for name in BOUNDARY])
    longest = max(LONGEST, _longest_joined(settled))
    pieces = piece_features(frames, longest) @ np.array([weights.PIECE[name] for name in PIECE])
    scores = pieces + boundary[:, None] + _length_scores(pieces.shape[1])
    return _constrained(scores, settled)


def _length_scores(longest: int) -> Floats:
    known = np.array(weights.LENGTHS)[:longest]
    more = known[-1] + weights.TAIL * np.arange(1, longest - len(known) + 1)
    return np.concatenate((known, more))


def _longest_joined(settled: Mapping[int, bool]) -> int:
    """Photos of the longest piece that the seller's own joins make."""
    longest = 0
    for place, begins in settled.items():
        if not begins and settled.get(place - 1, True):
            end = place
            while not settled.get(end, True):
                end += 1
            longest = max(longest, end - place + 1)
    return longest


def _constrained(scores: Floats, settled: Mapping[int, bool]) -> Floats:
    """Minus infinity for every piece that a decision of the seller forbids."""
    count, longest = scores.shape
    for place, begins in settled.items():
        if not 0 < place < count:
            continue
        if not begins:
            scores[place] = -np.inf
            continue
        for first in range(max(0, place - longest), place):
            scores[first, place - first :] = -np.inf
    return scores
