"""Faults of the machine leave the database as sentences."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.faults import spoken, translated
from closet_app.db.tables import Item
from closet_app.errors import ClosetBusyError, DamagedClosetError, MachineError
from tests.db.samples import add_item, add_items, dump, new_closet


def _write_after(database: Database, pragma: str) -> None:
    with database.write("Too much") as work:
        work.session.connection().exec_driver_sql(pragma)
        for number in range(1, 200):
            add_item(work, number, description="long " * 1_000)


def _read_all(path: Path) -> None:
    with closing(Database.open(path)) as opened:
        dump(opened, "item")


def test_a_full_disk_says_so_and_saves_nothing(database: Database) -> None:
    with pytest.raises(MachineError, match=r"disk is full.*Nothing was saved"):
        _write_after(database, "PRAGMA max_page_count = 1")
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar() == 0


def test_a_closet_that_cannot_be_written_says_so(database: Database) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        _write_after(database, "PRAGMA query_only = ON")


def test_a_damaged_page_is_noticed_when_it_is_read(tmp_path: Path) -> None:
    database = new_closet(tmp_path)
    add_items(database, *({"description": "long " * 500} for _ in range(50)))
    database.close()
    path = tmp_path / DATABASE_NAME
    content = bytearray(path.read_bytes())
    for page in range(40, len(content) // 4_096):
        content[page * 4_096 : page * 4_096 + 512] = b"\xff" * 512
    path.write_bytes(content)
    with pytest.raises(DamagedClosetError, match="damaged"):
        _read_all(path)


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        (sqlite3.SQLITE_BUSY, ClosetBusyError, "Another program"),
        (sqlite3.SQLITE_BUSY | 1 << 8, ClosetBusyError, "Another program"),
        (sqlite3.SQLITE_IOERR, MachineError, "disk reports an error"),
        (sqlite3.SQLITE_CANTOPEN, MachineError, "cannot be opened"),
        (sqlite3.SQLITE_NOMEM, MachineError, "memory"),
        (sqlite3.SQLITE_NOTADB, DamagedClosetError, "not a closet"),
    ],
)
def test_each_code_has_its_sentence(code: int, error: type[MachineError], words: str) -> None:
    raised = sqlite3.OperationalError("as SQLite says it")
    raised.sqlite_errorcode = code
    known = translated(raised)
    assert type(known) is error
    assert words in known.what


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "full"), (errno.EROFS, "written"), (0, "opened")]
)
def test_files_have_the_same_sentences(code: int, words: str) -> None:
    with pytest.raises(MachineError, match=words), spoken():
        raise OSError(code, "as the system says it")


def test_our_own_mistakes_stay_what_they_are(database: Database) -> None:
    add_items(database, {})
    with pytest.raises(IntegrityError), database.write("Twice") as work:
        add_item(work, 1)
    with pytest.raises(sqlite3.ProgrammingError), spoken():
        raise sqlite3.ProgrammingError("wrong use")


@pytest.mark.parametrize(
    "facts",
    [
        {"asking_minor": -1},
        {"asking_minor": 10**15 + 1},
        {"condition": "perfect"},
        {"status": "gone"},
        {"quantity": -1},
        {"archive_reason": "sold"},
        {"weight_mg": -5},
    ],
)
def test_values_that_make_no_sense_are_refused(
    database: Database, facts: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError, match="CHECK"), database.write("Nonsense") as work:
        add_item(work, 1, **facts)


def test_a_piece_of_an_order_cannot_be_deleted_under_it(database: Database) -> None:
    with database.write("Add") as work:
        item = add_item(work, 1)
        work.session.connection().exec_driver_sql(
            "INSERT INTO listing (item_id, marketplace) VALUES (1, 'ebay')"
        )
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.write("Delete") as work:
        work.delete(work.get(Item, item.id))
