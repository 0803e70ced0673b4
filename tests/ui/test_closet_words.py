"""Filters, tokens, keeps and prices in words, without a window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.fees import AppliedRule, Fee, FeePart
from closet_app.domain.pricing import PriceEnding
from closet_app.domain.query import Bound, Has, Match, Query, Range, Value, Words
from closet_app.domain.status import ItemStatus
from closet_app.domain.units import Percent
from closet_app.errors import UserError
from closet_app.services.records import KeepEstimate
from closet_app.ui.closet.commands import without_sense
from closet_app.ui.closet.faces import Speech, detail_of, face_of, join_names, title_of
from closet_app.ui.closet.filters import Filters, filter_count, one_less
from closet_app.ui.closet.keep_table import assumptions, parts_of
from closet_app.ui.closet.reprice_dialog import Asked, lowest_keep, rule_of
from closet_app.ui.closet.searching import is_unfinished, ways_back
from closet_app.ui.widgets.search_box import split_words
from closet_app.ui.widgets.token_chip import TokenFace
from tests.closets import TODAY, usd
from tests.ui.closet_stage import SPEECH, card

FILTERS = Filters("USD", SPEECH)


@pytest.mark.parametrize(
    ("token", "key", "value"),
    [
        ("department:Women", "department:", "Women"),
        ("price:20..150", "price:", "$20–150"),
        ("price:>=20", "price:", "$20 or more"),
        ("price:<=150", "price:", "up to $150"),
        ("age:>90", "age:", "91 or more"),
        ("age:12", "age:", "12"),
        ("-size:XL", "−size:", "XL"),
        ("status:on_hold,draft", "status:", "On hold, Draft"),
        ("condition:very_good", "condition:", "Very good"),
        ("on:ebay", "on:", "eBay"),
        ("on:any", "on:", "any"),
        ("no:cost", "no:", "cost"),
        ("has:photo", "has:", "photo"),
        ('brand:"Free People"', "brand:", "Free People"),
        ("sold:2026-11", "sold:", "Nov 1–Nov 30"),
        ("price:cheap", "price:", "cheap"),
    ],
)
def test_a_token_says_its_filter(token: str, key: str, value: str) -> None:
    assert FILTERS.face(token) == TokenFace(key, value)


_TEXTS = st.text("abcé 코,\"'-:*", min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
_MATCHES = st.builds(
    lambda key, value, negated: Match(key, (Value(value.strip()),), negated),
    st.sampled_from(["brand", "bin", "color", "status"]),
    st.text("abcé 코'-", min_size=1, max_size=8).filter(lambda text: bool(text.strip(" -'"))),
    st.booleans(),
)
_RANGES = st.builds(
    lambda key, low, more: Range(key, low, low + more),
    st.sampled_from(["price", "age", "keep"]),
    st.integers(0, 5_000),
    st.integers(0, 5_000),
)
_HAS = st.builds(Has, st.sampled_from(["photo", "cost", "listing"]), st.booleans())
_WORDS = st.builds(Words, st.text("abc코", min_size=1, max_size=5))
_QUERIES = st.lists(st.one_of(_MATCHES, _RANGES, _HAS, _WORDS), max_size=5)


@given(_QUERIES)
def test_tokens_and_words_of_the_search_line_mean_the_query(terms: list[object]) -> None:
    query = FILTERS.read(FILTERS.write(Query(tuple(terms))))  # type: ignore[arg-type]  # terms
    tokens, words = FILTERS.parts(query)
    again = FILTERS.read(" ".join([*tokens, words]))
    assert sorted(map(repr, again.terms)) == sorted(map(repr, query.terms))
    assert all(len(split_words(token)) == 1 for token in tokens)
    assert filter_count(query) == len(tokens)


def test_each_filter_is_offered_with_what_it_brings_back() -> None:
    query = FILTERS.read("brand:zara size:M tee")
    counts = {"size:M tee": 3, "brand:zara tee": 0, "brand:zara size:M": 12}
    ways = ways_back(FILTERS, query, counts.__getitem__)
    assert [(way.words, way.count) for way in ways] == [
        ("brand: zara", 3), ("size: M", 0), ("words: tee", 12),
    ]  # fmt: skip
    assert len(one_less(query)) == 3


@pytest.mark.parametrize(
    ("typed", "unfinished"),
    [
        ("brand:made", True),
        ("tee -color:gr", True),
        ("brand:", False),
        ("brand:made ", False),
        ('brand:"Free', True),
        ('brand:"Free People"', False),
        ("price:2", False),
        ("https:x", False),
        ("tee", False),
        ("brand:a,", False),
    ],
)
def test_a_value_being_typed_is_searched_as_a_beginning(typed: str, unfinished: bool) -> None:
    assert is_unfinished(typed) is unfinished


def test_a_card_says_what_it_can() -> None:
    bare = card(1, title="", brand="", size="", status=ItemStatus.DRAFT, asking=None, keep=None,
                listed_on=())  # fmt: skip
    face = face_of(bare, SPEECH)
    assert (title_of(bare), detail_of(bare)) == ("No title yet", "JL-0001")
    assert (face.price_text, face.keep_text, face.pill_words) == ("", "", "Draft")
    assert detail_of(card(2, quantity=3)) == "Madewell · M · 3 pieces"
    lost = face_of(card(3, keep=usd("-1.20")), SPEECH)
    assert (lost.keep_text, lost.keep_negative) == ("−$1.20", True)
    old = face_of(card(4, listed_since=date(2026, 8, 10)), SPEECH)
    assert (old.pill_status, old.pill_words) == ("listed_old", "Listed 104 d")


def test_names_are_listed_as_in_a_sentence() -> None:
    assert join_names([]) == ""
    assert join_names(["eBay"]) == "eBay"
    assert join_names(["Poshmark", "eBay", "Mercari"]) == "Poshmark, eBay and Mercari"


def test_amounts_follow_the_shops_way() -> None:
    assert SPEECH.price(None) == SPEECH.amount(None) == SPEECH.keep(None) == ""
    assert SPEECH.total(usd("6284.49")) == "$6,284"
    assert SPEECH.name("garage") == "garage"
    assert Speech("de_DE", TODAY, {}).price(usd(1234)) == "1.234\xa0$"


def estimate(keep: str, *, listed: bool = False, known: bool = True) -> KeepEstimate:
    rule = AppliedRule("r", None, "source", date(2026, 11, 3), True, "Nobody has proven it.")
    fee = Fee(usd("6.80"), (FeePart("Selling fee", usd("6.80")),), rule) if known else None
    return KeepEstimate(
        "poshmark", listed, usd(34), fee, usd("1.00"), usd("0.90"), usd("7.97"), usd("2.00"),
        usd(6), usd("27.20"), usd(keep), "" if known else "No fees are known.",
    )  # fmt: skip


def test_every_assumption_of_an_estimate_is_said() -> None:
    said = assumptions(estimate("19.30"), SPEECH).splitlines()
    assert said == [
        "Poshmark at $34.00", "Selling fee: −$6.80", "Label: $1.00", "Supplies: $0.90",
        "Paid: $6.00", "Assumed: the buyer pays shipping: $7.97",
        "Assumed: the buyer pays tax: $2.00", "You keep $19.30", "Fee rule checked Nov 3",
        "Nobody has proven it.",
    ]  # fmt: skip


def test_the_bar_divides_the_price() -> None:
    parts = parts_of(estimate("19.30"))
    assert (parts.keep, parts.paid, parts.supplies, parts.fee) == (1930, 600, 190, 680)
    assert parts.keep + parts.paid + parts.supplies + parts.fee == 3400
    assert parts_of(estimate("19.30", known=False)).fee == 0


def test_a_card_keeps_the_least_of_where_it_is_listed() -> None:
    anywhere = [estimate("5"), estimate("9", listed=True), estimate("1", known=False)]
    assert lowest_keep(anywhere) == usd(9)
    assert lowest_keep([estimate("5"), estimate("7")]) == usd(5)
    assert lowest_keep([]) is None


def asked(way: str, amount: str, ending: PriceEnding = PriceEnding.AS_IS) -> Asked:
    return Asked(way, amount, ending, respect_floor=True)


def test_a_repricing_is_read_as_it_was_typed() -> None:
    def rule(way: str, amount: str) -> object:
        found = rule_of(asked(way, amount), "USD", "en_US")
        return found.percent or found.amount or found.to

    assert rule("lower_percent", "10") == Percent(Decimal(-10))
    assert rule("raise_percent", "12.5 %") == Percent(Decimal("12.5"))
    assert rule("lower_amount", "$2") == usd(-2)
    assert rule("raise_amount", "-2") == usd(2)
    assert rule("set", "19.99") == usd("19.99")


@pytest.mark.parametrize("typed", ["", "  ", "some", "1e3", "NaN"])
def test_a_repricing_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        rule_of(asked("lower_percent", typed), "USD", "en_US")


def test_menus_offer_only_what_some_piece_allows() -> None:
    sold = without_sense({ItemStatus.SHIPPED})
    assert {"closet.mark_sold", "closet.mark_listed", "closet.archive", "closet.hold"} <= sold
    assert "closet.reprice" not in sold
    mixed = without_sense({ItemStatus.LISTED, ItemStatus.ARCHIVED})
    assert mixed == {"closet.release"}


def test_open_ends_are_bounds() -> None:
    low: Bound | None = None
    assert FILTERS.term_face(Range("price", low, 2000)) == TokenFace("price:", "up to $20")
