"""The piles of one intake while a step moves photos between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from closet_app.db import intake as stored
from closet_app.db.intake_records import IntakeGroupRecord, IntakeRecord
from closet_app.db.ledger import Ledger
from closet_app.db.records import PhotoRecord
from closet_app.errors import NotFoundError, UserError
from closet_app.wording import tr

R = TypeVar("R", IntakeGroupRecord, PhotoRecord)

APART = 1 << 10
"""Between the positions of two groups: one that is put between them moves no other row."""


@dataclass(slots=True)
class Pile:
    """One group with its photos in order; a group without an id is not stored yet."""

    group: IntakeGroupRecord
    photos: list[PhotoRecord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a photo lies: the row of its pile and its place there."""

    row: int
    place: int


class Board:
    """All piles of an intake that is not finished, in order; `save` writes what was changed."""

    def __init__(self, ledger: Ledger, intake_id: int) -> None:
        self.intake = open_intake(ledger, intake_id)
        self._ledger = ledger
        groups = stored.groups_of(ledger.connection, intake_id)
        photos = stored.photos_of_groups(ledger.connection, [group.id for group in groups])
        self.piles = [Pile(group, list(photos[group.id])) for group in groups]
        self._groups = {group.id: group for group in groups}
        self._photos = {photo.id: photo for photo in self.photos}

    @classmethod
    def of_photo(cls, ledger: Ledger, photo_id: int) -> Board:
        """The board that this photo lies on; raises NotFoundError."""
        group_id = ledger.get(PhotoRecord, photo_id).group_id
        if group_id is None:
            raise NotFoundError(tr("This photo is not in an intake any more."))
        return cls.of_group(ledger, group_id)

    @classmethod
    def of_group(cls, ledger: Ledger, group_id: int) -> Board:
        """The board that this group lies on; raises NotFoundError."""
        return cls(ledger, ledger.get(IntakeGroupRecord, group_id).intake_id)

    @property
    def photos(self) -> Iterator[PhotoRecord]:
        """Every photo in order."""
        return (photo for pile in self.piles for photo in pile.photos)

    def spot(self, photo_id: int) -> Spot:
        """Where a photo lies; raises NotFoundError."""
        for row, pile in enumerate(self.piles):
            for place, photo in enumerate(pile.photos):
                if photo.id == photo_id:
                    return Spot(row, place)
        raise NotFoundError(tr("This photo is not in an intake any more."))

    def row(self, group_id: int) -> int:
        """Where a group lies; raises NotFoundError."""
        for row, pile in enumerate(self.piles):
            if pile.group.id == group_id:
                return row
        raise NotFoundError(tr("This group is not there any more."))

    def new_pile(self, row: int, photos: list[PhotoRecord]) -> Pile:
        """Put a pile of its own in front of the one at `row`."""
        pile = Pile(IntakeGroupRecord(intake_id=self.intake.id), photos)
        self.piles.insert(row, pile)
        return pile

    def save(self) -> None:
        """Write the rows that changed; piles without a photo go."""
        self.piles = [pile for pile in self.piles if pile.photos]
        self._save_groups()
        self._save_photos()
        kept = {pile.group.id for pile in self.piles}
        for group in self._groups.values():
            if group.id not in kept:
                self._ledger.delete(group)

    def _save_groups(self) -> None:
        for pile, position in zip(self.piles, self._positions(), strict=True):
            pile.group = replace(pile.group, position=position)
        fresh = [pile for pile in self.piles if not pile.group.id]
        ids = self._ledger.add_all(pile.group for pile in fresh) if fresh else []
        for pile, group_id in zip(fresh, ids, strict=True):
            pile.group = replace(pile.group, id=group_id)
        put_all(self._ledger, (pile.group for pile in self.piles), self._groups)

    def _save_photos(self) -> None:
        for pile in self.piles:
            pile.photos = [
                replace(photo, group_id=pile.group.id, position=place)
                for place, photo in enumerate(pile.photos)
            ]
        put_all(self._ledger, (photo for photo in self.photos if photo.id), self._photos)
        fresh = [photo for photo in self.photos if not photo.id]
        ids = iter(self._ledger.add_all(fresh) if fresh else ())
        for pile in self.piles:
            pile.photos = [
                photo if photo.id else replace(photo, id=next(ids)) for photo in pile.photos
            ]

    def _positions(self) -> list[int]:
        """Rising positions; those of stored groups stay wherever there is room."""
        known = [pile.group.position if pile.group.id else None for pile in self.piles]
        return _filled_in(known) or [APART * (row + 1) for row in range(len(known))]


def put_all(ledger: Ledger, records: Iterable[R], known: Mapping[int, R]) -> None:
    """Write the records that differ from the `known` ones, whose rows are read in one go."""
    changed = [each for each in records if each.id in known and each != known[each.id]]
    if changed:
        ledger.many(type(changed[0]), [each.id for each in changed])
        for each in changed:
            ledger.put(each)


def _filled_in(known: list[int | None]) -> list[int] | None:
    """`known` with its gaps filled evenly; None where they do not rise, or there is no room."""
    filled: list[int] = []
    for row, stored_position in enumerate(known):
        before = filled[-1] if filled else 0
        position = stored_position
        if position is None:
            after = next((each for each in known[row:] if each is not None), None)
            position = before + APART if after is None else (before + after) // 2
        if position <= before:
            return None
        filled.append(position)
    return filled


def open_intake(ledger: Ledger, intake_id: int) -> IntakeRecord:
    """An intake whose drafts are not made yet; raises UserError for another."""
    intake = ledger.get(IntakeRecord, intake_id)
    if intake.finished_at is not None:
        raise UserError(
            tr("The drafts of this intake are made already."),
            safe=tr("Nothing was changed."),
            remedy=tr("Change the drafts themselves, or undo."),
        )
    return intake
