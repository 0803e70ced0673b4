from __future__ import annotations

from collections.abc import Callable

import pytest

from closet_app.domain.taxonomy import Taxonomy
from closet_app.errors import NotFoundError, UserError
from closet_app.exchange.mapping import Mapping, guess_mapping
from closet_app.exchange.tables_in import open_sheet
from closet_app.exchange.targets import TARGETS

from .conftest import WriteText

Guess = Callable[[str], Mapping]


@pytest.fixture
def guess(write_text: WriteText, taxonomy: Taxonomy) -> Guess:
    def guessed(text: str) -> Mapping:
        return guess_mapping(open_sheet(write_text(text)), taxonomy)

    return guessed


def uses(mapping: Mapping) -> dict[str, str | None]:
    return {column.heading: column.field for column in mapping.columns}


def test_usual_headings_are_known_with_or_without_filling_words(guess: Guess) -> None:
    mapping = guess(
        "Item #,Asking price (USD),Purchase Date,Cost of the item,Fabric,Storage location\n"
        "A-1,12,2026-01-02,3,Silk,B4\n"
    )
    assert uses(mapping) == {
        "Item #": "sku",
        "Asking price (USD)": "asking",
        "Purchase Date": "acquired_on",
        "Cost of the item": "cost_price",
        "Fabric": "material",
        "Storage location": "bin",
    }


def test_content_overrules_a_heading_that_says_another_thing(guess: Guess) -> None:
    assert uses(guess("Title,Bought,Sold\nDress,$4.50,2026-01-02\nHat,$5.00,2026-02-03\n")) == {
        "Title": "title",
        "Bought": "cost_price",
        "Sold": "sold_on",
    }
    assert uses(guess("Title,Bought,Sold\nDress,2026-01-02,yes\nHat,2026-02-03,no\n")) == {
        "Title": "title",
        "Bought": "acquired_on",
        "Sold": "status",
    }


def test_columns_without_a_known_name_are_taken_by_plain_content(guess: Guess) -> None:
    mapping = guess(
        "Title,Shape,Whom,Hue,Where to\nDress,NWT,Women,Red,eBay\nHat,EUC,Men,Blue,Depop\n"
    )
    assert uses(mapping) == {
        "Title": "title",
        "Shape": "condition",
        "Whom": "department",
        "Hue": "colors",
        "Where to": "marketplaces",
    }
    assert [column.confidence for column in mapping.columns] == [100, 50, 50, 50, 50]


def test_unknown_columns_are_offered_with_samples(guess: Guess) -> None:
    mapping = guess(
        "Title,Wibble,Link,Ship $\nDress,one,https://x.invalid,3\nHat,two,,4\nTop,one,,\n"
    )
    assert [(column.heading, column.samples) for column in mapping.unknown] == [
        ("Wibble", ("one", "two"))
    ]
    assert mapping.columns[3].of_sales


def test_of_two_columns_for_one_value_the_surer_wins_and_words_are_joined(guess: Guess) -> None:
    mapping = guess("Storage,Bin,Primary color,Secondary color\nAttic,B4,Red,Blue\n")
    assert uses(mapping) == {
        "Storage": None, "Bin": "bin", "Primary color": "colors", "Secondary color": "colors",
    }  # fmt: skip
    assert not mapping.unknown


def test_the_seller_may_change_every_column(guess: Guess) -> None:
    mapping = guess("Title,Shelf,Lst Px,Odd\nDress,B4,12,x\n")
    changed = mapping.with_named({"bin": "odd", "Notes": "Shelf", "price": "Lst Px"})
    assert uses(changed) == {"Title": "title", "Shelf": "notes", "Lst Px": "asking", "Odd": "bin"}
    left_out = changed.with_column(0, None)
    assert uses(left_out)["Title"] is None
    assert not left_out.unknown
    assert changed.fields == {"title", "notes", "asking", "bin"}


def test_a_wrong_name_for_a_column_is_refused(guess: Guess) -> None:
    mapping = guess("Title,Odd,odd\nDress,x,y\n")
    with pytest.raises(NotFoundError, match="Shoe"):
        mapping.with_named({"bin": "Shoe"})
    with pytest.raises(NotFoundError, match="wings"):
        mapping.with_named({"wings": "Odd"})
    with pytest.raises(NotFoundError, match="wings"):
        mapping.with_column(0, "wings")
    with pytest.raises(UserError, match="Several"):
        mapping.with_named({"bin": "ODD"})


def test_every_offered_choice_has_words() -> None:
    assert len({target.key for target in TARGETS}) == len(TARGETS)
    assert all(target.words for target in TARGETS)
