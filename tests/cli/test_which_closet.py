from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.paths import resources
from closet_app.services.clock import fixed_clock
from closet_app.services.opening import open_closet
from tests.cli.conftest import Shell
from tests.closets import TODAY, add, new_closet


@pytest.fixture
def two(closet: Shell, tmp_path: Path) -> tuple[Path, Path]:
    """Two closets with one item each, neither opened last."""
    for name in ("one", "two"):
        made = new_closet(tmp_path / name)
        add(made, name)
        made.close()
    return tmp_path / "one", tmp_path / "two"


def titles(closet: Shell, *words: str | Path) -> list[str]:
    return [each["title"] for each in closet.json(*words)]


def test_it_is_named_before_or_after_the_command(closet: Shell, two: tuple[Path, Path]) -> None:
    one, other = two
    assert titles(closet, "--closet", one, "list") == ["one"]
    assert titles(closet, "list", "--closet", other) == ["two"]
    assert titles(closet, "--closet", one, "list", "--closet", other) == ["two"]
    assert "Wrote" in closet.ok("export", "--closet", one, "items", "--out", one / "x.csv")


def test_the_system_names_it_when_the_words_do_not(
    closet: Shell, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOSET_DIR", str(two[0]))
    assert titles(closet, "list") == ["one"]
    assert titles(closet, "list", "--closet", two[1]) == ["two"]


def test_else_it_is_the_one_opened_last(closet: Shell, tmp_path: Path) -> None:
    closet.ok("new", tmp_path / "first")
    closet.ok("new", tmp_path / "second")
    closet.ok("add", "--title", "Here")
    assert titles(closet, "list", "--closet", tmp_path / "second") == ["Here"]


def test_without_any_it_says_how_to_make_one(closet: Shell) -> None:
    ran = closet("list")
    assert ran.code == 1
    assert "closet new DIR" in ran.err


def test_a_folder_without_a_closet_is_named(closet: Shell, tmp_path: Path) -> None:
    ran = closet("list", "--closet", tmp_path)
    assert ran.code == 1
    assert str(tmp_path) in ran.err
    assert list(tmp_path.iterdir()) == []


def test_alone_it_opens_the_window(closet: Shell, tmp_path: Path) -> None:
    assert closet().code == 7
    assert closet("--closet", tmp_path).code == 7
    assert closet.opened == [None, tmp_path]


def test_while_it_is_open_elsewhere_every_command_says_so(shop: Shell, tmp_path: Path) -> None:
    window = open_closet(tmp_path / "shop", resources(), fixed_clock(TODAY))
    for words in (["list"], ["edit", "JL-0001", "price=1"], ["undo"], ["check", "--json"]):
        ran = shop(*words)
        assert (ran.code, ran.out) == (1, "")
        assert "already open" in ran.err
    window.close()
    assert shop("list").code == 0


def test_the_first_command_of_a_day_copies_the_database(shop: Shell, tmp_path: Path) -> None:
    for copy in (tmp_path / "shop" / "backups").iterdir():
        copy.unlink()
    shop.ok("list")
    shop.ok("list")
    copies = [path.name for path in (tmp_path / "shop" / "backups").iterdir()]
    assert copies == ["closet-2026-11-22.db"]
