"""`closet intake`: to look at without a trace, or as drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from closet_app.paths import resources
from tests.cli.conftest import Shell
from tests.photo.pictures import noise, packed, written
from tests.sessions import PIECES, shoot


@pytest.fixture
def session(tmp_path: Path) -> list[Path]:
    """Five photos of two pieces, and a file that is cut short."""
    files = shoot(tmp_path / "DCIM", PIECES[:2])
    written(tmp_path / "DCIM" / "cut.jpg", packed(noise())[:4000])
    return files


@pytest.fixture
def shop(closet: Shell, tmp_path: Path) -> Shell:
    """A shop without an item."""
    closet.ok("new", tmp_path / "shop", "--name", "Juniper Lane", "--country", "US")
    return closet


def test_it_looks_at_a_folder_without_a_closet(
    closet: Shell, session: list[Path], tmp_path: Path
) -> None:
    said = closet.json("intake", session[0].parent)
    names = [name for group in said["groups"] for name in group["files"]]
    assert names == [path.name for path in session]
    assert set(said) == {"groups", "problems"}
    assert [problem["file"] for problem in said["problems"]] == ["cut.jpg"]
    assert "only part of this photo" in said["problems"][0]["why"]
    for group in said["groups"]:
        assert set(group) == {"files", "confidence", "suggestions", "warnings"}
        assert 0 <= group["confidence"] <= 1
    assert {path.name for path in tmp_path.iterdir()} <= {"DCIM", "settings"}


def test_without_models_it_groups_and_says_what_is_missing(
    closet: Shell, session: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "resources"
    bare.mkdir()
    for each in resources().iterdir():
        if each.name != "models":
            (bare / each.name).symlink_to(each)
    monkeypatch.setattr("tests.cli.conftest.resources", lambda: bare)

    ran = closet("intake", *session)

    assert ran.code == 0
    assert session[0].name in ran.out
    assert "a model is missing" in ran.err


def test_drafts_share_what_is_the_same_for_all(shop: Shell, session: list[Path]) -> None:
    said = shop.json(
        "intake", session[0], session[3], "--create", "--source", "Goodwill, Alder St",
        "--acquired-on", "2026-11-21", "--receipt-total", "9.99", "--bin", "B-05",
    )  # fmt: skip
    assert len(said["created"]) == len(said["groups"]) == 2
    assert said["created"][0] == "JL-0001"
    costs = []
    for number in said["created"]:
        item = shop.json("show", number)
        assert (item["source"], item["acquired_on"]) == ("Goodwill, Alder St", "2026-11-21")
        assert item["bin"] == "B-05"
        costs.append(item["cost_price_minor"])
    assert sum(costs) == 999
    assert shop.ok("undo").endswith(f"Created {len(costs)} drafts")


def test_a_table_names_the_drafts(shop: Shell, session: list[Path]) -> None:
    ran = shop("intake", session[0], session[0].parent / "cut.jpg", "--create")
    assert ran.code == 0
    assert "JL-0001" in ran.out
    assert "cut.jpg" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--source", "Goodwill"), "needs --create"),
        (("--receipt-total", "9"), "needs --create"),
        (("--create", "--receipt-total", "nine"), "--receipt-total"),
        (("--create", "--acquired-on", "someday"), "--acquired-on"),
    ],
)
def test_wrong_words_end_it_before_a_photo_is_touched(
    shop: Shell, session: list[Path], words: tuple[str, ...], said: str
) -> None:
    ran = shop("intake", session[0], *words)
    assert ran.code == 2
    assert said in ran.err
    assert shop.json("list") == []
    assert shop("intake", session[0].parent / "nothing.jpg").code == 2


def test_nothing_readable_is_said_and_ends_with_1(closet: Shell, tmp_path: Path) -> None:
    page = written(tmp_path / "page.jpg", b"<html></html>")
    ran = closet("intake", page, "--json")
    assert ran.code == 1
    assert ran.json["groups"] == []
    assert [problem["file"] for problem in ran.json["problems"]] == ["page.jpg"]
    assert "is a web page" in ran.err


def test_json_is_said_even_when_nothing_is_there(closet: Shell, tmp_path: Path) -> None:
    ran = closet("intake", tmp_path / "gone", "--json")

    assert ran.code == 2
    told = json.loads(ran.out)
    assert told["groups"] == []
    assert [each["why"] for each in told["problems"]] == [f"{tmp_path / 'gone'} does not exist."]
