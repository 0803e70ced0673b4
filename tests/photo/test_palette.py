from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageDraw

from closet_app.photo.color_names import color_names, shade_of
from closet_app.photo.lab import hex_of, lab_of, lab_of_hex, rgb_of
from closet_app.photo.looks import ColorShare
from closet_app.photo.palette import LEAST_VIVID, MOST, colors_of
from tests.photo.samples import measured, opened, pieces, swatches

POSHMARK = {"Navy": "Blue", "Burgundy": "Red", "Khaki": "Tan"}
"""Its form, in whose words the sample is written, knows fewer colors."""
WALL = (214, 208, 200)


def garment(*colors: str, wall: tuple[int, int, int] = WALL, stripe: int = 40) -> Image.Image:
    """A striped rectangle in the middle of a wall."""
    photo = Image.new("RGB", (600, 800), wall)
    draw = ImageDraw.Draw(photo)
    for row, top in enumerate(range(150, 650, stripe)):
        draw.rectangle((150, top, 450, min(650, top + stripe) - 1), fill=colors[row % len(colors)])
    return photo


def mask() -> Image.Image:
    cut = Image.new("L", (300, 400))
    ImageDraw.Draw(cut).rectangle((75, 75, 225, 325), fill=255)
    return cut


def names(found: tuple[ColorShare, ...]) -> list[str]:
    return [color.name for color in found]


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ("#1C1E1D", "Black"),
        ("#F2F2F0", "White"),
        ("#808080", "Gray"),
        ("#C4281F", "Red"),
        ("#6E2430", "Burgundy"),
        ("#2C3E63", "Navy"),
        ("#5B87C0", "Blue"),
        ("#2F5A3C", "Green"),
        ("#E3BF3C", "Yellow"),
        ("#7B5FA2", "Purple"),
        ("#5A3A22", "Brown"),
        ("#D894AA", "Pink"),
    ],
)
def test_a_plain_garment_has_its_color(color: str, name: str) -> None:
    wall = (150, 190, 180) if name in {"White", "Gray"} else WALL
    for cut in (mask(), None):
        (found,) = colors_of(garment(color, wall=wall), cut, swatches())
        assert found.name == name
        assert found.share == pytest.approx(1, abs=0.02)
    assert np.linalg.norm(lab_of_hex(found.hex) - lab_of_hex(color)) < 0.12


def test_stripes_have_their_shares() -> None:
    found = colors_of(garment("#2C3E63", "#2C3E63", "#F2F2F0"), mask(), swatches())
    assert names(found) == ["Navy", "White"]
    assert found[0].share == pytest.approx(2 / 3, abs=0.05)


def test_fine_stripes_are_not_mixed() -> None:
    found = colors_of(garment("#B22A2A", "#F2F2F0", stripe=8), mask(), swatches())
    assert set(names(found)) == {"Red", "White"}


def test_a_fold_in_shadow_is_no_color_of_its_own() -> None:
    found = colors_of(garment("#3B5EAF", "#3B5EAF", "#3B5EAF", "#243B73"), mask(), swatches())
    assert names(found) == ["Blue"]


def test_what_is_teal_counts_as_green_and_as_blue() -> None:
    found = colors_of(garment("#2C7C78"), mask(), swatches())
    assert set(names(found)) == {"Green", "Blue"}
    assert [color.share for color in found] == [pytest.approx(0.5, abs=0.01)] * 2


def test_many_hues_are_called_multi() -> None:
    many = garment("#C4281F", "#E3BF3C", "#2F5A3C", "#3B5EAF", "#7B5FA2", "#D894AA", stripe=20)
    assert names(colors_of(many, mask(), swatches()))[0] == "Multi"
    assert "Multi" not in names(colors_of(many, mask(), swatches()[:18]))


def test_only_names_of_the_swatches_are_said() -> None:
    few = [("Black", "#000000"), ("Red", "#FF0000")]
    assert names(colors_of(garment("#2C3E63"), mask(), few)) == ["Black"]
    assert colors_of(garment("#2C3E63"), mask(), []) == ()


def test_the_same_photo_has_the_same_colors() -> None:
    photo = opened("dress-08")
    assert colors_of(photo, None, swatches()) == colors_of(photo, None, swatches())


@pytest.mark.parametrize("start", [0, 1])
def test_the_main_color_of_most_pieces_is_found_without_a_mask(start: int) -> None:
    known = pieces(6, start)
    found = {name: names(measured(name).colors)[0] for name in known}
    right = sum(POSHMARK.get(found[name], found[name]) in known[name] for name in known)
    assert right >= 0.75 * len(known)


@given(some.lists(some.tuples(*(some.integers(0, 255),) * 3), min_size=1, max_size=40))
def test_any_pixels_have_named_shares_of_at_most_the_whole(
    colors: list[tuple[int, int, int]],
) -> None:
    photo = Image.fromarray(np.array([colors], dtype=np.uint8))
    found = colors_of(photo, None, swatches())
    assert 1 <= len(found) <= MOST
    assert all(0 < color.share <= 1 for color in found)
    assert sum(color.share for color in found if color.name != "Multi") <= 1.001
    assert all(color.share >= LEAST_VIVID for color in found[1:])
    assert set(names(found)) <= {name for name, _ in swatches()}


def test_an_empty_mask_is_no_failure() -> None:
    found = colors_of(garment("#C4281F"), Image.new("L", (10, 10)), swatches())
    assert "Red" in names(found)


@given(some.tuples(*(some.integers(0, 255),) * 3))
def test_a_color_goes_into_the_lab_and_comes_back(color: tuple[int, int, int]) -> None:
    lab = lab_of(np.array(color, dtype=np.uint8))
    assert rgb_of(lab).tolist() == pytest.approx(color, abs=1)
    assert np.allclose(lab_of_hex(hex_of(lab)), lab, atol=0.01)


def test_every_prototype_has_a_listed_name() -> None:
    listed = {name for name, _ in swatches()[:19]}
    prototypes = color_names(frozenset(listed))
    assert {name for both in prototypes.names for name in both} == listed - {
        "Gold",
        "Silver",
        "Multi",
    }
    assert prototypes.nearest(np.array([lab_of_hex("#FF0000")])) == [("Red",)]


def test_a_shade_has_its_finer_word() -> None:
    among = [name for name, _ in swatches()]
    assert shade_of("#4E6C92", "Blue", among) == "Denim"
    assert shade_of("#4E6C92", "Blue", ["Teal"]) == ""
    assert shade_of("#FF00FF", "Blue", among) == ""
