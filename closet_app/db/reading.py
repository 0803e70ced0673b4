"""Rows read without the ORM: one statement, frozen values, nothing to detach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Executable, Table, select

from closet_app.db.ledger import NAMES, TABLE_OF
from closet_app.db.parts import parts_of
from closet_app.db.records import Record
from closet_app.errors import NotFoundError

R = TypeVar("R", bound=Record)


def table_of(kind: type[Any]) -> Table:
    """The table whose rows are records of `kind`."""
    table: Table = TABLE_OF[kind].__table__  # type: ignore[attr-defined]  # SQLModel types no table
    return table


def fetch(
    connection: Connection, kind: type[R], *where: ColumnElement[bool], by: Sequence[str] = ("id",)
) -> list[R]:
    """The records for which all of `where` holds, in the order of the columns `by`."""
    table = table_of(kind)
    query = select(*(table.c[name] for name in NAMES[kind])).where(*where)
    rows = connection.execute(query.order_by(*(table.c[name] for name in by)))
    return [kind(**row) for row in rows.mappings()]


def fetch_one(connection: Connection, kind: type[R], row_id: int, words: str) -> R:
    """The record with this id; raises NotFoundError, which calls it `words`."""
    found = fetch(connection, kind, table_of(kind).c.id == row_id)
    if not found:
        raise NotFoundError(f"There is no such {words}.", id=row_id)
    return found[0]


def fetch_of(
    connection: Connection,
    kind: type[R],
    column: str,
    ids: Iterable[int],
    by: Sequence[str] = ("id",),
) -> dict[int, list[R]]:
    """The records whose `column` is one of `ids`, under each of `ids`."""
    found: dict[int, list[R]] = {row_id: [] for row_id in ids}
    for part in parts_of(list(found)):
        for record in fetch(connection, kind, table_of(kind).c[column].in_(part), by=by):
            found[getattr(record, column)].append(record)
    return found


def tuples(
    connection: Connection, query: Executable, **values: object
) -> Sequence[tuple[Any, ...]]:
    """The rows of `query` as plain tuples."""
    return [tuple(row) for row in connection.execute(query, values)]
