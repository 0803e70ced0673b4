"""How the shop says and reads money and days on the page of orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QLocale

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.services.shop import shop
from closet_app.ui.words import say
from closet_app.wording import (
    Manner,
    parse_date,
    parse_money,
    say_date,
    say_keep,
    say_money,
    say_when,
)

WEEK = 7


@dataclass(frozen=True, slots=True)
class Speech:
    """One shop's words today; `names` are the marketplaces' own, `home` its country."""

    manner: Manner
    now: datetime
    names: Mapping[str, str]
    home: str

    @property
    def today(self) -> date:
        """The seller's calendar day."""
        return self.manner.today

    def name(self, marketplace: str) -> str:
        """A marketplace's name, or its code when the book does not know it."""
        return self.names.get(marketplace, marketplace)

    def money(self, amount: Money | None) -> str:
        """An amount to the cent; empty when there is none."""
        return "" if amount is None else say_money(amount, locale=self.manner.locale)

    def signed(self, amount: Money) -> str:
        """An amount with its sign, as a step of the waterfall has it."""
        words = self.money(amount)
        return f"+{words}" if amount.minor > 0 else words

    def keep(self, amount: Money) -> str:
        """What is kept, never rounded under a thousand."""
        return say_keep(amount, locale=self.manner.locale)

    def read_amount(self, text: str) -> Money:
        """A typed amount; raises InvalidValueError, also below zero."""
        amount = parse_money(text, self.manner.currency, self.manner.locale)
        if amount.minor < 0:
            raise InvalidValueError(say("An amount cannot be below zero."))
        return amount

    def day(self, day: date) -> str:
        """“Mon, Nov 24”; the year only when it is not this one."""
        return say_date(day, self.today, locale=self.manner.locale)

    def short_day(self, day: date) -> str:
        """“Nov 24”."""
        return say_date(day, self.today, weekday=False, locale=self.manner.locale)

    def near_day(self, day: date) -> str:
        """The weekday alone within the coming week, else the day."""
        if 0 < (day - self.today).days < WEEK:
            locale = QLocale(self.manner.locale)
            return locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        return self.short_day(day)

    def read_day(self, text: str) -> date:
        """A typed day; raises InvalidValueError."""
        manner = self.manner
        return parse_date(text, self.today, day_first=manner.day_first, locale=manner.locale)

    def when(self, moment: datetime) -> str:
        """“2:32 PM”, “yesterday, 9:10 PM” or the day with the time."""
        return say_when(moment, self.now, locale=self.manner.locale)


def speech_of(closet: Closet) -> Speech:
    """How this closet's shop says things now."""
    own = shop(closet)
    return Speech(
        manner=manner_of(closet, own),
        now=closet.clock.now(),
        names={market.id: market.name for market in closet.book.marketplaces},
        home=own.country,
    )
