from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from closet_app.domain.item import Condition, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus
from closet_app.domain.units import Length, Weight
from closet_app.exchange.candidates import Candidate
from closet_app.exchange.mapping import guess_mapping
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.rows_in import read_items
from closet_app.exchange.tables_in import open_sheet

from .conftest import Read, WriteText, facts_of

ReadOne = Callable[..., Candidate]


@pytest.fixture
def one(read: Read, write_text: WriteText) -> ReadOne:
    """Reads a file of one row given as heading=cell, beside a title."""

    def read_one(**cells: str) -> Candidate:
        row = {"Title": "Dress", **{key.replace("_", " "): cell for key, cell in cells.items()}}
        text = io.StringIO(newline="")
        csv.writer(text).writerows([list(row), list(row.values())])
        return read(write_text(text.getvalue())).candidates[0]

    return read_one


def test_every_kind_of_field_is_read(one: ReadOne) -> None:
    candidate = one(
        SKU=" jl-1 ", Brand="Madewell", Department="ladies", Category="jeans", Condition="NWT",
        Color="navy / gray, Red", Tags="a; b, A",
        Measurements='p2p: 18", length 27 1/2in; waist=14',
        Weight_oz="12", Quantity="3", Cost="$4.50", Asking="25", Date_bought="1/31/2026",
        Ownership="Personal", Notes="two\r\nlines", Flaws="n/a but worn",
    )  # fmt: skip
    facts = facts_of(candidate)
    assert (facts.sku, facts.department, facts.category) == ("jl-1", "Women", "Jeans")
    assert facts.condition is Condition.NEW_WITH_TAGS
    assert facts.ownership is Ownership.PERSONAL
    assert (facts.colors, facts.other_colors) == (("Navy", "Gray"), ("Red",))
    assert facts.tags == ("a", "b")
    assert facts.measurements == (
        Measurement("pit_to_pit", Length.of(18, "in")),
        Measurement("length", Length.of("27.5", "in")),
        Measurement("waist", Length.of(14, "in")),
    )
    assert facts.weight == Weight.of(12, "oz")
    assert (facts.quantity, facts.notes) == (3, "two\nlines")
    assert facts.acquired_on == date(2026, 1, 31)
    assert {"sku", "colors", "weight", "cost_price"} <= candidate.given
    assert "material" not in candidate.given


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Cost", "lots", "cost_price"),
        ("Cost", "12.505", "cost_price"),
        ("Date_bought", "2026-02-30", "acquired_on"),
        ("Quantity", "many", "quantity"),
        ("Quantity", "-1", "quantity"),
        ("Quantity", "99999", "quantity"),
        ("SKU", "x" * 41, "sku"),
        ("SKU", "1.23E+16", "sku"),
        ("SKU", "2-Jan", "sku"),
        ("SKU", "Jan-02", "sku"),
        ("Size", "10-Dec", "size"),
        ("Notes", "x" * 10_001, "notes"),
        ("Tags", "x" * 61, "tags"),
        ("Weight", "heavy", "weight"),
    ],
)
def test_a_row_with_one_bad_cell_is_refused_whole_with_its_reason(
    one: ReadOne, heading: str, cell: str, field: str
) -> None:
    candidate = one(**{heading: cell})
    assert candidate.facts is None
    assert candidate.key == ""
    (problem,) = candidate.problems
    assert (problem.field, problem.heading) == (field, heading.replace("_", " "))
    assert problem.sentence.endswith(".")
    assert len(problem.text) <= 80


def test_all_reasons_of_a_row_are_named_at_once(one: ReadOne) -> None:
    candidate = one(Cost="lots", Quantity="many", Date_bought="32/1/2026")
    assert [problem.field for problem in candidate.problems] == [
        "cost_price", "quantity", "acquired_on",
    ]  # fmt: skip


def test_what_is_not_understood_is_kept_in_the_notes(one: ReadOne) -> None:
    candidate = one(Condition="meh", Date_bought="spring 2025", Cost="??", Notes="mine")
    facts = facts_of(candidate)
    assert (facts.condition, facts.acquired_on, facts.cost_price) == (None, None, None)
    assert facts.notes.split("\n") == [
        "mine", "Condition: meh", "Date bought: spring 2025", "Cost: ??",
    ]  # fmt: skip
    assert len(candidate.warnings) == 3


