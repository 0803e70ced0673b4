"""What takes longer follows behind: tags, codes and the colors of the cut-out garment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from closet_app.db import intake as stored
from closet_app.db.records import PhotoRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.photo.looks import Measures, Shot
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.intake.seen import Seen, seen_of
from closet_app.services.looks import read_missing

OneRead = Callable[[], object]
_FIRST = (Shot.TAG, Shot.FRONT, Shot.DETAIL, Shot.BACK, Shot.FLAW)
"""In this order what is read says most about a piece."""


def read_behind(
    closet: Closet,
    intake_id: int,
    progress: Progress = SILENT,
    changed: OneRead | None = None,
) -> tuple[Problem, ...]:
    """Read every photo of an intake that was not read yet, those that seem to show a tag first.

    Each reading is kept at once and `changed` is called then, in this thread; a stop or a crash
    loses none. Returns the photos that cannot be read by name; raises CancelledError.
    """
    photos = _photos(closet, intake_id)
    seen = seen_of(closet, (photo.sha256 for photo in photos))
    names = {photo.sha256: photo.original_name for photo in photos}
    wanted = dict.fromkeys(photo.sha256 for photo in sorted(photos, key=_urgency(seen)))
    problems = read_missing(closet, wanted, progress, lambda *_: changed() if changed else None)
    return tuple(Problem(names.get(each.name, each.name), each.why) for each in problems)


def _photos(closet: Closet, intake_id: int) -> Sequence[PhotoRecord]:
    with closet.database.read() as connection:
        groups = stored.groups_of(connection, intake_id)
        found = stored.photos_of_groups(connection, [group.id for group in groups])
    return [photo for group in groups for photo in found[group.id] if not photo.left_out]


def _urgency(seen: Seen) -> Callable[[PhotoRecord], int]:
    def urgency(photo: PhotoRecord) -> int:
        measures: Measures | None = seen.measures(photo.sha256)
        return _FIRST.index(measures.shot) if measures else 0

    return urgency
