"""The seams that may be wrong, the least certain first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from closet_app.services.intake.viewing import DOUBTFUL
from closet_app.services.records.intake import IntakeGroup, IntakeView

__all__ = ["DOUBTFUL", "Doubt", "doubts", "is_doubtful"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The seam before a photo, and the chance that it is wrong.

    `row` and `place` are of the photo before the seam, where the caret stands to look at it.
    """

    photo_id: int
    row: int
    place: int
    chance: float
    parts: bool


def doubts(view: IntakeView) -> list[Doubt]:
    """Every unsettled seam that may be wrong, the likeliest to be wrong first."""
    found = [doubt for doubt in _seams(view) if doubt.chance >= DOUBTFUL]
    return sorted(found, key=lambda doubt: (-doubt.chance, doubt.row, doubt.place))


def is_doubtful(group: IntakeGroup) -> bool:
    """Whether a seam within the group may be wrong."""
    inner = group.photos[1:]
    return any(not photo.settled and photo.seam >= DOUBTFUL for photo in inner)


def _seams(view: IntakeView) -> Iterator[Doubt]:
    for row, group in enumerate(view.groups):
        for place, photo in enumerate(group.photos):
            if photo.settled or (row == 0 and place == 0):
                continue
            if place:
                yield Doubt(photo.ref.id, row, place - 1, photo.seam, parts=False)
            else:
                before = len(view.groups[row - 1].photos) - 1
                yield Doubt(photo.ref.id, row - 1, before, 1 - photo.seam, parts=True)
