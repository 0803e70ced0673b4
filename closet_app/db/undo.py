"""Undo and redo: the inverse of the newest step, or the oldest undone one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, update
from sqlmodel import col

from closet_app.db.applying import MovedOnError, RowChange, apply_changes
from closet_app.db.codec import Stored, parsed
from closet_app.db.engine import Database
from closet_app.db.tables import Change, Step
from closet_app.db.touched import Touched, TouchedRows
from closet_app.errors import UserError

NOT_UNDOABLE = ("purge", "setup", "arrival")
"""Kinds of steps that stay: what a purge removed is gone, what set the closet up is its start, and
what arrived by itself was no command of the seller."""


@dataclass(frozen=True, slots=True)
class StepName:
    """A step that could be undone or redone."""

    step_id: int
    label: str


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
        changes = [change.reversed() for change in reversed(_changes(connection, step))]
        touched = _walk(connection, step, changes, "undone")
    database.announce(touched)
    return touched


def redo(database: Database) -> Touched:
    """Do the step again that was undone last; raises UserError like `undo`."""
    with database.transaction() as connection:
        step = peek_redo(connection)
        if step is None:
            raise UserError("There is nothing to redo.")
        touched = _walk(connection, step, _changes(connection, step), "done")
    database.announce(touched)
    return touched


def begin_here(connection: Connection) -> None:
    """Make everything so far the start of the closet, which Undo does not take apart."""
    connection.execute(update(Step).where(col(Step.kind) == "").values(kind="setup"))


def _changes(connection: Connection, step: StepName) -> list[RowChange]:
    query = (
        select(col(Change.table_name), col(Change.row_id), col(Change.before), col(Change.after))
        .where(col(Change.step_id) == step.step_id)
        .order_by(col(Change.id))
    )
    return [
        RowChange(table_name, row_id, _values(before), _values(after))
        for table_name, row_id, before, after in connection.execute(query)
    ]


def _values(text: str | None) -> dict[str, Stored] | None:
    return None if text is None else parsed(text)


def _walk(
    connection: Connection, step: StepName, changes: Sequence[RowChange], state: str
) -> Touched:
    noted = TouchedRows()
    try:
        apply_changes(connection, changes, noted)
    except MovedOnError as why:
        raise UserError(
            f"“{step.label}” cannot be taken back, because something in it was changed since.",
            safe="Nothing was changed.",
            remedy="Change it by hand instead.",
        ) from why
    connection.execute(update(Step).where(col(Step.id) == step.step_id).values(state=state))
    return noted.touched(step.label, step.step_id)
