"""What is printed for orders and pieces: one request, one PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.printing import documents
from closet_app.printing.cards.sheets import TWO_SIDED, Turning
from closet_app.printing.design import HAND_NOTE
from closet_app.printing.documents import Printed
from closet_app.printing.item_label import USUAL_FIELDS as USUAL_LABEL
from closet_app.printing.item_label import LabelField
from closet_app.printing.joining import TITLE, join
from closet_app.printing.saving import deliver
from closet_app.printing.sheet import Layout, from_start
from closet_app.printing.text.fitting import TextTooLongError
from closet_app.services.bin_labels import bins_in_use
from closet_app.services.card_papers import stock_for
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design
from closet_app.services.order_views import order
from closet_app.services.pieces import pieces
from closet_app.services.print_extras import bin_label_of
from closet_app.services.print_kinds import LeftOut, NothingToPrintError, PieceKind
from closet_app.services.print_pieces import (
    Asked,
    LeaveOutError,
    Options,
    card_value,
    values_of,
)
from closet_app.services.print_stocks import (
    USUAL_FIELDS,
    stocks_for,
    use_stock,
    usual_stock,
)
from closet_app.services.print_values import item_label_of
from closet_app.services.printer_settings import STRAIGHT, Nudge, layout_of
from closet_app.services.records import OrderView, Shop
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.wording import tr

__all__ = [
    "USUAL_FIELDS",
    "USUAL_LABEL",
    "LabelField",
    "LeftOut",
    "NothingToPrintError",
    "PieceKind",
    "PrintRequest",
    "PrintRun",
    "print_all_to",
    "print_bytes",
    "print_to",
    "stocks_for",
    "use_stock",
    "usual_stock",
]

MOST_ON_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """What to print: `ids` are orders, or pieces for labels; empty `stock` is the shop's usual.

    `bins` are the names on bin labels, and `fields` what stands on item labels.

    `gift` None follows each order; `back_items` stand on the back of cards, or with `matching`
    what goes with each order; `note` replaces the text of every card, `notes` that of single
    orders (id, text). `start_cell` is the first free label of a sheet, from 1, and `skip` are
    labels that are used or spoiled, from 0; `nudge` is the printer's.
    """

    kind: PieceKind
    ids: tuple[int, ...]
    stock: str = ""
    start_cell: int = 1
    gift: bool | None = None
    back_items: tuple[int, ...] = ()
    note: str | None = None
    notes: tuple[tuple[int, str], ...] = ()
    bins: tuple[str, ...] = ()
    fields: frozenset[LabelField] = USUAL_LABEL
    copies: int = 1
    design: str = ""
    matching: bool = False
    skip: frozenset[int] = frozenset()
    turning: Turning = TWO_SIDED
    nudge: Nudge = STRAIGHT


@dataclass(frozen=True, slots=True)
class PrintRun:
    """A finished file: its pages, and what was left out or could not be printed as meant."""

    pages: int
    problems: tuple[Problem, ...]


def print_to(
    closet: Closet, request: PrintRequest, out: Path, progress: Progress = SILENT
) -> PrintRun:
    """Write the PDF of `request` to `out`, whole or not at all.

    An order without an address is left out of address labels and named; raises UserError when
    nothing is left to print.
    """
    return _make(closet, request, out, progress)


def print_bytes(
    closet: Closet, request: PrintRequest, progress: Progress = SILENT
) -> tuple[bytes, PrintRun]:
    """The same PDF in memory, for the preview."""
    out = BytesIO()
    run = _make(closet, request, out, progress)
    return out.getvalue(), run


def print_all_to(
    closet: Closet, requests: Sequence[PrintRequest], out: Path, progress: Progress = SILENT
) -> PrintRun:
    """Write several requests one after the other into one PDF file, whole or not at all.

    A request of which everything is left out is named among the problems; raises
    NothingToPrintError when nothing remains.
    """
    files: list[bytes] = []
    problems: list[Problem] = []
    pages = 0
    for request in requests:
        try:
            pdf, run = print_bytes(closet, request, progress)
        except NothingToPrintError as nothing:
            problems.extend(nothing.problems)
            continue
        files.append(pdf)
        problems.extend(run.problems)
        pages += run.pages
    if not files:
        raise NothingToPrintError(problems)
    deliver(join(files, TITLE), out)
    return PrintRun(pages, tuple(problems))


def _make(
    closet: Closet, request: PrintRequest, out: Path | BytesIO, progress: Progress
) -> PrintRun:
    def report(done: int, total: int) -> None:
        progress.step(done, total, tr("Making pages"))

    job = _Job(closet, shop(closet), request, _layout(closet, request), out, report)
    made, problems = MAKERS[request.kind](job)
    remarks = tuple(Problem(each.subject, each.sentence) for each in made.warnings)
    return PrintRun(made.pages, (*problems, *remarks))


Report = Callable[[int, int], None]
Made = tuple[Printed, list[Problem]]


@dataclass(frozen=True, slots=True)
class _Job:
    """One request on its way to paper."""

    closet: Closet
    shop: Shop
    request: PrintRequest
    layout: Layout
    out: Path | BytesIO
    report: Report

    def options(self) -> Options:
        """How its pieces are made."""
        request = self.request
        is_card = request.kind is PieceKind.CARD
        return Options(
            stock=self.layout.stock,
            design=find_design(self.closet, request.design) if is_card else HAND_NOTE,
            gift=request.gift,
            back_items=request.back_items,
            matching=request.matching,
            note=request.note,
            notes=dict(request.notes),
        )

    def asked(self) -> list[Asked]:
        """Its orders."""
        options = self.options()
        views = (order(self.closet, order_id) for order_id in self.request.ids)
        return [Asked(self.closet, self.shop, view, options) for view in views]


def _slips(job: _Job) -> Made:
    slips: list[Any] = [value for each in job.asked() for value in values_of(PieceKind.SLIP, each)]
    return documents.make_slips(slips * job.request.copies, job.layout, job.out, job.report), []


def _cards(job: _Job) -> Made:
    if len(job.request.back_items) > MOST_ON_BACK:
        raise UserError(tr("The back of a card has room for three pieces."))
    asked = job.asked()
    cards = [card_value(each) for each in asked]
    begun = 0

    def watch(done: int, total: int) -> None:
        nonlocal begun
        begun = done
        job.report(done, total)

    design, turning = job.options().design, job.request.turning
    try:
        made = documents.make_cards(
            cards * job.request.copies, job.layout, job.out, watch, design=design, turning=turning
        )
    except TextTooLongError as long:
        raise too_long(long, asked[begun % len(asked)].view) from long
    return made, []


def _addresses(job: _Job) -> Made:
    problems: list[Problem] = []
    labels: list[Any] = []
    for each in job.asked():
        try:
            labels.extend(values_of(PieceKind.ADDRESS, each))
        except LeaveOutError as without:
            problems.append(without.why)
    if not labels:
        raise NothingToPrintError(problems)
    return documents.make_address_labels(
        labels * job.request.copies, job.layout, job.out, job.report
    ), problems


def _labels(job: _Job) -> Made:
    labels = [
        item_label_of(job.shop, piece)
        for piece in pieces(job.closet, job.request.ids)
        for _ in range(job.request.copies)
    ]
    return documents.make_item_labels(
        labels, job.layout, job.out, progress=job.report, fields=job.request.fields
    ), []


def _bins(job: _Job) -> Made:
    held = {each.value: each.count for each in bins_in_use(job.closet)}
    labels = [
        bin_label_of(name, held.get(name, 0))
        for name in job.request.bins
        for _ in range(job.request.copies)
    ]
    if not labels:
        raise NothingToPrintError
    return documents.make_bin_labels(labels, job.layout, job.out, job.report), []


MAKERS: dict[PieceKind, Callable[[_Job], Made]] = {
    PieceKind.SLIP: _slips,
    PieceKind.CARD: _cards,
    PieceKind.ADDRESS: _addresses,
    PieceKind.LABEL: _labels,
    PieceKind.BIN: _bins,
}


def _layout(closet: Closet, request: PrintRequest) -> Layout:
    named = request.stock or stock_for(closet, request.kind, request.design)
    stock = find_stock(closet, named)
    used = from_start(stock, request.start_cell) | request.skip
    return layout_of(stock, request.nudge, used)


def too_long(long: TextTooLongError, view: OrderView) -> TextTooLongError:
    """The refusal of a note that does not fit, naming the order whose note it is."""
    what = tr("The note of order {number} is too long for this card.").format(number=view.number)
    return TextTooLongError(what, remedy=long.remedy, **long.facts, order_id=view.id)
