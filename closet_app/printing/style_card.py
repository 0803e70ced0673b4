"""The style card: three pieces, one reason why they go together, and a code."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Slot
from closet_app.printing.stock import Stock
from closet_app.printing.text.fitting import Style, fit_first, fit_lines, resized
from closet_app.printing.values import CardPiece, StyleCard

_SIZE = (432.0, 288.0)
_LEFT, _TITLE_Y, _TITLE_ROOM = 26.9, 49.0, 22.0
_RIGHT = 26.0
_DOT, _DOT_PITCH, _DOT_Y = 13.8, 19.4, 33.0
_MOST_DOTS = 5
_PHOTO = (85.5, 133.8)
_PHOTO_TOP, _PITCH = 67.0, 96.6
_MOST_PIECES = 3
_NAME_Y = 214.6
_CODE = Box(319.0, 69.0, 74.5, 74.5)
_REASON = Slot(316.0, 167.0, 92.0)
_REASON_LINES = 6
_FOOT_Y = 265.6

TITLE = Style("hand", 27, 14, 30, styles.BERRY)
NAME = Style("strong", 9.5, 7, 11.5, styles.INK)
REASON = Style("text", 9.5, 7.5, 14.6, styles.GREY)
FOOT = Style("text", 9, 7, 12, styles.GREY)


def draw_style_card(area: Area, card: StyleCard, stock: Stock) -> None:
    """The card in its cell, on its side where the cell stands upright."""
    area.paper.begin(card.title or card.shop.name, card.language)
    if stock.cell_height > stock.cell_width:
        with area.turned(Box(0, 0, area.width, area.height), 90) as lying:
            _draw(lying, card)
        return
    _draw(area, card)


def _draw(cell: Area, card: StyleCard) -> None:
    unit = min(cell.width / _SIZE[0], cell.height / _SIZE[1])
    width, height = (length * unit for length in _SIZE)
    middle = Box((cell.width - width) / 2, (cell.height - height) / 2, width, height)
    with cell.turned(middle) as area:
        say = area.paper.phrases.say
        dots = _draw_dots(area, card, unit)
        room = width - (_LEFT + _RIGHT + 8) * unit - dots
        titles = list(filter(None, (card.title, say("style_title"))))
        slot = Slot(_LEFT * unit, _TITLE_Y * unit, room)
        made = fit_first(titles, resized(TITLE, unit), room, _TITLE_ROOM * unit)
        area.fitted(made, TITLE.ink, replace(slot, y=slot.y - made.height / 2))
        for number, piece in enumerate(card.pieces[:_MOST_PIECES]):
            _draw_piece(area, piece, (_LEFT + number * _PITCH) * unit, unit)
        _draw_reason(area, card, unit)
        together = say("all_ship_together") if len(card.pieces) > 1 else ""
        foot = card.footer or " ".join(filter(None, (f"{card.shop.name}.", together)))
        room = width - (_LEFT + _RIGHT) * unit
        area.line(foot, resized(FOOT, unit), Slot(_LEFT * unit, _FOOT_Y * unit, room))


def _draw_dots(area: Area, card: StyleCard, unit: float) -> float:
    """The pieces' colours from the right; returns the room they take."""
    shown = card.colors[:_MOST_DOTS]
    side = _DOT * unit
    for number, color in enumerate(reversed(shown)):
        x = area.width - _RIGHT * unit - side - number * _DOT_PITCH * unit
        area.paint(Box(x, _DOT_Y * unit, side, side), color, side / 2)
    return len(shown) * _DOT_PITCH * unit


def _draw_piece(area: Area, piece: CardPiece, x: float, unit: float) -> None:
    width, height = (length * unit for length in _PHOTO)
    area.photo(piece.photo, Box(x, _PHOTO_TOP * unit, width, height))
    made = fit_lines(piece.title, resized(NAME, unit), width, 2)
    area.fitted(made, NAME.ink, Slot(x, _NAME_Y * unit, width))
    y = _NAME_Y * unit + len(made.lines) * made.leading
    area.line(piece.price, resized(NAME, unit), Slot(x, y, width))


def _draw_reason(area: Area, card: StyleCard, unit: float) -> None:
    """The code with the reason under it; without a code the reason stands at the top."""
    box = Box(*(length * unit for length in (_CODE.x, _CODE.y, _CODE.width, _CODE.height)))
    drawn = area.code(card.link or card.shop.link, box, styles.CARD_CODE)
    y = _REASON.y if drawn else _CODE.y + 8
    most = _REASON_LINES if drawn else 2 * _REASON_LINES
    slot = Slot(_REASON.x * unit, y * unit, _REASON.width * unit, Align.START)
    area.lines(card.reason, resized(REASON, unit), slot, most)
