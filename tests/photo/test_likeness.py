"""How far palettes are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.photo.likeness import colors_apart

_PART = st.floats(-0.4, 0.4)
_COLOR = st.tuples(st.floats(0, 1), _PART, _PART, st.floats(0.05, 1))
_PALETTE = st.lists(_COLOR, min_size=1, max_size=5)

NAVY, CREAM, RUST = (0.25, 0.0, -0.1), (0.95, 0.0, 0.03), (0.5, 0.15, 0.1)


@given(_PALETTE)
def test_a_palette_is_not_apart_from_itself(
    palette: list[tuple[float, float, float, float]],
) -> None:
    assert colors_apart(palette, palette) == pytest.approx(0, abs=1e-9)
    assert colors_apart(palette, palette[::-1]) == pytest.approx(0, abs=1e-9)


@given(_PALETTE, _PALETTE)
def test_palettes_are_no_further_apart_than_their_colors_can_be(
    one: list[tuple[float, float, float, float]], other: list[tuple[float, float, float, float]]
) -> None:
    assert 0 <= colors_apart(one, other) <= 1.3


def test_stripes_are_near_their_colors_and_far_from_others() -> None:
    stripes = [(*CREAM, 0.6), (*RUST, 0.4)]
    fewer = [(*CREAM, 0.7), (*RUST, 0.3)]

    assert colors_apart(stripes, fewer) < 0.05
    assert colors_apart(stripes, [(*NAVY, 1.0)]) > 0.2


def test_lightness_counts_for_less_than_hue() -> None:
    shade = [(0.5, 0.1, 0.1, 1.0)]

    assert colors_apart(shade, [(0.7, 0.1, 0.1, 1.0)]) < colors_apart(
        shade, [(0.5, -0.1, 0.1, 1.0)]
    )


def test_without_colors_photos_are_as_far_apart_as_can_be() -> None:
    assert colors_apart([], [(*NAVY, 1.0)]) == 1
