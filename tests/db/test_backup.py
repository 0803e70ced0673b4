"""Copies are verified before they count, and old ones go only after that."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from closet_app.db import copying
from closet_app.db.backup import (
    DAYS_KEPT,
    LAST_BACKUP,
    back_up_daily,
    copy_database,
    daily_copies,
    note_backup,
)
from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.shop import read_meta
from closet_app.db.tables import Item
from closet_app.errors import DamagedClosetError, MachineError
from tests.db.samples import AT, TODAY, add_items, dump


def test_a_copy_opens_with_everything_in_it(database: Database, tmp_path: Path) -> None:
    add_items(database, {"title": "Tee"}, {"title": "Skirt"})
    folder = tmp_path / "restored"
    counts = copy_database(database, folder / DATABASE_NAME)
    assert counts["item"] == 2
    copy = Database.open(folder / DATABASE_NAME)
    assert dump(copy, "item", "change") == dump(database, "item", "change")
    copy.close()
    assert not list(folder.glob("*.part"))


def test_a_copy_made_while_a_step_is_written_holds_what_was_saved(
    database: Database, tmp_path: Path
) -> None:
    add_items(database, {"title": "Saved"})
    path = tmp_path / "copies" / DATABASE_NAME
    with database.write("Under way") as work:
        work.get(Item, 1).title = "Half"
        work.flush()
        copy_database(database, path)
    with closing(Database.open(path)) as copy:
        assert [row[3] for row in dump(copy, "item")["item"]] == ["Saved"]


def test_a_copy_that_is_not_whole_is_thrown_away(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"the last good one")
    counted = iter([{"item": 1}, {"item": 2}])
    monkeypatch.setattr(copying, "table_counts", lambda _: next(counted))
    with pytest.raises(DamagedClosetError, match="could not be verified"):
        copy_database(database, target)
    assert target.read_bytes() == b"the last good one"
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_takes_no_copy_is_said(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MachineError):
        copy_database(database, tmp_path / "file" / "copy.db")


def test_each_day_is_copied_once_and_seven_are_kept(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    (tmp_path / "backups").mkdir()
    (folder / "closet-mine.db").write_bytes(b"a stranger's file")
    days = [TODAY + timedelta(days=day) for day in range(10)]
    made = [back_up_daily(database, folder, day) for day in days]
    assert all(made)
    assert back_up_daily(database, folder, days[-1]) is None
    assert [copy.day for copy in daily_copies(folder)] == days[::-1][:DAYS_KEPT]
    assert (folder / "closet-mine.db").exists()


def test_old_copies_stay_when_the_new_one_fails(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    for day in range(DAYS_KEPT):
        back_up_daily(database, folder, TODAY + timedelta(days=day))
    before = daily_copies(folder)
    counted = iter([{"item": 1}, {"item": 2}])
    monkeypatch.setattr(copying, "table_counts", lambda _: next(counted))
    with pytest.raises(DamagedClosetError):
        back_up_daily(database, folder, TODAY + timedelta(days=99))
    assert daily_copies(folder) == before


def test_the_time_of_the_last_backup_is_noted(database: Database) -> None:
    note_backup(database)
    with database.read() as connection:
        assert read_meta(connection, LAST_BACKUP) == AT.isoformat()
