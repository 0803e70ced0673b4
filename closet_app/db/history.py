"""The journal as the history that is shown, the newest first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlmodel import col

from closet_app.db.codec import CODECS
from closet_app.db.reading import tuples
from closet_app.db.rows import HistoryEntry, StepRow
from closet_app.db.tables import Change, Step

_COLUMNS = (
    col(Step.id),
    col(Step.at),
    col(Step.label),
    col(Step.kind),
    col(Change.table_name),
    col(Change.row_id),
    col(Change.item_id),
    col(Change.order_id),
    col(Change.before),
    col(Change.after),
)

_TABLE = 4


def history_of_item(connection: Connection, item_id: int, limit: int = 200) -> list[HistoryEntry]:
    """What happened to a piece, its photos, listings and sales."""
    return _entries(connection, col(Change.item_id) == item_id, limit)


def history_of_order(connection: Connection, order_id: int, limit: int = 200) -> list[HistoryEntry]:
    """What happened to an order, its lines, refunds and ticks."""
    return _entries(connection, col(Change.order_id) == order_id, limit)


def history_of_all(connection: Connection, limit: int = 200) -> list[HistoryEntry]:
    """What happened in the whole closet."""
    return _entries(connection, col(Change.id) > 0, limit)


def recent_steps(connection: Connection, limit: int) -> list[StepRow]:
    """The last commands, those that were undone among them, the newest first."""
    query = select(col(Step.at), col(Step.label), col(Step.state)).order_by(col(Step.id).desc())
    rows = tuples(connection, query.where(col(Step.label) != "").limit(limit))
    return [StepRow(at, label, state != "done") for at, label, state in rows]


def _entries(connection: Connection, where: ColumnElement[bool], limit: int) -> list[HistoryEntry]:
    query = (
        select(*_COLUMNS)
        .join_from(Change, Step, col(Change.step_id) == col(Step.id))
        .where(where, col(Step.state) == "done")
        .order_by(col(Change.id).desc())
        .limit(limit)
    )
    return [_entry(*row) for row in tuples(connection, query)]


def _entry(*row: Any) -> HistoryEntry:
    facts, before_json, after_json = row[:-2], row[-2], row[-1]
    codec = CODECS[row[_TABLE]]
    before, after = codec.loaded(before_json), codec.loaded(after_json)
    names = [name for name in codec.columns if name in before or name in after]
    changes = {name: (before.get(name), after.get(name)) for name in names}
    return HistoryEntry(*(*facts, before_json is None, after_json is None, changes))
