"""What several pieces have in common, and how far a shop is on its way to the first sale."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.db.ledger import reading
from closet_app.db.records import ItemRecord
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.item_facts import facts_of

SHARED_FIELDS = (
    "brand", "department", "category", "size", "condition", "material", "colors", "bin", "source",
)  # fmt: skip
_TOGETHER = 500
_SOLD = "sold:>=2000-01-01"
_STEPS = {
    "photos": "has:photo",
    "cost": "has:cost",
    "listed": "has:listing",
    "sold": _SOLD,
    "packed": f"{_SOLD} status:packed,shipped,delivered,returned",
}


def shared_facts(closet: Closet, item_ids: Sequence[int]) -> dict[str, object]:
    """Values, by key of the field table, that all these pieces have; empty ones are left out."""
    shared: dict[str, object] = {}
    with reading(closet.database) as ledger:
        for start in range(0, len(item_ids), _TOGETHER):
            for record in ledger.many(ItemRecord, item_ids[start : start + _TOGETHER]):
                facts = facts_of(record, closet.currency)
                values = {key: getattr(facts, key) for key in SHARED_FIELDS}
                shared = _common(shared, values) if shared else values
            if not any(shared.values()):
                break
    return {key: value for key, value in shared.items() if value}


def _common(shared: dict[str, object], values: dict[str, object]) -> dict[str, object]:
    return {key: value if values[key] == value else None for key, value in shared.items()}


def first_steps(closet: Closet) -> frozenset[str]:
    """Which steps to the first sale are done: photos, cost, listed, sold, packed."""
    return frozenset(step for step, text in _STEPS.items() if gallery.find(closet, text, limit=1))
