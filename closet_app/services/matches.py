"""“Goes well with”: the three pieces on the back of an order's card.

They are worked out anew for as long as nothing about them was decided, so looking writes nothing;
a swap, a hold or a print keeps them with the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord
from closet_app.domain.styling import MOST, Look, Slot, StyleFacts, look_at, ranked
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.gallery import cards
from closet_app.services.holding import hold_piece, release_piece
from closet_app.services.records import Card
from closet_app.services.shop import read_shop
from closet_app.services.style_facts import is_free, postage_of, say_reasons, style_of
from closet_app.services.writing import writing
from closet_app.wording import tr

_GONE = ("cancelled", "returned")
_BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class Match:
    """A piece recommended with an order; `is_decided` once it stays with the order."""

    position: int
    item_id: int
    card: Card
    reasons: tuple[str, ...] = ()
    kept_until: date | None = None
    is_decided: bool = False


def matches(closet: Closet, order_id: int) -> tuple[Match, ...]:
    """At most three pieces that go with an order, by position; raises NotFoundError.

    A piece that was chosen and is gone by now has the next best in its place.
    """
    with reading(closet.database) as ledger:
        found = _Table(closet, ledger, order_id).shown()
    return _described(closet, found)


def alternatives(closet: Closet, order_id: int, position: int, most: int = 12) -> tuple[Match, ...]:
    """Other pieces for that position, the best first; none of them is among the others' slots."""
    with reading(closet.database) as ledger:
        table = _Table(closet, ledger, order_id)
        looks = table.others(table.shown(), position)[:most]
        found = [_record(order_id, position, look) for look in looks]
    return _described(closet, found)


def swap(closet: Closet, order_id: int, position: int, item_id: int | None = None) -> Changed:
    """Put another piece in that position: the one named, else the next best; again and again.

    A hold goes over to the new piece. Raises UserError when it cannot be recommended or nothing
    else goes with the order.
    """
    with writing(closet, tr("Changed a piece on the card")) as step:
        table = _Table(closet, step.ledger, order_id)
        shown = table.shown()
        look = table.chosen(item_id) if item_id is not None else table.next_best(shown, position)
        fresh = _record(order_id, position, look)
        if any(each.item_id == fresh.item_id for each in shown):
            raise UserError(tr("This piece is on the card already."))
        wanted = [fresh if each.position == position else each for each in shown]
        before = next((each for each in shown if each.position == position), None)
        if before is None:
            wanted.append(fresh)
        elif before.kept_until is not None:
            release_piece(step.ledger, before.item_id)
            hold_piece(step.ledger, fresh.item_id)
            wanted = [
                replace(each, kept_until=before.kept_until) if each is fresh else each
                for each in wanted
            ]
        store(step.ledger, order_id, wanted)
    return step.changed


def decide(closet: Closet, ledger: Ledger, order_id: int) -> tuple[OrderMatchRecord, ...]:
    """Keep what is shown with the order, inside a step: it was printed, or is put on hold."""
    shown = _Table(closet, ledger, order_id).shown()
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


class _Table:
    """The pieces of one order, and what else of the closet goes with them."""

    def __init__(self, closet: Closet, ledger: Ledger, order_id: int) -> None:
        self._closet, self._ledger, self._order_id = closet, ledger, order_id
        ledger.get(OrderRecord, order_id)
        lines = ledger.where(LineRecord, order_id=order_id)
        inside = [line.item_id for line in lines if line.state not in _GONE and line.item_id]
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
            kept += [_record(self._order_id, place, look) for place, look in pairs]
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
        return is_free(record) or (match.kept_until is not None and record.status == "on_hold")

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
        found = self._ledger.where(ItemRecord, status=["listed", "draft"])
        return [style_of(self._closet, record) for record in found]


def _record(order_id: int, position: int, look: Look) -> OrderMatchRecord:
    return OrderMatchRecord(
        order_id=order_id,
        item_id=look.id,
        position=position,
        reason=_BETWEEN.join(say_reasons(look.reasons)),
    )


def _described(closet: Closet, found: Sequence[OrderMatchRecord]) -> tuple[Match, ...]:
    shown = {card.id: card for card in cards(closet, [each.item_id for each in found])}
    return tuple(
        Match(
            position=each.position,
            item_id=each.item_id,
            card=shown[each.item_id],
            reasons=tuple(filter(None, each.reason.split(_BETWEEN))),
            kept_until=each.kept_until,
            is_decided=bool(each.id),
        )
        for each in found
        if each.item_id in shown
    )
