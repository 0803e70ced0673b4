"""What is printed for orders and pieces: one request, one PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import NotFoundError, UserError
from closet_app.printing import documents
from closet_app.printing.documents import Printed
from closet_app.printing.joining import join
from closet_app.printing.saving import deliver
from closet_app.printing.stock import Stock
from closet_app.printing.suiting import first_stock, needs
from closet_app.printing.text.fitting import TextTooLongError
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from closet_app.services.pieces import pieces
from closet_app.services.print_values import (
    address_label_of,
    card_of,
    has_address,
    item_label_of,
    slip_of,
)
from closet_app.services.records import OrderView, Shop
from closet_app.services.shop import edit_shop, shop
from closet_app.services.stocks import all_stocks, find_stock, is_own
from closet_app.wording import tr

MOST_ON_BACK = 3


class PieceKind(StrEnum):
    """The printed pieces."""

    SLIP = "slip"
    CARD = "card"
    ADDRESS = "address"
    LABEL = "label"


USUAL_FIELDS = {
    PieceKind.SLIP: "slip_stock",
    PieceKind.CARD: "card_stock",
    PieceKind.LABEL: "label_stock",
    PieceKind.ADDRESS: "address_stock",
}
"""The shop's fields that name its usual stocks."""


@dataclass(frozen=True, slots=True)
class LeftOut(Problem):
    """An order whose piece cannot be printed until something is put right."""

    order_id: int = 0


class NothingToPrintError(UserError):
    """Everything asked for was left out; `problems` says why, one by one."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__(problems[0].why if problems else tr("Nothing was chosen to print."))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """What to print: `ids` are orders, or pieces for labels; empty `stock` is the shop's usual.

    `gift` None follows each order; `back_items` stand on the back of cards; `note` replaces
    the text of every card, `notes` that of single orders (id, text); `start_cell` is the first
    free label of a sheet, from 1.
    """

    kind: PieceKind
    ids: tuple[int, ...]
    stock: str = ""
    start_cell: int = 1
    gift: bool | None = None
    back_items: tuple[int, ...] = ()
    note: str | None = None
    notes: tuple[tuple[int, str], ...] = ()
    with_price: bool = True
    with_bin: bool = True
    copies: int = 1
    design: str = ""
    skip: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PrintRun:
    """A finished file: its pages, and what was left out or could not be printed as meant."""

    pages: int
    problems: tuple[Problem, ...]


def stocks_for(closet: Closet, kind: PieceKind, *, every: bool = False) -> tuple[Stock, ...]:
    """The stocks a piece can be printed on, the shop's usual one first, then her own.

    Unless `every` one is asked for, only the common ones of those shipped.
    """
    usual, asked = usual_stock(closet, kind), needs(kind)
    fitting = [each for each in all_stocks(closet, *asked.kinds) if asked.suits(each)]
    own = {each.id for each in fitting if is_own(each.id)}
    offered = [each for each in fitting if every or each.common or each.id in {usual, *own}]
    return tuple(
        sorted(offered, key=lambda each: (each.id != usual, each.id not in own, each.name))
    )


def usual_stock(closet: Closet, kind: PieceKind) -> str:
    """The stock that the shop prints this piece on; its country's first when it names none."""
    own = shop(closet)
    field = USUAL_FIELDS.get(kind)
    named = str(getattr(own, field)) if field else ""
    return named if named and _suits(closet, kind, named) else first_stock(kind, own.country)


def use_stock(closet: Closet, kind: PieceKind, stock_id: str) -> Changed:
    """Make a stock the shop's usual one for this piece; raises UserError when it does not suit."""
    name = find_stock(closet, stock_id).name
    if kind not in USUAL_FIELDS or not _suits(closet, kind, stock_id):
        raise UserError(tr("{stock} does not suit this piece.").format(stock=name))
    return edit_shop(closet, **{USUAL_FIELDS[kind]: stock_id})


def _suits(closet: Closet, kind: PieceKind, stock_id: str) -> bool:
    try:
        return needs(kind).suits(find_stock(closet, stock_id))
    except NotFoundError:
        return False


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
    deliver(join(files), out)
    return PrintRun(pages, tuple(problems))


def _make(
    closet: Closet, request: PrintRequest, out: Path | BytesIO, progress: Progress
) -> PrintRun:
    stock = find_stock(closet, request.stock or usual_stock(closet, request.kind))

    def report(done: int, total: int) -> None:
        progress.step(done, total, tr("Making pages"))

    job = _Job(closet, shop(closet), request, stock, out, report)
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
    stock: Stock
    out: Path | BytesIO
    report: Report


def _slips(job: _Job) -> Made:
    slips = [
        slip_of(job.closet, job.shop, each, gift=job.request.gift)
        for each in _orders(job.closet, job.request)
    ]
    return documents.make_slips(slips * job.request.copies, job.stock, job.out, job.report), []


def _cards(job: _Job) -> Made:
    if len(job.request.back_items) > MOST_ON_BACK:
        raise UserError(tr("The back of a card has room for three pieces."))
    back = pieces(job.closet, job.request.back_items)
    orders = _orders(job.closet, job.request)
    notes = dict(job.request.notes)
    cards = [
        card_of(job.closet, job.shop, each, back, notes.get(each.id, job.request.note))
        for each in orders
    ]
    begun = 0

    def watch(done: int, total: int) -> None:
        nonlocal begun
        begun = done
        job.report(done, total)

    try:
        return documents.make_cards(cards * job.request.copies, job.stock, job.out, watch), []
    except TextTooLongError as long:
        raise _too_long(long, orders[begun % len(orders)]) from long


def _addresses(job: _Job) -> Made:
    orders = _orders(job.closet, job.request)
    problems: list[Problem] = [_no_address(each) for each in orders if not has_address(each)]
    labels = [address_label_of(job.shop, job.closet, each) for each in orders if has_address(each)]
    if not labels:
        raise NothingToPrintError(problems)
    return documents.make_address_labels(
        labels * job.request.copies, job.stock, job.out, job.report
    ), problems


def _labels(job: _Job) -> Made:
    labels = [
        item_label_of(job.shop, piece, price=job.request.with_price, place=job.request.with_bin)
        for piece in pieces(job.closet, job.request.ids)
        for _ in range(job.request.copies)
    ]
    made = documents.make_item_labels(
        labels, job.stock, job.out, job.request.start_cell, job.report
    )
    return made, []


MAKERS: dict[PieceKind, Callable[[_Job], Made]] = {
    PieceKind.SLIP: _slips,
    PieceKind.CARD: _cards,
    PieceKind.ADDRESS: _addresses,
    PieceKind.LABEL: _labels,
}


def _orders(closet: Closet, request: PrintRequest) -> Sequence[OrderView]:
    return [order(closet, order_id) for order_id in request.ids]


def _too_long(long: TextTooLongError, view: OrderView) -> TextTooLongError:
    """The same refusal, naming the order whose note it is."""
    what = tr("The note of order {number} is too long for this card.").format(number=view.number)
    return TextTooLongError(what, remedy=long.remedy, **long.facts, order_id=view.id)


def _no_address(view: OrderView) -> LeftOut:
    name = (
        view.buyer.name
        if view.buyer
        else tr("The buyer of order {number}").format(number=view.number)
    )
    words = tr("{name} has no address, so that label is left out.").format(name=name)
    return LeftOut(str(view.number), words, order_id=view.id)
