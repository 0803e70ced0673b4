"""An order on its way: packing ticks, packed, shipped, delivered, and cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from closet_app.db.ledger import Ledger
from closet_app.db.records import LineRecord, OrderRecord, RefundRecord, TickRecord
from closet_app.domain.status import LineState, change_line, order_status
from closet_app.domain.text import clean_line
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.order_money import lines_of
from closet_app.services.orders import put_back
from closet_app.services.pulling import PULL, check_all
from closet_app.services.supply_uses import give_back_all, use_for_step
from closet_app.services.writing import writing
from closet_app.wording import tr

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
        order = _advance(step.ledger, order_id, LineState.PACKED)
        step.ledger.put(replace(order, packed_at=step.ledger.at))
    return step.changed


def mark_shipped(
    closet: Closet, order_id: int, on: date | None = None, tracking: str = "", carrier: str = ""
) -> Changed:
    """The parcel is on its way, since `on` or today; a tracking number that is known stays."""
    with writing(closet, tr("Marked the order shipped")) as step:
        order = _advance(step.ledger, order_id, LineState.SHIPPED)
        step.ledger.put(
            replace(
                order,
                packed_at=order.packed_at or step.ledger.at,
                shipped_on=on or closet.clock.today(),
                tracking=clean_line(tracking) or order.tracking,
                carrier=clean_line(carrier) or order.carrier,
            )
        )
    return step.changed


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


def _advance(ledger: Ledger, order_id: int, wanted: LineState) -> OrderRecord:
    lines = _open_lines(ledger, order_id)
    if not lines:
        now = order_status([LineState(line.state) for line in lines_of(ledger, order_id)])
        change_line(now, wanted)
    for line in lines:
        ledger.put(replace(line, state=change_line(LineState(line.state), wanted).value))
    return ledger.get(OrderRecord, order_id)


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
