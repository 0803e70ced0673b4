"""Lengths on a photo of a table that is turned, near or far, and tilted."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.measuring_plane import KNOWN_SIZES, KnownSize, Plane, Point
from closet_app.domain.units import Length
from closet_app.errors import InvalidValueError

SHEETS = [size for size in KNOWN_SIZES if size.is_sheet]
LETTER = SHEETS[1]
SQUARE = [(100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0)]


def camera(turn: float, tilt: float, far: float) -> object:
    """A pinhole camera over a table, `turn` and `tilt` in degrees, `far` in millimetres."""
    sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    down, up = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))

    def seen(place: Point) -> Point:
        across = cosine * place[0] - sine * place[1]
        along = sine * place[0] + cosine * place[1]
        depth = far + along * down
        return 2000 + 3000 * across / depth, 1500 + 3000 * along * up / depth

    return seen


def corners_of(sheet: KnownSize) -> list[Point]:
    wide, high = sheet.width, sheet.height
    return [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]


@given(
    sheet=st.sampled_from(SHEETS),
    turn=st.floats(0, 360),
    tilt=st.floats(0, 22),
    far=st.floats(1200, 3000),
    ends=st.tuples(*[st.floats(-400, 400)] * 4),
    begins_at=st.integers(0, 3),
    backwards=st.booleans(),
)
def test_a_sheet_anywhere_on_a_tilted_table_measures_to_one_percent(
    sheet: KnownSize,
    turn: float,
    tilt: float,
    far: float,
    ends: tuple[float, float, float, float],
    begins_at: int,
    backwards: bool,
) -> None:
    seen = camera(turn, tilt, far)
    corners = [seen(corner) for corner in corners_of(sheet)]  # type: ignore[operator]  # a camera
    corners = corners[begins_at:] + corners[:begins_at]
    plane = Plane.from_sheet(corners[::-1] if backwards else corners, sheet)
    start, end = ends[:2], ends[2:]
    true = math.dist(start, end)
    measured = plane.length(seen(start), seen(end))  # type: ignore[operator]  # a camera
    assert float(measured.to("mm")) == pytest.approx(true, rel=0.01, abs=0.01)


@given(
    pixels=st.floats(10, 4000),
    turn=st.floats(0, math.tau),
    line=st.floats(1, 4000),
    coin=st.sampled_from([size for size in KNOWN_SIZES if not size.is_sheet]),
)
def test_a_coin_from_straight_above_measures_every_direction_alike(
    pixels: float, turn: float, line: float, coin: KnownSize
) -> None:
    known = Length(round(coin.width * 1_000))
    plane = Plane.from_length((50.0, 50.0), (50.0 + pixels, 50.0), known)
    end = (9 + line * math.cos(turn), 9 + line * math.sin(turn))
    expected = coin.width * line / pixels
    assert float(plane.length((9.0, 9.0), end).to("mm")) == pytest.approx(
        expected, rel=0.001, abs=0.001
    )


@pytest.mark.parametrize(
    "corners",
    [
        SQUARE[:3],
        [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]],
        [SQUARE[0], SQUARE[1], (500.0, 100.0), SQUARE[3]],
        [SQUARE[0]] * 4,
        [SQUARE[0], SQUARE[1], SQUARE[2], (290.0, 120.0)],
    ],
    ids=["three", "crossed", "in line", "one place", "dented"],
)
def test_what_is_no_sheet_is_refused(corners: list[Point]) -> None:
    with pytest.raises(InvalidValueError):
        Plane.from_sheet(corners, LETTER)


def test_a_line_without_length_calibrates_nothing() -> None:
    with pytest.raises(InvalidValueError):
        Plane.from_length((5.0, 5.0), (6.0, 5.0), Length.of(10, "cm"))
    with pytest.raises(InvalidValueError):
        Plane.from_length((5.0, 5.0), (600.0, 5.0), Length(0))


def test_a_place_beyond_the_horizon_is_refused() -> None:
    leaning = [(100.0, 100.0), (200.0, 100.0), (260.0, 300.0), (40.0, 300.0)]
    plane = Plane.from_sheet(leaning, LETTER)
    with pytest.raises(InvalidValueError):
        plane.length((150.0, 200.0), (150.0, -900.0))


def test_a_sheet_seen_as_a_line_is_refused() -> None:
    sliver = [(0.0, 0.0), (1e7, 0.0), (1e7, 1.0), (0.0, 1.0)]
    with pytest.raises(InvalidValueError, match="four corners"):
        Plane.from_sheet(sliver, LETTER)
