from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from closet_app.domain.boxes import WHOLE, Box
from closet_app.errors import InvalidValueError
from closet_app.photo.edits import edited
from closet_app.photo.framing import Framing
from closet_app.photo.light import gains_of, lit
from closet_app.photo.recipe import AS_IT_CAME, LONGEST_TEXT, Recipe
from closet_app.photo.strokes import MOST_POINTS, Stroke
from tests.photo.pictures import BLUE, GREEN, RED, YELLOW, alike, corners_of, quarters

SHARES = st.floats(0, 1)
POINTS = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
STROKES = st.builds(
    Stroke,
    points=st.lists(POINTS, min_size=1, max_size=5).map(tuple),
    radius=st.floats(0.001, 0.5),
    adds=st.booleans(),
)
GAINS = st.tuples(*[st.floats(0.25, 4)] * 3)


@st.composite
def crops(draw: st.DrawFn) -> Box:
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    return Box(left, top, draw(st.floats(left + 0.05, 1)), draw(st.floats(top + 0.05, 1)))


RECIPES = st.builds(
    Recipe,
    turns=st.integers(0, 3),
    straighten=st.floats(-45, 45),
    crop=st.none() | crops(),
    light=st.integers(-100, 100),
    balance=st.none() | GAINS,
    background=st.sampled_from(["", "white", "linen", "#aabbcc", "#AABBCC"]),
    strokes=st.lists(STROKES, max_size=3).map(tuple),
)


@given(RECIPES)
def test_a_recipe_reads_back_what_it_wrote(recipe: Recipe) -> None:
    assert Recipe.from_json(recipe.to_json()) == recipe


@given(RECIPES, RECIPES)
def test_only_equal_recipes_share_a_key(one: Recipe, other: Recipe) -> None:
    assert (one.key == other.key) == (one == other)


@given(RECIPES, st.integers(-9, 9))
def test_turning_back_undoes_turning(recipe: Recipe, quarters_turned: int) -> None:
    back = recipe.turned(quarters_turned).turned(-quarters_turned)
    assert back.turns == recipe.turns
    sides = [_sides(each.crop or WHOLE) for each in (back, recipe)]
    assert np.allclose(sides[0], sides[1], atol=1e-4)


