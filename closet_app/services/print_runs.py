"""A run: everything that goes into the parcels of several orders, and what it will take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.printing.costs import in_currency, side_costs
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Stock
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.printer_settings import LABELS, PAPER, role_of
from closet_app.services.prints import PieceKind, usual_stock
from closet_app.services.run_values import Gathered, Wanted, gather, pages_of
from closet_app.services.stocks import find_stock

__all__ = ["LABELS", "PAPER", "PiecePlan", "RunPlan", "RunRow", "plan_run", "role_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecePlan:
    """One kind of piece in a run; an empty `stock` is the shop's usual one.

    `skip` are cells of the first sheet, from 0, that are used or spoiled.
    """

    kind: PieceKind
    stock: str = ""
    design: str = ""
    copies: int = 1
    skip: frozenset[int] = frozenset()
    on: bool = True


@dataclass(frozen=True, slots=True)
class RunRow:
    """What comes out of one kind: so many pieces on so many pages of a stock.

    `pages` are printed sides; a sheet that is printed on both counts twice.
    """

    kind: PieceKind
    stock: Stock
    pieces: int
    pages: int
    sides: int = 1

    @property
    def role(self) -> str:
        """Which of the two printers it comes out of."""
        return role_of(self.stock)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run says before it is printed; a piece with a problem is left out and named.

    `pieces` are those that are on, with their stocks named; `left_out` are orders by kind;
    `cost` is about what ink and paper cost, None in a currency nothing is known of.
    """

    order_ids: tuple[int, ...]
    pieces: tuple[PiecePlan, ...]
    rows: tuple[RunRow, ...]
    problems: tuple[Problem, ...]
    cost: Money | None
    left_out: Mapping[PieceKind, frozenset[int]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """Printed sides of the whole run."""
        return sum(row.pages for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would come out."""
        return not any(row.pieces for row in self.rows)


def plan_run(
    closet: Closet,
    order_ids: Sequence[int],
    pieces: Sequence[PiecePlan],
    progress: Progress = SILENT,
) -> RunPlan:
    """What would come out, without making it; nothing that is wrong with one order stops it.

    Raises NotFoundError for an order or a stock that is not there.
    """
    wanted = tuple(_named(closet, each) for each in pieces if each.on)
    stocks = {each.kind: find_stock(closet, each.stock) for each in wanted}
    run = gather(closet, order_ids, [Wanted(*each) for each in stocks.items()], progress)
    rows = tuple(_row(run, each, stocks[each.kind]) for each in wanted)
    return RunPlan(
        order_ids=tuple(order_ids),
        pieces=wanted,
        rows=rows,
        problems=tuple(run.problems),
        cost=_cost(rows, closet.currency),
        left_out={kind: frozenset(ids) for kind, ids in run.left_out.items()},
    )


def _named(closet: Closet, plan: PiecePlan) -> PiecePlan:
    return replace(plan, stock=plan.stock or usual_stock(closet, plan.kind))


def _row(run: Gathered, plan: PiecePlan, stock: Stock) -> RunRow:
    found = run.of(plan.kind)
    pages = pages_of(found, Layout(stock, plan.skip), plan.copies)
    sides = max((piece.sides for piece in found), default=1)
    is_double = plan.kind is PieceKind.CARD and sides > 1
    return RunRow(plan.kind, stock, len(found) * plan.copies, pages, 2 if is_double else 1)


def _cost(rows: Sequence[RunRow], currency: str) -> Money | None:
    dollars = sum(
        (side_costs(row.stock, row.pages, -(-row.pages // row.sides)) for row in rows), Decimal(0)
    )
    about = in_currency(dollars, currency)
    return None if about is None else Money.of(round(about, 2), currency)
