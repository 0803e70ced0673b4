"""Cells of a list of pieces as values, by what the field holds."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from closet_app.domain.barcodes import normal_barcode, with_lost_zeros
from closet_app.domain.fields import FIELD, LONGEST_WORD, Kind
from closet_app.domain.sku import sku_key
from closet_app.domain.text import clean_line, clean_text, fold, require_length
from closet_app.errors import InvalidValueError
from closet_app.exchange.amounts_in import NOTHING, read_money
from closet_app.exchange.cell_forms import read_measures, split_words
from closet_app.exchange.changed_by_spreadsheets import (
    SENTENCE,
    changed_cell,
    lost_zeros,
)
from closet_app.exchange.csv_out import unguarded
from closet_app.exchange.dates_in import read_day
from closet_app.exchange.measures_in import find_measures, read_weight
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.sheet import Cell, CellError, cell_text
from closet_app.exchange.words_in import condition_of, ownership_of

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EXCEL_TEXT = re.compile(r'="((?:[^"]|"")*)"')
FOREIGN_GUARD = re.compile(r"'(?=[=+\-@])|'(?=\d+\Z)")
GUARDS = frozenset("='")
APART = re.compile(r"[,;|\n#]+")
COLORS_APART = re.compile(r"[,;|/&+\n]+|\band\b", re.IGNORECASE)
WORDS_FOR_NONE = NOTHING | {"undefined", "unknown", "?"}
NOT_EMPTIED = frozenset({"title", "description", "notes", "flaws", "size"})


@dataclass(frozen=True, slots=True)
class Told:
    """One cell under its heading."""

    field: str
    heading: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Read:
    """A value, or None for an empty cell; `keep` is a text that goes to the notes instead."""

    value: Any = None
    warning: str = ""
    keep: str = ""


Reader = Callable[[Told, ImportOptions], Read]


def read_cell(told: Told, options: ImportOptions, reader: Reader) -> Read:
    """The value of one cell; raises InvalidValueError with a sentence when it cannot be taken."""
    if isinstance(told.cell, CellError):
        raise InvalidValueError(
            f"The spreadsheet shows {told.cell.text} here.", remedy="Mend its formula."
        )
    cleaned = Told(told.field, told.heading, plain_cell(told.cell, options))
    if isinstance(cleaned.cell, str) and not cleaned.cell.strip():
        return Read()
    read = reader(cleaned, options)
    if isinstance(told.cell, str) and not told.cell.isprintable() and not read.warning:
        return _with_unseen(told.cell, read)
    return read


def _with_unseen(text: str, read: Read) -> Read:
    if not CONTROLS.search(text):
        return read
    return Read(read.value, "Signs that cannot be seen were left out.", read.keep)


def plain_cell(cell: Cell, options: ImportOptions) -> Cell:
    """The cell without the guards that spreadsheet programs and exports put before text."""
    if not isinstance(cell, str):
        return cell
    if options.guarded:
        cell = unguarded(cell)
    if options.own:
        return cell
    if cell.lstrip()[:1] not in GUARDS:
        return cell
    wrapped = EXCEL_TEXT.fullmatch(cell.strip())
    return wrapped[1].replace('""', '"') if wrapped else FOREIGN_GUARD.sub("", cell, count=1)


def says_none(text: str) -> bool:
    """Whether a cell says in a word that there is nothing."""
    return text.strip().casefold() in WORDS_FOR_NONE


def _text(told: Told, options: ImportOptions) -> Read:
    if told.field == "sku":
        return _sku(told, options)
    if told.field == "upc":
        return _barcode(told)
    if told.field == "size" and not options.own:
        remedy = changed_cell(told.cell)
        if remedy:
            raise _changed(told.cell, remedy)
    text = clean_line(cell_text(told.cell))
    if not options.own and told.field not in NOT_EMPTIED and says_none(text):
        return Read()
    return Read(require_length(text, FIELD[told.field].limit, told.field))


def _sku(told: Told, options: ImportOptions) -> Read:
    text = clean_line(cell_text(told.cell))
    if options.own:
        return Read(_line(text, "sku"))
    remedy = changed_cell(told.cell)
    if remedy:
        raise _changed(told.cell, remedy)
    if lost_zeros(text, options.digits):
        raise _changed(told.cell, f"Other numbers here have {options.digits} figures.")
    return Read() if says_none(text) or not sku_key(text) else Read(_line(text, "sku"))


def _barcode(told: Told) -> Read:
    text = clean_line(cell_text(told.cell))
    number = normal_barcode(with_lost_zeros(text))
    if number or says_none(text):
        return Read(number or None)
    return Read(None, f"“{text[:40]}” is no barcode’s number, so it was kept in the notes.", text)


def _changed(cell: Cell, remedy: str) -> InvalidValueError:
    return InvalidValueError(SENTENCE.format(text=cell_text(cell)[:40]), remedy=remedy)


def _long_text(told: Told, _: ImportOptions) -> Read:
    text = clean_text(cell_text(told.cell))
    return Read(require_length(text, FIELD[told.field].limit, told.field))


def _words(told: Told, options: ImportOptions) -> Read:
    words = split_words(cell_text(told.cell)) if options.own else _words_between(APART, told)
    if any(len(word) > LONGEST_WORD for word in words):
        raise InvalidValueError(f"A word is longer than {LONGEST_WORD} letters.")
    return Read(words)


def _words_between(signs: re.Pattern[str], told: Told) -> tuple[str, ...]:
    parts = (clean_line(part) for part in signs.split(cell_text(told.cell)))
    return unique(part for part in parts if part and not says_none(part))


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that are the same after folding."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(fold(word), word)
    return tuple(seen.values())


def _money(told: Told, options: ImportOptions) -> Read:
    read = read_money(told.cell, options.currency, options.decimal)
    keep = cell_text(told.cell).strip() if read.warning else ""
    return Read(read.money, read.warning, keep)


def _date(told: Told, options: ImportOptions) -> Read:
    read = read_day(told.cell, options.date_order, options.today)
    if read.words:
        return Read(
            None, f"“{read.words}” is not one day, so it was kept in the notes.", read.words
        )
    return Read(read.day, _ahead(read.day, options.today))


def _ahead(day: date | None, today: date) -> str:
    return "This day lies ahead." if day is not None and day > today else ""


def _whole(told: Told, _: ImportOptions) -> Read:
    text = cell_text(told.cell).strip()
    found = re.fullmatch(r"([0-9]{1,9})(?:[.,]0+)?", text)
    limit = FIELD[told.field].limit
    if not found or int(found[1]) > limit:
        raise InvalidValueError(f"“{text[:40]}” is no number from 0 to {limit:,}.")
    return Read(int(found[1]))


def _colors(told: Told, options: ImportOptions) -> Read:
    if options.own:
        return Read(split_words(cell_text(told.cell)))
    return Read(_words_between(COLORS_APART, told))


def _choice(told: Told, options: ImportOptions) -> Read:
    text = clean_line(cell_text(told.cell))
    if told.field == "condition":
        return _named(text, condition_of(text, options.taxonomy), options)
    if told.field == "ownership":
        return _named(text, ownership_of(text, told.heading), options)
    return Read("" if says_none(text) and not options.own else _line(text, told.field))


def _named(text: str, choice: StrEnum | None, options: ImportOptions) -> Read:
    """The choice that a word means; a word that means none of them goes to the notes."""
    if choice is not None or (not options.own and (says_none(text) or not text)):
        return Read(choice)
    return Read(None, f"“{text[:40]}” is not known here, so it was kept in the notes.", text)


def _line(text: str, field: str) -> str:
    return require_length(text, FIELD[field].limit, field)


def _measurements(told: Told, options: ImportOptions) -> Read:
    text = cell_text(told.cell)
    with contextlib.suppress(InvalidValueError):
        return Read(read_measures(text))
    measures, rest = find_measures(text, options)
    warning = "Some of this is no measurement and was kept in the notes." if rest else ""
    return Read(measures, warning, rest)


def _weight(told: Told, options: ImportOptions) -> Read:
    return Read(read_weight(told.cell, told.heading, options))


READERS: dict[Kind, Reader] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.WORDS: _words,
    Kind.CHOICE: _choice,
    Kind.COLORS: _colors,
    Kind.MONEY: _money,
    Kind.MEASUREMENTS: _measurements,
    Kind.WEIGHT: _weight,
    Kind.WHOLE: _whole,
    Kind.DATE: _date,
}
