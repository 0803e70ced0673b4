from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from closet_app.domain.boxes import Box
from closet_app.photo.cutout import (
    SIDE,
    as_picture,
    fills,
    fit,
    from_picture,
    lifted,
    refined,
    repaired,
)
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.edits import edited
from closet_app.photo.outlines import Outlines
from closet_app.photo.recipe import Recipe
from closet_app.photo.sources import PhotoBytes
from closet_app.photo.store import PhotoStore
from closet_app.photo.strokes import Stroke
from closet_app.photo.thumbnails import Thumbnails, ThumbSize
from tests.photo.pictures import packed

WALL, SHIRT = (200, 180, 150), (30, 60, 140)


def shirt(size: int = 200) -> Image.Image:
    """A round shirt in the middle of a wall, its edge as soft as a lens draws it."""
    image = Image.new("RGB", (size * 4, size * 4), WALL)
    ImageDraw.Draw(image).ellipse((size, size, size * 3, size * 3), fill=SHIRT)
    return image.resize((size, size), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1.2))


def outline(radius: float = 0.25, middle: tuple[float, float] = (0.5, 0.5)) -> NDArray[np.float32]:
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    apart = np.hypot(columns - middle[0], rows - middle[1])
    return np.asarray(np.clip((radius - apart) * 40 + 0.5, 0, 1), np.float32)


class Drawn:
    """Sees a given outline, and counts how often it is asked."""

    def __init__(self, found: NDArray[np.float32] | None) -> None:
        self.found = found
        self.asked = 0

    @property
    def can_cut_out(self) -> bool:
        return self.found is not None

    def outline(self, image: Image.Image) -> NDArray[np.float32] | None:
        assert min(image.size) > 0
        self.asked += 1
        return self.found


def shares(mask: Image.Image) -> NDArray[np.float64]:
    return np.asarray(mask, float) / 255


def test_a_rough_outline_is_fitted_to_the_edge_of_the_garment() -> None:
    mask = shares(refined(shirt(), outline(0.26, (0.505, 0.5))))
    rows, columns = (np.mgrid[0:200, 0:200] + 0.5) / 200
    truth = np.hypot(columns - 0.5, rows - 0.5) < 0.25
    assert np.abs(mask - truth).mean() < 0.012


def test_a_fit_gives_back_what_follows_from_the_colors() -> None:
    guide = np.asarray(np.random.default_rng(3).random((40, 50, 3)), np.float32)
    values = np.asarray(guide @ np.array([0.5, -0.3, 0.6], np.float32) + 0.1, np.float32)
    slope, offset = fit(guide, values, 5)
    assert np.abs((slope * guide).sum(axis=-1) + offset - values).max() < 0.05


def test_what_the_net_took_for_the_wall_inside_a_shirt_is_shirt() -> None:
    found = outline()
    found[150:170, 150:165] = 0.02
    found[10:20, 10:20] = 0.9
    mask = shares(refined(shirt(), found))
    assert mask[90:110, 90:110].min() > 0.9
    assert mask[:20, :20].max() < 0.1


def test_where_nothing_is_found_the_cloth_fills_the_photo() -> None:
    mask = shares(refined(shirt(), outline() * 0.2))
    assert mask.min() == 1


def test_an_outline_is_kept_as_a_small_picture() -> None:
    found = outline()
    assert np.abs(from_picture(as_picture(found)) - found).max() < 0.003


def test_no_halo_of_the_wall_is_left_on_white() -> None:
    image = shirt()
    mask = refined(image, outline())
    garment = np.asarray(lifted(image, mask))
    edge = (garment[..., 3] > 60) & (garment[..., 3] < 250)
    assert edge.any()
    apart = np.abs(garment[..., :3].astype(int) - SHIRT).max(axis=-1)
    before = np.abs(np.asarray(image).astype(int) - SHIRT).max(axis=-1)
    assert apart[edge].mean() < 0.5 * before[edge].mean()


def test_strokes_add_and_erase_in_their_order() -> None:
    mask = Image.new("L", (200, 100), 0)
    line = ((0.1, 0.5), (0.9, 0.5))
    added = repaired(mask, [Stroke(line, 0.1)])
    assert added.getpixel((100, 50)) == 255
    assert added.getpixel((100, 95)) == 0
    erased = repaired(mask, [Stroke(line, 0.1), Stroke(((0.5, 0.5),), 0.05, adds=False)])
    assert erased.getpixel((100, 50)) == 0
    assert erased.getpixel((40, 50)) == 255
    assert mask.getextrema() == (0, 0)


@pytest.mark.parametrize("points", [((-1.0, -1.0),), ((1.5, 2.0), (1.9, 2.0)), ((0.0, 1.0),)])
def test_strokes_past_the_edge_are_no_trouble(points: tuple[tuple[float, float], ...]) -> None:
    assert repaired(Image.new("L", (9, 4), 7), [Stroke(points, 0.01)]).size == (9, 4)


