from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus
from closet_app.domain.units import Length, Weight
from closet_app.exchange.amounts_in import DecimalMark
from closet_app.exchange.candidates import Candidate
from closet_app.exchange.changed_by_spreadsheets import without_zeros
from closet_app.exchange.dates_in import DateOrder
from closet_app.exchange.mapping import guess_mapping
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.rows_in import ItemsRead, iter_items, read_items
from closet_app.exchange.sheet import LeftOutBecause
from closet_app.exchange.tables_in import open_sheet

from .conftest import Read, WriteText, opened

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


def facts_of(candidate: Candidate) -> ItemFacts:
    assert candidate.facts is not None, candidate.problems
    return candidate.facts


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


def test_a_piece_without_a_title_is_warned_about(read: Read, write_text: WriteText) -> None:
    (candidate,) = read(write_text("SKU,Title,Brand\n1,,Gap\n")).candidates
    assert [warning.field for warning in candidate.warnings] == ["title"]


def test_rows_with_a_number_and_little_else_are_left_out(read: Read, write_text: WriteText) -> None:
    items = read(write_text("SKU,Title,Sold,Quantity\n1,Dress,no,1\n2,,no,1\n3,,,\n,,,1\n"))
    assert [candidate.line for candidate in items.candidates] == [2]
    assert [row.because for row in items.left_out] == [
        LeftOutBecause.ONLY_A_NUMBER, LeftOutBecause.ONLY_A_NUMBER, LeftOutBecause.EMPTY,
    ]  # fmt: skip


def test_a_number_used_twice_is_named_whatever_its_case_and_spaces(
    read: Read, write_text: WriteText
) -> None:
    rows = "SKU,Title\nJL-1,Dress\njl-1\u00a0,Skirt\nJL-2,Hat\nJL-3,Top\n"
    items = read(write_text(rows))
    assert [candidate.facts is None for candidate in items.candidates] == [
        False, True, False, False,
    ]  # fmt: skip
    assert "row 2" in items.candidates[1].problems[0].sentence


def test_numbers_that_lost_their_zeros_are_named(read: Read, write_text: WriteText) -> None:
    items = read(write_text("SKU,Title\n0411,Dress\n412,Skirt\n0413,Hat\n12345,Top\n"))
    assert [bool(candidate.problems) for candidate in items.candidates] == [
        False, True, False, False,
    ]  # fmt: skip
    assert "looks changed by a spreadsheet" in items.candidates[1].problems[0].sentence
    assert without_zeros("0412") == without_zeros("412")


