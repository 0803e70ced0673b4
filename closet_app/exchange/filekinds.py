"""What a file really is, by its first bytes and not by its ending."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from closet_app.errors import MachineError, NotFoundError, UserError

HEAD_BYTES = 4096
TEXT_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".tab"})
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook or one with a password"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder (7z)"),
    (b"Rar!", "a compressed folder (RAR)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"bplist00", "a settings file (plist)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"PAR1", "a Parquet file"),
)
MARKUP = (
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<table", "a web page (HTML)"),
    (b"<meta", "a web page (HTML)"),
    (b"<?xml", "an XML file"),
    (b"<head", "a web page (HTML)"),
    (b"<body", "a web page (HTML)"),
    (b"<style", "a web page (HTML)"),
    (b"<script", "a web page (HTML)"),
    (b"<svg", "a drawing (SVG)"),
    (b'{"', "a JSON file"),
    (b"[{", "a JSON file"),
    (b"[[", "a JSON file"),
)
PACKED = (
    ("content.xml", "an OpenDocument spreadsheet"),
    ("word/document.xml", "a Word document"),
    ("xl/workbook.bin", "a binary Excel workbook (xlsb)"),
    ("Index/Document.iwa", "a Numbers spreadsheet"),
)
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1a")
REMEDY = "Open it in your spreadsheet program and save it as CSV or XLSX."


class FileKind(StrEnum):
    """The two kinds of table that can be read."""

    TEXT = "text"
    WORKBOOK = "workbook"


def kind_of(path: Path) -> FileKind:
    """Text or workbook; raises UserError that names what the file really is otherwise."""
    head = _head(path)
    if not head.strip(b"\0\xef\xbb\xbf \t\r\n"):
        raise UserError(f"{path.name} is empty.", remedy="Choose another file.")
    if head.startswith(b"PK"):
        _require_workbook(path)
        return FileKind.WORKBOOK
    really = _signature(head) or _markup(head)
    if really:
        raise UserError(f"{path.name} is really {really}.", remedy=REMEDY)
    if _is_binary(head):
        raise UserError(f"{path.name} is no table.", remedy=REMEDY)
    return FileKind.TEXT


def _head(path: Path) -> bytes:
    if not path.exists():
        raise NotFoundError(f"{path.name} is not there.", remedy="Choose another file.")
    if not path.is_file():
        raise UserError(f"{path.name} is no file.", remedy="Choose a CSV or XLSX file.")
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> MachineError:
    """The failure of the disk or of the rights to read, in words."""
    return MachineError(
        f"{path.name} cannot be read.",
        safe="Nothing was changed.",
        remedy="Is it open in another program, or on a drive that is gone?",
        reason=str(error),
    )


def _signature(head: bytes) -> str:
    return next((words for magic, words in SIGNATURES if head.startswith(magic)), "")


def _markup(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    compact = b"".join(start.split())
    for magic, words in MARKUP:
        if start.startswith(magic) or (magic[:1] in b"{[" and compact.startswith(magic)):
            return words
    return ""


def _is_binary(head: bytes) -> bool:
    """Many control signs, or zero bytes that stand in no pattern of UTF-16 or UTF-32."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    zeros = head.count(0)
    if zeros * 4 >= len(head):
        return all(0 in head[lane::4] for lane in range(4))
    return sum(byte in CONTROLS for byte in head) * 10 > len(head)


def _require_workbook(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UserError(
            f"{path.name} is a damaged workbook or a compressed folder.", remedy=REMEDY
        ) from error
    if "xl/workbook.xml" in names:
        return
    really = next((words for name, words in PACKED if name in names), "a compressed folder (zip)")
    raise UserError(f"{path.name} is really {really}.", remedy=REMEDY)
