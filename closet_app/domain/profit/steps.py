"""The waterfall: where the money of an order went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from closet_app.domain.money import Money
from closet_app.domain.profit.orders import LineProfit, OrderMoney, order_profit


class StepKind(StrEnum):
    """How a column of the waterfall is drawn."""

    IN = "in"
    OUT = "out"
    COST = "cost"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Step:
    """A column of the waterfall; `amount` is signed, and all before keep add up to keep."""

    kind: StepKind
    key: str
    amount: Money


def waterfall(money: OrderMoney) -> tuple[Step, ...]:
    """Where the money of an order went, from items to keep; steps of nothing are left out."""
    return tuple(_steps(order_profit(money).totals))


def _steps(totals: LineProfit) -> Iterator[Step]:
    yield Step(StepKind.IN, "items", totals.price)
    between = (
        (StepKind.OUT, "discount", -totals.discount),
        (StepKind.IN, "shipping", totals.shipping_received),
        (StepKind.OUT, "fee", -totals.fee),
        (StepKind.OUT, "label", -totals.postage),
        (StepKind.OUT, "supplies", -totals.supplies),
        (StepKind.OUT, "refund", -totals.refund),
        (StepKind.COST, "cost", -totals.cost),
    )
    for kind, key, amount in between:
        if amount:
            yield Step(kind, key, amount)
    yield Step(StepKind.KEEP, "keep", totals.profit)
