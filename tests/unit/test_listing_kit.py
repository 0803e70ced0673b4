from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.forms import FormLimits
from closet_app.domain.item import Condition, ItemFacts, Measurement
from closet_app.domain.letters import clusters, count_letters, cut
from closet_app.domain.listing_kit import (
    Described,
    hashtags,
    listing_description,
    listing_kit,
    listing_title,
)
from closet_app.domain.taxonomy import Taxonomy
from closet_app.domain.units import Length
from closet_app.paths import resources
from closet_app.wording import Manner, form_colors, form_condition, say_listing

EBAY = FormLimits(title=80, description=4000, hashtags=0, photos=24)
DEPOP = FormLimits(title=0, description=1000, hashtags=5, photos=8)
BRETON = Described(
    title="Breton boatneck tee, cream and rust stripe",
    brand="Madewell",
    department="Women",
    category="Tops",
    subcategory="Tees - Long Sleeve",
    size="M",
    colors=("Cream", "Rust"),
    style_words=("striped", "nautical", "90s", "Free People", "casual", "boatneck"),
    lead="Breton boatneck tee, cream and rust stripe, by Madewell.",
    facts=("Condition: Very good.", "Size: M."),
)
WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=15), max_size=12
).map(" ".join)
PIECES = st.builds(
    Described,
    title=WORDS,
    brand=WORDS,
    department=st.sampled_from(["", "Women", "Men", "Kids", "Home"]),
    category=st.sampled_from(["", "Tops", "Dresses", "Jackets & Coats", "Other"]),
    subcategory=st.sampled_from(["", "Tees - Long Sleeve", "A-Line or Full", "Skinny"]),
    size=st.sampled_from(["", "M", "10", "One size"]),
    colors=st.lists(WORDS, max_size=3).map(tuple),
    style_words=st.lists(WORDS, max_size=8).map(tuple),
    description=WORDS,
    lead=WORDS,
    facts=st.lists(WORDS, max_size=4).map(tuple),
)


def test_a_title_says_everything_once() -> None:
    assert listing_title(BRETON, 80) == (
        "Madewell Breton Boatneck Tee Cream Rust Stripe Women’s M Long Sleeve Top"
    )


@pytest.mark.parametrize(
    ("limit", "title"),
    [
        (60, "Madewell Breton Boatneck Tee Cream Rust Stripe Women’s M Top"),
        (52, "Madewell Breton Boatneck Tee Cream Rust Stripe Top"),
        (30, "Madewell Breton Boatneck Tee"),
        (5, "Madew"),
    ],
)
def test_a_title_is_cut_after_a_word(limit: int, title: str) -> None:
    assert listing_title(BRETON, limit) == title


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        (
            {"title": "Madewell Breton tee", "colors": ()},
            "Madewell Breton Tee Women’s M Long Sleeve Top",
        ),
        (
            {"title": "Tees by MADEWELL & co"},
            "Madewell Tees By Co Women’s M Cream Rust Long Sleeve Top",
        ),
        ({"title": "", "brand": ""}, "Women’s M Cream Rust Long Sleeve Tee Top"),
        (
            {"title": "Womens sandal", "size": "8.5", "subcategory": "Sandals",
             "category": "Shoes"},
            "Madewell Womens Sandal Size 8.5 Cream Rust Shoes",
        ),
        (
            {"title": "Wool scarf", "department": "Home", "subcategory": "Scarves & Wraps",
             "category": "Scarves", "colors": ()},
            "Madewell Wool Scarf Home M",
        ),
        (
            {"title": "Silk", "subcategory": "Camisoles", "category": "Dresses",
             "colors": ("Navy",)},
            "Madewell Silk Women’s M Navy Camisole Dress",
        ),
        (
            {"title": "Gold", "subcategory": "Watches", "category": "Accessories", "colors": ()},
            "Madewell Gold Women’s M Watch Accessory",
        ),
        (
            {"title": "Y2K iPhone case", "subcategory": "Phone Cases", "category": "Other",
             "colors": (), "department": ""},
            "Madewell Y2K iPhone Case M Phone",
        ),
        (
            {"title": "Check", "subcategory": "Ties", "category": "Bodies",
             "colors": (), "size": ""},
            "Madewell Check Women’s Tie Body",
        ),
    ],
)  # fmt: skip
def test_titles_follow_the_facts(changes: dict[str, str], title: str) -> None:
    assert listing_title(replace(BRETON, **changes), 80) == title  # type: ignore[arg-type]  # cases


@given(PIECES, st.integers(1, 120))
def test_a_title_never_outgrows_its_form(piece: Described, limit: int) -> None:
    assert count_letters(listing_title(piece, limit)) <= limit


@given(PIECES, st.integers(1, 400), st.integers(0, 1), st.integers(0, 5))
def test_a_description_never_outgrows_its_form(
    piece: Described, room: int, titles: int, tags: int
) -> None:
    limits = FormLimits(titles * 80, room, tags, 8)
    kit = listing_kit(piece, limits)
    assert kit.description_letters == count_letters(kit.description) <= room
    assert kit.title_letters == count_letters(kit.title)
    assert bool(kit.title) <= bool(titles)


def test_a_description_is_the_lead_the_facts_and_the_style() -> None:
    assert listing_description(BRETON, EBAY) == (
        "Breton boatneck tee, cream and rust stripe, by Madewell.\n\n"
        "Condition: Very good.\nSize: M.\n"
        "Striped, nautical, 90s, free people, casual, boatneck."
    )


