from __future__ import annotations

from collections import Counter

import pytest

from closet_app.exchange.headings import named
from closet_app.exchange.sheet import LeftOut, LeftOutBecause, ReadOptions, SheetRow
from closet_app.exchange.tables_in import Sheet, open_sheet

from .conftest import WriteText


def left_out(sheet: Sheet) -> Counter[LeftOutBecause]:
    return Counter(row.because for row in sheet.rows() if isinstance(row, LeftOut))


def pieces(sheet: Sheet) -> list[SheetRow]:
    return [row for row in sheet.rows() if isinstance(row, SheetRow)]


def test_headings_are_found_below_a_title_and_notes(write_text: WriteText) -> None:
    path = write_text('My closet 2026,,\n\nNote:,"do not sort, ever",\nNo.,Title,Paid\n1,Dress,4\n')
    sheet = open_sheet(path)
    assert (sheet.headings, sheet.heading_line) == (("No.", "Title", "Paid"), 4)
    assert [note.kind for note in sheet.notes] == ["preamble"]
    assert [row.line for row in pieces(sheet)] == [5]


def test_unknown_headings_stand_above_columns_of_figures(write_text: WriteText) -> None:
    path = write_text("Wibble,Wobble\nDress,4.50\nSkirt,5.00\nHat,6.00\n")
    assert open_sheet(path).headings == ("Wibble", "Wobble")


def test_a_file_without_headings_gets_numbered_columns(write_text: WriteText) -> None:
    path = write_text("0001,Blue dress,Gap,4.50\n0002,Red skirt,Zara,5.00\n")
    sheet = open_sheet(path)
    assert (sheet.headings[:2], sheet.heading_line) == (("Column 1", "Column 2"), 0)
    assert [row.line for row in pieces(sheet)] == [1, 2]
    assert [note.kind for note in sheet.notes] == ["headings"]


def test_the_seller_may_say_where_the_headings_stand(write_text: WriteText) -> None:
    path = write_text("a,b\nc,d\ne,f\n")
    chosen = open_sheet(path, ReadOptions(heading_line=2))
    assert (chosen.headings, len(pieces(chosen))) == (("c", "d"), 1)
    assert len(pieces(open_sheet(path, ReadOptions(heading_line=0)))) == 3


def test_repeated_and_missing_headings_are_told_apart() -> None:
    assert named(["Size", "Size", "", None, "Size"], 6) == (
        "Size", "Size (2)", "Column 3", "Column 4", "Size (3)", "Column 6",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "because"),
    [
        (",,", LeftOutBecause.EMPTY),
        ("   ,\u00a0,", LeftOutBecause.EMPTY),
        ("--- SHOES & BAGS ---,,", LeftOutBecause.SECTION),
        ("Shoes and bags,,", LeftOutBecause.SECTION),
        (",Shoes:,", LeftOutBecause.SECTION),
        ('TOTAL,,"$1,612.39"', LeftOutBecause.TOTAL),
        ("Grand total:,,12", LeftOutBecause.TOTAL),
        (",합계,12", LeftOutBecause.TOTAL),
        ("no,TITLE,$ paid", LeftOutBecause.HEADINGS_AGAIN),
        ("48,record(s) downloaded,", LeftOutBecause.FOOTER),
        ("Seller ID : someone,,", LeftOutBecause.FOOTER),
    ],
)
def test_rows_without_a_piece_are_passed_over(
    write_text: WriteText, row: str, because: LeftOutBecause
) -> None:
    sheet = open_sheet(write_text(f"No.,Title,$ Paid\n1,Dress,4\n{row}\n2,Skirt,5\n"))
    assert left_out(sheet) == {because: 1}
    assert [piece.cells[1] for piece in pieces(sheet)] == ["Dress", "Skirt"]


@pytest.mark.parametrize(
    "row", ["3,Total Recall tee,5", "Total,Totals tee,5", ",Dress --- red,", "77,,", "No.,Paid,5"]
)
def test_pieces_that_look_a_little_like_them_are_kept(write_text: WriteText, row: str) -> None:
    sheet = open_sheet(write_text(f"No.,Title,$ Paid\n1,Dress,4\n{row}\n2,Skirt,5\n"))
    assert not left_out(sheet)
