"""“Goes well with”: the three pieces on the back of an order's card.

They are worked out anew for as long as nothing about them was decided, so looking writes nothing;
a swap, a hold or a print keeps them with the order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from closet_app.db.ledger import reading
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.domain.styling import StyleFacts
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.gallery import cards
from closet_app.services.holding import KeptFor, keep_until, kept_for, release_due, say_kept
from closet_app.services.match_table import BETWEEN, MatchTable, hand_on, let_go, record_of, store
from closet_app.services.records import Card
from closet_app.services.writing import writing
from closet_app.wording import tr

__all__ = [
    "KeptFor",
    "Match",
    "alternatives",
    "has_matches",
    "keep_until",
    "kept_for",
    "matches",
    "matches_of",
    "release_due",
    "say_kept",
    "swap",
]


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
    return matches_of(closet, [order_id])[0]


def matches_of(closet: Closet, order_ids: Sequence[int]) -> tuple[tuple[Match, ...], ...]:
    """`matches` of several orders, in their order, with what they share read once."""
    known: dict[int, StyleFacts] = {}
    with reading(closet.database) as ledger:
        found = [MatchTable(closet, ledger, each, known).shown() for each in order_ids]
    by_order: dict[int, list[Match]] = {order_id: [] for order_id in order_ids}
    for record, match in _described(closet, [each for shown in found for each in shown]):
        by_order[record.order_id].append(match)
    return tuple(tuple(by_order[order_id]) for order_id in order_ids)


def has_matches(closet: Closet, order_id: int) -> bool:
    """Whether any piece goes with an order; raises NotFoundError."""
    with reading(closet.database) as ledger:
        return bool(MatchTable(closet, ledger, order_id).shown())


def alternatives(closet: Closet, order_id: int, position: int, most: int = 12) -> tuple[Match, ...]:
    """Other pieces for that position, the best first; none of them is among the others' slots."""
    with reading(closet.database) as ledger:
        table = MatchTable(closet, ledger, order_id)
        looks = table.others(table.shown(), position)[:most]
        found = [record_of(order_id, position, look) for look in looks]
    return tuple(match for _, match in _described(closet, found))


def swap(closet: Closet, order_id: int, position: int, item_id: int | None = None) -> Changed:
    """Put another piece in that position: the one named, else the next best; again and again.

    A hold goes over to the new piece. Raises UserError when it cannot be recommended or nothing
    else goes with the order.
    """
    with writing(closet, tr("Changed a piece on the card")) as step:
        table = MatchTable(closet, step.ledger, order_id)
        shown = table.shown()
        look = table.chosen(item_id) if item_id is not None else table.next_best(shown, position)
        fresh = record_of(order_id, position, look)
        if any(each.item_id == fresh.item_id for each in shown):
            raise UserError(tr("This piece is on the card already."))
        before = next((each for each in shown if each.position == position), None)
        if before is not None and before.kept_until is not None:
            let_go(step.ledger, before.item_id)
            fresh = replace(fresh, kept_until=hand_on(step.ledger, fresh, before.kept_until))
        others = [each for each in shown if each.position != position]
        store(step.ledger, order_id, [*others, fresh])
    return step.changed


def _described(
    closet: Closet, found: Sequence[OrderMatchRecord]
) -> Iterator[tuple[OrderMatchRecord, Match]]:
    shown = {card.id: card for card in cards(closet, [each.item_id for each in found])}
    for each in found:
        if each.item_id in shown:
            yield (
                each,
                Match(
                    position=each.position,
                    item_id=each.item_id,
                    card=shown[each.item_id],
                    reasons=tuple(filter(None, each.reason.split(BETWEEN))),
                    kept_until=each.kept_until,
                    is_decided=bool(each.id),
                ),
            )
