"""Opens any table file: finds out how it is written and streams its rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import NotFoundError, UserError
from closet_app.exchange.delimited import physical_lines, read_records
from closet_app.exchange.delimiters import delimiter_of, sep_of
from closet_app.exchange.encodings import Encoding, checked, encoding_of
from closet_app.exchange.filekinds import TEXT_ENDINGS, FileKind, kind_of, unreadable
from closet_app.exchange.headings import Headings, find_headings, headings_at, why_left_out
from closet_app.exchange.sheet import Layout, LeftOut, ReadOptions, SheetNote, SheetRow
from closet_app.exchange.workbook import formulas_in, sheets_of, workbook_rows

SAMPLE_ROWS = 200
SAMPLE_LINES = 400
STEP_ROWS = 1_000
WORDS = "Reading rows"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file: its headings, its first rows, and every row on request.

    `names` are all sheets of a workbook (empty for text files), `total` is the size that
    progress counts up to: bytes of a text file, rows of a workbook.
    """

    name: str
    headings: tuple[str, ...]
    heading_line: int
    sample: tuple[SheetRow, ...]
    notes: tuple[SheetNote, ...]
    names: tuple[str, ...]
    layout: Layout
    total: int = 0
    _headings: Headings = field(default=Headings((), 0), repr=False)

    def rows(self, progress: Progress = SILENT) -> Iterator[SheetRow | LeftOut]:
        """Every row below the headings, one at a time; what holds no piece as `LeftOut`.

        Raises UserError when the file was changed since it was opened, CancelledError from
        `progress`.
        """
        _require_same(self.layout)
        for count, (row, done) in enumerate(_numbered(self.layout)):
            if count % STEP_ROWS == 0:
                progress.step(min(done, self.total), self.total, WORDS)
            if row.line > self.heading_line:
                yield _sorted_out(row, self._headings)
        progress.step(self.total, self.total, WORDS)


def open_sheet(path: Path, options: ReadOptions = ReadOptions()) -> Sheet:  # noqa: B008 - frozen
    """The table in `path`, a text file or a workbook, whatever its ending says.

    Raises UserError naming what the file really is, when it is no table or empty.
    """
    kind = kind_of(path)
    if kind is FileKind.TEXT:
        sheets: dict[str, int] = {}
        layout = _text_layout(path, options)
    else:
        sheets = sheets_of(path)
        layout = _workbook_layout(path, options, tuple(sheets))
    first = _first_rows(layout)
    headings = (
        find_headings(first)
        if options.heading_line is None
        else headings_at(first, options.heading_line)
    )
    if not headings.names:
        raise UserError(f"{path.name} has no rows.", remedy="Choose another file or sheet.")
    return Sheet(
        name=layout.sheet or path.stem,
        headings=headings.names,
        heading_line=headings.line,
        sample=_sample(first, headings),
        notes=tuple(_notes(layout, kind, tuple(sheets), first, headings)),
        names=tuple(sheets),
        layout=layout,
        total=sheets.get(layout.sheet, layout.size),
        _headings=headings,
    )


def _sorted_out(row: SheetRow, headings: Headings) -> SheetRow | LeftOut:
    if row.fault:
        return row
    left_out = why_left_out(row, headings)
    if left_out:
        return left_out
    width = len(headings.names)
    if any(cell is not None and str(cell).strip() for cell in row.cells[width:]):
        fault = f"The row has {len(row.cells)} cells, but there are {width} headings."
        return SheetRow(row.line, row.cells[:width], fault)
    cells = row.cells[:width]
    return SheetRow(row.line, cells + (None,) * (width - len(cells)))


def _sample(first: list[SheetRow], headings: Headings) -> tuple[SheetRow, ...]:
    below = (_sorted_out(row, headings) for row in first if row.line > headings.line)
    return tuple(row for row in below if isinstance(row, SheetRow) and not row.fault)


def _first_rows(layout: Layout) -> list[SheetRow]:
    return [row for row, _ in islice(_numbered(layout), SAMPLE_ROWS)]


