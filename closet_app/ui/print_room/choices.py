"""What the seller chose for each kind of piece: paper, copies, labels used up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from closet_app.services.card_papers import stock_for
from closet_app.services.closet import Closet
from closet_app.services.print_kinds import OF_ORDERS
from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import PiecePlan
from closet_app.services.prints import PieceKind
from closet_app.services.stocks import find_stock

MAIN = (PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS, PieceKind.LABEL)
"""The pieces with a segment of their own."""
USUAL = frozenset({PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS})
"""The pieces that go into every parcel until the seller says otherwise."""
KINDS = (*MAIN, *(kind for kind in PieceKind if kind in OF_ORDERS - set(MAIN)))
"""Everything that can be printed for an order."""


_TOGETHER = {PieceKind.SLIP: frozenset({PieceKind.SLIP, PieceKind.ADDRESS})}
"""The packing step “Packing slip and label” stands for both."""


def asked_pieces(kind: PieceKind) -> frozenset[PieceKind]:
    """What is printed where one piece alone is asked for."""
    return _TOGETHER.get(kind, frozenset({kind}))


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of piece; `start` is the first free label of a sheet from 1, `spoiled` from 0.

    `gift` None lets each slip follow its order.
    """

    kind: PieceKind
    paper: Stock
    on: bool
    copies: int = 1
    start: int = 1
    spoiled: frozenset[int] = frozenset()
    gift: bool | None = None
    invoice: bool = False
    with_price: bool = True
    with_bin: bool = True

    @property
    def is_sheet(self) -> bool:
        """Whether several lie on one page, so that used ones matter."""
        return self.paper.per_page > 1

    @property
    def skip(self) -> frozenset[int]:
        """The labels of the first sheet that stay empty, from 0."""
        return self.spoiled | frozenset(range(self.start - 1)) if self.is_sheet else frozenset()

    def plan(self, design: str, *, back: bool) -> PiecePlan:
        """What a run is asked for; only cards have a design and a back."""
        is_card = self.kind is PieceKind.CARD
        return PiecePlan(
            kind=self.kind,
            stock=self.paper.id,
            design=design if is_card else "",
            back=back and is_card,
            copies=self.copies,
            skip=self.skip,
            on=self.on,
            gift=self.gift,
            invoice=self.invoice,
            with_price=self.with_price,
            with_bin=self.with_bin,
        )


def usual_choices(closet: Closet, on: frozenset[PieceKind] = USUAL) -> Mapping[PieceKind, Choice]:
    """Every kind on the shop's usual paper."""
    papers = {kind: find_stock(closet, stock_for(closet, kind)) for kind in KINDS}
    return {kind: Choice(kind, paper, on=kind in on) for kind, paper in papers.items()}
