"""Which intake is under way, and throwing one away."""

from __future__ import annotations

from closet_app.db import intake as stored
from closet_app.db.ledger import Ledger
from closet_app.db.records import PhotoRecord
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board
from closet_app.services.intake_coming import forget_coming
from closet_app.services.intake_waiting import unfinished, waiting_count
from closet_app.services.writing import writing
from closet_app.wording import counted

__all__ = ["discard", "unfinished", "waiting_count"]


def discard(closet: Closet, intake_id: int) -> Changed:
    """Throw an intake away with its photos; Undo brings it back, the originals stay."""
    with closet.database.read() as connection:
        groups = stored.groups_of(connection, intake_id)
        photos = stored.photos_of_groups(connection, [group.id for group in groups])
    count = sum(map(len, photos.values()))
    label = counted(count, "Discarded {n} photo of Intake", "Discarded {n} photos of Intake")
    with writing(closet, label) as step:
        board = Board(step.ledger, intake_id)
        for pile in board.piles:
            _throw_away(step.ledger, pile.photos)
            step.ledger.delete(pile.group)
        step.ledger.delete(board.intake)
    forget_coming(closet, intake_id)
    return step.changed


def _throw_away(ledger: Ledger, photos: list[PhotoRecord]) -> None:
    for photo in photos:
        ledger.delete(photo)