@pytest.mark.parametrize(
    ("background", "paper"),
    [("white", (255, 255, 255)), ("linen", (250, 247, 242)), ("#336699", (51, 102, 153))],
)
def test_a_background_takes_the_place_of_the_wall(
    background: str, paper: tuple[int, int, int]
) -> None:
    image = shirt()
    mask = refined(image, outline())
    recipe = Recipe(light=-20, background=background, crop=Box(0, 0, 1, 0.5))
    shown = edited(image, recipe, mask)
    assert shown.size == (200, 100)
    assert shown.getpixel((5, 5)) == paper
    blue = shown.getpixel((100, 90))
    assert isinstance(blue, tuple)
    assert blue[2] < SHIRT[2]


@pytest.mark.parametrize("size", [(1, 1), (1, 700), (900, 3)])
def test_slivers_are_cut_out_too(size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, SHIRT)
    mask = refined(image, outline())
    shown = edited(image, Recipe(background="white", strokes=(Stroke(((0.5, 0.5),), 0.2),)), mask)
    assert shown.size == size


def test_an_outline_is_looked_for_once_for_all_sizes_and_edits(tmp_path: Path) -> None:
    sight = Drawn(outline())
    store = PhotoStore(tmp_path / "photos")
    darkroom = Darkroom(store, Outlines(tmp_path / "thumbs", sight))
    thumbnails = Thumbnails(tmp_path / "thumbs", store, darkroom=darkroom)
    sha256 = store.take_in(PhotoBytes("shirt.jpg", packed(shirt(600)))).sha256
    before = store.path_of(sha256).read_bytes()
    for recipe in (Recipe(background="white"), Recipe(background="linen", turns=1, light=30)):
        with Image.open(thumbnails.get(sha256, recipe, ThumbSize.LARGE)) as shown:
            corner = shown.getpixel((4, 4))
            assert isinstance(corner, tuple)
            assert min(corner) > 235
    fresh = Darkroom(store, Outlines(tmp_path / "thumbs", sight))
    assert fresh.develop(sha256, Recipe(background="#102030")).getpixel((4, 4)) == (16, 32, 48)
    assert sight.asked == 1
    assert store.path_of(sha256).read_bytes() == before


def test_a_broken_outline_is_looked_for_again(tmp_path: Path) -> None:
    sight = Drawn(outline())
    outlines = Outlines(tmp_path, sight)
    outlines.mask("ab" * 32, shirt())
    outlines.place("ab" * 32).write_bytes(b"\x89PNG\r\n\x1a\n")
    assert outlines.mask("ab" * 32, shirt()) is not None
    assert sight.asked == 2


def test_without_the_model_everything_else_is_applied_and_nothing_stale_stays(
    tmp_path: Path,
) -> None:
    sight = Drawn(None)
    store = PhotoStore(tmp_path / "photos")
    darkroom = Darkroom(store, Outlines(tmp_path / "thumbs", sight))
    thumbnails = Thumbnails(tmp_path / "thumbs", store, darkroom=darkroom)
    sha256 = store.take_in(PhotoBytes("shirt.jpg", packed(shirt(600)))).sha256
    recipe = Recipe(crop=Box(0, 0, 1, 0.5), background="white")
    assert not darkroom.keeps_promise(recipe)
    with Image.open(thumbnails.get(sha256, recipe, ThumbSize.LARGE)) as shown:
        assert shown.size == (600, 300)
        assert shown.getpixel((4, 4)) != (255, 255, 255)
    sight.found = outline()
    with Image.open(thumbnails.get(sha256, recipe, ThumbSize.LARGE)) as shown:
        assert shown.getpixel((4, 4)) == (255, 255, 255)


def test_a_thumbnail_of_a_small_crop_is_made_of_a_larger_decode(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path / "photos")
    sha256 = store.take_in(
        PhotoBytes("big.jpg", packed(Image.new("RGB", (3200, 3200), WALL)))
    ).sha256
    shown = Darkroom(store).develop(sha256, Recipe(crop=Box(0.25, 0.25, 0.5, 0.5)), at_least=800)
    assert shown.width >= 800


CLOSE_UPS = {
    "a flower of a print": ((slice(20, 80), slice(120, 180)),),
    "a part of the pattern": ((slice(160, 250), slice(120, 220)),),
    "a border that runs across": ((slice(220, 264), slice(0, SIDE)),),
}
WHOLE = {
    "a pair of shoes": ((slice(60, 160), slice(40, 130)), (slice(90, 190), slice(180, 270))),
    "a skirt on a wide floor": ((slice(100, 230), slice(90, 220)),),
    "a hat from edge to edge": ((slice(100, 200), slice(0, SIDE)),),
}


@pytest.mark.parametrize("parts", CLOSE_UPS.values(), ids=CLOSE_UPS)
def test_a_scrap_of_a_close_up_is_not_taken_for_the_garment(
    parts: tuple[tuple[slice, slice], ...],
) -> None:
    found = np.zeros((SIDE, SIDE), np.float32)
    for part in parts:
        found[part] = 0.95
    assert fills(found)
    assert shares(refined(shirt(), found)).min() == 1


@pytest.mark.parametrize("parts", WHOLE.values(), ids=WHOLE)
def test_a_small_piece_on_a_wide_floor_is_cut_out(parts: tuple[tuple[slice, slice], ...]) -> None:
    found = np.zeros((SIDE, SIDE), np.float32)
    for part in parts:
        found[part] = 0.95
    assert not fills(found)
    assert shares(refined(shirt(), found)).mean() < 0.5
