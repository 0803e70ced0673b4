"""Every change of a row is recorded, and nothing can change rows unrecorded."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy import Executable, delete, insert, update
from sqlmodel import SQLModel

import closet_app
from closet_app.db.codec import CODECS
from closet_app.db.engine import Database
from closet_app.db.history import (
    history_of_all,
    history_of_item,
    history_of_order,
    recent_steps,
)
from closet_app.db.items import all_item_ids
from closet_app.db.tables import (
    DERIVED,
    LOGGED,
    METADATA,
    RECORDED,
    SEEN,
    Item,
    Listing,
    OrderLine,
    stock,
)
from closet_app.db.tables.sales import LINE_STATES
from closet_app.db.touched import Touched
from closet_app.db.undo import redo, undo
from closet_app.domain.item import Condition, Ownership
from closet_app.domain.status import OWN_STATUSES, ArchiveReason, ItemStatus, LineState
from closet_app.errors import CancelledError
from tests.db.samples import add_and_fail, add_item, add_items, add_listing, add_order, add_photo

PACKAGE = Path(closet_app.__file__).parent
JOURNAL = {"step", "change", "meta"}
MAINTENANCE = {
    "db/recorder.py": "the journal itself",
    "db/applying.py": "writes recorded changes again",
    "db/undo.py": "moves steps of the journal",
    "db/shop.py": "facts about the file",
    "db/keeps.py": "a derived column of many rows",
    "db/print_log.py": "what was printed, which no undo takes back",
    "db/looks.py": "what was seen on originals, which can be seen again",
}


def test_long_work_is_recorded_in_parts_of_one_step(database: Database) -> None:
    with database.write("Added 1") as work:
        add_item(work, 1)
    first = work.touched.step_id
    with database.write("Another step") as work:
        add_item(work, 5)
    with database.write("Added 2", onto=first) as work:
        add_item(work, 7)
    assert work.touched.step_id == first
    with database.read() as connection:
        assert [step.label for step in recent_steps(connection, 9)] == [
            "Another step",
            "Added 2",
        ]
    assert undo(database).label == "Another step"
    assert undo(database).label == "Added 2"
    with database.read() as connection:
        assert all_item_ids(connection) == []
    assert redo(database).label == "Added 2"
    with database.read() as connection:
        assert len(all_item_ids(connection)) == 2


def test_nothing_is_added_to_a_step_that_was_taken_back(database: Database) -> None:
    with database.write("Added 1") as work:
        add_item(work, 1)
    undo(database)
    with (
        pytest.raises(CancelledError),
        database.write("Added 2", onto=work.touched.step_id) as more,
    ):
        add_item(more, 2)
    with database.read() as connection:
        assert all_item_ids(connection) == []


def test_a_part_that_changes_nothing_leaves_its_step_as_it_is(database: Database) -> None:
    with database.write("Added 1") as work:
        add_item(work, 1)
    with database.write("Added 2", onto=work.touched.step_id) as more:
        pass
    assert more.touched.step_id == work.touched.step_id
    with database.read() as connection:
        assert [step.label for step in recent_steps(connection, 9)] == ["Added 1"]


def test_a_change_is_told_with_what_was_before_and_after(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "Tee", "asking_minor": 3_800, "colors": ("Cream",)})
    with database.write("Reprice", kind="price") as work:
        item = work.get(Item, item_id)
        item.asking_minor, item.colors = 3_400, ("Cream", "Rust")
    with database.read() as connection:
        newest, added = history_of_item(connection, item_id)
    assert newest.label == "Reprice"
    assert newest.kind == "price"
    assert newest.changes == {
        "asking_minor": (3_800, 3_400),
        "colors": (("Cream",), ("Cream", "Rust")),
    }
    assert added.was_added
    assert added.changes["title"] == (None, "Tee")


def test_a_step_that_changes_nothing_is_no_step(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "Tee"})
    with database.write("Nothing") as work:
        item = work.get(Item, item_id)
        item.title = "Tee"
    assert work.touched == Touched("Nothing")
    with database.read() as connection:
        assert [entry.label for entry in history_of_all(connection)] == ["Add pieces"]


def test_derived_columns_are_told_of_but_not_recorded(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "Tee"})
    with database.write("Work out keep") as work:
        work.get(Item, item_id).keep_minor = 2_030
    assert work.touched.items == {item_id}
    assert work.touched.step_id is None
    with database.read() as connection:
        (added,) = history_of_all(connection)
    assert not DERIVED & added.changes.keys()


def test_a_step_says_which_pieces_and_orders_it_touched(database: Database) -> None:
    (first, second) = add_items(database, {}, {})
    with database.write("Sell") as work:
        order = add_order(work, 1_001, work.get(Item, first))
        add_photo(work, work.get(Item, second))
    assert work.touched.items == {first, second}
    assert work.touched.orders == {order.id}
    assert work.touched.rows["order_line"] == {1}
    assert work.touched.photos == {1}
    assert not work.touched.shop


def test_listeners_hear_of_every_step_once(database: Database) -> None:
    heard: list[Touched] = []
    database.on_commit(heard.append)
    add_items(database, {})
    with pytest.raises(ZeroDivisionError):
        add_and_fail(database)
    assert [touched.label for touched in heard] == ["Add pieces"]


def test_rows_changed_twice_in_a_step_are_recorded_in_order(database: Database) -> None:
    with database.write("Swap numbers") as work:
        first, second = add_item(work, 1), add_item(work, 2)
        first.sku_key = "between"
        work.flush()
        second.sku_key = "jl-0001"
        work.flush()
        first.sku_key = "jl-0002"
    with database.read() as connection:
        keys = [entry.changes.get("sku_key") for entry in reversed(history_of_all(connection))]
    assert keys == [
        (None, "jl-0001"),
        (None, "jl-0002"),
        ("jl-0001", "between"),
        ("jl-0002", "jl-0001"),
        ("between", "jl-0002"),
    ]


def test_the_history_of_an_order_has_its_lines(database: Database) -> None:
    with database.write("Sell") as work:
        order = add_order(work, 1_001, add_item(work, 1))
    with database.write("Pack") as work:
        work.get(OrderLine, 1).state = "packed"
    with database.read() as connection:
        entries = history_of_order(connection, order.id)
    assert [(entry.label, entry.table) for entry in entries] == [
        ("Pack", "order_line"),
        ("Sell", "order_line"),
        ("Sell", "orders"),
    ]
    assert entries[0].changes == {"state": ("sold", "packed")}


def test_a_deleted_row_is_kept_whole_in_the_history(database: Database) -> None:
    with database.write("List") as work:
        add_listing(work, add_item(work, 1), "ebay", price_minor=3_400)
    with database.write("Forget listing") as work:
        work.delete(work.get(Listing, 1))
    with database.read() as connection:
        removed = history_of_item(connection, 1)[0]
    assert removed.was_removed
    assert removed.changes["price_minor"] == (3_400, None)


@pytest.mark.parametrize(
    "statement",
    [update(Item).values(title="x"), delete(Item), insert(Item).values(sku="x", sku_key="x")],
)
def test_a_bulk_statement_inside_a_step_is_our_mistake(
    database: Database, statement: Executable
) -> None:
    with pytest.raises(RuntimeError, match="cannot be undone"), database.write("Bulk") as work:
        work.session.execute(statement)


def test_every_table_is_recorded_or_the_journal_itself() -> None:
    recorded = {model.__tablename__ for model in RECORDED}
    seen = {model.__tablename__ for model in (*SEEN, *LOGGED)}
    assert set(METADATA.tables) == recorded | seen | JOURNAL
    assert recorded == set(CODECS)


def test_every_recorded_table_has_an_id_and_is_mapped() -> None:
    for model in RECORDED:
        assert issubclass(model, SQLModel)
        assert list(METADATA.tables[str(model.__tablename__)].primary_key) == [
            METADATA.tables[str(model.__tablename__)].c.id
        ]


def test_nothing_is_deleted_by_the_database_itself() -> None:
    links = [key for table in METADATA.tables.values() for key in table.foreign_keys]
    assert links
    assert all(key.ondelete is None and key.onupdate is None for key in links)


def test_bulk_statements_stand_only_where_they_are_marked() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts and _has_bulk(path)
    }
    assert found <= MAINTENANCE.keys()


def _has_bulk(path: Path) -> bool:
    imported = (
        name.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for name in node.names
    )
    return bool({"update", "delete"} & set(imported))


def test_the_words_of_the_tables_are_those_of_the_domain() -> None:
    assert set(stock.STATUSES) == set(ItemStatus)
    assert set(stock.OWN_STATUSES) == set(OWN_STATUSES)
    assert set(stock.CONDITIONS) == {"", *Condition}
    assert set(stock.OWNERSHIPS) == set(Ownership)
    assert set(stock.ARCHIVE_REASONS) == {"", *ArchiveReason}
    assert set(LINE_STATES) == set(LineState)
