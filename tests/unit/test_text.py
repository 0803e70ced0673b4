"""Typed text: cleaned without losing what was meant, folded so that equal words are equal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.text import clean_line, clean_text, fold, require_length
from closet_app.errors import InvalidValueError

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_cleaned_text_can_always_be_stored(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert not [
        sign for sign in cleaned if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n"
    ]
    assert "\n" not in clean_line(text)


@given(ANY_TEXT)
def test_cleaning_and_folding_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_text_folds_alike_before_and_after_cleaning(text: str) -> None:
    assert fold(clean_line(text)) == fold(text) == fold(clean_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👧 Mommy & Me",
        "빈티지 리바이스",
        "عباءة سوداء",
        "ヴィンテージ着物",
        "Crème  café",
        "ก็",
        "-5 %",
    ],
)
def test_words_of_every_script_stay_as_typed(text: str) -> None:
    assert clean_line(f"  {text}\u00a0") == text


def test_control_signs_overrides_and_lone_surrogates_go() -> None:
    assert clean_text("a\x00b\u202ec\ud800d\ufefff\uffff\x7f") == "abcdf"


def test_line_ends_of_every_kind_stay_in_text_and_become_spaces_in_a_line() -> None:
    typed = "one\r\ntwo\rthree\u2028four\n\n five\t six"
    assert clean_text(typed) == "one\ntwo\nthree\nfour\n\n five  six"
    assert clean_line(typed) == "one two three four five  six"


def test_letters_are_composed() -> None:
    assert clean_line("cafe\u0301") == "café"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("JL-0412", " jl-0412\u00a0"),
        ("CAFE\u0301", "café"),
        ("Straße", "STRASSE"),
        ("two  words", "Two\twords"),
        ("JL\u200b-0412", "JL-0412"),
        ("Μάϊος", "ΜΆΪΟΣ"),
    ],
)
def test_words_that_differ_in_case_spaces_or_composition_are_the_same(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize(("one", "two"), [("café", "cafe"), ("JL-1", "JL-01"), ("ab", "a b")])
def test_words_that_differ_in_letters_are_not_the_same(one: str, two: str) -> None:
    assert fold(one) != fold(two)


def test_text_that_is_too_long_names_its_field_and_both_lengths() -> None:
    assert require_length("12345", 5) == "12345"
    with pytest.raises(InvalidValueError, match=r"6 letters.*room for 5") as refused:
        require_length("123456", 5, "title")
    assert refused.value.field == "title"
