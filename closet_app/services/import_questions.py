"""What a day or an amount that can be read two ways would come to, in the shop's own words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.exchange.amounts_in import EITHER, DecimalMark
from closet_app.exchange.dates_in import DateOrder, read_day
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.wording import say_date, say_money, tr

LONG_AGO = date.min
"""Seen from there every day is said with its year."""


def day_readings(closet: Closet, example: str) -> dict[DateOrder, str]:
    """“01/02/2026” is “Jan 2, 2026” or “Feb 1, 2026”; an order that makes no day is left out."""
    manner = manner_of(closet)
    found: dict[DateOrder, str] = {}
    for order in DateOrder:
        try:
            day = read_day(example, order, manner.today).day
        except InvalidValueError:
            continue
        if day is not None:
            found[order] = say_date(day, LONG_AGO, weekday=False, locale=manner.locale)
    return found


def amount_readings(closet: Closet, example: str) -> dict[DecimalMark, str]:
    """“1,234” is “$1,234.00” or “about $1.23”; empty when it can be read one way only."""
    number = EITHER.search(example)
    if number is None:
        return {}
    locale = manner_of(closet).locale
    shown = DecimalMark.COMMA if "," in number[0] else DecimalMark.POINT
    other = DecimalMark.POINT if shown is DecimalMark.COMMA else DecimalMark.COMMA
    plain = number[0].replace(",", ".")
    many = Money.of(Decimal(plain.replace(".", "")), closet.currency)
    little = say_money(Money.of(Decimal(plain), closet.currency), locale=locale)
    words = tr("about {amount}").format(amount=little)
    return {other: say_money(many, locale=locale), shown: words}
