"""Sales: mark pieces sold, and change what an order says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from closet_app.db import orders as stored
from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import (
    ItemRecord,
    LineRecord,
    ListingRecord,
    OrderRecord,
    ShopRecord,
    TaskRecord,
)
from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus, LineState, require_sellable
from closet_app.domain.text import clean_line, clean_text
from closet_app.errors import InvalidValueError, UserError
from closet_app.services.buyers import buyer_for
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.keeping import KeepTable, keep_table
from closet_app.services.order_fees import expected_fee
from closet_app.services.order_money import lines_of
from closet_app.services.parcels import carrier_of
from closet_app.services.pulling import settle_pulled
from closet_app.services.records import NewSale
from closet_app.services.shop import read_shop
from closet_app.services.stock import ask_to_take_down
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

AMOUNTS = ("discount", "shipping", "postage", "supplies", "tax", "fee_charged")
TEXTS = (
    "tracking", "carrier", "note", "message", "notes", "parcel", "marketplace_number",
    "gift_message",
)  # fmt: skip
PLAIN = ("gift", "ship_by", "weight_mg", "buyer_id")


def sale_defaults(closet: Closet, item_ids: Sequence[int], marketplace: str) -> NewSale:
    """A sale of these pieces at their asking prices, on what the shop assumes there."""
    with reading(closet.database) as ledger:
        items = ledger.many(ItemRecord, item_ids)
        table = keep_table(closet, ledger)
        return _proposed(closet, table, items, marketplace)


def sell(closet: Closet, sale: NewSale) -> tuple[int, Changed]:
    """Mark pieces sold in one order.

    Each leaves the stock, and every other place where the last one is listed becomes a task.
    Raises UserError for a piece that cannot be sold and InvalidValueError for a wrong amount.
    """
    label = counted(len(sale.item_ids), "Marked {n} item sold", "Marked {n} items sold")
    with writing(closet, label) as step:
        order_id = write_sale(closet, step.ledger, sale)
    return order_id, step.changed


def write_sale(closet: Closet, ledger: Ledger, sale: NewSale) -> int:
    """The sale inside a step; returns the order's id."""
    items = sellable_items(ledger, sale)
    order = order_of(closet, ledger, sale, items)
    lines = lines_of_sale(sale, items)
    order = _with_expected_fee(closet, ledger, order, lines)
    order_id = ledger.add(replace(order, number=stored.next_order_number(ledger.connection)))
    ledger.add_all(replace(line, order_id=order_id) for line in lines)
    for item in items:
        take_from_stock(ledger, item, order_id, sale.marketplace)
    return order_id


def add_line(closet: Closet, order_id: int, item_id: int, price: Money) -> Changed:
    """Put one more piece into an order that has not been shipped."""
    with writing(closet, tr("Added 1 item to the order")) as step:
        ledger = step.ledger
        order = ledger.get(OrderRecord, order_id)
        lines = lines_of(ledger, order_id)
        if order.shipped_on or order.cancelled_on:
            raise UserError(tr("This order is closed."), remedy=tr("Make a new order."))
        item = ledger.get(ItemRecord, item_id)
        require_sellable(ItemStatus(item.own_status), item.quantity)
        line = replace(_line(len(lines), item, price), order_id=order_id, state=lines[0].state)
        ledger.add(line)
        take_from_stock(ledger, item, order_id, order.marketplace)
        settle_pulled(ledger, order_id)
        ledger.put(_with_expected_fee(closet, ledger, order, lines_of(ledger, order_id)))
    return step.changed


def edit_amounts(
    closet: Closet,
    order_id: int,
    *,
    own_label: bool | None = None,
    prices: Sequence[Money] | None = None,
    **amounts: Money | None,
) -> Changed:
    """Correct the money of an order; the expected fee follows.

    `amounts` are named as in `AMOUNTS`; `fee_charged` None means not known yet.
    """
    with writing(closet, tr("Changed the amounts of the order")) as step:
        ledger = step.ledger
        order = with_amounts(ledger.get(OrderRecord, order_id), amounts)
        if own_label is not None:
            order = replace(order, own_label=own_label)
        for line, price in zip(lines_of(ledger, order_id), prices or (), strict=False):
            ledger.put(replace(line, price_minor=_minor("price", price)))
        lines = lines_of(ledger, order_id)
        _require_discount(order, lines)
        ledger.put(_with_expected_fee(closet, ledger, order, lines))
    return step.changed


def edit_order(closet: Closet, order_id: int, **fields: object) -> Changed:
    """Set what is not money: tracking, carrier, gift, note, message, parcel and the like.

    A tracking number names its carrier unless one is given or known.
    """
    unknown = set(fields) - {*TEXTS, *PLAIN}
    if unknown:
        raise InvalidValueError(tr("An order has no {field}.").format(field=min(unknown)))
    texts = {name: clean_text(str(fields[name])) for name in TEXTS if name in fields}
    plain = {name: fields[name] for name in PLAIN if name in fields}
    with writing(closet, tr("Changed the order")) as step:
        order = step.ledger.get(OrderRecord, order_id)
        if texts.get("tracking") and not (order.carrier or texts.get("carrier")):
            texts["carrier"] = carrier_of(read_shop(step.ledger), texts["tracking"])
        step.ledger.put(replace(order, **texts, **plain))  # type: ignore[arg-type]  # named above
    return step.changed


def take_from_stock(ledger: Ledger, item: ItemRecord, order_id: int, marketplace: str) -> None:
    """One piece leaves; with the last one its other listings become tasks."""
    fresh = ledger.get(ItemRecord, item.id)
    ledger.put(replace(fresh, quantity=fresh.quantity - 1, updated_at=ledger.at))
    if fresh.quantity > 1:
        return
    for listing in ledger.where(ListingRecord, item_id=item.id, marketplace=marketplace):
        ledger.put(replace(listing, state="sold"))
    ask_to_take_down(ledger, item.id, order_id)


