"""What was seen on originals, kept beside the journal."""

from __future__ import annotations

from closet_app.db.engine import Database
from closet_app.db.looks import (
    LookRow,
    forget_looks,
    read_looks,
    write_measures,
    write_readings,
)

A, B = "a" * 64, "b" * 64


def _kept(database: Database) -> dict[str, LookRow]:
    with database.read() as connection:
        return read_looks(connection, [A, B])


def test_a_reading_leaves_the_measures_of_its_original_alone(database: Database) -> None:
    with database.transaction() as connection:
        write_measures(connection, [LookRow(A, 3, "measures", b"vector")])
        write_readings(connection, [LookRow(A, read_by=2, reading="read"), LookRow(B, read_by=2)])

    assert _kept(database) == {
        A: LookRow(A, 3, "measures", b"vector", 2, "read"),
        B: LookRow(B, read_by=2),
    }


def test_measures_replace_older_ones_and_leave_the_reading_alone(database: Database) -> None:
    with database.transaction() as connection:
        write_readings(connection, [LookRow(A, read_by=2, reading="read")])
        write_measures(connection, [LookRow(A, 3, "old", b"old")])
        write_measures(connection, [LookRow(A, 4, "new", b"")])

    assert _kept(database) == {A: LookRow(A, 4, "new", b"", 2, "read")}


def test_looks_at_originals_that_nothing_names_are_forgotten(database: Database) -> None:
    with database.transaction() as connection:
        write_measures(connection, [LookRow(A, 1, "a"), LookRow(B, 1, "b")])
        assert forget_looks(connection, {B, "c" * 64}) == 1

    assert _kept(database).keys() == {B}


def test_no_look_at_all_is_written_as_nothing(database: Database) -> None:
    with database.transaction() as connection:
        write_measures(connection, [])

    assert _kept(database) == {}
