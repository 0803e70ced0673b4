"""Rows that were not taken in, saved as they came to be put right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from closet_app.exchange.own_format import WHY, is_own_format
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.rows_in import read_items
from closet_app.exchange.rows_out import write_rows
from closet_app.exchange.sheet import SheetRow
from closet_app.exchange.tables_in import open_sheet

from .conftest import WriteText, opened

CELLS = st.sampled_from(
    ["=1+1", "'=x", "''", "-abc", "+1", "@home", "plain", "two\nlines", 'a "b"', "a, b", "빈티지"]
)


def saved(sheet_path: Path, target: Path, why: dict[int, str]) -> list[tuple[object, ...]]:
    write_rows(target, open_sheet(sheet_path), why, currency="USD")
    return [row.cells for row in open_sheet(target).rows() if isinstance(row, SheetRow)]


def test_only_the_named_rows_are_written_with_their_reasons(
    tmp_path: Path, write_text: WriteText
) -> None:
    path = write_text("Title,Cost\nCoat,4\nHat,x\nScarf,5\nBoots,y\n")
    count = write_rows(
        tmp_path / "out.csv", open_sheet(path), {3: "Cost: no", 5: "Cost: no"}, currency="USD"
    )
    assert count == 2
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert text.splitlines() == [f"Title,Cost,{WHY}", "Hat,x,Cost: no", "Boots,y,Cost: no"]


def test_a_second_saving_replaces_the_reasons(tmp_path: Path, write_text: WriteText) -> None:
    path = write_text(f"Title,{WHY},Cost\nCoat,old,-4\n")
    assert saved(path, tmp_path / "out.csv", {2: "new"}) == [("Coat", "'-4", "new")]


def test_closets_own_list_is_still_known_as_such(tmp_path: Path, write_text: WriteText) -> None:
    headings = ["SKU", "Title", "Brand", "Size", "Bin", "Notes", "Tags", "Material", "Status"]
    path = write_text(",".join([*headings, "Currency"]) + "\n1,'=T,,,,,,,draft,EUR\n")
    target = tmp_path / "out.csv"
    cells = saved(path, target, {2: "wrong currency"})
    assert cells[0][:2] == ("1", "'=T")
    assert is_own_format(open_sheet(target).headings)


def test_the_reasons_are_no_column_to_ask_about(
    tmp_path: Path, write_text: WriteText, options: ImportOptions
) -> None:
    target = tmp_path / "out.csv"
    saved(write_text("Title,Cost\nHat,x\n"), target, {2: "Cost: “x” is no amount."})
    _, mapping, _, _ = opened(target, options)
    assert not mapping.unknown
    assert [use.field for use in mapping.columns] == ["title", "cost_price", None]


def test_numbers_and_days_of_a_workbook_are_written_plainly(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Title", "Cost", "Bought on", "Sold"], ["Hat", 4.5, date(2026, 1, 31), True]):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    cells = saved(tmp_path / "list.xlsx", tmp_path / "out.csv", {2: "why"})
    assert cells == [("Hat", "4.5", "2026-01-31", "yes", "why")]


@given(st.lists(CELLS, min_size=3, max_size=3))
def test_a_saved_row_reads_as_it_did_before(
    tmp_path_factory: pytest.TempPathFactory, options: ImportOptions, cells: list[str]
) -> None:
    import csv

    folder = tmp_path_factory.mktemp("rows")
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Title", "Notes", "Description"], cells])
    before = read_items(*opened(folder / "in.csv", options)[:3]).candidates
    write_rows(folder / "out.csv", open_sheet(folder / "in.csv"), {2: "why"}, currency="USD")
    after = read_items(*opened(folder / "out.csv", options)[:3]).candidates
    assert [each.facts for each in after] == [each.facts for each in before]