def put_back(ledger: Ledger, item_id: int) -> None:
    """One piece comes back to stock as it was before it was sold; open take-downs go."""
    item = ledger.get(ItemRecord, item_id)
    ledger.put(replace(item, quantity=item.quantity + 1, updated_at=ledger.at))
    for task in ledger.where(TaskRecord, item_id=item_id, done_at=None):
        ledger.delete(task)
    for listing in ledger.where(ListingRecord, item_id=item_id, state="sold"):
        ledger.put(replace(listing, state="ended"))


def _proposed(
    closet: Closet, table: KeepTable, items: Sequence[ItemRecord], marketplace: str
) -> NewSale:
    setting = table.setting(marketplace)
    prices = tuple(Money(item.asking_minor or 0, closet.currency) for item in items)
    shipping = Money(setting.shipping_minor, closet.currency)
    terms = table.terms(setting, "clothing", sum(prices[1:], prices[0]), None)
    return NewSale(
        item_ids=tuple(item.id for item in items),
        prices=prices,
        marketplace=marketplace,
        sold_on=closet.clock.today(),
        shipping=shipping,
        own_label=setting.own_label,
        postage=Money(setting.postage_minor, closet.currency),
        supplies=Money(setting.supplies_minor, closet.currency),
        tax=terms.tax_paid,
    )


def sellable_items(ledger: Ledger, sale: NewSale) -> list[ItemRecord]:
    """The pieces of `sale` in its order; raises UserError unless each can be sold."""
    if not sale.item_ids or len(sale.item_ids) != len(sale.prices):
        raise InvalidValueError(tr("Give one price for each item."), field="price")
    found = {item.id: item for item in ledger.many(ItemRecord, sale.item_ids)}
    items = [found[each] for each in sale.item_ids if each in found]
    if len(items) != len(sale.item_ids):
        raise UserError(tr("One of these items is not in the closet any more."))
    for item in items:
        if item.deleted_at is not None:
            raise UserError(
                tr("{sku} is in Trash.").format(sku=item.sku), remedy=tr("Restore it first.")
            )
        spare = item.quantity - sale.item_ids.count(item.id) + 1
        require_sellable(ItemStatus(item.own_status), spare)
    return items


def order_of(
    closet: Closet, ledger: Ledger, sale: NewSale, items: Sequence[ItemRecord]
) -> OrderRecord:
    """The order that `sale` would become, on what the shop assumes where it says nothing."""
    table = keep_table(closet, ledger)
    closet.book.find(sale.marketplace)
    assumed = _proposed(closet, table, items, sale.marketplace)
    shop = ledger.get(ShopRecord, 1)
    given: dict[str, Any] = {
        f"{name}_minor": _minor(name, _first(getattr(sale, name), getattr(assumed, name, None)))
        for name in AMOUNTS[:-1]
    }
    return OrderRecord(
        marketplace=sale.marketplace,
        marketplace_number=clean_line(sale.marketplace_number),
        buyer_id=buyer_for(ledger, sale),
        currency=closet.currency,
        sold_on=sale.sold_on,
        sold_at=ledger.at,
        ship_by=sale.sold_on + timedelta(days=shop.ship_within_days),
        own_label=bool(assumed.own_label if sale.own_label is None else sale.own_label),
        fee_charged_minor=None if sale.fee_charged is None else sale.fee_charged.minor,
        gift=sale.gift,
        gift_message=clean_text(sale.gift_message),
        notes=clean_text(sale.notes),
        **given,
    )


def _first(given: Money | None, assumed: Money | None) -> Money | None:
    return assumed if given is None else given


def lines_of_sale(sale: NewSale, items: Sequence[ItemRecord]) -> list[LineRecord]:
    """One line for each piece at its price."""
    pairs = zip(items, sale.prices, strict=True)
    return [_line(at, item, price) for at, (item, price) in enumerate(pairs)]


def _line(position: int, item: ItemRecord, price: Money) -> LineRecord:
    return LineRecord(
        item_id=item.id,
        position=position,
        sku=item.sku,
        title=item.title,
        price_minor=_minor("price", price),
        cost_minor=item.cost_minor,
        state=LineState.SOLD.value,
    )


def with_amounts(order: OrderRecord, amounts: dict[str, Money | None]) -> OrderRecord:
    """`order` with other amounts, named as in `AMOUNTS`; raises InvalidValueError below zero."""
    unknown = set(amounts) - set(AMOUNTS)
    if unknown:
        raise InvalidValueError(tr("An order has no {field}.").format(field=min(unknown)))
    columns: dict[str, Any] = {
        f"{name}_minor": _minor(name, amount) for name, amount in amounts.items()
    }
    if "fee_charged" in amounts and amounts["fee_charged"] is None:
        columns["fee_charged_minor"] = None
    return replace(order, **columns)


def _with_expected_fee(
    closet: Closet, ledger: Ledger, order: OrderRecord, lines: Sequence[LineRecord]
) -> OrderRecord:
    _require_discount(order, lines)
    fee = expected_fee(closet, ledger, order, lines)
    return replace(order, fee_expected_minor=fee.total.minor, fee_rule=fee.rule.id)


def _require_discount(order: OrderRecord, lines: Sequence[LineRecord]) -> None:
    if order.discount_minor > sum(line.price_minor for line in lines):
        raise InvalidValueError(tr("The discount is larger than the prices."), field="discount")


def _minor(field: str, amount: Money | None) -> int:
    minor = 0 if amount is None else amount.minor
    if minor < 0:
        raise InvalidValueError(tr("An amount cannot be below zero."), field=field)
    return minor
