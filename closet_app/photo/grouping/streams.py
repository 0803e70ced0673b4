"""The photos of each phone in the order it took them, with jumps of its clock taken out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.names import NamePlace

Floats = NDArray[np.float64]

_BACK = 30.0
"""Seconds by which a clock runs back before it is called a jump."""
_STRAY = "\0"
_LEFT_OUT = 30
_JUMPS = 0.1
"""With more jumps than this share of its photos, it is the names that are out of order."""
_STEP = 20.0
"""Seconds put where a clock jumped; that pause is not counted as known."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Places of one phone's photos in its order, their times (NaN without), and clocks.

    A `clock` of -1 belongs to a photo without a time of its own; another number for every clock
    that cannot be compared with the rest.
    """

    photos: tuple[int, ...]
    times: tuple[float, ...]
    clock: tuple[int, ...]


def streams_of(
    cameras: Sequence[str], places: Sequence[NamePlace], noted: Floats
) -> tuple[Stream, ...]:
    """Every photo in exactly one stream: by its camera, else by how its file is named."""
    owners = _owners(cameras, places)
    found: dict[str, list[int]] = defaultdict(list)
    for photo, place in enumerate(places):
        found[cameras[photo] or owners.get(place.family, _STRAY)].append(photo)
    jumped = 0
    streams = []
    for photos in found.values():
        stream = _stream(photos, places, noted, jumped + 1)
        jumped = max(jumped, *stream.clock)
        streams.append(stream)
    return tuple(streams)


def _owners(cameras: Sequence[str], places: Sequence[NamePlace]) -> dict[str, str]:
    """Whose the files named in one way are: of the camera most of them note, else their own."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for camera, place in zip(cameras, places, strict=True):
        if camera:
            votes[place.family][camera] += 1
    owners = {
        family: max(sorted(of_family), key=of_family.__getitem__)
        for family, of_family in votes.items()
    }
    members = Counter(place.family for place in places)
    for family, count in members.items():
        if count > 1:
            owners.setdefault(family, f"\0{family}")
    return owners


def _stream(
    photos: Sequence[int], places: Sequence[NamePlace], noted: Floats, next_clock: int
) -> Stream:
    counted = _by_number(photos, places)
    times, clock = noted.copy(), np.where(np.isnan(noted), -1, 0)
    families: dict[str, list[int]] = defaultdict(list)
    for photo in counted:
        families[places[photo].family].append(photo)
    for family in families.values():
        next_clock += _take_out_jumps(family, places, times, clock, next_clock)
        _fill_in(family, times, clock)
    timed = [photo for photo in counted if not np.isnan(times[photo])]
    untimed = [photo for photo in counted if np.isnan(times[photo])]
    whole = sorted(timed, key=times.__getitem__) + untimed
    return Stream(
        tuple(whole),
        tuple(float(times[photo]) for photo in whole),
        tuple(int(clock[photo]) for photo in whole),
    )


def _by_number(photos: Sequence[int], places: Sequence[NamePlace]) -> list[int]:
    """By name, numbers by value; a counter that came to its end goes on after 9999."""
    wraps = _wraps(photos, places)

    def key(photo: int) -> tuple[object, ...]:
        place = places[photo]
        if place.number is None:
            return place.natural, 0, place.twin
        start = wraps.get((place.family, place.width))
        late = start is not None and place.number < start
        return place.head, place.number + (10**place.width if late else 0), place.twin

    return sorted(photos, key=key)


def _wraps(photos: Sequence[int], places: Sequence[NamePlace]) -> dict[tuple[str, int], int]:
    """The number that a counter began with, for names in which it ran over."""
    numbers: dict[tuple[str, int], set[int]] = defaultdict(set)
    for photo in photos:
        number = places[photo].number
        if number is not None:
            numbers[places[photo].family, places[photo].width].add(number)
    found = {}
    for counter, taken in numbers.items():
        end = 10 ** counter[1]
        ordered = sorted(taken)
        gap, start = max(
            ((later - earlier, later) for earlier, later in pairwise(ordered)), default=(0, 0)
        )
        if gap > end / 2 and ordered[0] + end - ordered[-1] < end / 10:
            found[counter] = start
    return found


def _take_out_jumps(
    counted: Sequence[int],
    places: Sequence[NamePlace],
    times: Floats,
    clock: NDArray[np.int64],
    next_clock: int,
) -> int:
    """Where a clock fell back while the counter went on, let it go on after the photo before.

    Returns how many clocks more there are.
    """
    timed = [photo for photo in counted if not np.isnan(times[photo])]
    falls = [
        place
        for place, (before, after) in enumerate(pairwise(timed), start=1)
        if times[after] < times[before] - _BACK and places[after].twin == 0
    ]
    if len(falls) > _JUMPS * len(timed) or not all(
        _counted_on(places[timed[fall - 1]], places[timed[fall]]) for fall in falls
    ):
        return 0
    for number, fall in enumerate(falls):
        shift = times[timed[fall - 1]] + _STEP - times[timed[fall]]
        times[timed[fall:]] += shift
        clock[timed[fall:]] = next_clock + number
    return len(falls)


def _counted_on(before: NamePlace, after: NamePlace) -> bool:
    """Whether a counter went on from one name to the next with at most a few left out."""
    if before.number is None or after.number is None:
        return False
    step = (after.number - before.number) % int(10**after.width)
    return step <= _LEFT_OUT


def _fill_in(counted: Sequence[int], times: Floats, clock: NDArray[np.int64]) -> None:
    """Photos without a time lie evenly between those numbered before and after them."""
    timed = [place for place, photo in enumerate(counted) if not np.isnan(times[photo])]
    if not timed:
        return
    known = np.array([times[counted[place]] for place in timed])
    filled = np.interp(np.arange(len(counted)), timed, known)
    for place, photo in enumerate(counted):
        if np.isnan(times[photo]):
            times[photo] = filled[place]
            inside = timed[0] < place < timed[-1]
            clock[photo] = clock[counted[place - 1]] if inside else -2 - photo
