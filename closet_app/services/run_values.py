"""Everything that is printed for the orders of a run, order by order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from closet_app.domain.progress import SILENT, Progress
from closet_app.printing.cards.sides import suits
from closet_app.printing.slip_plan import fitted_parties, planned_pages
from closet_app.printing.values import Card, Slip
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design
from closet_app.services.print_kinds import LeftOut, PieceKind
from closet_app.services.print_pieces import (
    Asked,
    LeaveOutError,
    Options,
    Value,
    read_together,
    values_of,
)
from closet_app.services.run_records import PiecePlan
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.wording import tr

AT_ONCE = 100
"""Orders that are read together: few statements, and the first pages are not waited for long."""
Choices = Mapping[PieceKind, Options]


@dataclass(frozen=True, slots=True)
class OrderPiece:
    """One printed thing of one order."""

    kind: PieceKind
    order_id: int
    value: Value


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
    wanted = list(dict.fromkeys(order_ids))
    has_matches = PieceKind.STYLE in usable or any(each.matching for each in usable.values())
    for begin in range(0, len(wanted), AT_ONCE):
        part = wanted[begin : begin + AT_ONCE]
        found = read_together(
            closet, part, with_notes=PieceKind.CARD in usable, with_matches=has_matches
        )
        for done, known in enumerate(found, begin):
            progress.step(done, len(wanted), tr("Reading orders"))
            for kind, options in usable.items():
                _add(run, kind, Asked(closet, own, known.view, options, known))
    return run


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


def is_whole(value: Value) -> bool:
    """Whether it begins on a page of its own instead of taking the next label."""
    return isinstance(value, Slip | Card)


def _is_usable(kind: PieceKind, options: Options, run: Gathered) -> bool:
    if kind is not PieceKind.CARD or suits(options.design, options.stock):
        return True
    words = tr("{design} cannot be printed on {stock}, so cards are left out.")
    why = words.format(design=options.design.name, stock=options.stock.name)
    run.problems.append(Problem(options.stock.name, why))
    return False
