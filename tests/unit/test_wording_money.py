from __future__ import annotations

import pytest
from babel.core import get_global
from babel.numbers import format_currency, get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.currencies import digits_of
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.errors import InvalidValueError
from closet_app.wording import (
    Cents,
    decimal_mark_of,
    parse_money,
    say_keep,
    say_money,
    say_plain,
)

CURRENCIES = ("USD", "EUR", "GBP", "CAD", "JPY", "KRW", "KWD", "CHF", "SEK", "INR", "DKK", "BRL")
CENTS: tuple[Cents, ...] = ("always", "auto")
LOCALES = (
    "en_US", "en_CA", "en_GB", "en_DE", "de_DE", "de_CH", "fr_FR", "fr_CA", "ja_JP", "ko_KR",
    "zh_CN", "en_IN", "es_ES", "pt_BR", "pl_PL", "nl_NL", "sv_SE", "da_DK", "he_IL", "ar_EG",
)  # fmt: skip
MONEY = st.builds(Money, st.integers(-LARGEST_MINOR, LARGEST_MINOR), st.sampled_from(CURRENCIES))


def usd(minor: int) -> Money:
    return Money(minor, "USD")


@given(MONEY, st.sampled_from(LOCALES), st.sampled_from(CENTS))
def test_an_amount_survives_its_words(money: Money, locale: str, cents: Cents) -> None:
    said = say_money(money, cents=cents, locale=locale)
    assert parse_money(said, money.currency, locale) == money


@given(MONEY)
def test_an_amount_survives_a_file(money: Money) -> None:
    assert parse_money(say_plain(money), money.currency, from_file=True, decimal_mark=".") == money


@given(MONEY, st.sampled_from(LOCALES))
def test_amounts_look_as_babel_writes_them(money: Money, locale: str) -> None:
    babels = format_currency(money.major, money.currency, locale=locale)
    assert say_money(money, locale=locale) == babels.replace("-", "−")


def test_every_living_currency_has_the_digits_that_babel_knows() -> None:
    living = {
        currency
        for entries in get_global("territory_currencies").values()
        for currency, _, until, tender in entries
        if tender and until is None
    }
    assert len(living) > 140
    assert {currency: digits_of(currency) for currency in living} == {
        currency: get_currency_precision(currency) for currency in living
    }


@pytest.mark.parametrize(
    ("minor", "always", "auto", "never"),
    [
        (3400, "$34.00", "$34", "$34"),
        (2030, "$20.30", "$20.30", "$20"),
        (2050, "$20.50", "$20.50", "$21"),
        (-680, "−$6.80", "−$6.80", "−$7"),
        (-20, "−$0.20", "−$0.20", "$0"),
        (0, "$0.00", "$0", "$0"),
        (123_456_789, "$1,234,567.89", "$1,234,567.89", "$1,234,568"),
    ],
)
def test_cents_are_shown_as_asked(minor: int, always: str, auto: str, never: str) -> None:
    money = usd(minor)
    assert say_money(money) == always
    assert say_money(money, cents="auto") == auto
    assert say_money(money, cents="never") == never


def test_currencies_without_cents_have_none() -> None:
    assert say_money(Money(1200, "JPY"), cents="never") == "¥1,200"
    assert say_money(Money(1200, "JPY")) == "¥1,200"


def test_keep_is_exact_under_a_thousand() -> None:
    assert say_keep(usd(99_999)) == "$999.99"
    assert say_keep(usd(100_049)) == "$1,000"
    assert say_keep(usd(-391_750)) == "−$3,918"


def test_files_get_plain_decimals() -> None:
    assert say_plain(usd(-300)) == "-3.00"
    assert say_plain(Money(300, "JPY")) == "300"
    assert say_plain(None) == ""


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("12", 1200), ("12,50", 1250), ("1.234,56", 123_456), ("1 234,56", 123_456),
        ("1\u202f234,56", 123_456), ("$1,234.50", 123_450), ("1,234", 123_400), ("12.", 1200),
        ("(2.95)", -295), ("-$3.00", -300), ("$-3", -300), ("- $ 8", -800), ("20-", -2000),
        ("−$20.30", -2030), ("12 USD", 1200), ("usd 12", 1200), ("US$12", 1200), (".5", 50),
        ("$.50", 50), ("1’234.50", 123_450), ("1,23,456.00", 12_345_600), ("12.5000", 1250),
        ("0.50", 50), ("\u0663\u0664.\u0665\u0660", 3450), ("\uff11\uff12", 1200), ("free", 0),
        ("1,234,567", 123_456_700), ("00012", 1200),
    ],
)  # fmt: skip
def test_typed_amounts_are_understood(text: str, minor: int) -> None:
    assert parse_money(text, "USD") == usd(minor)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "$", "--", "NaN", "inf", "1e3", "1_000", "4 for $10", "?", "(5", "((5))",
        "-(5)", "1,2,3", "1.2.3", "1,234'567.00", "12 34", "12 cats", "<b>5</b>", "5%",
        "--5", "1.234.56", "0x10", "9" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not an amount") as caught:
        parse_money(text, "USD")
    assert caught.value.remedy == "Type it like 12.50."


@pytest.mark.parametrize("text", ["9" * 30, "10,000,000,000,000.01"])
def test_amounts_that_no_sum_could_hold_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="more than a closet can hold"):
        parse_money(text, "USD")


@pytest.mark.parametrize("text", ["€5", "5 EUR", "£5", "CA$5", "5 kr"])
def test_another_currency_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not in USD"):
        parse_money(text, "USD")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12.505", (1250, 1251)),
        ("0.001", (0, 1)),
        ("-12.505", (-1250, -1251)),
        ("1." + "0" * 40 + "1", (100, 101)),
    ],
)
def test_more_decimals_than_the_currency_has_are_asked_about(
    text: str, readings: tuple[int, int]
) -> None:
    with pytest.raises(InvalidValueError, match="could be") as caught:
        parse_money(text, "USD")
    assert caught.value.facts["readings"] == tuple(usd(minor) for minor in readings)


def test_a_file_with_one_comma_is_asked_about_once() -> None:
    with pytest.raises(InvalidValueError, match=r"“1,234” could be \$1.23 or \$1,234.00"):
        parse_money("1,234", "USD", from_file=True)
    assert parse_money("1,234", "USD", from_file=True, decimal_mark=".") == usd(123_400)
    assert parse_money("1.234", "KWD", from_file=True, decimal_mark=".") == Money(1234, "KWD")


def test_a_file_with_full_width_digits_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        parse_money("\uff11\uff12", "USD", from_file=True)


def test_long_text_is_quoted_shortened() -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_money("no\n" * 500, "USD")
    assert len(str(caught.value)) < 100
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("column", "mark"),
    [(["1,234", "12,50"], ","), (["$1,234.50", "3"], "."), (["12", "1,234"], None)],
)
def test_a_column_shows_its_decimal_mark(column: list[str], mark: str | None) -> None:
    assert decimal_mark_of(column) == mark
