"""The packing list of an order: pull, the shop's own steps, and what is printed."""

from __future__ import annotations

from collections.abc import Mapping

from closet_app.db.records import ItemRecord
from closet_app.db.rows import OrderDetail
from closet_app.domain.money import Money
from closet_app.domain.text import fold
from closet_app.services.pulling import PULL
from closet_app.services.records import PackingStep, Shop
from closet_app.wording import counted, tr

PRINTED = (("card", "Thank-you card"), ("slip", "Packing slip and label"))


def packing_steps(
    shop: Shop, detail: OrderDetail, items: Mapping[int, ItemRecord]
) -> tuple[PackingStep, ...]:
    """Every step with its tick, in the order of the hands."""
    ticked = {tick.step for tick in detail.ticks}
    own = (
        PackingStep(key, words, "", _cost(minor, detail), key in ticked)
        for key, words, minor in _own_steps(shop)
    )
    printed = (
        PackingStep(piece, tr(words), "", None, piece in ticked, print_piece=piece)
        for piece, words in PRINTED
    )
    return (_pull(detail, items, done=PULL in ticked), *own, *printed)


def _pull(detail: OrderDetail, items: Mapping[int, ItemRecord], *, done: bool) -> PackingStep:
    bins = [
        items[line.item_id].bin for line in detail.lines if line.item_id and line.item_id in items
    ]
    words = counted(len(detail.lines), "Pull {n} item", "Pull {n} items")
    named = ", ".join(dict.fromkeys(each for each in bins if each))
    return PackingStep(PULL, words, named, None, done)


def _own_steps(shop: Shop) -> list[tuple[str, str, int]]:
    return [(fold(words), words, minor) for words, minor in shop.packing_steps]


def _cost(minor: int, detail: OrderDetail) -> Money | None:
    return Money(minor, detail.order.currency) if minor else None
