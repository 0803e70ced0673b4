"""Supplies: bought in lots, counted down by packing, and named when it is time to buy more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import SupplyLotRecord, SupplyRecord
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.domain.text import clean_line, fold, require_length
from closet_app.errors import InvalidValueError, UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import Shop
from closet_app.services.records.supplies import Supply, SupplyLot
from closet_app.services.shop import read_shop
from closet_app.services.supply_shelf import Stand, read_shelf
from closet_app.services.writing import writing
from closet_app.wording import tr

LONGEST_NAME = 60
MOST = 1_000_000
"""More pieces than anyone has of a supply; sums of lots stay far from 64 bits."""


def supplies(closet: Closet, *, archived: bool = False) -> tuple[Supply, ...]:
    """The supplies in the seller's order, `archived` ones too when asked for."""
    with reading(closet.database) as ledger:
        shelf, shop = read_shelf(ledger), read_shop(ledger)
    found = (_supply(closet, shop, stand) for stand in shelf.values())
    return tuple(each for each in found if archived or not each.archived)


def to_reorder(closet: Closet) -> tuple[Supply, ...]:
    """The supplies of which more should be bought."""
    return tuple(each for each in supplies(closet) if each.is_low)


def add_supply(
    closet: Closet, name: str, unit: str = "", reorder_at: int = 0
) -> tuple[int, Changed]:
    """A new supply, none of it bought yet; returns its id. Raises InvalidValueError."""
    with writing(closet, tr("Added a supply")) as step:
        known = step.ledger.where(SupplyRecord)
        made = SupplyRecord(
            position=max((each.position for each in known), default=-1) + 1,
            name=_free_name(step.ledger, name),
            unit=_short(unit, "unit"),
            reorder_at=_count(reorder_at, "reorder_at"),
        )
        supply_id = step.ledger.add(made)
    return supply_id, step.changed


def rename_supply(closet: Closet, supply_id: int, name: str, unit: str | None = None) -> Changed:
    """Give a supply another name, and its unit another word; raises InvalidValueError."""
    with writing(closet, tr("Renamed a supply")) as step:
        record = step.ledger.get(SupplyRecord, supply_id)
        named = _free_name(step.ledger, name, but=supply_id)
        counted_in = record.unit if unit is None else _short(unit, "unit")
        step.ledger.put(replace(record, name=named, unit=counted_in))
    return step.changed


def set_reorder(closet: Closet, supply_id: int, at: int) -> Changed:
    """Warn once no more than `at` are left; 0 warns when none are."""
    with writing(closet, tr("Changed when to buy more")) as step:
        record = step.ledger.get(SupplyRecord, supply_id)
        step.ledger.put(replace(record, reorder_at=_count(at, "reorder_at")))
    return step.changed


def archive_supply(closet: Closet, supply_id: int, *, archived: bool = True) -> Changed:
    """Put a supply away, or back; raises UserError while a packing step uses it."""
    label = tr("Archived a supply") if archived else tr("Took a supply back")
    with writing(closet, label) as step:
        record = step.ledger.get(SupplyRecord, supply_id)
        used_by = _steps_of(read_shop(step.ledger), supply_id)
        if archived and used_by:
            raise UserError(
                tr("{supply} is used by the packing step “{step}”.").format(
                    supply=record.name, step=used_by[0]
                ),
                safe=tr("Nothing was changed."),
                remedy=tr("Let the step use something else first."),
            )
        step.ledger.put(replace(record, archived=archived))
    return step.changed


def buy_lot(
    closet: Closet, supply_id: int, quantity: int, cost: Money, bought_on: date | None = None
) -> Changed:
    """So many were bought for `cost` together, today when no day is given."""
    with writing(closet, tr("Added what was bought")) as step:
        record = step.ledger.get(SupplyRecord, supply_id)
        lot = SupplyLotRecord(
            supply_id=record.id,
            bought_on=bought_on or closet.clock.today(),
            quantity=_count(quantity, "quantity", least=1),
            cost_minor=_minor(cost),
        )
        step.ledger.add(lot)
    return step.changed


def edit_lot(
    closet: Closet, lot_id: int, quantity: int, cost: Money, bought_on: date | None
) -> Changed:
    """Correct a purchase; raises InvalidValueError below what orders have used of it."""
    with writing(closet, tr("Corrected a purchase")) as step:
        lot = step.ledger.get(SupplyLotRecord, lot_id)
        used, spent = _used_of(step.ledger, lot)
        if quantity < used or _minor(cost) < spent:
            raise InvalidValueError(
                tr("Orders have used {n} of these already.").format(n=used), field="quantity"
            )
        kept = _count(quantity, "quantity", least=1)
        changed = replace(lot, quantity=kept, cost_minor=_minor(cost), bought_on=bought_on)
        step.ledger.put(changed)
    return step.changed


