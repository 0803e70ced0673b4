"""What is wrong inside the file is said, one sentence each."""

from __future__ import annotations

from contextlib import closing

import pytest

from closet_app.db.check import Problem, check_database
from closet_app.db.connections import connect
from closet_app.db.engine import Database
from tests.db.samples import add_item, add_order, add_photo


def kinds(database: Database) -> set[str]:
    """The kinds of problems found."""
    with database.read() as connection:
        return {problem.kind for problem in check_database(connection)}


@pytest.fixture
def closet(database: Database) -> Database:
    """A sound closet with an order of one piece."""
    with database.write("Sell") as work:
        item = add_item(work, 1, cost_price_minor=600)
        add_photo(work, item)
        add_order(work, 1_001, item)
    return database


def test_a_sound_closet_has_no_problems(closet: Database) -> None:
    assert kinds(closet) == set()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE photo SET item_id = 99", "reference"),
        ("UPDATE photo SET item_id = NULL", "photo"),
        ("DELETE FROM order_line", "order"),
        ("UPDATE item SET status = 'sold'", "quantity"),
        ("UPDATE item SET cost_minor = 5", "cost"),
        ("UPDATE item SET cover_photo_id = NULL", "cover"),
        ("UPDATE item SET asking_minor = -5", "damage"),
        ("DROP TRIGGER item_search_insert", "schema"),
        ("DROP TABLE packing_tick", "schema"),
    ],
)
def test_each_fault_is_found(closet: Database, statement: str, kind: str) -> None:
    closet.close()
    with closing(connect(closet.path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
    assert kind in kinds(closet)


def test_a_problem_names_what_it_is_about(closet: Database) -> None:
    with closet.maintain("Break") as connection:
        connection.exec_driver_sql("UPDATE item SET cost_minor = 5")
    with closet.read() as connection:
        assert check_database(connection) == [
            Problem("cost", "The cost of piece JL-0001 does not add up.")
        ]
