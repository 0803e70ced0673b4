from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import CancelledError
from closet_app.exchange import delimited
from closet_app.exchange.delimited import FAULT_LONG, FAULT_QUOTE, FAULT_WIDE, read_records
from closet_app.exchange.delimiters import delimiter_of
from closet_app.exchange.sheet import LeftOut, ReadOptions, SheetRow
from closet_app.exchange.tables_in import open_sheet

CELLS = st.text(
    st.one_of(st.sampled_from("\",;\n\r'=\t|  "), st.characters(codec="utf-8")), max_size=12
)


def lines_of(text: str) -> list[str]:
    return list(delimited.physical_lines(io.StringIO(text, newline="")))


def cells_of(text: str, delimiter: str = ",") -> list[tuple[str, ...]]:
    return [record.cells for record in read_records(lines_of(text), delimiter)]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), max_size=6), st.sampled_from(",;\t|"))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    assert cells_of(text.getvalue(), delimiter) == [tuple(row) for row in rows]


@given(st.text(st.sampled_from('a",;\n\r x'), max_size=60))
def test_no_text_at_all_stops_the_reader_or_loses_a_line(text: str) -> None:
    records = list(read_records(lines_of(text), ","))
    letters = sum(cell.count("a") for record in records for cell in record.cells)
    assert letters == text.count("a")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_parts_rows(end: str) -> None:
    assert cells_of(end.join(["a,b", "1,2", ""])) == [("a", "b"), ("1", "2")]


def test_mixed_line_ends_and_no_last_one_part_rows() -> None:
    assert cells_of("a,b\n1,2\r3,4\r\n5,6") == [("a", "b"), ("1", "2"), ("3", "4"), ("5", "6")]


def test_a_unicode_line_separator_stays_inside_its_cell() -> None:
    assert cells_of("1,left\u2028right\n") == [("1", "left\u2028right")]


def test_an_open_quotation_breaks_its_own_row_only() -> None:
    records = list(read_records(lines_of('1,"left cuff\n2,hem\n3,"ok"\n4,"two\nlines"\n'), ","))
    assert [(record.cells[0][:1], record.fault) for record in records] == [
        ("1", FAULT_QUOTE), ("2", ""), ("3", ""), ("4", ""),
    ]  # fmt: skip
    assert records[3].cells == ("4", "two\nlines")


def test_letters_after_a_closing_quotation_mark_break_the_row() -> None:
    records = list(read_records(lines_of('1,"28" inseam",x\n2,y,z\n'), ","))
    assert [record.fault for record in records] == [FAULT_QUOTE, ""]


def test_inches_inside_an_unquoted_cell_are_no_quotation() -> None:
    assert cells_of('1,heel 4" high,x\n') == [("1", 'heel 4" high', "x")]


def test_an_open_quotation_far_from_the_end_does_not_swallow_the_file() -> None:
    rows = "".join(f"{number},plain words\n" for number in range(20_000))
    records = list(read_records(lines_of('0,"open\n' + rows), ","))
    assert len(records) == 20_001
    assert [record.fault for record in records[:2]] == [FAULT_QUOTE, ""]


def test_a_cell_past_the_limit_refuses_its_row_and_no_other() -> None:
    long = "x" * (delimited.LONGEST_FIELD + 1)
    records = list(read_records(lines_of(f"1,{long}\n2,ok\n"), ","))
    assert [(record.fault, record.cells[0][:1]) for record in records] == [
        (FAULT_LONG, "1"), ("", "2"),
    ]  # fmt: skip


def test_a_long_quoted_cell_of_many_lines_is_one_refused_row() -> None:
    long = "word\n" * 40_000
    records = list(read_records(lines_of(f'1,"{long}"\n2,ok\n'), ","))
    assert [record.fault for record in records] == [FAULT_LONG, ""]


def test_a_line_without_an_end_is_not_held_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LONGEST_LINE", 1_000)
    records = list(read_records(lines_of("1," + "x" * 5_000 + "\n2,ok\n"), ","))
    assert [record.fault for record in records] == [FAULT_LONG, ""]


def test_ten_thousand_columns_refuse_the_row() -> None:
    records = list(read_records(lines_of("," * 10_000 + "\na,b\n"), ","))
    assert [record.fault for record in records] == [FAULT_WIDE, ""]


def test_a_zero_byte_stays_a_letter() -> None:
    assert cells_of("1,a\0b\n") == [("1", "a\0b")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [("SKU", "Title", "Paid"), ("1", "a, b", "12,50"), ("2", "c", "3,00")]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    assert delimiter_of(lines_of(text.getvalue())) == delimiter


def test_a_sep_line_names_the_delimiter_and_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=|\nSKU|Title\n1|Blue, red; green\n", "utf-8")
    sheet = open_sheet(path)
    assert sheet.headings == ("SKU", "Title")
    rows = [row for row in sheet.rows() if isinstance(row, SheetRow)]
    assert [(row.line, row.cells) for row in rows] == [(3, ("1", "Blue, red; green"))]


def test_the_seller_may_choose_the_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("SKU~Title\n1~Blue\n", "utf-8")
    assert open_sheet(path, ReadOptions(delimiter="~")).headings == ("SKU", "Title")


class _Listener:
    def __init__(self, stop_at: int | None = None) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, _: str) -> None:
        self.seen.append((done, total))
        if self._stop_at is not None and len(self.seen) > self._stop_at:
            raise CancelledError


def test_long_files_report_how_far_they_are_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("SKU,Title\n" + "1,Blue dress\n" * 5_000, "utf-8")
    sheet, listener = open_sheet(path), _Listener()
    assert sum(1 for _ in sheet.rows(listener)) == 5_000
    assert listener.seen == sorted(listener.seen)
    assert listener.seen[-1] == (sheet.total, sheet.total)
    with pytest.raises(CancelledError):
        list(sheet.rows(_Listener(stop_at=2)))


def test_ragged_rows_are_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("SKU,Title,Paid\n1,Dress,3,50\n2,Skirt\n3,Top,4,\n4,Hat,5\n" * 1, "utf-8")
    rows = [row for row in open_sheet(path).rows() if not isinstance(row, LeftOut)]
    assert [bool(row.fault) for row in rows] == [True, False, False, False]
    assert "4 cells" in rows[0].fault
    assert rows[1].cells == ("2", "Skirt", None)
