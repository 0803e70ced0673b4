"""What is known of the pieces that photos belong to, for a search by photo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from closet_app.db.parts import parts_of
from closet_app.db.reading import table_of, tuples
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord, PhotoRecord

_ITEM, _PHOTO = table_of(ItemRecord), table_of(PhotoRecord)
_LINE, _ORDER = table_of(LineRecord), table_of(OrderRecord)
_UNSOLD = ("cancelled", "returned")


@dataclass(frozen=True, slots=True)
class PhotoOfPiece:
    """A photo of a piece outside Trash."""

    photo_id: int
    item_id: int
    sha256: str
    recipe: str


def photos_of_originals(
    connection: Connection, originals: Iterable[str]
) -> dict[str, list[PhotoOfPiece]]:
    """The photos of pieces outside Trash from these originals by SHA-256, the oldest first."""
    found: dict[str, list[PhotoOfPiece]] = {}
    query = select(_PHOTO.c.id, _PHOTO.c.item_id, _PHOTO.c.sha256, _PHOTO.c.recipe)
    query = query.join(_ITEM, _ITEM.c.id == _PHOTO.c.item_id).where(_ITEM.c.deleted_at.is_(None))
    query = query.order_by(_PHOTO.c.id)
    for part in parts_of(list(dict.fromkeys(originals))):
        for row in tuples(connection, query.where(_PHOTO.c.sha256.in_(part))):
            found.setdefault(row[2], []).append(PhotoOfPiece(*row))
    return found


def last_sales(
    connection: Connection, item_ids: Sequence[int]
) -> dict[int, tuple[int, date | None]]:
    """Price in minor units and day of each piece's newest sale that stands."""
    query = (
        select(_LINE.c.item_id, _LINE.c.price_minor, _ORDER.c.sold_on)
        .join(_ORDER, _ORDER.c.id == _LINE.c.order_id)
        .where(_ORDER.c.deleted_at.is_(None), _LINE.c.state.not_in(_UNSOLD))
        .order_by(_ORDER.c.sold_on, _LINE.c.id)
    )
    found: dict[int, tuple[int, date | None]] = {}
    for part in parts_of(item_ids):
        for item_id, price, sold_on in tuples(connection, query.where(_LINE.c.item_id.in_(part))):
            found[item_id] = (price, sold_on)
    return found
