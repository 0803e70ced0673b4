"""What unsold pieces would keep, many at a time; a derived column that no step records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from closet_app.db.reading import table_of, tuples
from closet_app.db.records import ItemRecord, ListingRecord

_ITEM = table_of(ItemRecord)
_LISTING = table_of(ListingRecord)


@dataclass(frozen=True, slots=True)
class KeepFacts:
    """All that an estimate of one piece rests on, and what was worked out before."""

    id: int
    department: str
    category: str
    subcategory: str
    asking_minor: int | None
    cost_minor: int | None
    keep_minor: int | None
    keep_marketplace: str
    live: tuple[str, ...]


def read_keep_facts(connection: Connection) -> list[KeepFacts]:
    """Every piece of which something is left to sell."""
    live: dict[int, tuple[str, ...]] = {}
    listed = select(_LISTING.c.item_id, _LISTING.c.marketplace).where(_LISTING.c.state == "live")
    for item_id, marketplace in tuples(connection, listed.order_by(_LISTING.c.id)):
        live[item_id] = (*live.get(item_id, ()), marketplace)
    names = [name for name in KeepFacts.__slots__ if name != "live"]
    query = select(*(_ITEM.c[name] for name in names)).where(_ITEM.c.quantity > 0)
    return [KeepFacts(*(*row, live.get(row[0], ()))) for row in tuples(connection, query)]


def write_keeps(connection: Connection, found: Iterable[tuple[int, int | None, str]]) -> None:
    """Set id, what is kept in minor units, and where; for `Database.maintain`."""
    rows = [{"row": row, "keep": keep, "place": place} for row, keep, place in found]
    if rows:
        changed = update(_ITEM).where(_ITEM.c.id == bindparam("row"))
        values: dict[str, Any] = {
            "keep_minor": bindparam("keep"),
            "keep_marketplace": bindparam("place"),
        }
        connection.execute(changed.values(values), rows)
