"""`closet` as it is typed: run in this process, with settings and a clock of the test's own."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from closet_app.cli import run
from closet_app.domain.item import ItemFacts
from closet_app.paths import resources
from closet_app.services import items
from closet_app.services.backups import daily
from closet_app.services.clock import fixed_clock
from closet_app.services.surroundings import Surroundings
from closet_app.settings import Settings, load_settings, save_settings
from tests.closets import PHOTOS, TODAY, new_closet, usd
from tests.sample_shop import sample_folder, sample_home

__all__ = ["sample_folder", "sample_home"]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever it says
        return json.loads(self.out)


@dataclass(slots=True)
class Shell:
    """Types commands; `opened` are the folders a window was asked for."""

    settings_file: Path
    capture: pytest.CaptureFixture[str]
    opened: list[Path | None] = field(default_factory=list)

    def __call__(self, *words: str | Path) -> Ran:
        """Run one command, whatever it comes to."""
        kept = load_settings(self.settings_file).settings
        code = run([str(word) for word in words], self._around(kept))
        out, err = self.capture.readouterr()
        return Ran(code, out, err)

    def ok(self, *words: str | Path) -> str:
        """What a command says that must succeed, without the line's end."""
        ran = self(*words)
        assert ran.code == 0, ran.err
        return ran.out.rstrip("\n")

    def json(self, *words: str | Path) -> Any:  # noqa: ANN401 - whatever it says
        """What it says with --json."""
        return json.loads(self.ok(*words, "--json"))

    def _around(self, kept: Settings) -> Surroundings:
        def open_window(_: Surroundings, folder: Path | None) -> int:
            self.opened.append(folder)
            return 7

        clock = fixed_clock(TODAY)
        return Surroundings(self.settings_file, kept, resources(), open_window, clock)


@pytest.fixture
def closet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """`closet`, typed by somebody who has none yet."""
    return Shell(tmp_path / "settings" / "settings.toml", capsys)


@pytest.fixture(scope="session")
def shop_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed shop of three items, whose day has begun."""
    folder = tmp_path_factory.mktemp("shop") / "shop"
    made = new_closet(folder)
    tee = ItemFacts(
        title="Breton tee", brand="Madewell", size="M", category="Tops", department="Women",
        cost_price=usd(6), asking=usd(34), bin="B-04",
    )  # fmt: skip
    items.add_item(made, tee, [PHOTOS / "dress-01.jpg"])
    coat = ItemFacts(title="Wool coat", brand="Free People", asking=usd(80), size="XL")
    items.add_item(made, coat)
    dress = ItemFacts(title="Slip dress", cost_price=usd("3.50"), asking=usd(28), colors=("Red",))
    items.add_item(made, dress)
    daily(made)
    made.close()
    return folder


@pytest.fixture
def shop(closet: Shell, shop_once: Path, tmp_path: Path) -> Shell:
    """`closet`, whose shop of three items was opened last."""
    shutil.copytree(shop_once, tmp_path / "shop", ignore=shutil.ignore_patterns("closet.lock"))
    save_settings(closet.settings_file, Settings(last_closet=tmp_path / "shop"))
    return closet


@pytest.fixture
def sold(shop: Shell) -> str:
    """The number of an order of two of its items."""
    return shop.ok(
        "sell", "JL-0001", "JL-0003", "--marketplace", "ebay", "--price", "34", "--price", "28",
        "--buyer", "김서연", "--address", "1 Main St; Portland, OR 97205", "--own-label",
        "--shipping-charged", "7", "--postage", "6.20", "--discount", "5", "--supplies", "1",
    )  # fmt: skip
