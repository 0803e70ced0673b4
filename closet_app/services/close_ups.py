"""Photos that the cloth fills: a background has nothing to take the place of there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from closet_app.db.records import PhotoRecord
from closet_app.errors import ClosetError
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.wording import tr


def is_close_up(closet: Closet, sha256: str) -> bool:
    """Whether the cloth fills a photo; False where the model or the photo is missing.

    Takes 0.1 s while the photo was never cut out, and a few milliseconds from then on.
    """
    try:
        return closet.darkroom.is_filled(sha256)
    except ClosetError:
        return False


def kept_backgrounds(closet: Closet, photos: Iterable[PhotoRecord]) -> tuple[Problem, ...]:
    """What to say of the photos of a piece that stay as they are on any background."""
    close_ups = [photo for photo in photos if is_close_up(closet, photo.sha256)]
    if not close_ups:
        return ()
    numbers = _listed([str(each) for each in sorted(photo.position + 1 for photo in close_ups)])
    said = (
        tr("Photos {numbers} are close-ups and keep their background")
        if len(close_ups) > 1
        else tr("Photo {numbers} is a close-up and keeps its background")
    )
    return (Problem("", said.format(numbers=numbers), is_mild=True),)


def _listed(numbers: Sequence[str]) -> str:
    """“2”, “2 and 5”, “2, 3 and 5”."""
    *first, last = numbers
    return tr("{some} and {last}").format(some=", ".join(first), last=last) if first else last
