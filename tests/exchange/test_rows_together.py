"""What the rows of one file say together: numbers used twice, doubts, and what stops none."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from closet_app.domain.money import Money
from closet_app.exchange.amounts_in import DecimalMark
from closet_app.exchange.candidates import Candidate
from closet_app.exchange.changed_by_spreadsheets import without_zeros
from closet_app.exchange.dates_in import DateOrder
from closet_app.exchange.mapping import guess_mapping
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.rows_in import ItemsRead, iter_items, read_items
from closet_app.exchange.sheet import LeftOutBecause
from closet_app.exchange.tables_in import open_sheet

from .conftest import Read, WriteText, facts_of, opened


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
