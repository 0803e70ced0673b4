"""What lies in Trash, since when and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from closet_app.db import trash as stored
from closet_app.db.cards import CardRow, read_cards
from closet_app.services.closet import Closet
from closet_app.services.pieces import ref_of
from closet_app.services.records import PhotoRef
from closet_app.services.stock import TRASH_DAYS


@dataclass(frozen=True, slots=True)
class TrashedPiece:
    """One deleted piece; `days_left` is None for a sold one, which stays for its order."""

    id: int
    sku: str
    title: str
    brand: str
    size: str
    photo: PhotoRef | None
    deleted_on: date
    days_left: int | None


def trashed_pieces(closet: Closet) -> tuple[TrashedPiece, ...]:
    """Everything in Trash, the last deleted first."""
    now = closet.clock.now()
    with closet.database.read() as connection:
        ids = stored.trashed_items(connection)
        unsold = set(stored.items_to_purge(connection, now + timedelta(days=TRASH_DAYS)))
        since = stored.trashed_since(connection)
        rows = read_cards(connection, ids)
    return tuple(_trashed(row, since[row.id], now, swept=row.id in unsold) for row in rows)


def _trashed(row: CardRow, since: datetime, now: datetime, *, swept: bool) -> TrashedPiece:
    deleted = since.astimezone(now.tzinfo)
    gone = deleted + timedelta(days=TRASH_DAYS)
    return TrashedPiece(
        id=row.id,
        sku=row.sku,
        title=row.title,
        brand=row.brand,
        size=row.size,
        photo=ref_of(row.photo_id, row.sha256, row.recipe) if row.photo_id else None,
        deleted_on=deleted.date(),
        days_left=max(0, (gone.date() - now.date()).days) if swept else None,
    )
