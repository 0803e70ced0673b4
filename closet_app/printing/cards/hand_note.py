"""The hand note: a letter in handwriting under a sprig."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled
from closet_app.printing.cards.letter import LetterFrame, draw_letter
from closet_app.printing.design import TYPES, Design, Part
from closet_app.printing.text.fitting import Style, fit_words, resized

_MARK = Box(39, 31, 60, 61)
_SIZE = (297.6, 419.5)
_MOST_LINES = 3
_SMALL = 0.9
"""A card that is smaller by more than a tenth is written in a smaller hand."""
_COVER = (306.0, 396.0)
_COVER_TITLE = Style("hand", 46, 20, 50, styles.BERRY)


@dataclass(frozen=True, slots=True)
class NoteGeometry:
    """The front, in points from the top left; foot and sign-off measured from what they follow."""

    side: float = 32.6
    mark: Box = _MARK
    shop_y: float = 44
    shop_width: float = 140
    greeting_y: float = 138.8
    note_y: float = 176.4
    lift: float = 15.5
    air: float = 12
    stitch: float = 48.8
    footer: float = 31.5
    inset: float = 1.8


FRONT = NoteGeometry()


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the letter goes on a front of this size, larger on a card larger than A6."""
    unit = _unit(width, height)
    left = (FRONT.side + FRONT.inset) * unit
    greeting = scaled(styles.GREETING, TYPES[design.fonts.display], design.sizes.display * unit, "")
    return LetterFrame(
        x=left,
        width=width - FRONT.side * unit - left,
        note_y=FRONT.note_y * unit,
        bottom=height - (FRONT.stitch + FRONT.air) * unit,
        note=letter_style(design, scaled(styles.LETTER, "", unit, "")),
        greeting=replace(greeting, ink=design.inks.letter),
        greeting_y=FRONT.greeting_y * unit,
        sign_off=letter_style(design, scaled(styles.SIGN_OFF, "", unit, "")),
        lift=FRONT.lift * unit,
    )


def _unit(width: float, height: float) -> float:
    unit = min(width / _SIZE[0], height / _SIZE[1])
    return unit if unit < _SMALL else max(1.0, unit)


def draw_front(leaf: Leaf) -> None:
    """The letter, or on a folded card the sprig over “thank you”."""
    if leaf.folded:
        _draw_cover(leaf)
        return
    area, card, design = leaf.area, leaf.card, leaf.design
    unit = _unit(leaf.width, leaf.height)
    side, small = FRONT.side * unit, resized(leaf.small(styles.CARD_SMALL), unit)
    leaf.ground()
    mark = FRONT.mark
    leaf.mark(Box(mark.x * unit, mark.y * unit, mark.width * unit, mark.height * unit))
    if design.has(Part.SHOP):
        width = FRONT.shop_width * unit
        slot = Slot(area.width - side - width, FRONT.shop_y * unit, width, Align.RIGHT)
        area.line(card.shop.name, small, slot)
    draw_letter(leaf, frame(design, leaf.width, leaf.height))
    if design.has(Part.FOOTER):
        inner = area.width - 2 * side
        area.rule(side, area.height - FRONT.stitch * unit, inner, leaf.stitch)
        slot = Slot(side, area.height - FRONT.footer * unit, inner)
        area.line(leaf.words("footer", card.footer), small, slot)


def _draw_cover(leaf: Leaf) -> None:
    unit, side = leaf.scale(*_COVER), FRONT.side
    leaf.ground()
    leaf.mark(Box(side, 96 * unit, leaf.width - 2 * side, 92 * unit), centred=True)
    title = leaf.display(scaled(_COVER_TITLE, "hand", unit, styles.BERRY))
    made = fit_words(leaf.words("title"), title, leaf.width - 2 * side, title.leading, _MOST_LINES)
    slot = Slot(side, 246 * unit, leaf.width - 2 * side, Align.CENTRE)
    leaf.area.fitted(made, title.ink, slot)
    if leaf.design.has(Part.SHOP):
        name = Slot(side, leaf.height - 44 * unit, leaf.width - 2 * side, Align.CENTRE)
        leaf.area.line(leaf.card.shop.name, leaf.small(styles.CARD_SMALL), name)
