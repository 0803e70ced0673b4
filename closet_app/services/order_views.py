"""Orders as they are shown: the list with its groups, and one order with its money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from closet_app.db import orders as stored
from closet_app.db import rows
from closet_app.db.cards import CardRow, read_cards
from closet_app.db.ledger import Reading, reading
from closet_app.db.reading import fetch_of
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord
from closet_app.domain.fees import AppliedRule
from closet_app.domain.money import Money
from closet_app.domain.profit import LineProfit, order_profit, waterfall
from closet_app.domain.status import LineState, order_status
from closet_app.domain.text import fold
from closet_app.domain.units import Weight
from closet_app.errors import NotFoundError, UserError
from closet_app.services.buyers import buyer_of
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.services.order_money import money_of
from closet_app.services.packing import packing_steps
from closet_app.services.pieces import ref_of
from closet_app.services.records import (
    Buyer,
    OrderLine,
    OrderRow,
    OrderView,
    PhotoRef,
    Refund,
    Shop,
    TakeDown,
)
from closet_app.services.shop import read_shop
from closet_app.services.supply_shelf import Shelf, read_shelf
from closet_app.services.tasks import take_down_of
from closet_app.wording import counted, say_weight, tr

GROUPS = {
    "to_pack": {LineState.SOLD, LineState.PACKED},
    "shipped": {LineState.SHIPPED},
    "done": {LineState.DELIVERED, LineState.RETURNED, LineState.CANCELLED},
}
Cards = dict[int, CardRow]
COPIED = (
    "id", "number", "marketplace", "marketplace_number", "ship_by", "packed_at", "shipped_on",
    "delivered_on", "cancelled_on", "currency", "own_label", "fee_rule", "tracking", "carrier",
    "gift", "gift_message", "note", "message", "notes", "parcel",
)  # fmt: skip
AMOUNTS = ("discount", "shipping", "postage", "supplies", "tax", "fee_expected")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What orders are shown from beside their own rows; purchases by buyer, tasks by order."""

    shop: Shop
    shelf: Shelf
    cards: Cards
    items: Mapping[int, ItemRecord]
    bought: Mapping[int, Sequence[OrderRecord]]
    take_downs: Mapping[int, tuple[TakeDown, ...]]


def by_number(closet: Closet, number: int) -> int:
    """The id of the order with this number; raises NotFoundError."""
    with closet.database.read() as connection:
        return stored.order_id_of(connection, number)


def newest_order(closet: Closet) -> int | None:
    """The id of the order that was sold last, if there is any."""
    with closet.database.read() as connection:
        return stored.newest_order(connection)


def list_orders(closet: Closet, group: str, text: str = "") -> list[OrderRow]:
    """Orders of one group of `GROUPS`: to pack by ship date, the others newest first."""
    found = [row for row in _all_rows(closet, text) if row.status in GROUPS[group]]
    if group == "to_pack":
        found.sort(key=lambda row: (row.ship_by or row.sold_on, row.number))
    return found


def group_of(status: LineState) -> str:
    """The group of `GROUPS` that lists orders in this state."""
    return next(group for group, states in GROUPS.items() if status in states)


def group_counts(closet: Closet, text: str = "") -> dict[str, int]:
    """How many orders each group of `GROUPS` holds."""
    states = [row.status for row in _all_rows(closet, text)]
    return {group: sum(state in wanted for state in states) for group, wanted in GROUPS.items()}


def order(closet: Closet, order_id: int) -> OrderView:
    """One whole order; raises NotFoundError."""
    return orders(closet, [order_id])[0]


def orders(closet: Closet, order_ids: Sequence[int]) -> tuple[OrderView, ...]:
    """Several whole orders in their order, in a fixed number of statements.

    Raises NotFoundError for one that is not there.
    """
    with reading(closet.database) as ledger:
        details = stored.read_order_details(ledger.connection, order_ids)
        if len(details) < len(order_ids):
            there = {detail.order.id for detail in details}
            gone = next(each for each in order_ids if each not in there)
            raise NotFoundError(tr("There is no such order."), id=gone)
        cards = _cards_of(ledger.connection, [line for each in details for line in each.lines])
        buyers = {each.order.buyer_id for each in details if each.order.buyer_id}
        seen = _Seen(
            shop=read_shop(ledger),
            shelf=read_shelf(ledger),
            cards=cards,
            items={item.id: item for item in ledger.many(ItemRecord, cards)},
            bought=fetch_of(ledger.connection, OrderRecord, "buyer_id", buyers),
            take_downs={
                each.order.id: tuple(take_down_of(ledger, task) for task in each.tasks)
                for each in details
            },
        )
    return tuple(_view(closet, detail, seen) for detail in details)


def _all_rows(closet: Closet, text: str) -> list[OrderRow]:
    wanted = fold(text)
    with closet.database.read() as connection:
        found = stored.read_orders(connection)
        photos = _cards_of(connection, [line for row in found for line in row.lines[:1]])
    return [_row(row, photos) for row in found if not wanted or wanted in _haystack(row)]