def _sides(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def test_the_unedited_photo_is_an_empty_text() -> None:
    assert AS_IT_CAME.to_json() == "{}"
    assert Recipe.from_json("") == AS_IT_CAME
    assert Recipe(crop=WHOLE, balance=(1, 1, 1), straighten=-0.001) == AS_IT_CAME


@pytest.mark.parametrize(
    "text",
    [
        "{", "[]", "7", '{"turns":"1"}', '{"turns":true}', '{"turns":4}',
        '{"straighten":46}', '{"straighten":NaN}', '{"straighten":"1"}',
        '{"crop":[0,0,10,10]}', '{"crop":[0,0,1]}', '{"crop":[0.5,0,0.5,1]}', '{"crop":{}}',
        '{"light":101}', '{"light":1.5}', '{"balance":[1,1]}', '{"balance":[0,1,1]}',
        '{"background":"javascript"}', '{"background":7}',
        '{"strokes":[{"adds":true,"at":[0],"radius":0.1}]}',
        '{"strokes":[{"adds":1,"at":[0,0],"radius":0.1}]}',
        '{"strokes":[{"adds":true,"at":[0,0],"radius":9}]}',
        '{"strokes":[{"adds":true,"at":[],"radius":0.1}]}',
        '{"strokes":[{"adds":true,"at":[NaN,0],"radius":0.1}]}',
        "[" * 100_000,
        " " * (LONGEST_TEXT + 1) + "{}",
    ],
)  # fmt: skip
def test_a_broken_recipe_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Recipe.from_json(text)


def test_an_edit_of_a_newer_version_is_refused_and_not_dropped() -> None:
    with pytest.raises(InvalidValueError, match="newer version of Closet") as caught:
        Recipe.from_json('{"sparkles":3,"turns":1}')
    assert caught.value.remedy == "Update Closet to show this edit."


def test_strokes_are_bounded_and_thinned() -> None:
    drawn = [(at / 1000, 0.5) for at in range(1001)]
    stroke = Stroke.through(drawn, 0.05, adds=False)
    assert len(stroke.points) < 110
    assert (stroke.points[0], stroke.points[-1]) == (drawn[0], drawn[-1])
    full = Recipe(strokes=(Stroke(tuple(drawn) * 3, 0.1),))
    assert len(full.to_json()) < LONGEST_TEXT
    with pytest.raises(InvalidValueError, match="no more strokes"):
        full.with_stroke(Stroke(((0.5, 0.5),) * (MOST_POINTS - 3000), 0.1))


def test_other_photos_of_a_piece_get_what_is_not_of_one_photo() -> None:
    one = Recipe(1, 3.0, Box(0, 0, 0.5, 0.5), 20, (1.1, 1, 0.9), "linen", (Stroke(((0, 0),), 0.1),))
    other = Recipe(turns=2, straighten=-1, strokes=(Stroke(((1, 1),), 0.2),))
    shared = one.shared_with_others(other)
    assert (shared.light, shared.balance, shared.background) == (20, (1.1, 1, 0.9), "linen")
    assert (shared.turns, shared.straighten, shared.crop) == (2, -1, None)
    assert shared.strokes == other.strokes


@pytest.mark.parametrize(
    ("turns", "corners"),
    [
        (0, [RED, GREEN, BLUE, YELLOW]),
        (1, [BLUE, RED, YELLOW, GREEN]),
        (2, [YELLOW, BLUE, GREEN, RED]),
        (3, [GREEN, YELLOW, RED, BLUE]),
    ],
)
def test_turns_go_clockwise(turns: int, corners: list[tuple[int, int, int]]) -> None:
    assert corners_of(edited(quarters(), Recipe(turns))) == corners


def test_a_crop_is_of_the_turned_photo() -> None:
    shown = edited(quarters(), Recipe(turns=1, crop=Box(0, 0, 0.5, 0.5)))
    assert shown.size == (32, 48)
    assert set(corners_of(shown)) == {BLUE}


@given(
    RECIPES.filter(lambda recipe: not recipe.cuts_out),
    st.sampled_from([(1, 1), (1, 60), (50, 2), (31, 17)]),
)
@settings(max_examples=60, deadline=None)
def test_any_edit_of_any_photo_leaves_the_photo_itself(
    recipe: Recipe, size: tuple[int, int]
) -> None:
    image = quarters(*size)
    before = image.tobytes()
    shown = edited(image, recipe)
    assert shown.size == Framing.of(recipe, *size).size or recipe.crop is None
    assert min(shown.size) >= 1
    assert image.tobytes() == before


@pytest.mark.parametrize("degrees", [-45, -10, 3.5, 45])
@pytest.mark.parametrize("size", [(120, 80), (60, 300), (1, 5000)])
def test_a_straightened_photo_has_no_empty_corner(size: tuple[int, int], degrees: float) -> None:
    shown = edited(Image.new("RGB", size, "white"), Recipe(straighten=degrees))
    assert np.asarray(shown).min() == 255


def test_straightening_turns_clockwise() -> None:
    image = Image.new("RGB", (200, 200), "white")
    image.paste((0, 0, 0), (98, 0, 102, 100))
    dark = np.asarray(edited(image, Recipe(straighten=20)).convert("L")) < 128
    rows, columns = np.nonzero(dark)
    top = columns[rows == rows.min()].mean()
    assert top > dark.shape[1] / 2 + 10


@given(RECIPES, SHARES, SHARES)
def test_a_place_goes_to_the_edited_photo_and_back(recipe: Recipe, x: float, y: float) -> None:
    framing = Framing.of(recipe, 400, 300)
    back = framing.to_original(*framing.to_shown(x, y))
    assert math.isclose(back[0], x, abs_tol=1e-6)
    assert math.isclose(back[1], y, abs_tol=1e-6)


def test_a_place_is_where_its_pixels_are() -> None:
    image = Image.new("RGB", (300, 200), "white")
    image.paste((0, 0, 0), (198, 58, 204, 64))
    recipe = Recipe(turns=1, straighten=8, crop=Box(0.1, 0.2, 0.9, 0.95))
    shown = edited(image, recipe)
    rows, columns = np.nonzero(np.asarray(shown.convert("L")) < 100)
    place = Framing.of(recipe, 300, 200).to_shown(201 / 300, 61 / 200)
    assert columns.mean() + 0.5 == pytest.approx(place[0] * shown.width, abs=1)
    assert rows.mean() + 0.5 == pytest.approx(place[1] * shown.height, abs=1)


def test_light_lifts_shadows_and_keeps_white_black_and_color() -> None:
    image = Image.new("RGB", (4, 1))
    image.putdata([(0, 0, 0), (60, 30, 15), (128, 128, 128), (255, 255, 255)])
    black, brown, gray, white = np.asarray(lit(image, 50))[0].tolist()
    assert (black, white) == ([0, 0, 0], [255, 255, 255])
    assert brown[0] > 90
    assert brown[0] / brown[1] == pytest.approx(2, abs=0.05)
    assert gray[0] > 160


@given(st.integers(-60, 60))
def test_light_taken_back_is_no_light(light: int) -> None:
    ramp = Image.linear_gradient("L").convert("RGB")
    back = np.asarray(lit(lit(ramp, light), -light), float)
    assert np.abs(back - np.asarray(ramp, float)).max() <= 4


def test_a_gray_patch_becomes_gray_at_its_brightness() -> None:
    image = Image.new("RGB", (60, 40), (180, 150, 110))
    balance = gains_of(image, Box(0.1, 0.1, 0.9, 0.9))
    red, green, blue = np.asarray(edited(image, Recipe(balance=balance)))[20, 30].tolist()
    assert max(red, green, blue) - min(red, green, blue) <= 2
    assert 145 <= green <= 160


@pytest.mark.parametrize("color", [(250, 0, 0), (0, 0, 0), (2, 200, 2)])
def test_a_colorful_or_black_place_is_no_patch(color: tuple[int, int, int]) -> None:
    with pytest.raises(InvalidValueError, match="gray or white"):
        gains_of(Image.new("RGB", (20, 20), color), WHOLE)


def test_without_its_mask_a_cut_out_photo_keeps_its_background() -> None:
    recipe = Recipe(turns=2, background="white")
    assert alike(corners_of(edited(quarters(), recipe)), (YELLOW, BLUE, GREEN, RED))
