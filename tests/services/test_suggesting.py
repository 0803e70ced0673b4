"""What photos and the seller's own sales suggest for blank fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.fields import FIELD
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.photo.decode import open_upright
from closet_app.photo.looks import (
    Code,
    ColorShare,
    Fault,
    Likely,
    Measures,
    Quality,
    Reading,
    Shot,
    TextLine,
)
from closet_app.photo.reading import read
from closet_app.services.closet import Closet
from closet_app.services.garment_colors import Seen
from closet_app.services.manners import manner_of
from closet_app.services.pieces import pieces
from closet_app.services.suggesting import (
    matches_tag,
    suggestions_for,
    tag_suggestions,
)
from closet_app.wording.values import parse_field
from tests.closets import PHOTOS, add, sell, usd

FINE = Quality(0.5, 0.5, 0.5, 0, 0, 1_500)
LEFT = Box(0.1, 0.2, 0.5, 0.9)
DRESS = Measures(
    FINE, (ColorShare("Navy", "#223355", 0.6), ColorShare("Tan", "#C8A47A", 0.3)), (), "0" * 16,
    LEFT, Shot.FRONT, (Likely("dress", 0.9), Likely("skirt", 0.06)), (Likely("Women", 0.95),),
)  # fmt: skip


def tag(*lines: str, codes: tuple[Code, ...] = ()) -> Reading:
    """A reading of a label whose first line is large; each line is a tenth of the photo high."""
    return Reading(
        lines=tuple(
            TextLine(text, 0.98, Box(0.2, at / 10, 0.8, (at + 1) / 10), 0.09 if at == 0 else 0.03)
            for at, text in enumerate(lines)
        ),
        codes=codes,
    )


def shown(measures: Measures = DRESS, reading: Reading | None = None) -> Seen:
    return ("a" * 64, measures, reading)


def values(found: Mapping[str, Suggestion]) -> dict[str, str]:
    return {field: each.value for field, each in found.items()}


def test_a_tag_gives_brand_size_material_and_a_note(closet: Closet) -> None:
    label = tag("VANS", "L", "100% COTTON", "MACHINE WASH COLD", "RN 104692", "MADE IN VIETNAM")

    found = suggestions_for(closet, [("b" * 64, None, label)], {})

    assert values(found) == {
        "brand": "Vans",
        "size": "L",
        "material": "100% cotton",
        "notes": "RN 104692. Made in Vietnam. Machine wash cold.",
    }
    assert found["material"].lines == ("100% COTTON",)
    assert found["material"].box == Box(0.2, 0.2, 0.8, 0.3)
    assert {each.origin for each in found.values()} == {Origin.TAG}
    assert {each.sha256 for each in found.values()} == {"b" * 64}


def test_a_real_photo_of_a_tag_is_suggested_from(closet: Closet) -> None:
    reading = read(open_upright(PHOTOS / "img-2057.jpg"), None, ())

    found = suggestions_for(closet, [("c" * 64, None, reading)], {})

    assert values(found) == {
        "brand": "Joules", "size": "10", "material": "95% cotton, 5% elastane",
        "notes": "Made in Portugal.",
    }  # fmt: skip


def test_the_garment_gives_place_and_colors_and_the_tag_shot_none(closet: Closet) -> None:
    red = Measures(
        FINE, (ColorShare("Red", "#C6392F", 1.0),), (), "0" * 16, WHOLE, Shot.TAG,
        (Likely("hat", 0.99),),
    )  # fmt: skip

    found = suggestions_for(closet, [shown(), ("b" * 64, red, None)], {})

    assert values(found) == {"colors": "Navy, Tan", "category": "Dresses", "department": "Women"}
    assert found["colors"].box == LEFT
    assert found["category"].origin is Origin.PHOTO


def test_colors_of_the_cut_out_count_beside_those_about_the_guessed_garment(
    closet: Closet,
) -> None:
    mustard = (ColorShare("Mustard", "#C99A2E", 0.95),)
    both = replace(DRESS, colors=mustard)

    found = suggestions_for(closet, [shown(both, Reading(colors=mustard, subject=WHOLE))], {})

    assert (found["colors"].value, found["other_colors"].value) == ("Yellow", "Mustard")
    assert found["colors"].box == WHOLE
    cut_out = Reading(colors=(ColorShare("Tan", "#C8A47A", 0.9),), subject=WHOLE)
    mixed = suggestions_for(closet, [shown(reading=cut_out)], {})
    assert mixed["colors"].value == "Tan, Navy"


def test_colors_are_those_of_the_whole_piece_in_good_light(closet: Closet) -> None:
    black = (ColorShare("Black", "#111111", 1.0),)
    dark = replace(DRESS, colors=black, quality=replace(FINE, faults=(Fault.TOO_DARK,)))
    close = replace(DRESS, colors=black, shot=Shot.DETAIL)

    found = suggestions_for(closet, [shown(dark), shown(close), shown()], {})

    assert found["colors"].value == "Navy, Tan"
    only = suggestions_for(closet, [shown(close), shown(replace(close, shot=Shot.TAG))], {})
    assert only["colors"].value == "Black"


def test_the_cover_has_the_first_word_on_color(closet: Closet) -> None:
    red = replace(DRESS, colors=(ColorShare("Red", "#C6392F", 0.7),))

    found = suggestions_for(closet, [shown(), shown(red)], {})

    assert found["colors"].value == "Navy, Red"


def test_a_category_waits_for_its_department_or_takes_the_usual_one(closet: Closet) -> None:
    shirt = Measures(FINE, (), (), "0" * 16, LEFT, Shot.FRONT, (Likely("shirt", 0.95),))

    alone = suggestions_for(closet, [shown(shirt)], {})
    told = suggestions_for(closet, [shown(shirt)], {"department": "Men"})
    add(closet, department="Men", category="Shirts")
    usual = suggestions_for(closet, [shown(shirt)], {})

    assert (alone["category"].value, told["category"].value) == ("Tops", "Shirts")
    assert told["subcategory"].value == "Casual Button Down Shirts"
    assert usual["category"].value == "Shirts"
    assert usual["category"].confidence < told["category"].confidence


def test_filled_and_dismissed_fields_get_none(closet: Closet) -> None:
    label = ("b" * 64, None, tag("VANS", "L", "100% COTTON"))

    found = suggestions_for(closet, [label], {"size": "M"}, ["brand=Vans"])

    assert values(found) == {"material": "100% cotton"}


def test_what_matches_the_tag_is_told(closet: Closet) -> None:
    read_off = {
        each.field: each
        for each in tag_suggestions(closet, [("b" * 64, None, tag("VANS", "L", "100% COTTON"))])
    }

    assert matches_tag({"brand": "vans", "size": "M", "title": ""}, read_off) == {"brand"}


def test_nothing_doubtful_is_suggested(closet: Closet) -> None:
    unsure = Measures(FINE, (), (), "0" * 16, LEFT, Shot.FRONT, (Likely("hat", 0.3),))
    half = tag("zzz", "60% COTTON")

    assert suggestions_for(closet, [shown(unsure, half)], {}) == {}
    assert suggestions_for(closet, [], {}) == {}


def test_a_barcode_is_suggested_and_a_label_s_code_is_not(closet: Closet) -> None:
    codes = (Code("QR", "036000291452", WHOLE), Code("UPC-A", "036000291452", LEFT))

    found = suggestions_for(closet, [("b" * 64, None, Reading(codes=codes))], {})

    assert values(found) == {"upc": "036000291452"}
    assert (found["upc"].origin, found["upc"].box) == (Origin.BARCODE, LEFT)


def test_title_and_style_words_come_from_accepted_facts_alone(closet: Closet) -> None:
    nothing = suggestions_for(closet, [shown()], {})
    facts = {"department": "Women", "category": "Dresses", "subcategory": "Midi", "colors": "Navy",
             "material": "100% linen"}  # fmt: skip

    found = suggestions_for(closet, [shown()], facts)

    assert "title" not in nothing
    assert found["title"].value == "Linen midi dress, navy"
    assert found["title"].origin is Origin.FACTS
    assert found["style_words"].value == "linen, summer, midi"


@pytest.fixture
def sold(closet: Closet) -> Closet:
    """Six dresses were sold: three of Joules, one of them much dearer."""
    prices = {"Joules": (20, 30, 90), "Zara": (10, 12, 14)}
    for brand, amounts in prices.items():
        for amount in amounts:
            item = add(
                closet, f"{brand} dress", brand=brand, category="Dresses", asking=usd(amount)
            )
            sell(closet, [item], [str(amount)])
    return closet


def test_a_price_comes_from_own_sales_of_the_brand_then_of_the_kind(sold: Closet) -> None:
    place = {"department": "Women", "category": "Dresses"}
    of_brand = suggestions_for(sold, [], {**place, "brand": "joules"})["asking"]
    of_kind = suggestions_for(sold, [], {**place, "brand": "Madewell"})["asking"]

    assert (of_brand.value, of_kind.value) == ("$30.00", "$14.00")
    assert of_brand.confidence > of_kind.confidence
    assert of_brand.origin is Origin.SIMILAR
    assert {piece.facts.brand for piece in pieces(sold, of_brand.similar)} == {"Joules"}


def test_too_few_sales_tell_no_price(sold: Closet) -> None:
    assert "asking" not in suggestions_for(sold, [], {"category": "Shoes"})
    assert "asking" not in suggestions_for(sold, [], {})


def test_every_suggestion_is_what_its_field_can_hold(sold: Closet) -> None:
    label = tag("FRED PERRY", "US 8", "EUR 38", "97% COTTON 3% ELASTANE", "WOMEN")
    cut_out = Reading(lines=label.lines, codes=(Code("EAN-13", "4006381333931", WHOLE),))

    found = suggestions_for(sold, [shown(reading=cut_out)], {})

    manner = manner_of(sold)
    for field, each in found.items():
        assert parse_field(FIELD[field], each.value, manner)
        assert 0 < each.confidence <= 1
    assert {"brand", "size", "size_system", "material", "upc", "colors", "asking"} <= set(found)


def test_the_sellers_own_brand_is_known(closet: Closet) -> None:
    add(closet, brand="Maison Zorb")

    found = suggestions_for(closet, [("b" * 64, None, tag("MAISON ZORB", "100% COTTON"))], {})

    assert found["brand"].value == "Maison Zorb"
