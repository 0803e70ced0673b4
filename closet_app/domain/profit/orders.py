"""What the seller keeps of an order with all its amounts, line by line to the cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from closet_app.domain.money import Money, total_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMoney:
    """Every amount of an order; amounts left out are zero.

    `prices`, `costs`, `restocked` and `cancelled` have one entry a line (the last two may be
    left out); a cost is that of all pieces of its line, None when not known. `fee_charged`
    None is not known, and `fee_expected` counts.
    """

    currency: str
    prices: tuple[Money, ...]
    costs: tuple[Money | None, ...]
    restocked: tuple[bool, ...] = ()
    cancelled: tuple[bool, ...] = ()
    discount: Money | None = None
    shipping: Money | None = None
    own_label: bool = False
    postage: Money | None = None
    supplies: Money | None = None
    tax: Money | None = None
    fee_expected: Money | None = None
    fee_charged: Money | None = None
    refund: Money | None = None

    @property
    def live(self) -> tuple[bool, ...]:
        """Whether each line is a sale, and was not cancelled."""
        none = (False,) * len(self.prices)
        return tuple(not gone for gone in self.cancelled or none)

    @property
    def sold_prices(self) -> tuple[Money, ...]:
        """The price of each line, nothing for those that were cancelled."""
        nothing = Money.zero(self.currency)
        pairs = zip(self.prices, self.live, strict=True)
        return tuple(price if live else nothing for price, live in pairs)

    @property
    def fee(self) -> Money:
        """The charged fee when it is known, else the expected one; none expected without a sale."""
        if self.fee_charged is not None:
            return self.fee_charged
        return self._of_sale(self.fee_expected)

    @property
    def amounts(self) -> tuple[Money, ...]:
        """What is shared over the lines, in the order of `LineProfit` from discount to refund."""
        shipping = self._of_sale(self.shipping)
        return (
            self._of_sale(self.discount),
            shipping,
            shipping if self.own_label else Money.zero(self.currency),
            self.fee,
            self._or_nothing(self.postage),
            self._or_nothing(self.supplies),
            self._or_nothing(self.refund),
        )

    def _of_sale(self, amount: Money | None) -> Money:
        return self._or_nothing(amount if any(self.live) else None)

    def _or_nothing(self, amount: Money | None) -> Money:
        return Money.zero(self.currency) if amount is None else amount


@dataclass(frozen=True, slots=True)
class LineProfit:
    """One line's share of every amount, or all lines together; none of them is signed.

    `shipping` is what the buyer paid for it, `shipping_received` the part that reaches the
    seller (all of it with the seller's own label, else nothing).
    """

    cost_known: bool
    price: Money
    discount: Money
    shipping: Money
    shipping_received: Money
    fee: Money
    postage: Money
    supplies: Money
    refund: Money
    cost: Money

    @property
    def payout(self) -> Money:
        """What the marketplace pays out for it."""
        return self.price - self.discount + self.shipping_received - self.fee

    @property
    def profit(self) -> Money:
        """What the seller keeps of it."""
        return self.payout - self.postage - self.supplies - self.refund - self.cost

    @property
    def buyer_paid(self) -> Money:
        """What the buyer paid for it without tax."""
        return self.price - self.discount + self.shipping


@dataclass(frozen=True, slots=True)
class OrderProfit:
    """Every line's parts, and their totals; each total is the sum of the lines to the cent."""

    lines: tuple[LineProfit, ...]
    totals: LineProfit
    payout: Money


def order_profit(money: OrderMoney) -> OrderProfit:
    """Shares the order's amounts over its lines by price, so that parts add up to the order.

    Largest remainder, ties to the earlier line, equally when all prices are zero. A piece
    that went back to stock, or was never sent, gives its cost back. Raises ValueError unless
    there is one entry a line.
    """
    prices = money.sold_prices
    weights = _weights(prices, money.live)
    shares = [amount.split(weights) for amount in money.amounts]
    known, costs = tuple(_costs_known(money)), tuple(_costs(money))
    rows = zip(known, prices, *shares, costs, strict=True)
    sums = (total_of(prices, money.currency), *money.amounts, total_of(costs, money.currency))
    totals = LineProfit(all(known), *sums)
    return OrderProfit(tuple(LineProfit(*row) for row in rows), totals, totals.payout)


def _weights(prices: Sequence[Money], live: Sequence[bool]) -> list[int]:
    if any(prices):
        return [price.minor for price in prices]
    return [int(each) for each in live]


def _costs(money: OrderMoney) -> Iterator[Money]:
    for cost, gone in zip(money.costs, _given_back(money), strict=True):
        yield Money.zero(money.currency) if cost is None or gone else cost


def _costs_known(money: OrderMoney) -> Iterator[bool]:
    for cost, gone in zip(money.costs, _given_back(money), strict=True):
        yield cost is not None or gone


def _given_back(money: OrderMoney) -> Iterator[bool]:
    back = money.restocked or (False,) * len(money.prices)
    for restocked, live in zip(back, money.live, strict=True):
        yield restocked or not live
