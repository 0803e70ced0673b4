"""Pulling an order's pieces: its tick on the packing list and those of the pieces are one."""

from __future__ import annotations

from dataclasses import replace

from closet_app.db.ledger import Ledger
from closet_app.db.records import LineRecord, TickRecord
from closet_app.domain.status import LineState
from closet_app.services.order_money import lines_of

PULL = "pull"
HERE = (LineState.SOLD, LineState.PACKED)
"""States of a piece that has not left the house."""


def check_all(ledger: Ledger, order_id: int, *, done: bool) -> None:
    """Every piece of the order that is still here is in hand, or none is."""
    for line in _pieces(ledger, order_id):
        if (line.checked_at is not None) != done:
            ledger.put(replace(line, checked_at=ledger.at if done else None))


def settle_pulled(ledger: Ledger, order_id: int) -> None:
    """Bring the tick of pulling in line with the pieces: it is there when all are checked."""
    pieces = _pieces(ledger, order_id)
    tick = ledger.first(TickRecord, order_id=order_id, step=PULL)
    pulled = bool(pieces) and all(line.checked_at is not None for line in pieces)
    if pulled and tick is None:
        ledger.add(TickRecord(order_id=order_id, step=PULL, ticked_at=ledger.at))
    elif tick is not None and not pulled:
        ledger.delete(tick)


def _pieces(ledger: Ledger, order_id: int) -> list[LineRecord]:
    return [line for line in lines_of(ledger, order_id) if line.state in HERE]
