"""Bold: “thank you” as large as the card allows, light on a painted ground or as outlines."""

from __future__ import annotations

from dataclasses import replace

from closet_app.printing import styles
from closet_app.printing.area import Box, Slot
from closet_app.printing.cards.leaf import Leaf, letter_style, scaled, stretch_of
from closet_app.printing.cards.letter import Letter, LetterFrame, fit_letter
from closet_app.printing.cards.photo import credit_words
from closet_app.printing.design import Design, Part
from closet_app.printing.text.fitting import Fitted, Style, fit_line, fit_lines, fit_words

_SIZE = (297.6, 419.5)
_SIDE = 30.8
_TITLE_Y = 79.7
_MOST_LINES = 3
_NAME_ROOM = 32.0
_MARK = Box(_SIDE, 282.0, 60.0, 30.0)
_NOTE_TOP, _FOOT = 240.0, 35.0
_COMMAS = ",،、 "
_LIGHT, _OUTLINE = "#FFFFFF", 0.9

TITLE = Style("title", 57, 22, 57, styles.BERRY)
NAME = Style("serif", 57, 12, 57, styles.BERRY)
NOTE = Style("medium", 11.3, 8.5, 15.6, styles.INK)


def frame(design: Design, width: float, height: float) -> LetterFrame:
    """Where the text may go on a front of this size; it is written at the foot of it."""
    unit = min(width / _SIZE[0], height / _SIZE[1])
    note = letter_style(design, scaled(NOTE, "", unit, ""))
    credit = note.leading if {Part.SHOP, Part.SIGN_OFF} & design.parts else 0.0
    foot = height - _FOOT * unit - credit
    return LetterFrame(
        _SIDE * unit, width - 2 * _SIDE * unit, _NOTE_TOP / 419.5 * height, foot, note
    )


def draw_front(leaf: Leaf) -> None:
    """Title and name, the mark, and the note and who wrote it at the foot."""
    leaf.ground()
    unit = leaf.scale(*_SIZE)
    ink = _ink(leaf.design)
    _draw_title(leaf, unit, ink)
    place = frame(leaf.design, leaf.width, leaf.height)
    letter = fit_letter(leaf.card, leaf.design, place) if leaf.has_note else None
    top = _draw_foot(leaf, place, letter)
    mark_y = _MARK.y / 419.5 * leaf.height
    if mark_y + (_MARK.height + 12) * unit < top:
        box = Box(_MARK.x * unit, mark_y, 2 * _MARK.width * unit, _MARK.height * unit)
        leaf.mark(box, ink)


def _ink(design: Design) -> str:
    painted = design.inks.paper.upper() != _LIGHT and not design.less_ink
    return _LIGHT if painted else design.inks.accent


def _draw_title(leaf: Leaf, unit: float, ink: str) -> None:
    width = leaf.width - 2 * _SIDE * unit
    title = leaf.display(scaled(TITLE, "", unit, ""), ink)
    outline = _OUTLINE if leaf.design.less_ink else 0.0
    y = _TITLE_Y * unit
    second = leaf.words("second")
    words = leaf.words("title") if second else leaf.words("title").rstrip(_COMMAS)
    made = _large_words(words, title, width)
    leaf.area.fitted(made, ink, Slot(_SIDE * unit, y, width), outline)
    y += len(made.lines) * made.leading
    if second:
        face = NAME.face if leaf.design.fonts.display == "fraunces" else title.face
        style = replace(scaled(title, face, 1, ink), floor=NAME.floor)
        name = fit_words(second, style, width, _NAME_ROOM * unit)
        y += (stretch_of(second) - 1) * name.size
        leaf.area.fitted(name, ink, Slot(_SIDE * unit, y, width), outline)


def _large_words(text: str, title: Style, width: float) -> Fitted:
    """The words one under the other, so large that the widest fills the line at most."""
    widest = max((fit_line(word, title, 1e6).width for word in text.split()), default=0.0)
    size = max(title.floor, min(title.size, title.size * width / widest)) if widest else title.size
    style = scaled(title, title.face, size / title.size, title.ink)
    lines = tuple(fit_line(word, style, width) for word in text.split()[:_MOST_LINES])
    if len(text.split()) > _MOST_LINES:
        return fit_lines(text, style, width, _MOST_LINES)
    leading = style.leading * stretch_of(text)
    return Fitted(style.size, leading, tuple(line.lines[0] for line in lines))


def _draw_foot(leaf: Leaf, place: LetterFrame, letter: Letter | None) -> float:
    """The note above the credit; returns where it begins."""
    ink = _LIGHT if _ink(leaf.design) == _LIGHT else leaf.design.inks.letter
    credit = _credit(leaf)
    foot = leaf.height - _FOOT * leaf.scale(*_SIZE)
    slot = Slot(place.x, foot, place.width)
    if credit:
        leaf.area.line(credit, scaled(place.note, place.note.face, 1, ink), slot)
        foot -= place.note.leading
    if not letter or not letter.note.lines:
        return foot
    first = foot - letter.note.height
    leaf.area.fitted(letter.note, ink, Slot(place.x, first, place.width))
    return first - letter.note.size


def _credit(leaf: Leaf) -> str:
    if not {Part.SHOP, Part.SIGN_OFF} & leaf.design.parts:
        return ""
    return credit_words(leaf)
