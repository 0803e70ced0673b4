"""An order on its way: packing ticks, packed, shipped, delivered, and cancelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from closet_app.db.ledger import Ledger
from closet_app.db.records import LineRecord, OrderRecord, RefundRecord, TickRecord
from closet_app.domain.status import LineState, change_line, order_status
from closet_app.domain.text import clean_line
from closet_app.errors import UserError
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.order_money import lines_of
from closet_app.services.orders import put_back
from closet_app.services.parcels import carrier_of
from closet_app.services.pulling import PULL, check_all
from closet_app.services.shop import read_shop
from closet_app.services.supply_uses import give_back_all, use_for_step
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

ENDED = (LineState.RETURNED, LineState.CANCELLED)


def tick(closet: Closet, order_id: int, step_key: str, *, done: bool) -> Changed:
    """Tick a packing step, or take the tick away; pulling ticks every piece.

    What the step uses up is counted down, or given back; see `supply_uses`.
    """
    label = tr("Ticked a packing step") if done else tr("Unticked a packing step")
    with writing(closet, label) as step:
        _tick(step.ledger, order_id, step_key, done=done)
    return step.changed


def _tick(ledger: Ledger, order_id: int, step_key: str, *, done: bool) -> None:
    found = ledger.first(TickRecord, order_id=order_id, step=step_key)
    if (found is not None) == done:
        return
    if found is None:
        ledger.add(TickRecord(order_id=order_id, step=step_key, ticked_at=ledger.at))
    else:
        ledger.delete(found)
    if step_key == PULL:
        check_all(ledger, order_id, done=done)
    else:
        use_for_step(ledger, order_id, step_key, done=done)


def mark_packed(closet: Closet, order_id: int) -> Changed:
    """The parcel is closed; steps that were not ticked stay as they are."""
    with writing(closet, tr("Marked the order packed")) as step:
        _pack(step.ledger, order_id)
    return step.changed


def mark_all_packed(closet: Closet, order_ids: Sequence[int]) -> Changed:
    """Close several parcels as one step; an order that cannot be packed is named and left."""
    label = counted(len(order_ids), "Marked {n} order packed", "Marked {n} orders packed")
    return _mark_all(closet, label, order_ids, _pack)


def mark_shipped(
    closet: Closet, order_id: int, on: date | None = None, tracking: str = "", carrier: str = ""
) -> Changed:
    """The parcel is on its way, since `on` or today; a tracking number that is known stays."""
    day = on or closet.clock.today()
    with writing(closet, tr("Marked the order shipped")) as step:
        _ship(step.ledger, order_id, day, clean_line(tracking), clean_line(carrier))
    return step.changed


def mark_all_shipped(closet: Closet, order_ids: Sequence[int], on: date | None = None) -> Changed:
    """Several parcels are on their way, as one step; an order that cannot be is named and left."""
    day = on or closet.clock.today()
    label = counted(len(order_ids), "Marked {n} order shipped", "Marked {n} orders shipped")
    return _mark_all(closet, label, order_ids, lambda ledger, each: _ship(ledger, each, day))


def mark_delivered(closet: Closet, order_id: int, on: date | None = None) -> Changed:
    """The buyer has the parcel."""
    with writing(closet, tr("Marked the order delivered")) as step:
        order = _advance(step.ledger, order_id, LineState.DELIVERED)
        day = on or closet.clock.today()
        step.ledger.put(
            replace(
                order,
                packed_at=order.packed_at or step.ledger.at,
                shipped_on=order.shipped_on or day,
                delivered_on=day,
            )
        )
    return step.changed


def cancel(closet: Closet, order_id: int) -> Changed:
    """Call off an order that was not shipped: its pieces go back to stock, its fee is nothing."""
    with writing(closet, tr("Cancelled the order")) as step:
        ledger = step.ledger
        order = give_back_all(ledger, ledger.get(OrderRecord, order_id))
        for line in _open_lines(ledger, order_id):
            ledger.put(
                replace(line, state=change_line(LineState(line.state), LineState.CANCELLED).value)
            )
            if line.item_id is not None:
                put_back(ledger, line.item_id)
        ledger.put(
            replace(
                order,
                cancelled_on=closet.clock.today(),
                fee_expected_minor=0,
                fee_charged_minor=None,
                postage_minor=0,
                supplies_minor=0,
            )
        )
    return step.changed


def refund(
    closet: Closet, order_id: int, minor: int, on: date | None = None, reason: str = ""
) -> Changed:
    """Give money back to the buyer, at most what the pieces brought and shipping cost her."""
    with writing(closet, tr("Recorded the refund")) as step:
        ledger = step.ledger
        order = ledger.get(OrderRecord, order_id)
        _require_refundable(ledger, order, minor)
        ledger.add(
            RefundRecord(
                order_id=order_id,
                amount_minor=minor,
                given_on=on or closet.clock.today(),
                reason=clean_line(reason),
            )
        )
    return step.changed


def return_lines(
    closet: Closet, order_id: int, line_ids: Sequence[int] = (), *, to_stock: bool
) -> Changed:
    """Pieces came back: into stock again, with their cost given back, or kept apart as returned.

    All pieces of the order that are not back yet when no line is named.
    """
    with writing(closet, tr("Recorded the return")) as step:
        ledger = step.ledger
        open_lines = _open_lines(ledger, order_id)
        chosen = [line for line in open_lines if not line_ids or line.id in line_ids]
        if not chosen:
            raise UserError(tr("Nothing of this order can come back any more."))
        for line in chosen:
            _return(closet, ledger, line, to_stock=to_stock)
    return step.changed


def _return(closet: Closet, ledger: Ledger, line: LineRecord, *, to_stock: bool) -> None:
    state = change_line(LineState(line.state), LineState.RETURNED).value
    day = closet.clock.today()
    ledger.put(replace(line, state=state, returned_on=day, restocked=to_stock))
    if line.item_id is None:
        return
    if to_stock:
        put_back(ledger, line.item_id)


def _mark_all(
    closet: Closet, label: str, order_ids: Sequence[int], mark: Callable[[Ledger, int], None]
) -> Changed:
    with writing(closet, label) as step:
        for order_id in order_ids:
            try:
                mark(step.ledger, order_id)
            except UserError as why:
                order = step.ledger.find(OrderRecord, order_id)
                number = str(order.number) if order else str(order_id)
                step.problems.append(Problem(number, str(why)))
    return step.changed


def _pack(ledger: Ledger, order_id: int) -> None:
    order = _advance(ledger, order_id, LineState.PACKED)
    ledger.put(replace(order, packed_at=ledger.at))


def _ship(ledger: Ledger, order_id: int, day: date, tracking: str = "", carrier: str = "") -> None:
    order = _advance(ledger, order_id, LineState.SHIPPED)
    number = tracking or order.tracking
    named = carrier or order.carrier or carrier_of(read_shop(ledger), number)
    packed_at = order.packed_at or ledger.at
    sent = replace(order, packed_at=packed_at, shipped_on=day, tracking=number, carrier=named)
    ledger.put(sent)


def _advance(ledger: Ledger, order_id: int, wanted: LineState) -> OrderRecord:
    """Every open line moves on, or none does; raises UserError when one cannot."""
    order, lines = ledger.get(OrderRecord, order_id), _open_lines(ledger, order_id)
    if not lines:
        now = order_status([LineState(line.state) for line in lines_of(ledger, order_id)])
        change_line(now, wanted)
    moved = [
        replace(line, state=change_line(LineState(line.state), wanted).value) for line in lines
    ]
    for line in moved:
        ledger.put(line)
    return order


def _open_lines(ledger: Ledger, order_id: int) -> list[LineRecord]:
    return [line for line in lines_of(ledger, order_id) if line.state not in ENDED]


def _require_refundable(ledger: Ledger, order: OrderRecord, minor: int) -> None:
    paid = sum(line.price_minor for line in lines_of(ledger, order.id))
    paid += order.shipping_minor + order.tax_minor - order.discount_minor
    given = sum(each.amount_minor for each in ledger.where(RefundRecord, order_id=order.id))
    if minor <= 0:
        raise UserError(tr("Type how much you gave back."))
    if minor + given > paid:
        raise UserError(tr("That is more than the buyer paid."), safe=tr("Nothing was recorded."))
