"""Countries and their money in words."""

from __future__ import annotations

from functools import cache

from closet_app.domain.countries import COUNTRIES
from closet_app.domain.text import fold
from closet_app.wording.catalog import tr
from closet_app.wording.manner import currency_of


def say_country_money(country: str) -> str:
    """“United States, $”: a country (ISO 3166) and the sign of what its shops count in."""
    sign = say_currency_sign(currency_of(country))
    return tr("{country}, {money}").format(country=tr(COUNTRIES[country]), money=sign)


@cache
def say_currency_sign(currency: str) -> str:
    """“$”, “€”, “CA$”: told apart from every other currency's."""
    if currency == "USD":
        return "$"
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, "en_US"))


@cache
def say_currency(currency: str) -> str:
    """“US Dollar”."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(currency, locale="en_US"))


@cache
def country_choices() -> tuple[tuple[str, str], ...]:
    """(code, words) of every country, by name; the first call loads babel."""
    said = ((code, say_country_money(code)) for code in COUNTRIES)
    return tuple(sorted(said, key=lambda choice: fold(choice[1])))
