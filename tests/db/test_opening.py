"""Which files are opened as a closet, and which are refused untouched."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.schema import SCHEMA_VERSION
from closet_app.db.tables import Item
from closet_app.errors import (
    ClosetBusyError,
    DamagedClosetError,
    NewerClosetError,
    NotFoundError,
    UserError,
)
from tests.db.samples import add_and_fail, add_item, add_items, new_closet

DIE_WHILE_WRITING = """
import os, sys
from pathlib import Path
from closet_app.db.engine import Database
from tests.db.samples import add_item
database = Database.open(Path(sys.argv[1]))
with database.write("Kept") as work:
    add_item(work, 1, title="Kept")
with database.write("Lost") as work:
    add_item(work, 2, title="Lost")
    os._exit(9)
"""


def closed_closet(folder: Path) -> Path:
    """A closed closet with one piece."""
    database = new_closet(folder)
    add_items(database, {"title": "Breton tee"})
    database.close()
    return folder / DATABASE_NAME


def change(path: Path, statement: str) -> None:
    """Change a closed closet behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def titles(path: Path) -> list[str]:
    """The titles of all pieces of a closed closet."""
    database = Database.open(path)
    with database.read() as connection:
        found = list(connection.scalars(select(Item.title)))
    database.close()
    return found


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    assert titles(closed_closet(tmp_path)) == ["Breton tee"]


def test_nothing_is_made_where_a_closet_is_already(tmp_path: Path) -> None:
    path = closed_closet(tmp_path)
    before = path.read_bytes()
    with pytest.raises(UserError, match="already"):
        Database.create(path)
    assert path.read_bytes() == before


def test_a_half_made_closet_of_a_dead_program_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f"{DATABASE_NAME}.new").write_bytes(b"half")
    new_closet(tmp_path).close()
    assert not (tmp_path / f"{DATABASE_NAME}.new").exists()


def test_a_missing_closet_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no closet"):
        Database.open(tmp_path / DATABASE_NAME)
    with pytest.raises(NotFoundError, match="no closet"):
        Database.open(tmp_path / "unplugged" / DATABASE_NAME)
    assert not (tmp_path / DATABASE_NAME).exists()
    assert not (tmp_path / "unplugged").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"not a database, but long enough to be read" * 9, "not a closet")],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / DATABASE_NAME
    path.write_bytes(content)
    with pytest.raises(DamagedClosetError, match=words):
        Database.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / DATABASE_NAME
    change(path, "CREATE TABLE item (id INTEGER)")
    with pytest.raises(DamagedClosetError, match="not made by Closet"):
        Database.open(path)


def test_a_cut_off_database_is_refused(tmp_path: Path) -> None:
    path = closed_closet(tmp_path)
    path.write_bytes(path.read_bytes()[:-4_096])
    with pytest.raises(DamagedClosetError, match="missing"):
        Database.open(path)


def test_a_newer_closet_is_refused_untouched(tmp_path: Path) -> None:
    path = closed_closet(tmp_path)
    change(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerClosetError, match="newer version"):
        Database.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM photo; END",
        "CREATE VIEW evil AS SELECT * FROM item",
        "DROP TRIGGER item_search_insert",
    ],
)
def test_instructions_that_are_not_ours_are_refused(tmp_path: Path, statement: str) -> None:
    path = closed_closet(tmp_path)
    change(path, statement)
    with pytest.raises(DamagedClosetError, match="did not write"):
        Database.open(path)


def test_a_refused_closet_is_not_left_locked(tmp_path: Path) -> None:
    path = closed_closet(tmp_path)
    change(path, "CREATE VIEW evil AS SELECT 1")
    with pytest.raises(DamagedClosetError):
        Database.open(path)
    change(path, "DROP VIEW evil")
    Database.open(path).close()


def test_an_open_closet_cannot_be_opened_again(database: Database) -> None:
    with pytest.raises(ClosetBusyError):
        Database.open(database.path)


def test_a_killed_program_loses_only_what_was_not_committed(tmp_path: Path) -> None:
    new_closet(tmp_path).close()
    path = tmp_path / DATABASE_NAME
    died = subprocess.run([sys.executable, "-c", DIE_WHILE_WRITING, str(path)], check=False)
    assert died.returncode == 9
    assert titles(path) == ["Kept"]


def test_the_file_is_written_ahead_and_fully_synced(database: Database) -> None:
    with database.read() as connection:
        said = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size")
        ]
    assert said == ["wal", 2, 1, 0]


def test_a_reader_sees_the_closet_as_it_was_when_it_began(database: Database) -> None:
    with database.read() as connection:
        assert connection.scalars(select(Item.id)).all() == []
        add_items(database, {"title": "Later"})
        assert connection.scalars(select(Item.id)).all() == []


def test_a_failing_step_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        add_and_fail(database)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM step").scalar() == 0


def test_a_step_inside_a_step_is_our_mistake(database: Database) -> None:
    with (
        database.write("Outer"),
        pytest.raises(RuntimeError, match="already"),
        database.write("Inner"),
    ):
        raise AssertionError


def test_steps_of_several_threads_wait_for_each_other(database: Database) -> None:
    def write(number: int) -> None:
        with database.write(f"Step {number}") as work:
            add_item(work, number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM step").scalar() == 8
