"""The packing list of an order: pull, the shop's own steps, and what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from closet_app.db.records import ItemRecord
from closet_app.db.rows import OrderDetail
from closet_app.domain.bins import walking_key
from closet_app.domain.money import Money
from closet_app.domain.status import LineState
from closet_app.domain.text import fold
from closet_app.services.pulling import PULL
from closet_app.services.records import PackingStep, Shop, ShopStep
from closet_app.services.supply_shelf import Shelf, Stand, step_cost
from closet_app.wording import counted, tr

GONE = (LineState.CANCELLED, LineState.RETURNED)
"""States of a piece that does not lie in the parcel."""
PRINTED = (("card", "Thank-you card"), ("slip", "Packing slip and label"))


def packing_steps(
    shop: Shop, detail: OrderDetail, items: Mapping[int, ItemRecord], shelf: Shelf
) -> tuple[PackingStep, ...]:
    """Every step with its tick, in the order of the hands."""
    ticked = {tick.step for tick in detail.ticks}
    own = (
        _own(step, detail, shelf, done=fold(step.words) in ticked) for step in shop.packing_steps
    )
    printed = (
        PackingStep(piece, tr(words), "", None, piece in ticked, print_piece=piece)
        for piece, words in PRINTED
    )
    return (_pull(detail, items, done=PULL in ticked), *own, *printed)


def _pull(detail: OrderDetail, items: Mapping[int, ItemRecord], *, done: bool) -> PackingStep:
    inside = [line for line in detail.lines if line.state not in GONE] or detail.lines
    bins = [items[line.item_id].bin for line in inside if line.item_id and line.item_id in items]
    words = counted(len(inside), "Pull {n} item", "Pull {n} items")
    named = ", ".join(sorted({each for each in bins if each}, key=walking_key))
    return PackingStep(PULL, words, named, None, done)


def _own(step: ShopStep, detail: OrderDetail, shelf: Shelf, *, done: bool) -> PackingStep:
    key, stand = fold(step.words), shelf.get(step.supply_id or 0)
    minor = step_cost(stand, step.quantity, step.cost_minor)
    used = [use.cost_minor for use in detail.uses if use.step == key]
    cost = sum(used) if done and used else minor
    plain = PackingStep(key, step.words, "", _money(cost, detail), done)
    if stand is None:
        return plain
    return replace(
        plain,
        supply=stand.record.name,
        quantity=step.quantity,
        left=stand.left,
        warning="" if done else _warning(stand, step.quantity),
    )


def _warning(stand: Stand, quantity: int) -> str:
    if stand.left >= quantity:
        return ""
    if not stand.left:
        return tr("None left")
    return tr("Only {n} left").format(n=stand.left)


def _money(minor: int, detail: OrderDetail) -> Money | None:
    return Money(minor, detail.order.currency) if minor else None
