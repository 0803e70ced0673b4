"""One order's piece as a file of pages: the one door of the previews to the making of PDF."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services.card_drafts import CardDrafts
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import PiecePlan, make_run
from closet_app.services.prints import NothingToPrintError, PieceKind, PrintRequest


@dataclass(frozen=True, slots=True)
class Wish:
    """One kind of piece for one order; `note` is what its card says while it is edited."""

    order_id: int
    plan: PiecePlan
    paper: Stock
    note: str | None = None

    @property
    def kind(self) -> PieceKind:
        """What is printed."""
        return self.plan.kind


@dataclass(frozen=True, slots=True)
class Made:
    """One file of pages, or why there is none; `serial` tells two files of one kind apart."""

    wish: Wish
    serial: int
    pdf: bytes = b""
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    error: ClosetError | None = None


def make(
    closet: Closet, wish: Wish, serial: int, progress: Progress, drafts: CardDrafts | None = None
) -> Made:
    """The pages of one wish; what must be left out is told, not raised."""
    if wish.note is not None:
        return _front(drafts or CardDrafts(closet), wish, serial)
    try:
        run = make_run(closet, [wish.order_id], [wish.plan], progress=progress)
    except NothingToPrintError as nothing:
        return Made(wish, serial, problems=nothing.problems, error=nothing)
    file = run.files[0]
    return Made(wish, serial, file.pdf, file.pages, run.problems)


def _front(drafts: CardDrafts, wish: Wish, serial: int) -> Made:
    """The front of a card alone, as fast as letters are typed."""
    request = PrintRequest(
        kind=wish.kind,
        ids=(wish.order_id,),
        stock=wish.paper.id,
        design=wish.plan.design,
        note=wish.note,
        skip=wish.plan.skip,
    )
    pdf, run = drafts.make(request)
    return Made(wish, serial, pdf, run.pages, run.problems)
