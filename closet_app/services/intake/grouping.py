"""The group stage: photos that show one piece come together; what the seller settled stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from closet_app.db import looks as kept_looks
from closet_app.db.intake_records import IntakeGroupRecord
from closet_app.db.ledger import Ledger
from closet_app.db.looks import LookRow
from closet_app.db.records import PhotoRecord
from closet_app.photo.grouping import Frame, arrange, frame_of, groups, seams
from closet_app.photo.measuring import vector_of
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board, Pile
from closet_app.services.intake.merging import merged
from closet_app.services.intake.seen import parsed_look
from closet_app.services.writing import writing
from closet_app.wording import tr

THOUSANDTHS = 1_000


def group_again(closet: Closet, intake_id: int, *, keep_settled: bool = True) -> Changed:
    """Put the photos into order and cut them into pieces anew.

    What is filled in stays with the piece that has most of its photos. Without `keep_settled`
    every decision about seams is forgotten too.
    """
    with writing(closet, tr("Grouped the photos again")) as step:
        board = Board(step.ledger, intake_id)
        if not keep_settled:
            for pile in board.piles:
                pile.photos = [replace(photo, settled=False) for photo in pile.photos]
        regroup(step.ledger, board)
        board.save()
    return step.changed


def regroup(
    ledger: Ledger,
    board: Board,
    fresh: Sequence[PhotoRecord] = (),
    last: int | None = None,
) -> None:
    """Cut the photos of `board` into piles; `fresh` ones, which lie on none yet, come in.

    Photos are put into the order they were taken unless the seller has settled a seam: then
    they stay, and fresh ones come behind. `last` leaves all piles but those with the last so
    many photos as they are, which is what coming in slice by slice needs.
    """
    head, board.piles = _parted(board.piles, last)
    lying = list(board.photos)
    settled = _settled(board)
    photos = [*lying, *fresh]
    frames = _frames(ledger, photos)
    order = _order(frames, len(lying), keep=bool(settled))
    sure = {place: settled[at] for place, at in enumerate(order) if at in settled}
    chances = list(seams([frames[at] for at in order], sure))
    if head and lying and order[0] == 0:
        # A session's first photo begins a piece for certain, that of a part of it need not.
        chances[0] = lying[0].seam / THOUSANDTHS
    laid = [
        replace(photos[at], seam=round(chance * THOUSANDTHS))
        for at, chance in zip(order, chances, strict=True)
    ]
    cut = [[laid[at] for at in places] for places in groups(range(len(laid)), chances)]
    board.piles = [*head, *_piles(board, cut)]


def _parted(piles: list[Pile], last: int | None) -> tuple[list[Pile], list[Pile]]:
    """The piles that stay as they are, and those behind them with at least `last` photos."""
    count, at = 0, len(piles)
    while at and (last is None or count < last):
        at -= 1
        count += len(piles[at].photos)
    return piles[:at], piles[at:]


def _settled(board: Board) -> dict[int, bool]:
    """Decisions of the seller by place among all photos: True where a piece begins."""
    decided: dict[int, bool] = {}
    place = 0
    for pile in board.piles:
        for at, photo in enumerate(pile.photos):
            if photo.settled:
                decided[place] = not at
            place += 1
    return decided


def _order(frames: Sequence[Frame], lying: int, *, keep: bool) -> list[int]:
    if not keep:
        return arrange(frames)
    return [*range(lying), *(lying + at for at in arrange(frames[lying:]))]


def _frames(ledger: Ledger, photos: Sequence[PhotoRecord]) -> list[Frame]:
    rows = kept_looks.read_looks(ledger.connection, (photo.sha256 for photo in photos))
    return [_frame(photo, rows.get(photo.sha256), at) for at, photo in enumerate(photos)]


def _frame(photo: PhotoRecord, row: LookRow | None, index: int) -> Frame:
    measures = parsed_look(row).measures if row else None
    vector = vector_of(row.vector) if row else None
    name, taken = photo.original_name, photo.taken_at
    return frame_of(name, taken, "", measures, vector, index=index)


def _piles(board: Board, cut: Iterable[list[PhotoRecord]]) -> list[Pile]:
    """The new piles, each under the group that most of its photos were in, no group twice."""
    known = {pile.group.id: pile.group for pile in board.piles if pile.group.id}
    piles = [Pile(IntakeGroupRecord(intake_id=board.intake.id), photos) for photos in cut]
    homes: dict[int, int] = {}
    for group_id, row in _by_likeness(piles):
        if group_id not in homes and not piles[row].group.id:
            piles[row].group = known[group_id]
            homes[group_id] = row
    _hand_on(piles, known, homes)
    return piles


def _by_likeness(piles: Sequence[Pile]) -> Iterable[tuple[int, int]]:
    """Pairs of group and row that share photos, the most shared first."""
    shared = Counter(
        (photo.group_id, row)
        for row, pile in enumerate(piles)
        for photo in pile.photos
        if photo.group_id is not None
    )
    return [pair for pair, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0][1]))]


def _hand_on(
    piles: Sequence[Pile], known: Mapping[int, IntakeGroupRecord], homes: Mapping[int, int]
) -> None:
    """What was filled in for a group that is gone goes to the pile with most of its photos."""
    for group_id, row in _by_likeness(piles):
        if group_id not in homes:
            pile = piles[row]
            pile.group = merged(pile.group, known[group_id])
            homes = {**homes, group_id: row}
