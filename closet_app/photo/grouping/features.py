"""What speaks for and against a seam, as numbers: of each boundary, and of each possible piece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.likeness import cosines, palette_distances
from closet_app.photo.grouping.rhythm import rhythm_odds
from closet_app.photo.grouping.timeline import moments
from closet_app.photo.looks import Shot

Floats = NDArray[np.float64]

LONGEST = 24
"""Photos of the longest piece that is thought of; marketplaces take no more."""
_WINDOW = 4
_LIKE = 0.62
"""Cosine at which two photos are as likely of one piece as of two."""
_NEAR = 0.06
"""Energy distance of palettes at which the same is true."""

BOUNDARY = (
    "bias",
    "rhythm",
    "pause",
    "neighbour",
    "best",
    "color",
    "tag_ahead",
    "tag_behind",
    "opening",
)
PIECE = ("likeness", "colors", "tags")


def boundary_features(frames: Sequence[Frame]) -> Floats:
    """A row of `BOUNDARY` for each photo, of the boundary before it; 0 where nothing is known."""
    times = moments(frames)
    gaps = np.concatenate(([np.nan], np.diff(times)))
    like = np.nan_to_num(cosines(frames, 2 * _WINDOW, centred=False) - _LIKE)
    apart = np.nan_to_num(palette_distances(frames, 2 * _WINDOW) - _NEAR)
    tags = np.array([frame.shot is Shot.TAG for frame in frames])
    fronts = np.array([frame.shot is Shot.FRONT for frame in frames])
    behind = np.concatenate(([False], tags[:-1]))
    plain = ~(tags | behind)
    before_front = np.concatenate(([False], fronts[:-1]))
    neighbour = np.concatenate(([0.0], like[:-1, 0]))
    color = np.concatenate(([0.0], apart[:-1, 0]))
    return np.column_stack(
        [
            np.ones(len(frames)),
            rhythm_odds(gaps),
            np.nan_to_num(np.clip(np.log(np.maximum(gaps, 1.0) / 60.0), 0.0, 3.0)),
            neighbour * plain,
            _best_across(like, tags),
            color * plain,
            tags,
            behind,
            fronts & ~before_front & ~behind,
        ]
    ).astype(np.float64)


def piece_features(frames: Sequence[Frame], longest: int = LONGEST) -> Floats:
    """A row of `PIECE` for each first photo and each length up to `longest`."""
    count, reach = len(frames), min(longest, len(frames))
    tags = np.array([frame.shot is Shot.TAG for frame in frames])
    like = np.nan_to_num(cosines(frames, reach, centred=False) - _LIKE)
    apart = np.nan_to_num(palette_distances(frames, reach) - _NEAR)
    both = _neither(tags, reach)
    table = np.zeros((count, reach, len(PIECE)))
    lengths = np.arange(1, reach + 1)
    table[:, :, 0] = _sum_inside(like * both) / lengths
    table[:, :, 1] = _sum_inside(apart * both) / lengths
    sums = np.concatenate(([0], np.cumsum(tags)))
    ends = np.minimum(np.arange(count)[:, None] + lengths, count)
    table[:, :, 2] = np.maximum(sums[ends] - sums[np.arange(count)][:, None] - 2, 0)
    return table


def _best_across(like: Floats, tags: NDArray[np.bool_]) -> Floats:
    """The best likeness between the photos shortly before and after each boundary."""
    count = len(like)
    best = np.full(count, -1.0)
    masked = np.where(_neither(tags, like.shape[1]), like, -1.0)
    for before in range(1, _WINDOW + 1):
        for after in range(_WINDOW):
            step = before + after
            if step <= min(like.shape[1], count - 1):
                rows = np.arange(before, count - after)
                best[rows] = np.maximum(best[rows], masked[rows - before, step - 1])
    return np.where(best <= -1.0, 0.0, best)


def _neither(tags: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Whether neither photo of a pair is a tag, which looks like no garment."""
    table = np.zeros((len(tags), reach), dtype=np.bool_)
    for step in range(1, min(reach, len(tags) - 1) + 1):
        table[:-step, step - 1] = ~(tags[:-step] | tags[step:])
    return table


def _sum_inside(pairs: Floats) -> Floats:
    """For each first photo and length the sum over all pairs of photos inside that piece."""
    count, reach = pairs.shape
    total = np.zeros((count, reach))
    joined = np.zeros(count)
    for length in range(2, reach + 1):
        joined[:] = 0.0
        last = length - 1
        for step in range(1, length):
            joined[: count - last] += pairs[last - step : count - step, step - 1]
        total[:, length - 1] = total[:, length - 2] + joined
    return total
