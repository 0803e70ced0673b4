"""Pieces of a card kept back for its buyer until a day, and let go when it has passed."""

from __future__ import annotations

from dataclasses import replace

from closet_app.db.ledger import Ledger
from closet_app.db.records import ItemRecord
from closet_app.domain.status import ItemStatus

HELD = ItemStatus.ON_HOLD.value
LISTED = ItemStatus.LISTED.value


def hold_piece(ledger: Ledger, item_id: int) -> bool:
    """Put a listed piece on hold inside a step; says whether it is."""
    item = ledger.get(ItemRecord, item_id)
    if item.status != LISTED:
        return False
    ledger.put(replace(item, own_status=HELD, updated_at=ledger.at))
    return True


def release_piece(ledger: Ledger, item_id: int) -> None:
    """End the hold of a piece inside a step, also of one that was sold meanwhile."""
    item = ledger.find(ItemRecord, item_id)
    if item is not None and item.own_status == HELD:
        ledger.put(replace(item, own_status=LISTED, updated_at=ledger.at))
