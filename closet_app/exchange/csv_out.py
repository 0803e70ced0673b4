"""CSV by RFC 4180 for spreadsheet programs: UTF-8 with mark, CRLF, guarded text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from closet_app.domain.currencies import digits_of
from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.exchange.columns import Column, Holds, Plain, Value
from closet_app.exchange.value_forms import IMPERIAL, Units, text_form

GUARD = "'"
RISKY = frozenset("=+-@\t\r'")
"""Text that begins with one of these could be taken as a formula, or for a guard."""
STEP_ROWS = 1_000
_REPEATED = frozenset({Holds.CHOICE, Holds.WORDS})
"""The same few values stand in most rows: conditions, colors, materials."""
BUFFER = 1 << 20
WORDS = "Writing rows"
Cells = tuple[Any, ...]


def guarded(text: str) -> str:
    """`text` that no spreadsheet program takes as a formula."""
    return GUARD + text if text[:1] in RISKY else text


def unguarded(text: str) -> str:
    """The inverse of `guarded`, for Closet's own files only."""
    return text[1:] if text[:1] == GUARD and text[1:2] in RISKY else text


def write_csv(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    currency: str,
    units: Units,
    progress: Progress,
) -> int:
    """Writes the table to `path` and returns the number of rows."""
    with path.open(
        "w", encoding="utf-8-sig", errors="replace", newline="", buffering=BUFFER
    ) as file:
        return write_csv_to(file, columns, rows, currency, units, progress)


def write_csv_to(
    file: TextIO,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    currency: str,
    units: Units = IMPERIAL,
    progress: Progress = SILENT,
) -> int:
    """Writes the table to an open text file, such as standard output; returns the row count."""
    forms = [_form(column.holds, currency, units) for column in columns]
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([guarded(column.heading) for column in columns])
    done = 0
    for batch in _batches(rows):
        progress.step(done, done, WORDS)
        # Column by column: the form is chosen once for a thousand cells, not for each.
        across = zip(*batch, strict=True)
        formed = [form(cells) for form, cells in zip(forms, across, strict=True)]
        writer.writerows(zip(*formed, strict=True))
        done += len(batch)
    progress.step(done, done, WORDS)
    return done


def _batches(rows: Iterable[Sequence[Value]]) -> Iterator[list[Sequence[Value]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, STEP_ROWS)):
        yield batch


def _form(holds: Holds, currency: str, units: Units) -> Callable[[Cells], list[str]]:
    said = text_form(holds, units)
    if said is not None and holds in _REPEATED:
        return partial(_each_said_once, said=said)
    if said is not None:
        return lambda cells: _texts(tuple(map(said, cells)))
    if holds is Holds.DAY:
        return _days
    if holds in {Holds.TEXT, Holds.LONG}:
        return _texts
    if holds is Holds.MONEY:
        return partial(_amounts, digits=digits_of(currency))
    return _mixed


def _each_said_once(cells: Cells, said: Callable[[Any], str]) -> list[str]:
    forms = {cell: guarded(said(cell)) for cell in set(cells)}
    return list(map(forms.__getitem__, cells))


def _texts(cells: Cells) -> list[str]:
    # Indexing and one look-up in a set is the cheapest test; most of the export's time is here.
    return [("" if not text else text if text[0] not in RISKY else GUARD + text) for text in cells]


def _amounts(cells: Cells, digits: int) -> list[str]:
    return [
        "" if cell is None else _minor(cell, digits) if type(cell) is int else _plain(cell)
        for cell in cells
    ]


def _days(cells: Cells) -> list[str]:
    return [
        "" if cell is None else _plain(cell) if type(cell) is str else cell.isoformat()
        for cell in cells
    ]


@lru_cache(maxsize=65_536)
def _minor(minor: int, digits: int) -> str:
    if digits == 0:
        return str(minor)
    figures = str(abs(minor)).rjust(digits + 1, "0")
    return f"{'-' if minor < 0 else ''}{figures[:-digits]}.{figures[-digits:]}"


def _mixed(cells: Cells) -> list[str]:
    return [
        "" if cell is None else str(cell) if type(cell) is int else _plain(cell) for cell in cells
    ]


def _plain(cell: Plain) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, Money):
        return _minor(cell.minor, digits_of(cell.currency))
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
