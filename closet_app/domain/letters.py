"""Counting and cutting text as people and marketplaces' forms see it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate, islice

_JOINER = "\u200d"
_ASTRAL = 0xFFFF


def count_letters(text: str) -> int:
    """The letters a web form counts: UTF-16 units, so that an emoji is two."""
    return len(text) + sum(ord(letter) > _ASTRAL for letter in text)


def clusters(text: str) -> Iterator[str]:
    """What a reader sees as single signs: letters with their marks, joined emoji, flags."""
    start, flags = 0, 0
    for at in range(1, len(text)):
        flags = flags + 1 if _is_flag(text[at - 1]) else 0
        pair = _is_flag(text[at]) and flags % 2 == 1
        if not (pair or _continues(text[at - 1], text[at])):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def cut(text: str, limit: int) -> str:
    """The longest beginning of `text` with at most `limit` letters that ends after a word.

    A single word that is too long is cut between signs. Trailing separators go.
    """
    if count_letters(text) <= limit:
        return text
    sums = accumulate(map(count_letters, clusters(text)))
    fitting = sum(1 for letters in sums if letters <= limit)
    beginning = "".join(islice(clusters(text), fitting))
    if not text[len(beginning)].isspace() and any(letter.isspace() for letter in beginning):
        beginning = beginning[: max(at for at, sign in enumerate(beginning) if sign.isspace())]
    return beginning.rstrip().rstrip(",;:-–·&").rstrip()


def _continues(before: str, letter: str) -> bool:
    return (
        _JOINER in {before, letter}
        or unicodedata.category(letter) in {"Mn", "Me", "Mc"}
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\u1160" <= letter <= "\u11ff"
    )


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
