"""Prices from what they leave: the lowest that is enough, floors, offers and repricing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.fees import ExtraChoice
from closet_app.domain.money import Money
from closet_app.domain.pricing import (
    BandSpan,
    OfferBand,
    accepts_offer,
    judge_offer,
    lowest_floor,
    offer_bands,
    price_that_keeps,
    require_floor,
)
from closet_app.domain.profit import SaleTerms, quote
from closet_app.domain.units import Percent
from closet_app.errors import InvalidValueError, UserError
from tests.unit.fee_book import shipped_book

TODAY = date(2026, 11, 23)
BOOK = shipped_book()
AVAILABLE = [each.id for each in BOOK.marketplaces if each.available]
SMALL = st.none() | st.integers(0, 3000).map(lambda minor: Money(minor, "USD"))


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def tee(marketplace: str) -> SaleTerms:
    return SaleTerms(
        marketplace=marketplace, on=TODAY, price=usd("34"), cost=usd("6"), supplies=usd("0.90")
    )


def keep_at(terms: SaleTerms, price: Money) -> Money:
    return quote(BOOK, replace(terms, price=price)).keep


@pytest.mark.parametrize("marketplace", AVAILABLE)
def test_the_lowest_price_of_all_is_found(marketplace: str) -> None:
    keeps = [keep_at(tee(marketplace), Money(price, "USD")).minor for price in range(2500)]
    for wanted in range(-600, 1100, 34):
        lowest = next(price for price, keep in enumerate(keeps) if keep >= wanted)
        assert price_that_keeps(BOOK, tee(marketplace), Money(wanted, "USD")).minor == lowest


def test_a_price_just_below_a_jump_may_leave_as_much_as_one_far_above() -> None:
    terms = SaleTerms(marketplace="poshmark", on=TODAY, price=usd("1"))
    assert price_that_keeps(BOOK, terms, usd("12.00")) == usd("14.95")
    assert price_that_keeps(BOOK, terms, usd("12.04")) == usd("14.99")
    assert price_that_keeps(BOOK, terms, usd("12.05")) == usd("15.06")


def test_the_jump_of_sneakers_listed_for_150_dollars_is_seen() -> None:
    terms = SaleTerms(marketplace="ebay", on=TODAY, price=usd("1"), fee_class="athletic_sneakers")
    assert keep_at(terms, usd("149.99")) == usd("129.19")
    assert keep_at(terms, usd("150")) == usd("138")
    assert price_that_keeps(BOOK, terms, usd("130")) == usd("150")
    listed = replace(terms, starting_price=usd("200"))
    assert price_that_keeps(BOOK, listed, usd("92")) == usd("100")


def test_bags_past_the_limit_leave_more_by_the_lower_rate() -> None:
    terms = SaleTerms(marketplace="ebay", on=TODAY, price=usd("1"), fee_class="womens_bags")
    assert price_that_keeps(BOOK, terms, usd("1700")) == usd("2000.01")


@st.composite
def terms_of_any_sale(draw: st.DrawFn) -> SaleTerms:
    """Sales on any marketplace with any of the usual amounts."""
    return SaleTerms(
        marketplace=draw(st.sampled_from(AVAILABLE)),
        on=draw(st.sampled_from([TODAY, date(2024, 10, 10), date(2023, 6, 1)])),
        price=Money(0, "USD"),
        fee_class=draw(st.sampled_from(["clothing", "athletic_sneakers", "jewelry", "watches"])),
        discount=draw(SMALL),
        shipping=draw(SMALL),
        tax_percent=draw(st.none() | st.integers(0, 120).map(lambda at: Percent(Decimal(at) / 8))),
        own_label=draw(st.booleans()),
        postage=draw(SMALL),
        supplies=draw(SMALL),
        cost=draw(SMALL),
    )


@given(terms_of_any_sale(), st.integers(-10_000, 2_000_000))
def test_the_price_keeps_what_is_wanted_and_one_cent_less_does_not(
    terms: SaleTerms, wanted: int
) -> None:
    price = price_that_keeps(BOOK, terms, Money(wanted, "USD"))
    assert keep_at(terms, price).minor >= wanted
    if price:
        assert keep_at(terms, price - Money(1, "USD")).minor < wanted


@given(terms_of_any_sale())
def test_a_floor_never_loses_money(terms: SaleTerms) -> None:
    floor = lowest_floor(BOOK, terms)
    made = quote(BOOK, replace(terms, price=floor))
    assert made.terms.received >= made.fee.total + made.postage + made.supplies + made.cost
    assert require_floor(BOOK, terms, floor) == floor


def test_a_floor_leaves_what_is_to_be_kept_at_least() -> None:
    assert lowest_floor(BOOK, tee("poshmark")) == usd("9.85")
    assert lowest_floor(BOOK, tee("poshmark"), usd("10")) == usd("21.12")
    assert lowest_floor(BOOK, tee("poshmark"), usd("-5")) == usd("9.85")


def test_a_floor_that_loses_money_is_refused_with_the_lowest_that_does_not() -> None:
    with pytest.raises(InvalidValueError, match="below what the piece") as refused:
        require_floor(BOOK, tee("poshmark"), usd("9.84"))
    assert refused.value.field == "floor"
    assert refused.value.facts["lowest"] == usd("9.85")


def test_when_fees_take_everything_no_price_is_enough() -> None:
    promoted = replace(tee("ebay"), extras=(ExtraChoice("promoted", Percent(Decimal(100))),))
    with pytest.raises(UserError, match="No price on eBay"):
        price_that_keeps(BOOK, promoted, usd("1"))
    with pytest.raises(UserError, match="No price on eBay"):
        price_that_keeps(BOOK, tee("ebay"), Money(10**15, "USD"))


@pytest.mark.parametrize(
    ("offer", "band"),
    [
        ("9.84", OfferBand.LOSS),
        ("9.85", OfferBand.BELOW_FLOOR),
        ("21.99", OfferBand.BELOW_FLOOR),
        ("22", OfferBand.FINE),
        ("26", OfferBand.FINE),
    ],
)
def test_an_offer_is_a_loss_below_the_floor_or_fine(offer: str, band: OfferBand) -> None:
    terms = replace(tee("poshmark"), discount=usd("30"))
    assert judge_offer(BOOK, terms, usd(offer), usd("22")) is band
    assert accepts_offer(BOOK, terms, usd(offer), usd("22")) is (band is OfferBand.FINE)


def test_without_a_floor_an_offer_only_must_not_lose_money() -> None:
    assert accepts_offer(BOOK, tee("poshmark"), usd("9.85"), None)
    assert not accepts_offer(BOOK, tee("poshmark"), usd("9.84"), None)


def test_an_offer_does_not_change_what_sneakers_were_listed_for() -> None:
    listed = SaleTerms(
        marketplace="ebay",
        on=TODAY,
        price=usd("160"),
        fee_class="athletic_sneakers",
        cost=usd("128.80"),
    )
    assert accepts_offer(BOOK, listed, usd("140"), None)
    assert not accepts_offer(BOOK, listed, usd("139.99"), None)


def test_the_offer_slider_turns_at_break_even_and_at_the_floor() -> None:
    spans = offer_bands(BOOK, tee("poshmark"), usd("5"), usd("38"), usd("22"))
    assert spans == (
        BandSpan(OfferBand.LOSS, usd("5"), usd("9.84")),
        BandSpan(OfferBand.BELOW_FLOOR, usd("9.85"), usd("21.99")),
        BandSpan(OfferBand.FINE, usd("22"), usd("38")),
    )


def test_a_jump_of_the_fee_may_bring_a_second_loss_on_the_slider() -> None:
    terms = replace(tee("poshmark"), cost=usd("12.02"), supplies=None)
    spans = offer_bands(BOOK, terms, usd("14"), usd("16"), None)
    assert [span.band for span in spans] == [
        OfferBand.LOSS, OfferBand.FINE, OfferBand.LOSS, OfferBand.FINE,
    ]  # fmt: skip
    assert spans[1] == BandSpan(OfferBand.FINE, usd("14.97"), usd("14.99"))


@given(terms_of_any_sale(), st.integers(0, 5000), st.integers(1, 5000), SMALL)
def test_the_slider_has_no_gaps_and_judges_as_an_offer_is_judged(
    terms: SaleTerms, low: int, wide: int, floor: Money | None
) -> None:
    ends = Money(low, "USD"), Money(low + wide, "USD")
    spans = offer_bands(BOOK, terms, *ends, floor)
    assert (spans[0].low, spans[-1].high) == ends
    for one, two in pairwise(spans):
        assert one.high + Money(1, "USD") == two.low
        assert one.band is not two.band
    for span in spans:
        assert judge_offer(BOOK, terms, span.low, floor) is span.band


def test_a_slider_needs_two_ends() -> None:
    with pytest.raises(ValueError, match="higher end"):
        offer_bands(BOOK, tee("ebay"), usd("5"), usd("5"), None)
