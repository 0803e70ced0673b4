"""`closet print run`: everything that goes into parcels, as one PDF or a folder of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import run_words, values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.run_words import Said
from closet_app.cli.session import opened
from closet_app.cli.telling import progress, say, say_json, say_problems, table

if TYPE_CHECKING:
    from closet_app.domain.progress import Progress
    from closet_app.services.closet import Closet
    from closet_app.services.print_runs import MadeRun, PiecePlan, RunPlan
    from closet_app.services.run_saving import SavedFile

PDF, STDOUT = ".pdf", "-"
Orders = Annotated[
    list[int] | None,
    typer.Argument(metavar="ORDER…", help="Numbers of orders.", show_default=False),
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE.pdf|DIR", help="One PDF, or a folder.")]
ToPack = Annotated[bool, typer.Option("--to-pack", help="All orders that wait to be packed.")]
Pieces = Annotated[
    str, typer.Option("--pieces", metavar="PIECE,…", help="What to print for each order.")
]
DesignId = Annotated[str, typer.Option("--design", metavar="ID", help="Of cards; else the shop's.")]
Stocks = Annotated[
    list[str] | None,
    typer.Option("--stock", metavar="[PIECE=]ID", help="For one piece, or all that it suits."),
]
Starts = Annotated[
    list[str] | None,
    typer.Option("--start", metavar="[PIECE=]N", help="First free label of the sheet, from 1."),
]
Skips = Annotated[
    list[str] | None,
    typer.Option("--skip", metavar="[PIECE=]N,…", help="Labels of the sheet that are spoiled."),
]
Copies = Annotated[
    list[str] | None, typer.Option("--copies", metavar="[PIECE=]N", help="Of each; else one.")
]
Back = Annotated[
    bool, typer.Option("--back/--no-back", help="What goes well with the order, behind the card.")
]
Turn = Annotated[
    str,
    typer.Option("--backs", metavar="WAY", help="behind, apart or apart-from-last."),
]
Gift = Annotated[
    bool | None, typer.Option("--gift/--no-gift", help="Without prices; else as the order says.")
]
Invoice = Annotated[bool, typer.Option("--invoice", help="Slips are invoices, with tax lines.")]
Begin = Annotated[
    int, typer.Option("--begin", metavar="N", min=1, help="Go on with the Nth piece of each file.")
]
AsForm = Annotated[
    str, typer.Option("--as", metavar="FORM", help="pdf; in a folder also png, zpl, epl, tspl.")
]
Dpi = Annotated[int | None, typer.Option("--dpi", metavar="N", help="Dots to the inch.")]
Replace = Annotated[bool, typer.Option("--replace", help="Write over files that are there.")]
Tick = Annotated[bool, typer.Option("--tick", help="Tick what was printed on the packing lists.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come out, write nothing.")]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for, as far as it can be read without a closet."""

    out: Path
    said: Said
    backs: str
    form: str
    dpi: int
    begin: int
    replace: bool
    tick: bool


