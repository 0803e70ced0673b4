"""The money of an order, from its records: every line's share, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.db.ledger import Ledger
from closet_app.db.records import LineRecord, OrderRecord, RefundRecord
from closet_app.domain.money import Money, total_of
from closet_app.domain.profit import LineProfit, OrderMoney, order_profit
from closet_app.domain.status import LineState


def money_of(
    order: OrderRecord, lines: Sequence[LineRecord], refunds: Sequence[RefundRecord]
) -> OrderMoney:
    """The amounts of `order` in its currency."""

    def amount(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, order.currency)

    return OrderMoney(
        currency=order.currency,
        prices=tuple(Money(line.price_minor, order.currency) for line in lines),
        costs=tuple(amount(line.cost_minor) for line in lines),
        restocked=tuple(line.restocked for line in lines),
        cancelled=tuple(line.state == LineState.CANCELLED for line in lines),
        discount=amount(order.discount_minor),
        shipping=amount(order.shipping_minor),
        own_label=order.own_label,
        postage=amount(order.postage_minor),
        supplies=amount(order.supplies_minor),
        tax=amount(order.tax_minor),
        fee_expected=amount(order.fee_expected_minor),
        fee_charged=amount(order.fee_charged_minor),
        refund=total_of(
            (Money(each.amount_minor, order.currency) for each in refunds), order.currency
        ),
    )


def lines_of(ledger: Ledger, order_id: int) -> list[LineRecord]:
    """The lines of an order as they stand on its slip."""
    return sorted(ledger.where(LineRecord, order_id=order_id), key=lambda line: line.position)


def line_profit_of(ledger: Ledger, order: OrderRecord, line_id: int) -> LineProfit:
    """One line's share of its order."""
    lines = lines_of(ledger, order.id)
    refunds = ledger.where(RefundRecord, order_id=order.id)
    shares = order_profit(money_of(order, lines, refunds)).lines
    return next(share for share, line in zip(shares, lines, strict=True) if line.id == line_id)
