"""The back of a card: up to three pieces that go with what was bought, and a code."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Box, Slot, common_edge
from closet_app.printing.cards.leaf import Leaf
from closet_app.printing.design import Part
from closet_app.printing.text.fitting import Style, fit_first, fit_line, fit_lines, resized
from closet_app.printing.values import CardBack, CardPiece

MOST_PIECES = 3
_SMALLEST = 396.0
_USUAL_WIDTH = 288.0
_WIDEST_PHOTO = 0.36
_TITLE_LINES = 2
_TITLE_ROOM = 21.0
_MOST_LIFT = 12.0


@dataclass(frozen=True, slots=True)
class BackGeometry:
    """The back, in points from the top left; the code's part measured from below."""

    side: float = 30.4
    title_y: float = 54.4
    photo_top: float = 71.5
    photo: float = 61
    pitch: float = 71.6
    text_gap: float = 11.6
    title_drop: float = 27
    detail_drop: float = 39.5
    price_drop: float = 34.5
    price_width: float = 58
    stitch: float = 115.2
    code_top: float = 99.5
    code: float = 69
    code_inset: float = 2.4
    code_text_x: float = 114.7
    scan: float = 79.9
    facts: float = 63.8


BACK = BackGeometry()


def draw_back(leaf: Leaf) -> None:
    """The title, the pieces one under the other, and the code with what it is for."""
    area, card = leaf.area, leaf.card
    back = card.back or CardBack(())
    inner = area.width - 2 * BACK.side
    lift = min(_MOST_LIFT, max(0.0, _SMALLEST + 4 - leaf.height) * 0.5)
    slot = Slot(BACK.side, BACK.title_y - lift, inner)
    title = resized(leaf.display(styles.HAND_TITLE), min(1.0, area.width / _USUAL_WIDTH))
    draw_title(leaf, title, slot, _TITLE_ROOM - lift)
    shown = back.pieces[:MOST_PIECES]
    room = area.height - BACK.stitch - BACK.photo_top + lift - 4
    widest = (area.width - 2 * BACK.side) * _WIDEST_PHOTO
    pitch = min(room / max(2, len(shown)), widest + BACK.pitch - BACK.photo)
    side = pitch - min(BACK.pitch - BACK.photo, pitch / 7)
    for number, piece in enumerate(shown):
        _draw_piece(leaf, piece, BACK.photo_top - lift + number * pitch, side)
    _draw_code(leaf, back)


def draw_title(leaf: Leaf, style: Style, slot: Slot, height: float) -> None:
    """What the pieces are called together, on one line or two that end on the slot's baseline.

    A name that is too long for both is left out.
    """
    given = leaf.card.back.title if leaf.card.back else ""
    usual = leaf.words("back_title", leaf.area.paper.phrases.say("goes_well_with"))
    made = fit_first(list(filter(None, (given, usual))), style, slot.width, height)
    leaf.area.fitted(made, style.ink, replace(slot, y=slot.y - made.height))


def back_link(leaf: Leaf) -> str:
    """What the code holds: the look's link, else the shop's; empty when codes are off."""
    own = leaf.card.back.link if leaf.card.back else ""
    return (own or leaf.card.shop.link) if leaf.design.has(Part.CODE) else ""


def back_facts(leaf: Leaf) -> list[str]:
    """Until when the pieces are kept, and that they ship together."""
    say, back = leaf.area.paper.phrases.say, leaf.card.back or CardBack(())
    kept = say("kept_until", day=back.kept_until) if back.kept_until else ""
    together = say("ship_together") if len(back.pieces) > 1 else ""
    return [text for text in (kept, together) if text]


def scan_words(leaf: Leaf) -> str:
    """What scanning the code shows."""
    count = min(MOST_PIECES, len(leaf.card.back.pieces)) if leaf.card.back else 0
    return leaf.area.paper.phrases.say(f"scan_pieces_{count}") if count else ""


def price_of(leaf: Leaf, piece: CardPiece) -> str:
    """The price unless prices are off."""
    return piece.price if leaf.design.has(Part.PRICES) else ""


def _draw_piece(leaf: Leaf, piece: CardPiece, top: float, side: float) -> None:
    area = leaf.area
    area.photo(piece.photo, Box(BACK.side, top, side, side))
    right, middle = area.width - BACK.side, top + side / 2 - BACK.photo / 2
    price = fit_line(price_of(leaf, piece), styles.BACK_PRICE, BACK.price_width)
    left = BACK.side + side + BACK.text_gap
    width = right - left - (price.width + 8 if price.width else 0)
    edge = common_edge(piece.title, piece.title, piece.detail)
    title = fit_lines(piece.title, styles.BACK_TITLE, width, _TITLE_LINES)
    y = middle + BACK.title_drop - title.height / 2
    area.fitted(title, styles.BACK_TITLE.ink, Slot(left, y, width, edge))
    slot = Slot(left, middle + BACK.detail_drop + title.height / 2, width, edge)
    area.line(piece.detail, leaf.small(styles.BACK_TEXT), slot)
    slot = Slot(right - BACK.price_width, middle + BACK.price_drop, BACK.price_width, Align.RIGHT)
    area.fitted(price, styles.BACK_PRICE.ink, slot)


def _draw_code(leaf: Leaf, back: CardBack) -> None:
    area, small, height = leaf.area, leaf.small(styles.BACK_TEXT), leaf.height
    area.rule(BACK.side, height - BACK.stitch, area.width - 2 * BACK.side, leaf.stitch)
    box = Box(BACK.side + BACK.code_inset, height - BACK.code_top, BACK.code, BACK.code)
    drawn = area.code(back_link(leaf), box, leaf.design.inks.code)
    left = BACK.code_text_x if drawn else BACK.side
    width = area.width - BACK.side - left
    if drawn and back.pieces:
        slot = Slot(left, height - BACK.scan, width)
        area.line(scan_words(leaf), styles.BACK_STRONG, slot)
    for number, text in enumerate(back_facts(leaf)):
        y = height - BACK.facts + number * small.leading
        area.line(text, small, Slot(left, y, width))
