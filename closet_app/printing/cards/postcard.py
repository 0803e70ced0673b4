"""Postcard: a picture with the thanks beside it, and a back for note, address and stamp."""

from __future__ import annotations

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Pen, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled
from closet_app.printing.cards.letter import LetterFrame, draw_letter
from closet_app.printing.cards.photo import credit_words
from closet_app.printing.design import TYPES, Design, Part
from closet_app.printing.party import PartyStyle, draw_party, fit_party
from closet_app.printing.text.fitting import Style, fit_lines, fit_words

_SIZE = (432.0, 288.0)
_SIDE = 18.0
_PICTURE = 0.56
_DIVIDER = 0.55
_AIR = 14.0
_STAMP = (54.0, 64.8)
_GREETING_Y, _NOTE_Y = 48.0, 76.0
_CODE = 56.0
_CLEAR = 45.0
"""The lowest part of the address side, in points, where the post prints its bars."""
_MOST_TITLE_LINES = 3

TITLE = Style("script", 36, 18, 40, styles.BERRY)
CREDIT = Style("text", 10, 7.5, 13, styles.GREY)
GREETING = Style("hand", 24, 10, 27, styles.HAND)
NOTE = Style("hand", 18, 13, 20.5, styles.HAND)
STAMP = Style("text", 7.5, 6, 9.5, styles.GREY)
_TO = PartyStyle(
    Style("strong", 13, 9, 17, styles.INK), Style("text", 12, 8.5, 16.5, styles.INK), 16.5
)


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the letter goes on an address side of this size: left of the divider."""
    unit = min(width / _SIZE[0], height / _SIZE[1])
    code = (_CODE + _AIR) * unit if design.has(Part.CODE) else 0.0
    greeting = scaled(GREETING, TYPES[design.fonts.letter], unit, design.inks.letter)
    note = letter_style(design, scaled(NOTE, "", unit, ""))
    return LetterFrame(
        x=_SIDE + 4,
        width=width * _DIVIDER - _SIDE - 4 - _AIR,
        note_y=_NOTE_Y * unit,
        bottom=height - _SIDE - 4 - code,
        note=note,
        greeting=greeting,
        greeting_y=_GREETING_Y * unit,
        sign_off=note,
        gap=6,
        lift=14 * unit,
    )


def draw_front(leaf: Leaf) -> None:
    """The picture, or the mark large, and the thanks beside it."""
    leaf.ground()
    unit = leaf.scale(*_SIZE)
    box = Box(_SIDE, _SIDE, leaf.width * _PICTURE - _SIDE, leaf.height - 2 * _SIDE)
    if leaf.picture:
        leaf.area.photo(leaf.picture, box)
    else:
        leaf.area.frame(box, Pen(1.0, leaf.design.inks.accent, corner=6, dash=(3.5, 2.5)))
        inside = Box(box.x, box.y + box.height / 4, box.width, box.height / 2)
        leaf.mark(inside, centred=True)
    left = leaf.width * _PICTURE + _AIR * unit
    width = leaf.width - _SIDE - left
    title = leaf.display(scaled(TITLE, "", unit, ""))
    made = fit_words(leaf.words("title"), title, width, title.leading, _MOST_TITLE_LINES)
    y = leaf.height / 2 - made.height / 2 + title.size * 0.2
    leaf.area.fitted(made, title.ink, Slot(left, y, width, Align.CENTRE))
    if leaf.design.has(Part.SHOP):
        slot = Slot(left, leaf.height - _SIDE - 12 * unit, width, Align.CENTRE)
        leaf.area.line(credit_words(leaf), leaf.small(CREDIT), slot)


def draw_back(leaf: Leaf) -> None:
    """The letter on the left; stamp and address on the right, clear of the post's own bars."""
    unit = leaf.scale(*_SIZE)
    middle = leaf.width * _DIVIDER
    pen = Pen(0.75, leaf.design.inks.line)
    leaf.area.upright(middle, _SIDE, leaf.height - 2 * _SIDE, pen)
    draw_letter(leaf, frame(leaf.design, leaf.width, leaf.height))
    _draw_code(leaf, unit)
    left = middle + _AIR
    width = leaf.width - _SIDE - left
    _draw_stamp(leaf, unit)
    _draw_address(leaf, Slot(left, leaf.height * 0.5, width))


def _draw_code(leaf: Leaf, unit: float) -> None:
    link = (leaf.card.back.link if leaf.card.back else "") or leaf.card.shop.link
    if not leaf.design.has(Part.CODE) or not link:
        return
    side = _CODE * unit
    box = Box(_SIDE + 6, leaf.height - _SIDE - side - 4, side, side)
    drawn = leaf.area.code(link, box, leaf.design.inks.code)
    if drawn:
        left = box.x + side + 12
        words = leaf.area.paper.phrases.say("scan_shop")
        small = leaf.small(styles.BACK_TEXT)
        width = leaf.width * _DIVIDER - _AIR - left
        leaf.area.lines(words, small, Slot(left, box.y + side / 2 - 4, width), 3)


def _draw_stamp(leaf: Leaf, unit: float) -> None:
    width, height = (length * unit for length in _STAMP)
    box = Box(leaf.width - _SIDE - width, _SIDE, width, height)
    leaf.area.frame(box, Pen(0.75, leaf.design.inks.line, dash=styles.STITCH_DASH))
    words = leaf.area.paper.phrases.say("postage")
    made = fit_lines(words, STAMP, width - 10, 3)
    y = box.y + height / 2 - made.height / 2 + STAMP.size * 0.36
    leaf.area.fitted(made, STAMP.ink, Slot(box.x + 5, y, width - 10, Align.CENTRE))


def _draw_address(leaf: Leaf, slot: Slot) -> None:
    """The receiver, or lines to write on."""
    room = leaf.height - _CLEAR - slot.y
    if leaf.card.to:
        block = fit_party(leaf.card.to, _TO, slot.width, room)
        draw_party(leaf.area, block, slot.x, slot.y, slot.width)
        return
    for number in range(4):
        y = slot.y + number * room / 4
        leaf.area.rule(slot.x, y, slot.width, Pen(0.5, leaf.design.inks.line))
