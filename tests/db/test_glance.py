"""What is read before SQLAlchemy is loaded is what SQLAlchemy reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from closet_app.db.cards import CardRow, newest_ids, read_cards
from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.front import ShopFront, enabled_marketplaces, read_front
from closet_app.db.items import read_items, read_listings
from closet_app.db.photos import read_photos
from closet_app.db.reading import table_of
from closet_app.db.records import ItemRecord
from closet_app.db.shop import read_marketplaces, read_shop
from closet_app.db.tables import MarketplaceSetting, Shop
from closet_app.errors import MachineError
from tests.db.samples import (
    AT,
    TODAY,
    add_item,
    add_items,
    add_listing,
    add_photo,
    new_closet,
)
from tests.sample_shop import sample_folder, sample_home

__all__ = ["sample_folder", "sample_home"]

HOSTILE = "';--\u202e\x7f 크림 <b>&amp;\n{}%s"


@pytest.fixture
def odd(database: Database) -> Database:
    """Pieces as no seller would have them, some in the trash."""
    with database.write("Odd") as work:
        work.add(Shop(id=1, name=HOSTILE, currency="KRW", locale="ko_KR"))
        for at, name in enumerate(("vinted", "ebay", "depop", "grailed")):
            work.add(MarketplaceSetting(marketplace=name, enabled=at != 1, position=-at // 2))
        for number in range(1, 40):
            item = add_item(
                work,
                number,
                title=HOSTILE * (number % 3),
                brand=HOSTILE[: number % 7],
                status=("draft", "listed", "sold")[number % 3],
                quantity=number % 4,
                asking_minor=None if number % 2 else 10**12,
                cost_price_minor=None if number % 5 else 0,
                keep_minor=-number if number % 3 else None,
                listed_since=None if number % 4 else TODAY - timedelta(days=9_000 * (number % 2)),
                deleted_at=AT if number % 6 == 0 else None,
            )
            for position in range(number % 3):
                add_photo(work, item, position, left_out=position == 0, recipe='{"turn":90}')
            for name in ("vinted", "ebay", "depop")[: number % 4]:
                add_listing(work, item, name, state="ended" if number % 2 else "live")
    return database


def by_tables(database: Database) -> list[CardRow]:
    """The cards of all pieces out of the trash, put together from records."""
    item = table_of(ItemRecord)
    with database.read() as connection:
        query = select(item.c.id).where(item.c.deleted_at.is_(None)).order_by(item.c.id.desc())
        records = read_items(connection, [int(each) for each in connection.scalars(query)])
        made = []
        for piece in records:
            photos = [each for each in read_photos(connection, piece.id) if not each.left_out]
            cover = photos[0] if photos else None
            live = [each for each in read_listings(connection, piece.id) if each.state == "live"]
            own = {
                name: getattr(piece, name)
                for name in CardRow.__slots__
                if name in ItemRecord.__slots__
            }
            made.append(
                CardRow(
                    **own,
                    photo_id=cover.id if cover else None,
                    sha256=cover.sha256 if cover else "",
                    extension=cover.extension if cover else "",
                    recipe=cover.recipe if cover else "",
                    marketplaces=tuple(sorted(each.marketplace for each in live)),
                )
            )
    return made


def check_agreement(database: Database) -> None:
    """Both ways of reading agree on the first page and on the shop."""
    wanted = by_tables(database)
    with database.glance() as plain, database.read() as connection:
        ids = newest_ids(plain, len(wanted))
        assert read_cards(plain, ids) == wanted == read_cards(connection, ids)
        shop = read_shop(connection)
        assert shop is not None
        assert read_front(plain) == ShopFront(shop.name, shop.currency, shop.locale)
        sold_on = [each.marketplace for each in read_marketplaces(connection) if each.enabled]
        assert enabled_marketplaces(plain) == sold_on
    assert len(wanted) > 30
    assert sold_on


def test_odd_pieces_are_the_same_read_both_ways(odd: Database) -> None:
    check_agreement(odd)


def test_the_sample_is_the_same_read_both_ways(sample_folder: Path) -> None:
    with closing(Database.open(sample_folder / DATABASE_NAME)) as database:
        check_agreement(database)


def test_a_glance_sees_the_closet_as_it_was_when_it_began(database: Database) -> None:
    add_items(database, {})
    with database.glance() as plain:
        assert newest_ids(plain, 9) == [1]
        with database.write("Meanwhile") as work:
            add_item(work, 2)
        assert newest_ids(plain, 9) == [1]
    with database.glance() as plain:
        assert newest_ids(plain, 9) == [2, 1]


def test_nothing_is_kept_of_what_a_glance_writes(database: Database) -> None:
    add_items(database, {})
    with database.glance() as plain:
        plain.execute("UPDATE item SET title = 'No'")
    with database.read() as connection:
        assert read_items(connection, [1])[0].title == ""


def test_a_glance_that_goes_wrong_leaves_the_next_one_alone(database: Database) -> None:
    def fail() -> None:
        with database.glance():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.glance() as plain:
        assert newest_ids(plain, 9) == []


def test_a_fault_of_the_machine_is_told_by_a_glance_too(database: Database) -> None:
    def write_into_a_frozen_closet() -> None:
        with database.glance() as plain:
            plain.execute("PRAGMA query_only = ON")
            plain.execute("DELETE FROM item")

    with pytest.raises(MachineError, match="cannot be written"):
        write_into_a_frozen_closet()


def test_a_closed_closet_keeps_no_connection_of_a_glance(tmp_path: Path) -> None:
    database = new_closet(tmp_path)
    with database.glance() as plain:
        newest_ids(plain, 9)
    database.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        plain.execute("SELECT 1")
    Database.open(tmp_path / DATABASE_NAME).close()
