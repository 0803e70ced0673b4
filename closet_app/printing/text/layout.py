"""Lines of text: measured in ems, so one layout serves every size."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from closet_app.printing.text import fonts
from closet_app.printing.text.breaking import Word, words
from closet_app.printing.text.clean import ZERO_WIDTH_SPACE, clean
from closet_app.printing.text.clusters import clusters
from closet_app.printing.text.direction import (
    embedding_levels,
    has_right_to_left,
    in_visual_order,
)
from closet_app.printing.text.runs import Run, plain_run, plain_width, runs

ELLIPSIS = "…"
# The narrowest letters are an eighth of an em, so no line holds more of them than this.
_LETTERS_PER_EM = 8
_LETTERS_AT_LEAST = 64


@dataclass(frozen=True, slots=True)
class Line:
    """Runs from left to right, their width in ems, and whether the paragraph runs leftward.

    `indent` moves the pen so that marks hanging over the first letter stay inside.
    """

    runs: tuple[Run, ...]
    width: float
    leftward: bool = False
    indent: float = 0.0

    @property
    def missing(self) -> str:
        """Characters no font has, drawn as a replacement sign."""
        return "".join(run.missing for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    face: str
    text: str
    levels: bytes
    base: int
    leaning: str

    def line(self, start: int, end: int, *, ending: str = "") -> Line:
        """The stretch as one line in visual order, `ending` after its last letter."""
        levels = self._levels(start, end, len(ending))
        text = (self.text[start:end] + ending).replace(ZERO_WIDTH_SPACE, "")
        shaped = _shaped_words(self.face, text, levels, self.leaning)
        ordered = in_visual_order(shaped, lambda run: run.level) if self.levels else shaped
        return _line(ordered, leftward=self.base == 1)

    def width(self, start: int, end: int) -> float:
        text = self.text[start:end]
        if not self.levels and fonts.plain_letters(self.face).issuperset(text):
            return plain_width(self.face, text)
        return self.line(start, end).width

    def _levels(self, start: int, end: int, extra: int) -> bytes:
        if not self.levels:
            return b""
        kept = bytes(
            level
            for char, level in zip(self.text[start:end], self.levels[start:end], strict=True)
            if char != ZERO_WIDTH_SPACE
        )
        return kept + bytes([self.base]) * extra


def line(face: str, text: str) -> Line:
    """The cleaned text on one line, however long."""
    return _whole_line(face, clean(text))


@lru_cache(maxsize=8_000)
def _whole_line(face: str, text: str) -> Line:
    if fonts.plain_letters(face).issuperset(text):
        run = plain_run(face, text)
        return Line((run,), run.width)
    return _paragraph(face, text).line(0, len(text))


@lru_cache(maxsize=4_000)
def elided(face: str, text: str, width: float) -> Line:
    """One line no wider than `width` ems, cut at a whole character and ended by an ellipsis."""
    text = clean(text)
    short = text[: int(width * _LETTERS_PER_EM) + _LETTERS_AT_LEAST]
    if len(short) == len(text):
        whole = _whole_line(face, text)
        if whole.width <= width:
            return whole
    return _cut(_paragraph(face, short), 0, width)


@lru_cache(maxsize=4_000)
def wrapped(face: str, text: str, width: float, most: int | None = None) -> tuple[Line, ...]:
    """Lines of at most `width` ems; with `most`, the last of them is elided if text is left."""
    text = clean(text)
    if most is not None:
        text = text[: int(width * _LETTERS_PER_EM + _LETTERS_AT_LEAST) * most]
    paragraph = _paragraph(face, text)
    spans = _spans(paragraph, width, most)
    if most is None or len(spans) <= most:
        return tuple(paragraph.line(*span) for span in spans)
    kept = [paragraph.line(*span) for span in spans[: most - 1]]
    return (*kept, _cut(paragraph, spans[most - 1][0], width))


def _paragraph(face: str, text: str) -> _Paragraph:
    base, levels = embedding_levels(text) if has_right_to_left(text) else (0, b"")
    return _Paragraph(face, text, levels, base, fonts.east_asian_leaning(text))


def _line(ordered: list[Run], *, leftward: bool) -> Line:
    if not ordered:
        return Line((), 0.0, leftward)
    indent = right = at = 0.0
    for run in ordered:
        indent = max(indent, run.left_overhang - at)
        at += run.width
        right = max(right, at + run.right_overhang)
    return Line(tuple(ordered), max(at, right) + indent, leftward, indent)


def _shaped_words(face: str, text: str, levels: bytes, leaning: str) -> list[Run]:
    found: list[Run] = []
    at = 0
    for index, word in enumerate(text.split(" ")):
        if index:
            found.extend(runs(face, " ", levels[at : at + 1], leaning))
            at += 1
        if word:
            found.extend(runs(face, word, levels[at : at + len(word)], leaning))
        at += len(word)
    return found


def _cut(paragraph: _Paragraph, start: int, width: float) -> Line:
    """The longest beginning that leaves room for the ellipsis."""
    bound = start + int(width * _LETTERS_PER_EM) + _LETTERS_AT_LEAST
    ends = list(accumulate(map(len, clusters(paragraph.text[start:bound])), initial=start))
    fitting = bisect_right(ends, width, key=lambda end: _ended(paragraph, start, end).width)
    return _ended(paragraph, start, ends[max(0, fitting - 1)])


def _ended(paragraph: _Paragraph, start: int, end: int) -> Line:
    while end > start and paragraph.text[end - 1] in " ,;" + ZERO_WIDTH_SPACE:
        end -= 1
    return paragraph.line(start, end, ending=ELLIPSIS)


def _spans(paragraph: _Paragraph, width: float, most: int | None) -> list[tuple[int, int]]:
    """Where each line starts and ends: as many words as fit, long words cut between letters.

    One line more than `most` is enough to know that text is left over.
    """
    spans: list[tuple[int, int]] = []
    start = end = 0
    for word in words(paragraph.text):
        if end > start and paragraph.width(start, word.end) <= width:
            end = word.end
            continue
        if end > start:
            spans.append((start, end))
        if most is not None and len(spans) > most:
            return spans
        start, end = _rest_of_long_word(paragraph, word, width, spans)
    if end > start:
        spans.append((start, end))
    return spans


def _rest_of_long_word(
    paragraph: _Paragraph, word: Word, width: float, spans: list[tuple[int, int]]
) -> tuple[int, int]:
    start = word.start
    while True:
        end = _longest_beginning(paragraph, start, word.end, width)
        if end >= word.end:
            return start, word.end
        spans.append((start, end))
        start = end


def _longest_beginning(paragraph: _Paragraph, start: int, limit: int, width: float) -> int:
    """At least one character, so that a narrow box still makes progress."""
    bound = min(limit, start + int(width * _LETTERS_PER_EM) + _LETTERS_AT_LEAST)
    ends = list(accumulate(map(len, clusters(paragraph.text[start:bound])), initial=start))
    if bound == limit and paragraph.width(start, limit) <= width:
        return limit
    fitting = bisect_right(ends, width, key=lambda end: paragraph.width(start, end)) - 1
    return ends[max(1, fitting)] if len(ends) > 1 else limit
