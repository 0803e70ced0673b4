"""Two phones at once: whether one clock is wrong, and whether they photograph the same pieces."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.likeness import unlikeness
from closet_app.photo.grouping.streams import Stream
from closet_app.photo.looks import Shot

Floats = NDArray[np.float64]

ENOUGH = 6
"""Photos of a phone below which nothing is concluded from its looks."""
_FAR = 15
"""Photos that lie this many apart are of two pieces."""
_MOST = 200
"""Photos of a phone that are compared with another's, spread over its whole session."""
_WINDOW = 60.0
"""Seconds that photos of one piece by two phones may lie apart."""
_AGREEING = 0.4
_SMALL = 90.0
"""A clock is not put right by less; two phones on a network differ by a second."""
_SHARED = 0.35
"""Above this part of the way from strangers to photos of one piece, the phones share pieces."""


def shifts_between(frames: Sequence[Frame], streams: Sequence[Stream]) -> list[float]:
    """Seconds to add to the times of each stream so that its pieces meet those of the longest.

    0 unless most photos that look alike agree on one shift that the clocks do not have.
    """
    shifts = [0.0] * len(streams)
    timed = [_timed(stream) for stream in streams]
    if not streams:
        return shifts
    main = max(range(len(streams)), key=lambda place: len(timed[place]))
    for place, photos in enumerate(timed):
        if place != main and min(len(photos), len(timed[main])) >= ENOUGH:
            shifts[place] = _shift(frames, timed[main], photos)
    return shifts


def share_pieces(
    frames: Sequence[Frame], photos: Sequence[int], times: Floats, second: AbstractSet[int]
) -> bool:
    """Whether two phones took turns on the same pieces, going by looks where they alternate.

    `photos` are the places of both in order of time, `second` those of one phone. True when
    there is too little to tell.
    """
    plain = np.array([photo for photo in photos if frames[photo].shot is not Shot.TAG], np.int64)
    if len(plain) <= _FAR:
        return True
    alike = unlikeness(frames, plain[:-1], plain[1:])
    apart = unlikeness(frames, plain[:-_FAR], plain[_FAR:])
    if np.isnan(apart).all():
        return True
    strangers = float(np.nanmean(apart))
    is_second = np.array([photo in second for photo in plain])
    near = (np.diff(times[plain]) < _WINDOW) & ~np.isnan(alike)
    across = near & (is_second[1:] != is_second[:-1])
    alone = near & ~across
    if min(across.sum(), alone.sum()) < ENOUGH:
        return True
    way = strangers - float(alike[across].mean())
    return way > _SHARED * (strangers - float(alike[alone].mean()))


def _shift(
    frames: Sequence[Frame],
    main: Sequence[tuple[int, float]],
    other: Sequence[tuple[int, float]],
) -> float:
    """The shift of the second's clock that its look-alikes among the first agree on."""
    ours, theirs = _spread_out(frames, main), _spread_out(frames, other)
    if min(len(ours), len(theirs)) < ENOUGH:
        return 0.0
    pairs = np.array([(one, two) for one, _ in ours for two, _ in theirs], dtype=np.int64)
    apart = unlikeness(frames, pairs[:, 0], pairs[:, 1]).reshape(len(ours), len(theirs))
    nearest = apart.argmin(axis=0)
    mutual = apart.argmin(axis=1)[nearest] == np.arange(len(theirs))
    when = np.array([time for _, time in ours])[nearest] - np.array([time for _, time in theirs])
    votes = np.sort(when[mutual])
    if len(votes) < ENOUGH:
        return 0.0
    within = np.searchsorted(votes, votes + 2 * _WINDOW, side="right") - np.arange(len(votes))
    best = int(within.argmax())
    shift = float(np.median(votes[best : best + within[best]]))
    agreed = within[best] >= max(ENOUGH, _AGREEING * len(votes))
    return shift if agreed and abs(shift) > _SMALL else 0.0


def _spread_out(
    frames: Sequence[Frame], photos: Sequence[tuple[int, float]]
) -> list[tuple[int, float]]:
    able = [
        (photo, time)
        for photo, time in photos
        if frames[photo].vector is not None and frames[photo].lab
    ]
    return able[:: -(-len(able) // _MOST) or 1]


def _timed(stream: Stream) -> list[tuple[int, float]]:
    return [
        (photo, time)
        for photo, time, clock in zip(stream.photos, stream.times, stream.clock, strict=True)
        if clock >= 0 and not np.isnan(time)
    ]
