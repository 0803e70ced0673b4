"""The file that is being read in: how it is read, what its columns mean, what its rows are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from closet_app.domain.progress import Progress
from closet_app.services import imports
from closet_app.services.closet import Closet
from closet_app.services.imports import (
    Answers,
    DateOrder,
    DecimalMark,
    Mapping,
    Preview,
    PreviewRow,
    Questions,
    ReadOptions,
    Settled,
    Sheet,
)
from closet_app.ui.jobs import Jobs, Step, Ticket

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    options: ReadOptions
    sheet: Sheet
    mapping: Mapping


class Reading(QObject):
    """Reads off the interface thread; every choice has the rows read again.

    `opened` says that there is another table, `mapped` that its columns mean something else,
    `asked` that `questions` are known, `started` that its rows are read anew into `rows`,
    `stepped` how far that is, `previewed` that all are there, `failed` why they are not;
    `refused` why another file cannot be opened.
    """

    opened = Signal()
    mapped = Signal()
    asked = Signal()
    started = Signal()
    stepped = Signal(object)
    previewed = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closet, self._jobs = closet, jobs
        self._found: _Found | None = None
        self._wanted: tuple[Path, ReadOptions] | None = None
        self._tickets: list[Ticket] = []
        self.mapping = Mapping(())
        self.chosen: frozenset[int] = frozenset()
        self.answers = Answers()
        self.questions = Questions()
        self.rows: list[PreviewRow] = []
        self._growing: list[PreviewRow] | None = None
        self.preview: Preview | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a table."""
        return self._found is not None

    @property
    def sheet(self) -> Sheet:
        """The open table; there must be one."""
        return self._there.sheet

    @property
    def path(self) -> Path:
        """The open file; there must be one."""
        return self._there.path

    @property
    def options(self) -> ReadOptions:
        """What was set about the open file; there must be one."""
        return self._there.options

    @property
    def is_unsettled(self) -> bool:
        """Whether a day or an amount can be read two ways and nobody said which."""
        asked, answers = self.questions, self.answers
        day = not asked.date_order_certain and answers.date_order is None
        return day or (not asked.decimal_certain and answers.decimal is None)

    def open(self, path: Path, options: ReadOptions | None = None) -> None:
        """Read another file, or the same one in another way."""
        self.stop()
        wanted, closet = options or ReadOptions(), self._closet
        self._wanted = path, wanted

        def work(_progress: Progress) -> _Found:
            sheet = imports.read_sheet(path, wanted)
            return _Found(path, wanted, sheet, imports.guess(closet, sheet))

        self._run(work, self._on_opened, self.refused)

    def take_as(self, at: int, field: str | None) -> None:
        """Take column `at` as `field`, or leave it out."""
        self.mapping = self.mapping.with_column(at, field)
        self.chosen |= {at}
        self.mapped.emit()
        self.read_rows()

    def answer(self, choice: DateOrder | DecimalMark) -> None:
        """Settle what days or amounts of the file mean."""
        if isinstance(choice, DateOrder):
            self.answers = replace(self.answers, date_order=choice)
        else:
            self.answers = replace(self.answers, decimal=choice)
        self.asked.emit()
        self.read_rows()

    def read_rows(self) -> None:
        """Read every row again by the mapping and the answers of now."""
        self.stop()
        rows: list[PreviewRow] = []
        self.rows, self.preview = rows, None
        self._growing = rows
        closet, sheet, mapping = self._closet, self.sheet, self.mapping
        self.started.emit()
        self._run(
            lambda _progress: imports.settled(closet, sheet, mapping),
            lambda settled: self._on_settled(rows, settled),
            self.failed,
        )

    def stop(self) -> None:
        """Read no further."""
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets = []
        self._growing = None  # what was done already must not go on, either

    @property
    def _there(self) -> _Found:
        if self._found is None:
            raise LookupError("no file is open")
        return self._found

    def _run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: SignalInstance,
        progressed: Callable[[Step], object] | None = None,
    ) -> None:
        ticket = self._jobs.run(
            work, owner=self, done=done, failed=failed.emit, progressed=progressed
        )
        self._tickets.append(ticket)

    def _on_opened(self, found: _Found) -> None:
        if (found.path, found.options) != self._wanted:
            return
        self._found, self.mapping = found, found.mapping
        self.chosen, self.answers, self.questions = frozenset(), Answers(), Questions()
        self.opened.emit()
        self.read_rows()

    def _on_settled(self, rows: list[PreviewRow], settled: Settled) -> None:
        if rows is not self._growing:
            return
        self.questions = settled.questions
        self.asked.emit()
        closet, sheet, mapping, answers = self._closet, self.sheet, self.mapping, self.answers
        self._run(
            lambda progress: imports.preview(
                closet, sheet, mapping, answers, progress, rows, settled
            ),
            lambda preview: self._on_previewed(rows, preview),
            self.failed,
            self.stepped.emit,
        )

    def _on_previewed(self, rows: list[PreviewRow], preview: Preview) -> None:
        if rows is self._growing:
            self.preview = preview
            self.previewed.emit()
