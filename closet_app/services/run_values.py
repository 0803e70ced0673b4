"""What is printed for each order of a run, as plain values; and what has to be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from closet_app.domain.progress import SILENT, Progress
from closet_app.printing import values
from closet_app.printing.card import letters_left
from closet_app.printing.sheet import Layout
from closet_app.printing.slip_plan import fitted_parties, planned_pages
from closet_app.printing.stock import Stock
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from closet_app.services.pieces import pieces
from closet_app.services.print_values import (
    GONE,
    address_label_of,
    card_of,
    has_address,
    item_label_of,
    slip_of,
)
from closet_app.services.prints import LeftOut, PieceKind
from closet_app.services.records import OrderView, Shop
from closet_app.services.shop import shop
from closet_app.wording import tr

Value = values.Slip | values.Card | values.AddressLabel | values.ItemLabel


@dataclass(frozen=True, slots=True)
class Wanted:
    """One kind of piece asked for, on its stock."""

    kind: PieceKind
    stock: Stock


@dataclass(frozen=True, slots=True)
class OrderPiece:
    """One printed thing of one order; `sides` are the pages it takes, 0 on a shared sheet."""

    kind: PieceKind
    order_id: int
    value: Value
    sides: int = 0


@dataclass(slots=True)
class Gathered:
    """Everything of a run, order by order as the parcels are packed."""

    pieces: list[OrderPiece] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: dict[PieceKind, set[int]] = field(default_factory=dict)

    def of(self, kind: PieceKind) -> list[OrderPiece]:
        """The pieces of one kind, in the run's order."""
        return [piece for piece in self.pieces if piece.kind is kind]

    def leave_out(self, kind: PieceKind, problem: LeftOut) -> None:
        """Go on without this piece of an order, and say why."""
        self.problems.append(problem)
        self.left_out.setdefault(kind, set()).add(problem.order_id)


def gather(
    closet: Closet,
    order_ids: Sequence[int],
    wanted: Sequence[Wanted],
    progress: Progress = SILENT,
) -> Gathered:
    """All values of a run; raises NotFoundError for an order that is not there."""
    own, run = shop(closet), Gathered()
    for done, order_id in enumerate(order_ids):
        progress.step(done, len(order_ids), tr("Reading orders"))
        view = order(closet, order_id)
        for each in wanted:
            _GATHER[each.kind](closet, own, view, each, run)
    return run


def pages_of(found: Sequence[OrderPiece], layout: Layout, copies: int) -> int:
    """How many printed sides these pieces of one kind take."""
    whole = sum(piece.sides for piece in found) * copies
    shared = sum(not piece.sides for piece in found) * copies
    return whole + layout.pages(shared)


def _slip(closet: Closet, own: Shop, view: OrderView, each: Wanted, run: Gathered) -> None:
    slip = slip_of(closet, own, view)
    pages = planned_pages(slip, each.stock, fitted_parties(slip, each.stock))
    run.pieces.append(OrderPiece(each.kind, view.id, slip, len(pages)))


def _card(closet: Closet, own: Shop, view: OrderView, each: Wanted, run: Gathered) -> None:
    card = card_of(closet, own, view)
    room = letters_left(replace(card, back=None), each.stock)
    if room < 0:
        words = tr("The note of order {number} is about {letters} letters too long.")
        why = words.format(number=view.number, letters=-room)
        run.leave_out(each.kind, LeftOut(str(view.number), why, order_id=view.id))
        return
    run.pieces.append(OrderPiece(each.kind, view.id, card, 2 if card.back else 1))


def _address(closet: Closet, own: Shop, view: OrderView, each: Wanted, run: Gathered) -> None:
    if not has_address(view):
        run.leave_out(each.kind, no_address(view))
        return
    run.pieces.append(OrderPiece(each.kind, view.id, address_label_of(own, closet, view)))


def _labels(closet: Closet, own: Shop, view: OrderView, each: Wanted, run: Gathered) -> None:
    ids = [line.item_id for line in view.lines if line.item_id and line.state not in GONE]
    for piece in pieces(closet, ids):
        run.pieces.append(OrderPiece(each.kind, view.id, item_label_of(own, piece)))


def no_address(view: OrderView) -> LeftOut:
    """The order whose address label cannot be printed."""
    name = (
        view.buyer.name
        if view.buyer
        else tr("The buyer of order {number}").format(number=view.number)
    )
    words = tr("{name} has no address, so that label is left out.").format(name=name)
    return LeftOut(str(view.number), words, order_id=view.id)


_GATHER: dict[PieceKind, Callable[[Closet, Shop, OrderView, Wanted, Gathered], None]] = {
    PieceKind.SLIP: _slip,
    PieceKind.CARD: _card,
    PieceKind.ADDRESS: _address,
    PieceKind.LABEL: _labels,
}