def _numbered(layout: Layout) -> Iterator[tuple[SheetRow, int]]:
    """Each row and how far the reading has come."""
    if not layout.delimiter:
        for row in workbook_rows(layout.path, layout.sheet, has_formulas=layout.has_formulas):
            yield row, row.line
        return
    encoding = Encoding(layout.encoding, layout.bad_bytes)
    with _text(layout.path, encoding) as file:
        lines = physical_lines(file)
        skipped = next(lines, "") if layout.first_line_is_sep else ""
        records = read_records(lines, layout.delimiter, bad_bytes=layout.bad_bytes)
        for line, record in enumerate(records, 2 if skipped else 1):
            yield SheetRow(line, record.cells, record.fault), _bytes_read(file)


def _bytes_read(file: TextIO) -> int:
    """The place in the file; `tell` is refused while lines are read, and slow."""
    return file.buffer.tell()


def _text_layout(path: Path, options: ReadOptions) -> Layout:
    try:
        stat = path.stat()
        encoding = checked(path, options.encoding) if options.encoding else encoding_of(path)
        with _text(path, encoding) as file:
            lines = list(islice(physical_lines(file), SAMPLE_LINES))
    except OSError as error:
        raise unreadable(path, error) from error
    except LookupError as error:
        raise UserError(f"There is no encoding named “{options.encoding}”.") from error
    sep = sep_of(lines[0]) if lines else ""
    return Layout(
        path=path,
        encoding=encoding.name,
        bad_bytes=encoding.bad_bytes,
        delimiter=options.delimiter or sep or delimiter_of(lines),
        first_line_is_sep=bool(sep),
        size=stat.st_size,
        changed_at=stat.st_mtime_ns,
    )


def _workbook_layout(path: Path, options: ReadOptions, names: tuple[str, ...]) -> Layout:
    if options.sheet and options.sheet not in names:
        raise NotFoundError(f"{path.name} has no sheet named “{options.sheet}”.")
    if not names:
        raise UserError(f"{path.name} has no sheets.", remedy="Choose another file.")
    stat = path.stat()
    layout = Layout(
        path=path,
        sheet=options.sheet,
        has_formulas=formulas_in(path),
        size=stat.st_size,
        changed_at=stat.st_mtime_ns,
    )
    return layout if options.sheet else _first_with_rows(layout, names)


def _first_with_rows(layout: Layout, names: tuple[str, ...]) -> Layout:
    choices = [replace(layout, sheet=name) for name in names]
    filled = (one for one in choices if any(row.cells for row in _first_rows(one)))
    return next(filled, choices[0])


@contextmanager
def _text(path: Path, encoding: Encoding) -> Iterator[TextIO]:
    try:
        with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as file:
            yield file
    except OSError as error:
        raise unreadable(path, error) from error


def _require_same(layout: Layout) -> None:
    try:
        stat = layout.path.stat()
    except OSError as error:
        raise unreadable(layout.path, error) from error
    if (stat.st_size, stat.st_mtime_ns) != (layout.size, layout.changed_at):
        raise UserError(
            f"{layout.path.name} was changed after it was opened.",
            safe="Nothing was taken in.",
            remedy="Open it again.",
        )


def _notes(
    layout: Layout,
    kind: FileKind,
    names: tuple[str, ...],
    first: list[SheetRow],
    headings: Headings,
) -> Iterator[SheetNote]:
    ending = layout.path.suffix.lower()
    if kind is FileKind.WORKBOOK and ending in TEXT_ENDINGS:
        yield SheetNote(
            "kind", f"This is really an Excel workbook, not a {ending[1:].upper()} file."
        )
    if kind is FileKind.TEXT and ending not in TEXT_ENDINGS:
        yield SheetNote("kind", "This is really a text file, read like CSV.")
    if layout.bad_bytes:
        yield SheetNote("bytes", "Some letters cannot be read; their rows are marked.")
    if layout.encoding not in {"", "utf-8", "utf-8-sig", "ascii"}:
        yield SheetNote("encoding", f"The letters are written as {layout.encoding}.")
    if headings.line == 0:
        yield SheetNote("headings", "No headings were found, so the columns are numbered.")
    above = [row for row in first if row.line < headings.line and any(row.cells)]
    if above:
        yield SheetNote(
            "preamble", f"The headings stand in row {headings.line}; what is above was left out."
        )
    others = [name for name in names if name != layout.sheet]
    if others:
        yield SheetNote("sheets", f"There are other sheets: {', '.join(others)}.")
