"""The printed pieces as PDF files: one function a piece."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from closet_app.errors import InvalidValueError, UserError
from closet_app.printing.address_label import draw_address_label
from closet_app.printing.area import Area
from closet_app.printing.card import draw_card
from closet_app.printing.design import HAND_NOTE, Design
from closet_app.printing.item_label import draw_item_label
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import Phrases, Remark, load_phrases
from closet_app.printing.saving import deliver
from closet_app.printing.slip import draw_slip
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.values import AddressLabel, Card, ItemLabel, Slip

T = TypeVar("T")
Progress = Callable[[int, int], None]

# ReportLab keeps fonts in one table of the process, so one file is made at a time.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out: pages, and remarks on what could not be printed as meant."""

    pages: int
    warnings: tuple[Remark, ...]


def make_slips(
    slips: Sequence[Slip],
    stock: Stock,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
) -> Printed:
    """Packing slips, each beginning on a page of its own."""
    _require(stock, Kind.PAPER)

    def draw(paper: Paper) -> None:
        for slip in _counted(slips, progress):
            draw_slip(paper, slip, stock)

    return _made("Packing slips", draw, out, phrases)


def make_cards(
    cards: Sequence[Card],
    stock: Stock,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
    *,
    design: Design = HAND_NOTE,
) -> Printed:
    """Thank-you cards of one design, front and back as following pages.

    Raises TextTooLongError, and writes nothing, when a note does not fit its card.
    """
    _require(stock, Kind.CARD)

    def draw(paper: Paper) -> None:
        for card in _counted(cards, progress):
            draw_card(paper, card, stock, design)

    return _made("Thank-you cards", draw, out, phrases)


def make_item_labels(
    labels: Sequence[ItemLabel],
    stock: Stock,
    out: BinaryIO | Path,
    start_cell: int = 1,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
) -> Printed:
    """Item labels, the first one in cell `start_cell` (from 1) of the first sheet."""
    _require(stock, Kind.SHEET, Kind.ROLL)
    _check_start(start_cell, stock)

    def draw(paper: Paper) -> None:
        _fill_cells(paper, _counted(labels, progress), stock, start_cell, draw_item_label)

    return _made("Item labels", draw, out, phrases)


def make_address_labels(
    labels: Sequence[AddressLabel],
    stock: Stock,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
) -> Printed:
    """Address labels, one a cell."""
    _require(stock, Kind.SHEET, Kind.ROLL)

    def draw(paper: Paper) -> None:
        _fill_cells(paper, _counted(labels, progress), stock, 1, draw_address_label)

    return _made("Address labels", draw, out, phrases)


def _fill_cells(
    paper: Paper,
    labels: Iterable[T],
    stock: Stock,
    start: int,
    draw: Callable[[Area, T, Stock], None],
) -> None:
    for index, label in enumerate(labels, start=start - 1):
        if index == start - 1 or index % stock.per_page == 0:
            if index != start - 1:
                paper.close_page()
            paper.open_page(stock.width, stock.height)
        draw(Area(paper, stock.cell(index)), label, stock)
    paper.close_page()


def _made(
    title: str, draw: Callable[[Paper], None], out: BinaryIO | Path, phrases: Phrases | None
) -> Printed:
    with _ONE_AT_A_TIME:
        paper = Paper(title, phrases or load_phrases())
        draw(paper)
        data = paper.finish()
    deliver(data, out)
    return Printed(paper.pages, paper.remarks)


def _counted(pieces: Sequence[T], progress: Progress | None) -> Iterable[T]:
    """The pieces, reporting before each; the report may raise to stop the run."""
    if not pieces:
        raise UserError("Nothing was chosen to print.")
    for done, piece in enumerate(pieces):
        if progress:
            progress(done, len(pieces))
        yield piece
    if progress:
        progress(len(pieces), len(pieces))


def _require(stock: Stock, *kinds: Kind) -> None:
    if stock.kind not in kinds:
        raise InvalidValueError(
            f"{stock.name} does not suit this piece.",
            field="stock",
            remedy="Choose another paper.",
        )


def _check_start(start: int, stock: Stock) -> None:
    if not 1 <= start <= stock.per_page:
        raise InvalidValueError(
            f"{stock.name} has labels 1 to {stock.per_page}; {start} is not one of them.",
            field="start",
            remedy="Choose the first free label.",
        )
