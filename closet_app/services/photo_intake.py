"""Photos on their way in: stored and proven first, then written beside their piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from closet_app.db.ledger import Ledger
from closet_app.db.records import PhotoRecord
from closet_app.domain.progress import Progress
from closet_app.errors import PhotoError
from closet_app.photo.batch import take_in_all
from closet_app.photo.sources import Source
from closet_app.photo.store import StoredPhoto
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet


def taken_in(
    closet: Closet, sources: Sequence[Source], progress: Progress
) -> tuple[list[StoredPhoto], list[Problem]]:
    """Store photos in their order; each that cannot be read is named with the reason."""
    if not sources:
        return [], []
    made, refused = take_in_all(sources, closet.photos, closet.thumbnails, progress)
    return list(made), [problem_of(error) for error in refused]


def problem_of(error: PhotoError) -> Problem:
    """The file's name and why it was left out."""
    return Problem(error.path.name, str(error))


def attach(ledger: Ledger, item_id: int, photos: Sequence[StoredPhoto]) -> int:
    """Put stored photos behind those the piece has; one it already shows is passed over.

    Returns how many were added.
    """
    shown = ledger.where(PhotoRecord, item_id=item_id)
    have = {photo.sha256 for photo in shown}
    fresh = [photo for photo in dict.fromkeys(photos) if photo.sha256 not in have]
    first = max((photo.position for photo in shown), default=-1) + 1
    ledger.add_all(
        replace(record_of(photo), item_id=item_id, position=first + at)
        for at, photo in enumerate(fresh)
    )
    return len(fresh)


def record_of(photo: StoredPhoto) -> PhotoRecord:
    """The row of a stored photo that belongs to nothing yet."""
    taken = photo.taken_at
    return PhotoRecord(
        sha256=photo.sha256,
        extension=photo.extension,
        width=photo.width,
        height=photo.height,
        size_bytes=photo.bytes,
        original_name=photo.original_name,
        taken_at=None if taken is None else taken.astimezone(),
    )
