"""Edits of photos: shown, kept as one step each, said in words, copied, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import around, shape_in
from closet_app.domain.item import ItemFacts
from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.photo.exposure import WANTED, fitting_light
from closet_app.photo.framing import Framing
from closet_app.photo.light import lit
from closet_app.services import history, items, photo_desk, photos, pieces, pins
from closet_app.services.closet import Closet
from closet_app.services.photo_desk import Picture
from closet_app.services.recipe_words import say_edit
from closet_app.services.records import Photo, Recipe
from tests.closets import PHOTOS

BOARD = tuple(PHOTOS / name for name in ("dress-01.jpg", "dress-02.jpg", "dress-03.jpg"))
MIDDLE = Box(0.25, 0.25, 0.75, 0.75)


@pytest.fixture
def item_id(closet: Closet) -> int:
    return items.add_item(closet, ItemFacts(title="Midi dress"), BOARD)[0]


def board(closet: Closet, item_id: int) -> tuple[Photo, ...]:
    return pieces.piece(closet, item_id).photos


def mean(picture: Picture) -> float:
    return sum(picture.rgb) / len(picture.rgb)


def test_an_edit_is_one_step_that_says_what_it_was(closet: Closet, item_id: int) -> None:
    photo = board(closet, item_id)[0]
    changed = photo_desk.set_recipe(closet, photo.ref.id, Recipe(crop=MIDDLE))
    assert (set(changed.items), changed.label) == ({item_id}, "Cropped 1 photo")
    assert history.item_history(closet, item_id)[0].words == "Cropped 1 photo"
    history.undo(closet)
    assert board(closet, item_id)[0].ref.recipe == Recipe()


def test_an_edit_that_changes_nothing_is_no_step(closet: Closet, item_id: int) -> None:
    photo = board(closet, item_id)[0]
    before = history.undo_words(closet)
    assert not photo_desk.set_recipe(closet, photo.ref.id, Recipe())
    assert history.undo_words(closet) == before


def test_a_photo_goes_back_to_the_original(closet: Closet, item_id: int) -> None:
    photo = board(closet, item_id)[0]
    photo_desk.set_recipe(closet, photo.ref.id, Recipe(turns=1, light=20))
    photo_desk.reset(closet, photo.ref.id)
    assert board(closet, item_id)[0].ref.recipe == Recipe()
    assert history.undo_words(closet) == "Took 1 photo back to the original"


def test_others_get_light_white_and_background_but_keep_their_frame(
    closet: Closet, item_id: int
) -> None:
    first, second, third = (photo.ref.id for photo in board(closet, item_id))
    edit = Recipe(turns=1, crop=MIDDLE, light=30, balance=(1.1, 1.0, 0.9), background="white")
    photo_desk.set_recipe(closet, first, edit)
    photo_desk.set_recipe(closet, second, Recipe(turns=2))
    changed = photo_desk.copy_recipe(closet, first, [second, third])
    assert changed.label == "Copied the edit to 2 photos"
    shared = Recipe(light=30, balance=(1.1, 1.0, 0.9), background="white")
    assert [photo.ref.recipe for photo in board(closet, item_id)] == [
        edit,
        replace(shared, turns=2),
        shared,
    ]
    history.undo(closet)
    assert board(closet, item_id)[2].ref.recipe == Recipe()


def test_copying_a_background_names_the_close_ups_that_stay_as_they_are(closet: Closet) -> None:
    names = ("img-2041.jpg", "pxl-20251122-182806977.jpg", "img-2043.jpg")
    shown = items.add_item(closet, ItemFacts(title="Flannel"), [PHOTOS / name for name in names])[0]
    whole, flowers, plaid = board(closet, shown)
    photo_desk.set_recipe(closet, whole.ref.id, Recipe(light=9))
    assert not photo_desk.copy_recipe(closet, whole.ref.id, [flowers.ref.id]).problems
    photo_desk.set_recipe(closet, whole.ref.id, Recipe(background="#ff00ff"))
    changed = photo_desk.copy_recipe(closet, whole.ref.id, [flowers.ref.id, plaid.ref.id])
    assert [each.why for each in changed.problems] == [
        "Photos 2 and 3 are close-ups and keep their background"
    ]
    (nothing,) = photo_desk.copy_recipe(closet, flowers.ref.id, [whole.ref.id]).problems
    assert nothing.why.startswith("Nothing to copy")
    for photo in (flowers, plaid):
        on_pink = photo_desk.preview(closet, photo.ref.sha256, Recipe(background="#ff00ff"), 300)
        assert on_pink == photo_desk.preview(closet, photo.ref.sha256, Recipe(), 300)


def test_a_marketplaces_shape_is_copied_about_each_garment_and_other_crops_are_not(
    closet: Closet, item_id: int
) -> None:
    first, second, third = board(closet, item_id)
    photo_desk.set_recipe(closet, second.ref.id, Recipe(turns=1))
    photo_desk.set_recipe(closet, first.ref.id, Recipe(turns=2, crop=Box(0, 0, 0.93, 0.5)))
    changed = photo_desk.copy_recipe(closet, first.ref.id, [second.ref.id, third.ref.id])
    assert (bool(changed), len(changed.problems)) == (False, 1)
    square = around(Box(0, 0, 0.5, 0.5), shape_in((1, 1), first.width, first.height))
    photo_desk.set_recipe(closet, first.ref.id, Recipe(crop=square))
    photo_desk.copy_recipe(closet, first.ref.id, [second.ref.id, third.ref.id])
    for photo, turns in zip(board(closet, item_id)[1:], (1, 0), strict=True):
        framing = Framing.of(photo.ref.recipe, photo.width, photo.height)
        assert photo.ref.recipe.turns == turns
        assert abs(framing.size[0] - framing.size[1]) <= 1


def test_a_preview_is_no_larger_than_asked_and_shows_the_edit(closet: Closet, item_id: int) -> None:
    sha256 = board(closet, item_id)[0].ref.sha256
    plain = photo_desk.preview(closet, sha256, Recipe(), 200)
    assert max(plain.width, plain.height) == 200
    assert len(plain.rgb) == plain.width * plain.height * 3
    turned = photo_desk.preview(closet, sha256, Recipe(turns=1), 200)
    assert (turned.width, turned.height) == (plain.height, plain.width)
    assert mean(photo_desk.preview(closet, sha256, Recipe(light=60), 200)) > mean(plain) + 10
    with pytest.raises(NotFoundError):
        photo_desk.preview(closet, "0" * 64, Recipe(), 200)


def test_before_keeps_the_frame_where_the_pixels_were_changed() -> None:
    assert photo_desk.before(Recipe(turns=1, light=20)) == Recipe(turns=1)
    assert photo_desk.before(Recipe(turns=1, crop=MIDDLE)) == Recipe()


def test_shapes_name_the_marketplaces_that_show_them(closet: Closet) -> None:
    shapes = {shape.key: shape for shape in photo_desk.crop_shapes(closet)}
    assert {"Mercari", "Depop"} <= set(shapes["1:1"].marketplaces)
    assert any("Poshmark" in shape.marketplaces for shape in shapes.values())


def test_the_garment_is_the_whole_photo_until_somebody_looked(closet: Closet, item_id: int) -> None:
    assert photo_desk.subject_of(closet, board(closet, item_id)[0].ref.sha256) == WHOLE


def test_the_fitting_light_brings_a_dark_photo_up() -> None:
    dark = Image.new("RGB", (40, 40), (100, 90, 85))
    light = fitting_light(dark)
    assert light > 20
    assert lit(dark, light).convert("L").getpixel((0, 0)) == pytest.approx(WANTED * 255, abs=4)
    assert fitting_light(Image.new("RGB", (40, 40), (250, 250, 250))) < 0


def test_white_comes_from_a_gray_place_only(closet: Closet, item_id: int) -> None:
    sha256 = board(closet, item_id)[0].ref.sha256
    gains = photo_desk.balance_from(closet, sha256, Box(0.0, 0.0, 0.05, 0.05))
    assert all(0.25 < gain < 4 for gain in gains)


def test_a_stroke_is_laid_down_and_too_many_are_refused() -> None:
    edit = photo_desk.with_stroke(Recipe(background="white"), [(0.1, 0.1)], 0.03, adds=True)
    assert edit.strokes[0].adds
    long_way = [(step / 4_000, 0.5) for step in range(4_000)]
    with pytest.raises(InvalidValueError):
        photo_desk.with_stroke(edit, long_way, 0.001, adds=False)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Recipe(), Recipe(turns=3), "Turned 1 photo"),
        (Recipe(crop=Box(0, 0, 0.5, 1)), Recipe(crop=Box(0, 0, 0.5, 1)).turned(), "Turned 1 photo"),
        (Recipe(), Recipe(straighten=2), "Straightened 1 photo"),
        (Recipe(turns=1, crop=MIDDLE), Recipe(turns=1), "Uncropped 1 photo"),
        (Recipe(light=5), Recipe(light=9), "Brightened 1 photo"),
        (Recipe(light=5), Recipe(light=-9), "Darkened 1 photo"),
        (Recipe(), Recipe(balance=(1.2, 1, 1)), "Balanced the white of 1 photo"),
        (Recipe(), Recipe(background="white"), "Cut out 1 photo on white"),
        (Recipe(), Recipe(background="linen"), "Cut out 1 photo on linen"),
        (Recipe(), Recipe(background="#aabbcc"), "Cut out 1 photo on the shop’s color"),
        (
            Recipe(light=1, background="white"),
            Recipe(light=1),
            "Put 1 photo back on its own background",
        ),
        (Recipe(light=1), Recipe(light=2, turns=1), "Edited 1 photo"),
    ],
)
def test_each_change_has_its_words(before: Recipe, after: Recipe, words: str) -> None:
    assert say_edit(before, after) == words


@given(
    x=st.floats(0, 1),
    y=st.floats(0, 1),
    turns=st.integers(0, 3),
    straighten=st.floats(-15, 15),
)
def test_a_place_on_the_edited_photo_is_that_of_the_original(
    x: float, y: float, turns: int, straighten: float
) -> None:
    framing = Framing.of(Recipe(turns=turns, straighten=straighten, crop=MIDDLE), 300, 400)
    assert framing.to_original(*framing.to_shown(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_a_pin_stays_where_it_is_while_the_photo_is_edited(closet: Closet, item_id: int) -> None:
    photo = board(closet, item_id)[0]
    pins.add_pin(closet, photo.ref.id, 0.3, 0.4, "stain")
    photos.turn(closet, photo.ref.id)
    photo_desk.set_recipe(closet, photo.ref.id, Recipe(turns=2, crop=MIDDLE))
    (pin,) = pins.pins_of(closet, item_id)
    assert (pin.x, pin.y) == (0.3, 0.4)
