"""The sample shop, made once for all tests of a run; each test gets a copy of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from closet_app.cli import run
from closet_app.paths import resources
from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings
from tests.closets import TODAY


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the closed sample shop; not to be opened."""
    own = tmp_path_factory.mktemp("sample") / "closet"
    # Workers of one run share their parent folder: the first to finish serves all.
    parent = own.parents[2] if "PYTEST_XDIST_WORKER" in os.environ else own.parent
    shared = parent / "sample-shop"
    if not shared.exists():
        _make(own)
        try:
            own.rename(shared)
        except OSError:
            return own
    return shared


def _make(folder: Path) -> None:
    """As a seller makes it, on a fixed day."""
    settings = folder.parent / "settings.toml"
    around = Surroundings(settings, Settings(), resources(), lambda *_: 1)
    assert run(["sample", str(folder), "--today", TODAY.isoformat()], around) == 0


@pytest.fixture
def sample_folder(sample_home: Path, tmp_path: Path) -> Path:
    """A copy of the sample shop."""
    folder = tmp_path / "sample"
    shutil.copytree(sample_home, folder, ignore=shutil.ignore_patterns("closet.lock"))
    return folder