def run(
    context: typer.Context,
    out: Out,
    orders: Orders = None,
    *,
    to_pack: ToPack = False,
    pieces: Pieces = "slip,card,address,label",
    design: DesignId = "",
    stock: Stocks = None,
    start: Starts = None,
    skip: Skips = None,
    copies: Copies = None,
    back: Back = True,
    backs: Turn = "behind",
    gift: Gift = None,
    invoice: Invoice = False,
    begin: Begin = 1,
    form: AsForm = "pdf",
    dpi: Dpi = None,
    replace: Replace = False,
    tick: Tick = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Everything for the parcels of orders: one PDF, or one file for each stock."""
    said = Said(pieces, design, stock or (), start or (), skip or (), copies or ())
    said = said.with_slips(back=back, gift=gift, invoice=invoice)
    wish = _Wish(out, said, backs, form.lower(), dpi or 0, begin, replace, tick)
    _check(wish, orders or (), to_pack=to_pack)
    with opened(context, closet) as shop, progress() as bar:
        plans = run_words.plans_of(shop, said)
        found = _orders(shop, orders or (), to_pack=to_pack)
        work = _planned if dry_run else _made
        plan, files = work(shop, list(found), plans, wish, bar)
    if as_json:
        say_json(_as_facts(plan, files, list(found.values())))
        return
    say_problems(plan.problems)
    if dry_run:
        say(_plan_table(plan))
    for each in files:
        say(_wrote(each))


def _check(wish: _Wish, orders: Sequence[int], *, to_pack: bool) -> None:
    """What can be wrong before a closet is opened."""
    from closet_app.services.run_saving import check_place

    if to_pack == bool(orders):
        raise values.wrong("ORDER", "Name orders, or say --to-pack; one of both.")
    run_words.backs_of(wish.backs)
    run_words.form_of(wish.form, wish.dpi)
    if str(wish.out) == STDOUT:
        raise values.wrong("--out", "Name a PDF file or a folder; nothing is printed to here.")
    is_file = wish.out.suffix.lower() == PDF and not wish.out.is_dir()
    if not is_file and wish.out.suffix and not wish.out.is_dir():
        raise values.wrong("--out", f"{wish.out.name} is no folder and does not end in .pdf.")
    if is_file and wish.form != PDF[1:]:
        raise values.wrong("--out", f"For {wish.form} files name a folder.")
    check_place(wish.out, replace=wish.replace)


def _orders(shop: Closet, numbers: Sequence[int], *, to_pack: bool) -> dict[int, int]:
    """Numbers of orders by their ids, in the order in which they are packed."""
    from closet_app.domain.status import LineState
    from closet_app.errors import UserError
    from closet_app.services import order_views, pack_station

    if not to_pack:
        return {order_views.by_number(shop, number): number for number in numbers}
    waiting = pack_station.to_pack(shop).orders
    found = {each.id: each.number for each in waiting if each.status is LineState.SOLD}
    if not found:
        raise UserError("Nothing waits to be packed.")
    return found


def _planned(
    shop: Closet, ids: Sequence[int], plans: Sequence[PiecePlan], _wish: _Wish, bar: Progress
) -> tuple[RunPlan, tuple[SavedFile, ...]]:
    """What would come out."""
    from closet_app.services.print_runs import plan_run

    return plan_run(shop, ids, plans, bar), ()


def _made(
    shop: Closet, ids: Sequence[int], plans: Sequence[PiecePlan], wish: _Wish, bar: Progress
) -> tuple[RunPlan, tuple[SavedFile, ...]]:
    """The run made, written and put into the history."""
    from dataclasses import replace

    from closet_app.services import print_log, print_runs
    from closet_app.services.print_kinds import NothingToPrintError

    backs = run_words.backs_of(wish.backs)
    try:
        made = print_runs.make_run(shop, ids, plans, backs=backs, begin=wish.begin, progress=bar)
    except NothingToPrintError as nothing:
        say_problems(nothing.problems[1:])
        raise
    files = _saved(made, wish, bar)
    print_log.log_run(shop, made.plan)
    if wish.tick:
        print_log.mark_printed(shop, print_log.printed_orders(made))
    return replace(made.plan, problems=made.problems), files


def _saved(made: MadeRun, wish: _Wish, bar: Progress) -> tuple[SavedFile, ...]:
    from closet_app.services.run_saving import save_files, save_pdf

    if wish.out.suffix.lower() == PDF and not wish.out.is_dir():
        return (save_pdf(made, wish.out),)
    form = run_words.form_of(wish.form, wish.dpi)
    return save_files(made, wish.out, form, wish.dpi, replace=wish.replace, progress=bar)


def _as_facts(plan: RunPlan, files: Sequence[SavedFile], numbers: Sequence[int]) -> dict[str, Any]:
    return {
        "orders": numbers,
        "pieces": [
            {
                "piece": row.kind.value,
                "stock": row.stock.id,
                "printer": row.role,
                "count": row.pieces,
                "pages": row.pages,
                "sides": row.sides,
            }
            for row in plan.rows
        ],
        "files": [
            {
                "file": str(each.path),
                "pieces": [kind.value for kind in each.kinds],
                "stocks": list(each.stocks),
                "pages": each.pages,
            }
            for each in files
        ],
        "left_out": [{"what": each.name, "why": each.why} for each in plan.problems],
        "cost_minor": None if plan.cost is None else plan.cost.minor,
        "currency": None if plan.cost is None else plan.cost.currency,
    }


def _plan_table(plan: RunPlan) -> str:
    rows = [
        (row.kind.value, row.stock.id, row.role, str(row.pieces), str(row.pages))
        for row in plan.rows
    ]
    return table(("Piece", "Stock", "Printer", "Count", "Pages"), rows, right=(3, 4))


def _wrote(file: SavedFile) -> str:
    from closet_app.wording import counted

    return f"Wrote {file.path} ({counted(file.pages, '{n} page', '{n} pages')})"
