"""The ways a table file can be written, as the choices of the page."""

from __future__ import annotations

from closet_app.services.imports import Sheet
from closet_app.ui.words import mark, say

Choices = list[tuple[object, str]]

ENCODINGS = {
    "utf-8-sig": mark("Unicode (UTF-8)"),
    "utf-16": mark("Unicode (UTF-16)"),
    "cp1252": mark("Western, Windows"),
    "mac_roman": mark("Western, Mac"),
    "cp1250": mark("Central European"),
    "cp1251": mark("Cyrillic"),
    "cp1253": mark("Greek"),
    "cp1254": mark("Turkish"),
    "cp1255": mark("Hebrew"),
    "cp1256": mark("Arabic"),
    "cp874": mark("Thai"),
    "cp949": mark("Korean"),
    "cp932": mark("Japanese"),
    "gb18030": mark("Chinese, simplified"),
    "big5": mark("Chinese, traditional"),
}
SAME = {"utf-8": "utf-8-sig", "ascii": "utf-8-sig"}
"""Codecs that read the same letters; utf-8-sig also passes over the mark at the start."""

DELIMITERS = {
    ",": mark("Commas"),
    ";": mark("Semicolons"),
    "\t": mark("Tabs"),
    "|": mark("Bars |"),
}
ROWS_OFFERED = 10


def encoding_of(sheet: Sheet) -> str:
    """The codec of a text file by which it is offered."""
    name = sheet.layout.encoding
    return SAME.get(name, name)


def encoding_choices(sheet: Sheet) -> Choices:
    """Every usual way to write letters, and the one that was found."""
    found = encoding_of(sheet)
    offered: Choices = [(name, say(words)) for name, words in ENCODINGS.items()]
    return offered if found in ENCODINGS else [*offered, (found, found)]


def delimiter_choices(sheet: Sheet) -> Choices:
    """What can stand between two cells, and the sign that was found."""
    found = sheet.layout.delimiter
    offered: Choices = [(sign, say(words)) for sign, words in DELIMITERS.items()]
    return offered if found in DELIMITERS else [*offered, (found, found)]


def heading_choices(sheet: Sheet) -> Choices:
    """The rows that the headings can stand in; 0 is for a table without."""
    lines = sorted({*range(1, ROWS_OFFERED + 1), sheet.heading_line} - {0})
    offered: Choices = [(line, say("Row {line}", line=line)) for line in lines]
    return [*offered, (0, say("Nowhere"))]


def sheet_choices(sheet: Sheet) -> Choices:
    """The sheets of a workbook."""
    return [(name, name) for name in sheet.names]
