from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.checking import checked_facts
from closet_app.domain.fields import FIELD, FIELDS, FieldValue
from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.status import ArchiveReason, ItemStatus, LineState
from closet_app.domain.taxonomy import Taxonomy
from closet_app.domain.units import Length, Weight
from closet_app.errors import InvalidValueError, PhotoError, UserError
from closet_app.paths import resources
from closet_app.wording import (
    Manner,
    condition_words,
    counted,
    currency_of,
    is_day_first,
    locale_of,
    parse_field,
    parse_measurements,
    parse_ownership,
    say_condition,
    say_error,
    say_field,
    say_line_state,
    say_ownership,
    say_pill,
    say_problem,
    say_reason,
    say_status,
    tr,
    units_of,
    use_translations,
    write_field,
)


def shipped() -> Taxonomy:
    folder = resources() / "taxonomy"
    return Taxonomy.from_toml(
        {path.stem: path.read_text("utf-8") for path in folder.glob("*.toml")}
    )


MANNER = Manner(shipped(), date(2026, 11, 23))
METRIC = replace(
    MANNER, currency="EUR", locale="en_DE", length_unit="cm", weight_unit="kg", day_first=True
)
FILE = replace(MANNER, from_file=True, decimal_mark=".", day_first=None)

LINE = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
MONEY = st.none() | st.builds(Money, st.integers(0, 10**12), st.just("USD"))
FACTS = st.builds(
    ItemFacts,
    title=LINE,
    brand=LINE,
    category=LINE,
    colors=st.lists(WORD, max_size=2, unique_by=str.casefold).map(tuple),
    style_words=st.lists(WORD, max_size=4, unique_by=str.casefold).map(tuple),
    condition=st.none() | st.sampled_from(Condition),
    ownership=st.sampled_from(Ownership),
    measurements=st.lists(
        st.builds(
            Measurement,
            st.sampled_from(["pit_to_pit", "leg_opening", "wing_span"]),
            st.builds(Length, st.integers(1, 10_000_000)),
        ),
        max_size=3,
        unique_by=lambda one: one.name,
    ).map(tuple),
    weight=st.none() | st.builds(Weight, st.integers(1, 500_000_000)),
    quantity=st.integers(0, 9_999),
    acquired_on=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    cost_price=MONEY,
    asking=MONEY,
)


@given(FACTS)
def test_every_field_survives_a_file(drawn: ItemFacts) -> None:
    facts = checked_facts(drawn)
    for field in FIELDS:
        value = getattr(facts, field.key)
        assert parse_field(field, write_field(field, value, FILE), FILE) == value


@given(st.builds(Money, st.integers(0, 10**12), st.just("EUR")), st.dates(date(1950, 1, 1)))
def test_every_field_survives_the_screen(money: Money, day: date) -> None:
    manner = METRIC
    assert parse_field(FIELD["asking"], say_field(FIELD["asking"], money, manner), manner) == money
    if day.year < 2200:
        said = say_field(FIELD["acquired_on"], day, manner)
        assert parse_field(FIELD["acquired_on"], said, manner) == day


