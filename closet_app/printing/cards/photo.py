"""Photo: a picture in a white frame, turned a little, over “thank you” in pen."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Pen, Slot
from closet_app.printing.cards.leaf import Leaf, scaled
from closet_app.printing.design import Part
from closet_app.printing.text.fitting import Style

_SIZE = (306.0, 396.0)
_TURN = 2.5
_FRAME = (210.0, 240.0)
_FRAME_TOP = 30.0
_BORDER = 12.0
_PHOTO = 186.0
_CAPTION_DROP = 25.0
_TITLE_Y, _CREDIT_Y = 334.0, 364.0
_TITLE_ROOM = 30.0
_EDGE = Pen(0.75, "#D8CFC2")

CAPTION = Style("pen", 24, 12, 26, styles.INK)
TITLE = Style("pen", 44, 18, 46, styles.BERRY)
CREDIT = Style("text", 10, 7.5, 13, styles.GREY)


def draw_front(leaf: Leaf) -> None:
    """The framed picture, the thanks and who sends them."""
    unit = leaf.scale(*_SIZE)
    below = leaf.height / 396
    leaf.ground()
    _draw_frame(leaf, unit)
    width = leaf.width - 36
    title = leaf.display(scaled(TITLE, "", unit, ""))
    slot = Slot(18, _TITLE_Y * below, width, Align.CENTRE)
    leaf.area.words(leaf.words("title"), title, slot, _TITLE_ROOM * unit)
    if leaf.design.has(Part.SHOP):
        credit = leaf.small(CREDIT)
        slot = Slot(18, _CREDIT_Y * below, width, Align.CENTRE)
        leaf.area.line(credit_words(leaf), credit, slot)


def credit_words(leaf: Leaf) -> str:
    """Who sends the card, by name when the owner's is known; nothing where neither is."""
    shop, owner = leaf.card.shop.name, leaf.facts.get("owner", "")
    if not shop:
        return owner
    if owner not in {"", shop}:
        return leaf.words("credit")
    return leaf.words("credit", leaf.card.shop.name)


def _draw_frame(leaf: Leaf, unit: float) -> None:
    area = leaf.area
    width, height = (length * unit for length in _FRAME)
    left, top = (leaf.width - width) / 2, _FRAME_TOP * leaf.height / 396
    with area.turned(Box(left, top, width, height), _TURN) as turned:
        turned.paint(Box(0, 0, width, height), "#FFFFFF")
        turned.frame(Box(0, 0, width, height), _EDGE)
        _fill_frame(replace(leaf, area=turned), unit)


def _fill_frame(leaf: Leaf, unit: float) -> None:
    side = _PHOTO * unit
    box = Box(_BORDER * unit, _BORDER * unit, side, side)
    if leaf.picture:
        leaf.area.photo(leaf.picture, box)
    else:
        leaf.area.frame(box)
        leaf.mark(Box(box.x, box.y + side / 4, side, side / 2), centred=True)
    caption = leaf.display(scaled(CAPTION, "", unit, ""), leaf.design.inks.letter)
    y = box.y + side + _CAPTION_DROP * unit
    leaf.area.line(leaf.words("caption"), caption, Slot(box.x, y, side, Align.CENTRE))
