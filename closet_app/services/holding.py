"""Pieces of a card kept back for its buyer until a day, and let go when it has passed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import OrderMatchRecord
from closet_app.db.records import ItemRecord, OrderRecord
from closet_app.domain.status import ItemStatus
from closet_app.errors import InvalidValueError, UserError
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.match_table import decide, let_go
from closet_app.services.shop import read_shop
from closet_app.services.writing import Writing, writing
from closet_app.wording import counted, say_date, tr


@dataclass(frozen=True, slots=True)
class KeptFor:
    """Why a piece is on hold: for the buyer of an order, until a day."""

    order_id: int
    order_number: int
    until: date


def keep_until(closet: Closet, order_id: int, day: date | None) -> Changed:
    """Put the pieces on an order's card on hold until `day`, or let them go with None.

    A piece that is no longer listed is named and left as it is. Raises InvalidValueError for a day
    that has passed, UserError when nothing of the card can be kept.
    """
    if day is not None and day < closet.clock.today():
        raise InvalidValueError(tr("This day has passed already."), field="kept_until")
    with writing(closet, _label(closet, day)) as step:
        found = decide(closet, step.ledger, order_id)
        for match in found:
            _keep_one(step, match, day)
        if day is not None and len(step.problems) == len(found):
            why = step.problems[0].why if found else tr("Nothing is on the card of this order.")
            raise UserError(why)
    return step.changed


def kept_for(closet: Closet, item_ids: Iterable[int]) -> Mapping[int, KeptFor]:
    """For which order each of these pieces is kept back, by its id."""
    with reading(closet.database) as ledger:
        found = ledger.where(OrderMatchRecord, item_id=list(item_ids))
        held = {each.item_id: each for each in found if each.kept_until is not None}
        orders = {
            order.id: order
            for order in ledger.many(OrderRecord, {each.order_id for each in held.values()})
        }
    return {
        item_id: KeptFor(each.order_id, orders[each.order_id].number, each.kept_until)
        for item_id, each in held.items()
        if each.kept_until is not None and each.order_id in orders
    }


def say_kept(kept: KeptFor, today: date, locale: str = "en_US") -> str:
    """Why a piece is on hold, in words."""
    day = say_date(kept.until, today, weekday=False, locale=locale)
    return tr("Kept for order {number} until {day}").format(number=kept.order_number, day=day)


def release_due(closet: Closet) -> Changed:
    """Let go of every piece whose day has passed; nothing is written when there is none.

    It happens by itself, so Undo does not bring the hold back. A piece that was sold meanwhile
    stays sold.
    """
    today = closet.clock.today()
    with reading(closet.database) as ledger:
        due = [each.id for each in ledger.where(OrderMatchRecord) if _is_over(each, today)]
    if not due:
        return Changed("")
    label = counted(len(due), "Released {n} kept item", "Released {n} kept items")
    with writing(closet, label, kind="arrival") as step:
        for match in step.ledger.many(OrderMatchRecord, due):
            _release(step.ledger, match)
    return step.changed


def _label(closet: Closet, day: date | None) -> str:
    if day is None:
        return tr("Let go of the pieces on the card")
    with reading(closet.database) as ledger:
        locale = read_shop(ledger).locale
    said = say_date(day, closet.clock.today(), weekday=False, locale=locale)
    return tr("Kept the pieces on the card until {day}").format(day=said)


def _keep_one(step: Writing, match: OrderMatchRecord, day: date | None) -> None:
    ledger = step.ledger
    if day is None:
        _release(ledger, match)
        return
    item = ledger.get(ItemRecord, match.item_id)
    if match.kept_until is None and item.status != ItemStatus.LISTED:
        step.problems.append(Problem(item.sku, tr("It is not listed, so it is not kept.")))
        return
    if item.status == ItemStatus.LISTED:
        ledger.put(replace(item, own_status=ItemStatus.ON_HOLD.value, updated_at=ledger.at))
    ledger.put(replace(match, kept_until=day))


def _release(ledger: Ledger, match: OrderMatchRecord) -> None:
    if match.kept_until is None:
        return
    ledger.put(replace(match, kept_until=None))
    let_go(ledger, match.item_id)


def _is_over(match: OrderMatchRecord, today: date) -> bool:
    return match.kept_until is not None and match.kept_until < today
