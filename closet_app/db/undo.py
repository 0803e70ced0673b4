"""Undo and redo: the inverse of the newest step, or the oldest undone one again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, TableClause, column, delete, insert, select, table, update
from sqlmodel import col

from closet_app.db.codec import CODECS, Stored, parsed
from closet_app.db.engine import Database
from closet_app.db.tables import Change, Step
from closet_app.db.touched import Touched, TouchedRows
from closet_app.errors import UserError

NOT_UNDOABLE = ("purge", "setup")
"""Kinds of steps that stay: what a purge removed is gone, what set the closet up is its start."""


@dataclass(frozen=True, slots=True)
class StepName:
    """A step that could be undone or redone."""

    step_id: int
    label: str


class _Recorded(NamedTuple):
    table: str
    row_id: int
    before: dict[str, Stored] | None
    after: dict[str, Stored] | None


class _Row(NamedTuple):
    table: str
    row_id: int
    now: dict[str, Stored] | None
    wanted: dict[str, Stored] | None


def peek_undo(connection: Connection) -> StepName | None:
    """The step that Undo would take back."""
    query = select(col(Step.id), col(Step.label)).where(
        col(Step.state) == "done", col(Step.kind).not_in(NOT_UNDOABLE)
    )
    row = connection.execute(query.order_by(col(Step.id).desc()).limit(1)).first()
    return StepName(*row) if row else None


def peek_redo(connection: Connection) -> StepName | None:
    """The step that Redo would do again."""
    query = select(col(Step.id), col(Step.label)).where(col(Step.state) == "undone")
    row = connection.execute(query.order_by(col(Step.id)).limit(1)).first()
    return StepName(*row) if row else None


def undo(database: Database) -> Touched:
    """Take back the newest step; raises UserError when there is none or a row has moved on."""
    with database.transaction() as connection:
        step = peek_undo(connection)
        if step is None:
            raise UserError("There is nothing to undo.")
        rows = [
            _Row(change.table, change.row_id, now=change.after, wanted=change.before)
            for change in reversed(_changes(connection, step.step_id))
        ]
        touched = _apply(connection, step, rows, "undone")
    database.announce(touched)
    return touched


def redo(database: Database) -> Touched:
    """Do the step again that was undone last; raises UserError like `undo`."""
    with database.transaction() as connection:
        step = peek_redo(connection)
        if step is None:
            raise UserError("There is nothing to redo.")
        rows = [
            _Row(change.table, change.row_id, now=change.before, wanted=change.after)
            for change in _changes(connection, step.step_id)
        ]
        touched = _apply(connection, step, rows, "done")
    database.announce(touched)
    return touched


def begin_here(connection: Connection) -> None:
    """Make everything so far the start of the closet, which Undo does not take apart."""
    connection.execute(update(Step).where(col(Step.kind) == "").values(kind="setup"))


def _changes(connection: Connection, step_id: int) -> list[_Recorded]:
    query = (
        select(col(Change.table_name), col(Change.row_id), col(Change.before), col(Change.after))
        .where(col(Change.step_id) == step_id)
        .order_by(col(Change.id))
    )
    return [
        _Recorded(table_name, row_id, _values(before), _values(after))
        for table_name, row_id, before, after in connection.execute(query)
    ]


def _values(text: str | None) -> dict[str, Stored] | None:
    return None if text is None else parsed(text)


def _apply(connection: Connection, step: StepName, rows: list[_Row], state: str) -> Touched:
    # Rows of one step refer to each other; what counts is that all is right at the end.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    noted = TouchedRows()
    for row in rows:
        links = _replace(connection, step, row)
        noted.add(row.table, row.row_id, *links, row.now or {}, row.wanted or {})
    connection.execute(update(Step).where(col(Step.id) == step.step_id).values(state=state))
    return noted.touched(step.label, step.step_id)


def _replace(connection: Connection, step: StepName, row: _Row) -> list[dict[str, Stored]]:
    target = table(row.table, *(column(name) for name in CODECS[row.table].columns))
    present = _present(connection, target, row.row_id)
    if not _is_as_left(present, row.now):
        raise UserError(
            f"“{step.label}” cannot be taken back, because something in it was changed since.",
            safe="Nothing was changed.",
            remedy="Change it by hand instead.",
        )
    _write(connection, target, row)
    return [present] if present else []


def _present(connection: Connection, target: TableClause, row_id: int) -> dict[str, Stored] | None:
    found = connection.execute(select(target).where(target.c.id == row_id)).mappings().first()
    return dict(found) if found else None


def _is_as_left(present: dict[str, Stored] | None, left: dict[str, Stored] | None) -> bool:
    if present is None or left is None:
        return present is left
    return all(present[name] == value for name, value in left.items() if name in present)


def _write(connection: Connection, target: TableClause, row: _Row) -> None:
    here = target.c.id == row.row_id
    if row.wanted is None:
        connection.execute(delete(target).where(here))
        return
    values = {name: value for name, value in row.wanted.items() if name in target.c}
    if row.now is None:
        connection.execute(insert(target).values(values))
    else:
        connection.execute(update(target).where(here).values(values))
