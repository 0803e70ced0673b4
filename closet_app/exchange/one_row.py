"""One row of a sheet as one piece, with every reason when it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Any

from closet_app.domain.fields import FIELD, Kind
from closet_app.domain.item import ItemFacts
from closet_app.errors import InvalidValueError
from closet_app.exchange.candidates import Candidate, RowProblem
from closet_app.exchange.mapping import Mapping
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.sheet import LeftOut, LeftOutBecause, SheetRow, is_empty, shown_text
from closet_app.exchange.standing_in import READERS_BESIDE, furthest, standing_of
from closet_app.exchange.targets import STATUS, TARGET
from closet_app.exchange.values_in import READERS, Read, Reader, Told, read_cell, unique

NO_TITLE = "This piece has no title."
SAYS_LITTLE = frozenset({"sku", "quantity", "department", "ownership", "status"})
"""Fields that numbered and prepared rows without a piece are filled in with."""

_BIN = re.compile(r"[A-Z]{1,2}-?\d{1,3}")
_PATH = re.compile(r"\s*(?:>|»|/|::)\s*")
_PATH_KEYS = ("department", "category", "subcategory")
_SHOWN = 80
_NOTHING: tuple[object, ...] = ("", ())
_FACTS = frozenset(one.name for one in fields(ItemFacts))


_SPELLED = (
    "department", "category", "subcategory", "size", "size_system", "colors", "other_colors",
)  # fmt: skip
_REMEMBERED = 20_000
_spelled_words: Callable[[ItemFacts], tuple[object, ...]] = attrgetter(*_SPELLED)


@dataclass(slots=True)
class _Gathered:
    """What the cells of one row have said so far."""

    values: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)

    def take(self, told: Told, reader: Reader, options: ImportOptions) -> None:
        try:
            read = read_cell(told, options, reader)
        except InvalidValueError as error:
            self.problems.append(_about(told, str(error)))
            return
        if read.warning:
            self.warnings.append(_about(told, read.warning))
        if read.keep:
            self.kept.append(f"{told.heading}: {read.keep}")
        if read.value is not None and read.value not in _NOTHING:
            self._put(told.field, told.heading, read)

    def _put(self, key: str, heading: str, read: Read) -> None:
        before, value = self.values.get(key), read.value
        if before is None:
            self.values[key] = value
        elif key == STATUS:
            self.values[key] = furthest(before, value)
        elif TARGET[key].kind is Kind.LONG_TEXT:
            self.values[key] = f"{before}\n{heading}: {value}"
        else:
            self.values[key] = unique((*before, *value))

    def warn(self, key: str, text: str, sentence: str) -> None:
        self.warnings.append(RowProblem(key, TARGET[key].words, text, sentence))


class RowReader:
    """Reads the rows of one sheet by one mapping."""

    def __init__(self, mapping: Mapping, options: ImportOptions) -> None:
        self._options = options
        self._columns = [
            (use.at, use.field, use.heading, _reader_of(use.field))
            for use in mapping.columns
            if use.field
        ]
        self._spelled: dict[tuple[object, ...], dict[str, Any]] = {}

    def read(self, row: SheetRow) -> Candidate | LeftOut:
        """The piece of a row without fault; one with a number and little else is left out."""
        gathered = _Gathered()
        for at, key, heading, reader in self._columns:
            cell = row.cells[at]
            if cell is not None and cell != "":
                gathered.take(Told(key, heading, cell), reader, self._options)
        given = frozenset(gathered.values)
        if not self._options.own:
            if given <= SAYS_LITTLE and not gathered.problems and not gathered.kept:
                return _left_out(row, given)
            _complete(gathered)
        return self._candidate(row, gathered, given)

    def _candidate(self, row: SheetRow, gathered: _Gathered, given: frozenset[str]) -> Candidate:
        _keep_in_notes(gathered)
        problems, warnings = tuple(gathered.problems), tuple(gathered.warnings)
        if problems:
            name = gathered.values.get("title") or gathered.values.get("sku", "")
            return Candidate(row.line, None, given, problems, warnings, name=name)
        facts = ItemFacts(**{key: gathered.values[key] for key in gathered.values.keys() & _FACTS})
        if not self._options.own:
            facts = self._spell(facts)
        return Candidate(row.line, facts, given, (), warnings, standing_of(gathered.values, facts))

    def _spell(self, facts: ItemFacts) -> ItemFacts:
        """The closet's own spelling; the same few words come back in every row."""
        words = _spelled_words(facts)
        known = self._spelled.get(words)
        if known is None:
            if len(self._spelled) >= _REMEMBERED:
                self._spelled.clear()
            spelled = _spelled_words(self._options.taxonomy.spelled(facts))
            known = dict(zip(_SPELLED, spelled, strict=True))
            self._spelled[words] = known
        return replace(facts, **known)


def _reader_of(field: str) -> Reader:
    return READERS_BESIDE.get(field) or READERS[TARGET[field].kind]


def _complete(gathered: _Gathered) -> None:
    has_title = "title" in gathered.values
    _take_bin_from_tags(gathered)
    _take_path_apart(gathered)
    if not has_title:
        gathered.warn("title", "", NO_TITLE)


def _left_out(row: SheetRow, given: frozenset[str]) -> LeftOut:
    because = LeftOutBecause.ONLY_A_NUMBER if "sku" in given else LeftOutBecause.EMPTY
    first = next((shown_text(cell) for cell in row.cells if not is_empty(cell)), "")
    return LeftOut(row.line, because, first[:_SHOWN])


def _keep_in_notes(gathered: _Gathered) -> None:
    if not gathered.kept:
        return
    notes = "\n".join(filter(None, (gathered.values.get("notes", ""), *gathered.kept)))
    gathered.values["notes"] = notes
    if len(notes) > FIELD["notes"].limit:
        sentence = f"The notes are longer than {FIELD['notes'].limit:,} letters."
        gathered.problems.append(
            RowProblem("notes", TARGET["notes"].words, notes[:_SHOWN], sentence)
        )


def _take_bin_from_tags(gathered: _Gathered) -> None:
    """Some programs have no column for the bin, and sellers put “A5” among the labels."""
    tags = gathered.values.get("tags", ())
    bins = [tag for tag in tags if _BIN.fullmatch(tag)]
    if len(bins) == 1 and "bin" not in gathered.values:
        gathered.values["bin"] = bins[0]
        gathered.values["tags"] = tuple(tag for tag in tags if tag != bins[0])
        gathered.warn("bin", bins[0], f"“{bins[0]}” stood among the tags and was taken as the bin.")


def _take_path_apart(gathered: _Gathered) -> None:
    """“Women > Jeans > Skinny” in one cell names all three."""
    parts = _PATH.split(gathered.values.get("category", ""), 2)
    if len(parts) > 1 and not set(_PATH_KEYS) - {"category"} & set(gathered.values):
        gathered.values |= dict(zip(_PATH_KEYS, parts, strict=False))


def _about(told: Told, sentence: str) -> RowProblem:
    return RowProblem(told.field, told.heading, shown_text(told.cell)[:_SHOWN], sentence)
