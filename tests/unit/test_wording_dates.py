from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import InvalidValueError
from closet_app.wording import (
    parse_date,
    say_age,
    say_date,
    say_days,
    say_month,
    say_time,
    say_when,
)

TODAY = date(2026, 11, 23)
LOCALES = (
    "en_US", "en_GB", "en_CA", "en_DE", "en_IN", "de_DE", "fr_FR", "es_ES", "it_IT", "pt_BR",
    "nl_NL", "sv_SE", "pl_PL", "ja_JP", "ko_KR", "zh_CN",
)  # fmt: skip
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS, st.sampled_from(LOCALES), st.booleans())
def test_a_day_survives_its_words(day: date, today: date, locale: str, weekday: bool) -> None:
    said = say_date(day, today, weekday=weekday, locale=locale)
    assert parse_date(said, today, locale=locale) == day


@given(DAYS)
def test_a_day_survives_a_file(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY, day_first=None) == day


def test_the_year_is_shown_only_when_it_is_not_this_one() -> None:
    assert say_date(date(2026, 11, 21), TODAY) == "Sat, Nov 21"
    assert say_date(date(2025, 11, 8), TODAY) == "Sat, Nov 8, 2025"
    assert say_date(date(2026, 11, 8), TODAY, weekday=False) == "Nov 8"
    assert say_date(date(2025, 11, 8), TODAY, locale="en_GB") == "Sat, 8 Nov 2025"
    assert say_month(date(2026, 11, 1)) == "November 2026"


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-08", "2025-11-08T14:03:00Z", "2025-11-08 14:03", "20251108", "11/08/2025",
        "11/8/25", "Nov 8, 2025", "November 8 2025", "8 Nov 2025", "8-Nov-25", "Nov-08-25",
        "Sat, Nov 8, 2025", "8th of november, 2025", "2025 Nov 8", "11.8.2025", "2025/11/08",
        "  Nov  8,\u00a02025 ",
    ],
)  # fmt: skip
def test_days_are_understood_in_many_spellings(text: str) -> None:
    assert parse_date(text, TODAY) == date(2025, 11, 8)


def test_words_for_near_days_are_understood() -> None:
    assert parse_date("Today", TODAY) == TODAY
    assert parse_date("yesterday", TODAY) == date(2026, 11, 22)
    assert parse_date("11/3", TODAY) == date(2026, 11, 3)
    assert parse_date("Nov 3", TODAY) == date(2026, 11, 3)


def test_the_order_of_days_and_months_is_a_choice() -> None:
    assert parse_date("01/02/2026", TODAY, day_first=True) == date(2026, 2, 1)
    assert parse_date("01/02/2026", TODAY, day_first=False) == date(2026, 1, 2)
    assert parse_date("22/11/2025", TODAY) == date(2025, 11, 22)
    assert parse_date("11/22/2025", TODAY, day_first=None) == date(2025, 11, 22)
    assert parse_date("02/02/2026", TODAY, day_first=None) == date(2026, 2, 2)
    with pytest.raises(InvalidValueError, match="could be Jan 2 or Feb 1") as caught:
        parse_date("01/02/2026", TODAY, day_first=None)
    assert caught.value.facts["readings"] == (date(2026, 1, 2), date(2026, 2, 1))


@pytest.mark.parametrize(
    "text",
    [
        "", "??", "spring 2025", "1900-02-29", "0001-01-01", "45983", "2026-13-01", "32/13/2026",
        "Nov 2025", "Nov", "Nov 31", "1 2 3 4", "1/2/345", "2026-001-01", "9999-01-01",
        "Nov Dec 5", "Nov 1 2 3", "12:30",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a day"):
        parse_date(text, TODAY)


def test_two_figures_are_a_near_year() -> None:
    assert parse_date("1/2/69", TODAY) == date(2069, 1, 2)
    assert parse_date("1/2/70", TODAY) == date(1970, 1, 2)


def test_ages_are_short_in_pills_and_long_in_text() -> None:
    assert say_age(12) == "12 d"
    assert say_days(12) == "12 days"
    assert say_days(1) == "1 day"
    assert say_age(1204) == "1,204 d"


def test_moments_are_said_from_now() -> None:
    now = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    assert say_when(datetime(2026, 11, 23, 14, 32, tzinfo=UTC), now) == "2:32 PM"
    assert say_when(datetime(2026, 11, 22, 21, 10, tzinfo=UTC), now) == "yesterday, 9:10 PM"
    assert say_when(datetime(2026, 11, 3, 0, 5, tzinfo=UTC), now) == "Nov 3, 12:05 AM"
    assert say_when(datetime(2025, 11, 3, 9, 5, tzinfo=UTC), now) == "Nov 3, 2025, 9:05 AM"


def test_moments_are_said_in_the_zone_of_now() -> None:
    here = timezone(timedelta(hours=-8))
    now = datetime(2026, 12, 31, 21, 0, tzinfo=here)
    assert say_when(datetime(2027, 1, 1, 4, 0, tzinfo=UTC), now) == "8:00 PM"


def test_times_follow_the_locale() -> None:
    assert say_time(datetime(2026, 11, 23, 14, 5, tzinfo=UTC), locale="en_GB") == "14:05"
