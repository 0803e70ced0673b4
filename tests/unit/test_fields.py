from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from closet_app.domain.checking import checked, checked_facts, split_words, with_value
from closet_app.domain.fields import (
    FIELD,
    FIELDS,
    FieldValue,
    Group,
    field_named,
    fields_of,
    heading_key,
)
from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.domain.units import Length, Weight
from closet_app.errors import InvalidValueError


def test_the_table_has_every_fact_of_a_piece_once() -> None:
    assert {field.key for field in FIELDS} == {
        field.name for field in dataclasses.fields(ItemFacts)
    }
    assert len(FIELD) == len(FIELDS)
    assert len({field.csv for field in FIELDS}) == len(FIELDS)


def test_every_heading_means_one_field() -> None:
    for field in FIELDS:
        for name in (field.key, field.words, field.csv, *field.aliases):
            assert field_named(name) is field, name
        assert all(alias == heading_key(alias) for alias in field.aliases)


def test_the_editor_has_four_groups() -> None:
    assert sum((fields_of(group) for group in Group), ()) == FIELDS
    assert [field.words for field in fields_of(Group.PRICE)] == [
        "Original price", "Asking", "Floor", "Keep at least",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("No.", "sku"), ("What is it", "title"), ("Brand / label", "brand"), ("sz", "size"),
        ("Bin#", "bin"), ("Where I bought it", "source"), ("Date Bought", "acquired_on"),
        ("$ Paid", "cost_price"), ("List $", "asking"), ("Notes / flaws", "flaws"),
        ("Primary Color", "colors"), ("Warehouse Location", "bin"), ("Internal Notes", "notes"),
        ("Cost of Goods", "cost_price"), ("Labels", "tags"), ("Quantity Left", "quantity"),
        ("HB.name", "title"), ("HB.purchase_from", "source"), ("HB.manufacturer", "brand"),
        ("HB.asset_id", "sku"), ("HB.field.Bin", "bin"), ("HB.field.Color", "colors"),
        ("HB.purchase_price", "cost_price"), ("  TITLE ", "title"), ("cost_price", "cost_price"),
        ("cost", "cost_price"), ("price", "asking"), ("color", "colors"),
        ("PROFIT", None), ("Sold For", None), ("Fees", None), ("", None),
        ("HB.warranty_expires", None), ("Lst Px", None),
    ],
)  # fmt: skip
def test_headings_of_real_spreadsheets_are_known(heading: str, key: str | None) -> None:
    field = field_named(heading)
    assert (field.key if field else None) == key


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("title", "  Tee\x00\n two ", "Tee two"),
        ("description", " a\r\nb ", "a\nb"),
        ("condition", "good", Condition.GOOD),
        ("condition", None, None),
        ("ownership", "personal", Ownership.PERSONAL),
        ("category", " Tops ", "Tops"),
        ("tags", ("a, b", "A", " c;d "), ("a", "b", "c", "d")),
        ("colors", ("Red", "Blue"), ("Red", "Blue")),
        ("asking", Money(0, "USD"), Money(0, "USD")),
        ("asking", None, None),
        ("weight", Weight(5), Weight(5)),
        ("quantity", 0, 0),
        ("acquired_on", date(2026, 1, 1), date(2026, 1, 1)),
        (
            "measurements",
            (Measurement("hem", Length(5)), Measurement("hem", Length(6))),
            (Measurement("hem", Length(6)),),
        ),
    ],
)
def test_values_are_cleaned_as_their_field_keeps_them(
    key: str, value: FieldValue, kept: object
) -> None:
    assert checked(FIELD[key], value) == kept
    assert getattr(with_value(ItemFacts(), key, value), key) == kept


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("title", "x" * 501, "room for 500"),
        ("description", "x" * 10_001, "room for 10,000"),
        ("condition", "sublime", "no such choice"),
        ("ownership", None, "no such choice"),
        ("tags", tuple(str(at) for at in range(51)), "room for 50"),
        ("tags", ("x" * 61,), "room for 60"),
        ("colors", ("Red", "Blue", "Green"), "room for 2"),
        ("cost_price", Money(-1, "USD"), "Paid cannot be below zero"),
        ("asking", Money(LARGEST_MINOR + 1, "USD"), "more than a closet can hold"),
        ("weight", Weight(0), "more than nothing"),
        ("measurements", (Measurement("hem", Length(0)),), "more than nothing"),
        ("measurements", tuple(Measurement(str(at), Length(1)) for at in range(21)), "room for 20"),
        ("quantity", -1, "from 0 to 9,999"),
        ("quantity", 10_000, "from 0 to 9,999"),
        ("acquired_on", date(1, 1, 1), "too far away"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(key: str, value: FieldValue, sentence: str) -> None:
    with pytest.raises(InvalidValueError, match=sentence) as caught:
        checked(FIELD[key], value)
    assert caught.value.field == key


def test_all_facts_are_checked_together() -> None:
    assert checked_facts(ItemFacts(title=" Tee ", tags=("b", "B"))) == ItemFacts(
        title="Tee", tags=("b",)
    )
    with pytest.raises(InvalidValueError) as caught:
        checked_facts(ItemFacts(quantity=-3))
    assert caught.value.field == "quantity"


def test_words_typed_in_one_line_are_parted() -> None:
    assert split_words("striped, Nautical;striped\n 90s ,,") == ("striped", "Nautical", "90s")
    assert split_words(" ") == ()
