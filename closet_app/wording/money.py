"""Money in words and back: babel knows the forms, a cache makes 100,000 cards cheap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from closet_app.domain.currencies import digits_of, minor_per_major
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.errors import InvalidValueError
from closet_app.wording.catalog import tr
from closet_app.wording.numbers import (
    MINUS,
    NotANumberError,
    Readings,
    plain_signs,
    read_figure,
    short,
)

Cents = Literal["always", "auto", "never"]

_ROUNDED_FROM = 1_000
_SIGNS: dict[str, tuple[str, ...]] = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS"),
    "US$": ("USD",), "CA$": ("CAD",), "C$": ("CAD",), "A$": ("AUD",), "AU$": ("AUD",),
    "NZ$": ("NZD",), "S$": ("SGD",), "HK$": ("HKD",), "MX$": ("MXN",), "R$": ("BRL",),
    "€": ("EUR",), "£": ("GBP",), "¥": ("JPY", "CNY"), "￥": ("JPY", "CNY"), "円": ("JPY",),
    "元": ("CNY",), "₩": ("KRW",), "원": ("KRW",), "₹": ("INR",), "₺": ("TRY",), "₫": ("VND",),
    "฿": ("THB",), "₱": ("PHP",), "₪": ("ILS",), "₽": ("RUB",), "₴": ("UAH",), "zł": ("PLN",),
    "Kč": ("CZK",), "Ft": ("HUF",), "lei": ("RON",), "Fr.": ("CHF",), "SFr.": ("CHF",),
    "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK", "SEK", "NOK"),
}  # fmt: skip
_FREE = {"free", "gift", "gifted"}


@dataclass(frozen=True, slots=True)
class MoneyForm:
    """How a locale writes one currency: what stands around the figures and between them."""

    before: str
    after: str
    minus_before: str
    minus_after: str
    group: str
    decimal: str
    groups: tuple[int, int]
    symbol: str


_DOLLARS = MoneyForm("$", "", f"{MINUS}$", "", ",", ".", (3, 3), "$")


@lru_cache(maxsize=64)
def money_form(currency: str, locale: str) -> MoneyForm:
    """The form of `currency` in `locale`; US dollars are known without loading babel."""
    if (currency, locale) == ("USD", "en_US"):
        return _DOLLARS
    from babel import Locale
    from babel.numbers import get_currency_symbol

    form = Locale.parse(locale)
    pattern = form.currency_formats["standard"]
    symbol = get_currency_symbol(currency, form)
    marks = form.number_symbols["latn"]
    return MoneyForm(
        before=_around(pattern.prefix[0], symbol),
        after=_around(pattern.suffix[0], symbol),
        minus_before=_around(pattern.prefix[1], symbol),
        minus_after=_around(pattern.suffix[1], symbol),
        group=marks["group"],
        decimal=marks["decimal"],
        groups=pattern.grouping,
        symbol=symbol,
    )


def _around(affix: str, symbol: str) -> str:
    return affix.replace("¤", symbol).replace("-", MINUS)


@lru_cache(maxsize=16_384)
def say_money(money: Money, *, cents: Cents = "always", locale: str = "en_US") -> str:
    """“$1,234.50”, “−$20.30”; with cents="auto" “$34”, with "never" rounded half up.

    `parse_money(say_money(m), m.currency) == m` unless cents are "never".
    """
    form = money_form(money.currency, locale)
    digits = digits_of(money.currency)
    whole, rest = divmod(abs(money.minor), 10**digits)
    if cents == "never" and digits:
        whole, rest = whole + (2 * rest >= 10**digits), 0
    figures = _grouped(str(whole), form)
    if digits and cents != "never" and (rest or cents == "always"):
        figures += f"{form.decimal}{rest:0{digits}}"
    if money.minor < 0 and (whole or rest):
        return form.minus_before + figures + form.minus_after
    return form.before + figures + form.after


def say_keep(money: Money, *, locale: str = "en_US") -> str:
    """What is kept: to the cent under a thousand, in whole units from there on."""
    large = abs(money.major) >= _ROUNDED_FROM
    return say_money(money, cents="never" if large else "always", locale=locale)


def say_plain(money: Money | None) -> str:
    """The plain decimal for files, `1234.50` or `-3.00`; empty for None."""
    return "" if money is None else f"{money.major:f}"


def _grouped(figures: str, form: MoneyForm) -> str:
    primary, secondary = form.groups
    head, tail = figures[:-primary], figures[-primary:]
    parts = [tail]
    while head:
        head, part = head[:-secondary], head[-secondary:]
        parts.insert(0, part)
    return form.group.join(parts)


def parse_money(
    text: str,
    currency: str,
    locale: str = "en_US",
    *,
    from_file: bool = False,
    decimal_mark: str | None = None,
) -> Money:
    """The amount of `currency` typed as `text`; may be negative.

    In a file `1,234` is asked about unless `decimal_mark` says how the file writes. Raises
    InvalidValueError (fact `readings`: the amounts it could mean, when there are two).
    """
    shown = plain_signs(text, wide_digits=not from_file)
    if shown.casefold() in _FREE:
        return Money.zero(currency)
    mark = decimal_mark or (None if from_file else money_form(currency, locale).decimal)
    try:
        typed = _taken_apart(shown)
        amount = read_figure(typed.figure, mark)
    except NotANumberError:
        raise _not_an_amount(text) from None
    except Readings as both:
        amounts = Money.of(both.decimal, currency), Money.of(both.grouped, currency)
        raise _ask(text, locale, amounts) from None
    for sign in typed.signs:
        _require_currency(text, sign, currency, locale)
    return _exact(text, -amount if typed.negative else amount, currency, locale)


def _exact(text: str, amount: Decimal, currency: str, locale: str) -> Money:
    # Decimal arithmetic would round to 28 digits and hide a stray decimal far behind.
    minor = Fraction(amount) * minor_per_major(currency)
    if abs(minor) > LARGEST_MINOR:
        raise InvalidValueError(
            tr("“{text}” is more than a closet can hold.").format(text=short(text)),
            remedy=tr("Type a smaller amount."),
        )
    if minor.denominator != 1:
        toward_zero = int(minor)
        away = toward_zero + (1 if minor > 0 else -1)
        raise _ask(text, locale, (Money(toward_zero, currency), Money(away, currency)))
    return Money(int(minor), currency)


@dataclass(frozen=True, slots=True)
class _Typed:
    negative: bool
    figure: str
    signs: tuple[str, ...]


def _taken_apart(shown: str) -> _Typed:
    found = re.search(r"[0-9](?:.*[0-9])?", shown)
    if found is None:
        raise NotANumberError(shown)
    lead, figure, tail = shown[: found.start()], found[0], shown[found.end() :]
    if lead[-1:] in {".", ","} and (len(lead) == 1 or not lead[-2].isalpha()):
        lead, figure = lead[:-1], lead[-1] + figure
    around = lead + "\0" + tail
    closed = (around.count("("), around.count(")"))
    minuses = around.count("-") + around.count(MINUS) + around.count("(")
    if minuses > 1 or closed not in {(0, 0), (1, 1)}:
        raise NotANumberError(shown)
    signs = tuple(sign for part in (lead, tail) if (sign := part.strip(f" ()-{MINUS}")))
    return _Typed(bool(minuses), figure, () if signs in {(".",), (",",)} else signs)


def _require_currency(text: str, sign: str, currency: str, locale: str) -> None:
    symbol = plain_signs(money_form(currency, locale).symbol)
    if sign.upper() == currency or sign == symbol or currency in _SIGNS.get(sign, ()):
        return
    if sign not in _SIGNS and not re.fullmatch("[A-Z]{3}", sign):
        raise _not_an_amount(text)
    raise InvalidValueError(
        tr("“{text}” is not in {currency}.").format(text=short(text), currency=currency),
        remedy=tr("Type the amount in {currency}.").format(currency=currency),
    )


def _not_an_amount(text: str) -> InvalidValueError:
    return InvalidValueError(
        tr("“{text}” is not an amount.").format(text=short(text)),
        remedy=tr("Type it like 12.50."),
    )


def _ask(text: str, locale: str, readings: tuple[Money, Money]) -> InvalidValueError:
    low, high = (say_money(amount, locale=locale) for amount in readings)
    return InvalidValueError(
        tr("“{text}” could be {low} or {high}.").format(text=short(text), low=low, high=high),
        remedy=tr("Type the one you mean."),
        readings=readings,
    )
