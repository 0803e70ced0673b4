"""The photo board of a piece: add, order, turn and leave out photos."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from closet_app.db.intake_records import FlawPinRecord
from closet_app.db.ledger import Ledger
from closet_app.db.records import PhotoRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.photo.recipe import Recipe
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.photo_intake import attach, taken_in
from closet_app.services.records import PhotoRef
from closet_app.services.writing import writing
from closet_app.wording import counted, tr


def add_photos(
    closet: Closet, item_id: int, sources: Sequence[Source], progress: Progress = SILENT
) -> Changed:
    """Add photos to a piece; one that cannot be read is named and left out.

    Raises UserError when none of them can be read.
    """
    kept, problems = taken_in(closet, sources, progress)
    if not kept:
        raise UserError(problems[0].why if problems else tr("There is no photo to add."))
    with writing(closet, counted(len(kept), "Added {n} photo", "Added {n} photos")) as step:
        attach(step.ledger, item_id, kept)
        step.problems.extend(problems)
    return step.changed


def add_pasted(closet: Closet, item_id: int, name: str, png: bytes) -> Changed:
    """Add a pasted picture to a piece under a name of its own; raises as `add_photos`."""
    return add_photos(closet, item_id, [PhotoBytes(name, png)])


def move_photo(closet: Closet, photo_id: int, to: int) -> Changed:
    """Move a photo to place `to` (0 is the cover) among all photos of its piece."""

    def move(photos: list[PhotoRecord]) -> list[PhotoRecord]:
        moving = next(photo for photo in photos if photo.id == photo_id)
        others = [photo for photo in photos if photo.id != photo_id]
        place = max(0, min(to, len(others)))
        return [*others[:place], moving, *others[place:]]

    return _reorder(closet, photo_id, tr("Moved 1 photo"), move)


def make_cover(closet: Closet, photo_id: int) -> Changed:
    """Show this photo first; it is not left out any more."""

    def first(photos: list[PhotoRecord]) -> list[PhotoRecord]:
        cover = next(photo for photo in photos if photo.id == photo_id)
        others = [photo for photo in photos if photo.id != photo_id]
        return [replace(cover, left_out=False), *others]

    return _reorder(closet, photo_id, tr("Made it the cover"), first)


def turn(closet: Closet, photo_id: int, quarters: int = 1) -> Changed:
    """Turn a photo by quarter turns clockwise; the original stays as it came."""
    with writing(closet, tr("Turned 1 photo")) as step:
        photo = step.ledger.get(PhotoRecord, photo_id)
        recipe = Recipe.from_json(photo.recipe).turned(quarters)
        step.ledger.put(replace(photo, recipe=recipe.to_json()))
    return step.changed


def leave_out(closet: Closet, photo_id: int, *, out: bool = True) -> Changed:
    """Keep a photo but show it nowhere, or show it again."""
    with writing(closet, tr("Left out 1 photo") if out else tr("Took 1 photo in again")) as step:
        step.ledger.put(replace(step.ledger.get(PhotoRecord, photo_id), left_out=out))
    return step.changed


def remove_photo(closet: Closet, photo_id: int) -> Changed:
    """Take a photo off its piece with its pins; Undo brings them back, the original stays."""
    with writing(closet, tr("Removed 1 photo")) as step:
        photo = step.ledger.get(PhotoRecord, photo_id)
        for pin in step.ledger.where(FlawPinRecord, photo_id=photo_id):
            step.ledger.delete(pin)
        step.ledger.delete(photo)
        _number(step.ledger, _board(step.ledger, photo.item_id))
    return step.changed


def find_again(closet: Closet, ref: PhotoRef, path: Path) -> None:
    """Put a missing original back from a file; raises UserError when that is another photo."""
    if hashlib.sha256(_read_bytes(path)).hexdigest() != ref.sha256:
        raise UserError(
            tr("{name} is another photo.").format(name=path.name),
            safe=tr("Nothing was changed."),
            remedy=tr("Choose the file that was added, or restore it from a backup."),
        )
    closet.photos.take_in(path, closet.thumbnails)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise UserError(tr("{name} cannot be read.").format(name=path.name)) from why


def _reorder(
    closet: Closet,
    photo_id: int,
    label: str,
    order: Callable[[list[PhotoRecord]], list[PhotoRecord]],
) -> Changed:
    with writing(closet, label) as step:
        photo = step.ledger.get(PhotoRecord, photo_id)
        _number(step.ledger, order(_board(step.ledger, photo.item_id)))
    return step.changed


def _board(ledger: Ledger, item_id: int | None) -> list[PhotoRecord]:
    photos = ledger.where(PhotoRecord, item_id=item_id)
    return sorted(photos, key=lambda photo: (photo.position, photo.id))


def _number(ledger: Ledger, photos: Sequence[PhotoRecord]) -> None:
    for position, photo in enumerate(photos):
        ledger.put(replace(photo, position=position))