@pytest.mark.parametrize(
    ("key", "value", "said", "written"),
    [
        ("title", "Breton tee", "Breton tee", "Breton tee"),
        ("notes", "a\nb", "a\nb", "a\nb"),
        ("tags", ("a", "b"), "a, b", "a, b"),
        ("colors", ("Cream", "Rust"), "Cream, Rust", "Cream, Rust"),
        ("category", "Tops", "Tops", "Tops"),
        ("condition", Condition.VERY_GOOD, "Very good", "Very good"),
        ("condition", None, "", ""),
        ("ownership", Ownership.PERSONAL, "Personal", "Personal"),
        ("cost_price", Money(600, "USD"), "$6.00", "6.00"),
        ("weight", Weight.of(14, "oz"), "14 oz", "14 oz"),
        ("weight", Weight.of(450, "g"), "15.9 oz", "450 g"),
        ("quantity", 1200, "1,200", "1200"),
        ("acquired_on", date(2025, 11, 8), "Sat, Nov 8, 2025", "2025-11-08"),
        (
            "measurements",
            (
                Measurement("pit_to_pit", Length.of("20.5", "in")),
                Measurement("length", Length.of(52, "cm")),
            ),
            "Pit to pit 20½ in, Length 20½ in",
            "Pit to pit 20½ in; Length 52 cm",
        ),
    ],
)
def test_values_are_said_for_people_and_written_for_files(
    key: str, value: FieldValue, said: str, written: str
) -> None:
    assert say_field(FIELD[key], value, MANNER) == said
    assert write_field(FIELD[key], value, MANNER) == written


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", " A  tee ", "A  tee"),
        ("style_words", "striped, nautical; 90s", ("striped", "nautical", "90s")),
        ("condition", "nwt", Condition.NEW_WITH_TAGS),
        ("condition", "very GOOD", Condition.VERY_GOOD),
        ("condition", "", None),
        ("ownership", "yes", Ownership.PERSONAL),
        ("ownership", "", Ownership.BUSINESS),
        ("cost_price", "6", Money(600, "USD")),
        ("cost_price", " ", None),
        ("weight", "", None),
        ("weight", "14", Weight.of(14, "oz")),
        ("quantity", "", 1),
        ("quantity", "3.0", 3),
        ("acquired_on", "", None),
        ("acquired_on", "11/8/25", date(2025, 11, 8)),
        ("size_system", "EU", "EU"),
    ],
)
def test_typed_values_are_understood(key: str, text: str, value: FieldValue) -> None:
    assert parse_field(FIELD[key], text, MANNER) == value


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("condition", "sublime", "“sublime” is not a condition"),
        ("ownership", "aunt", "neither business nor personal"),
        ("cost_price", "NaN", "“NaN” is not an amount"),
        ("cost_price", "-3", "cannot be below zero"),
        ("quantity", "1e3", "not a whole number"),
        ("quantity", "10000", "goes from 0 to 9,999"),
        ("weight", "heavy", "not a weight"),
        ("measurements", "20 in", "“20 in” is not a measurement"),
        ("measurements", "pit to pit", "not a measurement"),
        ("measurements", "a" * 100_000 + " 5x", "not a measurement"),
        ("acquired_on", "31/31/2025", "is not a day"),
        ("title", "x" * 600, "room for 500"),
        ("colors", "red, blue, green", "room for 2"),
    ],
)
def test_what_a_field_cannot_hold_names_the_field(key: str, text: str, sentence: str) -> None:
    with pytest.raises(InvalidValueError, match=sentence) as caught:
        parse_field(FIELD[key], text, MANNER)
    assert caught.value.field == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pit to pit 20½ in; length 25", (("pit_to_pit", "20.5"), ("length", "25"))),
        ('p2p: 17"\nlength: 25"', (("pit_to_pit", "17"), ("length", "25"))),
        ("Length 20,5, sleeve = 18", (("length", "20.5"), ("sleeve", "18"))),
        ("Wing span 40", (("wing_span", "40"),)),
        ("  ", ()),
    ],
)
def test_measures_are_read_as_sellers_note_them(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert parse_measurements(text, MANNER) == tuple(
        Measurement(name, Length.of(inches, "in")) for name, inches in expected
    )


def test_a_file_is_asked_about_what_could_mean_two_things() -> None:
    with pytest.raises(InvalidValueError, match="could be"):
        parse_field(FIELD["asking"], "1,234", replace(FILE, decimal_mark=None))
    with pytest.raises(InvalidValueError, match="could be"):
        parse_field(FIELD["acquired_on"], "01/02/2026", FILE)


def test_statuses_have_words_for_facets_pills_and_lines() -> None:
    assert [say_status(status) for status in ItemStatus] == [
        "Draft", "Listed", "On hold", "Sold, to pack", "Packed", "Shipped", "Delivered",
        "Returned", "Archived",
    ]  # fmt: skip
    assert say_pill("listed", 12) == "Listed 12 d"
    assert say_pill("listed") == "Listed"
    assert say_pill("sold", 3) == "To pack"
    assert say_pill("draft", 3) == "Draft"
    assert [say_line_state(state) for state in LineState][-2:] == ["Returned", "Cancelled"]
    assert [say_reason(reason) for reason in ArchiveReason] == [
        "Donated", "Kept", "Lost", "Thrown away",
    ]  # fmt: skip


def test_conditions_and_ownership_have_words() -> None:
    assert [words for _, words in condition_words()] == [
        "New with tags", "New without tags", "Like new", "Very good", "Good", "Fair",
    ]  # fmt: skip
    assert say_condition(None) == ""
    assert parse_ownership("Personal") is Ownership.PERSONAL
    assert parse_ownership("both") is None
    assert say_ownership(Ownership.BUSINESS) == "Business"


def test_counts_agree_with_their_nouns() -> None:
    assert counted(1, "{n} item", "{n} items") == "1 item"
    assert counted(1204, "{n} item", "{n} items") == "1,204 items"


def test_translations_are_looked_for_where_told(tmp_path: Path) -> None:
    use_translations(tmp_path)
    assert tr("Draft") == "Draft"
    assert tr("") == ""


def test_errors_are_sentences_that_name_their_field() -> None:
    refused = InvalidValueError(
        "“x” is not an amount.", field="asking", remedy="Type it like 12.50."
    )
    assert say_error(refused) == "Asking: “x” is not an amount. Type it like 12.50."
    below = InvalidValueError("Paid cannot be below zero.", field="cost_price")
    assert say_error(below) == "Paid cannot be below zero."
    assert say_error(InvalidValueError("Too long.", field="sign_off")) == "sign_off: Too long."
    assert say_error(UserError("It is sold.", safe="Nothing was changed.")) == (
        "It is sold. Nothing was changed."
    )


def test_problems_name_their_file() -> None:
    broken = PhotoError(Path("/a/IMG_2231.HEIC"), "It is damaged.", safe="The others are fine.")
    assert say_problem(broken.path, broken) == "IMG_2231.HEIC: It is damaged. The others are fine."
    assert say_problem("Row 4", UserError("No title.")) == "Row 4: No title."


@pytest.mark.parametrize(
    ("country", "units", "locale", "currency", "day_first"),
    [
        ("US", ("in", "lb"), "en_US", "USD", False),
        ("GB", ("in", "kg"), "en_GB", "GBP", True),
        ("DE", ("cm", "kg"), "en_DE", "EUR", True),
        ("JP", ("cm", "kg"), "en_US", "JPY", True),
        ("", ("cm", "kg"), "en_US", "USD", True),
    ],
)
def test_a_country_brings_its_habits(
    country: str, units: tuple[str, str], locale: str, currency: str, day_first: bool
) -> None:
    assert units_of(country) == units
    assert locale_of(country) == locale
    assert currency_of(country) == currency
    assert is_day_first(country) is day_first


def test_half_a_measure_is_not_rounded_by_a_file() -> None:
    odd = Measurement("length", Length(123_457))
    written = write_field(FIELD["measurements"], (odd,), FILE)
    assert written == "Length 12.3457 cm"
    assert Length(123_457).to("cm") == Decimal("12.3457")
