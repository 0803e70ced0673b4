"""Pieces of several kinds on one stock, in the order in which parcels are packed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from closet_app.printing.address_label import draw_address_label, draw_return_label
from closet_app.printing.area import Area
from closet_app.printing.care_card import draw_care_card
from closet_app.printing.documents import Printed, Progress, counted, drawn, tones_on
from closet_app.printing.foreign import Foreign, lay_over
from closet_app.printing.item_label import draw_item_label
from closet_app.printing.joining import TITLE
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import Phrases
from closet_app.printing.pull_sheet import PullSheet, draw_pull_sheet
from closet_app.printing.saving import deliver
from closet_app.printing.sheet import Layout
from closet_app.printing.slip import draw_slip
from closet_app.printing.small_labels import draw_bin_label, draw_sticker
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.style_card import draw_style_card
from closet_app.printing.values import (
    AddressLabel,
    BinLabel,
    CareCard,
    ItemLabel,
    Party,
    Slip,
    Sticker,
    StyleCard,
)

WHOLE: Mapping[type, Callable[[Paper, Any, Layout], None]] = {
    Slip: draw_slip,
    PullSheet: draw_pull_sheet,
}
"""What begins on a page of its own."""
IN_CELL: Mapping[type, Callable[[Area, Any, Stock], None]] = {
    AddressLabel: draw_address_label,
    ItemLabel: draw_item_label,
    BinLabel: draw_bin_label,
    Party: draw_return_label,
    Sticker: draw_sticker,
    StyleCard: draw_style_card,
    CareCard: draw_care_card,
}
"""What takes the next free label of a sheet or roll."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """What came out, and on which page (from 0) each piece begins."""

    printed: Printed
    pages: tuple[int, ...]


def make_mixed(
    pieces: Sequence[object],
    layout: Layout,
    out: BinaryIO | Path,
    progress: Progress | None = None,
    phrases: Phrases | None = None,
) -> Mixed:
    """One file of everything, in its order; a marketplace's own page is a `Foreign`.

    Raises KeyError for a value that is no printed piece.
    """
    filling = _Filling(layout)

    def draw(paper: Paper) -> None:
        for piece in counted(pieces, progress):
            filling.add(paper, piece)
        filling.close(paper)

    data, printed = drawn(TITLE, draw, phrases, tones_on(layout.stock))
    if filling.foreign:
        data = lay_over(data, filling.foreign, layout)
    deliver(data, out)
    return Mixed(printed, tuple(filling.begun))


class _Filling:
    """A file while pieces are put into it one after the other."""

    def __init__(self, layout: Layout) -> None:
        self.begun: list[int] = []
        self.foreign: list[tuple[int, Cell, Foreign]] = []
        self._layout = layout
        self._cells = layout.places()
        self._sheet = -1

    def add(self, paper: Paper, piece: object) -> None:
        """Draw one piece in the next place that suits it."""
        draw = WHOLE.get(type(piece))
        if draw is not None:
            self.close(paper)
            self.begun.append(paper.pages)
            draw(paper, piece, self._layout)
            return
        cell = self._next_cell(paper)
        self.begun.append(paper.pages - 1)
        if isinstance(piece, Foreign):
            self.foreign.append((paper.pages - 1, cell, piece))
        else:
            IN_CELL[type(piece)](Area(paper, cell), piece, self._layout.stock)

    def close(self, paper: Paper) -> None:
        """End the sheet that is being filled; what follows begins another."""
        if self._sheet >= 0:
            paper.close_page()
            self._sheet = -1
            self._cells = replace(self._layout, skip=frozenset()).places()

    def _next_cell(self, paper: Paper) -> Cell:
        sheet, cell = next(self._cells)
        if sheet != self._sheet:
            if self._sheet >= 0:
                paper.close_page()
            paper.open_sheet(self._layout)
            self._sheet = sheet
        return cell
