"""A run: everything that goes into the parcels of several orders, and what it will take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.printing.cards.sides import has_back
from closet_app.printing.costs import in_currency, side_costs
from closet_app.printing.design import Part
from closet_app.printing.pull_sheet import PullSheet
from closet_app.printing.sheet import Layout
from closet_app.printing.values import Card, Slip
from closet_app.services.card_papers import stock_for
from closet_app.services.closet import Closet
from closet_app.services.matches import has_matches
from closet_app.services.print_kinds import NothingToPrintError, PieceKind
from closet_app.services.print_pieces import Options
from closet_app.services.printer_settings import LABELS, PAPER, role_of
from closet_app.services.run_files import Backs, Making, Nudges, files_of, straight
from closet_app.services.run_records import (
    MadeRun,
    PiecePlan,
    RunFile,
    RunPart,
    RunPlan,
    RunRow,
)
from closet_app.services.run_values import (
    Choices,
    Gathered,
    OrderPiece,
    gather,
    options_of,
    pull_pages,
    slip_pages,
)
from closet_app.wording import tr

__all__ = [
    "LABELS",
    "PAPER",
    "Backs",
    "MadeRun",
    "PiecePlan",
    "RunFile",
    "RunPart",
    "RunPlan",
    "RunRow",
    "make_run",
    "plan_run",
    "role_of",
]

Plans = Mapping[PieceKind, PiecePlan]


def plan_run(
    closet: Closet,
    order_ids: Sequence[int],
    pieces: Sequence[PiecePlan],
    progress: Progress = SILENT,
) -> RunPlan:
    """What would come out, without making it; nothing that is wrong with one order stops it.

    Raises NotFoundError for an order, a stock or a design that is not there.
    """
    plans = _plans(closet, pieces)
    choices = {kind: options_of(closet, plan, with_backs=False) for kind, plan in plans.items()}
    run = gather(closet, order_ids, choices, progress)
    return _said(closet, order_ids, plans, choices, run, backs=True)


def make_run(
    closet: Closet,
    order_ids: Sequence[int],
    pieces: Sequence[PiecePlan],
    *,
    nudges: Nudges = straight,
    backs: Backs = Backs.BEHIND,
    begin: int = 1,
    progress: Progress = SILENT,
) -> MadeRun:
    """One file for each stock, its pieces in the order of the parcels.

    After a jam each file can `begin` with another piece than its first (from 1). Raises
    NothingToPrintError when everything was left out, UserError when no file has that many, and
    else as `plan_run`.
    """
    plans = _plans(closet, pieces)
    choices = {kind: options_of(closet, plan) for kind, plan in plans.items()}
    run = gather(closet, order_ids, choices, progress)
    if not run.pieces:
        raise NothingToPrintError(run.problems)
    plan = _said(closet, order_ids, plans, choices, run, backs=False)
    files, remarks = files_of(run, Making(choices, plans, nudges, backs, progress, begin))
    if not files:
        raise UserError(
            tr("No file of this run has as many as {number} pieces.").format(number=begin),
            remedy=tr("Go on from an earlier one."),
        )
    return MadeRun(plan, files, (*plan.problems, *remarks))


def _plans(closet: Closet, pieces: Sequence[PiecePlan]) -> Plans:
    """Those that are on, each kind once, with their stocks."""
    return {
        each.kind: replace(each, stock=each.stock or stock_for(closet, each.kind, each.design))
        for each in pieces
        if each.on
    }


def _said(
    closet: Closet,
    order_ids: Sequence[int],
    plans: Plans,
    choices: Choices,
    run: Gathered,
    *,
    backs: bool,
) -> RunPlan:
    """What a run brings; with `backs` it is looked up whether cards will get one."""
    look = closet if backs else None
    rows = tuple(_row(run, plan, choices[kind], look) for kind, plan in plans.items())
    return RunPlan(
        order_ids=tuple(order_ids),
        pieces=tuple(plans.values()),
        rows=rows,
        problems=tuple(run.problems),
        cost=_cost(rows, closet.currency),
        left_out={kind: frozenset(ids) for kind, ids in run.left_out.items()},
    )


def _row(run: Gathered, plan: PiecePlan, options: Options, closet: Closet | None) -> RunRow:
    found = run.of(plan.kind)
    count = len(found) * plan.copies
    sides = 1
    if plan.kind is PieceKind.SLIP:
        slips = (each.value for each in found if isinstance(each.value, Slip))
        pages = sum(slip_pages(slip, options) for slip in slips) * plan.copies
    elif plan.kind is PieceKind.PULL:
        sheets = (each.value for each in found if isinstance(each.value, PullSheet))
        pages = sum(pull_pages(sheet, options) for sheet in sheets) * plan.copies
    else:
        sides = 2 if _is_two_sided(found, plan, options, closet) else 1
        pages = Layout(options.stock, plan.skip).pages(count) * sides
    return RunRow(plan.kind, options.stock, count, pages, sides)


def _is_two_sided(
    found: Sequence[OrderPiece], plan: PiecePlan, options: Options, closet: Closet | None
) -> bool:
    """Whether any card has a back; with a `closet` those that are still to be looked up too."""
    cards = [(each.order_id, each.value) for each in found if isinstance(each.value, Card)]
    design, stock = options.design, options.stock
    if any(has_back(card, design, stock) for _, card in cards):
        return True
    if closet is None or not plan.back or not design.has(Part.BACK):
        return False
    return any(has_matches(closet, order_id) for order_id, _ in cards)


def _cost(rows: Sequence[RunRow], currency: str) -> Money | None:
    dollars = sum((side_costs(row.stock, row.pages, row.sheets) for row in rows), Decimal(0))
    about = in_currency(dollars, currency)
    return None if about is None else Money.of(round(about, 2), currency)
