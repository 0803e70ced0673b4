"""New asking prices by rule: set, percent, amount, endings, and the floor that holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.currencies import minor_per_major
from closet_app.domain.money import Money
from closet_app.domain.pricing import (
    PriceEnding,
    Reprice,
    Repriced,
    lowest_asked,
    reprice,
    with_ending,
)
from closet_app.domain.units import Percent

PRICES = st.integers(0, 10**7).map(lambda minor: Money(minor, "USD"))


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def percent(value: str) -> Percent:
    return Percent(Decimal(value))


@pytest.mark.parametrize(
    ("rule", "price"),
    [
        (Reprice(to=usd("30")), "30"),
        (Reprice(percent=percent("-10")), "30.60"),
        (Reprice(percent=percent("5")), "35.70"),
        (Reprice(amount=usd("-2.50")), "31.50"),
        (Reprice(amount=usd("-40")), "0"),
        (Reprice(percent=percent("-10"), ending=PriceEnding.WHOLE), "31"),
        (Reprice(percent=percent("-10"), ending=PriceEnding.NINETY_NINE), "30.99"),
        (Reprice(percent=percent("-15"), ending=PriceEnding.NINETY_FIVE), "28.95"),
    ],
)
def test_a_rule_makes_a_new_price(rule: Reprice, price: str) -> None:
    assert reprice(rule, usd("34")) == Repriced(usd(price), held_by_floor=False)


def test_the_floor_holds_a_price_unless_asked_not_to() -> None:
    half = Reprice(percent=percent("-50"))
    assert reprice(half, usd("34"), usd("22")) == Repriced(usd("22"), held_by_floor=True)
    free = Reprice(percent=percent("-50"), respect_floor=False)
    assert reprice(free, usd("34"), usd("22")) == Repriced(usd("17"), held_by_floor=False)


def test_a_price_already_below_its_floor_is_not_lowered_and_not_raised() -> None:
    rule = Reprice(percent=percent("-10"))
    assert reprice(rule, usd("20"), usd("22")) == Repriced(usd("20"), held_by_floor=True)
    raised = Reprice(amount=usd("1"))
    assert reprice(raised, usd("20"), usd("22")) == Repriced(usd("21"), held_by_floor=False)


def test_a_piece_without_a_price_can_only_be_set() -> None:
    assert reprice(Reprice(percent=percent("-10")), None) is None
    assert reprice(Reprice(to=usd("20")), None, usd("22")) == Repriced(
        usd("22"), held_by_floor=True
    )
    assert reprice(Reprice(to=usd("30")), None, usd("22")) == Repriced(
        usd("30"), held_by_floor=False
    )


@given(PRICES, PRICES, st.integers(-100, 100), st.sampled_from(PriceEnding))
def test_a_rule_never_takes_a_price_below_its_floor(
    asking: Money, floor: Money, change: int, ending: PriceEnding
) -> None:
    made = reprice(Reprice(percent=percent(str(change)), ending=ending), asking, floor)
    assert made is not None
    assert made.price >= min(asking, floor)


@given(
    st.integers(1, 10**7),
    st.sampled_from(["USD", "KWD"]),
    st.sampled_from([PriceEnding.WHOLE, PriceEnding.NINETY_NINE, PriceEnding.NINETY_FIVE]),
)
def test_an_ending_is_the_nearest_one_and_never_nothing(
    minor: int, currency: str, ending: PriceEnding
) -> None:
    unit = minor_per_major(currency)
    rounded = with_ending(Money(minor, currency), ending)
    last = {"whole": 0, "ninety_nine": unit * 99 // 100, "ninety_five": unit * 95 // 100}[ending]
    assert rounded.minor % unit == last
    assert rounded.minor > 0
    if minor >= unit:
        assert abs(rounded.minor - minor) * 2 <= unit


@pytest.mark.parametrize("ending", PriceEnding)
def test_a_currency_without_cents_and_a_price_of_nothing_keep_their_ending(
    ending: PriceEnding,
) -> None:
    assert with_ending(Money(3412, "JPY"), ending) == Money(3412, "JPY")
    assert with_ending(usd("0"), ending) == usd("0")


def test_a_rule_does_exactly_one_thing() -> None:
    with pytest.raises(ValueError, match="a price is set"):
        Reprice()
    with pytest.raises(ValueError, match="a price is set"):
        Reprice(to=usd("1"), amount=usd("1"))


def test_the_lowest_price_ever_asked_skips_days_without_a_price() -> None:
    assert lowest_asked([usd("38"), None, usd("34"), usd("36")]) == usd("34")
    assert lowest_asked([None]) is None
