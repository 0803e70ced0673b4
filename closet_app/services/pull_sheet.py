"""The pull list on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.printing.pull_sheet import PullBin, PullRow, PullSheet, make_pull_sheet
from closet_app.services.closet import Closet
from closet_app.services.pack_station import pull_list
from closet_app.services.print_kinds import PieceKind
from closet_app.services.print_stocks import usual_stock
from closet_app.services.print_values import picture
from closet_app.services.records import Shop
from closet_app.services.records.packing import PullPiece, PullStop
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.wording import counted, say_date, tr


def save_pull_list(closet: Closet, out: BinaryIO | Path, progress: Progress = SILENT) -> int:
    """Write every bin to go to as a PDF on the paper of packing slips; returns its pages.

    Raises UserError when nothing is to be pulled, and MachineError.
    """
    stops = pull_list(closet)
    if not stops:
        raise UserError(tr("There is nothing to pull."))
    sheet = pull_sheet_of(closet, shop(closet), stops)
    stock = find_stock(closet, usual_stock(closet, PieceKind.SLIP))
    words = tr("Making pages")
    made = make_pull_sheet(sheet, stock, out, lambda done, total: progress.step(done, total, words))
    return made.pages


def pull_sheet_of(closet: Closet, own: Shop, stops: Sequence[PullStop]) -> PullSheet:
    """The pull list of some bins as it is printed."""
    today, count = closet.clock.today(), sum(len(stop.pieces) for stop in stops)
    day = say_date(today, today, locale=own.locale)
    pieces = counted(count, "{n} piece", "{n} pieces")
    bins = tuple(_bin(closet, own, stop) for stop in stops)
    return PullSheet(tr("Pull list"), f"{day} · {pieces}", bins)


def _bin(closet: Closet, own: Shop, stop: PullStop) -> PullBin:
    rows = tuple(_row(closet, own, each) for each in stop.pieces)
    return PullBin(stop.bin or tr("No bin"), rows)


def _row(closet: Closet, own: Shop, pull: PullPiece) -> PullRow:
    piece = pull.piece
    order = tr("Order {number}").format(number=pull.number)
    if pull.ship_by is not None:
        order = f"{order} · {say_date(pull.ship_by, closet.clock.today(), locale=own.locale)}"
    detail = " · ".join(part for part in (piece.sku, piece.detail) if part)
    return PullRow(piece.title, detail, order, pull.buyer, picture(closet, piece.photo))
