"""A real closet for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from closet_app.db.engine import Database
from tests.db.samples import new_closet


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty closet, closed afterwards."""
    opened = new_closet(tmp_path)
    yield opened
    opened.close()
