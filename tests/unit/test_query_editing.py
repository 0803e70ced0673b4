from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.query import (
    Completion,
    Has,
    Query,
    Words,
    completed,
    completion_at,
    has_value,
    parse,
    range_of,
    say,
    toggle,
    toggle_has,
    tokens,
    values_of,
    with_range,
    with_term,
    without,
    without_key,
)


def test_ticking_a_facet_adds_a_filter_and_unticking_takes_it_away() -> None:
    query = toggle(parse("tee"), "department", "Women")
    assert say(query) == "tee department:Women"
    assert has_value(query, "department", "WOMEN")
    assert toggle(query, "department", "women") == parse("tee")


def test_values_of_one_facet_are_or() -> None:
    query = toggle(toggle(parse("size:S"), "size", "M"), "size", "One size")
    assert say(query) == 'size:S,M,"One size"'
    assert values_of(query, "size") == ("S", "M", "One size")
    assert say(toggle(query, "size", "m")) == 'size:S,"One size"'


def test_leaving_out_is_apart_from_wanting() -> None:
    query = toggle(parse("-size:XL size:M"), "size", "S", negated=True)
    assert say(query) == "-size:XL,S size:M"
    assert values_of(query, "size", negated=True) == ("XL", "S")
    assert say(toggle(query, "size", "XL", negated=True)) == "-size:S size:M"


@given(st.lists(st.tuples(st.sampled_from(["size", "brand"]), st.sampled_from("SMLX")), max_size=8))
def test_ticking_twice_changes_nothing_in_meaning(ticks: list[tuple[str, str]]) -> None:
    query = Query()
    for key, value in ticks:
        query = toggle(query, key, value)
    again = toggle(toggle(query, "size", "S"), "size", "S")
    assert set(values_of(again, "size")) == set(values_of(query, "size"))
    assert parse(say(query)) == query


def test_a_range_takes_the_place_of_another() -> None:
    query = with_range(parse("price:20..150 age:>90 -price:30"), "price", 3000, None)
    assert say(query) == "age:>=91 -price:30 price:>=30"
    assert range_of(query, "price") == (3000, None)
    assert range_of(query, "sold") == (None, None)
    assert say(with_range(query, "price", None, None)) == "age:>=91 -price:30"
    assert say(with_range(Query(), "sold", date(2026, 1, 1), date(2026, 12, 31))) == "sold:2026"


def test_has_and_no_exclude_each_other() -> None:
    query = toggle_has(parse("tee"), "photo")
    assert say(query) == "tee has:photo"
    assert say(toggle_has(query, "photo", negated=True)) == "tee no:photo"
    assert toggle_has(query, "photo") == parse("tee")


def test_terms_are_added_once_and_taken_away() -> None:
    query = with_term(Query(), Has("cost"))
    assert with_term(query, Has("cost")) == query
    assert without(query, Has("cost")) == Query()
    assert say(without_key(parse("brand:a size:S -brand:b tee"), "brand")) == "size:S tee"
    assert without(parse("tee"), Words("top")) == parse("tee")


def test_tokens_know_their_places() -> None:
    text = '  tee -brand:"Free People",Zara “a b" has:photo'
    found = tokens(text)
    assert [(token.text, token.key, token.value, token.negated) for token in found] == [
        ("tee", "", "tee", False),
        ('-brand:"Free People",Zara', "brand", "Free People,Zara", True),
        ('“a b" has:photo', "", 'a b" has:photo', False),
    ]
    assert all(text[token.start : token.end] == token.text for token in found)
    assert [token.is_phrase for token in found] == [False, False, True]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("|", Completion("", "", 0, 0)),
        ("tee |", Completion("", "", 4, 4)),
        ("te|e", Completion("", "te", 0, 3)),
        ("bra|", Completion("", "bra", 0, 3)),
        ("-bra|", Completion("", "bra", 1, 4)),
        ("|-bra", Completion("", "", 0, 4)),
        ("bra|nd:made", Completion("", "bra", 0, 6)),
        ("brand:|", Completion("brand", "", 6, 6)),
        ("brand:mad|e", Completion("brand", "mad", 6, 10)),
        ('brand:"Free P|eople"', Completion("brand", "Free P", 6, 19)),
        ("size:S,|", Completion("size", "", 7, 7)),
        ("size:S,M|,L", Completion("size", "M", 7, 8)),
        ('tee "free pe|', Completion("", "free pe", 4, 12)),
    ],
)
def test_what_is_being_typed_is_known(typed: str, expected: Completion) -> None:
    cursor = typed.index("|")
    assert completion_at(typed.replace("|", ""), cursor) == expected


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [
        ("brand:ma|", "Madewell", "brand:Madewell |"),
        ("brand:ma| tee", "Free People", 'brand:"Free People"| tee'),
        ("size:S,m|", "M", "size:S,M |"),
        ("size:s|,M", "XS", "size:XS|,M"),
        ("-br|", "brand:", "-brand:|"),
        ("bret|", "Breton", "Breton |"),
    ],
)
def test_a_taken_suggestion_replaces_what_was_typed(typed: str, value: str, text: str) -> None:
    cursor = typed.index("|")
    plain = typed.replace("|", "")
    changed, place = completed(plain, completion_at(plain, cursor), value)
    assert changed[:place] + "|" + changed[place:] == text
