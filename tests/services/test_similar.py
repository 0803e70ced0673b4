"""Finding pieces by photo, on real photos of garments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from closet_app.domain.item import ItemFacts
from closet_app.errors import PhotoError, UserError
from closet_app.photo.sources import PhotoBytes
from closet_app.services import items, looks, similar, stock
from closet_app.services.closet import Closet
from closet_app.services.pieces import piece
from tests.closets import PHOTOS, new_closet, sell, usd

PIECES = {
    "plaid": ("img-2041", "img-2044"),
    "hat": ("img-2066",),
    "shoes": ("img-2063",),
    "pants": ("img-2052", "img-2055"),
    "other hat": ("hat-11",),
    "other shoes": ("shoes-09",),
    "dress": ("dress-04",),
    "coat": ("outwear-08",),
    "other coat": ("outwear-10",),
}


def _photo(name: str) -> Path:
    return PHOTOS / f"{name}.jpg"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Closet, dict[str, int]]]:
    """Nine pieces whose photos are all measured; tests do not change them."""
    closet = new_closet(tmp_path_factory.mktemp("similar") / "closet")
    made = {
        title: items.add_item(closet, ItemFacts(title=title), [_photo(name) for name in names])[0]
        for title, names in PIECES.items()
    }
    sell(closet, [made["shoes"]], ["27.50"], sold_on=date(2026, 11, 3))
    looks.measure_missing(closet, looks.unmeasured_of_pieces(closet))
    yield closet, made
    closet.close()


def _taken_in(closet: Closet, *names: str) -> list[str]:
    """Photos of an intake: stored and measured, and of no piece yet."""
    shas = [closet.photos.take_in(_photo(name), closet.thumbnails).sha256 for name in names]
    looks.measure_missing(closet, shas)
    return shas


def test_another_photo_of_a_garment_finds_it_first(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    for name, title in (("img-2067", "hat"), ("img-2042", "plaid"), ("img-2053", "pants")):
        found = similar.find_like(closet, _photo(name))
        assert found[0].item_id == made[title]
        assert similar.say_likeness(found[0].likeness) == "very alike"
        assert [each.likeness for each in found] == sorted(
            (each.likeness for each in found), reverse=True
        )


def test_a_garment_of_the_same_kind_comes_before_others(
    shop: tuple[Closet, dict[str, int]],
) -> None:
    closet, made = shop
    found = [each.item_id for each in similar.find_like(closet, made["hat"], limit=2)]

    assert found[0] == made["other hat"]
    assert made["hat"] not in found


def test_a_sold_piece_says_what_it_sold_for(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    data = _photo("img-2065").read_bytes()
    best = similar.find_like(closet, PhotoBytes("shoes.jpg", data), limit=1)[0]

    assert best.item_id == made["shoes"]
    assert (best.sold_for, best.sold_on) == (usd("27.50"), date(2026, 11, 3))
    assert best.card.title == "shoes"


def test_an_unsold_piece_has_no_price_of_a_sale(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    best = similar.find_like(closet, _photo("hat-11"), limit=1)[0]

    assert (best.item_id, best.sold_for) == (made["other hat"], None)
    assert best.likeness > 0.99


def test_the_matching_photo_of_a_piece_is_named(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    sha = piece(closet, made["pants"]).photos[0].ref.sha256

    assert similar.find_like(closet, _photo("img-2053"), limit=1)[0].photo.sha256 == sha


def test_new_photos_of_a_garment_may_be_here_already(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    new = _taken_in(closet, "img-2067", "img-2042", "img-2064", "dress-07", "outwear-02")
    here = similar.here_already(closet, new)

    assert {sha: each.item_id for sha, each in here.items()} == {
        new[0]: made["hat"],
        new[1]: made["plaid"],
        new[2]: made["shoes"],
    }
    assert not any(each.same_photo for each in here.values())


def test_the_same_photo_is_here_even_unmeasured(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    sha = piece(closet, made["dress"]).photos[0].ref.sha256
    here = similar.here_already(closet, [sha])[sha]

    assert (here.item_id, here.same_photo, here.likeness) == (made["dress"], True, 1.0)
    assert similar.here_already(closet, [sha], apart_from={made["dress"]}) == {}


def test_no_garment_of_the_shop_is_taken_for_another(shop: tuple[Closet, dict[str, int]]) -> None:
    closet, made = shop
    hats = {made["hat"], made["other hat"]}
    for item_id in made.values():
        shas = [photo.ref.sha256 for photo in piece(closet, item_id).photos]
        assert similar.here_already(closet, shas, apart_from={item_id} | hats) == {}


def test_what_is_no_photo_is_refused(shop: tuple[Closet, dict[str, int]], tmp_path: Path) -> None:
    text = tmp_path / "note.jpg"
    text.write_text("not a photo")

    with pytest.raises(PhotoError):
        similar.find_like(shop[0], text)


def test_a_piece_without_photos_cannot_be_compared(closet: Closet) -> None:
    item_id = items.add_item(closet, ItemFacts(title="No photo yet"))[0]

    with pytest.raises(UserError, match="no photo to compare"):
        similar.find_like(closet, item_id)


def test_pieces_in_trash_are_not_found(closet: Closet) -> None:
    item_id = items.add_item(closet, ItemFacts(title="Hat"), [_photo("hat-11")])[0]
    looks.measure_missing(closet, looks.unmeasured_of_pieces(closet))
    assert len(similar.find_like(closet, _photo("hat-11"))) == 1

    stock.trash(closet, [item_id])

    assert similar.find_like(closet, _photo("hat-11")) == ()
    assert similar.count_unmeasured(closet) == 0


def test_photos_that_are_kept_later_are_found_too(closet: Closet) -> None:
    first = items.add_item(closet, ItemFacts(title="Hat"), [_photo("hat-11")])[0]
    assert similar.count_unmeasured(closet) == 1
    looks.measure_missing(closet, looks.unmeasured_of_pieces(closet))
    similar.find_like(closet, _photo("hat-11"))
    second = items.add_item(closet, ItemFacts(title="Hat again"), [_photo("hat-05")])[0]
    looks.measure_missing(closet, looks.unmeasured_of_pieces(closet))

    found = similar.find_like(closet, _photo("hat-05"))

    assert [each.item_id for each in found] == [second, first]
