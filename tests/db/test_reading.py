"""Queries answer with frozen values, in the order they were asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from closet_app.db.buyers import read_buyer, read_buyers
from closet_app.db.cards import read_cards
from closet_app.db.engine import Database
from closet_app.db.items import (
    count_items,
    ids_of_skus,
    item_id_of,
    newest_item_id,
    read_item,
    read_items,
    read_listings,
    sku_keys,
)
from closet_app.db.ledger import NAMES, TABLE_OF
from closet_app.db.orders import (
    FIRST_NUMBER,
    lines_of_items,
    next_order_number,
    order_id_of,
    read_order,
    read_orders,
    read_sales,
    years_with_sales,
)
from closet_app.db.packing_step import PackingStep
from closet_app.db.photos import (
    originals_in_use,
    photo_names,
    read_photos,
)
from closet_app.db.shop import read_marketplaces, read_meta, read_shop, write_meta
from closet_app.db.tables import (
    METADATA,
    Item,
    MarketplaceSetting,
    PackingTick,
    Photo,
    Refund,
    Shop,
    Task,
)
from closet_app.db.tasks import count_open_tasks
from closet_app.db.trash import count_trash, items_to_purge, trashed_items
from closet_app.db.types import Instant
from closet_app.errors import NotFoundError
from tests.db.samples import (
    AT,
    TODAY,
    add_item,
    add_items,
    add_listing,
    add_order,
    add_photo,
)


def test_records_have_the_columns_of_their_tables() -> None:
    for kind, table in TABLE_OF.items():
        columns = METADATA.tables[str(table.__tablename__)].columns
        assert set(NAMES[kind]) == {column.name for column in columns}


def test_cards_come_in_the_order_asked_with_their_cover(database: Database) -> None:
    with database.write("Add") as work:
        first = add_item(work, 1, title="Tee", listed_since=TODAY, cost_price_minor=600)
        second = add_item(work, 2, title="Skirt", asking_minor=2_800)
        add_photo(work, second, 1)
        add_photo(work, second, 0, recipe='{"turn":90}')
        add_listing(work, second, "mercari")
        add_listing(work, second, "ebay")
        add_listing(work, second, "depop", state="ended")
    with database.read() as connection:
        skirt, tee = read_cards(connection, [second.id, 99, first.id])
    assert (tee.title, tee.listed_since, tee.cost_minor, tee.sha256) == ("Tee", TODAY, 600, "")
    assert (skirt.photo_id, skirt.recipe, skirt.extension) == (2, '{"turn":90}', ".jpg")
    assert skirt.marketplaces == ("ebay", "mercari")
    assert (skirt.asking_minor, skirt.cost_minor, skirt.listed_since) == (2_800, None, None)


def test_the_cover_is_the_first_photo_that_is_not_left_out(database: Database) -> None:
    with database.write("Add") as work:
        item = add_item(work, 1)
        for position in range(3):
            add_photo(work, item, position)

    def cover() -> int | None:
        with database.read() as connection:
            return read_item(connection, item.id).cover_photo_id

    assert cover() == 1
    with database.write("Leave out") as work:
        work.get(Photo, 1).left_out = True
    assert cover() == 2
    with database.write("Reorder") as work:
        work.get(Photo, 3).position = -1
    assert cover() == 3
    with database.write("Move away") as work:
        work.get(Photo, 3).item_id = None
        work.delete(work.get(Photo, 2))
    assert cover() is None


def test_cost_adds_up_once_the_price_is_known(database: Database) -> None:
    add_items(
        database,
        {"cost_price_minor": 600, "cost_tax_minor": 50, "cost_cleaning_minor": 1},
        {"cost_tax_minor": 50},
        {"cost_price_minor": 0},
    )
    with database.read() as connection:
        costs = [item.cost_minor for item in read_items(connection, [1, 2, 3])]
    assert costs == [651, None, 0]


def test_pieces_are_found_by_number_and_id(database: Database) -> None:
    first, second = add_items(database, {"title": "Tee"}, {})
    with database.read() as connection:
        assert item_id_of(connection, "jl-0002") == second
        assert ids_of_skus(connection, ["jl-0001", "nope"]) == {"jl-0001": first}
        assert sku_keys(connection, "jl-") == ["jl-0001", "jl-0002"]
        assert [item.id for item in read_items(connection, [second, 9, first])] == [second, first]
        assert (count_items(connection), newest_item_id(connection)) == (2, second)
        assert read_listings(connection, first) == []
        with pytest.raises(NotFoundError):
            item_id_of(connection, "nope")
        with pytest.raises(NotFoundError):
            read_item(connection, 99)


def test_photos_come_in_order_and_by_their_content(database: Database) -> None:
    with database.write("Add") as work:
        item = add_item(work, 1)
        add_photo(work, item, 1)
        first = add_photo(work, item, 0)
        work.add(Shop(logo_photo="f" * 64))
    with database.write("Remove") as work:
        work.delete(work.get(Photo, first.id))
    with database.read() as connection:
        (left,) = read_photos(connection, item.id)
        assert left.id != first.id
        assert photo_names(connection) == {left.sha256: ".jpg"}
        assert originals_in_use(connection) == {left.sha256, first.sha256, "f" * 64}


def test_an_order_comes_with_all_that_belongs_to_it(database: Database) -> None:
    with database.write("Sell") as work:
        order = add_order(work, 1_001, add_item(work, 1), add_item(work, 2))
        work.add(Refund(order_id=order.id, amount_minor=500, given_on=TODAY))
        work.add(PackingTick(order_id=order.id, step="Tissue", ticked_at=AT))
        work.add(Task(order_id=order.id, item_id=1, marketplace="ebay", created_at=AT))
    with database.read() as connection:
        detail = read_order(connection, order_id_of(connection, 1_001))
        assert [line.sku for line in detail.lines] == ["JL-0001", "JL-0002"]
        assert detail.buyer is not None
        assert detail.buyer.name == "Buyer 1001"
        assert (len(detail.refunds), len(detail.ticks), len(detail.tasks)) == (1, 1, 1)
        assert [line.id for line in lines_of_items(connection, [2])[2]] == [2]
        assert count_open_tasks(connection) == 1
        with pytest.raises(NotFoundError, match="1002"):
            order_id_of(connection, 1_002)
        with pytest.raises(NotFoundError):
            read_order(connection, 99)


def test_orders_are_listed_the_newest_first_without_the_trash(database: Database) -> None:
    with database.read() as connection:
        assert next_order_number(connection) == FIRST_NUMBER
        assert years_with_sales(connection) == []
    with database.write("Sell") as work:
        for number in range(3):
            sold_at = AT - timedelta(days=400 * number)
            item = add_item(work, number + 1)
            add_order(work, 1_001 + number, item, sold_at=sold_at, sold_on=sold_at.date())
        add_order(work, 2_000, add_item(work, 9), deleted_at=AT)
    with database.read() as connection:
        assert [order.number for order in read_orders(connection)] == [1_001, 1_002, 1_003]
        assert read_orders(connection)[0].lines[0].sku == "JL-0001"
        assert years_with_sales(connection) == [2026, 2025, 2024]
        sales = read_sales(connection, date(2024, 1, 1), date(2025, 12, 31))
        assert [sale.order.number for sale in sales] == [1_003, 1_002]
        assert next_order_number(connection) == 2_001


def test_the_trash_is_emptied_of_what_no_order_names(database: Database) -> None:
    with database.write("Add") as work:
        old = AT - timedelta(days=31)
        add_item(work, 1, deleted_at=old)
        add_item(work, 2, deleted_at=AT)
        add_order(work, 1_001, add_item(work, 3, deleted_at=old))
        add_item(work, 4)
    with database.read() as connection:
        assert trashed_items(connection) == [2, 3, 1]
        assert count_trash(connection) == 3
        assert items_to_purge(connection, AT - timedelta(days=30)) == [1]
        assert count_items(connection) == 1


def test_the_shop_and_its_marketplaces_are_read(database: Database) -> None:
    with database.read() as connection:
        assert read_shop(connection) is None
    with database.write("Settle") as work:
        work.add(Shop(name="Juniper Lane", packing_steps=(PackingStep("Tissue", 30),)))
        work.add(MarketplaceSetting(marketplace="ebay", position=2))
        work.add(MarketplaceSetting(marketplace="depop", position=1))
    assert work.touched.shop
    with database.read() as connection:
        shop = read_shop(connection)
        assert shop is not None
        assert shop.packing_steps == (PackingStep("Tissue", 30),)
        assert [each.marketplace for each in read_marketplaces(connection)] == ["depop", "ebay"]


def test_facts_about_the_file_are_kept(database: Database) -> None:
    for value in ("first", "second"):
        with database.transaction() as connection:
            write_meta(connection, "book", value)
    with database.read() as connection:
        assert read_meta(connection, "book") == "second"
        assert read_meta(connection, "nothing") is None


def test_buyers_are_read(database: Database) -> None:
    with database.write("Sell") as work:
        add_order(work, 1_001, add_item(work, 1))
    with database.read() as connection:
        (buyer,) = read_buyers(connection)
        assert (buyer.name, buyer.handle) == ("Buyer 1001", "")
        assert read_buyer(connection, buyer.id) == buyer


def test_rows_are_asked_for_in_one_order_and_by_lists(database: Database) -> None:
    add_items(database, {"brand": "Gap"}, {"brand": "Zara"}, {"brand": "Gap"})
    with database.write("Look") as work:
        assert [item.id for item in work.many(Item, [3, 9, 1, 3])] == [3, 1]
        assert [item.id for item in work.where(Item, brand=("Gap",))] == [1, 3]
        first = work.first(Item, brand="Zara")
        assert first is not None
        assert first.id == 2
        assert work.first(Item, brand="None") is None
        with pytest.raises(NotFoundError):
            work.get(Item, 9)


def test_moments_without_a_time_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(AT.replace(tzinfo=None), None)  # type: ignore[arg-type]  # no dialect is needed