def remove_lot(closet: Closet, lot_id: int) -> Changed:
    """Take a purchase out again; raises UserError when orders have used of it."""
    with writing(closet, tr("Removed a purchase")) as step:
        lot = step.ledger.get(SupplyLotRecord, lot_id)
        used, _ = _used_of(step.ledger, lot)
        if used:
            raise UserError(
                tr("Orders have used {n} of these already.").format(n=used),
                safe=tr("Nothing was changed."),
                remedy=tr("Correct the count instead."),
            )
        step.ledger.delete(lot)
    return step.changed


def correct_count(closet: Closet, supply_id: int, counted: int) -> Changed:
    """So many there really are: found ones cost nothing more, lost ones are gone.

    What was lost makes the rest of its lot dearer; with a lot of which nothing is left, its
    unused cost goes too. Lots lose from the first on, and the last one takes what was found.
    """
    wanted = _count(counted, "counted")
    with writing(closet, tr("Corrected the count")) as step:
        step.ledger.get(SupplyRecord, supply_id)
        stand = read_shelf(step.ledger)[supply_id]
        if wanted > stand.left:
            _find(step.ledger, stand, wanted - stand.left, closet.clock.today())
        else:
            _lose(step.ledger, stand, stand.left - wanted)
    return step.changed


def _find(ledger: Ledger, stand: Stand, more: int, today: date) -> None:
    if stand.bought:
        last = stand.bought[-1]
        ledger.put(replace(last, quantity=last.quantity + more))
    else:
        ledger.add(SupplyLotRecord(supply_id=stand.record.id, bought_on=today, quantity=more))


def _lose(ledger: Ledger, stand: Stand, fewer: int) -> None:
    for lot, left in zip(stand.bought, stand.remaining, strict=True):
        lost = min(fewer, left.quantity)
        fewer -= lost
        if lost and lost < left.quantity:
            ledger.put(replace(lot, quantity=lot.quantity - lost))
        elif lost and lost < lot.quantity:
            spent = lot.cost_minor - left.cost_minor
            ledger.put(replace(lot, quantity=lot.quantity - lost, cost_minor=spent))
        elif lost:
            ledger.delete(lot)


def _supply(closet: Closet, shop: Shop, stand: Stand) -> Supply:
    record, left = stand.record, stand.left
    steps = _steps_of(shop, record.id)
    is_low = not record.archived and left <= record.reorder_at and bool(stand.bought or steps)
    cost = Money(stand.take(1)[0].cost_minor, closet.currency) if stand.bought else None
    return Supply(
        id=record.id,
        name=record.name,
        unit=record.unit,
        left=left,
        reorder_at=record.reorder_at,
        archived=record.archived,
        is_low=is_low,
        words=_words(record, left) if is_low else "",
        next_cost=cost,
        lots=tuple(
            SupplyLot(
                lot.id, lot.bought_on, lot.quantity, Money(lot.cost_minor, closet.currency),
                rest.quantity,
            )
            for lot, rest in zip(stand.bought, stand.remaining, strict=True)
        ),
        steps=steps,
    )  # fmt: skip


def _words(record: SupplyRecord, left: int) -> str:
    if not left:
        return tr("{supply}: none left. Buy more.").format(supply=record.name)
    number = f"{left:,} {record.unit}".strip()
    return tr("{supply}: {number} left. Buy more.").format(supply=record.name, number=number)


def _steps_of(shop: Shop, supply_id: int) -> tuple[str, ...]:
    return tuple(step.words for step in shop.packing_steps if step.supply_id == supply_id)


def _used_of(ledger: Ledger, lot: SupplyLotRecord) -> tuple[int, int]:
    """How many of a lot orders have used, and what those cost in minor units."""
    stand = read_shelf(ledger)[lot.supply_id]
    left = next(each for each in stand.remaining if each.id == lot.id)
    return lot.quantity - left.quantity, lot.cost_minor - left.cost_minor


def _free_name(ledger: Ledger, name: str, but: int = 0) -> str:
    kept = _short(name, "name")
    if not kept:
        raise InvalidValueError(tr("Type a name."), field="name")
    taken = {fold(each.name) for each in ledger.where(SupplyRecord) if each.id != but}
    if fold(kept) in taken:
        raise InvalidValueError(
            tr("There is a supply named {name} already.").format(name=kept), field="name"
        )
    return kept


def _short(text: str, field: str) -> str:
    return require_length(clean_line(text), LONGEST_NAME, field)


def _count(number: int, field: str, least: int = 0) -> int:
    if not least <= number <= MOST:
        raise InvalidValueError(
            tr("Type a number from {least} to {most}.").format(least=least, most=f"{MOST:,}"),
            field=field,
        )
    return number


def _minor(cost: Money) -> int:
    if not 0 <= cost.minor <= LARGEST_MINOR:
        raise InvalidValueError(tr("An amount cannot be below zero."), field="cost")
    return cost.minor
