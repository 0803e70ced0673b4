"""Intakes with their groups and the photos that wait there, and the files already taken in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from closet_app.db.intake_records import IntakeGroupRecord, IntakeRecord
from closet_app.db.parts import parts_of
from closet_app.db.reading import fetch, fetch_of, fetch_one, table_of, tuples
from closet_app.db.records import PhotoRecord
from closet_app.db.tables import SeenFile

_INTAKE = table_of(IntakeRecord)
_GROUP = table_of(IntakeGroupRecord)
_PHOTO = table_of(PhotoRecord)
_SEEN = SeenFile.__table__  # type: ignore[attr-defined]  # SQLModel types no table


def read_intake(connection: Connection, intake_id: int) -> IntakeRecord:
    """One photo session; raises NotFoundError."""
    return fetch_one(connection, IntakeRecord, intake_id, "intake")


def newest_open_intake(connection: Connection) -> int | None:
    """The photo session begun last of those that are not finished."""
    query = select(func.max(_INTAKE.c.id)).where(_INTAKE.c.finished_at.is_(None))
    newest: int | None = connection.scalar(query)
    return newest


def groups_of(connection: Connection, intake_id: int) -> list[IntakeGroupRecord]:
    """The groups of one photo session, in order."""
    mine = _GROUP.c.intake_id == intake_id
    return fetch(connection, IntakeGroupRecord, mine, by=("position", "id"))


def count_groups(connection: Connection, intake_id: int) -> int:
    """How many groups one photo session has."""
    query = select(func.count()).where(_GROUP.c.intake_id == intake_id)
    return int(connection.scalar(query) or 0)


def photos_of_groups(
    connection: Connection, group_ids: Iterable[int]
) -> dict[int, list[PhotoRecord]]:
    """The photos that wait in each of these groups, in order; left out ones among them."""
    return fetch_of(connection, PhotoRecord, "group_id", group_ids, by=("position", "id"))


def pieces_with_original(
    connection: Connection, originals: Iterable[str]
) -> dict[str, tuple[int, ...]]:
    """The pieces that show each of these originals, by SHA-256; originals of none are left out."""
    found: dict[str, dict[int, None]] = {}
    columns = (_PHOTO.c.sha256, _PHOTO.c.item_id)
    for part in parts_of(list(dict.fromkeys(originals))):
        query = select(*columns).where(_PHOTO.c.sha256.in_(part), _PHOTO.c.item_id.is_not(None))
        for sha256, item_id in tuples(connection, query.order_by(_PHOTO.c.item_id)):
            found.setdefault(sha256, {})[item_id] = None
    return {sha256: tuple(ids) for sha256, ids in found.items()}


def seen_files(connection: Connection, folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of each file below `folder` that was taken in, by path."""
    query = select(_SEEN.c.path, _SEEN.c.size, _SEEN.c.modified_ns)
    rows = tuples(connection, query.where(_SEEN.c.path.startswith(str(folder), autoescape=True)))
    return {path: (size, modified) for path, size, modified in rows}


def note_seen(connection: Connection, path: Path, size: int, modified_ns: int) -> None:
    """Remember that a file was taken in as it is now; for `Database.transaction`."""
    values = {"size": size, "modified_ns": modified_ns}
    fresh = insert(_SEEN).values(path=str(path), **values)
    connection.execute(fresh.on_conflict_do_update(index_elements=[_SEEN.c.path], set_=values))
