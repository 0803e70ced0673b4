"""The pieces that go with one order: what was decided, and what the rules find now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from closet_app.db.ledger import Ledger
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.db.reading import fetch_of
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord
from closet_app.domain.status import ItemStatus
from closet_app.domain.styling import MOST, Look, Slot, StyleFacts, look_at, ranked
from closet_app.errors import UserError
from closet_app.services.closet import Closet
from closet_app.services.shop import read_shop
from closet_app.services.style_facts import (
    candidates_for,
    is_free,
    postage_of,
    say_reasons,
    style_of,
)
from closet_app.wording import tr

GONE = ("cancelled", "returned")
BETWEEN = "\n"
"""Between the sentences of a reason that is kept."""


def decide(closet: Closet, ledger: Ledger, order_id: int) -> tuple[OrderMatchRecord, ...]:
    """Keep what is shown with the order, inside a step: it was printed, or is put on hold."""
    shown = MatchTable(closet, ledger, order_id).shown()
    store(ledger, order_id, shown)
    found = ledger.where(OrderMatchRecord, order_id=order_id)
    return tuple(sorted(found, key=lambda each: each.position))


def store(ledger: Ledger, order_id: int, wanted: Sequence[OrderMatchRecord]) -> None:
    """Let these be the pieces kept with the order, each once."""
    known = {each.item_id: each for each in ledger.where(OrderMatchRecord, order_id=order_id)}
    for item_id in known.keys() - {each.item_id for each in wanted}:
        ledger.delete(known[item_id])
    for each in wanted:
        if each.item_id in known:
            ledger.put(replace(each, id=known[each.item_id].id))
        else:
            ledger.add(replace(each, id=0))


def let_go(ledger: Ledger, item_id: int) -> None:
    """End the hold of a piece inside a step, also of one that was sold meanwhile."""
    item = ledger.find(ItemRecord, item_id)
    if item is not None and item.own_status == ItemStatus.ON_HOLD:
        ledger.put(replace(item, own_status=ItemStatus.LISTED.value, updated_at=ledger.at))


def hand_on(ledger: Ledger, match: OrderMatchRecord, day: date) -> date | None:
    """Put the piece of a match on hold inside a step until `day`; None for a draft."""
    item = ledger.get(ItemRecord, match.item_id)
    if item.status != ItemStatus.LISTED:
        return None
    ledger.put(replace(item, own_status=ItemStatus.ON_HOLD.value, updated_at=ledger.at))
    return day


class MatchTable:
    """The pieces of one order, and what else of the closet goes with them.

    Tables of several orders share `known`, the pieces that were looked at already.
    """

    def __init__(
        self,
        closet: Closet,
        ledger: Ledger,
        order_id: int,
        known: dict[int, StyleFacts] | None = None,
    ) -> None:
        self._closet, self._ledger, self._order_id = closet, ledger, order_id
        self._known = {} if known is None else known
        ledger.get(OrderRecord, order_id)
        lines = ledger.where(LineRecord, order_id=order_id)
        inside = [line.item_id for line in lines if line.state not in GONE and line.item_id]
        self._bought = [style_of(closet, each) for each in ledger.many(ItemRecord, inside)]
        self._postage = postage_of(read_shop(ledger))
        self._looks: tuple[Look, ...] | None = None

    def shown(self) -> list[OrderMatchRecord]:
        """What was decided and is still there, the best of other slots in the places left."""
        stored = self._ledger.where(OrderMatchRecord, order_id=self._order_id)
        kept = [each for each in stored if self._is_there(each)]
        places = [place for place in range(MOST) if place not in {each.position for each in kept}]
        if places and self._bought:
            taken = {each.item_id for each in kept}
            looks = self._free_of(self._slots(taken), taken)
            firsts: dict[Slot, Look] = {}
            for look in looks:
                firsts.setdefault(look.slot, look)
            pairs = zip(places, firsts.values(), strict=False)
            kept += [record_of(self._order_id, place, look) for place, look in pairs]
        return sorted(kept, key=lambda each: each.position)

    def others(self, shown: Sequence[OrderMatchRecord], position: int) -> list[Look]:
        """What else may stand in that position, the best first."""
        beside = {each.item_id for each in shown if each.position != position}
        return self._free_of(self._slots(beside), {each.item_id for each in shown})

    def next_best(self, shown: Sequence[OrderMatchRecord], position: int) -> Look:
        """The piece after the one in that position, the first again after the last."""
        now = next((each.item_id for each in shown if each.position == position), 0)
        others = self.others(shown, position)
        if not others:
            raise UserError(tr("Nothing else in this closet goes with this order."))
        rank = {look.id: place for place, look in enumerate(self._ranked())}
        here = rank.get(now, -1)
        return next((look for look in others if rank[look.id] > here), others[0])

    def chosen(self, item_id: int) -> Look:
        """The seller's own choice; raises UserError unless it can be sold and was not bought."""
        record = self._ledger.get(ItemRecord, item_id)
        if not is_free(record):
            raise UserError(
                tr("{sku} cannot be recommended: it is sold, on hold or put away.").format(
                    sku=record.sku
                )
            )
        if item_id in {each.id for each in self._bought}:
            raise UserError(tr("{sku} is in the parcel already.").format(sku=record.sku))
        style = style_of(self._closet, record)
        look = look_at(self._bought, style, postage=self._postage) if self._bought else None
        return look or Look(item_id, style.slot, 0)

    def _is_there(self, match: OrderMatchRecord) -> bool:
        record = self._ledger.find(ItemRecord, match.item_id)
        if record is None or record.deleted_at is not None or record.quantity < 1:
            return False
        return is_free(record) or (
            match.kept_until is not None and record.status == ItemStatus.ON_HOLD
        )

    def _slots(self, item_ids: Iterable[int]) -> set[Slot]:
        found = self._ledger.many(ItemRecord, item_ids)
        return {style_of(self._closet, record).slot for record in found}

    def _free_of(self, slots: set[Slot], item_ids: set[int]) -> list[Look]:
        looks = self._ranked()
        return [look for look in looks if look.slot not in slots and look.id not in item_ids]

    def _ranked(self) -> tuple[Look, ...]:
        if self._looks is None:
            self._looks = ranked(self._bought, self._candidates(), postage=self._postage)
        return self._looks

    def _candidates(self) -> list[StyleFacts]:
        wanted = candidates_for(self._closet, self._bought)
        fresh = [each for each in wanted if each not in self._known]
        found = fetch_of(self._ledger.connection, ItemRecord, "id", fresh)
        self._known.update(
            (record.id, style_of(self._closet, record))
            for here in found.values()
            for record in here
        )
        return [self._known[each] for each in wanted if each in self._known]


def record_of(order_id: int, position: int, look: Look) -> OrderMatchRecord:
    """A look in a position of an order's card, its reasons in words."""
    return OrderMatchRecord(
        order_id=order_id,
        item_id=look.id,
        position=position,
        reason=BETWEEN.join(say_reasons(look.reasons)),
    )
