"""What was printed: a log beside the journal, so that Undo takes no paper back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from closet_app.db.tables import PrintRun

_RUN = PrintRun.__table__  # type: ignore[attr-defined]  # SQLModel types no table
MOST_KEPT = 1_000
"""Runs that are kept: some years of a seller who packs every evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRunRow:
    """One run that left the program; see `PrintRun`."""

    id: int = 0
    at: datetime
    label: str = ""
    requests: str = ""
    printer: str = ""
    pages: int = 0
    done_pages: int = 0
    outcome: str = "saved"


_COLUMNS = [_RUN.c[field.name] for field in fields(PrintRunRow)]


def add_run(connection: Connection, run: PrintRunRow) -> int:
    """Write a run down and forget the oldest of too many; for `Database.transaction`."""
    values = {name.name: getattr(run, name.name) for name in _COLUMNS if name.name != "id"}
    run_id = int(connection.execute(insert(_RUN).values(values)).inserted_primary_key[0])  # type: ignore[index]  # a row was added
    kept = select(_RUN.c.id).order_by(_RUN.c.id.desc()).limit(MOST_KEPT)
    connection.execute(delete(_RUN).where(_RUN.c.id.not_in(kept)))
    return run_id


def end_run(connection: Connection, run_id: int, done_pages: int, outcome: str) -> None:
    """Note how far a run came; for `Database.transaction`."""
    values = {"done_pages": done_pages, "outcome": outcome}
    connection.execute(update(_RUN).where(_RUN.c.id == run_id).values(values))


def read_runs(connection: Connection, most: int) -> list[PrintRunRow]:
    """The latest runs, newest first."""
    query = select(*_COLUMNS).order_by(_RUN.c.id.desc()).limit(most)
    return [PrintRunRow(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001  rows offer their names so


def read_run(connection: Connection, run_id: int) -> PrintRunRow | None:
    """One run, if it is still in the log."""
    row = connection.execute(select(*_COLUMNS).where(_RUN.c.id == run_id)).one_or_none()
    return None if row is None else PrintRunRow(**row._mapping)  # noqa: SLF001  as above
