from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.photo.grouping.segmentation import piece_chances, seam_chances, total


def every_cut(count: int, longest: int) -> list[tuple[int, ...]]:
    """Each way to cut `count` photos, as the firsts of its pieces."""
    cuts = [
        (0, *(place for place, cut in enumerate(marks, start=1) if cut))
        for marks in itertools.product((False, True), repeat=count - 1)
    ]
    return [
        cut
        for cut in cuts
        if all(end - first <= longest for first, end in zip(cut, (*cut[1:], count), strict=True))
    ]


@pytest.mark.parametrize(("count", "longest"), [(1, 1), (4, 2), (6, 6), (7, 3)])
def test_the_chances_are_those_of_weighing_every_cut(count: int, longest: int) -> None:
    scores = np.random.default_rng(count).normal(size=(count, longest))
    weights, begins = [], []
    for cut in every_cut(count, longest):
        ends = (*cut[1:], count)
        pieces = zip(cut, ends, strict=True)
        weights.append(np.exp(sum(scores[first, end - first - 1] for first, end in pieces)))
        begins.append([place in cut for place in range(count)])
    shares = np.array(weights) / sum(weights)
    assert np.allclose(seam_chances(scores), shares @ np.array(begins))
    assert np.isclose(total(scores), np.log(sum(weights)))


def test_sessions_side_by_side_are_weighed_each_for_itself() -> None:
    scores = np.random.default_rng(5).normal(size=(3, 8, 4))
    alone = np.stack([piece_chances(one) for one in scores])
    assert np.allclose(piece_chances(scores), alone)


@given(st.integers(1, 30), st.integers(1, 12), st.integers(0, 99))
def test_every_photo_is_in_one_piece(count: int, longest: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 3, size=(count, longest))
    chances = piece_chances(scores)
    held = np.zeros(count)
    for first, row in enumerate(chances):
        for length, chance in enumerate(row, start=1):
            held[first : first + length] += chance
    assert np.allclose(held, 1.0)
