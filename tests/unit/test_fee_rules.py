"""Which rule serves a day, a class and a currency, and how far it can be relied on."""

from __future__ import annotations

from datetime import date

import pytest

from closet_app.domain.fees import FeeBase
from closet_app.domain.money import CurrencyMismatchError, Money
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from tests.unit.fee_book import shipped_book

TODAY = date(2026, 11, 23)
BOOK = shipped_book()


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def test_a_rule_without_a_known_start_serves_earlier_days_and_is_unverified() -> None:
    now, earlier = BOOK.rule_for("ebay", TODAY), BOOK.rule_for("ebay", date(2015, 1, 1))
    assert (now.id, now.start, now.unverified, now.note) == ("ebay-general", None, False, "")
    assert (earlier.id, earlier.unverified) == ("ebay-general", True)
    assert "since when" in earlier.note


def test_a_rule_with_a_known_start_is_relied_on_from_that_day() -> None:
    rule = BOOK.rule_for("mercari", date(2025, 1, 6))
    assert (rule.start, rule.unverified) == (date(2025, 1, 6), False)
    assert rule.source
    assert rule.checked_on == date(2026, 5, 7)


def test_the_day_on_which_sneakers_are_cheap_depends_on_what_they_were_listed_for() -> None:
    base = FeeBase(
        marketplace="ebay",
        on=TODAY,
        price=usd("160"),
        discount=usd("20"),
        fee_class="athletic_sneakers",
    )
    assert BOOK.expected_fee(base).total == usd("11.20")
    starting = BOOK.rule_for("ebay", TODAY, "athletic_sneakers", starting_price=usd("150"))
    assert starting.id == "ebay-athletic-sneakers-150"
    assert BOOK.rule_for("ebay", TODAY, "athletic_sneakers").id == "ebay-general"


def test_marketplaces_say_what_is_unverified() -> None:
    unverified = {each.id for each in BOOK.marketplaces if each.unverified}
    assert unverified == {"whatnot", "grailed", "offerup"}


def test_marketplaces_without_amounts_ship_disabled_with_the_reason() -> None:
    closed = {each.id for each in BOOK.marketplaces if not each.available}
    assert closed == {"vestiaire", "therealreal", "tradesy"}
    for marketplace in closed:
        with pytest.raises(UserError, match="No fees are known") as refused:
            BOOK.rule_for(marketplace, TODAY)
        assert "Type the fee that was charged." in refused.value.remedy


def test_the_five_of_the_screens_are_enabled_first() -> None:
    enabled = [each.id for each in BOOK.marketplaces if each.enabled_by_default]
    assert enabled == ["poshmark", "ebay", "mercari", "depop", "vinted"]
    assert [each.letter for each in BOOK.marketplaces[:5]] == ["P", "e", "M", "D", "V"]


def test_marketplaces_have_letters_of_their_own_on_grounds_that_show_white() -> None:
    assert len({each.letter for each in BOOK.marketplaces}) == len(BOOK.marketplaces)
    for each in BOOK.marketplaces:
        assert 1.05 / (luminance(each.fill) + 0.05) >= 4.5, each.id


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("words", ["ebay", "eBay", " EBAY ", "e-Bay"])
def test_a_marketplace_is_found_however_it_is_spelt(words: str) -> None:
    assert BOOK.find(words).id == "ebay"
    assert BOOK.find("The RealReal").id == "therealreal"
    assert BOOK.find("in person").id == "in_person"


def test_an_unknown_marketplace_names_those_that_exist() -> None:
    with pytest.raises(NotFoundError, match="Choose from poshmark, ebay"):
        BOOK.find("craigslist")


def test_an_unknown_class_or_variant_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="Choose from clothing"):
        BOOK.rule_for("ebay", TODAY, "hats")
    with pytest.raises(InvalidValueError, match="no fees called"):
        BOOK.rule_for("ebay", TODAY, variant="mars")


def test_the_newest_check_of_any_rule_is_the_check_of_the_book() -> None:
    assert BOOK.checked_on == max(each.checked_on for each in BOOK.marketplaces)


def test_mixing_currencies_in_one_sale_is_a_mistake() -> None:
    base = FeeBase(marketplace="ebay", on=TODAY, price=usd("10"), shipping=Money(500, "EUR"))
    with pytest.raises(CurrencyMismatchError):
        BOOK.expected_fee(base)


def test_rates_hold_in_every_currency_but_amounts_belong_to_one() -> None:
    yen = FeeBase(marketplace="mercari", on=TODAY, price=Money(3400, "JPY"))
    fee = BOOK.expected_fee(yen)
    assert (fee.total, fee.rule.unverified) == (Money(340, "JPY"), False)
    dinar = FeeBase(marketplace="poshmark", on=TODAY, price=Money(14_999, "KWD"))
    fee = BOOK.expected_fee(dinar)
    assert (fee.total, fee.rule.unverified) == (Money(2950, "KWD"), True)
    assert "the same figures were taken in KWD" in fee.rule.note


@pytest.mark.parametrize(
    ("place", "fee_class"),
    [
        (("Women", "Bags", "Crossbody Bags"), "womens_bags"),
        (("Men", "Bags", "Backpacks"), "clothing"),
        (("Women", "Shoes", "Sneakers"), "athletic_sneakers"),
        (("men", "shoes", "athletic shoes"), "athletic_sneakers"),
        (("Women", "Shoes", "Heels"), "clothing"),
        (("Women", "Jewelry", ""), "jewelry"),
        (("Men", "Accessories", "Cuff Links"), "jewelry"),
        (("Kids", "Accessories", "Jewelry"), "jewelry"),
        (("Women", "Accessories", "Watches"), "watches"),
        (("Electronics", "Wearables", "Watches"), "electronics"),
        (("Home", "Coins", ""), "coins"),
        (("", "", ""), "clothing"),
    ],
)
def test_the_place_in_the_taxonomy_leads_to_the_fee_class(
    place: tuple[str, str, str], fee_class: str
) -> None:
    assert BOOK.fee_class_of(*place) == fee_class


def test_every_class_of_the_rules_is_a_class_of_the_table() -> None:
    known = {each.id for each in BOOK.fee_classes}
    assert known == {
        "clothing", "womens_bags", "athletic_sneakers", "jewelry", "watches", "coins",
        "electronics",
    }  # fmt: skip
    for each in known:
        BOOK.rule_for("ebay", TODAY, each)
