"""Pieces from any spreadsheet: read, previewed row by row, taken in as one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from closet_app.db.ledger import Ledger
from closet_app.db.records import ItemRecord, ListingRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.sku import sku_key
from closet_app.errors import InvalidValueError, UserError
from closet_app.exchange.amounts_in import DecimalMark
from closet_app.exchange.candidates import Candidate, ListedAt, Standing
from closet_app.exchange.dates_in import DateOrder
from closet_app.exchange.mapping import ColumnUse, Mapping, guess_mapping
from closet_app.exchange.reading import ImportOptions, Questions
from closet_app.exchange.rows_in import iter_items, settle
from closet_app.exchange.rows_out import write_rows
from closet_app.exchange.sheet import LeftOut, ReadOptions
from closet_app.exchange.tables_in import Sheet, open_sheet
from closet_app.exchange.targets import TARGETS, Target
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.import_known import Known
from closet_app.services.import_rows import (
    Preview,
    PreviewRow,
    RowState,
    left_out_row,
    say_row_problem,
    shown,
)
from closet_app.services.import_standing import fitted
from closet_app.services.item_facts import facts_as_values, with_facts
from closet_app.services.manners import manner_of, sheet_units
from closet_app.services.numbering import numbers
from closet_app.services.writing import writing
from closet_app.wording import counted, say_error, tr
from closet_app.wording.money import money_form

__all__ = [
    "TARGETS",
    "Answers",
    "ColumnUse",
    "DateOrder",
    "DecimalMark",
    "Mapping",
    "Preview",
    "PreviewRow",
    "Questions",
    "ReadOptions",
    "RowState",
    "Settled",
    "Sheet",
    "Target",
    "apply",
    "guess",
    "preview",
    "questions",
    "read_sheet",
    "save_broken",
    "settled",
]

AT_ONCE = 500

NUMBERLESS = "0"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the seller said about a file that can be read two ways; None leaves it to the file."""

    date_order: DateOrder | None = None
    decimal: DecimalMark | None = None


def read_sheet(path: Path, options: ReadOptions | None = None) -> Sheet:
    """The table in any CSV or XLSX file; raises UserError when it is none."""
    return open_sheet(path, options or ReadOptions())


def guess(closet: Closet, sheet: Sheet) -> Mapping:
    """What each column most likely is."""
    return guess_mapping(sheet, closet.reference.taxonomy)


@dataclass(frozen=True, slots=True)
class Settled:
    """How a file is to be read by what it shows of itself, and what is left to ask."""

    options: ImportOptions
    questions: Questions


def settled(closet: Closet, sheet: Sheet, mapping: Mapping) -> Settled:
    """Look through a file once, before its rows are read; what it leaves open is as usual here."""
    return Settled(*settle(sheet, mapping, _usual(closet)))


def questions(closet: Closet, sheet: Sheet, mapping: Mapping) -> Questions:
    """What has to be asked once for the whole file."""
    return settled(closet, sheet, mapping).questions


def preview(
    closet: Closet,
    sheet: Sheet,
    mapping: Mapping,
    answers: Answers | None = None,
    progress: Progress = SILENT,
    seen: list[PreviewRow] | None = None,
    by: Settled | None = None,
) -> Preview:
    """What taking the file in would do, row by row; nothing is written.

    What the file leaves open and `answers` do not settle is read as usual in the shop's country.
    Rows are added to `seen` as they are read, for whoever looks on meanwhile. `by` saves
    looking through the file first.
    """
    rows = [] if seen is None else seen
    by = by or settled(closet, sheet, mapping)
    options, asked = _answered(by.options, by.questions, answers or Answers())
    with closet.database.read() as connection:
        known = Known(connection, closet.currency)
        for read in iter_items(sheet, mapping, options, progress):
            rows.append(_row(closet, known, read))
    return Preview(sheet.layout.path.name, tuple(rows), asked, options.own)


def save_broken(
    closet: Closet, sheet: Sheet, wanted: Preview, path: Path, progress: Progress = SILENT
) -> int:
    """Write the broken rows as they stand in the file, each with its reason, to be put right.

    Importing the corrected file takes them in. Returns how many. Raises as `preview`, and
    UserError for another ending than .csv or .xlsx, MachineError when the disk refuses.
    """
    why = {row.line: row.why for row in wanted.of(RowState.BROKEN)}
    return write_rows(path, sheet, why, currency=closet.currency, progress=progress)


def apply(closet: Closet, wanted: Preview, progress: Progress = SILENT) -> Changed:
    """Take in every new row of a preview as one step: all of them or none.

    Rows whose number was given away since the preview are left out and named. Raises UserError
    when nothing is new, CancelledError.
    """
    rows = wanted.of(RowState.NEW)
    if not rows:
        raise UserError(
            tr("There is nothing new in {name}.").format(name=wanted.name),
            safe=tr("Nothing was changed."),
        )
    label = counted(len(rows), "Imported {n} item", "Imported {n} items")
    with writing(closet, label) as step:
        free = _still_free(step.ledger, rows)
        given = _numbers(step.ledger, free)
        for start in range(0, len(free), AT_ONCE):
            progress.step(start, len(free), tr("Taking in rows"))
            _insert(closet, step.ledger, free[start : start + AT_ONCE], given)
        progress.step(len(free), len(free), tr("Taking in rows"))
    return step.changed


