"""The filters of a search as its box shows them: a key and a value in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from closet_app.domain.money import Money
from closet_app.domain.query import KEY, Bound, Has, KeyKind, Match, Phrase, Range, Term, Words
from closet_app.domain.query.bounds import say_limits
from closet_app.wording.catalog import tr
from closet_app.wording.dates import say_date, say_days, say_month
from closet_app.wording.manner import Manner
from closet_app.wording.money import money_form, say_money

_WHOLE_YEAR, _WHOLE_MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class Chip:
    """“department: Women”, “price: $20–150”, “size: not XL”; words have no key."""

    key: str
    value: str


def say_chip(term: Term, manner: Manner) -> Chip:
    """One term of a search in words."""
    chip = _chip(term, manner)
    if isinstance(term, Has) or not term.negated:
        return chip
    return Chip(chip.key, tr("not {value}").format(value=chip.value))


def _chip(term: Term, manner: Manner) -> Chip:
    match term:
        case Words(text):
            return Chip("", text)
        case Phrase(text):
            return Chip("", f"“{text}”")
        case Match(key, values):
            said = (f"{value.text}…" if value.prefix else value.text for value in values)
            return Chip(key, ", ".join(said))
        case Range(key):
            return Chip(key, _RANGES[KEY[key].kind](term, manner))
        case has:
            return Chip("no" if has.negated else "has", has.key)


def _say_money_range(term: Range, manner: Manner) -> str:
    def said(bound: Bound | None) -> str:
        amount = Money(bound if isinstance(bound, int) else 0, manner.currency)
        return say_money(amount, cents="auto", locale=manner.locale)

    low, high = said(term.low), said(term.high)
    if term.low is None or term.high is None or term.low == term.high:
        return _open_or_single(term, low, high)
    # One currency sign is enough for both ends, unless a minus would lose its own.
    form = money_form(manner.currency, manner.locale)
    if high.startswith(form.before) and low.startswith(form.before):
        high = high.removeprefix(form.before)
    if form.after and low.endswith(form.after):
        low = low.removesuffix(form.after)
    return f"{low}–{high}"


def _say_days_range(term: Range, _: Manner) -> str:
    low, high = (bound if isinstance(bound, int) else 0 for bound in (term.low, term.high))
    if term.high is None:
        return tr("over {days}").format(days=say_days(low - 1))
    if term.low is None or low == high:
        return _open_or_single(term, say_days(low), say_days(high))
    return f"{low:,}–{say_days(high)}"


def _say_whole_range(term: Range, _: Manner) -> str:
    if term.low is None or term.high is None or term.low == term.high:
        return _open_or_single(term, str(term.low), str(term.high))
    return f"{term.low}–{term.high}"


def _say_date_range(term: Range, manner: Manner) -> str:
    def said(bound: Bound | None) -> str:
        day = bound if isinstance(bound, date) else manner.today
        return say_date(day, manner.today, weekday=False, locale=manner.locale)

    low, high = term.low, term.high
    if not (isinstance(low, date) and isinstance(high, date)) or low == high:
        return _open_or_single(term, said(low), said(high))
    period = say_limits(low, high, KeyKind.DATE, 0)
    if len(period) == _WHOLE_YEAR:
        return period
    return say_month(low) if len(period) == _WHOLE_MONTH else f"{said(low)} – {said(high)}"


def _open_or_single(term: Range, low: str, high: str) -> str:
    if term.low is None:
        return tr("up to {limit}").format(limit=high)
    return tr("from {limit}").format(limit=low) if term.high is None else low


_RANGES: dict[KeyKind, Callable[[Range, Manner], str]] = {
    KeyKind.MONEY: _say_money_range,
    KeyKind.DAYS: _say_days_range,
    KeyKind.WHOLE: _say_whole_range,
    KeyKind.DATE: _say_date_range,
}
