"""What follows a key of amounts or days: `20..150`, `>90`, `2026-11`; and back to text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from closet_app.domain.query.keys import KeyKind
from closet_app.domain.query.terms import Bound

_OPERATOR = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_BETWEEN = re.compile(r"(.*?)(?:\.{2,3}|…|–)(.*)", re.DOTALL)
_HYPHEN = re.compile(r"([0-9.]+)-([0-9.]+)")
_AMOUNT = re.compile(r"(-)?[$€£¥₩]?([0-9]{1,12})(?:\.([0-9]{1,4}))?")
_NUMBER = re.compile(r"(-?[0-9]{1,9})(?:d|days?)?")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")

Reader = Callable[[str], "Span | None"]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last value one typed word means: a month is its first and last day."""

    first: Bound
    last: Bound


Limits = tuple[Bound | None, Bound | None]


def read_limits(text: str, kind: KeyKind, digits: int, today: date | None) -> Limits | None:
    """The lowest and highest value wanted, both included; None when `text` is no range."""
    read = _reader(kind, digits, today)
    if kind is not KeyKind.DATE and (hyphen := _HYPHEN.fullmatch(text)):
        return _between(hyphen[1], hyphen[2], read)
    if between := _BETWEEN.fullmatch(text):
        return _between(between[1], between[2], read)
    return _compared(text, read)


def _between(low: str, high: str, read: Reader) -> Limits | None:
    first, last = read(low), read(high)
    if (low and first is None) or (high and last is None) or not (low or high):
        return None
    if first and last and _after(first.first, last.first):
        first, last = last, first
    return (first.first if first else None, last.last if last else None)


def _compared(text: str, read: Reader) -> Limits | None:
    parts = _OPERATOR.fullmatch(text)
    span = read(parts[2]) if parts else None
    if parts is None or span is None:
        return None
    limits: dict[str | None, Callable[[], Limits]] = {
        ">": lambda: (_next(span.last, 1), None),
        ">=": lambda: (span.first, None),
        "<": lambda: (None, _next(span.first, -1)),
        "<=": lambda: (None, span.last),
    }
    try:
        return limits.get(parts[1], lambda: (span.first, span.last))()
    except OverflowError:
        return None


def _reader(kind: KeyKind, digits: int, today: date | None) -> Reader:
    if kind is KeyKind.DATE:
        return lambda text: _read_day(text, today)
    if kind is KeyKind.MONEY:
        return lambda text: _read_amount(text, digits)
    return _read_number


def _read_amount(text: str, digits: int) -> Span | None:
    found = _AMOUNT.fullmatch(text)
    if found is None or len(found[3] or "") > digits:
        return None
    minor = int(found[2] + (found[3] or "").ljust(digits, "0"))
    signed = -minor if found[1] else minor
    return Span(signed, signed)


def _read_number(text: str) -> Span | None:
    found = _NUMBER.fullmatch(text)
    return Span(int(found[1]), int(found[1])) if found else None


def _read_day(text: str, today: date | None) -> Span | None:
    ago = {"today": 0, "yesterday": 1}.get(text.casefold())
    if ago is not None and today is not None:
        day = today - timedelta(days=ago)
        return Span(day, day)
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day_of = (int(part) if part else 0 for part in found.groups())
    try:
        return _span_of(year, month, day_of, found)
    except ValueError:
        return None


def _span_of(year: int, month: int, day: int, found: re.Match[str]) -> Span:
    if found[2] is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if found[3] is None:
        first = date(year, month, 1)
        return Span(first, first.replace(day=monthrange(year, month)[1]))
    return Span(date(year, month, day), date(year, month, day))


def _next(bound: Bound, step: int) -> Bound:
    if isinstance(bound, date):
        return bound + timedelta(days=step)
    return bound + step


def _after(left: Bound, right: Bound) -> bool:
    if isinstance(left, date):
        return isinstance(right, date) and left > right
    return not isinstance(right, date) and left > right


def say_limits(low: Bound | None, high: Bound | None, kind: KeyKind, digits: int) -> str:
    """The shortest text that `read_limits` reads as these limits."""
    if low is None:
        return "<=" + _say_bound(high, kind, digits)
    if high is None:
        return ">=" + _say_bound(low, kind, digits)
    if isinstance(low, date) and isinstance(high, date) and (whole := _whole_period(low, high)):
        return whole
    if low == high:
        return _say_bound(low, kind, digits)
    return f"{_say_bound(low, kind, digits)}..{_say_bound(high, kind, digits)}"


def _whole_period(low: date, high: date) -> str:
    if (low.year, low.day) != (high.year, 1) or high.day != monthrange(high.year, high.month)[1]:
        return ""
    if (low.month, high.month) == (1, 12):
        return f"{low.year:04}"
    return f"{low.year:04}-{low.month:02}" if low.month == high.month else ""


def _say_bound(bound: Bound | None, kind: KeyKind, digits: int) -> str:
    if isinstance(bound, date):
        return bound.isoformat()
    if kind is not KeyKind.MONEY or not digits:
        return str(bound or 0)
    units, rest = divmod(abs(bound or 0), 10**digits)
    sign = "-" if (bound or 0) < 0 else ""
    return f"{sign}{units}.{rest:0{digits}}" if rest else f"{sign}{units}"
