"""The order in which photos were taken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.names import NamePlace, place_of
from closet_app.photo.grouping.timeline import moments


def arrange(frames: Sequence[Frame]) -> list[int]:
    """The places of `frames` in the order they were taken: a permutation."""
    places = [place_of(frame.name) for frame in frames]
    times = moments(frames)

    def key(index: int) -> tuple[object, ...]:
        place = places[index]
        late = bool(np.isnan(times[index]))
        return late, 0.0 if late else times[index], *_by_name(place), frames[index].index

    return sorted(range(len(frames)), key=key)


def _by_name(place: NamePlace) -> tuple[object, ...]:
    return place.natural, place.twin
