"""The seams between pieces to be: part, join and move photos; each decision is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from closet_app.db.records import PhotoRecord
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board, Pile
from closet_app.services.intake.merging import merged
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

SURE = 1_000
"""Thousandths: a new piece begins here for certain."""


def split(closet: Closet, photo_id: int) -> Changed:
    """Let a new piece begin at this photo; raises UserError at the first of a piece."""
    with writing(closet, tr("Split a piece in Intake")) as step:
        board = Board.of_photo(step.ledger, photo_id)
        spot = board.spot(photo_id)
        if not spot.place:
            raise UserError(tr("A piece begins at this photo already."))
        pile = board.piles[spot.row]
        pile.photos, apart = pile.photos[: spot.place], pile.photos[spot.place :]
        board.new_pile(spot.row + 1, [begun(apart[0]), *apart[1:]])
        board.save()
    return step.changed


def join(closet: Closet, group_id: int) -> Changed:
    """Make one piece of a group and the next; what is filled in of the first goes before."""
    with writing(closet, tr("Joined two pieces in Intake")) as step:
        board = Board.of_group(step.ledger, group_id)
        row = board.row(group_id)
        if row + 1 >= len(board.piles):
            raise UserError(tr("There is no piece behind this one to join with."))
        pile, gone = board.piles[row], board.piles[row + 1]
        pile.group = merged(pile.group, gone.group)
        pile.photos += [gone_on(gone.photos[0]), *gone.photos[1:]]
        gone.photos = []
        board.save()
    return step.changed


def move_photos(
    closet: Closet, photo_ids: Sequence[int], group_id: int, position: int | None = None
) -> Changed:
    """Move photos into a group, in front of what is at `position`, or behind all of it."""
    label = counted(len(photo_ids), "Moved {n} photo in Intake", "Moved {n} photos in Intake")
    with writing(closet, label) as step:
        board = Board.of_group(step.ledger, group_id)
        target = board.piles[board.row(group_id)]
        at = len(target.photos) if position is None else max(0, position)
        at -= sum(photo.id in photo_ids for photo in target.photos[:at])
        sources = {id(pile): pile for pile in _piles_of(board, photo_ids)}
        moved = _lift(board, photo_ids)
        target.photos[at:at] = moved
        _settle_piles([target, *sources.values()], {photo.id for photo in moved})
        _inherit(target, sources.values())
        board.save()
    return step.changed


def take_apart(closet: Closet, photo_ids: Sequence[int], after: int | None = None) -> Changed:
    """Make a piece of its own of these photos, behind the one they came from.

    It lies behind the group `after` when that is named, 0 in front of all. Raises UserError
    when they are a piece of their own already, and are not put elsewhere.
    """
    label = counted(len(photo_ids), "Took {n} photo apart", "Took {n} photos apart")
    with writing(closet, label) as step:
        board = Board.of_photo(step.ledger, photo_ids[0])
        sources = _piles_of(board, photo_ids)
        is_alone = len(sources) == 1 and len(sources[0].photos) == len(set(photo_ids))
        if is_alone and after in (None, sources[0].group.id):
            raise UserError(tr("These photos are a piece of their own already."))
        behind = sources[-1] if after is None else _pile(board, after)
        if is_alone:
            fresh = sources.pop()
            board.piles.remove(fresh)
            board.piles.insert(_row_behind(board, behind), fresh)
            moved = fresh.photos
        else:
            moved = _lift(board, photo_ids)
            fresh = board.new_pile(_row_behind(board, behind), moved)
        _settle_piles([fresh, *sources], {photo.id for photo in moved})
        board.save()
    return step.changed


def _pile(board: Board, group_id: int) -> Pile | None:
    """The pile of a group; None for 0."""
    return board.piles[board.row(group_id)] if group_id else None


def _row_behind(board: Board, pile: Pile | None) -> int:
    return (
        0
        if pile is None
        else next(row for row, each in enumerate(board.piles, start=1) if each is pile)
    )


def settle(closet: Closet, photo_id: int) -> Changed:
    """This seam is right as it is: it is not doubted again."""
    with writing(closet, tr("Settled a seam in Intake")) as step:
        board = Board.of_photo(step.ledger, photo_id)
        spot = board.spot(photo_id)
        photo = board.piles[spot.row].photos[spot.place]
        board.piles[spot.row].photos[spot.place] = gone_on(photo) if spot.place else begun(photo)
        board.save()
    return step.changed


def begun(photo: PhotoRecord) -> PhotoRecord:
    """`photo` as the settled first of a piece."""
    return replace(photo, seam=SURE, settled=True)


def gone_on(photo: PhotoRecord) -> PhotoRecord:
    """`photo` as one that settled belongs to the same piece as the one before it."""
    return replace(photo, seam=0, settled=True)


def _piles_of(board: Board, photo_ids: Iterable[int]) -> list[Pile]:
    rows = dict.fromkeys(board.spot(photo_id).row for photo_id in photo_ids)
    return [board.piles[row] for row in sorted(rows)]


def _lift(board: Board, photo_ids: Sequence[int]) -> list[PhotoRecord]:
    """Take photos out of their piles, in the order they lay."""
    wanted = set(photo_ids)
    for photo_id in wanted:
        board.spot(photo_id)
    lifted = [photo for photo in board.photos if photo.id in wanted]
    for pile in board.piles:
        pile.photos = [photo for photo in pile.photos if photo.id not in wanted]
    return lifted


def _settle_piles(piles: Iterable[Pile], moved: set[int]) -> None:
    """A photo that was moved, or has another one before it now, lies where the seller wants it."""
    for pile in piles:
        before = None
        for place, photo in enumerate(pile.photos):
            if photo.id in moved or before in moved or _is_after_a_gap(pile, place):
                pile.photos[place] = gone_on(photo) if place else begun(photo)
            before = photo.id


def _is_after_a_gap(pile: Pile, place: int) -> bool:
    """Positions are still those before the move; a jump tells that one was lifted out."""
    if not place:
        return pile.photos[0].position != 0
    return pile.photos[place].position != pile.photos[place - 1].position + 1


def _inherit(target: Pile, sources: Iterable[Pile]) -> None:
    """What was filled in for a piece that has no photo left fills the blanks of the other."""
    for source in sources:
        if not source.photos:
            target.group = merged(target.group, source.group)
