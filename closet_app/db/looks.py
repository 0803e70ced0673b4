"""What was seen on originals: derived from their bytes, so no step records it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from closet_app.db.parts import parts_of
from closet_app.db.reading import table_of
from closet_app.db.records import ItemRecord, PhotoRecord
from closet_app.db.tables import PhotoLook

_ITEM = table_of(ItemRecord)
_PHOTO = table_of(PhotoRecord)
LOOK = PhotoLook.__table__  # type: ignore[attr-defined]  # SQLModel types no table


@dataclass(frozen=True, slots=True)
class LookRow:
    """What was seen on one original, as it is kept; see `PhotoLook`."""

    sha256: str
    measured_by: int = 0
    measures: str = ""
    vector: bytes = b""
    read_by: int = 0
    reading: str = ""


_MEASURED = ("measured_by", "measures", "vector")
_READ = ("read_by", "reading")
_ALL = tuple(field.name for field in fields(LookRow))


def read_looks(connection: Connection, originals: Iterable[str]) -> dict[str, LookRow]:
    """The looks at these originals, by SHA-256; one nobody looked at is left out."""
    found: dict[str, LookRow] = {}
    columns = [LOOK.c[name] for name in _ALL]
    for part in parts_of(list(dict.fromkeys(originals))):
        rows = connection.execute(select(*columns).where(LOOK.c.sha256.in_(part)))
        found.update((row.sha256, LookRow(*row)) for row in rows)
    return found


def write_measures(connection: Connection, looks: Iterable[LookRow]) -> None:
    """Keep what was measured; for `Database.transaction`."""
    _write(connection, looks, _MEASURED)


def write_readings(connection: Connection, looks: Iterable[LookRow]) -> None:
    """Keep what was read; for `Database.transaction`."""
    _write(connection, looks, _READ)


def originals_unmeasured(
    connection: Connection, version: int, *, blind: bool = False, most: int | None = None
) -> list[str]:
    """Originals of pieces outside Trash that measures of `version` have not seen, newest first.

    Unless the measures are `blind`, those without a vector count as unseen. At most `most`.
    """
    unseen = LOOK.c.id.is_(None) | (LOOK.c.measured_by < version)
    if not blind:
        unseen |= (LOOK.c.measures != "") & (func.length(LOOK.c.vector) == 0)
    query = (
        select(_PHOTO.c.sha256)
        .join(_ITEM, _ITEM.c.id == _PHOTO.c.item_id)
        .outerjoin(LOOK, LOOK.c.sha256 == _PHOTO.c.sha256)
        .where(_ITEM.c.deleted_at.is_(None), unseen)
        .order_by(_PHOTO.c.id.desc())
    )
    return list(dict.fromkeys(connection.scalars(query.limit(most))))


def forget_looks(connection: Connection, used: Collection[str]) -> int:
    """Delete the looks at originals that are not `used`; returns how many."""
    kept = connection.execute(select(LOOK.c.id, LOOK.c.sha256))
    gone = [row_id for row_id, sha256 in kept if sha256 not in used]
    for part in parts_of(gone):
        connection.execute(delete(LOOK).where(LOOK.c.id.in_(part)))
    return len(gone)


def _write(connection: Connection, looks: Iterable[LookRow], names: Sequence[str]) -> None:
    rows = [{name: getattr(look, name) for name in ("sha256", *names)} for look in looks]
    if not rows:
        return
    fresh = insert(LOOK)
    changed = {name: fresh.excluded[name] for name in names}
    unseen = {"measured_by": 0, "measures": "", "vector": b"", "read_by": 0, "reading": ""}
    upsert = fresh.on_conflict_do_update(index_elements=[LOOK.c.sha256], set_=changed)
    connection.execute(upsert, [{**unseen, **row} for row in rows])
