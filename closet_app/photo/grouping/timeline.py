"""When each photo was taken, as far as clocks, names and looks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, timezone

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.clocks import shifts_between
from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.names import NamePlace, place_of
from closet_app.photo.grouping.streams import Stream, streams_of

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Timeline:
    """For each photo its corrected time in seconds, NaN without one, and whose it is.

    Times are comparable for sorting; their difference is a pause only between photos of one
    `clock`. `turn` counts the photos of each phone in its order; `streams` hold their places.
    """

    times: Floats
    clock: Whole
    turn: Whole
    places: tuple[NamePlace, ...]
    streams: tuple[Stream, ...]

    def gaps(self) -> Floats:
        """Seconds since the photo before, NaN where that cannot be known; the first is NaN."""
        gaps = np.full(len(self.times), np.nan)
        gaps[1:] = np.diff(self.times)
        gaps[1:][(self.clock[1:] != self.clock[:-1]) | (gaps[1:] < 0)] = np.nan
        return gaps


def timeline(frames: Sequence[Frame]) -> Timeline:
    """The times of `frames`, given in any order, with wrong clocks put right."""
    places = tuple(place_of(frame.name) for frame in frames)
    zone = _zone(frames)
    noted = np.array(
        [_moment(frame, place, zone) for frame, place in zip(frames, places, strict=True)],
        dtype=np.float64,
    )
    streams = streams_of([frame.camera for frame in frames], places, noted)
    times = np.full(len(frames), np.nan)
    clock = np.full(len(frames), -1, dtype=np.int64)
    turn = np.zeros(len(frames), dtype=np.int64)
    for stream in streams:
        times[list(stream.photos)] = stream.times
        clock[list(stream.photos)] = stream.clock
        turn[list(stream.photos)] = range(len(stream.photos))
    for stream, shift in zip(streams, shifts_between(frames, streams), strict=True):
        times[list(stream.photos)] += shift
    return Timeline(times, clock, turn, places, streams)


def _zone(frames: Sequence[Frame]) -> timezone:
    """The offset from UTC that most photos note: names spell their times by it."""
    offsets = Counter(
        offset
        for frame in frames
        if frame.taken_at and (offset := frame.taken_at.utcoffset()) is not None
    )
    if not offsets:
        return UTC
    return timezone(max(offsets, key=lambda offset: (offsets[offset], offset)))


def _moment(frame: Frame, place: NamePlace, zone: timezone) -> float:
    if frame.taken_at:
        return frame.taken_at.timestamp()
    if place.moment is None:
        return float("nan")
    return place.moment.replace(tzinfo=UTC if place.in_utc else zone).timestamp()