def test_a_workbooks_changed_numbers_and_error_cells_are_named(read: Read, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["SKU", "Title", "Cost"], [date(2026, 1, 2), "Dress", 1], [1.23e16, "Skirt", 2],
        ["3", "Hat", "#REF!"], [4, "Top", 4.5],
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    items = read(tmp_path / "list.xlsx")
    assert [bool(candidate.problems) for candidate in items.candidates] == [
        True, True, True, False,
    ]  # fmt: skip
    facts = facts_of(items.candidates[3])
    assert (facts.sku, facts.cost_price) == ("4", Money(450, "USD"))


def test_broken_rows_stand_among_the_others_with_their_reason(
    read: Read, write_text: WriteText
) -> None:
    items = read(write_text('SKU,Title,Cost\n1,Dress,4\n2,"Skirt,5\n3,Hat,6\n4,Top,7,8\n'))
    assert [(candidate.line, bool(candidate.problems)) for candidate in items.candidates] == [
        (2, False), (3, True), (4, False), (5, True),
    ]  # fmt: skip
    broken = [candidate for candidate in items.candidates if candidate.problems]
    assert {candidate.problems[0].field for candidate in broken} == {"row"}


def test_doubtful_days_and_amounts_are_asked_once_for_the_file(
    write_text: WriteText, options: ImportOptions
) -> None:
    path = write_text('Title,Bought on,Cost\nDress,01/02/2026,"1,234"\nHat,03/04/2026,"2,000"\n')
    sheet, mapping, settled, questions = opened(path, options)
    assert questions.any
    assert questions.date_examples == ("01/02/2026", "03/04/2026")
    assert questions.decimal_examples == ("1,234", "2,000")
    answered = replace(settled, date_order=DateOrder.DAY_FIRST, decimal=DecimalMark.POINT)
    first = facts_of(read_items(sheet, mapping, answered).candidates[0])
    assert (first.acquired_on, first.cost_price) == (date(2026, 2, 1), Money(123400, "USD"))


def test_a_file_that_shows_its_own_way_is_not_asked_about(
    write_text: WriteText, options: ImportOptions
) -> None:
    path = write_text("Title;Bought on;Cost\nDress;01/02/2026;1.234\nHat;31/12/2025;12,50\n")
    sheet, mapping, settled, questions = opened(path, options)
    assert not questions.any
    first = facts_of(read_items(sheet, mapping, settled).candidates[0])
    assert (first.acquired_on, first.cost_price) == (date(2026, 2, 1), Money(123400, "USD"))


def test_the_same_file_twice_has_the_same_keys(read: Read, write_text: WriteText) -> None:
    text = "SKU,Title,Brand,Size,Cost,Bought on\nA1,Dress,,,,\n,Dress,Gap,M,4.50,2026-01-31\n"
    first, second = read(write_text(text)), read(write_text(text.upper(), "other.csv"))
    keys = [candidate.key for candidate in first.candidates]
    assert len(set(keys)) == len(keys) == 2
    assert [candidate.key for candidate in second.candidates] == keys


# A file of little else than control characters is refused as no table at all.
ANY_CELL = st.one_of(
    st.text(st.characters(exclude_categories=["Cc"]), max_size=8),
    st.sampled_from(["a nul \0 in the middle", "a bell \x07 that rings", "a tab\tin a cell"]),
)


@given(st.lists(st.lists(ANY_CELL, min_size=3, max_size=3), max_size=5))
def test_no_cells_at_all_stop_an_import_or_take_a_row_by_half(
    tmp_path_factory: pytest.TempPathFactory, options: ImportOptions, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "list.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([["Title", "Cost", "Bought on"], *rows])
    sheet, mapping, settled, _ = opened(path, options)
    for candidate in read_items(sheet, mapping, settled).candidates:
        assert (candidate.facts is None) == bool(candidate.problems)


def test_the_first_rows_of_a_long_file_come_before_the_last_are_read(
    write_text: WriteText, options: ImportOptions
) -> None:
    path = write_text("SKU,Title\n" + "".join(f"{at},Dress {at}\n" for at in range(20_000)))
    sheet = open_sheet(path)
    seen: list[tuple[int, int]] = []

    class Listener:
        def step(self, done: int, total: int, _: str) -> None:
            seen.append((done, total))

    rows = iter_items(sheet, guess_mapping(sheet, options.taxonomy), options, Listener())
    assert next(rows).line == 2
    assert seen == [(seen[0][0], sheet.total)]
    assert seen[0][0] < sheet.total


def test_amounts_of_a_workbook_need_no_decimal_mark(read: Read, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Title", "Cost", "Asking"])
    sheet.append(["Dress", 1234.5, "12,50"])
    book.save(tmp_path / "list.xlsx")
    facts = facts_of(read(tmp_path / "list.xlsx").candidates[0])
    assert facts.cost_price == Money.of(Decimal("1234.5"), "USD")
    assert facts.asking == Money(1250, "USD")


def test_reading_all_at_once_and_one_by_one_is_the_same(
    write_text: WriteText, options: ImportOptions
) -> None:
    sheet = open_sheet(write_text("SKU,Title\n1,Dress\n1,Dress\n\n2,Hat\n"))
    mapping = guess_mapping(sheet, options.taxonomy)
    items = read_items(sheet, mapping, options)
    one_by_one = list(iter_items(sheet, mapping, options))
    assert (
        ItemsRead(
            tuple(row for row in one_by_one if isinstance(row, Candidate)),
            tuple(row for row in one_by_one if not isinstance(row, Candidate)),
        )
        == items
    )
