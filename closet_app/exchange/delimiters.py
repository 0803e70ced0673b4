"""Which sign parts the cells of a text file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from closet_app.exchange.delimited import read_records

DELIMITERS = (",", ";", "\t", "|")
SEP_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


def sep_of(first_line: str) -> str:
    """The delimiter that a spreadsheet program's `sep=;` line names, or nothing."""
    found = SEP_LINE.fullmatch(first_line.rstrip("\r\n"))
    return found.group(1) if found else ""


def delimiter_of(lines: Sequence[str]) -> str:
    """The sign by which most rows of the sample have the same number of cells."""
    return max(DELIMITERS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    records = [record for record in read_records(lines, delimiter) if any(record.cells)]
    widths = Counter(len(record.cells) for record in records if not record.fault)
    widths.pop(1, None)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return count / len(records), width
