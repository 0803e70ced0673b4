from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from closet_app.errors import MachineError, NotFoundError, UserError
from closet_app.exchange.filekinds import FileKind, kind_of
from closet_app.exchange.tables_in import open_sheet


def packed(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(b"SKU,Title\n1,Dress\n", mtime=0), "gzip"),
        (b"<!DOCTYPE html><html><table><tr><td>1", "HTML"),
        (b"\xef\xbb\xbf  <table><tr><td>1</td></tr></table>", "HTML"),
        (b'<?xml version="1.0"?><items/>', "XML"),
        (b'{"items": [{"sku": "1"}]}', "JSON"),
        (b'[\n  {"sku": "1"}\n]', "JSON"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel"),
        (b"%PDF-1.7\n%", "PDF"),
        (b"SQLite format 3\0" + b"\0" * 90, "SQLite"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        (bytes(range(256)) * 8, "no table"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words):
        open_sheet(path)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("content.xml", "OpenDocument"),
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "xlsb"),
        ("photos/1.jpg", "compressed folder"),
    ],
)
def test_other_packed_files_are_named(tmp_path: Path, inside: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        kind_of(packed(tmp_path / "list.xlsx", inside))


def test_a_workbook_called_csv_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    book = Workbook()
    book.active.append(["SKU", "Title"])
    book.active.append(["1", "Dress"])
    book.save(path)
    sheet = open_sheet(path)
    assert sheet.headings == ("SKU", "Title")
    assert "Excel workbook" in sheet.notes[0].sentence


def test_text_called_xlsx_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("SKU,Title\n1,Dress\n", "utf-8")
    assert kind_of(path) is FileKind.TEXT
    assert "text file" in open_sheet(path).notes[0].sentence


def test_a_damaged_workbook_is_named(tmp_path: Path) -> None:
    path = packed(tmp_path / "list.xlsx", "xl/workbook.xml")
    with pytest.raises(UserError, match="damaged"):
        open_sheet(path)
    path.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(UserError, match="damaged"):
        open_sheet(path)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n  \r\n"])
def test_an_empty_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match="empty"):
        open_sheet(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_sheet(tmp_path / "gone.csv")
    with pytest.raises(UserError, match="no file"):
        open_sheet(tmp_path)


def test_a_file_changed_after_opening_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("SKU,Title\n1,Dress\n", "utf-8")
    sheet = open_sheet(path)
    path.write_text("SKU,Title\n1,Dress\n2,Skirt\n", "utf-8")
    with pytest.raises(UserError, match="changed"):
        list(sheet.rows())
    path.unlink()
    with pytest.raises(MachineError, match="cannot be read"):
        list(sheet.rows())
