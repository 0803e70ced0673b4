from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import InvalidValueError
from closet_app.photo.edits import edited
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from tests.photo.pictures import BLUE, GREEN, RED, YELLOW, corners_of, quarters

RECIPES = st.builds(Recipe, turns=st.integers(0, 3))


@given(RECIPES)
def test_a_recipe_reads_back_what_it_wrote(recipe: Recipe) -> None:
    assert Recipe.from_json(recipe.to_json()) == recipe


@given(RECIPES, RECIPES)
def test_only_equal_recipes_share_a_key(one: Recipe, other: Recipe) -> None:
    assert (one.key == other.key) == (one == other)


@given(RECIPES, st.integers(-9, 9))
def test_turning_back_undoes_turning(recipe: Recipe, quarters_turned: int) -> None:
    assert recipe.turned(quarters_turned).turned(-quarters_turned) == recipe


def test_the_unedited_photo_is_an_empty_text() -> None:
    assert AS_IT_CAME.to_json() == "{}"
    assert Recipe.from_json("") == AS_IT_CAME


@pytest.mark.parametrize("text", ["{", "[]", "7", '{"turns":"1"}', '{"turns":true}', '{"turns":4}'])
def test_a_broken_recipe_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Recipe.from_json(text)


def test_an_edit_of_a_newer_version_is_refused_and_not_dropped() -> None:
    with pytest.raises(InvalidValueError, match="newer version of Closet") as caught:
        Recipe.from_json('{"crop":[0,0,10,10],"turns":1}')
    assert caught.value.remedy == "Update Closet to show this edit."


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
