"""The pack station: what to pack and to pull, and each piece confirmed as it comes to hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from closet_app.db import orders as stored
from closet_app.db import packing as stored_packing
from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import ItemRecord, LineRecord
from closet_app.domain.bins import walking_key
from closet_app.domain.status import LineState
from closet_app.errors import NotFoundError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.pack_views import PackReading, pack_order
from closet_app.services.pulling import HERE, settle_pulled
from closet_app.services.records.packing import (
    Checked,
    PackList,
    PackOrder,
    PackPiece,
    PullPiece,
    PullStop,
)
from closet_app.services.scanning import pieces_of_code
from closet_app.services.writing import writing
from closet_app.wording import tr


def to_pack(closet: Closet) -> PackList:
    """The orders that are not on their way, by ship-by date, then by their first bin."""
    with reading(closet.database) as ledger:
        found = _orders(closet, ledger, stored_packing.orders_to_pack(ledger.connection))
    waiting = [order for order in found if order.status in HERE]
    waiting.sort(key=lambda each: (each.ship_by or each.sold_on, walking_key(each.first_bin)))
    return PackList(closet.clock.today(), tuple(waiting))


def pack_order_of(closet: Closet, order_id: int) -> PackOrder:
    """One order as the pack station shows it; raises NotFoundError."""
    with reading(closet.database) as ledger:
        found = _orders(closet, ledger, [order_id])
    if not found:
        raise NotFoundError(tr("There is no such order."), id=order_id)
    return found[0]


def pull_list(closet: Closet, order_ids: Collection[int] | None = None) -> tuple[PullStop, ...]:
    """Every bin to go to in walking order, each piece once; of these orders, or of all."""
    waiting = to_pack(closet).orders
    return stops_of([each for each in waiting if order_ids is None or each.id in order_ids])


def stops_of(orders: Iterable[PackOrder]) -> tuple[PullStop, ...]:
    """The bins of these orders in walking order; what is packed already lies in its parcel."""
    stops: dict[str, list[PullPiece]] = {}
    for order in orders:
        for piece in order.pieces if order.status is LineState.SOLD else ():
            pull = PullPiece(piece, order.number, order.buyer, order.ship_by)
            stops.setdefault(piece.bin, []).append(pull)
    return tuple(PullStop(place, tuple(stops[place])) for place in sorted(stops, key=walking_key))


def check_piece(closet: Closet, line_id: int, *, done: bool = True) -> Changed:
    """The piece of an order is in hand, or is not after all; the last one ticks the pulling."""
    label = tr("Checked a piece") if done else tr("Unchecked a piece")
    with writing(closet, label) as step:
        line = step.ledger.get(LineRecord, line_id)
        if (line.checked_at is not None) != done:
            step.ledger.put(replace(line, checked_at=step.ledger.at if done else None))
            settle_pulled(step.ledger, line.order_id)
    return step.changed


def check_scanned(closet: Closet, text: str, *, in_hand: int = 0) -> Checked:
    """Tick the piece whose label, number or barcode was scanned; says so when it is a wrong one.

    Of several that match, the one that is packed first and not ticked yet is taken. While an
    order is `in_hand`, a piece of another one is a wrong piece: it names its order, unticked.
    """
    item_ids = set(pieces_of_code(closet, text))
    waiting = to_pack(closet).orders
    matching = [
        (order, piece) for order in waiting for piece in order.pieces if piece.item_id in item_ids
    ]
    if not matching:
        return _no_piece(closet, waiting, text, item_ids)
    if in_hand:
        own = [pair for pair in matching if pair[0].id == in_hand]
        if not own:
            return _elsewhere(*matching[0])
        matching = own
    order, piece = next((pair for pair in matching if not pair[1].checked), matching[0])
    said = {"sku": piece.sku, "number": order.number, "buyer": order.buyer}
    if piece.checked:
        words = tr("{sku} is checked already, for order {number}.").format(**said)
        return Checked(words, fits=True, order_id=order.id, line_id=piece.line_id)
    changed = check_piece(closet, piece.line_id)
    words = tr("{sku} is for order {number}, {buyer}.").format(**said)
    return Checked(words, fits=True, order_id=order.id, line_id=piece.line_id, changed=changed)


def _elsewhere(order: PackOrder, piece: PackPiece) -> Checked:
    words = tr("{sku} is not in this parcel. It is for order {number}, {buyer}.")
    said = words.format(sku=piece.sku, number=order.number, buyer=order.buyer)
    return Checked(said, fits=False, order_id=order.id, line_id=piece.line_id)


def _orders(closet: Closet, ledger: Ledger, order_ids: Sequence[int]) -> list[PackOrder]:
    details = stored.read_order_details(ledger.connection, order_ids)
    around = PackReading.of(closet, ledger, details)
    return [pack_order(around, detail) for detail in details]


def _no_piece(
    closet: Closet, waiting: Sequence[PackOrder], text: str, item_ids: Collection[int]
) -> Checked:
    named = next((order for order in waiting if str(order.number) == text.strip()), None)
    if named is not None and not item_ids:
        words = tr("Order {number}, {buyer}.").format(number=named.number, buyer=named.buyer)
        return Checked(words, fits=True, order_id=named.id)
    with reading(closet.database) as ledger:
        known = ledger.many(ItemRecord, sorted(item_ids))
    if known:
        words = tr("This is {sku}, which no order waits for.").format(sku=known[0].sku)
    else:
        words = tr("No piece of this closet has that label.")
    return Checked(words, fits=False)