def test_a_form_without_a_title_begins_with_it_and_ends_in_hashtags() -> None:
    kit = listing_kit(BRETON, DEPOP)
    assert kit.title == ""
    assert kit.description.startswith("Madewell Breton Boatneck Tee")
    assert kit.description.endswith("\n\n#striped #nautical #90s #freepeople #casual")


def test_the_sellers_own_words_give_way_before_the_facts() -> None:
    long = replace(BRETON, description="A lovely thing to wear. " * 50, style_words=())
    said = listing_description(long, replace(EBAY, description=100))
    assert said.startswith("A lovely thing to wear.")
    assert said.endswith("…\n\nCondition: Very good.\nSize: M.")
    facts_only = listing_description(long, replace(EBAY, description=32))
    assert facts_only == "Condition: Very good.\nSize: M."
    assert listing_description(Described(description="Worn"), EBAY) == "Worn"
    one_word = replace(BRETON, description="…" * 90, style_words=())
    assert listing_description(one_word, replace(EBAY, description=40)).endswith("Size: M.")


def test_hashtags_are_letters_and_figures_once() -> None:
    assert hashtags(["Free People", "free-people", "90's", "!!", "한복"], 5) == (
        "#freepeople", "#90s", "#한복",
    )  # fmt: skip
    assert hashtags(["a", "b"], 0) == ()


def test_letters_are_counted_as_a_form_counts_them() -> None:
    assert count_letters("tee") == 3
    assert count_letters("tee 👚") == 6


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩‍👧x", ["👩‍👧", "x"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("🇩🇪🇫🇷🇪", ["🇩🇪", "🇫🇷", "🇪"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
    ],
)
def test_signs_are_what_a_reader_sees(text: str, signs: list[str]) -> None:
    assert list(clusters(text)) == signs


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("cream tee", 9, "cream tee"), ("cream tee", 8, "cream"), ("cream tee", 5, "cream"),
        ("cream, tee", 8, "cream"), ("creamtee", 5, "cream"), ("👩‍👧👩‍👧", 7, "👩‍👧"),
        ("👩‍👧", 3, ""), ("a 👩‍👧", 4, "a"), ("tee", 0, ""),
    ],
)  # fmt: skip
def test_text_is_cut_after_a_word_and_never_inside_a_sign(text: str, limit: int, kept: str) -> None:
    assert cut(text, limit) == kept


@given(st.text(), st.integers(0, 30))
def test_signs_join_to_the_text_and_a_cut_is_its_beginning(text: str, limit: int) -> None:
    assert "".join(clusters(text)) == text
    assert count_letters(cut(text, limit)) <= limit
    assert text.startswith(cut(text, limit))


@pytest.fixture(scope="module")
def manner() -> Manner:
    folder = resources() / "taxonomy"
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.toml")}
    return Manner(Taxonomy.from_toml(texts), date(2026, 11, 23))


FACTS = ItemFacts(
    title="Breton boatneck tee, cream and rust stripe", brand="Madewell", department="Women",
    category="Tops", subcategory="Tees - Long Sleeve", size="M", colors=("Cream",),
    other_colors=("Rust",), condition=Condition.VERY_GOOD, material="100% cotton",
    flaws="Tiny pull inside the left cuff", style_words=("striped", "nautical"),
    measurements=(
        Measurement("pit_to_pit", Length.of("20.5", "in")),
        Measurement("length", Length.of(25, "in")),
    ),
)  # fmt: skip


def test_a_piece_is_said_in_the_words_of_its_marketplace(manner: Manner) -> None:
    kit = say_listing(FACTS, "ebay", manner)
    assert kit.title == "Madewell Breton Boatneck Tee Cream Rust Stripe Women’s M Long Sleeve Top"
    assert kit.description == (
        "Breton boatneck tee, cream and rust stripe, by Madewell.\n\n"
        "Condition: Pre-owned - Excellent.\n"
        "To know: Tiny pull inside the left cuff.\n"
        "Size: M.\n"
        "Material: 100% cotton.\n"
        "Laid flat: pit to pit 20½ in, length 25 in.\n"
        "Striped, nautical."
    )
    assert say_listing(FACTS, "etsy", manner).description.count("Condition: Very good.") == 1


def test_the_form_gets_its_condition_and_colors(manner: Manner) -> None:
    assert form_condition(FACTS, "vinted", manner) == "Very good"
    assert form_condition(FACTS, "etsy", manner) == "Very good"
    assert form_condition(ItemFacts(), "ebay", manner) == ""
    assert form_colors(FACTS, "poshmark", manner) == ("Cream", "Brown")


def test_little_is_known_and_little_is_said(manner: Manner) -> None:
    assert say_listing(ItemFacts(), "ebay", manner).description == ""
    assert say_listing(ItemFacts(brand="Zara"), "ebay", manner).description == "Zara."
    assert (
        say_listing(ItemFacts(title="Zara tee", brand="Zara"), "ebay", manner).description
        == "Zara tee."
    )
    assert say_listing(ItemFacts(title="Tee!"), "ebay", manner).description == "Tee!"
    shoe = ItemFacts(title="Sandal", size="42", size_system="EU")
    assert say_listing(shoe, "ebay", manner).title == "Sandal EU 42"
    assert "Size: EU 42." in say_listing(shoe, "ebay", manner).description


def test_measures_are_said_in_the_units_of_the_shop(manner: Manner) -> None:
    metric = replace(manner, length_unit="cm")
    assert "pit to pit 52.1 cm" in say_listing(FACTS, "ebay", metric).description
