from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, UserError
from closet_app.paths import resources
from closet_app.services.beginning import (
    Answers,
    Home,
    begin,
    look_at,
    open_sample,
    pattern_for,
    sample_home,
    shop_for,
)
from closet_app.services.clock import fixed_clock
from closet_app.services.numbering import next_sku
from closet_app.services.shop import shop
from tests.closets import TODAY, new_closet


class Stopping(Progress):
    """Stops at the first step."""

    def step(self, _done: int, _total: int, _words: str) -> None:
        raise CancelledError


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("Juniper Lane", "JL-{0000}"),
        ("Été à Paris", "EAP-{0000}"),
        ("O'Brien & Sons Vintage Shop", "OSV-{0000}"),
        ("옷장", "{0000}"),
        ("", "{0000}"),
    ],
)
def test_item_numbers_begin_with_the_initials(name: str, pattern: str) -> None:
    assert pattern_for(name) == pattern


@pytest.mark.parametrize(
    ("country", "currency", "units", "paper", "supplies"),
    [
        ("US", "USD", "imperial", "letter", 40),
        ("GB", "GBP", "mixed", "a4", 0),
        ("DE", "EUR", "metric", "a4", 0),
        ("CA", "CAD", "mixed", "letter", 0),
    ],
)
def test_a_shop_begins_as_its_country_keeps_shop(
    country: str, currency: str, units: str, paper: str, supplies: int
) -> None:
    made = shop_for(Answers("Second Bloom", country, Path()))
    assert (made.currency, made.units, made.slip_stock) == (currency, units, paper)
    assert sum(step.cost_minor for step in made.packing_steps) == supplies


def test_a_new_closet_is_free_of_pieces_and_numbers_from_one(tmp_path: Path) -> None:
    closet = begin(Answers("Second Bloom", "US", tmp_path / "new"), resources())
    assert shop(closet).name == "Second Bloom"
    assert next_sku(closet) == "SB-0001"
    closet.close()


def test_a_folder_is_free_full_or_a_closet(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    for folder in (empty, full):
        folder.mkdir()
        (folder / ".DS_Store").touch()
    (full / "letter.txt").touch()
    new_closet(tmp_path / "closet").close()
    assert look_at(tmp_path / "nowhere") is Home.FREE
    assert look_at(empty) is Home.FREE
    assert look_at(full) is Home.FULL
    assert look_at(tmp_path / "closet") is Home.CLOSET


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be used"):
        look_at(tmp_path / "file")


def test_the_sample_never_mixes_with_other_files(tmp_path: Path) -> None:
    home = sample_home(tmp_path / "Closet")
    assert home.name == "Closet sample"
    home.mkdir()
    (home / "letter.txt").touch()
    with pytest.raises(UserError, match="holds other files"):
        open_sample(home, resources())
    assert (home / "letter.txt").exists()


def test_a_sample_that_is_there_is_opened_again(tmp_path: Path) -> None:
    home = sample_home(tmp_path / "Closet")
    new_closet(home, name="Mine by now").close()
    closet = open_sample(home, resources())
    assert shop(closet).name == "Mine by now"
    closet.close()


def test_a_stopped_sample_leaves_nothing_behind(tmp_path: Path) -> None:
    home = sample_home(tmp_path / "Closet")
    with pytest.raises(CancelledError):
        open_sample(home, resources(), fixed_clock(TODAY), Stopping())
    assert not home.exists()
