"""The fee rule book: which rule serves a sale, and what it comes to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.fees import (
    ExtraChoice,
    FeeBase,
    FeeLine,
    OrderFeeBase,
)
from closet_app.domain.money import Money
from closet_app.domain.units import Percent
from closet_app.errors import InvalidValueError, UserError
from tests.unit.fee_book import shipped_book

TODAY = date(2026, 11, 23)
BOOK = shipped_book()
AVAILABLE = [each.id for each in BOOK.marketplaces if each.available]
CENTS = st.integers(0, 2_000_000)


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def fee_of(
    marketplace: str,
    price: str,
    *,
    fee_class: str = "clothing",
    shipping: str = "0",
    tax: str = "0",
    on: date = TODAY,
    variant: str = "",
    extras: tuple[ExtraChoice, ...] = (),
) -> list[str]:
    """The parts of an expected fee in major units, as plain decimals."""
    base = FeeBase(
        marketplace=marketplace,
        on=on,
        price=usd(price),
        fee_class=fee_class,
        shipping=usd(shipping),
        tax=usd(tax),
        variant=variant,
        extras=extras,
    )
    return [str(part.money.major) for part in BOOK.expected_fee(base).parts]


@pytest.mark.parametrize(
    ("marketplace", "price", "parts"),
    [
        ("poshmark", "14.99", ["2.95"]),
        ("poshmark", "15.00", ["3.00"]),
        ("poshmark", "150", ["30.00"]),
        ("poshmark", "0", []),
        ("ebay", "34", ["4.62", "0.40"]),
        ("mercari", "34", ["3.40"]),
        ("depop", "34", ["1.57"]),
        ("vinted", "34", []),
        ("etsy", "34", ["0.20", "2.21", "1.27"]),
        ("etsy", "0", ["0.20"]),
        ("whatnot", "82", ["6.56", "2.68"]),
        ("facebook", "34", ["3.40"]),
        ("facebook", "5", ["0.80"]),
        ("grailed", "100", ["9.00", "3.98"]),
        ("kidizen", "100", ["12.50"]),
        ("offerup", "10", ["1.99"]),
        ("offerup", "100", ["12.90"]),
        ("in_person", "34", []),
    ],
)
def test_each_marketplace_takes_its_rate_of_a_price(
    marketplace: str, price: str, parts: list[str]
) -> None:
    assert fee_of(marketplace, price) == parts


@pytest.mark.parametrize(
    ("marketplace", "price", "shipping", "tax", "parts"),
    [
        ("poshmark", "20", "7.67", "2", ["4.00"]),
        ("ebay", "20", "6", "2", ["3.81", "0.40"]),
        ("mercari", "79", "7.40", "6", ["8.64"]),
        ("depop", "20", "6.29", "2.17", ["1.39"]),
        ("etsy", "48.99", "12.00", "3.66", ["0.20", "3.96", "2.19"]),
        ("facebook", "20", "5", "2", ["2.70"]),
        ("whatnot", "82", "12", "5.19", ["6.56", "2.68"]),
    ],
)
def test_shipping_and_tax_enter_the_base_where_the_marketplace_says_so(
    marketplace: str, price: str, shipping: str, tax: str, parts: list[str]
) -> None:
    assert fee_of(marketplace, price, shipping=shipping, tax=tax) == parts


@pytest.mark.parametrize(
    ("fee_class", "price", "parts"),
    [
        ("clothing", "10.00", ["1.36", "0.30"]),
        ("clothing", "10.01", ["1.36", "0.40"]),
        ("clothing", "7500", ["1020.00", "0.40"]),
        ("clothing", "8500", ["1043.50", "0.40"]),
        ("womens_bags", "2000", ["300.00", "0.40"]),
        ("womens_bags", "2000.01", ["180.00", "0.40"]),
        ("jewelry", "5000", ["750.00", "0.40"]),
        ("jewelry", "5001", ["450.09", "0.40"]),
        ("watches", "1000", ["150.00", "0.40"]),
        ("watches", "7500", ["572.50", "0.40"]),
        ("watches", "8500", ["602.50", "0.40"]),
        ("athletic_sneakers", "149.99", ["20.40", "0.40"]),
        ("athletic_sneakers", "150", ["12.00"]),
        ("coins", "34", ["4.62", "0.40"]),
    ],
)
def test_ebay_takes_by_class_whole_or_by_parts(
    fee_class: str, price: str, parts: list[str]
) -> None:
    assert fee_of("ebay", price, fee_class=fee_class) == parts


@pytest.mark.parametrize(
    ("fee_class", "parts"), [("coins", ["4.00", "3.20"]), ("electronics", ["5.00", "3.20"])]
)
def test_whatnot_takes_less_of_coins_and_electronics(fee_class: str, parts: list[str]) -> None:
    assert fee_of("whatnot", "100", fee_class=fee_class) == parts


@pytest.mark.parametrize(
    ("marketplace", "on", "parts"),
    [
        ("poshmark", "2023-05-01", ["10.00"]),
        ("poshmark", "2024-10-10", ["3.35", "3.00"]),
        ("poshmark", "2024-10-24", ["10.00"]),
        ("mercari", "2024-03-26", ["5.00", "2.12"]),
        ("mercari", "2024-03-27", []),
        ("mercari", "2025-01-05", []),
        ("mercari", "2025-01-06", ["5.60"]),
        ("depop", "2024-07-17", ["5.60", "2.30"]),
        ("depop", "2024-07-18", ["2.30"]),
    ],
)
def test_the_rule_of_the_day_of_the_sale_is_used(
    marketplace: str, on: str, parts: list[str]
) -> None:
    assert fee_of(marketplace, "50", shipping="6", on=date.fromisoformat(on)) == parts


@pytest.mark.parametrize(
    ("marketplace", "variant", "parts"),
    [
        ("ebay", "store", ["12.70", "0.40"]),
        ("depop", "uk", []),
        ("depop", "au", []),
        ("depop", "eu", ["10.00", "3.20"]),
        ("depop", "other", ["10.00"]),
        ("whatnot", "eu", ["6.67", "3.20"]),
        ("facebook", "local", []),
        ("facebook", "older", ["5.00"]),
        ("grailed", "other_processing", ["9.00", "3.20"]),
    ],
)
def test_a_variant_has_its_own_rules(marketplace: str, variant: str, parts: list[str]) -> None:
    assert fee_of(marketplace, "100", variant=variant) == parts


def test_a_store_without_a_rate_of_its_own_uses_the_usual_one_and_says_so() -> None:
    assert fee_of("ebay", "100", fee_class="womens_bags", variant="store") == ["15.00", "0.40"]
    rule = BOOK.rule_for("ebay", TODAY, "womens_bags", variant="store")
    assert rule.unverified
    assert "the usual one was used" in rule.note


def test_extras_are_off_until_they_are_chosen() -> None:
    boosted = (ExtraChoice("boosted"),)
    assert fee_of("depop", "100") == ["3.75"]
    assert fee_of("depop", "100", extras=boosted) == ["3.75", "12.00"]
    assert fee_of("depop", "100", extras=boosted, on=date(2026, 10, 5)) == ["3.75", "8.00"]
    promoted = (ExtraChoice("promoted", Percent(Decimal("12.5"))),)
    assert fee_of("ebay", "100", extras=promoted) == ["13.60", "0.40", "12.50"]
    assert fee_of("mercari", "620", extras=(ExtraChoice("seller_cancellation"),))[-1] == "25.00"
    assert fee_of("mercari", "80", extras=(ExtraChoice("seller_cancellation"),))[-1] == "4.00"


def test_an_extra_on_unverified_facts_makes_the_fee_unverified() -> None:
    base = FeeBase(
        marketplace="ebay", on=TODAY, price=usd("100"), extras=(ExtraChoice("promoted"),)
    )
    assert BOOK.expected_fee(base).rule.unverified


@pytest.mark.parametrize(
    "choice",
    [
        ExtraChoice("nonsense"),
        ExtraChoice("promoted", Percent(Decimal(101))),
        ExtraChoice("promoted", Percent(Decimal(1))),
        ExtraChoice("dispute", Percent(Decimal(5))),
    ],
)
def test_an_extra_that_does_not_exist_or_a_rate_out_of_range_is_refused(
    choice: ExtraChoice,
) -> None:
    with pytest.raises(InvalidValueError):
        fee_of("ebay", "100", extras=(choice,))


def order(*lines: FeeLine, discount: str = "0", shipping: str = "0") -> OrderFeeBase:
    return OrderFeeBase(
        marketplace="ebay",
        on=TODAY,
        lines=lines,
        discount=usd(discount),
        shipping=usd(shipping),
    )


def test_no_fee_is_expected_of_an_order_without_a_sale() -> None:
    with pytest.raises(UserError, match="no fee is expected"):
        order()


def test_a_bundle_under_one_rule_is_charged_as_one_sale() -> None:
    bundle = order(
        *(FeeLine(price=usd(price)) for price in ("26", "38", "30")),
        discount="9.40",
        shipping="6.50",
    )
    fee = BOOK.expected_order_fee(bundle)
    assert fee.total == usd("12.79")
    assert bundle.price == usd("94")


def test_an_order_under_several_rules_pays_each_and_the_order_fee_once() -> None:
    mixed = order(
        FeeLine(price=usd("200"), fee_class="athletic_sneakers"),
        FeeLine(price=usd("50")),
        FeeLine(price=usd("50"), fee_class="womens_bags"),
        shipping="6",
    )
    fee = BOOK.expected_order_fee(mixed)
    parts = {part.name: part.money for part in fee.parts}
    assert parts["Final value fee"] == usd("16.32") + usd("6.94") + usd("7.65")
    assert parts["Per-order fee"] == usd("0.40")
    assert fee.rule.id == "ebay-athletic-sneakers-150"


def test_an_order_is_unverified_when_one_of_its_rules_is() -> None:
    lines = (FeeLine(price=usd("200")), FeeLine(price=usd("50"), fee_class="womens_bags"))
    store = OrderFeeBase(marketplace="ebay", on=TODAY, lines=lines, variant="store")
    rule = BOOK.expected_order_fee(store).rule
    assert (rule.id, rule.unverified) == ("ebay-store-general", True)
    assert rule.note == (
        "The store subscription is apart. "
        "No own rule is known for this kind of account; the usual one was used."
    )


@given(st.sampled_from(AVAILABLE), CENTS, CENTS, CENTS, CENTS)
def test_the_parts_of_a_fee_add_up_and_are_never_negative(
    marketplace: str, price: int, discount: int, shipping: int, tax: int
) -> None:
    base = FeeBase(
        marketplace=marketplace,
        on=TODAY,
        price=Money(price, "USD"),
        discount=Money(discount, "USD"),
        shipping=Money(shipping, "USD"),
        tax=Money(tax, "USD"),
    )
    fee = BOOK.expected_fee(base)
    assert sum(part.money.minor for part in fee.parts) == fee.total.minor
    assert all(part.money.minor > 0 for part in fee.parts)


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from(["clothing", "coins"])), min_size=1),
    CENTS,
    CENTS,
)
def test_how_an_order_is_cut_into_lines_of_one_rule_does_not_matter(
    lines: list[tuple[int, str]], discount: int, shipping: int
) -> None:
    cut = tuple(FeeLine(price=Money(price, "USD"), fee_class=each) for price, each in lines)
    many = OrderFeeBase(
        marketplace="ebay",
        on=TODAY,
        lines=cut,
        discount=Money(discount, "USD"),
        shipping=Money(shipping, "USD"),
    )
    one = FeeBase(
        marketplace="ebay",
        on=TODAY,
        price=many.price,
        discount=many.discount,
        shipping=many.shipping,
    )
    assert BOOK.expected_order_fee(many).total == BOOK.expected_fee(one).total
