"""The columns of the rows' table: what each is called, how wide it is, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from closet_app.domain.fields import FIELD, FIELDS, Kind
from closet_app.services.closet import Closet
from closet_app.services.imports import TARGETS, PreviewRow, RowState
from closet_app.services.manners import manner_of
from closet_app.ui.words import mark, say
from closet_app.wording import Manner, say_date, say_field, say_status

LINE, STATE, PIECE = "line", "state", "piece"
SHORT = 400
"""Letters of a value that are shown; descriptions can have ten thousand."""

STATE_WORDS = {
    RowState.NEW: mark("New"),
    RowState.ALREADY_HERE: mark("Already here"),
    RowState.BROKEN: mark("Broken"),
    RowState.LEFT_OUT: mark("No piece"),
}
STATE_LOOKS = {
    RowState.NEW: "delivered",
    RowState.ALREADY_HERE: "shipped",
    RowState.BROKEN: "returned",
    RowState.LEFT_OUT: "draft",
}
"""The status pill whose colours mean the same: kept, known, wrong, nothing yet."""

WIDTHS = {
    Kind.MONEY: 88, Kind.WHOLE: 76, Kind.DATE: 108, Kind.LONG_TEXT: 220, Kind.WEIGHT: 84,
    Kind.MEASUREMENTS: 200, Kind.WORDS: 150,
}  # fmt: skip
USUAL_WIDTH = 116
AT_RIGHT = frozenset({Kind.MONEY, Kind.WHOLE, Kind.WEIGHT})


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column; `key` names a target, or one of the three that every table has."""

    key: str
    words: str
    width: int
    right: bool = False


FIRST = (
    RowColumn(LINE, mark("Row"), 60, right=True),
    RowColumn(STATE, mark("What it is"), 116),
    RowColumn(PIECE, mark("Piece"), 300),
)


def columns_for(fields: Collection[str]) -> tuple[RowColumn, ...]:
    """Row, state and piece, then whatever else the file says."""
    more = (
        RowColumn(
            target.key,
            target.words,
            WIDTHS.get(target.kind, USUAL_WIDTH),
            right=target.kind in AT_RIGHT,
        )
        for target in TARGETS
        if target.key in fields and target.key != "title"
    )
    return (*FIRST, *more)


@dataclass(frozen=True, slots=True)
class Voice:
    """How this shop says values; `names` are those of its marketplaces."""

    manner: Manner
    names: Mapping[str, str]

    def cell(self, row: PreviewRow, key: str) -> str:
        """What a row says in a column; empty where it says nothing."""
        if key == LINE:
            return f"{row.line:,}"
        if key == STATE:
            return say(STATE_WORDS[row.state])
        if key == PIECE:
            return self.piece(row)
        return self._value(row, key)[:SHORT]

    def piece(self, row: PreviewRow) -> str:
        """The title, or what stands in the row instead."""
        if row.facts is None:
            return row.text
        return row.facts.title or say("No title yet")

    def whole(self, row: PreviewRow) -> str:
        """Everything but the title that is known of the row's piece, in one paragraph."""
        if row.facts is None:
            return ""
        keys = (*(field.key for field in FIELDS if field.key != "title"), *_BESIDE)
        said = ((_WORDS[key], " ".join(self.cell(row, key).split())) for key in keys)
        return " · ".join(
            say("{field}: {value}", field=say(words), value=value) for words, value in said if value
        )

    def remark(self, row: PreviewRow) -> str:
        """Why the row is what it is, else the first thing to look at."""
        return row.why or next(iter(row.warnings), "")

    def day(self, day: date | None) -> str:
        """A day without its weekday; the table is narrow."""
        if day is None:
            return ""
        return say_date(day, self.manner.today, weekday=False, locale=self.manner.locale)

    def _value(self, row: PreviewRow, key: str) -> str:
        if row.facts is None:
            return ""
        if key in FIELD and FIELD[key].kind is Kind.DATE:
            return self.day(getattr(row.facts, key))
        if key in FIELD:
            return say_field(FIELD[key], getattr(row.facts, key), self.manner)
        return _BESIDE[key](row, self) if key in _BESIDE else ""


def voice_of(closet: Closet) -> Voice:
    """The words of an open closet."""
    return Voice(manner_of(closet), {each.id: each.name for each in closet.book.marketplaces})


def _status(row: PreviewRow, _voice: Voice) -> str:
    return say_status(row.standing.status) if row.standing.status else ""


def _places(row: PreviewRow, voice: Voice) -> str:
    found = (each.marketplace for each in row.standing.listings)
    return ", ".join(voice.names.get(place, place) for place in found)


def _since(row: PreviewRow, voice: Voice) -> str:
    return voice.day(row.standing.listed_since)


def _sold_on(row: PreviewRow, voice: Voice) -> str:
    return voice.day(row.standing.sold_on)


_BESIDE: Mapping[str, Callable[[PreviewRow, Voice], str]] = {
    "status": _status,
    "marketplaces": _places,
    "listed_since": _since,
    "sold_on": _sold_on,
}
_WORDS = {target.key: target.words for target in TARGETS}
