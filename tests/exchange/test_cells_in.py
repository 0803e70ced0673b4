from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.exchange.amounts_in import DecimalMark, could_be_either, guess_mark, read_money
from closet_app.exchange.dates_in import DateOrder, guess_order, is_ambiguous, read_day

from .conftest import TODAY

POINT, COMMA = DecimalMark.POINT, DecimalMark.COMMA
MONTH, DAY = DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("$1,234.50", 123450), ("$ 12.50", 1250), ("12", 1200), ("free", 0), ("FREE!", 0),
        ("12,50", 1250), ("1.234,56", 123456), ("1 234,56", 123456), ("1\u202f234,56", 123456),
        ("1'234.50", 123450), ("US$ 5", 500), ("5 USD", 500), (".5", 50), ("0,99", 99),
        (Decimal("6.99"), 699), (7, 700), (Decimal("1234.5"), 123450),
    ],
)  # fmt: skip
def test_amounts_are_read_as_they_are_meant(cell: str, cents: int) -> None:
    for mark in DecimalMark:
        assert read_money(cell, "USD", mark).money == Money(cents, "USD")


def test_only_a_doubtful_mark_is_read_by_the_files_own() -> None:
    assert read_money("1,234", "USD", POINT).money == Money(123400, "USD")
    assert read_money("1.234", "USD", COMMA).money == Money(123400, "USD")
    for text, mark in (("1,234", COMMA), ("1.234", POINT)):
        with pytest.raises(InvalidValueError):
            read_money(text, "USD", mark)


@pytest.mark.parametrize(
    "cell",
    ["NaN", "inf", "-inf", "1e3", "1_000", "\uff11\uff12", "9" * 30, "12.505", "0.001", "€12",
     "¥500", "($74.50)", "-3.00", "lots", "12.3.4", "1,2345", "0 for $5", "$", Decimal("1.005")],
)  # fmt: skip
def test_what_is_no_plain_amount_is_refused(cell: str) -> None:
    with pytest.raises(InvalidValueError):
        read_money(cell, "USD", POINT)


@pytest.mark.parametrize("cell", ["", " ", "-", "--", "–", "n/a", "nil", None])
def test_words_for_nothing_leave_the_amount_empty(cell: str | None) -> None:
    read = read_money(cell, "USD", POINT)
    assert (read.money, read.warning) == (None, "")


def test_unknown_amounts_and_lots_are_warned_about() -> None:
    assert "??" in read_money("??", "USD", POINT).warning
    lot = read_money("4 for $10", "USD", POINT)
    assert (lot.money, "2.50" in lot.warning) == (Money(250, "USD"), True)
    assert read_money("3 for 10", "USD", POINT).money == Money(333, "USD")


@given(st.integers(0, 10**9), st.sampled_from(["USD", "JPY", "KWD"]))
def test_every_amount_of_every_currency_is_read_back(minor: int, currency: str) -> None:
    amount = Money(minor, currency)
    assert read_money(f"{amount.major:f}", currency, POINT).money == amount


def test_the_decimal_mark_of_a_file_is_seen_or_asked() -> None:
    assert guess_mark(["12,50", "1,234"], POINT) == (COMMA, True)
    assert guess_mark(["12.50", "1,234"], COMMA) == (POINT, True)
    assert guess_mark(["1,234", "5"], POINT) == (POINT, False)
    assert guess_mark(["12,50", "12.50", "7.25", "1,234"], POINT) == (POINT, False)
    assert guess_mark(["12", "5"], POINT) == (POINT, True)
    assert not could_be_either("0,123")


@pytest.mark.parametrize(
    "cell",
    ["5/30/26", "May 30, 2026", "2026-05-30", "30-May-26", "05/30/2026", "2026/5/30", "20260530",
     "30 May 2026", "May 30th 2026", "Sat, May 30, 2026", "5/30/2026 14:05", "2026-05-30T01:02:03Z",
     "30. May 2026", "2026年5月30日", "2026년 5월 30일", date(2026, 5, 30)],
)  # fmt: skip
def test_days_are_read_in_every_usual_spelling(cell: str | date) -> None:
    assert read_day(cell, MONTH, TODAY).day == date(2026, 5, 30)


def test_one_order_counts_for_the_whole_file() -> None:
    assert read_day("01/02/2026", MONTH, TODAY).day == date(2026, 1, 2)
    assert read_day("01/02/2026", DAY, TODAY).day == date(2026, 2, 1)
    with pytest.raises(InvalidValueError):
        read_day("13/02/2026", MONTH, TODAY)


@pytest.mark.parametrize(
    "cell",
    ["2026-02-30", "1900-02-29", "2/30/2026", "0001-01-01", "45821", "45821.5", 45822,
     Decimal("45821.5"), "99/99/99", "1-2-3-4", date(1899, 12, 30), "Feb 30, 2026"],
)  # fmt: skip
def test_impossible_days_and_day_numbers_are_refused(cell: str) -> None:
    with pytest.raises(InvalidValueError):
        read_day(cell, MONTH, TODAY)


@pytest.mark.parametrize(
    "cell", ["spring 2025", "??", "7/23", "July 2024", "Jul 23", "2025", "last week"]
)
def test_words_that_are_no_single_day_are_kept_as_words(cell: str) -> None:
    read = read_day(cell, MONTH, TODAY)
    assert (read.day, read.words) == (None, cell)


@pytest.mark.parametrize(("text", "year"), [("1/2/36", 2036), ("1/2/37", 1937), ("1/2/99", 1999)])
def test_short_years_are_at_most_ten_years_ahead(text: str, year: int) -> None:
    day = read_day(text, MONTH, TODAY).day
    assert day is not None
    assert day.year == year


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_written_day_is_read_back(day: date) -> None:
    assert read_day(day.isoformat(), DAY, TODAY).day == day
    assert read_day(f"{day:%d/%m/%Y}", DAY, TODAY).day == day
    assert read_day(f"{day:%B} {day.day}, {day.year}", DAY, TODAY).day == day


def test_the_order_of_days_is_seen_or_asked() -> None:
    assert guess_order(["13/02/2026", "01/02/2026"], MONTH) == (DAY, True)
    assert guess_order(["02/13/2026", "01/02/2026"], DAY) == (MONTH, True)
    assert guess_order(["01/02/2026"], MONTH) == (MONTH, False)
    assert guess_order(["13/02/2026", "02/13/2026", "02/14/2026", "1/2/26"], DAY) == (MONTH, False)
    assert guess_order(["2026-01-02", "03/03/2026"], DAY) == (DAY, True)
    assert not is_ambiguous("03/03/2026")
