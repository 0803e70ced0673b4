"""Commands that find items by photo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_documented import KINDS, documented, said
from tests.closets import PHOTOS


@pytest.fixture
def hats(closet: Shell, tmp_path: Path) -> Shell:
    """Three items of the closet opened last; the shoes are sold."""
    closet.ok("new", tmp_path / "shop", "--name", "Juniper Lane")
    for title, name in (("Trilby", "img-2066"), ("Straw hat", "hat-11"), ("Shoes", "img-2063")):
        closet.ok("add", PHOTOS / f"{name}.jpg", "--title", title)
    sku = closet.json("list", "shoes")[0]["sku"]
    closet.ok("sell", sku, "--marketplace", "ebay", "--price", "27.50", "--on", "2026-11-03")
    return closet


def test_the_item_of_another_photo_comes_first(hats: Shell) -> None:
    found = hats.json("similar", PHOTOS / "img-2067.jpg")

    assert [each["title"] for each in found] == ["Trilby", "Straw hat", "Shoes"]
    assert found[0]["likeness"] > found[1]["likeness"] > found[2]["likeness"]


def test_a_sold_item_says_what_it_sold_for(hats: Shell) -> None:
    found = hats.json("similar", PHOTOS / "img-2065.jpg", "--limit", "1")
    said_words = hats.ok("similar", PHOTOS / "img-2065.jpg", "--limit", "1")

    assert [(each["sold_for_minor"], each["sold_on"]) for each in found] == [(2750, "2026-11-03")]
    assert "$27.50" in said_words
    assert "very alike" in said_words


def test_an_item_is_asked_about_by_its_number(hats: Shell) -> None:
    trilby = hats.json("list", "trilby")[0]["sku"]

    assert [each["title"] for each in hats.json("similar", trilby, "--limit", "1")] == ["Straw hat"]


def test_neither_a_photo_nor_an_item_is_said(hats: Shell, tmp_path: Path) -> None:
    missing = hats("similar", "nothing.jpg")
    (tmp_path / "note.jpg").write_text("no photo")
    no_photo = hats("similar", tmp_path / "note.jpg")

    assert (missing.code, no_photo.code) == (1, 1)
    assert "neither a photo nor an item “nothing.jpg”" in missing.err
    assert "note.jpg" in no_photo.err


def test_the_page_names_every_key_of_similar_with_its_type(hats: Shell) -> None:
    page = documented("similar")
    keys = set()
    for key, value in said(hats.json("similar", PHOTOS / "img-2067.jpg")):
        keys.add(key)
        allowed = tuple(kind for name in page.get(key, ()) for kind in KINDS[name])
        assert type(value) in allowed, f"{key} is {value!r}"
    assert keys == set(page)
