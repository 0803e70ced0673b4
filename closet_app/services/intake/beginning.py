"""Photos come into an intake: a new one, the one that is there, or one that was interrupted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from closet_app.db.intake_records import IntakeRecord
from closet_app.db.ledger import reading
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.photo.refusals import shown_name
from closet_app.photo.sources import Source
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.intake.arriving import Arrival, FileState
from closet_app.services.intake.board import Board, open_intake
from closet_app.services.intake.gathering import is_folder
from closet_app.services.intake.grouping import regroup
from closet_app.services.intake_coming import Coming, hold, still_to_come
from closet_app.services.looks import measure_missing, unmeasured
from closet_app.services.writing import writing
from closet_app.wording import tr


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
    coming = hold_photos(closet, sources)
    arrival = Arrival(closet, coming=coming, name=coming.name)
    return arrival.take(coming.sources, progress), arrival.changed()


def add_photos(
    closet: Closet, intake_id: int, sources: Sequence[Source], progress: Progress = SILENT
) -> Changed:
    """Add photos to an intake whose drafts are not made yet; as `begin`."""
    with reading(closet.database) as ledger:
        open_intake(ledger, intake_id)
    coming = hold(closet, sources, intake_id=intake_id)
    arrival = Arrival(closet, intake_id=intake_id, coming=coming)
    arrival.take(coming.sources, progress)
    return arrival.changed()


def hold_photos(closet: Closet, sources: Sequence[Source]) -> Coming:
    """Write down photos that are to come in by `take_in`, so that a crash loses none of them."""
    return hold(closet, sources, _name_of(sources))


def take_in(closet: Closet, coming: Coming, progress: Progress = SILENT) -> Changed:
    """Take what is held in to the intake under way, or begin one with it; as `begin`."""
    arrival = Arrival(closet, coming=coming, name=coming.name, joins=True)
    arrival.take(coming.sources, progress)
    return arrival.changed()


def take_the_rest(closet: Closet, progress: Progress = SILENT) -> Changed:
    """Take in what imports that were cut off had still to bring, each to the intake it was for.

    Files that are gone by now are named. Raises MachineError and CancelledError as `begin`.
    """
    last, problems = Changed(""), list[Problem]()
    for coming in still_to_come(closet):
        intake_id = _still_open(closet, coming.intake_id)
        arrival = Arrival(
            closet, intake_id=intake_id, coming=coming, name=coming.name, joins=True, again=True
        )
        with suppress(UserError):
            arrival.take(coming.sources, progress)
        last = arrival.changed() or last
        problems.extend(arrival.problems)
    return replace(last, problems=tuple(problems))


def arrive(closet: Closet, files: Mapping[Path, FileState], progress: Progress = SILENT) -> Changed:
    """Files that come by themselves go to the intake under way, or begin one; as `begin`.

    They are noted as seen, with size and time of change, together with their photos. Undo passes
    over them, since they were no command of the seller.
    """
    arrival = Arrival(closet, kind="arrival", joins=True, seen=files)
    arrival.take(list(files), progress)
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


def _still_open(closet: Closet, intake_id: int | None) -> int | None:
    """The intake unless it was finished or taken back meanwhile."""
    with reading(closet.database) as ledger:
        intake = ledger.find(IntakeRecord, intake_id) if intake_id else None
    return intake.id if intake and intake.finished_at is None else None


def _name_of(sources: Sequence[Source]) -> str:
    """The folder that was given, which the seller has named; empty for anything else."""
    only = sources[0] if len(sources) == 1 else None
    return shown_name(only) if isinstance(only, Path) and is_folder(only) else ""
