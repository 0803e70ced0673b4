"""One application in Closet's theme for all window tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from closet_app.ui.jobs import Jobs
from closet_app.ui.shell.sweeping import Sweeper
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.furnished_closet import Furnished, make_furnished


@pytest.fixture(scope="session")
def keeper(qapp: QApplication) -> ThemeKeeper:
    return ThemeKeeper(qapp, "light")


@pytest.fixture(scope="session", autouse=True)
def _sweeper(qapp: QApplication) -> Iterator[None]:
    sweeper = Sweeper(qapp)
    sweeper.begin()
    yield
    sweeper.close()


@pytest.fixture(autouse=True)
def _light_at_100_percent(keeper: ThemeKeeper) -> Iterator[None]:
    yield
    if (keeper.wish, keeper.text_size) != ("light", 100):
        keeper.wear("light")
        keeper.set_text_size(100)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    runner = Jobs()
    yield runner
    assert runner.close()


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    return make_furnished(tmp_path_factory.mktemp("furnished") / "closet")
