"""Records in, records out, inside one step: rows and the session stay behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection
from sqlmodel import Session

from closet_app.db import intake_records, parcel_records, records, tables
from closet_app.db.engine import Database
from closet_app.db.touched import owners
from closet_app.db.work import UnitOfWork

R = TypeVar("R", bound=records.Record)
Reading: TypeAlias = Connection
"""What queries read from; services pass it on and never look inside."""

TABLE_OF: dict[type[Any], type[tables.Row]] = {
    records.ShopRecord: tables.Shop,
    records.MarketplaceRecord: tables.MarketplaceSetting,
    records.ItemRecord: tables.Item,
    records.PhotoRecord: tables.Photo,
    intake_records.IntakeRecord: tables.Intake,
    intake_records.IntakeGroupRecord: tables.IntakeGroup,
    intake_records.FlawPinRecord: tables.FlawPin,
    intake_records.SavedViewRecord: tables.SavedView,
    records.ListingRecord: tables.Listing,
    records.BuyerRecord: tables.Buyer,
    records.OrderRecord: tables.Order,
    records.LineRecord: tables.OrderLine,
    records.RefundRecord: tables.Refund,
    records.TickRecord: tables.PackingTick,
    records.TaskRecord: tables.Task,
    parcel_records.SupplyRecord: tables.Supply,
    parcel_records.SupplyLotRecord: tables.SupplyLot,
    parcel_records.SupplyUseRecord: tables.SupplyUse,
    parcel_records.OrderFileRecord: tables.OrderFile,
    parcel_records.OrderMatchRecord: tables.OrderMatch,
    parcel_records.CardDesignRecord: tables.CardDesign,
    parcel_records.OwnStockRecord: tables.OwnStock,
    parcel_records.CardTextRecord: tables.CardText,
}
NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in TABLE_OF}


class Ledger:
    """What a use case writes through: frozen records, each change recorded for undo."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._items: set[int] = set()
        self._orders: set[int] = set()

    @property
    def items(self) -> frozenset[int]:
        """The pieces that this step touched, also through the lines of touched orders."""
        lines = self._work.where(tables.OrderLine, order_id=sorted(self._orders))
        return frozenset(self._items | {line.item_id for line in lines if line.item_id})

    @property
    def at(self) -> datetime:
        """When this step happens, in UTC."""
        return self._work.at

    @property
    def connection(self) -> Connection:
        """The writing connection, with everything of this step written so far."""
        self._work.flush()
        return self._work.session.connection()

    def get(self, kind: type[R], row_id: int) -> R:
        """The record with this id; raises NotFoundError."""
        return _record(kind, self._work.get(TABLE_OF[kind], row_id))

    def find(self, kind: type[R], row_id: int | None) -> R | None:
        """The record with this id, if there is one."""
        row = None if row_id is None else self._work.find(TABLE_OF[kind], row_id)
        return None if row is None else _record(kind, row)

    def many(self, kind: type[R], ids: Iterable[int]) -> list[R]:
        """The records with these ids, in their order; ids without one are left out."""
        return [_record(kind, row) for row in self._work.many(TABLE_OF[kind], ids)]

    def where(self, kind: type[R], /, **equal: Any) -> list[R]:
        """The records whose columns equal these values, or one of these lists, by id."""
        return [_record(kind, row) for row in self._work.where(TABLE_OF[kind], **equal)]

    def first(self, kind: type[R], /, **equal: Any) -> R | None:
        """The first record whose columns equal these values."""
        return next(iter(self.where(kind, **equal)), None)

    def add(self, record: records.Record) -> int:
        """Insert `record` and return the id it was given."""
        return self.add_all([record])[0]

    def add_all(self, new: Iterable[records.Record]) -> list[int]:
        """Insert many records and return their ids in order."""
        rows = [_row(record) for record in new]
        self._work.add_all(rows)
        for row in rows:
            self._touch(row)
        return [int(row.id) for row in rows]  # type: ignore[attr-defined]  # see above

    def put(self, record: records.Record) -> None:
        """Write the fields of `record` that differ from its row; raises NotFoundError."""
        row = self._work.get(TABLE_OF[type(record)], record.id)
        changed = [
            name for name in NAMES[type(record)] if getattr(row, name) != getattr(record, name)
        ]
        for name in changed:
            setattr(row, name, getattr(record, name))
        if changed:
            self._touch(row)

    def delete(self, record: records.Record) -> None:
        """Delete the row of `record`, whose dependants were deleted before."""
        row = self._work.get(TABLE_OF[type(record)], record.id)
        self._touch(row)
        self._work.delete(row)

    def _touch(self, row: tables.Row) -> None:
        values = row.__dict__
        item_id, order_id = owners(str(row.__tablename__), values["id"], values)
        self._items.update({item_id} if item_id else ())
        self._orders.update({order_id} if order_id else ())


@contextmanager
def reading(database: Database) -> Iterator[Ledger]:
    """Records of the closet as it is now; nothing that is put into them is kept."""
    with database.read() as connection, Session(connection) as session:
        yield Ledger(UnitOfWork(session, database.clock()))


def _record(kind: type[R], row: tables.Row) -> R:
    return kind(**{name: getattr(row, name) for name in NAMES[kind]})


def _row(record: records.Record) -> tables.Row:
    given = {name: getattr(record, name) for name in NAMES[type(record)]}
    if not given["id"]:
        del given["id"]
    return TABLE_OF[type(record)](**given)
