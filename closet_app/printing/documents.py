"""The printed pieces as PDF files: one `make_…` a piece."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from closet_app.errors import InvalidValueError, UserError
from closet_app.printing.address_label import draw_address_label, draw_return_label
from closet_app.printing.area import Area
from closet_app.printing.cards.sheets import TWO_SIDED, Turning, draw_cards
from closet_app.printing.cards.sides import suits
from closet_app.printing.care_card import draw_care_card
from closet_app.printing.design import HAND_NOTE, Design
from closet_app.printing.item_label import USUAL_FIELDS, LabelField, draw_item_label
from closet_app.printing.paper import Paper, binary_streams
from closet_app.printing.phrases import Phrases, Remark, load_phrases
from closet_app.printing.pictures import Tones
from closet_app.printing.saving import deliver
from closet_app.printing.sheet import Layout, from_start
from closet_app.printing.slip import draw_slip
from closet_app.printing.small_labels import draw_bin_label, draw_sticker
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.style_card import draw_style_card
from closet_app.printing.values import Card, ItemLabel, Slip

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
    stock: Stock | Layout,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
    *,
    black: bool = False,
) -> Printed:
    """Packing slips, each beginning on a page of its own; `black` ones take no coloured ink."""
    layout = _laid_out(stock, Kind.PAPER)

    def draw(paper: Paper) -> None:
        for slip in counted(slips, progress):
            draw_slip(paper, slip, layout)

    return _made("Packing slips", draw, out, phrases, tones_on(layout.stock, black=black))


def make_cards(
    cards: Sequence[Card],
    stock: Stock | Layout,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
    *,
    design: Design = HAND_NOTE,
    turning: Turning = TWO_SIDED,
) -> Printed:
    """Thank-you cards of one design, each sheet's front followed by its back.

    A folded stock gets the outside and the inside instead. Raises TextTooLongError, and writes
    nothing, when a note does not fit its card.
    """
    layout = _laid_out(stock, Kind.CARD)
    if not suits(design, layout.stock):
        raise _unsuited(layout.stock)

    def draw(paper: Paper) -> None:
        draw_cards(paper, counted(cards, progress), layout, design, turning)

    return _made("Thank-you cards", draw, out, phrases, tones_on(layout.stock, black=design.black))


@dataclass(frozen=True, slots=True)
class OneACell(Generic[T]):
    """Makes the file of a piece that is drawn one a cell, on stocks of `kinds` alone."""

    title: str
    draw: Callable[[Area, T, Stock], None]
    kinds: tuple[Kind, ...]

    def __call__(
        self,
        pieces: Sequence[T],
        stock: Stock | Layout,
        out: BinaryIO | Path,
        progress: Progress | None = None,
        phrases: Phrases | None = None,
    ) -> Printed:
        """The pieces in the free cells, one after the other."""
        layout = _laid_out(stock, *self.kinds)

        def fill(paper: Paper) -> None:
            current = -1
            cells = layout.places()
            for piece, (page, cell) in zip(counted(pieces, progress), cells, strict=False):
                if page != current:
                    if current >= 0:
                        paper.close_page()
                    paper.open_sheet(layout)
                    current = page
                self.draw(Area(paper, cell), piece, layout.stock)
            paper.close_page()

        return _made(self.title, fill, out, phrases, tones_on(layout.stock))


_LABELS = (Kind.SHEET, Kind.ROLL)
_CARDS = (Kind.CARD,)

make_bin_labels = OneACell("Bin labels", draw_bin_label, _LABELS)
"""Labels for bins, racks and shelves."""
make_address_labels = OneACell("Address labels", draw_address_label, _LABELS)
"""Where parcels go."""
make_return_labels = OneACell("Return labels", draw_return_label, _LABELS)
"""The senders' addresses."""
make_stickers = OneACell("Stickers", draw_sticker, _LABELS)
"""Seals with the shop's logo or initial."""
make_style_cards = OneACell("Style cards", draw_style_card, _CARDS)
"""Pieces that are worn together."""
make_care_cards = OneACell("Care cards", draw_care_card, _CARDS)
"""How the pieces of a parcel are cared for."""


def make_item_labels(
    labels: Sequence[ItemLabel],
    stock: Stock | Layout,
    out: BinaryIO | Path,
    start_cell: int = 1,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
    *,
    fields: frozenset[LabelField] = USUAL_FIELDS,
) -> Printed:
    """Item labels, the first one in cell `start_cell` (from 1) of the first sheet."""
    layout = _laid_out(stock, *_LABELS)
    if start_cell != 1:
        layout = replace(layout, skip=layout.skip | from_start(layout.stock, start_cell))
    make = OneACell("Item labels", partial(draw_item_label, fields=fields), _LABELS)
    return make(labels, layout, out, progress, phrases)


def tones_on(stock: Stock, *, black: bool = False) -> Tones:
    """What can be printed on a stock: thermal rolls show black dots alone."""
    if stock.kind is Kind.ROLL:
        return Tones.DOTS
    return Tones.GREYS if black else Tones.COLOR


def drawn(
    title: str,
    draw: Callable[[Paper], None],
    phrases: Phrases | None = None,
    tones: Tones = Tones.COLOR,
) -> tuple[bytes, Printed]:
    """A whole file in memory, and what came out."""
    with _ONE_AT_A_TIME, binary_streams():
        paper = Paper(title, phrases or load_phrases(), tones)
        draw(paper)
        return paper.finish(), Printed(paper.pages, paper.remarks)


def _made(
    title: str,
    draw: Callable[[Paper], None],
    out: BinaryIO | Path,
    phrases: Phrases | None,
    tones: Tones,
) -> Printed:
    data, printed = drawn(title, draw, phrases, tones)
    deliver(data, out)
    return printed


def counted(pieces: Sequence[T], progress: Progress | None) -> Iterable[T]:
    """The pieces, reporting before each; the report may raise to stop the run."""
    if not pieces:
        raise UserError("Nothing was chosen to print.")
    for done, piece in enumerate(pieces):
        if progress:
            progress(done, len(pieces))
        yield piece
    if progress:
        progress(len(pieces), len(pieces))


def _laid_out(stock: Stock | Layout, *kinds: Kind) -> Layout:
    layout = stock if isinstance(stock, Layout) else Layout(stock)
    if layout.stock.kind not in kinds:
        raise _unsuited(layout.stock)
    return layout


def _unsuited(stock: Stock) -> InvalidValueError:
    return InvalidValueError(
        f"{stock.name} does not suit this piece.", field="stock", remedy="Choose another paper."
    )
