"""One step of a shop's packing, as its row holds it."""

from __future__ import annotations

from typing import NamedTuple


class PackingStep(NamedTuple):
    """One thing to do while packing: what it uses up in minor units, or of which supply."""

    words: str
    cost_minor: int
    supply_id: int | None = None
    quantity: int = 1