def test_status_words_and_yes_under_a_heading_say_where_a_piece_stands(one: ReadOne) -> None:
    for heading, cell, status in (
        ("Status", "Active", ItemStatus.LISTED), ("Status", "Death pile", ItemStatus.DRAFT),
        ("Status", "on hold", ItemStatus.ON_HOLD), ("Sold", "x", ItemStatus.SOLD),
        ("Sold", "no", None), ("Archived", "true", ItemStatus.ARCHIVED),
        ("Status", "Donated", ItemStatus.ARCHIVED),
    ):  # fmt: skip
        assert one(**{heading: cell}).standing.status is status
    assert one(Date_sold="2026-01-02", Status="Listed").standing.status is ItemStatus.SOLD
    assert one(Date_sold="2026-01-02", Status="Returned").standing.status is ItemStatus.RETURNED


def test_marketplaces_become_listings(one: ReadOne) -> None:
    standing = one(
        Listing_platforms="eBay, Depop", Status="Active", Price="20", Listed_date="2026-01-02"
    ).standing
    assert [(at.marketplace, at.price, at.since, at.state) for at in standing.listings] == [
        ("eBay", Money(2000, "USD"), date(2026, 1, 2), "live"),
        ("Depop", Money(2000, "USD"), date(2026, 1, 2), "live"),
    ]


def test_measures_and_weights_are_read_as_sellers_write_them(one: ReadOne) -> None:
    facts = facts_of(one(Measurements="19.5in pit to pit / lovely\nrise 10", Weight="1 lb 2 oz"))
    assert {measure.name: measure.length for measure in facts.measurements} == {
        "rise": Length.of(10, "in")
    }
    assert "Measurements: 19.5in pit to pit / lovely" in facts.notes
    assert facts.weight == Weight.of(18, "oz")
    assert facts_of(one(Weight="0")).weight is None
    assert facts_of(one(Measurements="long enough")).measurements == ()
    by_name_last = facts_of(one(Measurements='19 1/2" chest; waist: wide'))
    assert by_name_last.measurements == (Measurement("pit_to_pit", Length.of("19.5", "in")),)


def test_a_personal_column_may_say_yes_or_no(one: ReadOne) -> None:
    assert facts_of(one(Personal="yes")).ownership is Ownership.PERSONAL
    assert facts_of(one(Personal="no")).ownership is Ownership.BUSINESS
    assert facts_of(one(Business="x")).ownership is Ownership.BUSINESS


def test_an_unknown_status_is_kept_in_the_notes(
    write_text: WriteText, options: ImportOptions
) -> None:
    sheet = open_sheet(write_text("Title,Stage\nDress,Wibble\n"))
    mapping = guess_mapping(sheet, options.taxonomy).with_named({"status": "Stage"})
    (candidate,) = read_items(sheet, mapping, options).candidates
    assert (candidate.standing.status, facts_of(candidate).notes) == (None, "Stage: Wibble")


def test_two_columns_that_say_the_same_thing_are_put_together(
    write_text: WriteText, options: ImportOptions
) -> None:
    text = "Title,Notes,Comment,Sold,Archived,Tags,Labels\nDress,one,two,yes,yes,a,b; A\n"
    sheet = open_sheet(write_text(text))
    mapping = guess_mapping(sheet, options.taxonomy)
    (candidate,) = read_items(sheet, mapping, options).candidates
    facts = facts_of(candidate)
    assert (facts.notes, facts.tags) == ("one\nComment: two", ("a", "b"))
    assert candidate.standing.status is ItemStatus.SOLD


def test_notes_that_grow_too_long_refuse_the_row(one: ReadOne) -> None:
    candidate = one(Notes="x" * 9_990, Condition="meh, but lovely")
    assert [problem.field for problem in candidate.problems] == ["notes"]


def test_a_path_of_categories_is_taken_apart(one: ReadOne) -> None:
    facts = facts_of(one(Category="Women > Jeans > Skinny"))
    assert (facts.department, facts.category, facts.subcategory) == ("Women", "Jeans", "Skinny")


def test_guards_of_other_programs_are_taken_off(one: ReadOne) -> None:
    facts = facts_of(one(SKU='="0012"', Brand="'=Brand", Source="'90s shop", Bin="'0042"))
    assert (facts.sku, facts.brand, facts.source, facts.bin) == (
        "0012",
        "=Brand",
        "'90s shop",
        "0042",
    )


def test_signs_that_cannot_be_seen_are_left_out_and_named(one: ReadOne) -> None:
    candidate = one(Brand="Made\0well")
    assert facts_of(candidate).brand == "Madewell"
    assert [warning.field for warning in candidate.warnings] == ["brand"]
