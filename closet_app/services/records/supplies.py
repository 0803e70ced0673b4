"""Supplies: what is used up while packing, how much of it is left, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from closet_app.domain.money import Money


@dataclass(frozen=True, slots=True)
class SupplyLot:
    """One purchase; `cost` is that of the whole lot, `left` how many of it are not used yet."""

    id: int
    bought_on: date | None
    quantity: int
    cost: Money
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Something used up while packing; `unit` is the seller's own word, such as sheets.

    `next_cost` is what the next one costs, None before a first lot. `is_low` when it is time to
    buy more, which `words` say; `steps` are the packing steps that use it.
    """

    id: int
    name: str
    unit: str
    left: int
    reorder_at: int
    archived: bool
    is_low: bool
    words: str
    next_cost: Money | None
    lots: tuple[SupplyLot, ...]
    steps: tuple[str, ...]
