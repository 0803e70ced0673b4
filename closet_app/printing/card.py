"""The hand note: a thank-you in handwriting, and on its back what goes well with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style
from closet_app.printing.design import HAND_NOTE, Design, Part
from closet_app.printing.paper import Paper
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.text.fitting import (
    Fitted,
    Style,
    TextTooLongError,
    fit_line,
    fit_note,
)
from closet_app.printing.values import Card, CardBack, CardPiece

MOST_PIECES = 3
MOST_LETTERS = 800
_ORDINARY = "thank you for giving this piece a second life"


_MARK = Box(39, 31, 60, 61)


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
    sign_off_gap: float = 12
    least_gap: float = 4
    air: float = 12
    stitch: float = 48.8
    footer: float = 31.5
    inset: float = 1.8


@dataclass(frozen=True, slots=True)
class BackGeometry:
    """The back, in points from the top left; the code's part measured from below."""

    side: float = 30.4
    title_y: float = 54.4
    photo_top: float = 71.5
    photo: float = 61
    pitch: float = 71.6
    text_x: float = 103
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


FRONT = NoteGeometry()
BACK = BackGeometry()


def draw_card(paper: Paper, card: Card, stock: Stock, design: Design = HAND_NOTE) -> None:
    """The front, then the back if there is one.

    Raises TextTooLongError when the note does not fit at the smallest writing.
    """
    paper.subject = card.order or card.greeting
    has_back = card.back and design.has(Part.BACK)
    for draw in [_draw_front] + ([_draw_back] if has_back else []):
        paper.open_page(stock.width, stock.height)
        draw(Leaf(Area(paper, Cell(0, 0, stock.width, stock.height)), card, design))
        paper.close_page()


