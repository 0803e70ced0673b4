"""Lengths, weights and percentages: whole small units, exact in inches and centimetres."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.units import Length, Percent, Weight


@given(st.integers(0, 8 * 200))
def test_every_eighth_of_an_inch_is_exact(eighths: int) -> None:
    inches = Decimal(eighths) / 8
    assert Length.of(inches, "in").to("in") == inches


@given(st.integers(0, 5000), st.sampled_from(["mm", "cm"]))
def test_every_millimetre_is_exact(amount: int, unit: str) -> None:
    assert Length.of(amount, unit).to(unit) == amount


def test_lengths_compare_across_units() -> None:
    assert Length.of(1, "in") == Length.of("2.54", "cm") == Length.of("25.4", "mm")
    assert Length.of(1, "cm") < Length.of(1, "in")


def test_a_length_finer_than_a_micrometre_is_rounded_half_up() -> None:
    assert Length.of("0.0005", "mm").micrometres == 1
    assert Length.of("0.0004", "mm").micrometres == 0


@pytest.mark.parametrize(
    ("amount", "unit", "milligrams"),
    [("1", "g", 1000), ("1.5", "kg", 1_500_000), ("1", "oz", 28_350), ("1", "lb", 453_592)],
)
def test_weights_are_whole_milligrams(amount: str, unit: str, milligrams: int) -> None:
    assert Weight.of(amount, unit).milligrams == milligrams


@given(st.integers(0, 100_000))
def test_a_tenth_of_an_ounce_comes_back_as_typed(tenths: int) -> None:
    ounces = Decimal(tenths) / 10
    assert round(Weight.of(ounces, "oz").to("oz"), 3) == ounces


@given(st.decimals(0, 1000, places=4))
def test_a_percentage_is_a_hundredth_as_a_factor(value: Decimal) -> None:
    assert Fraction(Percent(value).rate) * 100 == Fraction(value)
    assert Percent(value) < Percent(value + 1)


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(KeyError):
        Length.of(1, "furlong")
