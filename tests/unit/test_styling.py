"""What goes with what: slots, colors, sizes, seasons, prices and weights."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.styling import (
    KILOS,
    Reason,
    Slot,
    StyleFacts,
    Swatch,
    goes_with,
    harmony,
    look_at,
    ranked,
    slot_of,
    wanted_slots,
)
from closet_app.domain.styling.harmony import Hue
from closet_app.domain.styling.sizing import size_place, size_rule

RUST, NAVY = Swatch("Rust", "#9C4528"), Swatch("Navy", "#2C3E63")
BLACK, CREAM = Swatch("Black", "#221E1F"), Swatch("Cream", "#EADFCC")
BLUE, ORANGE = Swatch("Blue", "#5B87C0"), Swatch("Orange", "#DD8A3A")
TEAL, SKY = Swatch("Teal", "#2C7C78"), Swatch("Sky blue", "#9DBFE0")
MULTI, ODD = Swatch("Multi", "#B58A6A"), Swatch("sunrise")
OUNCE = 28_350

TEE = StyleFacts(
    1, "Breton boatneck tee", "Women", "Tops", "Tees - Long Sleeve", "M", (NAVY,), price=3_400
)
SKIRT = StyleFacts(
    2, "Corduroy skirt", "Women", "Skirts", "Midi", "M", (RUST,), "Cotton", price=3_000
)


def said(reason: Reason) -> str:
    return reason.words.format(**dict(reason.facts))


@pytest.mark.parametrize(
    ("category", "subcategory", "title", "slot"),
    [
        ("Tops", "Blouses", "", Slot.TOP),
        ("Sweaters", "Cardigans", "", Slot.LAYER),
        ("Pants & Jumpsuits", "Jumpsuits & Rompers", "", Slot.DRESS),
        ("Accessories", "Hats", "", Slot.HAT),
        ("Accessories", "", "", Slot.EXTRA),
        ("Vintage finds", "", "Pleated wool skirt, gray", Slot.BOTTOM),
        ("Vintage finds", "", "Dress for a shirt", Slot.TOP),
        ("", "", "Shirt dress", Slot.DRESS),
        ("Dining", "", "", Slot.HOME),
        ("", "", "", Slot.OTHER),
    ],
)
def test_a_piece_is_worn_where_its_category_or_its_title_says(
    category: str, subcategory: str, title: str, slot: Slot
) -> None:
    assert slot_of(category, subcategory, title) is slot


def test_what_completes_an_outfit_goes_before_one_more_of_the_same() -> None:
    wanted = wanted_slots([Slot.TOP])
    assert max(wanted, key=wanted.__getitem__) is Slot.BOTTOM
    assert wanted[Slot.TOP] < min(wanted[slot] for slot in wanted if slot is not Slot.TOP)
    clothed = wanted_slots([Slot.TOP, Slot.BOTTOM])
    assert clothed[Slot.LAYER] > clothed[Slot.SHOES] > clothed[Slot.BOTTOM] == clothed[Slot.TOP]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (NAVY, RUST, "Warm Rust goes with Navy"),
        (RUST, NAVY, "Warm Rust goes with Navy"),
        (BLACK, BLUE, "Cool Blue goes with Black"),
        (BLUE, ORANGE, "Blue and Orange bring each other out"),
        (BLACK, CREAM, "Black and Cream, light and dark"),
        (BLACK, BLACK, "All in Black"),
        (BLUE, SKY, "Blue and Sky blue, tone on tone"),
        (TEAL, BLUE, "Teal and Blue are neighbors"),
        (MULTI, CREAM, "Calm Cream beside many colors"),
    ],
)
def test_colors_that_get_on_say_why(one: Swatch, other: Swatch, words: str) -> None:
    found = harmony(one, other)
    assert found.points > 0
    assert found.reason is not None
    assert said(found.reason) == words


def test_a_color_without_a_swatch_says_nothing_and_many_colors_clash() -> None:
    assert harmony(ODD, RUST).points == 0
    assert harmony(MULTI, MULTI).points < 0
    purple, green = Swatch("Purple", "#7B5FA2"), Swatch("Lime", "#B7CF4A")
    assert harmony(Swatch("Red", "#C6392F"), purple).points < harmony(purple, NAVY).points
    assert harmony(green, green).reason is not None


@pytest.mark.parametrize(
    ("department", "mine", "category", "size", "fits"),
    [
        ("Women", "M", "Skirts", "M", True),
        ("Women", "M", "Skirts", "10", True),
        ("Women", "M", "Jeans", "28", True),
        ("Women", "M", "Dresses", "EU 38", True),
        ("Women", "M", "Dresses", "UK 12", True),
        ("Women", "M", "Skirts", "L", True),
        ("Women", "M", "Skirts", "XS", False),
        ("Women", "XS", "Dresses", "16", False),
        ("Men", "M", "Jeans", "32/32", True),
        ("Men", "M", "Jeans", "W 38", False),
        ("Men", "L", "Jackets & Coats", "42R", True),
        ("Women", "M", "Bags", "L", True),
        ("Women", "M", "Skirts", "One size", True),
        ("Women", "M", "Skirts", "as marked", True),
        ("Kids", "8Y", "Dresses", "24M", False),
        ("Kids", "8Y", "Dresses", "7-8Y", True),
    ],
)
def test_sizes_are_compared_across_letters_figures_and_waists(
    department: str, mine: str, category: str, size: str, *, fits: bool
) -> None:
    bought = replace(TEE, department=department, size=mine)
    piece = replace(SKIRT, department=department, category=category, subcategory="", size=size)
    assert (size_rule(bought, piece) is not None) is fits


def test_shoes_are_compared_with_shoes_alone() -> None:
    shoes = replace(TEE, category="Shoes", size="8")
    assert size_rule(shoes, replace(shoes, size="11")) is None
    assert size_rule(shoes, replace(SKIRT, size="2")) is not None


def test_reasons_are_told_for_what_speaks_for_a_piece() -> None:
    found = look_at([TEE], SKIRT)
    assert found is not None
    assert [said(each) for each in found.reasons] == [
        "Warm Rust goes with Navy",
        "Same size M",
        "About the same price",
    ]


def test_a_parcel_that_stays_below_the_next_step_speaks_for_a_piece() -> None:
    light = replace(TEE, weight=18 * OUNCE)
    stays = look_at([light], replace(SKIRT, weight=8 * OUNCE))
    rises = look_at([light], replace(SKIRT, weight=20 * OUNCE))
    assert stays is not None
    assert rises is not None
    assert "Fits in a 2 lb parcel" in {said(each) for each in stays.reasons}
    assert rises.points < stays.points
    metric = look_at([light], replace(SKIRT, weight=8 * OUNCE), postage=KILOS)
    assert metric is not None
    assert "Fits in a 1 kg parcel" in {said(each) for each in metric.reasons}


def test_wool_does_not_go_with_linen() -> None:
    linen = replace(TEE, title="Linen top", material="Linen")
    wool = replace(SKIRT, title="Wool skirt", material="Wool")
    summer = replace(SKIRT, title="Beach skirt", style_words=("summer",))
    cold, warm = look_at([linen], wool), look_at([linen], summer)
    assert cold is not None
    assert warm is not None
    assert warm.points - cold.points >= 10


def test_pieces_for_others_are_left_out() -> None:
    assert look_at([TEE], replace(SKIRT, department="Men")) is None
    assert look_at([TEE], replace(SKIRT, department="")) is not None


names = st.sampled_from(["", "Women", "Men", "Kids"])
slots = st.sampled_from(
    [
        ("Tops", "Blouses"), ("Jeans", "Skinny"), ("Dresses", "Midi"), ("Shoes", "Heels"),
        ("Bags", "Totes"), ("Accessories", "Hats"), ("Jackets & Coats", "Puffers"), ("", ""),
        ("Accessories", "Belts"), ("Swim", "Bikinis"), ("Dining", "Plates"),
    ]
)  # fmt: skip
colors = st.lists(
    st.sampled_from([RUST, NAVY, BLACK, CREAM, BLUE, MULTI, ODD]), max_size=2, unique=True
)
amounts = st.none() | st.integers(0, 10**9)


@st.composite
def pieces(draw: st.DrawFn) -> StyleFacts:
    category, subcategory = draw(slots)
    return StyleFacts(
        id=draw(st.integers(1, 60)),
        title=draw(st.sampled_from(["", "Wool coat", "Linen tee, {navy}", "청바지"])),
        department=draw(names),
        category=category,
        subcategory=subcategory,
        size=draw(st.sampled_from(["", "M", "10", "EU 38", "One size", "28", "8Y", "{size}"])),
        colors=tuple(draw(colors)),
        style_words=tuple(draw(st.lists(st.sampled_from(["summer", "striped", "winter"])))),
        price=draw(amounts),
        weight=draw(amounts),
        is_free=draw(st.booleans()),
    )


@given(st.lists(pieces(), max_size=3), st.lists(pieces(), max_size=30), st.randoms())
def test_the_law_of_what_is_recommended(
    bought: list[StyleFacts], offered: list[StyleFacts], shuffler: random.Random
) -> None:
    """Only free pieces that were not bought, one of each slot, whatever order they come in."""
    offered = list({piece.id: piece for piece in offered}.values())
    found = goes_with(bought, offered)
    free = {piece.id for piece in offered if piece.is_free} - {piece.id for piece in bought}
    assert {look.id for look in found} <= free
    assert len({look.slot for look in found}) == len(found) <= 3
    assert found == ranked(bought, offered)[:1] + found[1:]
    shuffler.shuffle(offered)
    assert goes_with(bought, offered) == found
    for look in found:
        assert all(said(reason) for reason in look.reasons)


@given(st.lists(pieces(), min_size=1, max_size=3), st.lists(pieces(), max_size=20), pieces())
def test_one_more_piece_never_makes_the_best_one_worse(
    bought: list[StyleFacts], offered: list[StyleFacts], more: StyleFacts
) -> None:
    offered = [piece for piece in offered if piece.id != more.id]
    before, after = ranked(bought, offered), ranked(bought, [*offered, more])
    assert [look for look in after if look.id != more.id] == list(before)


def test_a_gray_is_neither_warm_nor_cool() -> None:
    assert Hue(30.0, 0.01, 0.5).warmth == ""


def test_sizes_with_an_x_go_on_where_letters_end() -> None:
    assert size_place("women", Slot.TOP, "1X plus") == size_place("women", Slot.TOP, "1X")


def test_a_third_of_the_wheel_apart_counts_a_little() -> None:
    assert harmony(Swatch("Red", "#C62F2F"), Swatch("Green", "#2FC62F")).points == 2
