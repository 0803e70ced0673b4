from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.units import Length, Percent, Weight
from closet_app.errors import InvalidValueError
from closet_app.wording import (
    parse_length,
    parse_measure,
    parse_percent,
    parse_weight,
    say_bytes,
    say_length,
    say_percent,
    say_weight,
    write_length,
    write_weight,
)


@given(st.integers(1, 3000), st.booleans())
def test_an_eighth_of_an_inch_survives_its_words(eighths: int, with_unit: bool) -> None:
    length = Length(eighths * 3175)
    assert parse_length(say_length(length, "in", with_unit=with_unit), "in") == length


@given(st.integers(1, 9_999), st.sampled_from(["cm", "mm"]))
def test_a_millimetre_survives_its_words(millimetres: int, unit: str) -> None:
    length = Length.of(millimetres, "mm")
    assert parse_length(say_length(length, unit), unit) == length


@given(st.integers(1, 10_000_000))
def test_any_length_survives_a_file(micrometres: int) -> None:
    assert parse_length(write_length(Length(micrometres))) == Length(micrometres)


@given(st.integers(1, 100_000))
def test_a_tenth_of_an_ounce_survives_its_words(tenths: int) -> None:
    weight = Weight.of(f"{tenths / 10:.1f}", "oz")
    assert parse_weight(say_weight(weight, "lb"), "lb") == weight


@given(st.integers(1, 500_000))
def test_a_gram_survives_its_words(grams: int) -> None:
    weight = Weight.of(grams, "g")
    assert parse_weight(say_weight(weight, "kg"), "kg") == weight


@given(st.integers(1, 500_000_000))
def test_any_weight_survives_a_file(milligrams: int) -> None:
    assert parse_weight(write_weight(Weight(milligrams))) == Weight(milligrams)


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("20.5", "in", "20½"), ("25", "in", "25"), ("0.125", "in", "⅛"), ("20.47", "in", "20½"),
        ("0", "in", "0"), ("52.07", "cm", "52.1"), ("52", "cm", "52"), ("7.5", "mm", "8"),
    ],
)  # fmt: skip
def test_lengths_are_said_shortly(amount: str, unit: str, said: str) -> None:
    assert say_length(Length.of(amount, unit), unit) == said
    assert say_length(Length.of(amount, unit), unit, with_unit=True) == f"{said} {unit}"


@pytest.mark.parametrize(
    ("text", "inches"),
    [
        ("20½", "20.5"), ("20 1/2", "20.5"), ("20-1/2", "20.5"), ("20.5", "20.5"), ("20,5", "20.5"),
        ('20½"', "20.5"), ("20.5 inches", "20.5"), ("19in", "19"), ("19 in.", "19"), ("½", "0.5"),
        ("1/2", "0.5"), ("50.8 cm", "20"), ("508mm", "20"), ("20\u00a0½", "20.5"),
    ],
)  # fmt: skip
def test_typed_lengths_are_understood(text: str, inches: str) -> None:
    assert parse_length(text) == Length.of(inches, "in")


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "0", "-3", "1/0", "20.5½", "12 ft", "1e3", "NaN", "1_0", "99999", "10001 mm",
        "20 ½ ½", "about 20", "9" * 40, "1/" + "0" * 9_000,
    ],
)  # fmt: skip
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a length"):
        parse_length(text)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("14", "14", "oz"), ("14 oz", "14", "oz"), ("2 lb 3 oz", "35", "oz"),
        ("2lbs, 3.5 ounces", "35.5", "oz"), ("2 lb 3", "35", "oz"), ("½ lb", "8", "oz"),
        ("1½ lb.", "24", "oz"), ("5#", "80", "oz"), ("450 g", "450", "g"), ("1.2 kg", "1200", "g"),
        ("1,200 g", "1200", "g"), ("1 kg 200", "1200", "g"), ("1 KG, 200 g", "1200", "g"),
    ],
)  # fmt: skip
def test_typed_weights_are_understood(text: str, amount: str, unit: str) -> None:
    assert parse_weight(text).milligrams == pytest.approx(Weight.of(amount, unit).milligrams, abs=1)


def test_a_bare_weight_is_in_the_small_unit() -> None:
    assert parse_weight("450", "kg") == Weight.of(450, "g")
    assert parse_weight("14", "lb") == Weight.of(14, "oz")


@pytest.mark.parametrize(
    "text", ["", "0", "x", "4 cats", "2 lb 3 cats", "501 kg", "1.2.3 kg", "-4", "1 2 3 oz"]
)
def test_what_is_no_weight_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a weight"):
        parse_weight(text)


def test_weights_are_said_in_pounds_or_kilos() -> None:
    assert say_weight(Weight.of(35, "oz")) == "2 lb 3 oz"
    assert say_weight(Weight.of(32, "oz")) == "2 lb"
    assert say_weight(Weight.of("0.5", "oz")) == "0.5 oz"
    assert say_weight(Weight.of(450, "g"), "kg") == "450 g"
    assert say_weight(Weight.of(1250, "g"), "kg") == "1.25 kg"


def test_percentages_go_both_ways() -> None:
    assert say_percent(parse_percent("13.6%")) == "13.6%"
    assert say_percent(parse_percent("13,60 %")) == "13.6%"
    assert say_percent(Percent(-parse_percent("5").value)) == "−5%"
    assert say_percent(parse_percent("100")) == "100%"
    assert say_percent(parse_percent("0")) == "0%"


@pytest.mark.parametrize("text", ["", "x", "101", "-1", "1e1"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a percentage"):
        parse_percent(text)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"), (999, "999 B"), (1_200, "1.2 KB"), (1_000_000, "1 MB"), (300_000_000, "300 MB"),
        (1_234_000_000, "1.2 GB"), (10**16, "10000 TB"),
    ],
)  # fmt: skip
def test_sizes_of_files_are_said_shortly(size: int, said: str) -> None:
    assert say_bytes(size) == said


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2 5/8", "in", "2.625"), ("2⅝", "in", "2.625"), ("2.", "in", "2"), ("0", "mm", "0"),
        (".1875", "in", "0.1875"), ("2,625", "in", "2.625"), ("1 in", "mm", "25.4"),
        ("12.7 mm", "in", "0.5"), ("1/16", "in", "0.0625"),
    ],
)  # fmt: skip
def test_measures_of_paper_are_read_while_they_are_typed(text: str, unit: str, value: str) -> None:
    assert parse_measure(text, unit) == Decimal(value)


@pytest.mark.parametrize("text", ["", "wide", "-1", "1 ft", "2.5 1/2", "1e3", "1.2.3"])
def test_what_is_no_measure_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a length"):
        parse_measure(text, "in")
