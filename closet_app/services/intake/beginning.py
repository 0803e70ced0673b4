"""Photos come into an intake: a new one, the one that is there, or one that was interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from closet_app.db.intake_records import IntakeRecord
from closet_app.db.ledger import Ledger, reading
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import CancelledError, MachineError, PhotoError, UserError
from closet_app.photo.refusals import shown_name
from closet_app.photo.sources import Source
from closet_app.photo.store import StoredPhoto
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board, open_intake
from closet_app.services.intake.coming import Coming, fresh_coming, still_to_come, written_down
from closet_app.services.intake.gathering import gather, is_folder
from closet_app.services.intake.grouping import regroup
from closet_app.services.intake.pipeline import Line, Taken
from closet_app.services.intake.sessions import unfinished
from closet_app.services.looks import keep_measures, measure_missing, unmeasured
from closet_app.services.photo_intake import problem_of, record_of
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

NEAR = 100
"""Photos before a slice that are grouped with it; the whole session is grouped at its end."""


def begin(
    closet: Closet, sources: Sequence[Source], progress: Progress = SILENT
) -> tuple[int, Changed]:
    """Begin an intake with the photos of files, folders and pasted pictures; returns its id.

    Photos are kept and grouped slice by slice, all as one step: Undo takes the intake back as a
    whole, and a stop or a crash in between leaves it with the photos so far. Each file that is no
    whole photo is named. Raises UserError when there is none at all, MachineError when the disk
    refuses and CancelledError when stopped, both with what was stored kept and the files still to
    come remembered, as after a crash; `take_the_rest` brings them.
    """
    coming = fresh_coming(closet, _name_of(sources))
    arrival = _Arrival(closet, coming=coming, name=coming.name)
    return arrival.take(sources, progress), arrival.changed()


def add_photos(
    closet: Closet, intake_id: int, sources: Sequence[Source], progress: Progress = SILENT
) -> Changed:
    """Add photos to an intake whose drafts are not made yet; as `begin`."""
    with reading(closet.database) as ledger:
        open_intake(ledger, intake_id)
    coming = fresh_coming(closet, intake_id=intake_id)
    arrival = _Arrival(closet, intake_id=intake_id, coming=coming)
    arrival.take(sources, progress)
    return arrival.changed()


def take_the_rest(closet: Closet, progress: Progress = SILENT) -> Changed:
    """Take in what imports that were cut off had still to bring, each to the intake it was for.

    Files that are gone by now are named. Raises MachineError and CancelledError as `begin`.
    """
    last, problems = Changed(""), list[Problem]()
    for coming in still_to_come(closet):
        intake_id = _still_open(closet, coming.intake_id)
        arrival = _Arrival(closet, intake_id=intake_id, coming=coming, name=coming.name)
        try:
            arrival.take(coming.files, progress)
        except UserError:
            problems.extend(arrival.problems)
        else:
            last = arrival.changed()
    return replace(last, problems=(*last.problems, *problems))


def arrive(closet: Closet, sources: Sequence[Source], progress: Progress = SILENT) -> Changed:
    """Photos that come by themselves go to the intake under way, or begin one; as `begin`.

    Undo passes over them, since they were no command of the seller.
    """
    arrival = _Arrival(closet, intake_id=unfinished(closet), kind="arrival")
    arrival.take(sources, progress)
    return arrival.changed()


def resume(closet: Closet, intake_id: int, progress: Progress = SILENT) -> Changed:
    """Finish what a crash or a stop left undone: measure what is not measured, and group.

    Reading follows by `read_behind`. Nothing changes when nothing is missing.
    """
    with reading(closet.database) as ledger:
        open_intake(ledger, intake_id)
        originals = [photo.sha256 for photo in Board(ledger, intake_id).photos]
    looked = unmeasured(closet, originals)
    problems = measure_missing(closet, originals, progress)
    if not looked:
        return Changed("")
    with writing(closet, tr("Grouped the photos again")) as step:
        board = Board(step.ledger, intake_id)
        regroup(step.ledger, board)
        board.save()
        step.problems.extend(problems)
    return step.changed


@dataclass(slots=True)
class _Arrival:
    """Photos that come in together, kept as parts of one step; `coming` notes what is left."""

    closet: Closet
    coming: Coming | None = None
    intake_id: int | None = None
    name: str = ""
    kind: str = ""
    step_id: int | None = None
    problems: list[Problem] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    left: list[Source] = field(default_factory=list)
    count: int = 0
    last: Changed = field(default_factory=lambda: Changed(""))

    def take(self, sources: Sequence[Source], progress: Progress) -> int:
        """Take everything in; returns the intake's id."""
        with written_down(self.coming, sources) if self.coming else nullcontext():
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
        if self.intake_id is None or not self.count:
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
        stored = [one for one in taken if isinstance(one, StoredPhoto)]
        self.problems.extend(problem_of(one) for one in taken if isinstance(one, PhotoError))
        keep_measures(self.closet, line.measured(stored))
        self.held.extend(one.sha256 for one in stored if one.already_here)
        if stored:
            self._write(stored)
        self.left = self.left[len(taken) :]
        self._note_left()

    def _note_left(self) -> None:
        if self.coming is not None:
            self.coming.note(self.intake_id, self.left)

    def _write(self, stored: Sequence[StoredPhoto]) -> None:
        words = ("Added {n} photo to Intake", "Added {n} photos to Intake")
        label = counted(self.count + len(stored), *words)
        with writing(self.closet, label, self.kind, self.step_id) as step:
            board = Board(step.ledger, self._intake(step.ledger))
            fresh = self._fresh(board, stored)
            if fresh:
                regroup(step.ledger, board, [record_of(photo) for photo in fresh], NEAR)
                board.save()
        self.last, self.step_id = step.changed, step.step_id
        self.count += len(fresh)

    def _group_all(self) -> None:
        """Once everything is there the whole session is seen, not only its last photos."""
        with writing(self.closet, self.last.label, self.kind, self.step_id) as step:
            board = Board(step.ledger, self._intake(step.ledger))
            regroup(step.ledger, board)
            board.save()
        self.last = step.changed or self.last

    def _intake(self, ledger: Ledger) -> int:
        """The intake of this arrival, made with its first photos."""
        if self.intake_id is None:
            self.intake_id = ledger.add(IntakeRecord(name=self.name, started_at=ledger.at))
        elif ledger.find(IntakeRecord, self.intake_id) is None:
            # The seller took it back while photos were still coming in.
            self.left = []
            self._note_left()
            raise CancelledError
        return self.intake_id

    def _fresh(self, board: Board, stored: Sequence[StoredPhoto]) -> list[StoredPhoto]:
        """Those of these photos that the intake does not show yet; the others are named."""
        names = {photo.sha256: photo.original_name for photo in board.photos}
        fresh = []
        for photo in stored:
            if photo.sha256 in names:
                self.problems.append(_twice(photo.original_name, names[photo.sha256]))
            else:
                names[photo.sha256] = photo.original_name
                fresh.append(photo)
        return fresh

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


def _still_open(closet: Closet, intake_id: int | None) -> int | None:
    """The intake unless it was finished or taken back meanwhile."""
    with reading(closet.database) as ledger:
        intake = ledger.find(IntakeRecord, intake_id) if intake_id else None
    return intake.id if intake and intake.finished_at is None else None


def _twice(name: str, other: str) -> Problem:
    same = tr("{name} is here already.") if name == other else tr("{name} is the same as {other}.")
    return Problem(name, same.format(name=name, other=other), is_mild=True)


def _name_of(sources: Sequence[Source]) -> str:
    """The folder that was given, which the seller has named; empty for anything else."""
    only = sources[0] if len(sources) == 1 else None
    return shown_name(only) if isinstance(only, Path) and is_folder(only) else ""
