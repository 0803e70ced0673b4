"""Ribbon: the card tied like a parcel, with a bow where two ribbons cross."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Pen, Slot
from closet_app.printing.cards.leaf import RIM, Leaf, letter_style, scaled
from closet_app.printing.cards.letter import LetterFrame, draw_letter, fit_letter
from closet_app.printing.design import Design, Part
from closet_app.printing.text.fitting import Style, fit_words

_SIZE = (297.6, 419.5)
_BAND = 15.0
_CROSS_X, _CROSS_Y = 0.235, 0.235
_BOW = (104.0, 62.0)
_LEFT = 0.235
_GAP = 26.0
_SIDE = 26.0
_TITLE_Y, _NAME_Y, _NOTE_Y = 0.475, 0.565, 0.645
_BOTTOM, _SHOP_Y = 0.86, 0.925
_LIFT = 0.05
_NAME_ROOM, _NAME_RISES = 18.0, 0.6

TITLE = Style("title", 34, 15, 38, styles.BERRY)
NAME = Style("serif", 27, 12, 30, styles.HAND)
NOTE = Style("text", 11.5, 8.5, 16.6, styles.INK)
SHOP = Style("text", 10, 7.5, 13, styles.GREY)


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the text goes on a front of this size, right of the ribbon."""
    unit = min(width / _SIZE[0], height / _SIZE[1])
    left = width * _LEFT + _GAP * unit
    note = letter_style(design, scaled(NOTE, "", unit, ""))
    return LetterFrame(
        x=left,
        width=width - left - _SIDE,
        note_y=height * _NOTE_Y,
        bottom=height * _BOTTOM,
        note=note,
        sign_off=note,
        gap=6,
        lift=height * _LIFT,
    )


def draw_front(leaf: Leaf) -> None:
    """The two ribbons and their bow, the thanks, the note and the shop's name."""
    leaf.ground()
    unit = leaf.scale(*_SIZE)
    _draw_ribbons(leaf, unit)
    place = frame(leaf.design, leaf.width, leaf.height)
    letter = fit_letter(leaf.card, leaf.design, place) if leaf.has_note else None
    lift = letter.lift if letter else 0.0
    slot = Slot(place.x, leaf.height * _TITLE_Y - lift, place.width)
    leaf.area.line(leaf.words("title"), leaf.display(scaled(TITLE, "", unit, "")), slot)
    name = leaf.display(scaled(NAME, "", unit, ""), leaf.design.inks.letter)
    if leaf.design.fonts.display == "fraunces":
        name = replace(name, face=NAME.face)
    made = fit_words(leaf.words("second"), name, place.width, _NAME_ROOM * unit)
    slot = replace(slot, y=leaf.height * _NAME_Y - lift - made.height * _NAME_RISES)
    leaf.area.fitted(made, name.ink, slot)
    if letter:
        draw_letter(leaf, place, letter)
    if leaf.design.has(Part.SHOP):
        slot = Slot(place.x, leaf.height * _SHOP_Y, place.width, Align.RIGHT)
        leaf.area.line(leaf.words("credit", leaf.card.shop.name), leaf.small(SHOP), slot)


def _draw_ribbons(leaf: Leaf, unit: float) -> None:
    """Bands from rim to rim that leave room for the bow."""
    band = _BAND * unit
    middle_x, middle_y = leaf.width * _CROSS_X, leaf.height * _CROSS_Y
    wide, high = (length * unit for length in _BOW)
    with_bow = leaf.design.has(Part.MARK)
    gap_x, gap_y = (wide / 2 + 3, high / 2 + 3) if with_bow else (0.0, 0.0)
    left, right = middle_x - gap_x, middle_x + gap_x
    above, below = middle_y - gap_y, middle_y + gap_y
    for box in (
        Box(middle_x - band / 2, RIM, band, above - RIM),
        Box(middle_x - band / 2, below, band, leaf.height - RIM - below),
        Box(RIM, middle_y - band / 2, left - RIM, band),
        Box(right, middle_y - band / 2, leaf.width - RIM - right, band),
    ):
        _draw_band(leaf, box, band)
    leaf.mark(Box(middle_x - wide / 2, middle_y - high / 2, wide, high), centred=True)


def _draw_band(leaf: Leaf, box: Box, band: float) -> None:
    """The band, unless what the bow leaves of it would look like a slip of the pen."""
    if min(box.width, box.height) < band:
        return
    if leaf.design.less_ink:
        leaf.area.frame(box, Pen(0.75, leaf.design.inks.accent))
    else:
        leaf.area.paint(box, leaf.design.inks.accent)
