"""A new closet for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from closet_app.services.closet import Closet
from tests.closets import new_closet


@pytest.fixture
def closet(tmp_path: Path) -> Iterator[Closet]:
    """An empty shop on a fixed day."""
    opened = new_closet(tmp_path / "closet")
    yield opened
    opened.close()
