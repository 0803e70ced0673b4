"""Price and weight: what goes with it should not cost or weigh out of proportion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from closet_app.domain.styling.facts import Reason, StyleFacts, Verdict

POUND_MG, KILO_MG = 453_592, 1_000_000


@dataclass(frozen=True, slots=True)
class PostageSteps:
    """The weights at which postage rises, in `unit_mg` each, and the unit's sign."""

    unit: str
    unit_mg: int
    steps: tuple[int, ...]


POUNDS = PostageSteps("lb", POUND_MG, (1, 2, 3, 4, 5, 10, 20))
"""US parcels are priced by the pound, and marketplaces' own labels end at a whole one."""
KILOS = PostageSteps("kg", KILO_MG, (1, 2, 5, 10, 20))
"""Parcels elsewhere are priced up to one, two, five, ten and twenty kilograms."""

_ALIKE, _MUCH_DEARER = (0.4, 1.7), 3.0


def price_rule(bought: Sequence[StyleFacts], piece: StyleFacts) -> Verdict:
    """Whether the price is of the same kind as what was paid for each piece."""
    paid = [each.price for each in bought if each.price]
    if not paid or not piece.price:
        return Verdict()
    times = piece.price * len(paid) / sum(paid)
    if _ALIKE[0] <= times <= _ALIKE[1]:
        return Verdict(3, Reason("About the same price"))
    return Verdict(-8 if times > _MUCH_DEARER else 0)


def weight_rule(bought: Sequence[StyleFacts], piece: StyleFacts, postage: PostageSteps) -> Verdict:
    """Whether the parcel costs the same to send with the piece in it; silent without weights."""
    weights = [each.weight for each in (*bought, piece)]
    if not all(weights):
        return Verdict()
    alone, together = sum(filter(None, weights[:-1])), sum(filter(None, weights))
    before, after = _step(alone, postage), _step(together, postage)
    if after is None or before != after:
        return Verdict(-2)
    facts = (("weight", f"{after} {postage.unit}"),)
    return Verdict(4, Reason("Fits in a {weight} parcel", facts))


def _step(weight: int, postage: PostageSteps) -> int | None:
    return next((step for step in postage.steps if weight <= step * postage.unit_mg), None)
