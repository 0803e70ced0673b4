from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PIL import Image

from closet_app.errors import MachineError, NotFoundError, PhotoError
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.sources import PhotoBytes
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import Thumbnails, ThumbSize, scaled
from tests.photo.disks import FailingDisk
from tests.photo.pictures import (
    BLUE,
    GREEN,
    RED,
    YELLOW,
    alike,
    corners_of,
    exif,
    files_in,
    lain,
    packed,
    quarters,
)

SIDEWAYS = packed(lain(6, 1200, 1600), exif=exif(6, gps=True))


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def thumbnails(tmp_path: Path, store: PhotoStore) -> Thumbnails:
    return Thumbnails(tmp_path / "thumbs", store)


@pytest.fixture
def sha256(store: PhotoStore, thumbnails: Thumbnails) -> str:
    return store.take_in(PhotoBytes("one.jpg", SIDEWAYS), thumbnails).sha256


def pixels(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
        return image.copy()


def test_taking_in_makes_both_thumbnails_upright(thumbnails: Thumbnails, sha256: str) -> None:
    card = thumbnails.find(sha256, size=ThumbSize.CARD)
    large = thumbnails.find(sha256, size=ThumbSize.LARGE)
    assert card is not None
    assert large is not None
    assert (pixels(card).size, pixels(large).size) == ((375, 500), (750, 1000))
    for path in (card, large):
        assert alike(corners_of(pixels(path)))
        assert b"Exif" not in path.read_bytes()


def test_a_missing_thumbnail_is_made_from_the_original(thumbnails: Thumbnails, sha256: str) -> None:
    for size in ThumbSize:
        thumbnails.place(sha256, AS_IT_CAME, size).unlink()
    assert thumbnails.find(sha256) is None
    assert pixels(thumbnails.get(sha256)).size == (375, 500)
    assert thumbnails.find(sha256, size="large") is not None


def test_a_card_is_made_from_the_larger_thumbnail_when_the_original_is_away(
    store: PhotoStore, thumbnails: Thumbnails, sha256: str
) -> None:
    thumbnails.place(sha256, AS_IT_CAME, "card").unlink()
    store.path_of(sha256).unlink()
    assert alike(corners_of(pixels(thumbnails.get(sha256))))


def test_an_edit_has_thumbnails_of_its_own(thumbnails: Thumbnails, sha256: str) -> None:
    turned = thumbnails.get(sha256, Recipe(turns=1), ThumbSize.LARGE)
    assert pixels(turned).size == (1000, 750)
    assert alike(corners_of(pixels(turned)), (BLUE, RED, YELLOW, GREEN))
    assert alike(corners_of(pixels(thumbnails.get(sha256, AS_IT_CAME, ThumbSize.LARGE))))
    assert pixels(thumbnails.get(sha256, Recipe(turns=1))).size == (500, 375)


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"\0" * 900, SIDEWAYS[:200]])
@pytest.mark.parametrize("size", list(ThumbSize))
def test_a_spoilt_thumbnail_is_made_again(
    thumbnails: Thumbnails, sha256: str, spoilt: bytes, size: ThumbSize
) -> None:
    place = thumbnails.place(sha256, AS_IT_CAME, size)
    place.write_bytes(spoilt)
    assert alike(corners_of(pixels(thumbnails.get(sha256, size=size))))


def test_a_thumbnail_spoilt_in_its_middle_can_be_remade(
    thumbnails: Thumbnails, sha256: str
) -> None:
    for size in ThumbSize:
        place = thumbnails.place(sha256, AS_IT_CAME, size)
        whole = place.read_bytes()
        place.write_bytes(whole[:20] + whole[-2:])
    assert alike(corners_of(pixels(thumbnails.remake(sha256))))


def test_a_thumbnail_is_never_half_written(tmp_path: Path, store: PhotoStore, sha256: str) -> None:
    full = Thumbnails(tmp_path / "other", store, FailingDisk("write", OSError(errno.ENOSPC, "")))
    with pytest.raises(MachineError, match="disk is full") as caught:
        full.get(sha256)
    assert caught.value.safe == "The photo itself is stored."
    assert files_in(tmp_path / "other") == []


def test_without_an_original_there_is_nothing_to_make_one_of(thumbnails: Thumbnails) -> None:
    with pytest.raises(NotFoundError):
        thumbnails.get("0" * 64)


def test_a_damaged_original_is_named(
    store: PhotoStore, thumbnails: Thumbnails, sha256: str
) -> None:
    store.path_of(sha256).write_bytes(SIDEWAYS[:900])
    with pytest.raises(PhotoError, match="only part"):
        thumbnails.get(sha256, Recipe(turns=2))


@pytest.mark.parametrize(
    ("photo", "card", "large"),
    [
        ((4000, 3000), (499, 374), (1000, 750)),
        ((1020, 765), (510, 382), (1020, 765)),
        ((1008, 756), (504, 378), (1008, 756)),
        ((300, 200), (300, 200), (300, 200)),
        ((5000, 500), (1000, 100), (1000, 100)),
        ((3000, 1), (1000, 1), (1000, 1)),
        ((1200, 1200), (374, 374), (1000, 1000)),
    ],
)
def test_sizes_cover_a_card_and_never_enlarge(
    photo: tuple[int, int], card: tuple[int, int], large: tuple[int, int]
) -> None:
    image = quarters(*photo)
    assert scaled(image, ThumbSize.CARD).size == card
    assert scaled(image, ThumbSize.LARGE).size == large
