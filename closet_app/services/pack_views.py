"""One order as the pack station shows it, from what was read for all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from closet_app.db import packing as stored
from closet_app.db.cards import CardRow, read_cards
from closet_app.db.ledger import Ledger
from closet_app.db.parcel_records import OrderFileRecord
from closet_app.db.records import ItemRecord, LineRecord
from closet_app.db.rows import OrderDetail
from closet_app.domain.bins import walking_key
from closet_app.domain.carriers import tracking_link
from closet_app.domain.status import LineState, order_status
from closet_app.domain.units import Weight
from closet_app.services.buyers import address_of
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.services.order_files import file_of
from closet_app.services.packing import GONE, packing_steps
from closet_app.services.parcels import Limits, label_limits, over_limit, tracking_doubt
from closet_app.services.pieces import ref_of
from closet_app.services.records import Shop
from closet_app.services.records.packing import LABEL, PARCEL_PHOTO, PackOrder, PackPiece
from closet_app.services.shop import read_shop
from closet_app.services.supply_shelf import Shelf, read_shelf
from closet_app.wording import say_weight, tr
from closet_app.wording.manner import Manner


@dataclass(frozen=True, slots=True)
class PackReading:
    """What several orders are shown from, read in a fixed number of statements."""

    shop: Shop
    manner: Manner
    items: Mapping[int, ItemRecord]
    cards: Mapping[int, CardRow]
    files: Mapping[int, Sequence[OrderFileRecord]]
    shelf: Shelf
    limits: Limits

    @classmethod
    def of(cls, closet: Closet, ledger: Ledger, details: Sequence[OrderDetail]) -> PackReading:
        """Read what these orders need."""
        ids = [line.item_id for each in details for line in each.lines if line.item_id]
        shop, connection = read_shop(ledger), ledger.connection
        return cls(
            shop=shop,
            manner=manner_of(closet, shop),
            items={item.id: item for item in ledger.many(ItemRecord, ids)},
            cards={card.id: card for card in read_cards(connection, ids)},
            files=stored.files_of_orders(connection, [each.order.id for each in details]),
            shelf=read_shelf(ledger),
            limits=label_limits(closet),
        )


def pack_order(around: PackReading, detail: OrderDetail) -> PackOrder:
    """One order; its pieces lie in walking order."""
    record, buyer = detail.order, detail.buyer
    address = address_of(buyer) if buyer else None
    pieces_weight = _weight_of_pieces(around, detail)
    files = [file_of(each) for each in around.files.get(record.id, ())]
    named = (buyer.name or buyer.handle) if buyer else ""
    return PackOrder(
        id=record.id,
        number=record.number,
        buyer=named or tr("Buyer not named"),
        buyer_id=record.buyer_id,
        address=address,
        address_missing=address is None or not address.can_be_posted,
        marketplace=record.marketplace,
        status=order_status([LineState(line.state) for line in detail.lines]),
        sold_on=record.sold_on,  # type: ignore[arg-type]  # the day of a sale is never missing
        ship_by=record.ship_by,
        gift=record.gift,
        gift_message=record.gift_message,
        note=record.note,
        message=record.message,
        pieces=_pieces(around, detail),
        steps=packing_steps(around.shop, detail, around.items, around.shelf),
        weight=None if record.weight_mg is None else Weight(record.weight_mg),
        weight_words=_weight(around, record.weight_mg),
        weight_guess=_weight(around, pieces_weight),
        parcel=record.parcel,
        over_limit=over_limit(around.limits, record, pieces_weight, around.manner.weight_unit),
        tracking=record.tracking,
        carrier=record.carrier,
        tracking_link=tracking_link(record.carrier, record.tracking, around.shop.country),
        tracking_doubt=tracking_doubt(around.shop, record.tracking, record.carrier),
        labels=tuple(each for each in files if each.kind == LABEL),
        parcel_photos=tuple(each for each in files if each.kind == PARCEL_PHOTO),
        printed_at=record.printed_at,
        packed_at=record.packed_at,
        buyer_notes=buyer.notes if buyer else "",
        refunded=_is_refunded(detail),
    )


def _is_refunded(detail: OrderDetail) -> bool:
    """Whether all that the buyer paid was given back while nothing was cancelled."""
    order, given = detail.order, sum(each.amount_minor for each in detail.refunds)
    paid = sum(line.price_minor for line in detail.lines) + order.shipping_minor
    return given > 0 and given >= paid - order.discount_minor


def _pieces(around: PackReading, detail: OrderDetail) -> tuple[PackPiece, ...]:
    pieces = [_piece(around, line) for line in _inside(detail)]
    return tuple(sorted(pieces, key=lambda piece: walking_key(piece.bin)))


def _inside(detail: OrderDetail) -> list[LineRecord]:
    return [line for line in detail.lines if line.state not in GONE]


def _piece(around: PackReading, line: LineRecord) -> PackPiece:
    item = around.items.get(line.item_id or 0)
    card = around.cards.get(line.item_id or 0)
    shown = card is not None and card.sha256 and card.photo_id is not None
    return PackPiece(
        line_id=line.id,
        order_id=line.order_id,
        item_id=line.item_id,
        sku=line.sku,
        title=item.title if item else line.title,
        detail=" · ".join(part for part in (item.brand, item.size) if part) if item else "",
        bin=item.bin if item else "",
        photo=ref_of(card.photo_id, card.sha256, card.recipe) if shown else None,  # type: ignore[union-attr,arg-type]  # `shown` looked
        checked=line.checked_at is not None,
    )


def _weight_of_pieces(around: PackReading, detail: OrderDetail) -> int | None:
    items = [around.items.get(line.item_id or 0) for line in _inside(detail)]
    weights = [item.weight_mg if item else None for item in items]
    known = [weight for weight in weights if weight is not None]
    return sum(known) if weights and len(known) == len(weights) else None


def _weight(around: PackReading, milligrams: int | None) -> str:
    return "" if milligrams is None else say_weight(Weight(milligrams), around.manner.weight_unit)
