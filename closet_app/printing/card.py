"""The hand note: a thank-you in handwriting, and on its back what goes well with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Pen, Slot
from closet_app.printing.marks import SPRIG
from closet_app.printing.paper import Paper
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.text.fitting import Fitted, TextTooLongError, fit_line, fit_note
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
_STITCH = Pen(0.75, styles.BERRY_STITCH, dash=styles.STITCH_DASH)


def draw_card(paper: Paper, card: Card, stock: Stock) -> None:
    """The front, then the back if there is one.

    Raises TextTooLongError when the note does not fit at the smallest writing.
    """
    paper.subject = card.order or card.greeting
    sides = [_draw_front] + ([_draw_back] if card.back else [])
    for draw in sides:
        paper.open_page(stock.width, stock.height)
        draw(Area(paper, Cell(0, 0, stock.width, stock.height)), card)
        paper.close_page()


def letters_left(card: Card, stock: Stock) -> int:
    """About how many more letters like the note's own fit at its smallest writing.

    Below zero it is about how many are too many.
    """
    filler = f" {card.note.strip() or _ORDINARY}" * (1 + MOST_LETTERS // 40)
    fewest, most = 0, MOST_LETTERS
    if surplus := _surplus(card, stock):
        return -surplus
    while fewest < most:
        middle = (fewest + most + 1) // 2
        longer = replace(card, note=card.note + filler[:middle])
        if _surplus(longer, stock):
            most = middle - 1
        else:
            fewest = middle
    return fewest


def _surplus(card: Card, stock: Stock) -> int:
    left = FRONT.side + FRONT.inset
    smallest = replace(styles.LETTER, size=styles.LETTER.floor, leading=_close_leading())
    room = stock.height - FRONT.stitch - FRONT.air - FRONT.note_y + FRONT.lift
    try:
        width = stock.width - FRONT.side - left
        fit_note(card.note, smallest, width, room - _sign_off(card, smallest.leading))
    except TextTooLongError as long:
        return int(long.facts["surplus"])
    return 0


def _close_leading() -> float:
    return styles.LETTER.leading * styles.LETTER.floor / styles.LETTER.size


def _draw_front(area: Area, card: Card) -> None:
    inner = area.width - 2 * FRONT.side
    area.logo_or_mark(card.shop.logo, SPRIG, styles.BERRY, FRONT.mark)
    name_x = area.width - FRONT.side - FRONT.shop_width
    slot = Slot(name_x, FRONT.shop_y, FRONT.shop_width, Align.RIGHT)
    area.line(card.shop.name, styles.CARD_SMALL, slot)
    _draw_letter(area, card)
    area.rule(FRONT.side, area.height - FRONT.stitch, inner, _STITCH)
    slot = Slot(FRONT.side, area.height - FRONT.footer, inner)
    area.line(card.footer, styles.CARD_SMALL, slot)


def _draw_letter(area: Area, card: Card) -> None:
    """Greeting, note and sign-off; a long note starts higher before it is written smaller."""
    left = FRONT.side + FRONT.inset
    width = area.width - FRONT.side - left
    bottom = area.height - FRONT.stitch - FRONT.air
    made, lift = _fitted_note(card, width, bottom - FRONT.note_y)
    area.line(card.greeting, styles.GREETING, Slot(left, FRONT.greeting_y - lift, width))
    area.fitted(made, styles.LETTER.ink, Slot(left, FRONT.note_y - lift, width))
    after = FRONT.note_y - lift + len(made.lines) * made.leading
    y = min(after + FRONT.sign_off_gap, bottom)
    sign_off = replace(styles.SIGN_OFF, size=made.size)
    area.line(card.sign_off, sign_off, Slot(left, y, width))


def _fitted_note(card: Card, width: float, room: float) -> tuple[Fitted, float]:
    full = styles.LETTER
    try:
        unshrunk = replace(full, floor=full.size)
        return fit_note(card.note, unshrunk, width, room - _sign_off(card, full.leading)), 0.0
    except TextTooLongError:
        room = room + FRONT.lift - _sign_off(card, _close_leading())
        return fit_note(card.note, full, width, room), FRONT.lift


def _sign_off(card: Card, leading: float) -> float:
    return leading + FRONT.least_gap if card.sign_off else 0.0


def _draw_back(area: Area, card: Card) -> None:
    back = card.back or CardBack(())
    inner = area.width - 2 * BACK.side
    title = back.title or area.paper.phrases.say("goes_well_with")
    area.line(title, styles.HAND_TITLE, Slot(BACK.side, BACK.title_y, inner))
    for number, piece in enumerate(back.pieces[:MOST_PIECES]):
        _draw_piece(area, piece, BACK.photo_top + number * BACK.pitch)
    _draw_code(area, back, back.link or card.shop.link)


def _draw_piece(area: Area, piece: CardPiece, top: float) -> None:
    area.photo(piece.photo, Box(BACK.side, top, BACK.photo, BACK.photo))
    right = area.width - BACK.side
    price = fit_line(piece.price, styles.BACK_PRICE, BACK.price_width)
    width = right - BACK.text_x - (price.width + 8 if price.width else 0)
    area.line(piece.title, styles.BACK_TITLE, Slot(BACK.text_x, top + BACK.title_drop, width))
    area.line(piece.detail, styles.BACK_TEXT, Slot(BACK.text_x, top + BACK.detail_drop, width))
    slot = Slot(right - BACK.price_width, top + BACK.price_drop, BACK.price_width, Align.RIGHT)
    area.fitted(price, styles.BACK_PRICE.ink, slot)


def _draw_code(area: Area, back: CardBack, link: str) -> None:
    say, height = area.paper.phrases.say, area.height
    area.rule(BACK.side, height - BACK.stitch, area.width - 2 * BACK.side, _STITCH)
    box = Box(BACK.side + BACK.code_inset, height - BACK.code_top, BACK.code, BACK.code)
    drawn = area.code(link, box, styles.CARD_CODE)
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
        area.line(text, styles.BACK_TEXT, Slot(left, y, width))
        y += styles.BACK_TEXT.leading
