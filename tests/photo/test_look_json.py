from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from closet_app.domain.boxes import WHOLE, Box
from closet_app.photo.look_json import (
    measures_from_json,
    measures_to_json,
    reading_from_json,
    reading_to_json,
)
from closet_app.photo.looks import (
    Code,
    ColorShare,
    Fault,
    Likely,
    Measures,
    Quality,
    Reading,
    Shot,
    TextLine,
)

SHARES = some.floats(0, 1)
NUMBERS = some.floats(-1e6, 1e6)
WORDS = some.text(max_size=12)


@some.composite
def boxes(draw: some.DrawFn) -> Box:
    left, right = sorted((draw(SHARES), draw(SHARES)))
    top, bottom = sorted((draw(SHARES), draw(SHARES)))
    return Box(left, top, right, bottom)


def lists(one: some.SearchStrategy[Any]) -> some.SearchStrategy[tuple[Any, ...]]:
    return some.lists(one, max_size=3).map(tuple)


COLORS = some.builds(ColorShare, WORDS, WORDS, SHARES)
LIKELY = some.builds(Likely, WORDS, SHARES)
QUALITIES = some.builds(
    Quality,
    NUMBERS,
    SHARES,
    SHARES,
    NUMBERS,
    SHARES,
    some.integers(0, 100_000),
    lists(some.sampled_from(Fault)),
)
MEASURES = some.builds(
    Measures,
    quality=QUALITIES,
    colors=lists(COLORS),
    lab=lists(some.tuples(SHARES, NUMBERS, NUMBERS, SHARES)),
    fingerprint=some.integers(0, 2**64 - 1).map(lambda bits: f"{bits:016x}"),
    subject=boxes(),
    shot=some.sampled_from(Shot),
    categories=lists(LIKELY),
    departments=lists(LIKELY),
)
READINGS = some.builds(
    Reading,
    lines=lists(some.builds(TextLine, WORDS, SHARES, boxes(), SHARES)),
    codes=lists(some.builds(Code, WORDS, WORDS, boxes())),
    colors=lists(COLORS),
    subject=some.none() | boxes(),
    missing=lists(WORDS),
)
PLAIN = Measures(Quality(0.3, 0.5, 0.4, 0, 0, 1200), (), (), "00ff00ff00ff00ff", WHOLE, Shot.FRONT)


@given(MEASURES)
def test_measures_come_back_as_they_were(measures: Measures) -> None:
    text = measures_to_json(measures)
    assert measures_from_json(text) == measures
    assert measures_to_json(replace(measures)) == text


@given(READINGS)
def test_readings_come_back_as_they_were(reading: Reading) -> None:
    text = reading_to_json(reading)
    assert reading_from_json(text) == reading
    assert json.loads(text) == json.loads(reading_to_json(replace(reading)))


def test_the_text_is_canonical() -> None:
    text = measures_to_json(PLAIN)
    values = json.loads(text)
    assert text == json.dumps(values, sort_keys=True, separators=(",", ":"))
    assert values["subject"] == [0, 0, 1, 1]


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "7", '{"quality":{}}', "[" * 100_000])
def test_broken_text_is_measured_anew(text: str) -> None:
    assert measures_from_json(text) is None
    assert reading_from_json(text) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("shot", "sideways"),
        ("subject", [0, 0, 2, 1]),
        ("subject", [0, 0]),
        ("fingerprint", "not one"),
        ("fingerprint", 7),
        ("colors", [["Red", "#FF0000"]]),
        ("colors", [["Red", "#FF0000", "all"]]),
        ("colors", "Red"),
        ("colors", {}),
        ("lab", [[1, 2, True, 4]]),
        ("quality", None),
    ],
)
def test_text_of_another_form_is_measured_anew(key: str, value: object) -> None:
    values = json.loads(measures_to_json(PLAIN))
    assert measures_from_json(json.dumps(values | {key: value})) is None
    del values[key]
    assert measures_from_json(json.dumps(values)) is None


def test_a_number_that_is_none_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        measures_to_json(replace(PLAIN, lab=((math.nan, 0, 0, 1),)))
