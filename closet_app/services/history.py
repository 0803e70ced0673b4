"""Undo, redo, and what was done, in words."""

from __future__ import annotations

from closet_app.db import history as stored
from closet_app.db import undo as journal
from closet_app.db.ledger import Ledger
from closet_app.db.records import LineRecord
from closet_app.db.touched import Touched
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.history_words import lines_of
from closet_app.services.keep_refresh import refresh_all_keep
from closet_app.services.records import HistoryLine
from closet_app.services.settling import refresh_keep
from closet_app.services.writing import changed_by


def undo(closet: Closet) -> Changed:
    """Take back the newest command; raises UserError when there is none or it cannot be."""
    touched = journal.undo(closet.database)
    _refresh(closet, touched)
    return changed_by(touched)


def redo(closet: Closet) -> Changed:
    """Do again what was undone last; raises UserError when there is nothing."""
    touched = journal.redo(closet.database)
    _refresh(closet, touched)
    return changed_by(touched)


def undo_words(closet: Closet) -> str:
    """What Undo would take back; empty when nothing."""
    with closet.database.read() as connection:
        step = journal.peek_undo(connection)
    return step.label if step else ""


def redo_words(closet: Closet) -> str:
    """What Redo would do again; empty when nothing."""
    with closet.database.read() as connection:
        step = journal.peek_redo(connection)
    return step.label if step else ""


def item_history(closet: Closet, item_id: int) -> tuple[HistoryLine, ...]:
    """What happened to a piece, the newest first."""
    with closet.database.read() as connection:
        return lines_of(closet, stored.history_of_item(connection, item_id))


def order_history(closet: Closet, order_id: int) -> tuple[HistoryLine, ...]:
    """What happened to an order, the newest first."""
    with closet.database.read() as connection:
        return lines_of(closet, stored.history_of_order(connection, order_id))


def recent(closet: Closet, limit: int = 50) -> tuple[HistoryLine, ...]:
    """The last commands, the newest first."""
    with closet.database.read() as connection:
        return tuple(
            HistoryLine(step.at, step.label, is_undone=step.is_undone)
            for step in stored.recent_steps(connection, limit)
        )


def _refresh(closet: Closet, touched: Touched) -> None:
    """A refund that is undone changes what the pieces of its order keep."""
    if "marketplace_setting" in touched.rows:
        refresh_all_keep(closet)
    if not touched.items and not touched.orders:
        return
    with closet.database.write("") as work:
        ledger = Ledger(work)
        lines = ledger.where(LineRecord, order_id=sorted(touched.orders))
        sold = {line.item_id for line in lines if line.item_id is not None}
        refresh_keep(closet, ledger, touched.items | sold)
