"""Flaw pins: a word at a place of a photo, which goes into the listing's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from closet_app.db.intake_records import FlawPinRecord
from closet_app.db.ledger import reading
from closet_app.db.records import PhotoRecord
from closet_app.db.tables.intake import PIN_SPAN
from closet_app.domain.text import clean_line
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.pieces import pin_of
from closet_app.services.records import Pin
from closet_app.services.writing import writing
from closet_app.wording import tr

MOST_LETTERS = 80
"""What a pin's words may hold; a listing tells several in one line."""


def pins_of(closet: Closet, item_id: int) -> tuple[Pin, ...]:
    """The pins on all photos of a piece, as they were placed."""
    with reading(closet.database) as ledger:
        return tuple(pin_of(each) for each in ledger.where(FlawPinRecord, item_id=item_id))


def add_pin(
    closet: Closet, photo_id: int, x: float, y: float, words: str = ""
) -> tuple[int, Changed]:
    """Mark a flaw at `x`, `y` (fractions of the upright original); returns the pin's id.

    Raises UserError for a photo that belongs to no piece yet.
    """
    with writing(closet, tr("Marked a flaw")) as step:
        photo = step.ledger.get(PhotoRecord, photo_id)
        if photo.item_id is None:
            raise UserError(tr("Flaws can be marked once the photo belongs to a piece."))
        pin_id = step.ledger.add(
            FlawPinRecord(
                item_id=photo.item_id,
                photo_id=photo_id,
                x=_kept(x),
                y=_kept(y),
                words=_named(words),
            )
        )
    return pin_id, step.changed


def move_pin(closet: Closet, pin_id: int, x: float, y: float) -> Changed:
    """Put a pin at another place of its photo."""
    return _change(
        closet, pin_id, tr("Moved a flaw"), lambda pin: replace(pin, x=_kept(x), y=_kept(y))
    )


def name_pin(closet: Closet, pin_id: int, words: str) -> Changed:
    """Say what the flaw is; without words it stays a mark that is told nowhere."""
    named = _named(words)
    label = tr("Named a flaw “{words}”").format(words=named) if named else tr("Unnamed a flaw")
    return _change(closet, pin_id, label, lambda pin: replace(pin, words=named))


def remove_pin(closet: Closet, pin_id: int) -> Changed:
    """Take a pin off its photo."""
    with writing(closet, tr("Removed a flaw")) as step:
        step.ledger.delete(step.ledger.get(FlawPinRecord, pin_id))
    return step.changed


def _change(
    closet: Closet, pin_id: int, label: str, change: Callable[[FlawPinRecord], FlawPinRecord]
) -> Changed:
    with writing(closet, label) as step:
        step.ledger.put(change(step.ledger.get(FlawPinRecord, pin_id)))
    return step.changed


def _kept(share: float) -> int:
    return min(max(round(share * PIN_SPAN), 0), PIN_SPAN)


def _named(words: str) -> str:
    return clean_line(words)[:MOST_LETTERS].rstrip()
