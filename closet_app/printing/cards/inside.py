"""The inside of a folded card, or the back of one whose front has no note: pieces and letter."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Slot
from closet_app.printing.cards.back import (
    MOST_PIECES,
    back_facts,
    back_link,
    draw_title,
    price_of,
    scan_words,
)
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled
from closet_app.printing.cards.letter import LetterFrame, draw_letter
from closet_app.printing.design import Design, Part
from closet_app.printing.stock import Cell
from closet_app.printing.text.fitting import Style, fit_lines, resized
from closet_app.printing.values import CardBack, CardPiece

_SIZE = (306.0, 396.0)
_SIDE = 31.0
_GREETING_Y, _NOTE_Y, _BOTTOM = 71.0, 103.0, 40.0
_MATCHES_X, _TITLE_Y, _PHOTO_TOP = 36.6, 57.0, 76.5
_PHOTO = (73.0, 91.5)
_PITCH = 80.0
_NAME_DROP, _CODE_TOP, _CODE = 11.5, 219.0, 58.0
_SCAN_Y, _SCAN_GAP = 22.0, 14.0
_FACE_ROOM = {"pen": 1.0, "hand": 0.9, "hand_light": 0.9, "script": 0.86}
_PRINTED = 0.6
_LEAST_NAME = 10.5
_TITLE_ROOM, _STRIP_TITLE_ROOM = 22.0, 12.0

LETTER = Style("pen", 27, 17, 31.5, styles.HAND)
TITLE = Style("hand", 24, 14, 27, styles.BERRY)
NAME = Style("strong", 9, 7, 11, styles.INK)
PRICE = Style("medium", 9, 7, 11, styles.INK)
SCAN = Style("text", 9, 7, 13.6, styles.GREY)


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the letter goes on a panel of this size."""
    unit = min(width / _SIZE[0], height / _SIZE[1])
    face = letter_style(design, LETTER).face
    letter = letter_style(design, scaled(LETTER, "", unit * _FACE_ROOM.get(face, _PRINTED), ""))
    return LetterFrame(
        x=_SIDE,
        width=width - 2 * _SIDE,
        note_y=_NOTE_Y * unit,
        bottom=height - _BOTTOM,
        note=letter,
        greeting=_greeting_of(letter),
        greeting_y=_GREETING_Y * unit,
        sign_off=letter,
        lift=24 * unit,
    )


def draw_letter_panel(leaf: Leaf) -> None:
    """Greeting, note and sign-off alone."""
    draw_letter(leaf, frame(leaf.design, leaf.width, leaf.height))


def draw_matches_panel(leaf: Leaf) -> None:
    """Up to three pieces side by side over a code; nothing when there are none."""
    back, unit = leaf.card.back, leaf.scale(*_SIZE)
    if not back or not leaf.design.has(Part.BACK):
        return
    title = scaled(leaf.display(TITLE), "hand", unit, leaf.design.inks.accent)
    width = leaf.width - _MATCHES_X * unit - _SIDE
    draw_title(leaf, title, Slot(_MATCHES_X * unit, _TITLE_Y * unit, width), _TITLE_ROOM * unit)
    for number, piece in enumerate(back.pieces[:MOST_PIECES]):
        _draw_match(leaf, piece, (_MATCHES_X + number * _PITCH) * unit, unit)
    _draw_code(leaf, unit)


def draw_note_back(leaf: Leaf) -> None:
    """Letter above, pieces below: the back of a flat card whose front has no note."""
    split = _split(leaf)
    upper = Area(leaf.area.paper, Cell(0, 0, leaf.width, split))
    draw_letter(
        Leaf(upper, leaf.card, leaf.design), note_back_frame(leaf.design, leaf.width, split)
    )
    if split < leaf.height:
        _draw_strip(leaf, split)


