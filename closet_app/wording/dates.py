"""Days, ages and times in words, and typed days back to dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from closet_app.errors import InvalidValueError
from closet_app.wording.catalog import counted, tr
from closet_app.wording.numbers import plain_signs, short

FIRST_YEAR, LAST_YEAR = 1900, 2199
_NOON = 12
_YEAR_DIGITS, _COMPACT, _YEAR_MONTH_DAY = 4, 8, 3
_LAST_SHORT_YEAR = 70
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FILLERS = frozenset(["st", "nd", "rd", "th", "of", "the", "de", "del", "der"])
# Chinese, Japanese and Korean write year, month and day behind the figures, without spaces.
_BEHIND_FIGURES = str.maketrans(dict.fromkeys("年月日년월일", " "))
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ][0-9]{2}:[0-9]{2}.*")
_DAY_SIGNS = re.compile(r"[\w\s.,/()-]*")
_PART = re.compile(r"[0-9]+|[^\W\d_]+")


@lru_cache(maxsize=4_096)
def say_date(day: date, today: date, *, weekday: bool = True, locale: str = "en_US") -> str:
    """“Sat, Nov 22”; the year only when it is not this one: “Sat, Nov 8, 2025”.

    `parse_date(say_date(day, today), today) == day`.
    """
    with_year = day.year != today.year
    if locale == "en_US":
        lead = f"{_DAYS[day.weekday()]}, " if weekday else ""
        return f"{lead}{_MONTHS[day.month - 1]} {day.day}{f', {day.year}' if with_year else ''}"
    from babel.dates import format_skeleton

    skeleton = ("y" if with_year else "") + ("MMMEd" if weekday else "MMMd")
    return format_skeleton(skeleton, day, locale=locale)


def say_month(day: date) -> str:
    """“November 2025”."""
    return f"{tr(_LONG_MONTHS[day.month - 1])} {day.year}"


def say_age(days: int) -> str:
    """An age for a pill: “12 d”."""
    return tr("{n} d").format(n=f"{days:,}")


def say_days(days: int) -> str:
    """An age in text: “12 days”."""
    return counted(days, "{n} day", "{n} days")


def say_time(moment: datetime, *, locale: str = "en_US") -> str:
    """“2:32 PM”, as the locale writes the time of `moment`."""
    if locale == "en_US":
        half = "PM" if moment.hour >= _NOON else "AM"
        return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"
    from babel.dates import format_time

    return format_time(moment, "short", locale=locale)


def say_when(moment: datetime, now: datetime, *, locale: str = "en_US") -> str:
    """“2:32 PM” today, “yesterday, 9:10 PM”, else “Nov 3, 9:10 PM”; in the zone of `now`."""
    local = moment.astimezone(now.tzinfo) if moment.tzinfo and now.tzinfo else moment
    time = say_time(local, locale=locale)
    if local.date() == now.date():
        return time
    if local.date() == now.date() - timedelta(days=1):
        return tr("yesterday, {time}").format(time=time)
    day = say_date(local.date(), now.date(), weekday=False, locale=locale)
    return f"{day}, {time}"


@dataclass(frozen=True, slots=True)
class _Parts:
    numbers: tuple[str, ...]
    month: int | None


def parse_date(
    text: str, today: date, *, day_first: bool | None = False, locale: str = "en_US"
) -> date:
    """The day typed as `text`: 2026-11-22, Nov 22, 11/22/25, 22.11.2026, today, yesterday.

    Without a year it is this one. `day_first` settles 01/02/2026; None asks. Raises
    InvalidValueError (fact `readings`: the days it could mean, when there are two).
    """
    shown = plain_signs(text).casefold()
    ago = {"today": 0, tr("today"): 0, "yesterday": 1, tr("yesterday"): 1}.get(shown)
    if ago is not None:
        return today - timedelta(days=ago)
    stamp = _TIME.fullmatch(shown)
    parts = _parts_of(stamp[1] if stamp else shown, locale)
    readings = _readings(parts, today, day_first=day_first) if parts else []
    days = list(dict.fromkeys(day for day in map(_day, readings) if day))
    if not days:
        raise _not_a_day(text)
    if len(days) > 1:
        raise _ask(text, days, today, locale)
    return days[0]


def _parts_of(shown: str, locale: str) -> _Parts | None:
    if not _DAY_SIGNS.fullmatch(shown):
        return None
    found = _words_of(shown)
    words = [part for part in found if not part.isdigit()]
    months, days = _month_names(locale), _other_words(locale)
    if not all(word in months or word in days for word in words):
        return None
    # French “mar.” is both Tuesday and March: it is the month only when nothing else is.
    named = [word for word in words if word in months]
    meant = {months[word] for word in named if word not in days} or {months[word] for word in named}
    if len(meant) > 1:
        return None
    numbers = tuple(part for part in found if part.isdigit())
    return _Parts(numbers, meant.pop() if meant else None)


def _words_of(text: str) -> list[str]:
    return _PART.findall(text.casefold().translate(_BEHIND_FIGURES))


def _readings(parts: _Parts, today: date, *, day_first: bool | None) -> list[tuple[str, str, str]]:
    """Year, month and day in the orders worth trying, the likelier first."""
    numbers = parts.numbers
    if parts.month is not None:
        return _with_named_month(numbers, str(parts.month), str(today.year))
    if len(numbers) == 1 and len(numbers[0]) == _COMPACT:
        return [(numbers[0][:4], numbers[0][4:6], numbers[0][6:])]
    if len(numbers) == _YEAR_MONTH_DAY and len(numbers[0]) == _YEAR_DIGITS:
        return [(numbers[0], numbers[1], numbers[2])]
    if len(numbers) not in {_YEAR_MONTH_DAY, _YEAR_MONTH_DAY - 1}:
        return []
    year = numbers[2] if len(numbers) == _YEAR_MONTH_DAY else str(today.year)
    month_first = (year, numbers[0], numbers[1])
    day_leads = (year, numbers[1], numbers[0])
    if day_first is None:
        return [month_first, day_leads]
    both = [day_leads, month_first] if day_first else [month_first, day_leads]
    return [next((reading for reading in both if _day(reading)), both[0])]


def _with_named_month(
    numbers: tuple[str, ...], month: str, this_year: str
) -> list[tuple[str, str, str]]:
    if len(numbers) == 1:
        return [(this_year, month, numbers[0])]
    if len(numbers) != _YEAR_MONTH_DAY - 1:
        return []
    first, second = numbers
    return [(first, month, second) if len(first) == _YEAR_DIGITS else (second, month, first)]


def _day(reading: tuple[str, str, str]) -> date | None:
    year, month, day = reading
    if len(year) not in {2, _YEAR_DIGITS} or max(len(month), len(day)) > 2:  # noqa: PLR2004 - two figures
        return None
    full = int(year) if len(year) == _YEAR_DIGITS else _century_of(int(year)) + int(year)
    try:
        return date(full, int(month), int(day)) if FIRST_YEAR <= full <= LAST_YEAR else None
    except ValueError:
        return None


def _century_of(short_year: int) -> int:
    return 2000 if short_year < _LAST_SHORT_YEAR else 1900


@lru_cache(maxsize=8)
def _month_names(locale: str) -> dict[str, int]:
    names = {name.casefold(): at + 1 for at, name in enumerate(_LONG_MONTHS)}
    names |= {name.casefold(): at + 1 for at, name in enumerate(_MONTHS)} | {"sept": 9}
    if not locale.startswith("en"):
        from babel import Locale

        months = Locale.parse(locale).months
        names |= {
            word: at
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for at, name in months[context][width].items()
            for word in _words_of(name)
            if not word.isdigit() and word not in _FILLERS
        }
    return names


@lru_cache(maxsize=8)
def _other_words(locale: str) -> frozenset[str]:
    words = {part for name in _LONG_DAYS for part in (name.casefold(), name[:3].casefold())}
    if not locale.startswith("en"):
        from babel import Locale

        days = Locale.parse(locale).days
        words |= {
            word
            for width in ("wide", "abbreviated")
            for name in days["format"][width].values()
            for word in _words_of(name)
        }
    return frozenset(words | _FILLERS)


def _not_a_day(text: str) -> InvalidValueError:
    return InvalidValueError(
        tr("“{text}” is not a day.").format(text=short(text)),
        remedy=tr("Type it like 2026-11-22."),
    )


def _ask(text: str, days: list[date], today: date, locale: str) -> InvalidValueError:
    first, second = (say_date(day, today, weekday=False, locale=locale) for day in days)
    return InvalidValueError(
        tr("“{text}” could be {first} or {second}.").format(
            text=short(text), first=first, second=second
        ),
        remedy=tr("Choose whether days or months come first."),
        readings=tuple(days),
    )
