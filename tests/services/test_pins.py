"""Flaws marked on photos: kept in their place, undone, and told in the listing once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.flaws import MarkedFlaw, flaws_to_tell
from closet_app.domain.item import ItemFacts
from closet_app.errors import NotFoundError
from closet_app.services import history, items, kit, photos, pieces, pins, stock
from closet_app.services.closet import Closet
from tests.closets import PHOTOS

BOARD = tuple(PHOTOS / name for name in ("dress-01.jpg", "dress-02.jpg"))


@pytest.fixture
def item_id(closet: Closet) -> int:
    """A piece with two photos."""
    facts = ItemFacts(title="Midi dress", department="Women", category="Dresses")
    return items.add_item(closet, facts, BOARD)[0]


def photo_ids(closet: Closet, item_id: int) -> list[int]:
    return [photo.ref.id for photo in pieces.piece(closet, item_id).photos]


def description(closet: Closet, item_id: int) -> str:
    return kit.kit(closet, item_id, "ebay").text.description


def test_a_pin_is_placed_named_moved_and_taken_off(closet: Closet, item_id: int) -> None:
    photo_id = photo_ids(closet, item_id)[1]
    pin_id, changed = pins.add_pin(closet, photo_id, 0.25, 0.75)
    assert changed.items == {item_id}
    pins.name_pin(closet, pin_id, "  small\npull ")
    pins.move_pin(closet, pin_id, 1.7, -3)
    (pin,) = pins.pins_of(closet, item_id)
    assert (pin.photo_id, pin.x, pin.y, pin.words) == (photo_id, 1.0, 0.0, "small pull")
    pins.remove_pin(closet, pin_id)
    assert pieces.piece(closet, item_id).pins == ()


def test_each_pin_step_is_undone_by_itself(closet: Closet, item_id: int) -> None:
    pin_id, _ = pins.add_pin(closet, photo_ids(closet, item_id)[0], 0.5, 0.5, "stain")
    pins.name_pin(closet, pin_id, "faint stain")
    history.undo(closet)
    assert [pin.words for pin in pins.pins_of(closet, item_id)] == ["stain"]
    history.undo(closet)
    assert pins.pins_of(closet, item_id) == ()


def test_a_pin_needs_a_photo(closet: Closet) -> None:
    with pytest.raises(NotFoundError):
        pins.add_pin(closet, 999, 0.5, 0.5)


def test_a_removed_photo_takes_its_pins_along_and_undo_brings_them_back(
    closet: Closet, item_id: int
) -> None:
    first, second = photo_ids(closet, item_id)
    pins.add_pin(closet, first, 0.5, 0.5, "stain")
    pins.add_pin(closet, second, 0.5, 0.5, "pull")
    photos.remove_photo(closet, first)
    assert [pin.words for pin in pins.pins_of(closet, item_id)] == ["pull"]
    history.undo(closet)
    assert {pin.words for pin in pins.pins_of(closet, item_id)} == {"stain", "pull"}


def test_a_piece_with_pins_is_deleted_for_good(closet: Closet, item_id: int) -> None:
    pins.add_pin(closet, photo_ids(closet, item_id)[0], 0.5, 0.5, "stain")
    stock.trash(closet, [item_id])
    stock.empty_trash(closet, [item_id])
    with pytest.raises(NotFoundError):
        pieces.piece(closet, item_id)


def test_a_duplicate_has_neither_the_photos_nor_their_pins(closet: Closet, item_id: int) -> None:
    pins.add_pin(closet, photo_ids(closet, item_id)[0], 0.5, 0.5, "stain")
    made, _ = items.duplicate(closet, item_id)
    assert pins.pins_of(closet, made) == ()


def test_the_listing_tells_each_flaw_once_with_its_photos(closet: Closet, item_id: int) -> None:
    first, second = photo_ids(closet, item_id)
    pins.add_pin(closet, second, 0.1, 0.1, "small pull")
    pins.add_pin(closet, second, 0.2, 0.2, "Small pull.")
    pins.add_pin(closet, first, 0.2, 0.2, "faint mark")
    pins.add_pin(closet, first, 0.2, 0.2)
    pins.add_pin(closet, second, 0.9, 0.9, "faint mark")
    told = "To know: Faint mark, shown in photos 1, 2. Small pull, shown in photo 2."
    assert told in description(closet, item_id)


def test_a_flaw_that_is_written_down_is_not_told_again(closet: Closet, item_id: int) -> None:
    items.edit(closet, [item_id], {"flaws": "Small pull at the cuff"})
    pins.add_pin(closet, photo_ids(closet, item_id)[0], 0.1, 0.1, "small pull")
    assert description(closet, item_id).endswith("To know: Small pull at the cuff.")


def test_a_photo_that_is_left_out_shows_nothing(closet: Closet, item_id: int) -> None:
    first, second = photo_ids(closet, item_id)
    pins.add_pin(closet, first, 0.1, 0.1, "stain")
    pins.add_pin(closet, second, 0.1, 0.1, "pull")
    photos.leave_out(closet, first)
    assert "To know: Pull, shown in photo 1. Stain." in description(closet, item_id)


@given(
    written=st.text(max_size=30),
    marked=st.lists(
        st.builds(MarkedFlaw, st.sampled_from(["pull", "Pull", "a hole", "–"]), st.integers(0, 4))
    ),
)
def test_no_flaw_is_told_twice(written: str, marked: list[MarkedFlaw]) -> None:
    told = flaws_to_tell(written, marked)
    words = [flaw.words.casefold() for flaw in told]
    assert len(words) == len(set(words))
    assert all(list(flaw.numbers) == sorted(set(flaw.numbers) - {0}) for flaw in told)
    assert not any(word in ("", "–") for word in words)
