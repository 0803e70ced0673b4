"""The expected fee of an order whose lines may be of several classes."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.db.ledger import Ledger
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord
from closet_app.domain.fees import DEFAULT_CLASS, AppliedRule, Fee, FeeLine, OrderFeeBase
from closet_app.domain.money import Money
from closet_app.domain.status import LineState
from closet_app.errors import UserError
from closet_app.services.closet import Closet

NO_RULE = "none"


def expected_fee(
    closet: Closet, ledger: Ledger, order: OrderRecord, lines: Sequence[LineRecord]
) -> Fee:
    """What the marketplace takes of the lines that were not cancelled.

    A marketplace without a rule for the day takes nothing that could be expected: its fee is
    zero under the rule `NO_RULE`, until the seller types the charged one.
    """
    try:
        return closet.book.expected_order_fee(_base(closet, ledger, order, lines))
    except UserError as why:
        return Fee(Money.zero(order.currency), (), _no_rule(closet, str(why)))


def _base(
    closet: Closet, ledger: Ledger, order: OrderRecord, lines: Sequence[LineRecord]
) -> OrderFeeBase:
    live = [line for line in lines if line.state != LineState.CANCELLED]

    def amount(minor: int) -> Money:
        return Money(minor, order.currency)

    return OrderFeeBase(
        marketplace=order.marketplace,
        on=order.sold_on or closet.clock.today(),
        lines=tuple(
            FeeLine(price=amount(line.price_minor), fee_class=_class(closet, ledger, line))
            for line in live
        ),
        discount=amount(order.discount_minor),
        shipping=amount(order.shipping_minor),
        tax=amount(order.tax_minor),
    )


def _class(closet: Closet, ledger: Ledger, line: LineRecord) -> str:
    item = ledger.find(ItemRecord, line.item_id)
    if item is None:
        return DEFAULT_CLASS
    return closet.book.fee_class_of(item.department, item.category, item.subcategory)


def _no_rule(closet: Closet, why: str) -> AppliedRule:
    return AppliedRule(
        id=NO_RULE,
        start=None,
        source="",
        checked_on=closet.book.checked_on,
        unverified=True,
        note=why,
    )
