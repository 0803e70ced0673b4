"""What each drawing puts on which side of a flat or a folded card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Pen, Slot
from closet_app.printing.cards import bold, hand_note, inside, photo, postcard, ribbon, stitched
from closet_app.printing.cards.back import draw_back
from closet_app.printing.cards.leaf import Leaf
from closet_app.printing.cards.letter import LetterFrame
from closet_app.printing.design import Design, Drawing, Part, Shape
from closet_app.printing.stock import Stock
from closet_app.printing.values import Card

Draw = Callable[[Leaf], None]
Frame = Callable[[Design, float, float], LetterFrame]
_TICK = 6.0
_FOLD = Pen(0.5, styles.HAIRLINE)
_SENDER_MARK = 30.0


@dataclass(frozen=True, slots=True)
class Sides:
    """A drawing's front and back; `note_behind` says that its note is on the back."""

    front: Draw
    frame: Frame
    back: Draw = draw_back
    note_behind: bool = False
    lying: bool = False


SIDES = {
    Drawing.HAND_NOTE: Sides(hand_note.draw_front, hand_note.frame),
    Drawing.STITCHED: Sides(stitched.draw_front, stitched.frame),
    Drawing.BOLD: Sides(bold.draw_front, bold.frame),
    Drawing.RIBBON: Sides(ribbon.draw_front, ribbon.frame),
    Drawing.PHOTO: Sides(
        photo.draw_front, inside.note_back_frame, inside.draw_note_back, note_behind=True
    ),
    Drawing.POSTCARD: Sides(
        postcard.draw_front, postcard.frame, postcard.draw_back, note_behind=True, lying=True
    ),
}


def suits(design: Design, stock: Stock) -> bool:
    """Whether the design can be printed on the stock: postcards are never folded."""
    return not (stock.folded and SIDES[design.drawing].lying)


def shape_on(stock: Stock) -> Shape:
    """The shape a card has on this stock."""
    return Shape.FOLDED if stock.folded else Shape.FLAT


def turn_on(design: Design, stock: Stock) -> int:
    """By how many degrees a card is turned so that it lies in the stock's cells as they do."""
    if stock.folded or stock.cell_width == stock.cell_height:
        return 0
    lies = stock.cell_width > stock.cell_height
    return 0 if lies == SIDES[design.drawing].lying else 90


def letter_frame(card: Card, design: Design, stock: Stock) -> LetterFrame:
    """Where the note of a card goes on this stock."""
    sides = SIDES[design.drawing]
    width, height = stock.cell_width, stock.cell_height
    if stock.folded:
        return inside.frame(design, width / 2, height)
    if turn_on(design, stock):
        width, height = height, width
    if sides.frame is inside.note_back_frame and card.back and design.has(Part.BACK):
        height -= inside.strip_height(width)
    return sides.frame(design, width, height)


def has_back(card: Card, design: Design, stock: Stock) -> bool:
    """Whether anything is printed on the other side."""
    if stock.folded or SIDES[design.drawing].note_behind:
        return True
    return card.back is not None and design.has(Part.BACK)


def draw_front_side(area: Area, card: Card, design: Design, stock: Stock) -> None:
    """The front, or the outside of a folded card: back on the left, front on the right."""
    front = SIDES[design.drawing].front
    if not stock.folded:
        front(Leaf(area, card, design))
        return
    half = area.width / 2
    with area.turned(Box(0, 0, half, area.height)) as left:
        _draw_sender(Leaf(left, card, design))
    with area.turned(Box(half, 0, half, area.height)) as right:
        front(Leaf(right, card, design, folded=True))
    _draw_fold(area)


def draw_back_side(area: Area, card: Card, design: Design, stock: Stock) -> None:
    """The back, or the inside of a folded card: pieces on the left, the letter on the right."""
    if not stock.folded:
        SIDES[design.drawing].back(Leaf(area, card, design))
        return
    half = area.width / 2
    with area.turned(Box(0, 0, half, area.height)) as left:
        inside.draw_matches_panel(Leaf(left, card, design))
    with area.turned(Box(half, 0, half, area.height)) as right:
        inside.draw_letter_panel(Leaf(right, card, design))
    _draw_fold(area)


def _draw_sender(leaf: Leaf) -> None:
    """The shop's mark and name at the foot of the outer back."""
    if not leaf.design.has(Part.SHOP):
        return
    foot, inner = leaf.height - 36, leaf.width - 72
    mark = Box(36, foot - 24 - _SENDER_MARK, inner, _SENDER_MARK)
    leaf.mark(mark, centred=True)
    small = leaf.small(styles.CARD_SMALL)
    leaf.area.line(leaf.card.shop.name, small, Slot(36, foot, inner, Align.CENTRE))


def _draw_fold(area: Area) -> None:
    """Two short ticks where the card is folded."""
    middle = area.width / 2
    for y in (0.0, area.height - _TICK):
        area.upright(middle, y, _TICK, _FOLD)
