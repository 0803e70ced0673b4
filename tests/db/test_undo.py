"""Undo takes the newest step back, redo does it again, and both outlive the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.history import history_of_all
from closet_app.db.tables import Item, Listing, Photo
from closet_app.db.undo import StepName, peek_redo, peek_undo, redo, undo
from closet_app.errors import UserError
from tests.db.samples import add_item, add_items, add_photo, dump, new_closet


def names(database: Database) -> tuple[StepName | None, StepName | None]:
    """What Undo and Redo would do."""
    with database.read() as connection:
        return peek_undo(connection), peek_redo(connection)


def title_of(database: Database, item_id: int) -> object:
    """The title as it is now."""
    with database.read() as connection:
        return connection.exec_driver_sql(
            "SELECT title FROM item WHERE id = ?", (item_id,)
        ).scalar()


def rename(database: Database, item_id: int, title: str) -> None:
    """One step."""
    with database.write(f"Rename to {title}") as work:
        work.get(Item, item_id).title = title


def test_undo_and_redo_walk_the_same_way(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    rename(database, item_id, "three")
    assert undo(database).label == "Rename to three"
    assert undo(database).items == {item_id}
    assert title_of(database, item_id) == "one"
    assert names(database) == (StepName(1, "Add pieces"), StepName(2, "Rename to two"))
    redo(database)
    assert redo(database).label == "Rename to three"
    assert title_of(database, item_id) == "three"
    assert names(database)[1] is None


def test_there_is_nothing_to_undo_in_a_new_closet(database: Database) -> None:
    assert names(database) == (None, None)
    with pytest.raises(UserError, match="nothing to undo"):
        undo(database)
    with pytest.raises(UserError, match="nothing to redo"):
        redo(database)


def test_a_new_step_overtakes_what_could_be_redone(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    undo(database)
    rename(database, item_id, "other")
    assert names(database) == (StepName(3, "Rename to other"), None)
    undo(database)
    undo(database)
    assert names(database)[0] is None


def test_steps_are_undone_after_the_program_was_closed(tmp_path: Path) -> None:
    database = new_closet(tmp_path)
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    undo(database)
    database.close()
    database = Database.open(tmp_path / DATABASE_NAME)
    redo(database)
    undo(database)
    assert title_of(database, item_id) == "one"
    database.close()


def test_what_was_undone_is_no_history(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    undo(database)
    with database.read() as connection:
        assert [entry.label for entry in history_of_all(connection)] == ["Add pieces"]


def test_a_piece_comes_back_with_all_that_belongs_to_it(database: Database) -> None:
    with database.write("Add") as work:
        item = add_item(work, 1, title="Tee", cost_price_minor=600, cost_tax_minor=50)
        add_photo(work, item, 0)
        add_photo(work, item, 1)
    before = dump(database, "item", "photo")
    with database.write("Delete for good") as work:
        for photo in work.where(Photo, item_id=item.id):
            work.delete(photo)
        work.delete(work.get(Item, item.id))
    undo(database)
    assert dump(database, "item", "photo") == before


def test_unique_values_may_change_places_within_a_step(database: Database) -> None:
    first, second = add_items(database, {}, {})
    before = dump(database, "item")
    with database.write("Swap numbers") as work:
        one, other = work.get(Item, first), work.get(Item, second)
        one.sku_key = "between"
        work.flush()
        other.sku_key = "jl-0001"
        work.flush()
        one.sku_key = "jl-0002"
    after = dump(database, "item")
    undo(database)
    assert dump(database, "item") == before
    redo(database)
    assert dump(database, "item") == after


def test_a_row_may_go_and_come_back_within_a_step(database: Database) -> None:
    with database.write("List") as work:
        item = add_item(work, 1)
        work.add(Listing(item_id=item.id, marketplace="ebay"))
    before = dump(database, "listing")
    with database.write("List again") as work:
        work.delete(work.get(Listing, 1))
        work.add(Listing(item_id=item.id, marketplace="ebay", url="https://example.org"))
    undo(database)
    assert dump(database, "listing") == before


def test_a_row_that_was_changed_behind_the_journal_is_left_alone(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    with database.maintain("Repair") as connection:
        connection.exec_driver_sql("UPDATE item SET title = 'repaired'")
    with pytest.raises(UserError, match="“Rename to two” cannot be taken back"):
        undo(database)
    assert title_of(database, item_id) == "repaired"
    assert names(database)[0] == StepName(2, "Rename to two")


def test_a_row_that_is_gone_cannot_be_changed_back(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    rename(database, item_id, "two")
    with database.maintain("Repair") as connection:
        connection.exec_driver_sql("DELETE FROM item")
    with pytest.raises(UserError, match="changed since"):
        undo(database)


def test_emptying_the_trash_stays(database: Database) -> None:
    first, second = add_items(database, {"title": "one"}, {})
    rename(database, first, "two")
    with database.write("Empty the trash", kind="purge") as work:
        work.delete(work.get(Item, second))
    assert undo(database).label == "Rename to two"


def test_words_of_every_script_come_back_as_they_were(database: Database) -> None:
    title = "Crème “brûlée” 여성용 자켓 ウール \\ ' \" %s {} 👗"
    (item_id,) = add_items(database, {"title": title, "tags": (title,)})
    rename(database, item_id, "plain")
    undo(database)
    assert title_of(database, item_id) == title


def test_listeners_hear_of_undo_and_redo(database: Database) -> None:
    (item_id,) = add_items(database, {"title": "one"})
    heard: list[frozenset[int]] = []
    database.on_commit(lambda touched: heard.append(touched.items))
    undo(database)
    redo(database)
    assert heard == [{item_id}, {item_id}]
