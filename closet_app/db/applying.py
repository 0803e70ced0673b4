"""Recorded changes written into the tables again, many like ones at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    TableClause,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
    update,
)

from closet_app.db.codec import CODECS, Stored
from closet_app.db.touched import TouchedRows

MOST_AT_ONCE = 1_000


class MovedOnError(Exception):
    """A row is not as the change left it."""


class RowChange(NamedTuple):
    """One row before and after; None for no row, an update only the changed columns."""

    table: str
    row_id: int
    before: dict[str, Stored] | None
    after: dict[str, Stored] | None

    def reversed(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)

    @property
    def shape(self) -> tuple[object, ...]:
        """Changes of one shape are one statement."""
        return self.table, _names(self.before), _names(self.after)


def apply_changes(connection: Connection, changes: Sequence[RowChange], noted: TouchedRows) -> None:
    """Bring each row from its before to its after, in order; raises MovedOnError.

    Columns that a row no longer has are left out.
    """
    # Rows of one step refer to each other; what counts is that all is right at the end.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for run in _runs(changes):
        target = table(run[0].table, *(column(name) for name in CODECS[run[0].table].columns))
        present = _present(connection, target, [change.row_id for change in run])
        for change in run:
            there = present.get(change.row_id)
            if not _is_as_left(there, change.before):
                raise MovedOnError(change)
            noted.add(change.table, change.row_id, there or {}, change.after or {})
        _write(connection, target, run)


def _runs(changes: Sequence[RowChange]) -> Iterator[list[RowChange]]:
    run: list[RowChange] = []
    ids: set[int] = set()
    for change in changes:
        alike = run and change.shape == run[0].shape and change.row_id not in ids
        if run and not (alike and len(run) < MOST_AT_ONCE):
            yield run
            run, ids = [], set()
        run.append(change)
        ids.add(change.row_id)
    if run:
        yield run


def _present(
    connection: Connection, target: TableClause, ids: list[int]
) -> dict[int, dict[str, Stored]]:
    rows = connection.execute(select(target).where(target.c.id.in_(ids))).mappings()
    return {int(row["id"]): dict(row) for row in rows}


def _is_as_left(present: dict[str, Stored] | None, left: dict[str, Stored] | None) -> bool:
    if present is None or left is None:
        return present is left
    return all(present[name] == value for name, value in left.items() if name in present)


def _write(connection: Connection, target: TableClause, run: list[RowChange]) -> None:
    first, ids = run[0], [{"row": change.row_id} for change in run]
    here = target.c.id == bindparam("row")
    if first.after is None:
        connection.execute(delete(target).where(here), ids)
        return
    names = [name for name in first.after if name in target.c]
    rows: list[dict[str, Any]] = [
        {f"new_{name}": (change.after or {})[name] for name in names} for change in run
    ]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    if first.before is None:
        connection.execute(insert(target).values(values), rows)
    elif names:
        both = [{**where, **row} for where, row in zip(ids, rows, strict=True)]
        connection.execute(update(target).where(here).values(values), both)


def _names(values: dict[str, Stored] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)
