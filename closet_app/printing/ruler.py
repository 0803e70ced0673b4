"""The ruler page of a stock: scales along every edge and the outlines of its labels.

What is printed is read with the eye: the first number that can be seen at an edge is how many
millimetres the printer cuts off there or pulls the sheet askew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Pen, Slot
from closet_app.printing.documents import Printed, drawn
from closet_app.printing.paper import Paper
from closet_app.printing.saving import deliver
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import POINTS, Cell
from closet_app.printing.text.fitting import Style

MM = POINTS["mm"]
TICK = Pen(0.4, styles.BLACK)
OUTLINE = Pen(0.5, styles.BLACK)
NUMBER = Style("text", 6, 5, 7, styles.BLACK)
WORDS = Style("medium", 9, 5, 11, styles.BLACK)
LONG, MIDDLE, SHORT = 4.0, 2.6, 1.6
"""Lengths in millimetres of every tenth, fifth and single tick."""
DEEPEST = 20.0
"""Millimetres from an edge that its scale counts."""


def make_ruler(layout: Layout, words: str, out: BinaryIO | Path) -> Printed:
    """One page of the layout's stock with `words` at its middle, all in black."""

    def draw(paper: Paper) -> None:
        paper.open_sheet(layout)
        _draw(paper, layout, words)
        paper.close_page()

    data, printed = drawn("Ruler page", draw)
    deliver(data, out)
    return printed


def _draw(paper: Paper, layout: Layout, words: str) -> None:
    stock = layout.stock
    page = Area(paper, Cell(0, 0, stock.width, stock.height))
    _scale_across(page)
    _scale_down(page)
    if stock.per_page > 1:
        _outlines(page, layout)
    else:
        _cross(page)
    middle = Slot(page.width * 0.2, page.height / 2 - 4, page.width * 0.6, Align.CENTRE)
    page.lines(words, WORDS, middle, 2)


def _outlines(page: Area, layout: Layout) -> None:
    """Every cell, so that a printed sheet held against an empty one shows what is off."""
    stock = layout.stock
    for index in range(stock.per_page):
        cell = stock.cell(index)
        box = Box(cell.left, cell.top, cell.width, cell.height)
        page.frame(box, replace(OUTLINE, corner=min(stock.corner, cell.width / 2)))
        slot = Slot(cell.left, cell.top + cell.height / 2 + 2, cell.width, Align.CENTRE)
        page.line(str(index + 1), NUMBER, slot)


def _cross(page: Area) -> None:
    reach = min(page.width, page.height) / 6
    across, down = page.width / 2, page.height / 2
    page.rule(across - reach, down + 14, 2 * reach, TICK)
    page.upright(across, down + 14 - reach / 2, reach, TICK)


def _scale_across(page: Area) -> None:
    """Ticks from the left and the right edge inwards, at a third of the height."""
    top = page.height / 3
    for millimetre in range(round(_depth(page.width)) + 1):
        at, length = millimetre * MM, _length(millimetre) * MM
        for x in (at, page.width - at):
            page.upright(x, top, length, TICK)
            if millimetre % 5 == 0 and millimetre:
                page.line(str(millimetre), NUMBER, Slot(x - 8, top + length + 7, 16, Align.CENTRE))


def _scale_down(page: Area) -> None:
    """Ticks from the top and the bottom edge inwards, at a third of the width."""
    left = page.width / 3
    for millimetre in range(round(_depth(page.height)) + 1):
        at, length = millimetre * MM, _length(millimetre) * MM
        for y in (at, page.height - at):
            page.rule(left, y, length, TICK)
            if millimetre % 5 == 0 and millimetre:
                page.line(str(millimetre), NUMBER, Slot(left + length + 2, y + 2, 14, Align.LEFT))


def _depth(side: float) -> float:
    return min(DEEPEST, side / MM / 3)


def _length(millimetre: int) -> float:
    if millimetre % 10 == 0:
        return LONG
    return MIDDLE if millimetre % 5 == 0 else SHORT
