"""Labels for bins and round seals: a name large enough to read from across the room."""

from __future__ import annotations

import math
from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Pen, Slot
from closet_app.printing.item_label import CELL, ROLL, SQUARE, STRIP, TINY, CellWords, draw_in_cell
from closet_app.printing.marks import SPRIG
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.text.clean import clean
from closet_app.printing.text.clusters import clusters
from closet_app.printing.text.fitting import Style, fit_line
from closet_app.printing.text.runs import height_of
from closet_app.printing.values import BinLabel, Sticker

_BIN_NAME = Style("bold", 32, 9, 34, styles.BLACK)
_BIN_TEXT = Style("text", 9.5, 7, 12, styles.BLACK)
_MOST_NAME_LINES = 3
BIN_ROLL = replace(
    ROLL,
    number=_BIN_NAME,
    number_y=46,
    number_lines=_MOST_NAME_LINES,
    title_drop=16,
    text=_BIN_TEXT,
)
BIN_CELL = replace(
    CELL,
    number=_BIN_NAME,
    number_y=40,
    number_lines=_MOST_NAME_LINES,
    title_drop=15,
    text=_BIN_TEXT,
)

_INITIAL = Style("title", 60, 12, 62, styles.BERRY)
_WORDS = Style("script", 19, 7, 21, styles.BERRY)
_NAME = Style("strong", 10, 5, 12, styles.BERRY)
_STICKER = 144.0
_RING = 5.0


def draw_bin_label(area: Area, label: BinLabel, stock: Stock) -> None:
    """The bin's name beside its code, and what is in it."""
    area.paper.begin(label.name)
    words = CellWords(label.name, label.contents, code=label.code)
    geometries = ((BIN_ROLL, BIN_CELL), (STRIP, SQUARE, TINY))
    draw_in_cell(area, words, geometries, thermal=stock.kind is Kind.ROLL)


def draw_sticker(area: Area, sticker: Sticker, stock: Stock) -> None:
    """Words above the logo or initial, the shop's name below, all within the circle."""
    area.paper.begin(sticker.shop.name, sticker.language)
    side = min(area.width, area.height)
    unit = side / _STICKER
    square = Box((area.width - side) / 2, (area.height - side) / 2, side, side)
    with area.turned(square) as cell:
        ring = max(_RING * unit, stock.margin)
        inside = Box(ring, ring, side - 2 * ring, side - 2 * ring)
        corner = inside.width / 2 if stock.is_round else 6 * unit
        cell.frame(inside, Pen(1.1 * unit, styles.BERRY, corner=corner))
        words = sticker.words or cell.paper.phrases.say("sticker")
        _line(cell, words, _WORDS, -0.2, ring)
        _line(cell, sticker.shop.name, _NAME, 0.31, ring)
        _draw_middle(cell, sticker, side)


def _draw_middle(cell: Area, sticker: Sticker, side: float) -> None:
    shop = sticker.shop
    box = Box(side * 0.25, side * 0.36, side * 0.5, side * 0.34)
    if shop.logo and cell.logo(shop.logo, box):
        return
    letters = clusters(clean(shop.name))
    if not letters:
        cell.logo_or_mark(None, SPRIG, _INITIAL.ink, box, centred=True)
        return
    initial = letters[0].upper()
    top, bottom = height_of(_INITIAL.face, initial)
    size = min(side * 0.4, box.height / max(0.1, top - bottom))
    made = fit_line(initial, replace(_INITIAL, size=size), box.width)
    y = box.y + box.height / 2 + (top + bottom) / 2 * made.size
    cell.fitted(made, _INITIAL.ink, Slot(box.x, y, box.width, Align.CENTRE))


def _line(cell: Area, text: str, style: Style, below: float, ring: float) -> None:
    """A line `below` the middle, by parts of the side, no wider than the circle is there."""
    side, unit = cell.width, cell.width / _STICKER
    radius = side / 2 - ring - 4 * unit
    y = side * (0.5 + below)
    far = max(abs(y - side / 2), abs(y - style.size * unit * 0.75 - side / 2))
    width = 2 * math.sqrt(max(0.0, radius**2 - far**2))
    scaled = replace(style, size=style.size * unit, floor=min(style.floor, style.size * unit))
    cell.line(text, scaled, Slot((side - width) / 2, y, width, Align.CENTRE))
