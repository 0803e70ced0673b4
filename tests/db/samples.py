"""Rows for tests: short to write, valid for every constraint."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.tables import METADATA, Buyer, Item, Listing, Order, OrderLine, Photo
from closet_app.db.work import UnitOfWork

AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def new_closet(folder: Path) -> Database:
    """An empty closet in `folder`, whose clock stands still."""
    return Database.create(folder / DATABASE_NAME, lambda: AT)


def add_item(work: UnitOfWork, number: int, **facts: Any) -> Item:
    """A piece `JL-<number>`."""
    given = {"created_at": AT, "updated_at": AT, **facts}
    return work.add(Item(sku=f"JL-{number:04}", sku_key=f"jl-{number:04}", **given))


def add_items(database: Database, *facts: dict[str, Any]) -> list[int]:
    """Pieces 1, 2, … in one step, and their ids."""
    with database.write("Add pieces") as work:
        return [add_item(work, number, **each).id for number, each in enumerate(facts, 1)]


def add_and_fail(database: Database) -> None:
    """A step that goes wrong after it has written; raises ZeroDivisionError."""
    with database.write("Fails") as work:
        add_item(work, 99)
        raise ZeroDivisionError


def add_photo(work: UnitOfWork, item: Item, position: int = 0, **facts: Any) -> Photo:
    """A photo whose content is made of its piece and position."""
    content = f"{item.id:032x}{position:032x}"
    given = {"sha256": content, "extension": ".jpg", **facts}
    return work.add(Photo(item_id=item.id, position=position, **given))


def add_listing(work: UnitOfWork, item: Item, marketplace: str, **facts: Any) -> Listing:
    """A listing that is live."""
    return work.add(Listing(item_id=item.id, marketplace=marketplace, **facts))


def add_order(work: UnitOfWork, number: int, *items: Item, **facts: Any) -> Order:
    """An order of these pieces, each for ten dollars, by a buyer of its own."""
    buyer = work.add(Buyer(name=f"Buyer {number}"))
    given = {"sold_on": TODAY, "sold_at": AT, "marketplace": "ebay", **facts}
    order = work.add(Order(number=number, buyer_id=buyer.id, **given))
    for at, item in enumerate(items):
        line = OrderLine(order_id=order.id, item_id=item.id, position=at, price_minor=1_000)
        line.sku, line.title = item.sku, item.title
        work.add(line)
    return order


def dump(database: Database, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of these tables, by id."""
    with database.read() as connection:
        return {
            table: [tuple(row) for row in connection.execute(METADATA.tables[table].select())]
            for table in tables
        }
