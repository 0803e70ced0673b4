"""The hand note: a letter in handwriting under a sprig."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled
from closet_app.printing.cards.letter import LetterFrame, draw_letter
from closet_app.printing.design import TYPES, Design, Part
from closet_app.printing.text.fitting import Style, fit_lines

_MARK = Box(39, 31, 60, 61)
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
    """Where the letter goes on a front of this size."""
    left = FRONT.side + FRONT.inset
    greeting = scaled(
        styles.GREETING, TYPES[design.fonts.display], design.sizes.display, design.inks.letter
    )
    return LetterFrame(
        x=left,
        width=width - FRONT.side - left,
        note_y=FRONT.note_y,
        bottom=height - FRONT.stitch - FRONT.air,
        note=letter_style(design, styles.LETTER),
        greeting=greeting,
        greeting_y=FRONT.greeting_y,
        sign_off=letter_style(design, styles.SIGN_OFF),
        lift=FRONT.lift,
    )


def draw_front(leaf: Leaf) -> None:
    """The letter, or on a folded card the sprig over “thank you”."""
    if leaf.folded:
        _draw_cover(leaf)
        return
    area, card, design = leaf.area, leaf.card, leaf.design
    inner = area.width - 2 * FRONT.side
    leaf.ground()
    leaf.mark(FRONT.mark)
    if design.has(Part.SHOP):
        name_x = area.width - FRONT.side - FRONT.shop_width
        slot = Slot(name_x, FRONT.shop_y, FRONT.shop_width, Align.RIGHT)
        area.line(card.shop.name, leaf.small(styles.CARD_SMALL), slot)
    draw_letter(leaf, frame(design, leaf.width, leaf.height))
    if design.has(Part.FOOTER):
        area.rule(FRONT.side, area.height - FRONT.stitch, inner, leaf.stitch)
        slot = Slot(FRONT.side, area.height - FRONT.footer, inner)
        area.line(leaf.words("footer", card.footer), leaf.small(styles.CARD_SMALL), slot)


def _draw_cover(leaf: Leaf) -> None:
    unit, side = leaf.scale(*_COVER), FRONT.side
    leaf.ground()
    leaf.mark(Box(side, 96 * unit, leaf.width - 2 * side, 92 * unit), centred=True)
    title = leaf.display(scaled(_COVER_TITLE, "hand", unit, styles.BERRY))
    made = fit_lines(leaf.words("title"), title, leaf.width - 2 * side, 2)
    slot = Slot(side, 246 * unit, leaf.width - 2 * side, Align.CENTRE)
    leaf.area.fitted(made, title.ink, slot)
    if leaf.design.has(Part.SHOP):
        name = Slot(side, leaf.height - 44 * unit, leaf.width - 2 * side, Align.CENTRE)
        leaf.area.line(leaf.card.shop.name, leaf.small(styles.CARD_SMALL), name)
