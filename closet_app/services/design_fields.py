"""What of a card design can be changed, field by field: what its drawing uses, and its rules.

A field's key is like “name”, “words.title”, “inks.accent” or “parts.footer”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from closet_app import paths
from closet_app.domain.card_texts import require_fields
from closet_app.domain.contrast import LARGE, READABLE, contrast
from closet_app.domain.text import clean_line, clean_text, require_length
from closet_app.errors import InvalidValueError
from closet_app.printing.design import TYPE_NAMES, TYPES, Design, Drawing, Part, Shape
from closet_app.printing.marks import MARKS
from closet_app.printing.phrases import load_phrases
from closet_app.printing.text.fonts import FACES
from closet_app.services.designs import LONGEST_NAME
from closet_app.wording import tr

__all__ = [
    "LARGEST_SIZE",
    "MARKS",
    "SMALLEST_SIZE",
    "TYPE_NAMES",
    "Design",
    "Drawing",
    "Part",
    "Shape",
    "hard_to_read",
    "is_color",
    "offers",
    "type_file",
    "usual_words",
    "value_of",
    "with_value",
]

SMALLEST_SIZE, LARGEST_SIZE = 0.6, 1.5
"""Of large words and of the letter, beside the drawing's own size."""
LONGEST_LINE, LONGEST_NOTE = 120, 600
_WHITE = "#FFFFFF"
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_NOTE = "words.note"

_WORDS: Mapping[Drawing, frozenset[str]] = {
    Drawing.HAND_NOTE: frozenset({"note", "footer", "back_title"}),
    Drawing.STITCHED: frozenset({"title", "second", "note", "credit", "back_title"}),
    Drawing.PHOTO: frozenset({"title", "caption", "note", "credit", "back_title"}),
    Drawing.BOLD: frozenset({"title", "second", "note", "credit", "back_title"}),
    Drawing.RIBBON: frozenset({"title", "second", "note", "credit", "back_title"}),
    Drawing.POSTCARD: frozenset({"title", "note", "credit"}),
}
_FLAT_WITHOUT: Mapping[Drawing, frozenset[str]] = {
    Drawing.HAND_NOTE: frozenset(),
    Drawing.STITCHED: frozenset({"parts.greeting", "parts.sign_off", "parts.footer"}),
    Drawing.PHOTO: frozenset({"parts.footer"}),
    Drawing.BOLD: frozenset(
        {"parts.greeting", "parts.sign_off", "parts.footer", "parts.shop", "inks.letter"}
    ),
    Drawing.RIBBON: frozenset({"parts.greeting", "parts.footer"}),
    Drawing.POSTCARD: frozenset({"parts.footer", "parts.prices", "parts.back"}),
}
_FOLDED_WITHOUT = frozenset({"parts.footer", "inks.line", "words.footer"})
_WITH_PICTURE = frozenset({Drawing.PHOTO, Drawing.POSTCARD})
_ONLY_FLAT = frozenset({Drawing.POSTCARD})


def offers(design: Design, key: str) -> bool:
    """Whether changing the field changes anything on a card of this drawing and shape."""
    folded = design.shape is Shape.FOLDED
    head, _dot, tail = key.partition(".")
    if head == "words":
        return _says(design.drawing, tail, folded=folded)
    if key == "shape":
        return design.drawing not in _ONLY_FLAT
    if key == "picture":
        return design.drawing in _WITH_PICTURE
    if key == "inks.letter" and design.less_ink:
        return True
    return key not in (_FOLDED_WITHOUT if folded else _FLAT_WITHOUT[design.drawing])


def usual_words(design: Design, slot: str, language: str = "en") -> str:
    """What stands on the card where the design has no words of its own for the slot."""
    words = load_phrases(language).words
    if slot == "footer":
        return tr("Order {number}.").format(number="{order}")
    key = "goes_well_with" if slot == "back_title" else f"{design.drawing}_{slot}"
    shop = "{shop}" if slot == "credit" else ""
    return words.get(key, shop)


def value_of(design: Design, key: str) -> object:
    """What the field holds."""
    head, _dot, tail = key.partition(".")
    if head == "parts":
        return Part(tail) in design.parts
    held = getattr(design, head)
    return getattr(held, tail) if tail else held


def with_value(design: Design, key: str, value: object) -> Design:
    """The design with another value in a field; raises InvalidValueError with what is wrong."""
    head, _dot, tail = key.partition(".")
    if head == "parts":
        part = Part(tail)
        return replace(design, parts=design.parts | {part} if value else design.parts - {part})
    checked = _checked(key, value)
    if not tail:
        return replace(design, **{head: checked})  # type: ignore[arg-type]  # named by the key
    return replace(design, **{head: replace(getattr(design, head), **{tail: checked})})


def is_color(text: str) -> bool:
    """Whether this is a color as designs write it, #RRGGBB."""
    return _COLOR.fullmatch(text) is not None


def hard_to_read(design: Design) -> tuple[str, ...]:
    """The keys of the inks that are hard to read where they are printed.

    Backs and insides are white; the front has the paper's color unless ink is saved.
    """
    inks = design.inks
    painted = inks.paper.upper() != _WHITE and not design.less_ink
    is_bold = design.drawing is Drawing.BOLD
    grounds = (_WHITE, inks.paper) if painted and not is_bold else (_WHITE,)
    asked = {"letter": READABLE, "accent": LARGE, "small": READABLE}
    weak = [
        f"inks.{name}"
        for name, least in asked.items()
        if offers(design, f"inks.{name}")
        and min(contrast(getattr(inks, name), ground) for ground in grounds) < least
    ]
    if is_bold and painted and contrast(_WHITE, inks.paper) < READABLE:
        weak.append("inks.paper")
    if contrast(inks.code, _WHITE) < READABLE:
        weak.append("inks.code")
    return tuple(weak)


def type_file(type_name: str) -> Path:
    """The font file of a type, to show its name in its own face; raises KeyError."""
    return paths.resources() / "fonts" / FACES[TYPES[type_name]].file


def _says(drawing: Drawing, slot: str, *, folded: bool) -> bool:
    if folded and drawing is Drawing.HAND_NOTE:
        return slot in {"title", "note", "back_title"}
    return slot in _WORDS[drawing]


def _checked(key: str, value: object) -> object:
    if key == "name":
        name = require_length(clean_line(str(value)), LONGEST_NAME, "name")
        if not name:
            raise InvalidValueError(tr("A design needs a name."), field="name")
        return name
    if key.startswith("words."):
        clean, most = (clean_text, LONGEST_NOTE) if key == _NOTE else (clean_line, LONGEST_LINE)
        return require_fields(require_length(clean(str(value)), most, key), key)
    if key.startswith("inks."):
        return _color(key, str(value))
    return value


def _color(key: str, typed: str) -> str:
    color = typed.strip() if typed.strip().startswith("#") else f"#{typed.strip()}"
    if not is_color(color):
        raise InvalidValueError(
            tr("“{typed}” is not a color.").format(typed=typed.strip()[:20]),
            field=key,
            remedy=tr("Choose one, or type six signs such as #8C2F4B."),
        )
    return color.upper()