def _row(closet: Closet, known: Known, read: Candidate | LeftOut) -> PreviewRow:
    if isinstance(read, LeftOut):
        return left_out_row(read)
    if read.facts is None:
        text = read.name or next((each.text for each in read.problems), "")
        why = " ".join(say_row_problem(each) for each in read.problems)
        return PreviewRow(read.line, RowState.BROKEN, text, why=why)
    facts, standing, remarks = fitted(closet, read.facts, read.standing)
    row = PreviewRow(
        read.line,
        RowState.NEW,
        shown(facts),
        facts,
        standing,
        warnings=(*(say_row_problem(each) for each in read.warnings), *remarks),
    )
    refused = _refused(closet, row)
    if refused:
        return replace(row, state=RowState.BROKEN, facts=None, why=refused)
    here = known.words_for(read.facts)
    return replace(row, state=RowState.ALREADY_HERE, why=here) if here else row


def _refused(closet: Closet, row: PreviewRow) -> str:
    """Why the closet cannot hold a row's piece; empty when it can."""
    try:
        _record(closet, ItemRecord(), row, NUMBERLESS)
    except InvalidValueError as refused:
        return say_error(refused)
    return ""


def _usual(closet: Closet) -> ImportOptions:
    manner = manner_of(closet)
    length_unit, weight_unit = sheet_units(manner)
    is_comma = money_form(closet.currency, manner.locale).decimal == DecimalMark.COMMA.value
    return ImportOptions(
        currency=closet.currency,
        today=closet.clock.today(),
        taxonomy=closet.reference.taxonomy,
        date_order=DateOrder.DAY_FIRST if manner.day_first else DateOrder.MONTH_FIRST,
        decimal=DecimalMark.COMMA if is_comma else DecimalMark.POINT,
        length_unit=length_unit,
        weight_unit=weight_unit,
    )


def _answered(
    options: ImportOptions, asked: Questions, answers: Answers
) -> tuple[ImportOptions, Questions]:
    if answers.date_order is not None:
        options = replace(options, date_order=answers.date_order)
        asked = replace(asked, date_order_certain=True)
    if answers.decimal is not None:
        options = replace(options, decimal=answers.decimal)
        asked = replace(asked, decimal_certain=True)
    return options, asked


def _still_free(ledger: Ledger, rows: Sequence[PreviewRow]) -> list[PreviewRow]:
    keys = [sku_key(row.facts.sku) for row in rows if row.facts and row.facts.sku]
    taken = {
        item.sku_key
        for start in range(0, len(keys), AT_ONCE)
        for item in ledger.where(ItemRecord, sku_key=keys[start : start + AT_ONCE])
    }
    return [row for row in rows if row.facts and sku_key(row.facts.sku) not in taken]


def _numbers(ledger: Ledger, rows: Iterable[PreviewRow]) -> Iterator[str]:
    """Free numbers that no row of the file brings itself."""
    brought = {sku_key(row.facts.sku) for row in rows if row.facts}
    return (number for number in numbers(ledger) if sku_key(number) not in brought)


def _insert(
    closet: Closet, ledger: Ledger, rows: Sequence[PreviewRow], given: Iterator[str]
) -> None:
    today = closet.clock.today()
    start = ItemRecord(created_at=ledger.at, updated_at=ledger.at, status_since=today)
    records = [
        _record(closet, start, row, row.facts.sku if row.facts and row.facts.sku else next(given))
        for row in rows
    ]
    ids = ledger.add_all(records)
    ledger.add_all(
        _listing(item_id, listed)
        for item_id, row in zip(ids, rows, strict=True)
        for listed in row.standing.listings
    )


def _record(closet: Closet, start: ItemRecord, row: PreviewRow, number: str) -> ItemRecord:
    if row.facts is None:
        raise InvalidValueError(row.why)
    values = {**facts_as_values(row.facts), "sku": row.facts.sku or number}
    return _standing_as(with_facts(start, values, closet.currency), row.standing)


def _standing_as(record: ItemRecord, standing: Standing) -> ItemRecord:
    lowest = standing.lowest_asking
    status = standing.status.value if standing.status else record.own_status
    return replace(
        record,
        own_status=status,
        status=status,
        archive_reason=standing.archive_reason.value if standing.archive_reason else "",
        listed_since=standing.listed_since,
        lowest_asking_minor=record.lowest_asking_minor if lowest is None else lowest.minor,
    )


def _listing(item_id: int, listed: ListedAt) -> ListingRecord:
    return ListingRecord(
        item_id=item_id,
        marketplace=listed.marketplace,
        url=listed.url,
        price_minor=None if listed.price is None else listed.price.minor,
        since=listed.since,
        state=listed.state,
    )
