"""Rows of a sheet as pieces: each whole or refused with its reasons, one at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from closet_app.domain.fields import Kind
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.sku import sku_key
from closet_app.exchange.amounts_in import could_be_either, guess_mark
from closet_app.exchange.candidates import ROW, Candidate, RowProblem
from closet_app.exchange.changed_by_spreadsheets import usual_digits
from closet_app.exchange.dates_in import guess_order, is_ambiguous
from closet_app.exchange.mapping import Mapping
from closet_app.exchange.one_row import RowReader
from closet_app.exchange.own_format import WHY, is_own_format
from closet_app.exchange.reading import ImportOptions, Questions
from closet_app.exchange.sheet import Cell, LeftOut, LeftOutBecause, SheetRow, cell_text, shown_text
from closet_app.exchange.tables_in import Sheet
from closet_app.exchange.targets import TARGET

LOOKED_AT = 20_000
EXAMPLES = 3
SHOWN = 80


@dataclass(frozen=True, slots=True)
class ItemsRead:
    """Every row of a file that is small enough to be shown whole."""

    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]


def settle(
    sheet: Sheet, mapping: Mapping, options: ImportOptions
) -> tuple[ImportOptions, Questions]:
    """`options` with what the file shows of itself, and what is left to ask.

    The order of days and the decimal mark in `options` are what is usual here; a file's plain
    rows overrule them. Looks at the first `LOOKED_AT` rows.
    """
    options = replace(options, guarded=is_guarded(sheet))
    if is_own_format(sheet.headings):
        return replace(options, own=True), Questions()
    rows = [row for row in islice(sheet.rows(), LOOKED_AT) if isinstance(row, SheetRow)]
    days = _cells(rows, mapping, Kind.DATE)
    amounts = [cell for cell in _cells(rows, mapping, Kind.MONEY) if isinstance(cell, str)]
    skus = (cell_text(row.cells[use.at]).strip() for use in mapping.of("sku") for row in rows)
    order, order_certain = guess_order(days, options.date_order)
    mark, mark_certain = guess_mark(amounts, options.decimal)
    settled = replace(options, date_order=order, decimal=mark, digits=usual_digits(skus))
    return settled, Questions(
        order_certain,
        mark_certain,
        _first(shown_text(day) for day in days if is_ambiguous(day)),
        _first(amount for amount in amounts if could_be_either(amount)),
    )


def is_guarded(sheet: Sheet) -> bool:
    """Whether the text cells carry the formula guard: in every CSV that Closet wrote itself."""
    by_closet = WHY in sheet.headings or is_own_format(sheet.headings)
    return by_closet and bool(sheet.layout.delimiter)


def iter_items(
    sheet: Sheet, mapping: Mapping, options: ImportOptions, progress: Progress = SILENT
) -> Iterator[Candidate | LeftOut]:
    """Each row below the headings, in order, without holding them; raises CancelledError."""
    seen = _Seen()
    reader = RowReader(mapping, options)
    for row in sheet.rows(progress):
        if isinstance(row, LeftOut):
            yield row
        elif row.fault:
            yield Candidate(row.line, None, problems=(RowProblem(ROW, "", _shown(row), row.fault),))
        else:
            yield seen.repeated(row) or seen.checked(reader.read(row))


def read_items(
    sheet: Sheet, mapping: Mapping, options: ImportOptions, progress: Progress = SILENT
) -> ItemsRead:
    """All rows at once; use `iter_items` for files of many thousand rows."""
    candidates: list[Candidate] = []
    left_out: list[LeftOut] = []
    for row in iter_items(sheet, mapping, options, progress):
        if isinstance(row, LeftOut):
            left_out.append(row)
        else:
            candidates.append(row)
    return ItemsRead(tuple(candidates), tuple(left_out))


@dataclass(slots=True)
class _Seen:
    """The rows and numbers of a file so far, to name those that come twice."""

    rows: set[bytes] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)

    def repeated(self, row: SheetRow) -> LeftOut | None:
        """A row that is the same as an earlier one in every cell."""
        digest = hashlib.blake2b(repr(row.cells).encode(errors="replace"), digest_size=16).digest()
        if digest in self.rows:
            return LeftOut(row.line, LeftOutBecause.SAME_ROW, _shown(row))
        self.rows.add(digest)
        return None

    def checked(self, read: Candidate | LeftOut) -> Candidate | LeftOut:
        """A candidate whose number no earlier row has, else one with that problem."""
        if isinstance(read, LeftOut) or read.facts is None or not read.facts.sku:
            return read
        number = read.facts.sku
        earlier = self.numbers.setdefault(sku_key(number), read.line)
        if earlier == read.line:
            return read
        sentence = f"The number {number} is used in row {earlier} already."
        problem = RowProblem("sku", TARGET["sku"].words, number, sentence)
        return replace(read, facts=None, problems=(problem,), name=read.facts.title or number)


def _shown(row: SheetRow) -> str:
    return " ".join(text for cell in row.cells if (text := shown_text(cell).strip()))[:SHOWN]


def _cells(rows: Iterable[SheetRow], mapping: Mapping, kind: Kind) -> list[Cell]:
    places = [use.at for use in mapping.columns if use.field and TARGET[use.field].kind is kind]
    return [row.cells[at] for row in rows if not row.fault for at in places]


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(islice(texts, EXAMPLES)))
