"""What the rows of an import come to beside the closet: new, here already, or broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from closet_app.domain.item import ItemFacts
from closet_app.exchange.candidates import RowProblem, Standing
from closet_app.exchange.reading import Questions
from closet_app.exchange.sheet import LeftOut, LeftOutBecause
from closet_app.wording import counted, tr

LEFT_OUT_WORDS = {
    LeftOutBecause.EMPTY: "Empty row",
    LeftOutBecause.SECTION: "A heading between the rows",
    LeftOutBecause.TOTAL: "A total",
    LeftOutBecause.HEADINGS_AGAIN: "The headings again",
    LeftOutBecause.FOOTER: "Text below the table",
    LeftOutBecause.SAME_ROW: "The same row again",
    LeftOutBecause.ONLY_A_NUMBER: "Only a number, no piece",
}


class RowState(StrEnum):
    """What applying the import does with a row; only NEW ones are taken in."""

    NEW = "new"
    ALREADY_HERE = "already_here"
    BROKEN = "broken"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row: what it holds, what becomes of it, and why.

    `line` counts as spreadsheet programs do; `facts` is None when the row holds no whole piece.
    """

    line: int
    state: RowState
    text: str
    facts: ItemFacts | None = None
    standing: Standing = field(default_factory=Standing)
    why: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row of a file beside the closet as it is now.

    `questions` says what the file leaves open about days and amounts; `own` that it is
    Closet's own list.
    """

    name: str
    rows: tuple[PreviewRow, ...]
    questions: Questions
    own: bool = False

    def of(self, state: RowState) -> tuple[PreviewRow, ...]:
        """The rows that come to `state`."""
        return tuple(row for row in self.rows if row.state is state)

    def count(self, state: RowState) -> int:
        """How many rows come to `state`."""
        return sum(row.state is state for row in self.rows)

    @property
    def words(self) -> str:
        """“12 new, 3 already here, 1 broken”."""
        said = (
            (RowState.NEW, "{n} new"),
            (RowState.ALREADY_HERE, "{n} already here"),
            (RowState.BROKEN, "{n} broken"),
        )
        return ", ".join(counted(self.count(state), words, words) for state, words in said)


def left_out_row(row: LeftOut) -> PreviewRow:
    """A row that holds no piece."""
    return PreviewRow(row.line, RowState.LEFT_OUT, row.text, why=tr(LEFT_OUT_WORDS[row.because]))


def say_row_problem(problem: RowProblem) -> str:
    """The column and what is wrong with its cell."""
    return f"{problem.heading}: {problem.sentence}" if problem.heading else problem.sentence


def shown(facts: ItemFacts) -> str:
    """A piece in one line: number, title, brand and size, as far as known."""
    return " · ".join(part for part in (facts.sku, facts.title, facts.brand, facts.size) if part)
