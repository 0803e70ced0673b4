"""Which photo shows a piece to be, and which stay behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board
from closet_app.services.intake.seams import begun, gone_on
from closet_app.services.records.intake import IntakeWarning
from closet_app.services.writing import writing
from closet_app.wording import counted, tr


def make_cover(closet: Closet, photo_id: int) -> Changed:
    """Show this photo first; it is not left out any more."""
    with writing(closet, tr("Made it the cover")) as step:
        board = Board.of_photo(step.ledger, photo_id)
        spot = board.spot(photo_id)
        pile = board.piles[spot.row]
        cover = replace(pile.photos.pop(spot.place), left_out=False)
        if spot.place:
            was_first = pile.photos[0]
            cover = replace(gone_on(cover), seam=was_first.seam, settled=was_first.settled)
            pile.photos[0] = gone_on(was_first)
            if spot.place < len(pile.photos):
                pile.photos[spot.place] = gone_on(pile.photos[spot.place])
        pile.photos.insert(0, cover)
        board.save()
    return step.changed


def leave_out(closet: Closet, photo_ids: Iterable[int], *, out: bool = True) -> Changed:
    """Keep photos but show them nowhere, or show them again."""
    wanted = tuple(dict.fromkeys(photo_ids))
    label = (
        counted(len(wanted), "Left out {n} photo", "Left out {n} photos")
        if out
        else counted(len(wanted), "Took {n} photo in again", "Took {n} photos in again")
    )
    with writing(closet, label) as step:
        board = Board.of_photo(step.ledger, wanted[0])
        for photo_id in wanted:
            spot = board.spot(photo_id)
            photos = board.piles[spot.row].photos
            photos[spot.place] = replace(photos[spot.place], left_out=out)
        board.save()
    return step.changed


def keep_left(closet: Closet, warning: IntakeWarning) -> Changed:
    """Keep the better of two photos that are nearly the same, and leave out the others."""
    return leave_out(closet, warning.photo_ids[1:])


def settle_group(closet: Closet, group_id: int) -> Changed:
    """Every seam of a group is right as it is."""
    with writing(closet, tr("Settled a piece in Intake")) as step:
        board = Board.of_group(step.ledger, group_id)
        pile = board.piles[board.row(group_id)]
        pile.photos = [begun(pile.photos[0]), *map(gone_on, pile.photos[1:])]
        board.save()
    return step.changed
