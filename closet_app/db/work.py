"""The rows that one step reads and changes; they live no longer than it does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlmodel import Session, col, select

from closet_app.db.parts import parts_of
from closet_app.db.recorder import Recorder
from closet_app.db.tables import Row
from closet_app.db.touched import Touched
from closet_app.errors import NotFoundError

R = TypeVar("R", bound=Row)


class UnitOfWork:
    """What a use case holds while it writes: rows in, rows out, and when it happens.

    `touched` says what changed, once the step is finished.
    """

    def __init__(self, session: Session, at: datetime) -> None:
        self.session = session
        self.at = at
        self.touched = Touched("")
        self._recorder = Recorder(session)
        self._held: list[Row] = []

    def get(self, model: type[R], row_id: int) -> R:
        """The row with this id; raises NotFoundError."""
        row = self.session.get(model, row_id)
        if row is None:
            raise NotFoundError(f"There is no {model.__name__.lower()} {row_id}.", id=row_id)
        return row

    def find(self, model: type[R], row_id: int) -> R | None:
        """The row with this id, if there is one."""
        return self.session.get(model, row_id)

    def many(self, model: type[R], ids: Iterable[int]) -> list[R]:
        """The rows with these ids, in their order; ids without a row are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, R] = {}
        self._held.clear()
        for part in parts_of(wanted):
            found.update((row.id, row) for row in self.where(model, id=part))  # type: ignore[attr-defined]  # every row that is asked for by id has one
        # The session forgets rows that nobody holds, and would read each again when it is put.
        self._held.extend(found.values())
        return [found[row_id] for row_id in wanted if row_id in found]

    def where(self, model: type[R], **equal: Any) -> list[R]:
        """The rows whose columns equal these values, or one of these lists, by id."""
        statement = select(model).order_by(*model.__table__.primary_key)  # type: ignore[attr-defined]  # SQLModel types no table
        for name, value in equal.items():
            column = col(getattr(model, name))
            matches = column.in_(value) if isinstance(value, list | tuple) else column == value
            statement = statement.where(matches)
        return list(self.session.exec(statement))

    def first(self, model: type[R], **equal: Any) -> R | None:
        """The first row whose columns equal these values."""
        return next(iter(self.where(model, **equal)), None)

    def add(self, row: R) -> R:
        """Insert `row`; its id is there at once."""
        self.session.add(row)
        self.session.flush()
        return row

    def add_all(self, rows: Iterable[Row]) -> None:
        """Insert many rows; their ids are there at once."""
        self.session.add_all(rows)
        self.session.flush()

    def delete(self, row: Row) -> None:
        """Delete `row`, whose dependants the caller has deleted before."""
        self.session.delete(row)
        self.session.flush()

    def flush(self) -> None:
        """Write what was changed so far, so that constraints speak here and not later."""
        self.session.flush()

    def finish(
        self, connection: Connection, label: str, kind: str, onto: int | None = None
    ) -> None:
        """Write the journal; the transaction commits after it."""
        self.session.flush()
        self.touched = self._recorder.write(connection, label, kind, self.at, onto)
