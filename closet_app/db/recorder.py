"""Each row before and after, noted at every flush and written as one step of the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, event, insert, inspect, update
from sqlalchemy.orm import InstanceState, ORMExecuteState, UOWTransaction
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session, col

from closet_app.db.codec import CODECS, Stored, TableCodec, recorded_json
from closet_app.db.tables import Change, Row, Step
from closet_app.db.touched import Touched, TouchedRows, owners
from closet_app.errors import CancelledError


class RecordedChange(NamedTuple):
    """One row before and after; None for a row that was not there, or is no more."""

    table: str
    row_id: int
    item_id: int | None
    order_id: int | None
    before: dict[str, Stored] | None
    after: dict[str, Stored] | None


class Recorder:
    """Listens to one session until its step is written.

    Statements that change rows behind the session's back raise RuntimeError: what is not
    recorded cannot be undone.
    """

    def __init__(self, session: Session) -> None:
        self._changes: list[RecordedChange] = []
        self._touched = TouchedRows()
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def write(
        self, connection: Connection, label: str, kind: str, at: datetime, onto: int | None = None
    ) -> Touched:
        """Write the step, unless nothing recorded has changed, and drop what could be redone.

        `onto` goes on with that step, which is then called `label`; raises CancelledError when it
        was taken back meanwhile.
        """
        if not self._changes:
            return self._touched.touched(label, onto)
        drop_undone(connection)
        if onto is None:
            made = connection.execute(insert(Step).values(label=label, kind=kind, at=at))
            step_id = int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted
        else:
            step_id = _gone_on_with(connection, onto, label)
        connection.execute(insert(Change), [_row(step_id, change) for change in self._changes])
        return self._touched.touched(label, step_id)

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        # In the order of the flush, so that the reverse never meets a unique value still taken.
        for row in sorted(session.dirty, key=_identity):
            self._updated(inspect(row))
        for row in sorted(session.new, key=_identity):
            self._note(inspect(row), None, _values(inspect(row)))
        for row in sorted(session.deleted, key=_identity):
            self._note(inspect(row), _before(inspect(row)), None)

    def _updated(self, state: InstanceState[Any]) -> None:
        changed = {
            name: old
            for name, old in state.committed_state.items()
            if _known(state, name, old) != state.dict[name]
        }
        if changed:
            self._note(state, changed, {name: state.dict[name] for name in changed})

    def _note(
        self,
        state: InstanceState[Any],
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        codec = CODECS.get(state.mapper.local_table.name)  # type: ignore[attr-defined]  # tables have names
        if codec is None:
            return
        row_id = state.dict["id"]
        links = (state.dict, before or {})
        self._touched.add(codec.name, row_id, *links)
        change = _change(codec, row_id, before, after, owners(codec.name, row_id, state.dict))
        if change.before or change.after:
            self._changes.append(change)


def drop_undone(connection: Connection) -> None:
    """A new step overtakes everything that could be redone."""
    connection.execute(update(Step).where(col(Step.state) == "undone").values(state="dropped"))


def _gone_on_with(connection: Connection, step_id: int, label: str) -> int:
    still_done = (col(Step.id) == step_id, col(Step.state) == "done")
    if not connection.execute(update(Step).where(*still_done).values(label=label)).rowcount:
        raise CancelledError
    return step_id


def _change(
    codec: TableCodec,
    row_id: int,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    owner: tuple[int | None, int | None],
) -> RecordedChange:
    old = None if before is None else codec.stored(before)
    new = None if after is None else codec.stored(after)
    return RecordedChange(codec.name, row_id, *owner, old, new)


def _row(step_id: int, change: RecordedChange) -> dict[str, object]:
    return {
        "step_id": step_id,
        "table_name": change.table,
        "row_id": change.row_id,
        "item_id": change.item_id,
        "order_id": change.order_id,
        "before": None if change.before is None else recorded_json(change.before),
        "after": None if change.after is None else recorded_json(change.after),
    }


def _identity(row: Row) -> int:
    return int(inspect(row).dict.get("id") or 0)


def _values(state: InstanceState[Any]) -> dict[str, Any]:
    return {column.key: state.dict[column.key] for column in state.mapper.column_attrs}


def _before(state: InstanceState[Any]) -> dict[str, Any]:
    changed = {name: _known(state, name, old) for name, old in state.committed_state.items()}
    return {**_values(state), **changed}


def _known(state: InstanceState[Any], name: str, old: object) -> object:
    if old is NO_VALUE:
        message = f"{state.class_.__name__}.{name} was changed before it was read"
        raise RuntimeError(message)
    return old


def _refuse_bulk(execution: ORMExecuteState) -> None:
    if execution.is_insert or execution.is_update or execution.is_delete:
        raise RuntimeError("a bulk statement cannot be undone; change the rows, or maintain")
