"""The supplies as they stand: every lot with what is left of it, and what more would cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from closet_app.db.ledger import Ledger
from closet_app.db.packing import used_of_lots
from closet_app.db.parcel_records import SupplyLotRecord, SupplyRecord
from closet_app.domain.supplies import Lot, Taken, take


@dataclass(frozen=True, slots=True)
class Stand:
    """One supply: its lots as they were bought, the first first, and what is left of each."""

    record: SupplyRecord
    bought: tuple[SupplyLotRecord, ...]
    remaining: tuple[Lot, ...]

    @property
    def left(self) -> int:
        """How many of it there are."""
        return sum(lot.quantity for lot in self.remaining)

    def take(self, quantity: int) -> tuple[Taken, ...]:
        """What using so many of it would take; out of no lot once all are used up."""
        last = self.bought[-1] if self.bought else None
        known = Lot(last.id, last.quantity, last.cost_minor) if last else None
        return take(self.remaining, quantity, known)


Shelf = Mapping[int, Stand]


def read_shelf(ledger: Ledger) -> Shelf:
    """Every supply by its id, in the seller's order."""
    used = used_of_lots(ledger.connection)
    lots: dict[int, list[SupplyLotRecord]] = {}
    for lot in sorted(ledger.where(SupplyLotRecord), key=_age):
        lots.setdefault(lot.supply_id, []).append(lot)
    supplies = sorted(ledger.where(SupplyRecord), key=lambda each: (each.position, each.id))
    return {each.id: _stand(each, lots.get(each.id, []), used) for each in supplies}


def step_cost(stand: Stand | None, quantity: int, flat_minor: int) -> int:
    """What a step would use up today, in minor units; flat without a supply or before a lot."""
    if stand is None or not stand.bought:
        return flat_minor
    return sum(taken.cost_minor for taken in stand.take(quantity))


def _stand(
    record: SupplyRecord, bought: list[SupplyLotRecord], used: Mapping[int, tuple[int, int]]
) -> Stand:
    remaining = []
    for lot in bought:
        quantity, cost = used.get(lot.id, (0, 0))
        remaining.append(Lot(lot.id, lot.quantity - quantity, lot.cost_minor - cost))
    return Stand(record, tuple(bought), tuple(remaining))


def _age(lot: SupplyLotRecord) -> tuple[date, int]:
    return lot.bought_on or date.min, lot.id