def _haystack(row: rows.OrderRow) -> str:
    titles = (f"{line.sku} {line.title}" for line in row.lines)
    parts = (row.buyer_name, row.buyer_handle, str(row.number), row.marketplace_number, *titles)
    return fold(" ".join((*parts, row.tracking)))


def _row(row: rows.OrderRow, cards: Cards) -> OrderRow:
    first = row.lines[0]
    words = first.title if len(row.lines) == 1 else counted(len(row.lines), "{n} item", "{n} items")
    return OrderRow(
        id=row.id,
        number=row.number,
        buyer=row.buyer_name or row.buyer_handle or tr("Buyer not named"),
        marketplace=row.marketplace,
        words=words,
        paid=_paid(row),
        status=_status(row.lines),
        sold_on=row.sold_on,
        ship_by=row.ship_by,
        photo=_photo(cards.get(first.item_id or 0)),
        item_count=len(row.lines),
    )


def _paid(row: rows.OrderRow) -> Money:
    live = sum(line.price_minor for line in row.lines if line.state != LineState.CANCELLED)
    extra = row.shipping_minor - row.discount_minor if live else 0
    return Money(live + extra, row.currency)


def _status(lines: Iterable[LineRecord]) -> LineState:
    return order_status([LineState(line.state) for line in lines])


def _cards_of(connection: Reading, lines: Sequence[LineRecord]) -> Cards:
    ids = [line.item_id for line in lines if line.item_id is not None]
    return {card.id: card for card in read_cards(connection, ids)}


def _photo(card: CardRow | None) -> PhotoRef | None:
    if card is None or not card.sha256 or card.photo_id is None:
        return None
    return ref_of(card.photo_id, card.sha256, card.recipe)


def _bought_before(orders: Sequence[OrderRecord]) -> int:
    return sum(each.cancelled_on is None and each.deleted_at is None for each in orders)


def _view(closet: Closet, detail: rows.OrderDetail, seen: _Seen) -> OrderView:
    record, lines = detail.order, detail.lines
    money = money_of(record, lines, detail.refunds)
    profit = order_profit(money)
    rule = rule_of(closet, record)
    return OrderView(
        **_copied(record),
        **_amounts(record),
        buyer=_buyer(detail, seen),
        status=_status(lines),
        sold_on=record.sold_on or closet.clock.today(),
        sold_at=record.sold_at or closet.clock.now(),
        fee_unverified=rule is None or rule.unverified,
        weight_words=_weight_words(closet, seen.shop, record),
        lines=tuple(
            _line(line, share, seen) for line, share in zip(lines, profit.lines, strict=True)
        ),
        refunds=tuple(
            Refund(each.id, Money(each.amount_minor, record.currency), each.given_on, each.reason)  # type: ignore[arg-type]  # the day is never missing
            for each in detail.refunds
        ),
        packing=packing_steps(seen.shop, detail, seen.items, seen.shelf),
        take_downs=seen.take_downs[record.id],
        profit=profit,
        steps=waterfall(money),
    )


def _buyer(detail: rows.OrderDetail, seen: _Seen) -> Buyer | None:
    if detail.buyer is None:
        return None
    return buyer_of(detail.buyer, _bought_before(seen.bought[detail.buyer.id]))


def _copied(record: OrderRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in COPIED}


def _amounts(record: OrderRecord) -> dict[str, Any]:
    amounts = {name: Money(getattr(record, f"{name}_minor"), record.currency) for name in AMOUNTS}
    maybe = {
        "fee_charged": record.fee_charged_minor,
        "supplies_estimate": record.supplies_estimate_minor,
    }
    known = {
        name: None if minor is None else Money(minor, record.currency)
        for name, minor in maybe.items()
    }
    return {**amounts, **known}


def _weight_words(closet: Closet, shop: Shop, record: OrderRecord) -> str:
    if record.weight_mg is None:
        return ""
    return say_weight(Weight(record.weight_mg), manner_of(closet, shop).weight_unit)


def rule_of(closet: Closet, record: OrderRecord) -> AppliedRule | None:
    """The fee rule of the day and marketplace of an order, if there is one."""
    try:
        return closet.book.rule_for(record.marketplace, record.sold_on or closet.clock.today())
    except UserError:
        return None


def _line(line: LineRecord, share: LineProfit, seen: _Seen) -> OrderLine:
    card, item = seen.cards.get(line.item_id or 0), seen.items.get(line.item_id or 0)
    known = [part for part in (item.brand, item.size) if part] if item else []
    return OrderLine(
        id=line.id,
        item_id=line.item_id,
        sku=line.sku,
        title=item.title if item else line.title,
        detail=" · ".join(known),
        bin=item.bin if item else "",
        photo=_photo(card),
        state=LineState(line.state),
        restocked=line.restocked,
        returned_on=line.returned_on,
        cost_known=share.cost_known,
        price=Money(line.price_minor, share.price.currency),
        profit=share,
    )
