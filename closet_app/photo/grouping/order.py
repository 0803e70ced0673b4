"""The order in which photos were taken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from closet_app.photo.grouping.clocks import ENOUGH, share_pieces
from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.streams import Stream
from closet_app.photo.grouping.timeline import Timeline, timeline


def arrange(frames: Sequence[Frame]) -> list[int]:
    """The places of `frames` in the order they were taken: a permutation.

    By time where there is one, the photos of all phones together unless two people photographed
    different pieces side by side; photos without any time follow in the order of their names.
    """
    start = sorted(range(len(frames)), key=lambda place: _first_look(frames[place]))
    ordered = [frames[place] for place in start]
    line = timeline(ordered)
    return [start[place] for stream in _blocks(ordered, line) for place in stream]


def _first_look(frame: Frame) -> tuple[object, ...]:
    """Sorts the same photos the same way, however they were given."""
    taken = frame.taken_at.timestamp() if frame.taken_at else float("-inf")
    return taken, frame.name, frame.camera, frame.fingerprint, frame.index


def _blocks(frames: Sequence[Frame], line: Timeline) -> list[list[int]]:
    """Photos that are shown one after the other: those of all phones by time, then the rest."""
    timed = [_timed(stream, line) for stream in line.streams]
    together = _together(frames, line, timed)
    blocks = [
        sorted((photo for one in part for photo in timed[one]), key=lambda photo: _key(line, photo))
        for part in together
    ]
    blocks.sort(key=lambda block: _key(line, block[0]) if block else (np.inf,))
    untimed = [
        [photo for photo in stream.photos if np.isnan(line.times[photo])] for stream in line.streams
    ]
    rest = [block for block in untimed if block]
    rest.sort(key=lambda block: line.places[block[0]].natural)
    return blocks + rest


def _together(
    frames: Sequence[Frame], line: Timeline, timed: Sequence[list[int]]
) -> list[list[int]]:
    """Which streams are merged by time: all but those that alternate on different pieces."""
    sizes = sorted(range(len(timed)), key=lambda one: (-len(timed[one]), timed[one][:1]))
    parts: list[list[int]] = []
    for one in sizes:
        able = len(timed[one]) >= ENOUGH
        fits = (
            part
            for part in parts
            if not able or all(_fit(frames, line, timed[one], timed[other]) for other in part)
        )
        home = next(fits, None)
        if home is None:
            parts.append([one])
        else:
            home.append(one)
    return parts


def _fit(frames: Sequence[Frame], line: Timeline, one: list[int], other: list[int]) -> bool:
    if len(other) < ENOUGH or not _overlap(line, one, other):
        return True
    both = sorted(one + other, key=lambda photo: _key(line, photo))
    return share_pieces(frames, both, line.times, set(other))


def _overlap(line: Timeline, one: Sequence[int], other: Sequence[int]) -> bool:
    if not one or not other:
        return False
    ours, theirs = line.times[list(one)], line.times[list(other)]
    return bool(ours.min() < theirs.max() and theirs.min() < ours.max())


def _timed(stream: Stream, line: Timeline) -> list[int]:
    return [photo for photo in stream.photos if not np.isnan(line.times[photo])]


def _key(line: Timeline, photo: int) -> tuple[object, ...]:
    return float(line.times[photo]), line.turn[photo]
