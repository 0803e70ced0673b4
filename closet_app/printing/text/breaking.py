"""Where a line may end."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from closet_app.printing.text.clean import ZERO_WIDTH_SPACE
from closet_app.printing.text.clusters import clusters

_SPACES = frozenset({" ", ZERO_WIDTH_SPACE})
_HYPHENS = frozenset("-\u2010\u2013\u2014/")
_NEVER_FIRST = frozenset("ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜ヽヾゝゞ…")
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_OPENING = frozenset({"Ps", "Pi"})
_THAI_LEADING_VOWELS = frozenset("เแโใไ")


class Word(NamedTuple):
    """A stretch that stays on one line if it can; offsets into the paragraph."""

    start: int
    end: int
    space_end: int


def words(text: str) -> list[Word]:
    """The paragraph's words, each with the space after it."""
    found: list[Word] = []
    start = at = 0
    before = ""
    for cluster in clusters(text):
        if before and _may_break(before, cluster):
            found.append(_word(text, start, at))
            start = at
        at += len(cluster)
        before = cluster
    if at > start:
        found.append(_word(text, start, at))
    return found


def _word(text: str, start: int, space_end: int) -> Word:
    end = space_end
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return Word(start, end, space_end)


def _may_break(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if first in _SPACES:
        return False
    if last in _SPACES:
        return True
    if last in _HYPHENS:
        return first.isalpha()
    if _is_ideographic(before[0]) or _is_ideographic(first):
        return _kinsoku_allows(before[0], first)
    return first in _THAI_LEADING_VOWELS and "\u0e01" <= last <= "\u0e7f"


def _kinsoku_allows(last: str, first: str) -> bool:
    if first in _NEVER_FIRST or unicodedata.category(first) in _CLOSING:
        return False
    return unicodedata.category(last) not in _OPENING


def _is_ideographic(char: str) -> bool:
    return "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or char >= "\U00020000"
