from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.printing.design import HAND_NOTE, Design, Words
from closet_app.printing.designs import design_ids, load_design, read_design, write_design
from closet_app.printing.fields import fill

PLAIN = write_design(HAND_NOTE)


@pytest.mark.parametrize("design_id", design_ids())
def test_a_shipped_design_reads_back_as_written(design_id: str) -> None:
    shipped = load_design(design_id)
    assert shipped.id == design_id
    assert read_design(write_design(shipped)) == shipped


def test_the_plain_design_is_the_shipped_hand_note() -> None:
    assert load_design("hand_note") == HAND_NOTE


def test_an_unknown_design_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="hand_note"):
        load_design("../stock/letter")


def test_pictures_are_bare_names_until_they_are_placed() -> None:
    own = replace(HAND_NOTE, id="mine", picture=Path("/a/shop.png"), logo=Path("b/logo.png"))
    read = read_design(write_design(own))
    assert (read.picture, read.logo) == (Path("shop.png"), Path("logo.png"))
    placed = read.with_pictures(lambda name: Path("/there") / name)
    assert (placed.picture, placed.logo) == (Path("/there/shop.png"), Path("/there/logo.png"))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("format = 1", "format = 2"), "format"),
        (("less_ink = false", 'less_ink = "no"'), "less_ink"),
        (("less_ink = false", "less_ink = false\nscript = 1"), "script"),
        (('id = "hand_note"', 'id = "../x"'), "id"),
        (('drawing = "hand_note"', 'drawing = "letter"'), "drawing"),
        (('picture = ""', 'picture = "../../a.png"'), "picture"),
        (('picture = ""', 'picture = "a.svg"'), "picture"),
        (('logo = ""', "logo = 7"), "logo"),
        (('letter = "caveat"', 'letter = "Comic Sans"'), "fonts.letter"),
        (("display = 1.0", "display = 9"), "sizes.display"),
        (("display = 1.0", "display = true"), "sizes.display"),
        (("display = 1.0", "display = nan"), "sizes.display"),
        (('code = "#3A1420"', 'code = "url(x)"'), "inks.code"),
        (('title = ""', f'title = "{"a" * 700}"'), "words.title"),
        (('title = ""', 'titel = ""'), "words.titel"),
        (('name = "Hand note"', ""), "name"),
    ],
)
def test_a_design_that_is_not_strict_is_refused(change: tuple[str, str], field: str) -> None:
    assert change[0] in PLAIN
    with pytest.raises(InvalidValueError) as refused:
        read_design(PLAIN.replace(*change, 1))
    assert refused.value.field == field


@pytest.mark.parametrize(
    "text", ["", "\x00", "a = ", "a = " + "[" * 30_000, "# " + "é" * 40_000, "fonts = 3"]
)
def test_what_is_no_design_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        read_design(text)


def test_black_only_leaves_no_other_ink() -> None:
    inks = load_design("hand_note").in_black().inks
    assert {inks.letter, inks.accent, inks.small, inks.line, inks.code} == {"#000000"}


def test_fields_are_filled_by_look_up_alone() -> None:
    facts = {"first name": "{shop}", "shop": "{0.__class__}"}
    assert fill("{first name} at {shop}, {unknown} {0}", facts) == (
        "{shop} at {0.__class__}, {unknown} {0}"
    )


def test_words_of_a_design_may_be_anything() -> None:
    hostile = Words(title='"""\n\\u0000 {shop}', footer="\u202e\U0001f9f5")
    design = Design("own", "x", words=hostile)
    assert read_design(write_design(design)).words == hostile
