from __future__ import annotations

from closet_app.domain.countries import COUNTRIES
from closet_app.wording import (
    country_choices,
    say_country_money,
    say_currency,
    say_currency_sign,
)


def test_a_country_is_said_with_the_sign_of_its_money() -> None:
    assert say_country_money("US") == "United States, $"
    assert say_country_money("GB") == "United Kingdom, £"


def test_dollars_are_told_apart() -> None:
    signs = [say_currency_sign(currency) for currency in ("USD", "CAD", "AUD", "NZD", "HKD")]
    assert len(set(signs)) == len(signs)


def test_a_currency_has_a_name() -> None:
    assert say_currency("EUR") == "Euro"


def test_every_country_is_a_choice_by_name() -> None:
    codes = [code for code, _ in country_choices()]
    assert sorted(codes) == sorted(COUNTRIES)
    assert codes.index("AT") < codes.index("BE") < codes.index("US")