def note_back_frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the letter goes on such a back, above the strip of pieces."""
    made = frame(design, width, max(height, width))
    unit = width / _SIZE[0]
    return LetterFrame(
        x=made.x,
        width=made.width,
        note_y=82 * unit,
        bottom=height - 18,
        note=scaled(made.note, made.note.face, 1.15, made.note.ink),
        greeting=_greeting_of(scaled(made.note, made.note.face, 1.2, made.note.ink)),
        greeting_y=54 * unit,
        sign_off=scaled(made.note, made.note.face, 1.15, made.note.ink),
        gap=6,
        lift=8 * unit,
    )


def _greeting_of(letter: Style) -> Style:
    """A long name may be written smaller than a note."""
    return replace(letter, floor=min(letter.floor, _LEAST_NAME))


def strip_height(width: float) -> float:
    """How much of a back the strip of pieces takes, in points."""
    return 142 * width / _SIZE[0]


def _split(leaf: Leaf) -> float:
    back = leaf.card.back
    shown = back and back.pieces and leaf.design.has(Part.BACK)
    return leaf.height - strip_height(leaf.width) if shown else leaf.height


def _draw_strip(leaf: Leaf, top: float) -> None:
    """Three small photos with their prices, and the code beside them."""
    unit, back = leaf.width / _SIZE[0], leaf.card.back or CardBack(())
    leaf.area.rule(_SIDE, top, leaf.width - 2 * _SIDE, leaf.stitch)
    inner = leaf.width - 2 * _SIDE
    title = scaled(leaf.display(TITLE), "hand", 0.75 * unit, leaf.design.inks.accent)
    draw_title(leaf, title, Slot(_SIDE, top + 24 * unit, inner), _STRIP_TITLE_ROOM * unit)
    pitch = min(58 * unit, (inner - (_CODE + 16) * unit) / MOST_PIECES)
    for number, piece in enumerate(back.pieces[:MOST_PIECES]):
        x = _SIDE + number * pitch
        leaf.area.photo(piece.photo, Box(x, top + 34 * unit, pitch - 6 * unit, 60 * unit))
        below = Slot(x, top + 105 * unit, pitch - 6 * unit)
        price = resized(PRICE, min(1.0, unit))
        leaf.area.line(price_of(leaf, piece) or piece.title, price, below)
    side = _CODE * unit
    left = leaf.width - _SIDE - side - 4
    drawn = leaf.area.code(
        back_link(leaf), Box(left, top + 36 * unit, side, side), leaf.design.inks.code
    )
    if drawn:
        slot = Slot(_SIDE, top + 122 * unit, inner)
        words = " ".join((f"{scan_words(leaf)}.", *back_facts(leaf)))
        leaf.area.line(words, resized(leaf.small(SCAN), min(1.0, unit)), slot)


def _draw_match(leaf: Leaf, piece: CardPiece, x: float, unit: float) -> None:
    width, height = (length * unit for length in _PHOTO)
    top = _PHOTO_TOP * unit
    leaf.area.photo(piece.photo, Box(x, top, width, height))
    y = top + height + _NAME_DROP * unit
    name = scaled(NAME, NAME.face, unit, NAME.ink)
    made = fit_lines(piece.title, name, width, 2)
    leaf.area.fitted(made, name.ink, Slot(x, y, width))
    y += len(made.lines) * name.leading
    leaf.area.line(
        price_of(leaf, piece), scaled(PRICE, PRICE.face, unit, PRICE.ink), Slot(x, y, width)
    )


def _draw_code(leaf: Leaf, unit: float) -> None:
    side, x = _CODE * unit, _MATCHES_X * unit + 2
    box = Box(x, _CODE_TOP * unit, side, side)
    drawn = leaf.area.code(back_link(leaf), box, leaf.design.inks.code)
    left = x + side + _SCAN_GAP * unit if drawn else x
    small, y = leaf.small(scaled(SCAN, SCAN.face, unit, SCAN.ink)), box.y + _SCAN_Y * unit
    words = [f"{scan_words(leaf)}." if drawn and scan_words(leaf) else "", *back_facts(leaf)]
    for number, text in enumerate(filter(None, words)):
        slot = Slot(left, y + number * small.leading, leaf.width - _SIDE - left, Align.START)
        leaf.area.line(text, small, slot)
