"""What a sale or changed amounts would leave, worked out while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import LineRecord, OrderRecord, RefundRecord
from closet_app.domain.fees import Fee
from closet_app.domain.money import Money
from closet_app.domain.profit import OrderProfit, Step, order_profit, waterfall
from closet_app.services.closet import Closet
from closet_app.services.order_fees import expected_fee
from closet_app.services.order_money import lines_of, money_of
from closet_app.services.orders import lines_of_sale, order_of, sellable_items, with_amounts
from closet_app.services.records import NewSale


@dataclass(frozen=True, slots=True)
class OrderQuote:
    """The money of an order that is not written: `fee` is the expected one with its rule."""

    fee: Fee
    profit: OrderProfit
    steps: tuple[Step, ...]


def quote_sale(closet: Closet, sale: NewSale) -> OrderQuote:
    """What `sale` would leave; nothing is written. Raises as `orders.sell`."""
    unnamed = replace(sale, buyer_id=None, buyer_name="", buyer_handle="", address=None)
    with reading(closet.database) as ledger:
        items = sellable_items(ledger, unnamed)
        order = order_of(closet, ledger, unnamed, items)
        return _quote(closet, ledger, order, lines_of_sale(unnamed, items))


def quote_amounts(
    closet: Closet,
    order_id: int,
    *,
    own_label: bool,
    prices: Sequence[Money],
    **amounts: Money | None,
) -> OrderQuote:
    """What an order would leave with other amounts, named as in `orders.AMOUNTS`."""
    with reading(closet.database) as ledger:
        order = with_amounts(ledger.get(OrderRecord, order_id), amounts)
        lines = [
            replace(line, price_minor=price.minor)
            for line, price in zip(lines_of(ledger, order_id), prices, strict=True)
        ]
        return _quote(closet, ledger, replace(order, own_label=own_label), lines)


def _quote(
    closet: Closet, ledger: Ledger, order: OrderRecord, lines: Sequence[LineRecord]
) -> OrderQuote:
    fee = expected_fee(closet, ledger, order, lines)
    refunds = ledger.where(RefundRecord, order_id=order.id) if order.id else []
    money = money_of(replace(order, fee_expected_minor=fee.total.minor), lines, refunds)
    return OrderQuote(fee, order_profit(money), waterfall(money))
