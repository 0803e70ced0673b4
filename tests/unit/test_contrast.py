"""Contrast as WCAG reckons it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.contrast import contrast

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#8C2F4B", "#FFFFFF", 8.01),
        ("#6E655F", "#FAF7F2", 5.33),
    ],
)
def test_known_pairs_have_their_known_contrast(first: str, second: str, expected: float) -> None:
    assert round(contrast(first, second), 2) == expected


@given(COLORS, COLORS)
def test_contrast_is_the_same_both_ways_and_never_less_than_one(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1.0 <= contrast(first, second) <= 21.0
    assert contrast(first, first) == 1.0
