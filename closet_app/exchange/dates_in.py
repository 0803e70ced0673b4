"""Days as spreadsheets spell them; month or day first is settled once for a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from closet_app.errors import InvalidValueError
from closet_app.exchange.sheet import Cell


class DateOrder(StrEnum):
    """What 01/02/2026 means in one file."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day, or None with the words that say no single day (“spring 2025”, “7/23”, “??”)."""

    day: date | None
    words: str = ""


EARLIEST_YEAR = 1900
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_TIME = re.compile(
    r"[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\.?")
_MONTH_DAY = re.compile(
    r"([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|'?\d{2})", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|'?\d{2})", re.IGNORECASE
)
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\.?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_LOOKS_LIKE_DAY = re.compile(r"[\d/.-]+")


def read_day(cell: Cell, order: DateOrder, today: date) -> ReadDay:
    """The day in a cell.

    Raises InvalidValueError for a day that does not exist, a spreadsheet's day number and a
    year before `EARLIEST_YEAR`.
    """
    if isinstance(cell, date):
        return ReadDay(_checked(cell, cell.isoformat()))
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        raise _serial(str(cell))
    text = " ".join(str(cell or "").split())
    bare = _WEEKDAY.sub("", _TIME.sub("", text), count=1)
    if not bare or bare in {"-", "--", "–", "—"}:
        return ReadDay(None)
    parts = _parts_of(bare, order, today)
    if parts:
        return ReadDay(_existing(*parts, text))
    if _SERIAL.fullmatch(bare):
        raise _serial(bare)
    if _LOOKS_LIKE_DAY.fullmatch(bare) and not _NO_YEAR.fullmatch(bare) and len(bare) > 4:  # noqa: PLR2004 - 2025 alone is a year in words
        raise InvalidValueError(f"“{text[:40]}” is no day.", remedy="Write it like 2026-01-31.")
    return ReadDay(None, text[:120])


def looks_like_day(text: str) -> bool:
    """Whether a cell is written as a day, existing or not."""
    bare = _WEEKDAY.sub("", _TIME.sub("", text.strip()), count=1)
    return _parts_of(bare, DateOrder.MONTH_FIRST, date(2000, 1, 1)) is not None


def order_shown(cell: Cell) -> DateOrder | None:
    """The order that a day shows beyond doubt: 13/02/2026 is day first."""
    found = _NUMBERS.fullmatch(_TIME.sub("", str(cell).strip()))
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second:  # noqa: PLR2004 - months
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if second > 12 >= first else None  # noqa: PLR2004 - months


def is_ambiguous(cell: Cell) -> bool:
    """Whether the day could be two different ones."""
    found = _NUMBERS.fullmatch(_TIME.sub("", str(cell).strip()))
    if not found or found[1] == found[2]:
        return False
    return max(int(found[1]), int(found[2])) <= 12 and int(found[1]) != int(found[2])  # noqa: PLR2004 - months


def guess_order(cells: Iterable[Cell], usual: DateOrder) -> tuple[DateOrder, bool]:
    """The order of a file's days, and whether that is beyond doubt."""
    seen = dict.fromkeys(DateOrder, 0)
    doubtful = False
    for cell in cells:
        order = order_shown(cell)
        if order:
            seen[order] += 1
        doubtful = doubtful or is_ambiguous(cell)
    if seen[DateOrder.DAY_FIRST] == seen[DateOrder.MONTH_FIRST]:
        return usual, not doubtful
    most = max(DateOrder, key=lambda order: seen[order])
    return most, not doubtful or min(seen.values()) == 0


def _parts_of(text: str, order: DateOrder, today: date) -> tuple[int, int, int] | None:
    """Year, month and day as written, not yet checked."""
    found = _YEAR_FIRST.fullmatch(text) or _EAST_ASIAN.fullmatch(text)
    if found:
        year, month, day = (int(part) for part in found.groups() if part)
        return year, month, day
    found = _NUMBERS.fullmatch(text)
    if found:
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if order is DateOrder.MONTH_FIRST else (second, first)
        return _year(found[3], today), month, day
    return _with_month_name(text, today)


def _with_month_name(text: str, today: date) -> tuple[int, int, int] | None:
    found = _MONTH_DAY.fullmatch(text)
    if found and found[1].casefold() in MONTHS:
        return _year(found[3], today), MONTHS[found[1].casefold()], int(found[2])
    found = _DAY_MONTH.fullmatch(text)
    if found and found[2].casefold() in MONTHS:
        return _year(found[3], today), MONTHS[found[2].casefold()], int(found[1])
    return None


def _year(text: str, today: date) -> int:
    """A year; two digits mean the century that is not more than ten years ahead of today."""
    digits = text.lstrip("'")
    if len(digits) > 2:  # noqa: PLR2004 - a year of two digits
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year + 10 else year - 100


def _existing(year: int, month: int, day: int, text: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise InvalidValueError(f"There is no day “{text[:40]}”.") from error
    return _checked(found, text)


def _checked(day: date, text: str) -> date:
    if day.year < EARLIEST_YEAR:
        raise InvalidValueError(f"“{text[:40]}” is before {EARLIEST_YEAR}.")
    return day


def _serial(text: str) -> InvalidValueError:
    return InvalidValueError(
        f"“{text[:40]}” is a number, not a day.",
        remedy="Format the column as dates in your spreadsheet program.",
    )
