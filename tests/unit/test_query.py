from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.query import (
    KEYS,
    Has,
    KeyKind,
    Match,
    Phrase,
    Query,
    Range,
    Value,
    Words,
    join_words,
    key_named,
    parse,
    say,
    say_term,
    term_of,
    tokens,
)


def terms(text: str, **options: Any) -> tuple[object, ...]:
    return parse(text, **options).terms


def match(key: str, *values: str, negated: bool = False) -> Match:
    return Match(key, tuple(Value(value) for value in values), negated)


def test_the_search_of_the_guide_is_read_word_for_word() -> None:
    text = (
        "tee brand:madewell status:listed price:20..150 -size:XL bin:B-04 age:>90 "
        "sold:2026-11 color:cream"
    )
    assert terms(text) == (
        Words("tee", prefix=True),
        match("brand", "madewell"),
        match("status", "listed"),
        Range("price", 2000, 15000),
        match("size", "XL", negated=True),
        match("bin", "B-04"),
        Range("age", 91, None),
        Range("sold", date(2026, 11, 1), date(2026, 11, 30)),
        match("color", "cream"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("  \n ", ()),
        ("breton tee", (Words("breton"), Words("tee", prefix=True))),
        ("bre* tee", (Words("bre", prefix=True), Words("tee", prefix=True))),
        ("bre -tee", (Words("bre"), Words("tee", negated=True))),
        ("t-shirt", (Words("t-shirt", prefix=True),)),
        ("셔츠", (Words("셔츠", prefix=True),)),
        ("- & *", ()),
        ("❤", (Words("❤", prefix=True),)),
        ('"free people"', (Phrase("free people"),)),
        ('-"free people"', (Phrase("free people", negated=True),)),
        ("“free people”", (Phrase("free people"),)),
        ('""', ()),
        ('"free peo', (Phrase("free peo"),)),
        ('28" waist', (Words('28"'), Words("waist", prefix=True))),
        ('brand:"Free People"', (match("brand", "Free People"),)),
        ('brand:"7"" heel"', (match("brand", '7" heel'),)),
        ("Brand:Zara", (match("brand", "Zara"),)),
        ("colour:gray", (match("color", "gray"),)),
        ("size:S,M,s", (match("size", "S", "M"),)),
        ("size:S,,M,", (match("size", "S", "M"),)),
        ("brand:bre*", (Match("brand", (Value("bre", prefix=True),)),)),
        ("brand:", ()),
        ("brand:*", ()),
        ("brand:,", ()),
        ('brand:*,""', ()),
        ("ship:fast", (Words("ship:fast", prefix=True),)),
        ("https://x.example", (Words("https://x.example", prefix=True),)),
        (":x", (Words(":x", prefix=True),)),
        ("has:photo no:cost", (Has("photo"), Has("cost", negated=True))),
        ("-has:photos -no:cost", (Has("photo", negated=True), Has("cost"))),
        ("has:wings", (Phrase("has:wings"),)),
        ("-price:abc", (Phrase("price:abc", negated=True),)),
    ],
)
def test_a_search_is_read(text: str, expected: tuple[object, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("price:20", 2000, 2000),
        ("price:$20", 2000, 2000),
        ("price:=20", 2000, 2000),
        ("price:20.5..30.55", 2050, 3055),
        ("price:20-150", 2000, 15000),
        ("price:20–150", 2000, 15000),
        ("price:150..20", 2000, 15000),
        ("price:..150", None, 15000),
        ("price:20..", 2000, None),
        ("price:>20", 2001, None),
        ("price:>=20", 2000, None),
        ("price:<20", None, 1999),
        ("price:<=20", None, 2000),
        ('price:"20"', 2000, 2000),
        ("keep:-5..0", -500, 0),
        ("age:90d", 90, 90),
        ("quantity:2", 2, 2),
        ("sold:2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("sold:2026-11-23", date(2026, 11, 23), date(2026, 11, 23)),
        ("sold:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("sold:>2026-11", date(2026, 12, 1), None),
        ("sold:<2026", None, date(2025, 12, 31)),
        ("sold:2026-12..2026-10", date(2026, 10, 1), date(2026, 12, 31)),
        ("sold:today", date(2026, 11, 23), date(2026, 11, 23)),
        ("sold:yesterday..", date(2026, 11, 22), None),
    ],
)
def test_limits_are_read_and_both_included(text: str, low: object, high: object) -> None:
    [found] = terms(text, today=date(2026, 11, 23))
    assert isinstance(found, Range)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "price:1e3", "price:NaN", "price:1,2", "price:20.505", "price:..", "price:>", "price:x..y",
        "price:1..y", "price:\uff12\uff10", "price:9999999999999", "age:1.5", "sold:2026-13",
        "sold:2026-02-30", "sold:0000", "sold:>9999", "sold:today", "price:20*",
    ],
)  # fmt: skip
def test_limits_that_cannot_be_read_are_searched_as_they_stand(text: str) -> None:
    assert terms(text) == (Phrase(text),)
    assert parse(say(parse(text))) == parse(text)


