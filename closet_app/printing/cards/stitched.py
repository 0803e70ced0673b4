"""Stitched: a dashed border, a hanger and “Thank you” in script over a short text."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Pen, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled, stretch_of
from closet_app.printing.cards.letter import Letter, LetterFrame, draw_letter, fit_letter
from closet_app.printing.design import Design, Part
from closet_app.printing.text.fitting import Style, fit_words, resized

_BORDER = 0.22 * 72
_CORNER = 9.0
_INNER = 43.0
_MARK = (0.191, 0.119)
_TITLE_Y, _NAME_Y, _NOTE_Y, _NOTE_END, _SHOP_Y = 0.452, 0.551, 0.638, 0.775, 0.826
_LIFT = 0.1
_NAME_ROOM = 20.0
_SIZE = (288.0, 432.0)
_FOLDED_DROP = 0.1

TITLE = Style("script", 52, 24, 56, styles.BERRY)
NAME = Style("script", 34, 14, 38, styles.HAND)
NOTE = Style("text", 11.8, 8.5, 17.2, styles.INK)
SHOP = Style("strong", 10.5, 8, 14, styles.BERRY)


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the text goes on a front of this size."""
    unit = min(width / _SIZE[0], height / _SIZE[1])
    note = letter_style(design, scaled(NOTE, "", unit, ""))
    return LetterFrame(
        x=_INNER,
        width=width - 2 * _INNER,
        note_y=height * _NOTE_Y,
        bottom=height * _NOTE_END,
        note=note,
        lift=height * _LIFT,
        align=Align.CENTRE,
    )


def draw_front(leaf: Leaf) -> None:
    """The border, the mark, the script, the note and the shop's name."""
    leaf.ground()
    border = Pen(1.0, leaf.design.inks.accent, corner=_CORNER, dash=(3.5, 2.5))
    inside = Box(_BORDER, _BORDER, leaf.width - 2 * _BORDER, leaf.height - 2 * _BORDER)
    leaf.area.frame(inside, border)
    place = frame(leaf.design, leaf.width, leaf.height)
    letter = fit_letter(leaf.card, leaf.design, place) if leaf.has_note else None
    _draw_head(leaf, place, letter)
    if letter:
        draw_letter(leaf, place, letter)
    if leaf.design.has(Part.SHOP):
        slot = Slot(_INNER, leaf.height * _SHOP_Y, place.width, Align.CENTRE)
        shop = Style(SHOP.face, SHOP.size, SHOP.floor, SHOP.leading, leaf.design.inks.accent)
        leaf.area.line(leaf.words("credit", leaf.card.shop.name), shop, slot)


def _draw_head(leaf: Leaf, place: LetterFrame, letter: Letter | None) -> None:
    """The mark, title and name, lower when no note follows."""
    height, unit = leaf.height, leaf.scale(*_SIZE)
    drop = -letter.lift if letter else height * _FOLDED_DROP
    mark_top, mark_height = (height * part for part in _MARK)
    leaf.mark(Box(_INNER, mark_top + drop, place.width, mark_height), centred=True)
    title = leaf.display(scaled(TITLE, "", unit, ""))
    wide = leaf.width - 2 * _BORDER - 24
    slot = Slot(_BORDER + 12, height * _TITLE_Y + drop, wide, Align.CENTRE)
    leaf.area.line(leaf.words("title"), title, slot)
    name = leaf.display(scaled(NAME, "", unit, ""), leaf.design.inks.letter)
    slot = Slot(_INNER, height * _NAME_Y + drop, place.width, Align.CENTRE)
    second = leaf.words("second")
    made = fit_words(second, resized(name, 1 / stretch_of(second)), place.width, _NAME_ROOM * unit)
    leaf.area.fitted(made, name.ink, replace(slot, y=slot.y - made.height / 2))
