"""Titles and style words from accepted facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.letters import count_letters
from closet_app.domain.titles import LONGEST_TITLE, Known, TitleBook
from closet_app.paths import resources

BOOK = TitleBook.from_toml((resources() / "tags" / "titles.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("known", "title"),
    [
        (Known(category="Pants", subcategory="Chinos & Khakis", colors=("Mustard",),
               style_words=("casual", "cropped")), "Cropped chinos, mustard"),
        (Known(category="Tops", subcategory="Tees - Short Sleeve", colors=("Cream", "Rust"),
               style_words=("striped",)), "Striped tee, cream and rust"),
        (Known(category="Dresses", subcategory="Midi", material="100% linen", colors=("Olive",)),
         "Linen midi dress, olive"),
        (Known(category="Jeans", brand="Levi's", colors=("Blue",)), "Levi's jeans, blue"),
        (Known(category="Jackets & Coats", subcategory="Puffers",
               material="Shell 100% polyester, lining 100% nylon", colors=("Navy", "Tan")),
         "Puffer, navy and tan"),
        (Known(category="Shoes", colors=("Brown",)), "Shoes, brown"),
        (Known(category="Skirts", subcategory="Bubble", colors=("Red",)), "Skirt, red"),
        (Known(category="Dresses"), ""), (Known(colors=("Red",)), ""), (Known(), ""),
        (Known(category="Toys", colors=("Red",)), ""),
    ],
)  # fmt: skip
def test_a_title_says_what_is_known_and_no_more(known: Known, title: str) -> None:
    assert BOOK.title(known) == title


WORDS = st.text(st.characters(categories=("L", "Zs")), max_size=120)


@given(
    st.sampled_from(sorted({category for category, _ in BOOK.nouns})),
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    st.lists(st.sampled_from(BOOK.leads)).map(tuple),
)
def test_a_title_fits_every_form(
    category: str, brand: str, colors: tuple[str, ...], style: tuple[str, ...]
) -> None:
    title = BOOK.title(Known(brand=brand, category=category, colors=colors, style_words=style))

    assert count_letters(title) <= LONGEST_TITLE


def test_style_words_follow_from_facts() -> None:
    dress = Known(category="Dresses", subcategory="Midi", material="100% linen")

    assert BOOK.style_words(dress) == ("linen", "summer", "midi")
    assert BOOK.style_words(Known(colors=("White", "Black"))) == ("monochrome",)
    assert BOOK.style_words(Known(material="60% wool, 40% nylon")) == ("wool", "winter")
    assert BOOK.style_words(Known(material="50% linen, 50% cotton")) == ()
    assert BOOK.style_words(Known()) == ()


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    colors = ("Blue", "Green as the sea in the evening")
    book = TitleBook((), (), {("toys", ""): "bear " * 9 + "bear"}, ())
    assert book.title(Known(category="Toys", colors=colors)).endswith("bear, blue")
    endless = TitleBook((), (), {("toys", ""): "bear" * 30}, ())
    assert endless.title(Known(category="Toys", colors=colors)) == ""
