"""Every stock there is to print on: the shipped ones and those the seller described."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, count

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import OwnStockRecord
from closet_app.domain.text import fold
from closet_app.errors import ClosetError, InvalidValueError, NotFoundError
from closet_app.printing.stock import Kind, Stock, load_stock, stock_ids, stocks
from closet_app.printing.stock_draft import (
    LONGEST_NAME,
    StockDraft,
    draft_of,
    read_draft,
    write_draft,
)
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.writing import writing
from closet_app.wording import tr

__all__ = [
    "StockDraft",
    "all_stocks",
    "copy_stock",
    "delete_own_stock",
    "draft_of_stock",
    "find_stock",
    "free_name",
    "is_own",
    "save_own_stock",
]

OWN = "own-"
"""Ids of the seller's own stocks begin with this."""


def all_stocks(closet: Closet, *kinds: Kind) -> tuple[Stock, ...]:
    """The seller's own stocks, then the shipped ones; of these kinds, or of all."""
    own = [stock for stock in _own_stocks(closet) if not kinds or stock.kind in kinds]
    return (*own, *stocks(*kinds))


def find_stock(closet: Closet, stock_id: str) -> Stock:
    """The stock of that id; raises NotFoundError naming some that there are."""
    if not is_own(stock_id):
        return load_stock(stock_id)
    with reading(closet.database) as ledger:
        return _stock(_record(ledger, stock_id))


def is_own(stock_id: str) -> bool:
    """Whether the seller described this stock herself."""
    return stock_id.startswith(OWN) and stock_id not in stock_ids()


def draft_of_stock(closet: Closet, stock_id: str, unit: str = "in") -> StockDraft:
    """A stock as it is described, to change it or to begin another from it.

    One of those shipped is measured in `unit`.
    """
    if not is_own(stock_id):
        return draft_of(load_stock(stock_id), unit)
    with reading(closet.database) as ledger:
        return read_draft(_record(ledger, stock_id).stock)


def save_own_stock(closet: Closet, draft: StockDraft, stock_id: str = "") -> tuple[str, Changed]:
    """Keep a described stock, as a new one or in place of `stock_id`; returns its id.

    Raises InvalidValueError, naming the field, for one that cannot be printed on or whose name
    is taken.
    """
    draft.check()
    label = tr("Saved the stock “{name}”").format(name=draft.name)
    with writing(closet, label) as step:
        record = _record(step.ledger, stock_id) if stock_id else OwnStockRecord()
        _require_free(step.ledger, draft.name, record.id)
        after = OwnStockRecord(id=record.id, name_key=fold(draft.name), stock=write_draft(draft))
        if record.id:
            step.ledger.put(after)
        row_id = record.id or step.ledger.add(after)
    return f"{OWN}{row_id}", step.changed


def copy_stock(closet: Closet, stock_id: str, unit: str = "in") -> tuple[str, Changed]:
    """Begin a stock of the seller's own from any other; returns its id.

    One of those shipped is then measured in `unit`. Raises NotFoundError.
    """
    draft = draft_of_stock(closet, stock_id, unit)
    return save_own_stock(closet, replace(draft, name=free_name(closet, draft.name)))


def free_name(closet: Closet, wish: str) -> str:
    """`wish` itself, or “wish 2” and so on where a stock of her own has that name."""
    taken = {fold(stock.name) for stock in _own_stocks(closet)}
    names = (f"{wish[: LONGEST_NAME - 4]} {number}" for number in count(2))
    return next(name for name in chain([wish], names) if fold(name) not in taken)


def delete_own_stock(closet: Closet, stock_id: str) -> Changed:
    """Forget a stock of the seller's own; what used it goes back to the usual one."""
    name = find_stock(closet, stock_id).name
    with writing(closet, tr("Deleted the stock “{name}”").format(name=name)) as step:
        step.ledger.delete(_record(step.ledger, stock_id))
    return step.changed


def _own_stocks(closet: Closet) -> list[Stock]:
    with reading(closet.database) as ledger:
        made = list(_readable(ledger.where(OwnStockRecord)))
    return sorted(made, key=lambda stock: fold(stock.name))


def _readable(records: Iterable[OwnStockRecord]) -> Iterable[Stock]:
    """A row that some other program damaged does not keep the others from being printed on."""
    for record in records:
        try:
            yield _stock(record)
        except ClosetError:
            continue


def _stock(record: OwnStockRecord) -> Stock:
    return read_draft(record.stock).stock(f"{OWN}{record.id}")


def _record(ledger: Ledger, stock_id: str) -> OwnStockRecord:
    number = stock_id.removeprefix(OWN)
    found = None
    if is_own(stock_id) and number.isdecimal() and number.isascii():
        found = ledger.find(OwnStockRecord, int(number))
    if found is None:
        raise NotFoundError(
            tr("There is no label or paper stock called {stock}.").format(stock=stock_id),
            remedy=tr("Choose another paper."),
        )
    return found


def _require_free(ledger: Ledger, name: str, own_id: int) -> None:
    taken = ledger.first(OwnStockRecord, name_key=fold(name))
    if taken is not None and taken.id != own_id:
        raise InvalidValueError(
            tr("There is a stock called “{name}” already.").format(name=name),
            field="name",
            remedy=tr("Choose another name."),
        )
