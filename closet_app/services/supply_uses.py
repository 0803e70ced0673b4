"""What a ticked packing step uses up, and what the supplies of its order cost then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from closet_app.db.ledger import Ledger
from closet_app.db.parcel_records import SupplyUseRecord
from closet_app.db.records import OrderRecord, TickRecord
from closet_app.domain.text import fold
from closet_app.services.records import ShopStep
from closet_app.services.shop import read_shop
from closet_app.services.supply_shelf import read_shelf


def use_for_step(ledger: Ledger, order_id: int, step_key: str, *, done: bool) -> None:
    """Take what a step that was just ticked uses from the first lots, or give it back.

    The order's supplies are an estimate until the first use; from then on they are what its
    ticked steps cost, and the estimate again when the last use is given back.
    """
    steps = {fold(step.words): step for step in read_shop(ledger).packing_steps}
    step = steps.get(step_key)
    before = ledger.where(SupplyUseRecord, order_id=order_id)
    if not done:
        for use in before:
            if use.step == step_key:
                ledger.delete(use)
    elif step is not None and step.supply_id is not None:
        _use(ledger, order_id, step_key, step)
    after = ledger.where(SupplyUseRecord, order_id=order_id)
    flat = step.cost_minor if step is not None and step.supply_id is None else 0
    order = ledger.get(OrderRecord, order_id)
    if not before and after:
        ticked = {tick.step for tick in ledger.where(TickRecord, order_id=order_id)}
        others = sum(one.cost_minor for key, one in steps.items() if _is_flat(one, key, ticked))
        ledger.put(_with_actual(order, _cost(after) + others))
    elif before and not after:
        ledger.put(_with_estimate(order))
    elif after:
        change = _cost(after) - _cost(before) + (flat if done else -flat)
        ledger.put(replace(order, supplies_minor=max(0, order.supplies_minor + change)))


def give_back_all(ledger: Ledger, order: OrderRecord) -> OrderRecord:
    """The order without uses, and with its estimate again; what it used is back on the shelf."""
    uses = ledger.where(SupplyUseRecord, order_id=order.id)
    for use in uses:
        ledger.delete(use)
    return _with_estimate(order) if uses else order


def _use(ledger: Ledger, order_id: int, step_key: str, step: ShopStep) -> None:
    stand = read_shelf(ledger).get(step.supply_id or 0)
    if stand is None:
        return
    for taken in stand.take(step.quantity):
        free = taken.lot_id is None and not stand.bought
        use = SupplyUseRecord(
            order_id=order_id,
            supply_id=stand.record.id,
            lot_id=taken.lot_id,
            step=step_key,
            quantity=taken.quantity,
            cost_minor=step.cost_minor if free else taken.cost_minor,
        )
        ledger.add(use)


def _is_flat(step: ShopStep, key: str, ticked: set[str]) -> bool:
    return step.supply_id is None and key in ticked


def _cost(uses: Sequence[SupplyUseRecord]) -> int:
    return sum(use.cost_minor for use in uses)


def _with_actual(order: OrderRecord, minor: int) -> OrderRecord:
    return replace(order, supplies_estimate_minor=order.supplies_minor, supplies_minor=minor)


def _with_estimate(order: OrderRecord) -> OrderRecord:
    estimate = order.supplies_estimate_minor
    known = order.supplies_minor if estimate is None else estimate
    return replace(order, supplies_minor=known, supplies_estimate_minor=None)
