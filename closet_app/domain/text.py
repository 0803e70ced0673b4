"""Typed text made safe to keep, and the folding by which two words count as equal."""

from __future__ import annotations

import re
import unicodedata

from closet_app.errors import InvalidValueError

LONGEST_LINE = 1_000
LONGEST_TEXT = 20_000

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_AROUND_LINE_ENDS = re.compile(r"[^\S\n]*\n\s*")
_SPACES = re.compile(r"\s+")
# Controls, lone surrogates, bidi embeddings, overrides and isolates, the byte order mark and
# the two non-characters of each plane can hide or reorder what follows, or break UTF-8.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufdd0-\ufdef"
    + "".join(chr(0x10000 * plane + 0xFFFE + at) for plane in range(17) for at in (0, 1))
    + "]"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060]")


def clean_text(text: str) -> str:
    """`text` in NFC with plain line ends, without what could hide, reorder or break it.

    Tabs become spaces; outer white space goes, inner spaces stay as typed.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNSAFE.sub("", lines)).strip()


def clean_line(text: str) -> str:
    """`clean_text` on one line: a line end with the white space around it becomes one space."""
    return _AROUND_LINE_ENDS.sub(" ", clean_text(text))


def fold(text: str) -> str:
    """The form in which two texts are the same word: NFC, case, spaces and unseen signs folded.

    Folding twice changes nothing more.
    """
    seen = _UNSEEN.sub("", clean_text(text))
    decomposed = unicodedata.normalize("NFD", seen).casefold()
    again = unicodedata.normalize("NFD", decomposed).casefold()
    return _SPACES.sub(" ", unicodedata.normalize("NFC", again)).strip()


def require_length(text: str, limit: int, field: str = "") -> str:
    """`text` itself; raises InvalidValueError when it is longer than `limit` characters."""
    if len(text) > limit:
        raise InvalidValueError(
            f"This text has {len(text):,} letters and there is room for {limit:,}.",
            field=field,
            remedy="Shorten it.",
        )
    return text
