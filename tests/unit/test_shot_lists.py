"""What photos a piece needs, by its category."""

from __future__ import annotations

import pytest

from closet_app.domain.shot_lists import coverage, shots_wanted


@pytest.mark.parametrize(
    ("category", "wanted"),
    [
        ("Tops", ("front", "back", "tag", "detail")),
        ("", ("front", "back", "tag", "detail")),
        ("Shoes", ("front", "sole")),
        ("bags", ("front", "back", "detail")),
        ("Jewelry", ("front", "detail")),
    ],
)
def test_each_category_has_its_list(category: str, wanted: tuple[str, ...]) -> None:
    assert shots_wanted(category) == wanted


def test_a_second_photo_of_the_whole_piece_is_its_back() -> None:
    assert coverage("Tops", ["front"]).missing == ("back", "tag", "detail")
    assert coverage("Tops", ["front", "front", "tag"]).missing == ("detail",)
    assert coverage("Tops", ["tag", "detail", "front", "front"]).missing == ()


def test_a_flaw_wants_a_close_up_of_its_own() -> None:
    shots = ["front", "front", "tag", "detail"]
    assert coverage("Tops", shots, flawed=True).missing == ("flaw",)
    assert coverage("Tops", [*shots, "detail"], flawed=True).missing == ()
    assert coverage("Tops", [*shots, "flaw"], flawed=True).missing == ()
    assert coverage("Tops", ["front", "front", "flaw"], flawed=True).pressing == ("tag", "detail")


def test_many_photos_make_up_for_a_detail_and_not_for_a_tag() -> None:
    assert coverage("Tops", ["front"]).pressing == ("back", "tag", "detail")
    assert coverage("Tops", ["front"] * 3).pressing == ("tag",)
    assert coverage("Tops", ["detail"] * 3).pressing == ("front", "tag")
    assert coverage("Tops", ["front"] * 3).missing == ("tag", "detail")


@pytest.mark.parametrize("other", ["front", "detail"])
def test_a_second_photo_of_shoes_shows_their_sole(other: str) -> None:
    assert coverage("Shoes", ["front"]).missing == ("sole",)
    assert coverage("Shoes", ["front", other]).missing == ()


def test_nothing_is_covered_without_photos() -> None:
    assert coverage("Tops", []).covered == ()
