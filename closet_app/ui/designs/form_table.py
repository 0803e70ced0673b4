"""The form of a design as one table: each field with its words, kind and width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from closet_app.ui.words import mark


class Kind(Enum):
    """How a field is edited."""

    LINE = "line"
    LINES = "lines"
    TYPE = "type"
    SIZE = "size"
    INK = "ink"
    TICK = "tick"
    SHAPE = "shape"
    MARK = "mark"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: its key in the design, its words, and its share of twelve columns."""

    key: str
    label: str
    kind: Kind
    share: int = 12
    limit: int = 0


@dataclass(frozen=True, slots=True)
class SectionRows:
    """Fields under one heading, with a sentence where one helps."""

    title: str
    rows: tuple[FieldRow, ...]
    words: str = ""


FORM = (
    SectionRows(
        "",
        (
            FieldRow("name", mark("Name"), Kind.LINE, limit=60),
            FieldRow("shape", mark("Shape"), Kind.SHAPE),
        ),
    ),
    SectionRows(
        mark("Words"),
        (
            FieldRow("words.title", mark("Large words"), Kind.LINE, limit=120),
            FieldRow("words.second", mark("Second line"), Kind.LINE, limit=120),
            FieldRow("words.caption", mark("Under the picture"), Kind.LINE, limit=120),
            FieldRow("words.note", mark("Note, where an order has none"), Kind.LINES, limit=600),
            FieldRow("words.credit", mark("Who sends it"), Kind.LINE, limit=120),
            FieldRow("words.footer", mark("At the foot"), Kind.LINE, limit=120),
            FieldRow("words.back_title", mark("Over the matching pieces"), Kind.LINE, limit=120),
        ),
        mark(
            "Leave one empty and it is said in the buyer’s language. {first name}, {name}, "
            "{pieces}, {shop}, {owner}, {order} and {date} are filled in."
        ),
    ),
    SectionRows(
        mark("Letters"),
        (
            FieldRow("fonts.display", mark("Large words"), Kind.TYPE, 8),
            FieldRow("sizes.display", mark("Size"), Kind.SIZE, 4),
            FieldRow("fonts.letter", mark("Note"), Kind.TYPE, 8),
            FieldRow("sizes.letter", mark("Size"), Kind.SIZE, 4),
            FieldRow("fonts.small", mark("Small print"), Kind.TYPE, 8),
        ),
    ),
    SectionRows(
        mark("Colors"),
        (
            FieldRow("inks.accent", mark("Large words and mark"), Kind.INK, 6),
            FieldRow("inks.letter", mark("Note"), Kind.INK, 6),
            FieldRow("inks.small", mark("Small print"), Kind.INK, 6),
            FieldRow("inks.line", mark("Lines"), Kind.INK, 6),
            FieldRow("inks.paper", mark("Paper"), Kind.INK, 6),
            FieldRow("inks.code", mark("Code"), Kind.INK, 6),
            FieldRow("less_ink", mark("Less ink: leave the ground white"), Kind.TICK),
        ),
    ),
    SectionRows(
        mark("Pictures"),
        (
            FieldRow("picture", mark("Picture"), Kind.PICTURE),
            FieldRow("logo", mark("Logo"), Kind.PICTURE),
            FieldRow("mark", mark("Drawn mark, where there is no logo"), Kind.MARK),
        ),
        mark("PNG, JPEG or SVG: choose one, or drop it in the window."),
    ),
    SectionRows(
        mark("On the card"),
        (
            FieldRow("parts.mark", mark("Mark or logo"), Kind.TICK, 6),
            FieldRow("parts.shop", mark("Shop’s name"), Kind.TICK, 6),
            FieldRow("parts.greeting", mark("Greeting"), Kind.TICK, 6),
            FieldRow("parts.note", mark("Note"), Kind.TICK, 6),
            FieldRow("parts.sign_off", mark("Sign-off"), Kind.TICK, 6),
            FieldRow("parts.footer", mark("Line at the foot"), Kind.TICK, 6),
            FieldRow("parts.back", mark("Matching pieces"), Kind.TICK, 6),
            FieldRow("parts.prices", mark("Their prices"), Kind.TICK, 6),
            FieldRow("parts.code", mark("Code"), Kind.TICK, 6),
        ),
    ),
)

MARK_WORDS = {
    "sprig": mark("Sprig"),
    "hanger": mark("Hanger"),
    "tag": mark("Tag"),
    "bow": mark("Bow"),
    "heart": mark("Heart"),
}
"""The drawn marks."""

SWATCHES = (
    ("#8C2F4B", mark("Berry")),
    ("#5B2A4A", mark("Plum")),
    ("#A0442A", mark("Rust")),
    ("#8A5A12", mark("Mustard")),
    ("#5A6130", mark("Olive")),
    ("#2C6447", mark("Forest")),
    ("#1F6468", mark("Teal")),
    ("#27406B", mark("Navy")),
    ("#3A2A2E", mark("Cocoa")),
    ("#1C191A", mark("Ink")),
    ("#555555", mark("Gray")),
    ("#B88A98", mark("Rose")),
    ("#D9C3A5", mark("Sand")),
    ("#F7EAEE", mark("Blush")),
    ("#F5F0E8", mark("Linen")),
    ("#FFFFFF", mark("White")),
)
"""Colors that print well, darkest first within their kind."""
