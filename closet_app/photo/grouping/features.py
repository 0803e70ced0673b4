"""What speaks for and against a seam, as numbers: of each boundary, and of each possible piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.frames import Frame
from closet_app.photo.grouping.likeness import (
    COLOR_SCALE,
    cosines,
    nearly_same,
    palette_distances,
)
from closet_app.photo.grouping.rhythm import rhythm_odds
from closet_app.photo.grouping.timeline import timeline
from closet_app.photo.looks import Shot

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LONGEST = 24
"""Photos of the longest piece that is thought of; no marketplace takes more."""
KNOWN_LENGTHS = 8
"""Longer pieces lose a fixed odds for each further photo."""

BOUNDARY = (
    "seam",
    "no_clock",
    "rhythm",
    "long_pause",
    "break",
    "unlike",
    "unlike_here",
    "other_colors",
    "twin",
    "best_unlike",
    "best_unlike_here",
    "best_other_colors",
    "contrast",
    "color_contrast",
    "tag_next",
    "tag_before",
    "tag_unlike",
    "tag_other_colors",
    "close_up_next",
    "opening",
    "other_camera",
)
HABIT = "habit"
"""A feature that is known only when all others have been weighed once."""
PIECE = (HABIT, "unlike", "unlike_here", "other_colors", "worst_colors", "more_tags")
LENGTHS = (*(f"of_{length}" for length in range(1, KNOWN_LENGTHS + 1)), "longer")

_WINDOW = 4
_PIECES_BEFORE = 8.0
"""What is usual counts as much as this many pieces of the seller's own."""
_LIKE, _LIKE_HERE, _NEAR = 0.25, 0.15, 0.5
"""About what photos of one piece and of two have in common, so that 0 says nothing."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """How unlike each photo is to those that follow; 0 where nothing is known or one is a tag.

    The last two are of neighbors of which one is a tag, with a little of the cloth around it.
    """

    unlike: Floats
    unlike_here: Floats
    other_colors: Floats
    compared: Flags
    tag_unlike: Floats
    tag_other_colors: Floats


def features_of(frames: Sequence[Frame], longest: int = LONGEST) -> tuple[Floats, Floats]:
    """A row of `BOUNDARY` for each photo, and of `PIECE` + `LENGTHS` for each possible piece.

    The first array is about the boundary before a photo; the second is indexed by the first photo
    and the length less one, for lengths up to `longest`.
    """
    reach = min(max(longest, 2 * _WINDOW), len(frames))
    tags = np.array([frame.shot is Shot.TAG for frame in frames], dtype=np.bool_)
    pairs = _pairs(frames, tags, reach)
    most = min(longest, len(frames))
    return _of_boundaries(frames, tags, pairs), _of_pieces(pairs, tags, most)


def habit(chances: Floats, usual: Floats) -> Floats:
    """For each length how much likelier this seller takes that many photos than others do.

    `chances` are those of every piece by what is known so far, `usual` the shares of the lengths
    among all sellers, the last for all that are longer. Log-odds; a short session says little.
    """
    found = chances.sum(axis=-2)
    grown = np.minimum(np.arange(found.shape[-1]), len(usual) - 1)
    expected = usual[grown]
    total = found.sum(axis=-1, keepdims=True)
    shares = (found + expected * _PIECES_BEFORE) / (total + _PIECES_BEFORE)
    return np.asarray(np.log(shares / expected), dtype=np.float64)


def _pairs(frames: Sequence[Frame], tags: Flags, reach: int) -> _Pairs:
    neither = np.zeros((len(frames), reach), dtype=np.bool_)
    for step in range(1, min(reach, len(frames) - 1) + 1):
        neither[:-step, step - 1] = ~(tags[:-step] | tags[step:])

    apart = palette_distances(frames, reach)
    unlike = np.nan_to_num(_LIKE - cosines(frames, reach, centred=False))
    unlike_here = np.nan_to_num(_LIKE_HERE - cosines(frames, reach, centred=True))
    other_colors = np.nan_to_num(apart / (apart + COLOR_SCALE) - _NEAR)
    return _Pairs(
        unlike=unlike * neither,
        unlike_here=unlike_here * neither,
        other_colors=other_colors * neither,
        compared=neither,
        tag_unlike=(unlike * ~neither)[:, 0],
        tag_other_colors=(other_colors * ~neither)[:, 0],
    )


def _of_boundaries(frames: Sequence[Frame], tags: Flags, pairs: _Pairs) -> Floats:
    gaps = timeline(frames).gaps()
    fronts = np.array([frame.shot is Shot.FRONT for frame in frames], dtype=np.bool_)
    details = np.array([frame.shot is Shot.DETAIL for frame in frames], dtype=np.bool_)
    cameras = np.array([hash(frame.camera) for frame in frames])
    columns = {
        "seam": np.ones(len(frames)),
        "no_clock": np.isnan(gaps),
        "rhythm": rhythm_odds(gaps),
        "long_pause": _beyond(gaps, 60.0),
        "break": _beyond(gaps, 600.0),
        "unlike": _before(pairs.unlike[:, 0]),
        "unlike_here": _before(pairs.unlike_here[:, 0]),
        "other_colors": _before(pairs.other_colors[:, 0]),
        "twin": _before(nearly_same(frames)),
        "best_unlike": _best_across(pairs.unlike, pairs.compared),
        "best_unlike_here": _best_across(pairs.unlike_here, pairs.compared),
        "best_other_colors": _best_across(pairs.other_colors, pairs.compared),
        "contrast": _contrast(pairs.unlike_here),
        "color_contrast": _contrast(pairs.other_colors),
        "tag_next": tags,
        "tag_before": _before(tags),
        "tag_unlike": _before(pairs.tag_unlike),
        "tag_other_colors": _before(pairs.tag_other_colors),
        "close_up_next": details,
        "opening": fronts & ~_before(fronts).astype(np.bool_) & ~_before(tags).astype(np.bool_),
        "other_camera": cameras != np.concatenate((cameras[:1], cameras[:-1])),
    }
    return np.column_stack([columns[name] for name in BOUNDARY]).astype(np.float64)


def _of_pieces(pairs: _Pairs, tags: Flags, most: int) -> Floats:
    lengths = np.arange(1, most + 1)
    table = np.zeros((len(tags), most, len(PIECE) + len(LENGTHS)))
    columns = {
        "unlike": _sum_inside(pairs.unlike[:, :most]) / lengths,
        "unlike_here": _sum_inside(pairs.unlike_here[:, :most]) / lengths,
        "other_colors": _sum_inside(pairs.other_colors[:, :most]) / lengths,
        "worst_colors": _worst_inside(pairs.other_colors[:, :most]),
        "more_tags": np.maximum(_count_inside(tags, lengths) - 2, 0),
    }
    for name, values in columns.items():
        table[:, :, PIECE.index(name)] = values
    known = np.minimum(lengths, KNOWN_LENGTHS)
    table[:, lengths - 1, len(PIECE) + known - 1] = 1.0
    table[:, :, -1] = lengths - known
    return table


def _before(values: NDArray[np.generic]) -> Floats:
    """Each value moved to the boundary behind its photo."""
    return np.concatenate(([0.0], values[:-1].astype(np.float64)))


def _beyond(gaps: Floats, seconds: float) -> Floats:
    """By what power of e a pause is longer than `seconds`, at most the third."""
    known = np.nan_to_num(gaps, nan=1.0)
    return np.asarray(np.clip(np.log(np.maximum(known, 1.0) / seconds), 0.0, 3.0), np.float64)


def _best_across(unlike: Floats, compared: Flags) -> Floats:
    """The most alike two of the photos shortly before and after each boundary."""
    count, reach = unlike.shape
    best = np.full(count, np.inf)
    for before in range(1, _WINDOW + 1):
        for after in range(_WINDOW):
            step = before + after
            if step <= min(reach, count - 1):
                rows = np.arange(before, count - after)
                found = np.where(
                    compared[rows - before, step - 1], unlike[rows - before, step - 1], np.inf
                )
                best[rows] = np.minimum(best[rows], found)
    return np.where(np.isfinite(best), best, 0.0)


def _contrast(unlike: Floats) -> Floats:
    """How much less alike two photos are across each boundary than two on one side of it."""
    count = len(unlike)
    padded = np.zeros((count + 4, unlike.shape[1]))
    padded[2:-2] = unlike
    if unlike.shape[1] < 3:  # noqa: PLR2004 - across reaches over three photos
        return np.zeros(count)
    at = np.arange(count) + 2
    across = padded[at - 1, 0] + padded[at - 2, 1] + padded[at - 1, 1] + padded[at - 2, 2]
    beside = padded[at - 2, 0] + padded[at, 0]
    return np.asarray(across / 4 - beside / 2, dtype=np.float64)


def _sum_inside(pairs: Floats) -> Floats:
    """For each first photo and length the sum over all pairs of photos inside that piece."""
    return np.cumsum(_ending(pairs, np.add), axis=1)


def _count_inside(flags: Flags, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    sums = np.concatenate(([0], np.cumsum(flags)))
    ends = np.minimum(np.arange(len(flags))[:, None] + lengths, len(flags))
    return np.asarray(sums[ends] - sums[:-1, None], dtype=np.int64)


def _worst_inside(pairs: Floats) -> Floats:
    return np.maximum.accumulate(_ending(pairs, np.maximum), axis=1)


def _ending(pairs: Floats, joined: np.ufunc) -> Floats:
    """For each first photo and length all pairs of the last photo inside that piece, joined."""
    count, reach = pairs.shape
    table = np.zeros((count, reach))
    with_earlier = np.zeros((count, reach))
    for step in range(1, min(reach, count)):
        with_earlier[step:, step] = joined(with_earlier[step:, step - 1], pairs[:-step, step - 1])
    for last in range(1, min(reach, count)):
        table[: count - last, last] = with_earlier[last:, last]
    return table
