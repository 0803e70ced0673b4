"""Money: whole minor units, exact shares, one currency at a time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.currencies import DIGITS, digits_of, minor_per_major
from closet_app.domain.money import CurrencyMismatchError, Money, split_minor, total_of

MINOR = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)
WITHDRAWN_OR_ACCOUNTING = {
    "ADP", "BYR", "CLF", "ESP", "ITL", "LUF", "MGF", "MRO", "SLL", "STD", "TMM", "TRL", "UYI",
    "UYW", "ZMK", "ZWD",
}  # fmt: skip


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def test_every_currency_in_use_has_the_digits_that_babel_formats() -> None:
    fractions = get_global("currency_fractions")
    in_use = set(Locale("en").currencies) - WITHDRAWN_OR_ACCOUNTING
    told = {code: fractions.get(code, fractions["DEFAULT"])[0] for code in in_use}
    assert {code: digits_of(code) for code in in_use} == told
    assert in_use > DIGITS.keys()


@pytest.mark.parametrize(("currency", "minor"), [("USD", 100), ("JPY", 1), ("KWD", 1000)])
def test_a_unit_has_as_many_minor_units_as_its_digits_say(currency: str, minor: int) -> None:
    assert minor_per_major(currency) == minor
    assert Money.of(1, currency).minor == minor


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("19.99", "USD", 1999),
        ("0.005", "USD", 1),
        ("-0.005", "USD", -1),
        ("12.505", "USD", 1251),
        (Decimal("1234.5"), "JPY", 1235),
        ("1.2345", "KWD", 1235),
        (7, "USD", 700),
    ],
)
def test_major_units_are_rounded_half_up(
    amount: Decimal | int | str, currency: str, minor: int
) -> None:
    assert Money.of(amount, currency) == Money(minor, currency)


@given(MINOR, st.sampled_from(["USD", "JPY", "KWD"]))
def test_major_units_lead_back_to_the_same_money(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.of(money.major, currency) == money


def test_whole_amounts_are_told_from_those_with_cents() -> None:
    assert usd(3400).is_whole
    assert not usd(3401).is_whole
    assert Money(1, "JPY").is_whole


@given(MINOR, MINOR)
def test_money_adds_compares_and_changes_sign_like_its_minor_units(one: int, two: int) -> None:
    assert usd(one) + usd(two) == usd(one + two)
    assert usd(one) - usd(two) == usd(one - two)
    assert -usd(one) == usd(-one)
    assert abs(usd(one)) == usd(abs(one))
    assert usd(one) * 3 == usd(one * 3)
    assert (usd(one) < usd(two), usd(one) <= usd(two)) == (one < two, one <= two)
    assert (usd(one) > usd(two), usd(one) >= usd(two)) == (one > two, one >= two)
    assert bool(usd(one)) == (one != 0)


def test_two_currencies_never_meet_in_one_sum() -> None:
    for mixed in (
        lambda: usd(1) + Money(1, "EUR"),
        lambda: usd(1) - Money(1, "EUR"),
        lambda: usd(1) < Money(1, "EUR"),
        lambda: total_of([usd(1), Money(1, "EUR")], "USD"),
    ):
        with pytest.raises(CurrencyMismatchError):
            mixed()


def test_the_sum_of_nothing_has_a_currency() -> None:
    assert total_of([], "EUR") == Money.zero("EUR")
    assert total_of([usd(1), usd(2)], "USD") == usd(3)


def test_a_part_is_rounded_half_up() -> None:
    assert usd(2800).part(Decimal("0.136")) == usd(381)
    assert usd(50).part(Decimal("0.01")) == usd(1)
    assert usd(49).part(Decimal("0.01")) == usd(0)


@given(MINOR, WEIGHTS)
def test_shares_add_up_to_the_whole(total: int, weights: list[int]) -> None:
    shares = split_minor(total, weights)
    assert sum(shares) == total
    assert len(shares) == len(weights)


@given(MINOR, WEIGHTS)
def test_a_share_is_less_than_one_unit_away_from_its_exact_part(
    total: int, weights: list[int]
) -> None:
    used = weights if any(weights) else [1] * len(weights)
    for share, weight in zip(split_minor(total, weights), used, strict=True):
        assert abs(share * sum(used) - total * weight) < sum(used)


@given(st.integers(0, 10**9), WEIGHTS)
def test_a_share_of_the_opposite_amount_is_the_opposite_share(
    total: int, weights: list[int]
) -> None:
    assert split_minor(-total, weights) == [-share for share in split_minor(total, weights)]


def test_the_largest_remainder_takes_the_cent_and_ties_go_to_the_earlier() -> None:
    assert usd(100).split([1, 1, 1]) == [usd(34), usd(33), usd(33)]
    assert usd(650).split([2600, 3800, 3000]) == [usd(180), usd(263), usd(207)]
    assert usd(5).split([0, 0]) == [usd(3), usd(2)]
    assert usd(5).split([0, 7]) == [usd(0), usd(5)]
    assert usd(5).split([0]) == [usd(5)]


@pytest.mark.parametrize("weights", [[], [1, -1]])
def test_splitting_without_weights_or_with_negative_ones_is_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split_minor(10, weights)
