"""What the seller's own pieces tell: their brands and departments, and prices they sold for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from closet_app.db.reading import table_of, tuples
from closet_app.db.records import ItemRecord, LineRecord, OrderRecord

_ITEM, _LINE, _ORDER = table_of(ItemRecord), table_of(LineRecord), table_of(OrderRecord)
_UNSOLD = ("cancelled", "returned")


@dataclass(frozen=True, slots=True)
class SoldPiece:
    """A piece of one category that was sold; the price in minor units."""

    item_id: int
    price_minor: int
    brand: str
    subcategory: str


def sold_in_category(connection: Connection, category: str, most: int) -> list[SoldPiece]:
    """Sales of this category that stand, the newest first."""
    query = (
        select(_ITEM.c.id, _LINE.c.price_minor, _ITEM.c.brand, _ITEM.c.subcategory)
        .join(_LINE, _LINE.c.item_id == _ITEM.c.id)
        .join(_ORDER, _ORDER.c.id == _LINE.c.order_id)
        .where(
            _ITEM.c.category == category,
            _LINE.c.state.not_in(_UNSOLD),
            _LINE.c.price_minor > 0,
            _ORDER.c.deleted_at.is_(None),
        )
        .order_by(_ORDER.c.sold_on.desc(), _LINE.c.id.desc())
        .limit(most)
    )
    return [SoldPiece(*row) for row in tuples(connection, query)]


def own_words(connection: Connection, column: str) -> list[str]:
    """The words that pieces outside Trash have in a text column, the most frequent first."""
    words = _ITEM.c[column]
    query = (
        select(words)
        .where(words != "", _ITEM.c.deleted_at.is_(None))
        .group_by(words)
        .order_by(func.count().desc(), words)
    )
    return [row[0] for row in tuples(connection, query)]
