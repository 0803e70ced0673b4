"""One whole piece, for the inspector and the editor."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.db import orders as stored_orders
from closet_app.db.intake_records import FlawPinRecord
from closet_app.db.ledger import Ledger, reading
from closet_app.db.reading import fetch_of
from closet_app.db.records import ItemRecord, ListingRecord, PhotoRecord
from closet_app.db.tables.intake import PIN_SPAN
from closet_app.domain.money import Money
from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.services.closet import Closet
from closet_app.services.item_facts import facts_of
from closet_app.services.records import Listing, Photo, PhotoRef, Piece, Pin


def piece(closet: Closet, item_id: int) -> Piece:
    """One piece with its photos and listings; raises NotFoundError."""
    with reading(closet.database) as ledger:
        record = ledger.get(ItemRecord, item_id)
        return _piece(closet, record, _Beside(ledger, [item_id]))


def pieces(closet: Closet, item_ids: Sequence[int]) -> tuple[Piece, ...]:
    """Several pieces in their order, in a fixed number of statements; ids of none are left out."""
    with reading(closet.database) as ledger:
        found = ledger.many(ItemRecord, item_ids)
        beside = _Beside(ledger, [each.id for each in found])
        return tuple(_piece(closet, each, beside) for each in found)


def photo_of(record: PhotoRecord) -> Photo:
    """A photo as screens show it."""
    return Photo(
        ref=ref_of(record.id, record.sha256, record.recipe),
        position=record.position,
        left_out=record.left_out,
        width=record.width,
        height=record.height,
        original_name=record.original_name,
    )


def pin_of(record: FlawPinRecord) -> Pin:
    """A flaw pin as screens show it."""
    return Pin(
        id=record.id,
        photo_id=record.photo_id,
        x=record.x / PIN_SPAN,
        y=record.y / PIN_SPAN,
        words=record.words,
    )


def ref_of(photo_id: int, sha256: str, recipe: str) -> PhotoRef:
    """What it takes to fetch a thumbnail."""
    return PhotoRef.of(photo_id, sha256, recipe)


def listing_of(record: ListingRecord, currency: str) -> Listing:
    """A listing as screens show it."""
    return Listing(
        marketplace=record.marketplace,
        url=record.url,
        price=None if record.price_minor is None else Money(record.price_minor, currency),
        since=record.since,
        live=record.state == "live",
    )


class _Beside:
    """What belongs to pieces beside their own rows, by piece."""

    def __init__(self, ledger: Ledger, ids: Sequence[int]) -> None:
        connection = ledger.connection
        self.at = ledger.at
        self.photos = fetch_of(connection, PhotoRecord, "item_id", ids, by=("position", "id"))
        self.listings = fetch_of(connection, ListingRecord, "item_id", ids)
        self.pins = fetch_of(connection, FlawPinRecord, "item_id", ids)
        lines = stored_orders.lines_of_items(connection, ids)
        self.orders = {
            item_id: tuple(sorted({line.order_id for line in sold}, reverse=True))
            for item_id, sold in lines.items()
        }


def _piece(closet: Closet, record: ItemRecord, beside: _Beside) -> Piece:
    lowest, currency = record.lowest_asking_minor, closet.currency
    return Piece(
        id=record.id,
        facts=facts_of(record, currency),
        status=ItemStatus(record.status),
        archive_reason=ArchiveReason(record.archive_reason) if record.archive_reason else None,
        listed_since=record.listed_since,
        lowest_asking=None if lowest is None else Money(lowest, currency),
        in_trash=record.deleted_at is not None,
        photos=tuple(photo_of(each) for each in beside.photos[record.id]),
        listings=tuple(listing_of(each, currency) for each in beside.listings[record.id]),
        order_ids=beside.orders[record.id],
        created_at=record.created_at or beside.at,
        pins=tuple(pin_of(each) for each in beside.pins[record.id]),
    )
