"""The photo board, and photos and texts on their way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from closet_app.domain.item import ItemFacts
from closet_app.errors import UserError
from closet_app.services import gallery, items, kit, photos, pieces
from closet_app.services.closet import Closet
from tests.closets import PHOTOS, add

BOARD = tuple(PHOTOS / name for name in ("dress-01.jpg", "dress-02.jpg", "dress-03.jpg"))


@pytest.fixture
def item_id(closet: Closet) -> int:
    """A piece with three photos."""
    facts = ItemFacts(title="Midi dress", brand="Seasalt", size="M", department="Women")
    return items.add_item(closet, facts, BOARD)[0]


def names(closet: Closet, item_id: int) -> Sequence[str]:
    """The board in order."""
    return [photo.original_name for photo in pieces.piece(closet, item_id).photos]


def test_photos_stand_in_the_order_they_came(closet: Closet, item_id: int) -> None:
    assert names(closet, item_id) == [path.name for path in BOARD]


def test_a_photo_moves_between_the_others(closet: Closet, item_id: int) -> None:
    last = pieces.piece(closet, item_id).photos[-1].ref.id
    photos.move_photo(closet, last, 1)
    assert names(closet, item_id) == ["dress-01.jpg", "dress-03.jpg", "dress-02.jpg"]
    photos.make_cover(closet, last)
    assert names(closet, item_id)[0] == "dress-03.jpg"


def test_a_photo_that_is_left_out_is_no_cover_and_comes_back(closet: Closet, item_id: int) -> None:
    first = pieces.piece(closet, item_id).photos[0].ref.id
    photos.leave_out(closet, first)
    cover = pieces.piece(closet, item_id).cover
    assert cover is not None
    assert cover.original_name == "dress-02.jpg"
    photos.leave_out(closet, first, out=False)
    assert pieces.piece(closet, item_id).photos[0].left_out is False


def test_a_removed_photo_closes_the_gap(closet: Closet, item_id: int) -> None:
    photos.remove_photo(closet, pieces.piece(closet, item_id).photos[0].ref.id)
    assert [photo.position for photo in pieces.piece(closet, item_id).photos] == [0, 1]


def test_the_same_photo_is_shown_once(closet: Closet, item_id: int) -> None:
    photos.add_photos(closet, item_id, [BOARD[0]])
    assert len(pieces.piece(closet, item_id).photos) == 3


def test_nothing_but_broken_files_is_refused(closet: Closet, tmp_path: Path) -> None:
    page = tmp_path / "page.jpg"
    page.write_text("<html>no photo</html>")
    with pytest.raises(UserError):
        photos.add_photos(closet, add(closet), [page])


def test_a_turned_photo_shows_turned_and_its_original_stays(closet: Closet, item_id: int) -> None:
    ref = pieces.piece(closet, item_id).photos[0].ref
    before = closet.photos.path_of(ref.sha256).read_bytes()
    photos.turn(closet, ref.id)
    turned = pieces.piece(closet, item_id).photos[0].ref
    with (
        Image.open(gallery.thumbnail(closet, ref, "card")) as upright,
        Image.open(gallery.thumbnail(closet, turned, "card")) as sideways,
    ):
        assert upright.size == sideways.size[::-1]
    assert closet.photos.path_of(ref.sha256).read_bytes() == before


def test_copies_go_out_in_the_marketplace_s_size_without_the_left_out(
    closet: Closet, item_id: int
) -> None:
    photos.leave_out(closet, pieces.piece(closet, item_id).photos[1].ref.id)
    copied = kit.copy_photos(closet, item_id, "mercari")
    files = sorted(copied.folder.iterdir())
    assert [path.name for path in files] == ["JL-0001-1.jpg", "JL-0001-2.jpg"]
    with Image.open(files[0]) as copy:
        assert copy.width == copy.height <= 1024
        assert not copy.getexif()
    assert kit.copy_photos(closet, item_id, "mercari").count == 2


def test_a_piece_without_photos_has_none_to_copy(closet: Closet) -> None:
    with pytest.raises(UserError):
        kit.copy_photos(closet, add(closet), "mercari")


def test_the_kit_speaks_each_marketplace_s_words_within_its_limits(
    closet: Closet, item_id: int
) -> None:
    for marketplace in ("poshmark", "ebay", "mercari", "depop", "vinted"):
        made = kit.kit(closet, item_id, marketplace)
        limit = made.text.limits.title
        assert made.photos == 3
        assert "Seasalt" in (made.text.title or made.text.description)
        assert not limit or made.text.title_letters <= limit
