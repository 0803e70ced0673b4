"""The letter on a card: greeting, note and sign-off in one frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.printing.area import Align, Slot
from closet_app.printing.cards.leaf import RIM, Leaf
from closet_app.printing.design import Design, Part
from closet_app.printing.fields import fill
from closet_app.printing.text.fitting import Fitted, Style, TextTooLongError, fit_note, fit_words
from closet_app.printing.values import Card

MOST_LETTERS = 800
_ORDINARY = "thank you for giving this piece a second life"
_LEAST_GAP = 4
_CLOSE = 0.8


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """Where a letter goes, in points from the top left of its side.

    The note begins at `note_y` and, before it is written smaller, up to `lift` higher; no
    baseline lies below `bottom`. Without `greeting` or `sign_off` there is none.
    """

    x: float
    width: float
    note_y: float
    bottom: float
    note: Style
    greeting: Style | None = None
    greeting_y: float = 0.0
    sign_off: Style | None = None
    gap: float = 12
    lift: float = 0.0
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Letter:
    """A note fitted into its frame, begun `lift` points higher than usual."""

    note: Fitted
    lift: float


def note_text(card: Card, design: Design) -> str:
    """The order's note, else the design's own; empty when notes are off."""
    if not design.has(Part.NOTE):
        return ""
    facts = {"shop": card.shop.name, "order": card.order, **dict(card.facts)}
    return card.note if card.note.strip() else fill(design.words.note, facts)


def fit_letter(card: Card, design: Design, frame: LetterFrame) -> Letter:
    """The note in the frame: lifted first, then smaller; raises TextTooLongError."""
    full, room = frame.note, frame.bottom - frame.note_y
    text = note_text(card, design)
    unshrunk = replace(full, floor=full.size)
    for style, lift in ((unshrunk, 0.0), (unshrunk, frame.lift / 2), (unshrunk, frame.lift)):
        try:
            left = room + lift - _sign_off_room(card, design, frame, full.leading)
            return Letter(fit_note(text, style, frame.width, left), lift)
        except TextTooLongError:
            continue
    left = room + frame.lift - _sign_off_room(card, design, frame, _closest(full))
    return Letter(fit_note(text, full, frame.width, left), frame.lift)


def draw_letter(leaf: Leaf, frame: LetterFrame, letter: Letter | None = None) -> None:
    """Greeting, note and sign-off, the sign-off as large as the note became."""
    area, card, design = leaf.area, leaf.card, leaf.design
    letter = letter or fit_letter(card, design, frame)
    made, lift = letter.note, letter.lift
    if frame.greeting and design.has(Part.GREETING):
        greeting = _greeting(card.greeting, frame, lift)
        y = frame.greeting_y - lift - greeting.height
        area.fitted(greeting, frame.greeting.ink, Slot(frame.x, y, frame.width, frame.align))
    slot = Slot(frame.x, frame.note_y - lift, frame.width, frame.align)
    area.fitted(made, frame.note.ink, slot)
    if frame.sign_off and design.has(Part.SIGN_OFF):
        y = min(slot.y + len(made.lines) * made.leading + frame.gap, frame.bottom)
        sign_off = replace(frame.sign_off, size=made.size * frame.sign_off.size / frame.note.size)
        area.line(card.sign_off, sign_off, replace(slot, y=y))


def _greeting(text: str, frame: LetterFrame, lift: float) -> Fitted:
    """On one line under what stands higher up, unless only two hold all of it."""
    style = frame.greeting or frame.note
    room = max(style.size * _CLOSE, style.leading * style.floor / style.size)
    room = min(room, frame.greeting_y - lift - style.size - RIM)
    made = fit_words(text, style, frame.width, 0.0 if lift else room)
    return made if made.whole else fit_words(text, style, frame.width, room)


def letters_left_in(card: Card, design: Design, frame: LetterFrame) -> int:
    """About how many more letters like the note's own fit at its smallest writing.

    Below zero it is about how many are too many.
    """
    note = note_text(card, design)
    filler = f" {note.strip() or _ORDINARY}" * (1 + MOST_LETTERS // 40)
    fewest, most = 0, MOST_LETTERS
    if surplus := _surplus(card, design, frame):
        return -surplus
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if _surplus(replace(card, note=note + filler[:middle]), design, frame):
            most = middle - 1
        else:
            fewest = middle
    return fewest


def _surplus(card: Card, design: Design, frame: LetterFrame) -> int:
    smallest = replace(frame.note, size=frame.note.floor, leading=_closest(frame.note))
    room = frame.bottom - frame.note_y + frame.lift
    room -= _sign_off_room(card, design, frame, smallest.leading)
    try:
        fit_note(note_text(card, design), smallest, frame.width, room)
    except TextTooLongError as long:
        return int(long.facts["surplus"])
    return 0


def _closest(note: Style) -> float:
    return note.leading * note.floor / note.size


def _sign_off_room(card: Card, design: Design, frame: LetterFrame, leading: float) -> float:
    written = frame.sign_off and card.sign_off and design.has(Part.SIGN_OFF)
    return leading + _LEAST_GAP if written else 0.0
