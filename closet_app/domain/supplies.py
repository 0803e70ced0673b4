"""What packing uses up of each lot, and the part of the lot's cost that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lot:
    """Some of a supply and what all of it costs, in minor units; bought, or what is left of it."""

    id: int
    quantity: int
    cost_minor: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A quantity out of one lot with its part of the cost; `lot_id` None when none was left."""

    lot_id: int | None
    quantity: int
    cost_minor: int


def take(lots: Sequence[Lot], quantity: int, last: Lot | None = None) -> tuple[Taken, ...]:
    """`quantity` out of what is left in `lots`, the first lots first.

    What takes the last of a lot takes all that is left of its cost, so that whatever is used
    and given back in between, a lot that is used up has cost what it cost. What the lots do not
    hold is counted at the price of the lot `last`, or as nothing.
    """
    taken, missing = [], quantity
    for lot in lots:
        part = min(missing, lot.quantity)
        if part > 0:
            taken.append(Taken(lot.id, part, share_of(lot, part)))
            missing -= part
    if missing > 0:
        cost = share_of(last, missing) if last else 0
        taken.append(Taken(None, missing, cost))
    return tuple(taken)


def share_of(lot: Lot, quantity: int) -> int:
    """The cost of `quantity` at the price of `lot`, rounded half up to the minor unit."""
    return (2 * lot.cost_minor * quantity + lot.quantity) // (2 * lot.quantity)


def left_of(lot: Lot, used: Iterable[Taken]) -> Lot:
    """What is left of `lot` after what was taken out of it."""
    takings = list(used)
    return Lot(
        lot.id,
        lot.quantity - sum(each.quantity for each in takings),
        lot.cost_minor - sum(each.cost_minor for each in takings),
    )
