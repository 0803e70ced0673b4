"""What of a design can be changed, and that changing it is seen on the card."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from closet_app.errors import InvalidValueError
from closet_app.printing import documents
from closet_app.printing.design import Design, Inks, Shape
from closet_app.printing.designs import design_ids, load_design
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Card, CardBack, CardPiece, Party, Shop
from closet_app.services.design_fields import (
    hard_to_read,
    offers,
    type_file,
    usual_words,
    value_of,
    with_value,
)
from closet_app.ui.designs.form_table import FORM

KEYS = [row.key for section in FORM for row in section.rows if row.key not in {"name", "shape"}]
STOCKS = {Shape.FLAT: "card-iso-a6", Shape.FOLDED: "card-us-a2-folded"}
NEVER = ("postcard", Shape.FOLDED)
CARD = Card(
    Shop("Juniper Lane", link="https://example.com/juniper"),
    "Dear Renata,",
    "thank you for giving these three a second life!",
    "Warmly, Maya",
    "Order 1047.",
    CardBack(tuple(CardPiece(f"Piece {number}", price="$34") for number in range(3))),
    "1047",
    (("first name", "Renata"), ("owner", "Maya")),
    to=Party("Renata Okafor", ("221 Alder Court", "Riverbend, OR 97000")),
)
OTHER: dict[str, Callable[[Design, str], object]] = {
    "words": lambda _design, _key: "Quite other words",
    "fonts": lambda _design, key: "fraunces_light" if key == "fonts.small" else "inter_bold",
    "sizes": lambda _design, _key: 0.7,
    "inks": lambda _design, _key: "#007755",
    "parts": lambda _design, _key: False,
    "less_ink": lambda design, _key: not design.less_ink,
    "mark": lambda design, _key: "bow" if design.mark == "heart" else "heart",
}


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "roses.png"
    Image.new("RGB", (60, 40), "#1F6468").save(path)
    return path


def printed(design: Design, card: Card) -> bytes:
    out = io.BytesIO()
    documents.make_cards([card], load_stock(STOCKS[design.shape]), out, design=design)
    return out.getvalue()


def changed(design: Design, key: str, picture: Path) -> Design:
    head = key.partition(".")[0]
    return with_value(design, key, OTHER[head](design, key) if head in OTHER else picture)


@pytest.mark.parametrize(
    ("design_id", "shape"),
    [(each, shape) for each in design_ids() for shape in Shape if (each, shape) != NEVER],
)
def test_what_is_offered_changes_the_card_and_nothing_else_does(
    design_id: str, shape: Shape, picture: Path
) -> None:
    shipped = load_design(design_id)
    design = replace(shipped, shape=shape, inks=replace(shipped.inks, paper="#F7EAEE"))
    empty = replace(CARD, note="")
    before = {CARD.note: printed(design, CARD), "": printed(design, empty)}
    for key in KEYS:
        card = empty if key == "words.note" else CARD
        is_another = printed(changed(design, key, picture), card) != before[card.note]
        assert is_another == offers(design, key), key


def test_every_value_that_is_put_in_comes_out(picture: Path) -> None:
    design = load_design("bold")
    for key in KEYS:
        after = changed(design, key, picture)
        head = key.partition(".")[0]
        assert value_of(after, key) == (OTHER[head](design, key) if head in OTHER else picture)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("name", " \n", "needs a name"),
        ("name", "x" * 61, "60"),
        ("words.title", "thank you, {nobody}", "There is no field {nobody}"),
        ("words.title", "x" * 121, "120"),
        ("words.note", "x" * 601, "600"),
        ("inks.accent", "#12345", "is not a color"),
        ("inks.accent", "#12345G", "is not a color"),
        ("inks.accent", "", "is not a color"),
    ],
)
def test_what_no_design_can_hold_is_refused_with_its_field(key: str, value: str, said: str) -> None:
    with pytest.raises(InvalidValueError, match=said) as refused:
        with_value(load_design("bold"), key, value)
    assert refused.value.field == key


def test_words_are_cleaned_of_what_hides_or_breaks_them() -> None:
    design = with_value(load_design("bold"), "words.title", " thank\nyou,\u202e Renata ")
    assert design.words.title == "thank you, Renata"
    assert with_value(design, "inks.paper", " f7eaee ").inks.paper == "#F7EAEE"


def test_the_shipped_designs_are_easy_to_read() -> None:
    assert {design_id: hard_to_read(load_design(design_id)) for design_id in design_ids()} == (
        dict.fromkeys(design_ids(), ())
    )


def test_pale_inks_and_grounds_are_named() -> None:
    hand, bold = load_design("hand_note"), load_design("bold")
    pale = replace(hand, inks=Inks(letter="#D9C3A5", code="#B88A98"))
    assert hard_to_read(pale) == ("inks.letter", "inks.code")
    dark = replace(hand, inks=replace(hand.inks, paper="#27406B"))
    assert hard_to_read(dark) == ("inks.letter", "inks.accent", "inks.small")
    assert hard_to_read(replace(dark, less_ink=True)) == ()
    assert hard_to_read(replace(bold, inks=replace(bold.inks, paper="#F7EAEE"))) == ("inks.paper",)


def test_the_words_of_the_drawing_stand_in_for_empty_ones() -> None:
    assert usual_words(load_design("photo"), "credit") == "from {owner} at {shop}"
    assert usual_words(load_design("stitched"), "credit") == "{shop}"
    assert usual_words(load_design("hand_note"), "footer") == "Order {order}."


def test_every_type_has_its_font_file() -> None:
    assert type_file("caveat").name == "Caveat-Bold.ttf"
    assert type_file("caveat").is_file()
