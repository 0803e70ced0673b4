"""Buyers, as the seller knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from closet_app.db import buyers as stored
from closet_app.db.ledger import Ledger
from closet_app.db.records import BuyerRecord, OrderRecord
from closet_app.domain.addresses import Address
from closet_app.domain.text import clean_line, clean_text, fold
from closet_app.errors import InvalidValueError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import Buyer, NewSale
from closet_app.services.writing import writing
from closet_app.wording import tr

ADDRESS_FIELDS = ("line1", "line2", "city", "region", "postal_code", "country")
LINES = ("name", "handle", "email", *ADDRESS_FIELDS, "language")


def buyer(closet: Closet, buyer_id: int) -> Buyer:
    """One buyer; raises NotFoundError."""
    with closet.database.read() as connection:
        return buyer_of(stored.read_buyer(connection, buyer_id))


def find_buyers(closet: Closet, text: str) -> tuple[Buyer, ...]:
    """The buyers whose name or handle holds `text`, by name."""
    wanted = fold(text)
    with closet.database.read() as connection:
        found: Iterable[BuyerRecord] = stored.read_buyers(connection)
    return tuple(buyer_of(each) for each in found if wanted in fold(f"{each.name} {each.handle}"))


def edit_buyer(closet: Closet, buyer_id: int, **fields: str) -> Changed:
    """Correct a buyer's name, handle, address or notes."""
    clean = _clean(fields)
    with writing(closet, tr("Changed the buyer")) as step:
        step.ledger.put(replace(step.ledger.get(BuyerRecord, buyer_id), **clean))
    return step.changed


def add_buyer(closet: Closet, order_id: int, **fields: str) -> Changed:
    """Name the buyer of an order that had none, with fields as in `edit_buyer`."""
    with writing(closet, tr("Added the buyer")) as step:
        made = step.ledger.add(BuyerRecord(**_clean(fields)))
        order = step.ledger.get(OrderRecord, order_id)
        step.ledger.put(replace(order, buyer_id=made))
    return step.changed


def buyer_for(ledger: Ledger, sale: NewSale) -> int | None:
    """The buyer of a sale: the one chosen, one of the same name and handle, or a new one."""
    if sale.buyer_id is not None:
        return ledger.get(BuyerRecord, sale.buyer_id).id
    fresh = _typed(sale)
    if not (fresh.name or fresh.handle):
        return None
    known = ledger.first(BuyerRecord, name=fresh.name, handle=fresh.handle)
    if known is None:
        return ledger.add(fresh)
    if sale.address is not None:
        ledger.put(
            replace(
                fresh, id=known.id, notes=known.notes, email=known.email, language=known.language
            )
        )
    return known.id


def address_of(record: BuyerRecord) -> Address:
    """The buyer's address in parts."""
    return Address(name=record.name, **{name: getattr(record, name) for name in ADDRESS_FIELDS})


def buyer_of(record: BuyerRecord, order_count: int = 0) -> Buyer:
    """A buyer as screens show one."""
    return Buyer(
        id=record.id,
        name=record.name,
        handle=record.handle,
        address=address_of(record),
        notes=record.notes,
        order_count=order_count,
        language=record.language,
    )


def _typed(sale: NewSale) -> BuyerRecord:
    address = sale.address or Address()
    parts = {name: clean_line(getattr(address, name)) for name in ADDRESS_FIELDS}
    return BuyerRecord(
        name=clean_line(sale.buyer_name),
        handle=clean_line(sale.buyer_handle),
        **parts,  # type: ignore[arg-type]  # text columns
    )


def _clean(fields: Mapping[str, str]) -> dict[str, Any]:
    unknown = set(fields) - {*LINES, "notes"}
    if unknown:
        raise InvalidValueError(tr("A buyer has no {field}.").format(field=min(unknown)))
    clean = {name: clean_line(fields[name]) for name in LINES if name in fields}
    if "notes" in fields:
        clean["notes"] = clean_text(fields["notes"])
    return clean
