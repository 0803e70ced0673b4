"""Photos that come in together: stored slice by slice, and grouped into one intake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from closet_app.db import intake as rows
from closet_app.db.intake_records import IntakeRecord
from closet_app.db.ledger import Ledger
from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, MachineError, PhotoError, UserError
from closet_app.photo.sources import Source
from closet_app.photo.store import StoredPhoto
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board
from closet_app.services.intake.gathering import gather
from closet_app.services.intake.grouping import regroup
from closet_app.services.intake.pipeline import Line, Taken
from closet_app.services.intake_coming import Coming, written_down
from closet_app.services.looks import keep_measures, measure_missing, unmeasured
from closet_app.services.photo_intake import problem_of, record_of
from closet_app.services.writing import Writing, writing
from closet_app.wording import counted, tr

FileState = tuple[int, int]
"""Bytes of a file, and the nanoseconds of its last change."""

NEAR = 100
"""Photos before a slice that are grouped with it; the whole session is grouped at its end."""


class _FinishedError(Exception):
    """The drafts of the intake were made while photos still came in."""


@dataclass(slots=True)
class Arrival:
    """Photos that come in together, kept as parts of one step; `coming` notes what is left.

    Without `intake_id` they begin an intake, or join the one under way when it `joins`. Files of
    `seen` are noted as seen with their photos. What comes `again`, after a crash, may be there.
    """

    closet: Closet
    coming: Coming | None = None
    intake_id: int | None = None
    name: str = ""
    kind: str = ""
    joins: bool = False
    again: bool = False
    seen: Mapping[Path, FileState] = field(default_factory=dict)
    step_id: int | None = None
    problems: list[Problem] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    left: list[Source] = field(default_factory=list)
    count: int = 0
    in_step: int = 0
    last: Changed = field(default_factory=lambda: Changed(""))

    def take(self, sources: Sequence[Source], progress: Progress) -> int:
        """Take everything in; returns the intake's id."""
        noted = written_down(self.closet, self.coming) if self.coming else nullcontext()
        with noted, self.closet.photos.rest.broken():
            return self._take(sources, progress)

    def _take(self, sources: Sequence[Source], progress: Progress) -> int:
        gathered = gather(sources, progress)
        self.problems.extend(gathered.problems)
        self.left = gathered.sources
        self._note_left()
        line = Line(self.closet, lambda taken: self._keep(taken, line), progress)
        try:
            line.run(gathered.sources)
        except MachineError as refused:
            refused.safe = self._safe()
            raise
        if self.intake_id is None or not (self.count or self.again):
            raise self._nothing()
        # Photos the closet held already were not decoded, and some were never looked at.
        if unmeasured(self.closet, self.held):
            self.problems.extend(measure_missing(self.closet, self.held, progress))
        progress.step(0, 1, tr("Grouping photos"))
        self._group_all()
        progress.step(1, 1, tr("Grouping photos"))
        return self.intake_id

    def changed(self) -> Changed:
        """What all parts changed together."""
        return replace(self.last, problems=tuple(self.problems))

    def _keep(self, taken: Sequence[Taken], line: Line) -> None:
        """One slice: its measures, its rows and the groups they fall into."""
        sources, left = self.left[: len(taken)], self.left[len(taken) :]
        stored = [one for one in taken if isinstance(one, StoredPhoto)]
        self.problems.extend(problem_of(one) for one in taken if isinstance(one, PhotoError))
        keep_measures(self.closet, line.measured(stored))
        self.held.extend(one.sha256 for one in stored if one.already_here)
        if stored:
            whole = [each for each, one in zip(sources, taken, strict=True) if one in stored]
            self._write(stored, whole)
        self.left = left
        self._note_left()

    def _note_left(self) -> None:
        if self.coming is not None:
            self.coming.note(self.intake_id, self.left)

    def _write(self, stored: Sequence[StoredPhoto], sources: Sequence[Source]) -> None:
        try:
            self._write_step(stored, sources)
        except _FinishedError:
            # What still comes in is no part of the drafts that were made.
            self.intake_id, self.step_id, self.in_step = None, None, 0
            self._write_step(stored, sources)
        except CancelledError:
            # The seller took back what had come in: nothing else is wanted.
            self.left = []
            self._note_left()
            raise

    def _write_step(self, stored: Sequence[StoredPhoto], sources: Sequence[Source]) -> None:
        label = self._label(stored)
        with writing(self.closet, label, self.kind, self.step_id) as step:
            intake_id = self._intake(step.ledger)
            board = Board(step.ledger, intake_id)
            fresh, doubles = self._fresh(board, stored)
            if fresh:
                regroup(step.ledger, board, [record_of(photo) for photo in fresh], NEAR)
                board.save()
            self._note_seen(step, sources)
        self.last, self.step_id, self.intake_id = step.changed, step.step_id, intake_id
        self.problems.extend(doubles)
        self.count += len(fresh)
        self.in_step += len(fresh)

    def _label(self, stored: Sequence[StoredPhoto]) -> str:
        """What the step is called once those of `stored` are in that are not there yet."""
        with self.closet.database.read() as connection:
            wanted = self.intake_id
            if wanted is None and self.joins:
                wanted = rows.newest_open_intake(connection)
            groups = [group.id for group in rows.groups_of(connection, wanted)] if wanted else []
            photos = rows.photos_of_groups(connection, groups)
        here = {photo.sha256 for pile in photos.values() for photo in pile}
        count = self.in_step + len({one.sha256 for one in stored} - here)
        return counted(count, "Added {n} photo to Intake", "Added {n} photos to Intake")

    def _note_seen(self, step: Writing, sources: Sequence[Source]) -> None:
        for each in sources:
            if isinstance(each, Path) and each in self.seen:
                rows.note_seen(step.ledger.connection, each, *self.seen[each])

    def _group_all(self) -> None:
        """Once everything is there the whole session is seen, not only its last photos."""
        label = self.last.label or tr("Grouped the photos again")
        with (
            suppress(_FinishedError),
            writing(self.closet, label, self.kind, self.step_id) as step,
        ):
            board = Board(step.ledger, self._intake(step.ledger))
            regroup(step.ledger, board)
            board.save()
        if step.changed:
            self.last = step.changed

    def _intake(self, ledger: Ledger) -> int:
        """The intake of this arrival, made with its first photos."""
        wanted = self.intake_id
        if wanted is None and self.joins:
            wanted = rows.newest_open_intake(ledger.connection)
        if wanted is None:
            return ledger.add(IntakeRecord(name=self.name, started_at=ledger.at))
        intake = ledger.find(IntakeRecord, wanted)
        if intake is None:
            raise CancelledError
        if intake.finished_at is not None:
            raise _FinishedError
        return intake.id

    def _fresh(
        self, board: Board, stored: Sequence[StoredPhoto]
    ) -> tuple[list[StoredPhoto], list[Problem]]:
        """Those of these photos that the intake does not show yet, and words for the others."""
        names = {photo.sha256: photo.original_name for photo in board.photos}
        fresh, doubles = [], []
        for photo in stored:
            other = names.get(photo.sha256)
            if other is None:
                names[photo.sha256] = photo.original_name
                fresh.append(photo)
            elif not (self.again and other == photo.original_name):
                doubles.append(_twice(photo.original_name, other))
        return fresh, doubles

    def _safe(self) -> str:
        if not self.count:
            return tr("Nothing was stored.")
        kept = counted(self.count, "{n} photo is safe", "{n} photos are safe")
        return tr("{kept} in Intake, and nothing is half stored.").format(kept=kept)

    def _nothing(self) -> UserError:
        grave = [problem for problem in self.problems if not problem.is_mild]
        first = next(iter([*grave, *self.problems]), None)
        return UserError(
            first.why if first else tr("There is no photo to add."),
            safe=tr("Nothing was changed."),
            problems=tuple(self.problems),
        )


def _twice(name: str, other: str) -> Problem:
    same = tr("{name} is here already.") if name == other else tr("{name} is the same as {other}.")
    return Problem(name, same.format(name=name, other=other), is_mild=True)