def letters_left(card: Card, stock: Stock, design: Design = HAND_NOTE) -> int:
    """About how many more letters like the note's own fit at its smallest writing.

    Below zero it is about how many are too many.
    """
    filler = f" {card.note.strip() or _ORDINARY}" * (1 + MOST_LETTERS // 40)
    fewest, most = 0, MOST_LETTERS
    if surplus := _surplus(card, stock, design):
        return -surplus
    while fewest < most:
        middle = (fewest + most + 1) // 2
        longer = replace(card, note=card.note + filler[:middle])
        if _surplus(longer, stock, design):
            most = middle - 1
        else:
            fewest = middle
    return fewest


def _surplus(card: Card, stock: Stock, design: Design) -> int:
    left = FRONT.side + FRONT.inset
    letter = letter_style(design, styles.LETTER)
    smallest = replace(letter, size=letter.floor, leading=_close_leading(letter))
    room = stock.height - FRONT.stitch - FRONT.air - FRONT.note_y + FRONT.lift
    try:
        width = stock.width - FRONT.side - left
        fit_note(card.note, smallest, width, room - _sign_off(card, smallest.leading))
    except TextTooLongError as long:
        return int(long.facts["surplus"])
    return 0


def _close_leading(letter: Style) -> float:
    return letter.leading * letter.floor / letter.size


def _draw_front(leaf: Leaf) -> None:
    area, card, design = leaf.area, leaf.card, leaf.design
    inner = area.width - 2 * FRONT.side
    leaf.mark(FRONT.mark)
    if design.has(Part.SHOP):
        name_x = area.width - FRONT.side - FRONT.shop_width
        slot = Slot(name_x, FRONT.shop_y, FRONT.shop_width, Align.RIGHT)
        area.line(card.shop.name, leaf.small(styles.CARD_SMALL), slot)
    _draw_letter(leaf)
    if design.has(Part.FOOTER):
        area.rule(FRONT.side, area.height - FRONT.stitch, inner, leaf.stitch)
        slot = Slot(FRONT.side, area.height - FRONT.footer, inner)
        area.line(leaf.words("footer", card.footer), leaf.small(styles.CARD_SMALL), slot)


def _draw_letter(leaf: Leaf) -> None:
    """Greeting, note and sign-off; a long note starts higher before it is written smaller."""
    area, card, design = leaf.area, leaf.card, leaf.design
    left = FRONT.side + FRONT.inset
    width = area.width - FRONT.side - left
    bottom = area.height - FRONT.stitch - FRONT.air
    made, lift = _fitted_note(leaf, width, bottom - FRONT.note_y)
    if design.has(Part.GREETING):
        greeting = replace(leaf.display(styles.GREETING), ink=design.inks.letter)
        area.line(card.greeting, greeting, Slot(left, FRONT.greeting_y - lift, width))
    area.fitted(made, design.inks.letter, Slot(left, FRONT.note_y - lift, width))
    after = FRONT.note_y - lift + len(made.lines) * made.leading
    y = min(after + FRONT.sign_off_gap, bottom)
    if design.has(Part.SIGN_OFF):
        sign_off = replace(leaf.letter(styles.SIGN_OFF), size=made.size)
        area.line(card.sign_off, sign_off, Slot(left, y, width))


def _fitted_note(leaf: Leaf, width: float, room: float) -> tuple[Fitted, float]:
    card, full = leaf.card, leaf.letter(styles.LETTER)
    note = leaf.note_text() if leaf.design.has(Part.NOTE) else ""
    try:
        unshrunk = replace(full, floor=full.size)
        return fit_note(note, unshrunk, width, room - _sign_off(card, full.leading)), 0.0
    except TextTooLongError:
        room = room + FRONT.lift - _sign_off(card, _close_leading(full))
        return fit_note(note, full, width, room), FRONT.lift


def _sign_off(card: Card, leading: float) -> float:
    return leading + FRONT.least_gap if card.sign_off else 0.0


def _draw_back(leaf: Leaf) -> None:
    area, card = leaf.area, leaf.card
    back = card.back or CardBack(())
    inner = area.width - 2 * BACK.side
    title = back.title or leaf.words("back_title", area.paper.phrases.say("goes_well_with"))
    hand = leaf.display(styles.HAND_TITLE)
    area.line(title, hand, Slot(BACK.side, BACK.title_y, inner))
    for number, piece in enumerate(back.pieces[:MOST_PIECES]):
        _draw_piece(leaf, piece, BACK.photo_top + number * BACK.pitch)
    _draw_code(leaf, back, back.link or card.shop.link)


def _draw_piece(leaf: Leaf, piece: CardPiece, top: float) -> None:
    area = leaf.area
    area.photo(piece.photo, Box(BACK.side, top, BACK.photo, BACK.photo))
    right = area.width - BACK.side
    shown = piece.price if leaf.design.has(Part.PRICES) else ""
    price = fit_line(shown, styles.BACK_PRICE, BACK.price_width)
    width = right - BACK.text_x - (price.width + 8 if price.width else 0)
    area.line(piece.title, styles.BACK_TITLE, Slot(BACK.text_x, top + BACK.title_drop, width))
    slot = Slot(BACK.text_x, top + BACK.detail_drop, width)
    area.line(piece.detail, leaf.small(styles.BACK_TEXT), slot)
    slot = Slot(right - BACK.price_width, top + BACK.price_drop, BACK.price_width, Align.RIGHT)
    area.fitted(price, styles.BACK_PRICE.ink, slot)


def _draw_code(leaf: Leaf, back: CardBack, link: str) -> None:
    area, small = leaf.area, leaf.small(styles.BACK_TEXT)
    say, height = area.paper.phrases.say, area.height
    area.rule(BACK.side, height - BACK.stitch, area.width - 2 * BACK.side, leaf.stitch)
    box = Box(BACK.side + BACK.code_inset, height - BACK.code_top, BACK.code, BACK.code)
    wanted = link if leaf.design.has(Part.CODE) else ""
    drawn = area.code(wanted, box, leaf.design.inks.code)
    left = BACK.code_text_x if drawn else BACK.side
    width = area.width - BACK.side - left
    count = min(MOST_PIECES, len(back.pieces))
    if drawn and count:
        scan = say(f"scan_pieces_{count}")
        area.line(scan, styles.BACK_STRONG, Slot(left, height - BACK.scan, width))
    kept = say("kept_until", day=back.kept_until) if back.kept_until else ""
    together = say("ship_together") if count > 1 else ""
    y = height - BACK.facts
    for text in filter(None, (kept, together)):
        area.line(text, small, Slot(left, y, width))
        y += small.leading
