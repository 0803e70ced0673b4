"""Records of delimited text, one broken quotation never swallowing the rows below it."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TextIO

from closet_app.exchange.encodings import BAD_BYTE

LONGEST_FIELD = 131_072
MOST_COLUMNS = 2_000
LONGEST_LINE = 4_000_000
FAULT_QUOTE = "A quotation mark is opened and not closed as it should be."
FAULT_LONG = f"A cell is longer than {LONGEST_FIELD:,} letters."
FAULT_WIDE = f"The row has more than {MOST_COLUMNS:,} cells."
FAULT_BYTES = "A letter cannot be read: its bytes do not fit the rest of the file."
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, or what is wrong with it."""

    cells: tuple[str, ...]
    fault: str = ""


class _LongLineError(Exception):
    """A physical line, or what an open quotation has gathered, is past every limit."""


class _Feed:
    """Lines for csv.reader, remembering those of the record that is being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        if len(line) >= LONGEST_LINE and not line.endswith(("\n", "\r")):
            self._skip_rest_of_line()
            raise _LongLineError
        return line

    def start(self) -> None:
        self.taken = []

    def give_back(self, kept: int) -> None:
        """Only the first `kept` lines belonged to the broken record."""
        self._again.extendleft(reversed(self.taken[kept:]))

    def take_more(self, limit: int) -> None:
        size = sum(map(len, self.taken))
        while size < limit:
            try:
                size += len(next(self))
            except StopIteration:
                return

    def _skip_rest_of_line(self) -> None:
        for line in self._lines:
            if line.endswith(("\n", "\r")):
                return


def physical_lines(file: TextIO) -> Iterator[str]:
    """Lines with their ends (LF, CR or CRLF; the file is opened with newline="")."""
    return iter(partial(file.readline, LONGEST_LINE), "")


def read_records(
    lines: Iterable[str], delimiter: str, *, bad_bytes: bool = False
) -> Iterator[Record]:
    """Each record of `lines`; empty lines are records without cells.

    Quotation is strict: after a closing mark comes a delimiter or the line's end. A record that
    breaks this is the one physical line on which it began.
    """
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _LongLineError:
            yield Record(_shown(feed.taken[0]), FAULT_LONG)
        except csv.Error as error:
            yield _broken(feed, delimiter, str(error))
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
        else:
            yield _record(cells, bad_bytes=bad_bytes)


def _record(cells: list[str], *, bad_bytes: bool) -> Record:
    if len(cells) > MOST_COLUMNS:
        return Record(tuple(cells[:20]), FAULT_WIDE)
    if bad_bytes and any(BAD_BYTE.search(cell) for cell in cells):
        return Record(
            tuple(BAD_BYTE.sub("\N{REPLACEMENT CHARACTER}", c) for c in cells), FAULT_BYTES
        )
    return Record(tuple(cells))


def _broken(feed: _Feed, delimiter: str, error: str) -> Record:
    kept, fault = 1, FAULT_QUOTE
    if "field larger" in error:
        try:
            feed.take_more(LONGEST_LINE)
        except _LongLineError:
            return Record(_shown(feed.taken[0]), FAULT_LONG)
        whole = _whole_record(delimiter).match("".join(feed.taken))
        if whole:
            kept, fault = _lines_within(feed.taken, whole.end()), FAULT_LONG
    feed.give_back(kept)
    return Record(_shown(feed.taken[0]), fault)


def _whole_record(delimiter: str) -> re.Pattern[str]:
    """A record whose quotations are closed properly, up to its line end."""
    apart = re.escape(delimiter)
    field = rf'(?:"(?:[^"]|"")*+"|[^"{apart}\r\n][^{apart}\r\n]*+|)'
    return re.compile(rf"{field}(?:{apart}{field})*+(?:\r\n|\r|\n|\Z)")


def _lines_within(lines: list[str], length: int) -> int:
    count = 0
    for line in lines:
        if length <= 0:
            break
        length -= len(line)
        count += 1
    return count


def _shown(line: str) -> tuple[str, ...]:
    return (BAD_BYTE.sub("\N{REPLACEMENT CHARACTER}", line[:SHOWN].rstrip("\r\n")),)
