"""Which column of a sheet is which field of a piece: guessed, shown, changed by the seller."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass, replace

from closet_app.domain.fields import heading_key
from closet_app.domain.taxonomy import Taxonomy
from closet_app.errors import NotFoundError, UserError
from closet_app.exchange.own_format import OWN_KEYS, WHY, is_own_format
from closet_app.exchange.sheet import is_empty, shown_text
from closet_app.exchange.sniffing import fits, meant_by_content, says_nothing
from closet_app.exchange.tables_in import Sheet
from closet_app.exchange.targets import (
    TARGET,
    Target,
    speaks_of_sales,
    target_meant,
    target_named,
)

SAMPLES = 3
SURE, NAMED, LIKELY, BY_CONTENT = 100, 90, 70, 50


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """One column and the target it is taken as; None leaves it out.

    `confidence` is 0–100: 100 the field's own name, 90 another usual name, 70 such a name among
    other words, 50 by its content, 0 not recognised. `of_sales` columns belong to a sale and are
    left out of a list of pieces.
    """

    at: int
    heading: str
    field: str | None
    samples: tuple[str, ...] = ()
    confidence: int = 0
    of_sales: bool = False

    @property
    def needs_help(self) -> bool:
        """Whether the seller should say what the column means."""
        known = self.field or self.confidence or self.of_sales
        return not known and not says_nothing(self.samples)


@dataclass(frozen=True, slots=True)
class Mapping:
    """The use of every column, in the sheet's order."""

    columns: tuple[ColumnUse, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The keys of all targets that some column gives."""
        return frozenset(column.field for column in self.columns if column.field)

    @property
    def unknown(self) -> tuple[ColumnUse, ...]:
        """Columns with content that nobody recognised."""
        return tuple(column for column in self.columns if column.needs_help)

    def of(self, field: str) -> tuple[ColumnUse, ...]:
        """The columns taken as `field`."""
        return tuple(column for column in self.columns if column.field == field)

    def with_column(self, at: int, field: str | None) -> Mapping:
        """Column `at` taken as `field`, or left out.

        Another column of a field that holds one value only is let go.
        """
        if field is not None and field not in TARGET:
            raise NotFoundError(f"A piece has no field “{field}”.")
        single = field is not None and not TARGET[field].joins
        return Mapping(
            tuple(
                replace(column, field=field, confidence=SURE)
                if column.at == at
                else replace(column, field=None)
                if single and column.field == field
                else column
                for column in self.columns
            )
        )

    def with_named(self, wanted: Pairs[str, str]) -> Mapping:
        """Columns by heading for field names: `{"bin": "Shelf", "asking": "Lst Px"}`.

        Raises NotFoundError for a field or a heading that does not exist.
        """
        changed = self
        for name, heading in wanted.items():
            target = TARGET.get(name) or target_named(name)
            if target is None:
                raise NotFoundError(f"A piece has no field “{name}”.")
            changed = changed.with_column(self._at(heading), target.key)
        return changed

    def _at(self, heading: str) -> int:
        same = [column.at for column in self.columns if column.heading == heading]
        alike = [c.at for c in self.columns if heading_key(c.heading) == heading_key(heading)]
        found = same or alike
        if not found:
            headings = ", ".join(column.heading for column in self.columns)
            raise NotFoundError(f"There is no column “{heading}”.", remedy=f"Choose: {headings}.")
        if len(found) > 1:
            raise UserError(f"Several columns are called “{heading}”.")
        return found[0]


def guess_mapping(sheet: Sheet, taxonomy: Taxonomy) -> Mapping:
    """The likeliest use of each column, by its heading and its content."""
    if is_own_format(sheet.headings):
        return Mapping(
            tuple(
                ColumnUse(at, heading, OWN_KEYS.get(heading), _samples(sheet, at), SURE)
                for at, heading in enumerate(sheet.headings)
            )
        )
    columns = [_guess(at, heading, sheet) for at, heading in enumerate(sheet.headings)]
    return Mapping(tuple(_without_rivals(_with_content(columns, sheet, taxonomy))))


def _guess(at: int, heading: str, sheet: Sheet) -> ColumnUse:
    plain = heading.rsplit(" (", 1)[0] if heading.endswith(")") else heading
    use = ColumnUse(at, heading, None, _samples(sheet, at), of_sales=speaks_of_sales(heading))
    if heading == WHY:
        return replace(use, confidence=SURE)
    target, confidence = _by_name(heading)
    if target is None and plain != heading:
        target, confidence = _by_name(plain)
    if use.of_sales or target is None:
        return use
    meant = fits(target, _cells(sheet, at))
    return replace(use, field=meant.key, confidence=confidence) if meant else use


def _by_name(heading: str) -> tuple[Target | None, int]:
    target = target_named(heading)
    if target:
        own = heading_key(heading) in {heading_key(target.key), heading_key(target.words)}
        return target, SURE if own else NAMED
    return target_meant(heading), LIKELY


def _with_content(
    columns: Sequence[ColumnUse], sheet: Sheet, taxonomy: Taxonomy
) -> list[ColumnUse]:
    """Columns without a known name, taken by content that leaves no doubt."""
    taken = {column.field for column in columns}
    seen: list[ColumnUse] = []
    for column in columns:
        found = None
        if column.field is None and not column.of_sales:
            found = meant_by_content(_cells(sheet, column.at), taxonomy)
        if found and found not in taken:
            taken.add(found)
            seen.append(replace(column, field=found, confidence=BY_CONTENT))
        else:
            seen.append(column)
    return seen


def _without_rivals(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Of several columns for a field that holds one value, the surest, then the fullest."""
    best: dict[str, ColumnUse] = {}
    for column in columns:
        if column.field and not TARGET[column.field].joins:
            rival = best.get(column.field)
            if rival is None or _rank(column) > _rank(rival):
                best[column.field] = column
    return [
        replace(column, field=None)
        if column.field in best and best[column.field] is not column
        else column
        for column in columns
    ]


def _rank(column: ColumnUse) -> tuple[int, int]:
    return column.confidence, len([sample for sample in column.samples if sample])


def _cells(sheet: Sheet, at: int) -> list[str]:
    texts = (shown_text(row.cells[at]) for row in sheet.sample if not is_empty(row.cells[at]))
    return [text.strip() for text in texts]


def _samples(sheet: Sheet, at: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_cells(sheet, at)))[:SAMPLES]
