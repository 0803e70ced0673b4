"""What pieces have in common, the way to the first sale, and photos found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.domain.item import ItemFacts
from closet_app.errors import NotFoundError, UserError
from closet_app.services import items, order_steps, photos, pieces, stock
from closet_app.services.closet import Closet
from closet_app.services.sharing import first_steps, shared_facts
from tests.closets import PHOTOS, add, sell


def test_shared_facts_are_those_that_all_pieces_have(closet: Closet) -> None:
    tee = add(closet, brand="Madewell", bin="B-04", size="M", colors=("Cream",))
    skirt = add(closet, "Toile skirt", brand="Madewell", bin="B-04", size="S", colors=("Blue",))
    assert shared_facts(closet, [tee, skirt]) == {
        "brand": "Madewell", "department": "Women", "category": "Tops", "bin": "B-04",
    }  # fmt: skip
    assert shared_facts(closet, [tee])["colors"] == ("Cream",)


def test_pieces_without_anything_in_common_share_nothing(closet: Closet) -> None:
    tee = add(closet, brand="Madewell")
    bare = items.add_item(closet, ItemFacts())[0]
    assert shared_facts(closet, [tee, bare, 999]) == {}
    assert shared_facts(closet, []) == {}


def test_each_step_to_the_first_sale_is_seen_when_it_is_done(closet: Closet) -> None:
    assert first_steps(closet) == frozenset()
    made = items.add_item(closet, ItemFacts(title="Tee"), [PHOTOS / "dress-03.jpg"])[0]
    assert first_steps(closet) == {"photos"}
    priced = add(closet)
    assert first_steps(closet) == {"photos", "cost"}
    stock.mark_listed(closet, [priced], ["ebay"])
    assert first_steps(closet) == {"photos", "cost", "listed"}
    order = sell(closet, [made], ["20"])
    assert first_steps(closet) == {"photos", "cost", "listed", "sold"}
    order_steps.mark_packed(closet, order)
    assert first_steps(closet) == {"photos", "cost", "listed", "sold", "packed"}


def test_a_missing_photo_is_put_back_from_the_same_file_only(
    closet: Closet, tmp_path: Path
) -> None:
    source = PHOTOS / "dress-03.jpg"
    made = items.add_item(closet, ItemFacts(title="Tee"), [source])[0]
    cover = pieces.piece(closet, made).cover
    assert cover is not None
    original = closet.photos.path_of(cover.ref.sha256)
    original.chmod(0o600)
    original.unlink()
    with pytest.raises(UserError, match="another photo"):
        photos.find_again(closet, cover.ref, PHOTOS / "dress-01.jpg")
    with pytest.raises(UserError, match="cannot be read"):
        photos.find_again(closet, cover.ref, tmp_path / "gone.jpg")
    with pytest.raises(NotFoundError):
        closet.photos.path_of(cover.ref.sha256)
    photos.find_again(closet, cover.ref, source)
    assert closet.photos.path_of(cover.ref.sha256).read_bytes() == source.read_bytes()
