"""Flaws that are marked on photos, joined with those that are written down: each told once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from closet_app.domain.text import clean_line, fold

_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class MarkedFlaw:
    """A word at a place of a photo; `number` is the photo's among those shown, 0 when it is not."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class ToldFlaw:
    """One flaw with the numbers of the photos that show it, in order."""

    words: str
    numbers: tuple[int, ...]


def flaws_to_tell(written: str, marked: Iterable[MarkedFlaw]) -> tuple[ToldFlaw, ...]:
    """The marked flaws that `written` does not name, each once, the first photo first.

    A mark without words says nothing. Upper case, accents and signs make no difference.
    """
    said = f" {_spoken(written)} "
    found: dict[str, tuple[str, list[int]]] = {}
    for flaw in marked:
        spoken = _spoken(flaw.words)
        if spoken and f" {spoken} " not in said:
            numbers = found.setdefault(spoken, (clean_line(flaw.words), []))[1]
            numbers.extend({flaw.number} - {0, *numbers})
    told = (ToldFlaw(words, tuple(sorted(numbers))) for words, numbers in found.values())
    return tuple(sorted(told, key=lambda flaw: (not flaw.numbers, flaw.numbers)))


def _spoken(text: str) -> str:
    return " ".join(_LETTERS.findall(fold(text)))
