"""One lock for each closet folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from closet_app.db.lock import LOCK_NAME, FolderLock
from closet_app.errors import ClosetBusyError, MachineError

TAKE_AND_DIE = """
import os, sys
from pathlib import Path
from closet_app.db.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
os._exit(9)
"""


def test_a_second_taker_is_told_that_the_closet_is_open(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(ClosetBusyError, match="open in another window"):
        FolderLock(tmp_path)
    lock.release()
    FolderLock(tmp_path).release()


def test_a_second_release_leaves_the_lock_of_another_alone(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    lock.release()
    other = FolderLock(tmp_path)
    lock.release()
    with pytest.raises(ClosetBusyError):
        FolderLock(tmp_path)
    other.release()


def test_a_folder_by_another_name_is_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closet"
    folder.mkdir()
    (tmp_path / "same").symlink_to(folder)
    lock = FolderLock(folder)
    with pytest.raises(ClosetBusyError):
        FolderLock(tmp_path / "same")
    lock.release()


def test_a_program_that_died_leaves_the_folder_free(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", TAKE_AND_DIE, str(tmp_path)], check=False)
    assert died.returncode == 9
    assert (tmp_path / LOCK_NAME).exists()
    FolderLock(tmp_path).release()


def test_another_user_is_named(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    (tmp_path / LOCK_NAME).write_text('{"user": "tessa", "computer": "kitchen"}')
    with pytest.raises(ClosetBusyError, match="by tessa on kitchen"):
        FolderLock(tmp_path)
    lock.release()


def test_an_unreadable_holder_is_still_a_holder(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    (tmp_path / LOCK_NAME).write_bytes(b"\xff")
    with pytest.raises(ClosetBusyError):
        FolderLock(tmp_path)
    lock.release()


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).mkdir()
    with pytest.raises(MachineError, match=str(tmp_path)):
        FolderLock(tmp_path)