def test_money_follows_the_digits_of_the_currency() -> None:
    assert terms("price:20..150", digits=0) == (Range("price", 20, 150),)
    assert terms("price:1.250", digits=3) == (Range("price", 1250, 1250),)
    assert say(parse("price:1.25", digits=3), digits=3) == "price:1.250"
    assert say(parse("price:20", digits=0), digits=0) == "price:20"


@pytest.mark.parametrize(
    "text",
    [
        "bre", "bre* tee", '-"a ""b"""', 'brand:"Free People",Zara size:S', "brand:bre*",
        "price:20..150", "price:20.50", "price:>=20", "price:<=20", "keep:-5.25..-1", "sold:2026",
        "sold:2026-11", "sold:2026-11-23", "sold:2026-10-01..2026-11-30",
        "sold:2026-11-02..2027-01-01",
        "has:photo no:cost", "-price:20..30", "sold:2026-01-01..2027-12-31",
    ],
)  # fmt: skip
def test_a_search_is_said_as_it_is_typed(text: str) -> None:
    assert say(parse(text)) == text


def test_one_term_is_said_for_its_chip() -> None:
    assert say_term(match("brand", "Free People")) == 'brand:"Free People"'
    [token] = tokens("-price:20..")
    assert term_of(token) == Range("price", 2000, None, negated=True)


LINE = st.text(st.characters(codec="utf-8"), max_size=40)
HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from(list('"“”*-:,.<>= \t\n\x00\ud800'))))
TYPED = st.lists(
    st.one_of(
        HOSTILE,
        st.builds(
            "{}{}:{}".format,
            st.sampled_from(["", "-"]),
            st.sampled_from([key.name for key in KEYS]),
            st.one_of(
                HOSTILE,
                st.from_regex(r"(>|<=)?-?[0-9]{1,4}(\.\.)?[0-9]{0,3}", fullmatch=True),
                st.dates().map(str),
            ),
        ),
    ),
    max_size=6,
).map(" ".join)


@given(TYPED)
def test_what_is_said_means_what_was_typed(text: str) -> None:
    query = parse(text)
    assert parse(say(query)) == query


AMOUNT = st.integers(-(10**11), 10**11)


def _limits(key: str, bound: st.SearchStrategy[Any]) -> st.SearchStrategy[Range]:
    pairs = st.tuples(st.none() | bound, st.none() | bound).filter(any_limit)
    return pairs.map(lambda pair: Range(key, *sorted_pair(pair)))


def any_limit(pair: tuple[Any, Any]) -> bool:
    return pair[0] is not None or pair[1] is not None


def sorted_pair(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    low, high = pair
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


@given(st.lists(_limits("keep", AMOUNT) | _limits("sold", st.dates(date(1000, 1, 1))), max_size=4))
def test_every_range_survives_its_words(ranges: list[Range]) -> None:
    query = Query(tuple(ranges))
    assert parse(say(query)) == query


@given(st.lists(LINE, min_size=1, max_size=3))
def test_every_value_survives_its_words(values: list[str]) -> None:
    query = parse(say(Query((match("brand", *values),))))
    assert parse(say(query)) == query


def test_every_key_is_known_by_its_aliases_in_any_case() -> None:
    for key in KEYS:
        for name in (key.name, *key.aliases):
            assert key_named(name.upper()) is key
    assert key_named("wings") is None


def test_money_days_and_dates_have_keys_of_their_kind() -> None:
    assert {key.name for key in KEYS if key.kind is KeyKind.MONEY} == {
        "price", "cost", "keep", "floor",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["brand:Free People", "-size:XL"], 'brand:"Free People" -size:XL'),
        (["striped tee", "has:photo"], "striped tee has:photo"),
        (["-brand:Free People,Zara"], '-brand:"Free People","Zara"'),
        (['brand:"Free People" tee'], 'brand:"Free People" tee'),
        (["brand:Zara size:M"], "brand:Zara size:M"),
        ([], ""),
    ],
)
def test_words_of_a_command_line_become_one_search(words: list[str], text: str) -> None:
    assert join_words(words) == text
