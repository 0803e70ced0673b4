"""Everything that is printed for the orders of a run, order by order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from closet_app.domain.progress import SILENT, Progress
from closet_app.printing.cards.sides import suits
from closet_app.printing.pull_sheet import PullSheet, room_on
from closet_app.printing.pull_sheet import planned_pages as planned_lines
from closet_app.printing.slip_plan import fitted_parties, planned_pages
from closet_app.printing.values import Slip
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design
from closet_app.services.print_kinds import OF_RUNS, LeftOut, PieceKind
from closet_app.services.print_pieces import (
    Asked,
    LeaveOutError,
    Options,
    Value,
    read_together,
    values_of,
)
from closet_app.services.records import OrderView
from closet_app.services.run_records import PiecePlan
from closet_app.services.run_wholes import Whole, said_nothing, wholes_of
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.wording import tr

AT_ONCE = 100
"""Orders that are read together: few statements, and the first pages are not waited for long."""
Choices = Mapping[PieceKind, Options]


@dataclass(frozen=True, slots=True)
class OrderPiece:
    """One printed thing of one order, or of no order in particular (0)."""

    kind: PieceKind
    order_id: int
    value: Value | Whole


@dataclass(slots=True)
class Gathered:
    """What a run prints, in the order of the parcels, and what it leaves out."""

    pieces: list[OrderPiece] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: dict[PieceKind, set[int]] = field(default_factory=dict)

    def of(self, *kinds: PieceKind) -> list[OrderPiece]:
        """The pieces of these kinds, in the run's order."""
        return [piece for piece in self.pieces if piece.kind in kinds]

    def leave_out(self, kind: PieceKind, problem: LeftOut) -> None:
        """Go on without this piece of an order, and say why."""
        self.problems.append(problem)
        self.left_out.setdefault(kind, set()).add(problem.order_id)


def options_of(closet: Closet, plan: PiecePlan, *, with_backs: bool = True) -> Options:
    """How the pieces of one kind are made; raises NotFoundError for stock or design."""
    is_card = plan.kind is PieceKind.CARD
    plain = Options(
        stock=find_stock(closet, plan.stock),
        gift=plan.gift,
        with_price=plan.with_price,
        with_bin=plan.with_bin,
        invoice=plan.invoice,
        matching=is_card and plan.back and with_backs,
    )
    return plain.with_design(find_design(closet, plan.design)) if is_card else plain


def gather(
    closet: Closet,
    order_ids: Sequence[int],
    choices: Choices,
    progress: Progress = SILENT,
) -> Gathered:
    """All values of a run; raises NotFoundError for an order that is not there."""
    own, run = shop(closet), Gathered()
    usable = {kind: each for kind, each in choices.items() if _is_usable(kind, each, run)}
    shared = [kind for kind in usable if kind in OF_RUNS]
    own_kinds = [kind for kind in usable if kind not in OF_RUNS]
    wanted, views = list(dict.fromkeys(order_ids)), list[OrderView]()
    has_matches = PieceKind.STYLE in usable or any(each.matching for each in usable.values())
    for begin in range(0, len(wanted), AT_ONCE):
        part = wanted[begin : begin + AT_ONCE]
        found = read_together(
            closet, part, with_notes=PieceKind.CARD in usable, with_matches=has_matches
        )
        for done, known in enumerate(found, begin):
            progress.step(done, len(wanted), tr("Reading orders"))
            views.append(known.view)
            for kind in own_kinds:
                _add(run, kind, Asked(closet, own, known.view, usable[kind], known))
    for kind in shared:
        _add_whole(run, kind, wholes_of(kind, closet, own, views))
    return run


def _add_whole(run: Gathered, kind: PieceKind, made: Sequence[Whole]) -> None:
    """Before all orders: the pieces are pulled first."""
    run.pieces[:0] = [OrderPiece(kind, 0, value) for value in made]
    if not made:
        run.problems.append(Problem(tr("All orders"), said_nothing(kind)))


def _add(run: Gathered, kind: PieceKind, asked: Asked) -> None:
    try:
        made = values_of(kind, asked)
    except LeaveOutError as without:
        run.leave_out(kind, without.why)
    else:
        run.pieces.extend(OrderPiece(kind, asked.view.id, value) for value in made)


def slip_pages(slip: Slip, options: Options) -> int:
    """How many pages a slip takes."""
    return len(planned_pages(slip, options.stock, fitted_parties(slip, options.stock)))


def pull_pages(sheet: PullSheet, options: Options) -> int:
    """How many pages a pull list takes."""
    return len(tuple(planned_lines(sheet, room_on(options.stock))))


def _is_usable(kind: PieceKind, options: Options, run: Gathered) -> bool:
    if kind is not PieceKind.CARD or suits(options.design, options.stock):
        return True
    words = tr("{design} cannot be printed on {stock}, so cards are left out.")
    why = words.format(design=options.design.name, stock=options.stock.name)
    run.problems.append(Problem(options.stock.name, why))
    return False
