"""A small shop with a backup, made once, and backups made up by somebody who knows how."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from closet_app.db.schema import SCHEMA_VERSION
from closet_app.domain.item import ItemFacts
from closet_app.errors import UserError
from closet_app.paths import resources
from closet_app.services import backups, items
from closet_app.services.backup_seal import UNSEALED, seal
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import open_closet
from tests.closets import PHOTOS, TODAY, new_closet, sell

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed shop of two pieces with photos, one sold, and its backup."""
    folder = tmp_path_factory.mktemp("made")
    closet = new_closet(folder / "closet")
    for name in ("dress-01.jpg", "dress-02.jpg"):
        items.add_item(closet, ItemFacts(title=name), [PHOTOS / name])
    sell(closet, [1], ["30"], buyer_name="김서연")
    backups.backup(closet, folder / "shop.zip")
    closet.close()
    return folder


@pytest.fixture
def made(made_once: Path, tmp_path: Path) -> Path:
    """A backup beside the closed shop that it is of."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "shop.zip"


@pytest.fixture
def shop(made: Path) -> Iterator[Closet]:
    """The open shop, without a backup."""
    made.unlink()
    closet = open_closet(made.parent / "closet", resources(), fixed_clock(TODAY))
    yield closet
    closet.close()


def unpacked(backup: Path) -> Files:
    """What a backup holds."""
    with ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(target: Path, members: Files, /, **facts: Any) -> Path:
    """A backup of `files` that is sealed and listed rightly, by somebody who knows how."""
    listed = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in members.items()
    ]
    manifest = {
        "format": "closet backup", "format_version": 1, "made_at": "", "version": "",
        "schema": SCHEMA_VERSION, "files": listed, **facts,
    }  # fmt: skip
    with ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.comment = UNSEALED
    seal(target)
    return target


def whole(files: Files) -> Files:
    """The files of a backup without its list."""
    return {name: data for name, data in files.items() if name != "manifest.json"}


def require_refused(backup: Path, folder: Path) -> str:
    """The sentence with which a backup is refused; nothing is left behind."""
    before = sorted(backup.parent.rglob("*"))
    with pytest.raises(UserError) as refused:
        backups.restore(backup, folder)
    assert sorted(backup.parent.rglob("*")) == before
    return str(refused.value)
