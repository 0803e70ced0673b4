"""The care card: each piece of the parcel and what keeps it well."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import HAIRLINE, Align, Area, Box, Slot, common_edge
from closet_app.printing.marks import MARKS
from closet_app.printing.phrases import RemarkKind
from closet_app.printing.stock import Stock
from closet_app.printing.text.fitting import Fitted, Style, fit_line, fit_lines, resized
from closet_app.printing.values import CareCard, CareLine

_SIZE = (297.6, 419.5)
_SIDE = 30.0
_MARK = Box(_SIDE, 30, 54, 36)
_TITLE_Y, _FIRST_Y, _FOOT_Y = 102.0, 134.0, 28.0
_GAP = 12.0
_SIZES = (1.0, 0.9, 0.8, 0.7)
_MOST_LINES = 6
_SMALL = 190.0
"""A card narrower than this, in points, has no room for a mark over its title."""
_SMALL_SIDE, _SMALL_TITLE_Y = 15.0, 27.0

TITLE = Style("hand", 30, 16, 33, styles.BERRY)
PIECE = Style("strong", 11.5, 8, 15, styles.INK)
TEXT = Style("text", 11, 8, 15.4, styles.INK)
FOOT = Style("text", 10, 7.5, 13, styles.GREY)


@dataclass(frozen=True, slots=True)
class _Entry:
    title: Fitted
    text: Fitted
    edge: Align

    @property
    def height(self) -> float:
        return self.title.leading + len(self.text.lines) * self.text.leading


def draw_care_card(area: Area, card: CareCard, stock: Stock) -> None:
    """Title and entries, in smaller type when there are many; says when not all fit."""
    area.paper.begin(card.order or card.shop.name, card.language)
    if min(area.width, area.height) < _SMALL:
        _draw_small(area, card)
    elif stock.cell_width > stock.cell_height:
        with area.turned(Box(0, 0, area.width, area.height), 90) as standing:
            _draw(standing, card)
    else:
        _draw(area, card)


def _draw(area: Area, card: CareCard) -> None:
    unit = min(1.2, area.width / _SIZE[0], area.height / _SIZE[1])
    side, inner = _SIDE * unit, area.width - 2 * _SIDE * unit
    box = Box(*(length * unit for length in (_MARK.x, _MARK.y, _MARK.width, _MARK.height)))
    area.logo_or_mark(card.shop.logo, MARKS["hanger"], styles.BERRY, box)
    title = card.title or area.paper.phrases.say("care_title")
    area.line(title, resized(TITLE, unit), Slot(side, _TITLE_Y * unit, inner))
    first = _FIRST_Y * unit
    room = area.height - (_FOOT_Y + 24) * unit - first
    _draw_entries(area, card.lines, Box(side, first, inner, room), unit)
    foot = card.footer or card.shop.name
    y = area.height - _FOOT_Y * unit
    area.rule(side, y - 16 * unit, inner, HAIRLINE)
    area.line(foot, resized(FOOT, unit), Slot(side, y, inner))


def _draw_small(area: Area, card: CareCard) -> None:
    """Title and entries alone, along the longer side of a business card."""
    if area.height > area.width:
        with area.turned(Box(0, 0, area.width, area.height), 90) as lying:
            _draw_small(lying, card)
        return
    inner = area.width - 2 * _SMALL_SIDE
    shop = fit_line(card.footer or card.shop.name, resized(FOOT, 0.8), inner * 0.45)
    title = card.title or area.paper.phrases.say("care_title")
    slot = Slot(_SMALL_SIDE, _SMALL_TITLE_Y, inner - shop.width - 12)
    area.line(title, resized(TITLE, 0.62), slot)
    area.fitted(shop, FOOT.ink, Slot(_SMALL_SIDE, _SMALL_TITLE_Y, inner, Align.RIGHT))
    first = _SMALL_TITLE_Y + 18
    room = area.height - _SMALL_SIDE - first
    _draw_entries(area, card.lines, Box(_SMALL_SIDE, first, inner, room), 0.78)


def _draw_entries(area: Area, lines: tuple[CareLine, ...], box: Box, unit: float) -> None:
    entries: list[_Entry] = []
    for size in _SIZES:
        entries = [_entry(line, box.width, unit * size) for line in lines]
        if sum(each.height + _GAP * unit for each in entries) <= box.height:
            break
    y = box.y
    for entry in entries:
        if y + entry.height > box.y + box.height + _GAP:
            area.paper.note(RemarkKind.TEXT_CUT)
            return
        area.fitted(entry.title, PIECE.ink, Slot(box.x, y, box.width, entry.edge))
        below = y + entry.title.leading
        area.fitted(entry.text, TEXT.ink, Slot(box.x, below, box.width, entry.edge))
        y += entry.height + _GAP * unit


def _entry(line: CareLine, width: float, unit: float) -> _Entry:
    text = replace(resized(TEXT, unit), floor=TEXT.floor * unit)
    return _Entry(
        fit_line(line.title, resized(PIECE, unit), width),
        fit_lines(line.text, text, width, _MOST_LINES),
        common_edge(line.text, line.text, line.title),
    )
