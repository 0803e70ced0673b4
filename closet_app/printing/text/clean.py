"""Typed text made fit for paper: one normal form, nothing invisible, nothing endless."""

from __future__ import annotations

import unicodedata

ZERO_WIDTH_SPACE = "\u200b"
JOINERS = frozenset("\u200c\u200d")
DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_KEPT_FORMAT = JOINERS | DIRECTION_MARKS | {ZERO_WIDTH_SPACE}
_REPLACEMENT = "\ufffd"
# Vietnamese and pointed Hebrew need three marks on a letter; towers of them leave the line.
_MARKS_PER_LETTER = 4
_BASELESS = DIRECTION_MARKS | {" ", "\u00a0", ZERO_WIDTH_SPACE}
_LONGEST = 20_000


def clean(text: str) -> str:
    """One line in NFC without control characters, direction overrides or doubled spaces.

    Marks that belong to no letter and towers of marks are left out: they would leave the line.
    """
    text = text[:_LONGEST]
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = unicodedata.normalize("NFC", "".join(map(_kept, text)))
    return " ".join(part for part in _without_towers(seen).split(" ") if part)


def paragraphs(text: str) -> tuple[str, ...]:
    """The cleaned lines a seller typed, blank ones kept as empty text except at the ends."""
    return tuple(clean(line) for line in text[:_LONGEST].strip().splitlines())


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc" or (category in {"Zl", "Zp"}):
        return " " if char.isspace() else ""
    if category == "Zs":
        return char if char == "\u00a0" else " "
    if category == "Cf":
        return char if char in _KEPT_FORMAT else ""
    return _REPLACEMENT if category in {"Cs", "Co"} else char


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        is_mark = unicodedata.category(char) in {"Mn", "Me"}
        marks = marks + 1 if is_mark else 0
        is_orphan = (is_mark or char in JOINERS) and (not kept or kept[-1] in _BASELESS)
        if marks <= _MARKS_PER_LETTER and not is_orphan:
            kept.append(char)
    return "".join(kept)
