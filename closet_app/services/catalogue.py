"""Items as lists and files show them: found cards with their photo counts, and whole items."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.db import sheets
from closet_app.db.ledger import reading
from closet_app.db.records import OrderRecord
from closet_app.db.sorting import Sort
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.estimates import estimates
from closet_app.services.items import by_sku
from closet_app.services.pieces import piece
from closet_app.services.records import Card, KeepEstimate, Piece


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One found item and how many photos it has."""

    card: Card
    photos: int


@dataclass(frozen=True, slots=True)
class WholeItem:
    """One item with what it would keep, and the numbers of its orders, the newest first."""

    piece: Piece
    card: Card
    estimates: tuple[KeepEstimate, ...]
    orders: tuple[int, ...]


def listed(closet: Closet, text: str = "", sort: str = Sort.NEWEST) -> list[ListedItem]:
    """The items that a search finds, in order; `sort` is a value of `Sort`."""
    ids = gallery.find(closet, text, Sort(sort))
    with closet.database.read() as connection:
        photos = sheets.photo_counts(connection, ids)
    return [ListedItem(card, photos.get(card.id, 0)) for card in gallery.cards(closet, ids)]


def whole_item(closet: Closet, sku: str) -> WholeItem:
    """Everything of the item with this number; raises NotFoundError."""
    item_id = by_sku(closet, sku)
    found = piece(closet, item_id)
    with reading(closet.database) as ledger:
        orders = tuple(each.number for each in ledger.many(OrderRecord, found.order_ids))
    card = gallery.cards(closet, [item_id])[0]
    return WholeItem(found, card, estimates(closet, item_id), orders)
