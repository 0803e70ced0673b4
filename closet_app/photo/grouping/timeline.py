"""When each photo was taken, as far as clocks and names tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, timezone

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.names import NamePlace, place_of

Floats = NDArray[np.float64]


def moments(frames: Sequence[Frame]) -> Floats:
    """Seconds since 1970 for each photo, NaN where neither clock nor name says."""
    zone = _zone(frames)
    return np.array([_moment(frame, place_of(frame.name), zone) for frame in frames], np.float64)


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
