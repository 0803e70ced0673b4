"""Profit: what is kept of a sale that may come, and of an order to the last cent."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.money import Money, total_of
from closet_app.domain.profit import (
    LineProfit,
    OrderMoney,
    SaleTerms,
    StepKind,
    order_profit,
    quote,
    waterfall,
)
from closet_app.domain.units import Percent
from tests.unit.fee_book import shipped_book

TODAY = date(2026, 11, 23)
BOOK = shipped_book()
AMOUNTS = ("discount", "shipping", "fee", "postage", "supplies", "refund", "cost", "price")


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def tee(marketplace: str) -> SaleTerms:
    """The striped tee of the screens: asked $34, paid $6, supplies $0.90."""
    return SaleTerms(
        marketplace=marketplace, on=TODAY, price=usd("34"), cost=usd("6"), supplies=usd("0.90")
    )


RENATA = OrderMoney(
    currency="USD",
    prices=(usd("26"), usd("38"), usd("30")),
    costs=(usd("5"), usd("8"), usd("6")),
    discount=usd("9.40"),
    shipping=usd("6.50"),
    own_label=True,
    postage=usd("7.38"),
    supplies=usd("1.45"),
    fee_expected=usd("12.79"),
)
"""The bundle of three on the screen of an order."""


@pytest.mark.parametrize(
    ("marketplace", "keep"),
    [
        ("poshmark", "20.30"),
        ("ebay", "22.08"),
        ("mercari", "23.70"),
        ("depop", "25.53"),
        ("vinted", "27.10"),
    ],
)
def test_what_is_kept_at_34_dollars(marketplace: str, keep: str) -> None:
    assert quote(BOOK, tee(marketplace)).keep == usd(keep)


@pytest.mark.parametrize(
    ("price", "payout"), [("14.99", "12.04"), ("15.00", "12.00"), ("150", "120.00")]
)
def test_poshmark_pays_out_what_its_terms_say(price: str, payout: str) -> None:
    terms = SaleTerms(marketplace="poshmark", on=TODAY, price=usd(price))
    assert quote(BOOK, terms).payout == usd(payout)


def test_with_the_marketplaces_label_the_buyers_shipping_enters_the_fee_alone() -> None:
    terms = replace(tee("mercari"), price=usd("79"), shipping=usd("7.40"))
    made = quote(BOOK, terms)
    assert made.fee.total == usd("8.64")
    assert made.payout == usd("70.36")


def test_with_the_sellers_own_label_the_buyers_shipping_is_paid_out_and_postage_spent() -> None:
    terms = replace(
        tee("mercari"),
        price=usd("79"),
        shipping=usd("7.40"),
        own_label=True,
        postage=usd("5.25"),
    )
    made = quote(BOOK, terms)
    assert made.payout == usd("77.76")
    assert made.keep == usd("65.61")


def test_an_unknown_cost_counts_as_nothing_but_is_told() -> None:
    made = quote(BOOK, replace(tee("vinted"), cost=None))
    assert (made.keep, made.cost, made.cost_known) == (usd("33.10"), usd("0"), False)
    assert quote(BOOK, tee("vinted")).cost_known


def test_tax_may_follow_from_price_and_shipping() -> None:
    terms = replace(
        tee("ebay"),
        price=usd("20"),
        discount=usd("1"),
        shipping=usd("6"),
        tax_percent=Percent(Decimal(8)),
    )
    assert terms.tax_paid == usd("2")
    assert quote(BOOK, terms).fee.total == usd("4.07")


def test_the_bundle_of_the_screen_adds_up_line_by_line() -> None:
    made = order_profit(RENATA)
    assert [line.profit for line in made.lines] == [usd("14.22"), usd("20.09"), usd("16.17")]
    assert made.totals.profit == usd("50.48")
    assert made.payout == usd("78.31")
    assert made.totals.buyer_paid == usd("91.10")


def test_the_waterfall_leads_from_items_to_keep() -> None:
    steps = [(step.kind, step.key, str(step.amount.major)) for step in waterfall(RENATA)]
    assert steps == [
        (StepKind.IN, "items", "94.00"),
        (StepKind.OUT, "discount", "-9.40"),
        (StepKind.IN, "shipping", "6.50"),
        (StepKind.OUT, "fee", "-12.79"),
        (StepKind.OUT, "label", "-7.38"),
        (StepKind.OUT, "supplies", "-1.45"),
        (StepKind.COST, "cost", "-19.00"),
        (StepKind.KEEP, "keep", "50.48"),
    ]


def test_with_the_marketplaces_label_the_waterfall_leaves_shipping_out() -> None:
    money = replace(RENATA, own_label=False, refund=usd("10"))
    assert [step.key for step in waterfall(money)] == [
        "items", "discount", "fee", "label", "supplies", "refund", "cost", "keep",
    ]  # fmt: skip
    totals = order_profit(money).totals
    assert (totals.shipping, totals.shipping_received) == (usd("6.50"), usd("0"))


def test_an_order_of_nothing_shows_items_and_keep() -> None:
    money = OrderMoney(currency="USD", prices=(usd("0"),), costs=(None,))
    assert [step.key for step in waterfall(money)] == ["items", "keep"]


def test_the_charged_fee_counts_once_it_is_known() -> None:
    assert RENATA.fee == usd("12.79")
    charged = replace(RENATA, fee_charged=usd("13.00"))
    assert order_profit(charged).totals.fee == usd("13.00")
    assert order_profit(replace(RENATA, fee_charged=usd("0"))).totals.fee == usd("0")


def test_a_piece_that_goes_back_to_stock_gives_its_cost_back() -> None:
    returned = order_profit(replace(RENATA, restocked=(False, True, False), refund=usd("38")))
    assert [line.cost for line in returned.lines] == [usd("5"), usd("0"), usd("6")]
    assert returned.totals.profit == usd("50.48") - usd("38") + usd("8")


def test_a_cancelled_piece_costs_and_brings_nothing() -> None:
    made = order_profit(replace(RENATA, cancelled=(False, True, False)))
    gone = made.lines[1]
    assert {getattr(gone, name).minor for name in AMOUNTS} == {0}
    assert made.totals.price == usd("56")
    assert made.totals.fee == usd("12.79")


def test_a_wholly_cancelled_order_keeps_only_what_was_really_spent_and_charged() -> None:
    gone = replace(RENATA, cancelled=(True, True, True))
    totals = order_profit(gone).totals
    assert totals.profit == -(usd("7.38") + usd("1.45"))
    assert (totals.shipping, totals.discount, totals.fee) == (usd("0"), usd("0"), usd("0"))
    penalty = order_profit(replace(gone, postage=None, supplies=None, fee_charged=usd("2")))
    assert penalty.totals.profit == usd("-2")


def test_amounts_are_shared_equally_when_all_prices_are_zero() -> None:
    money = OrderMoney(
        currency="USD",
        prices=(usd("0"), usd("0"), usd("0")),
        costs=(None, usd("1"), None),
        cancelled=(True, False, False),
        postage=usd("5.01"),
    )
    assert [line.postage for line in order_profit(money).lines] == [
        usd("0"), usd("2.51"), usd("2.50"),
    ]  # fmt: skip


def test_a_missing_cost_is_told_for_its_line_and_for_the_order() -> None:
    made = order_profit(replace(RENATA, costs=(usd("5"), None, usd("6"))))
    assert [line.cost_known for line in made.lines] == [True, False, True]
    assert not made.totals.cost_known
    given_back = replace(RENATA, costs=(usd("5"), None, usd("6")), restocked=(False, True, False))
    assert order_profit(given_back).totals.cost_known


def test_each_line_needs_a_price_and_a_cost() -> None:
    with pytest.raises(ValueError, match="zip"):
        order_profit(replace(RENATA, costs=(usd("5"),)))


MONEY = st.integers(0, 10**7).map(lambda minor: Money(minor, "USD"))
MAYBE = st.none() | MONEY


@st.composite
def orders(draw: st.DrawFn) -> OrderMoney:
    """Orders of up to eight lines with any amounts, some returned, some cancelled."""
    lines = draw(st.integers(1, 8))

    def each(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
        return st.lists(values, min_size=lines, max_size=lines).map(tuple)

    return draw(
        st.builds(
            OrderMoney,
            currency=st.just("USD"),
            prices=each(MONEY | st.just(Money(0, "USD"))),
            costs=each(MAYBE),
            restocked=each(st.booleans()) | st.just(()),
            cancelled=each(st.booleans()) | st.just(()),
            discount=MAYBE,
            shipping=MAYBE,
            own_label=st.booleans(),
            postage=MAYBE,
            supplies=MAYBE,
            fee_expected=MAYBE,
            fee_charged=MAYBE,
            refund=MAYBE,
        )
    )


@given(orders())
def test_every_part_of_the_lines_adds_up_to_the_order(money: OrderMoney) -> None:
    made = order_profit(money)
    for field in fields(LineProfit):
        if field.name != "cost_known":
            parts = total_of((getattr(line, field.name) for line in made.lines), "USD")
            assert parts == getattr(made.totals, field.name), field.name
    for name in ("payout", "profit", "buyer_paid"):
        assert total_of((getattr(line, name) for line in made.lines), "USD") == getattr(
            made.totals, name
        )


@given(orders())
def test_the_order_is_what_was_entered(money: OrderMoney) -> None:
    totals, nothing = order_profit(money).totals, Money(0, "USD")
    assert totals.postage == (money.postage or nothing)
    assert totals.refund == (money.refund or nothing)
    if any(money.live):
        assert totals.shipping == (money.shipping or nothing)
        assert totals.discount == (money.discount or nothing)
    outgoing = totals.postage + totals.supplies + totals.refund + totals.cost
    assert totals.profit == order_profit(money).payout - outgoing


@given(orders())
def test_the_steps_of_the_waterfall_add_up_to_keep(money: OrderMoney) -> None:
    *steps, keep = waterfall(money)
    assert total_of((step.amount for step in steps), "USD") == keep.amount
    assert keep.amount == order_profit(money).totals.profit
    assert all(step.amount for step in steps[1:])
