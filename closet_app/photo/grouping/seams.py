"""Where a new piece begins, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping import weights
from closet_app.photo.grouping.features import (
    BOUNDARY,
    HABIT,
    LENGTHS,
    LONGEST,
    PIECE,
    features_of,
    habit,
)
from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.segmentation import piece_chances, seam_chances, total

Floats = NDArray[np.float64]

_LABEL_FIRST_IS_RARE = 4.5
"""Log-odds by which a session must read better with its labels first."""
_MIRRORED = {"tag_next": "tag_before", "tag_before": "tag_next"}
_OF_SEAMS = np.array([weights.BOUNDARY[name] for name in BOUNDARY])
_OF_SEAMS_LABEL_FIRST = np.array([weights.BOUNDARY[_MIRRORED.get(name, name)] for name in BOUNDARY])

UNDECIDED: Mapping[int, bool] = {}


def seams(frames: Sequence[Frame], settled: Mapping[int, bool] = UNDECIDED) -> tuple[float, ...]:
    """How likely a new piece begins at each of `frames`, 0 to 1; `frames` are in order.

    `settled` is what the seller decided, by place: True where a piece begins, False where it goes
    on. These come back as 1 and 0, and all others are weighed anew beside them. The first is 1.
    """
    if not frames:
        return ()
    decided = {place: begins for place, begins in settled.items() if 0 < place < len(frames)}
    found = seam_chances(_scores(frames, decided))
    found[0] = 1.0
    for place, begins in decided.items():
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


def _scores(frames: Sequence[Frame], decided: Mapping[int, bool]) -> Floats:
    """The score of every possible piece, by what this seller usually does.

    Most photograph the label after the piece, some before it: that a label begins a piece is
    thought only when the whole session reads clearly better so.
    """
    boundaries, pieces = features_of(frames, max(LONGEST, _longest_joined(decided)))
    of_pieces = pieces @ np.array([weights.PIECE[name] for name in (*PIECE, *LENGTHS)])
    after, before = (
        _with_habit(_allowed(of_pieces + (boundaries @ said)[:, None], decided))
        for said in (_OF_SEAMS, _OF_SEAMS_LABEL_FIRST)
    )
    return before if total(before) > total(after) + _LABEL_FIRST_IS_RARE else after


def _with_habit(scores: Floats) -> Floats:
    """The scores with the number of photos in mind that this seller usually takes."""
    own = habit(piece_chances(scores), np.array(weights.USUAL))
    return np.asarray(scores + weights.PIECE[HABIT] * own, dtype=np.float64)


def _longest_joined(decided: Mapping[int, bool]) -> int:
    """Photos of the longest piece that the seller's own joins make."""
    longest = 0
    for place, begins in decided.items():
        if not begins and decided.get(place - 1, True):
            end = place
            while not decided.get(end, True):
                end += 1
            longest = max(longest, end - place + 1)
    return longest


def _allowed(scores: Floats, decided: Mapping[int, bool]) -> Floats:
    """Minus infinity for every piece that a decision of the seller forbids."""
    count, longest = scores.shape
    for place, begins in decided.items():
        if begins:
            for first in range(max(0, place - longest), place):
                scores[first, place - first :] = -np.inf
        else:
            scores[place] = -np.inf
            if place <= count:
                firsts = np.arange(max(0, place - longest), place)
                scores[firsts, place - firsts - 1] = -np.inf
    return scores
