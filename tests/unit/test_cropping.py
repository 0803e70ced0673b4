"""A frame over a photo keeps its shape, stays on the photo, and stands about the garment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import (
    HANDLES,
    LEAST,
    Handle,
    around,
    moved,
    pulled,
    shape_in,
    widened,
)

SHARE = st.floats(0, 1)
STEP = st.floats(-2, 2)
SHAPES = st.floats(0.3, 3)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, right = sorted((draw(SHARE), draw(SHARE)))
    top, bottom = sorted((draw(SHARE), draw(SHARE)))
    return Box(left, top, right, bottom)


@given(subject=boxes(), shape=SHAPES)
def test_the_largest_frame_has_the_shape_and_touches_two_edges(subject: Box, shape: float) -> None:
    frame = around(subject, shape)
    assert frame.width / frame.height == pytest.approx(shape)
    assert max(frame.width, frame.height) == pytest.approx(1)


def test_the_garment_stands_in_the_middle_where_there_is_room() -> None:
    frame = around(Box(0.5, 0.1, 0.7, 0.9), 0.5)
    assert (frame.left + frame.right) / 2 == pytest.approx(0.6)
    assert around(Box(0.9, 0, 1, 1), 0.5).right == 1
    assert around(Box(0.2, 0.2, 0.4, 0.4), None) == WHOLE


@given(subject=boxes(), by=SHARE)
def test_a_margin_goes_round_the_subject_and_ends_at_the_photo(subject: Box, by: float) -> None:
    grown = subject.grown(by)
    assert grown.left == max(0, subject.left - by)
    assert grown.top == max(0, subject.top - by)
    assert grown.right == min(1, subject.right + by)
    assert grown.bottom == min(1, subject.bottom + by)


def test_three_to_four_is_wider_in_the_fractions_of_a_tall_photo() -> None:
    assert shape_in((3, 4), 3000, 4000) == pytest.approx(1)
    assert shape_in((1, 1), 1500, 3000) == pytest.approx(2)
    assert shape_in(None, 10, 10) is None


@given(
    subject=boxes(),
    shape=SHAPES,
    pulls=st.lists(st.tuples(st.sampled_from(HANDLES), STEP, STEP), min_size=1, max_size=6),
)
def test_pulling_keeps_the_shape(
    subject: Box, shape: float, pulls: list[tuple[Handle, float, float]]
) -> None:
    frame = around(subject, shape)
    for handle, across, down in pulls:
        frame = pulled(frame, handle, across, down, shape)
    assert frame.width / frame.height == pytest.approx(shape, rel=0.02)
    assert min(frame.width, frame.height) >= LEAST / 2


@given(frame=boxes(), handle=st.sampled_from(HANDLES), across=STEP, down=STEP)
def test_the_opposite_edge_stays_while_a_free_frame_is_pulled(
    frame: Box, handle: Handle, across: float, down: float
) -> None:
    wide = Box(frame.left * 0.4, frame.top * 0.4, 0.6, 0.6)
    made = pulled(wide, handle, across, down, None)
    assert made.right == wide.right or handle.across > 0
    assert made.left == wide.left or handle.across < 0
    assert made.top == wide.top or handle.down < 0
    assert made.bottom == wide.bottom or handle.down > 0


@given(frame=boxes(), across=STEP, down=STEP)
def test_moving_keeps_the_size(frame: Box, across: float, down: float) -> None:
    there = moved(frame, across, down)
    assert there.width == pytest.approx(frame.width)
    assert there.height == pytest.approx(frame.height)


@given(frame=boxes(), shape=SHAPES)
def test_a_widened_frame_holds_all_that_fits_on_the_photo(frame: Box, shape: float) -> None:
    wide = widened(frame, shape)
    if max(frame.width, frame.height * shape) <= min(1, shape):
        assert wide.left <= frame.left + 1e-9
        assert wide.right >= frame.right - 1e-9
        assert wide.top <= frame.top + 1e-9
        assert wide.bottom >= frame.bottom - 1e-9
        assert wide.width == pytest.approx(wide.height * shape)
