"""Compositions: “SHELL 60% COTTON 40% NYLON / LINING 100% POLYESTER”, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from closet_app.domain.tags.keys import as_digits
from closet_app.domain.tags.words import TagBook, TagLine, phrases

_PERCENT = re.compile(
    r"(?P<figures>\d{1,3}(?:[.,]\d)?|(?<![^\W\d_])[0-9OoIl|SB]{1,3})\s*(?:%|°/[o0]|[o0]/[o0])"
)
_BARE = re.compile(r"(?<!\d)(?P<figures>\d{1,3})(?=\s?(?:[&*#X/]\s?)?[^\W\d_]{4})")
"""A percentage whose sign was misread or not printed: “100 COTTON”, “100& COTTON”."""
WHOLE = 100.0
WHOLE_PIECE = "whole piece"
"""What `parts` calls words that stand before the composition of all of it."""
_NEARLY_WHOLE = 5.0
_MOST_BLENDS = 4
_SURE, _NEARLY_SURE, _DOUBTFUL, _UNMEASURED = 1.0, 0.6, 0.4, 0.7


class _Kind(StrEnum):
    PERCENT = "percent"
    FIBER = "fiber"
    PART = "part"


@dataclass(frozen=True, slots=True)
class _Item:
    kind: _Kind
    word: str
    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Blend:
    """What one part of the garment is made of; `part` is empty for the whole.

    `fibers` are names with their percentage, 0 when the label gives none.
    """

    part: str
    fibers: tuple[tuple[str, float], ...]
    lines: tuple[int, ...]

    @property
    def total(self) -> float:
        """Percent together; 100 when everything was read rightly."""
        return sum(share for _, share in self.fibers)

    def __str__(self) -> str:
        said = ", ".join(f"{share:g}% {name}" if share else name for name, share in self.fibers)
        return f"{self.part} {said}" if self.part else said


@dataclass(slots=True)
class _Open:
    part: str = ""
    fibers: dict[str, float] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)

    @property
    def total(self) -> float:
        return sum(self.fibers.values())

    def closed(self) -> Blend:
        part = "" if self.part == WHOLE_PIECE else self.part
        return Blend(part, tuple(self.fibers.items()), tuple(sorted(self.lines)))


def blends_of(lines: Sequence[TagLine], book: TagBook) -> tuple[Blend, ...]:
    """Every composition on the label once, however many languages it is printed in."""
    rows = [_items(line.text, at, book) for at, line in enumerate(lines)]
    items = [item for at, row in enumerate(rows) if _counts(rows, at) for item in row]
    measured = list(_blends(_in_order(items)))
    return _each_once(measured) if measured else _unmeasured(rows)


def _counts(rows: Sequence[Sequence[_Item]], at: int) -> bool:
    """A part alone on its line heads the next one; else it is another word (THE NORTH FACE)."""
    heads = at + 1 < len(rows) and bool(rows[at + 1])
    return heads or any(item.kind is not _Kind.PART for item in rows[at])


def said(blends: Sequence[Blend]) -> str:
    """The blends as a seller would type them: “Shell 100% polyester, lining 100% nylon”."""
    text = ", ".join(map(str, blends))
    return text[:1].upper() + text[1:]


def sureness(blends: Sequence[Blend]) -> float:
    """How far the percentages themselves can be trusted, 0 to 1: whole blends add up to 100."""
    return min((_trust(blend) for blend in blends), default=0.0)


def _trust(blend: Blend) -> float:
    if not blend.total:
        return _UNMEASURED
    off = abs(blend.total - WHOLE)
    return _SURE if off < 1 else _NEARLY_SURE if off <= _NEARLY_WHOLE else _DOUBTFUL


def _items(text: str, line: int, book: TagBook) -> list[_Item]:
    """The percentages, fibers and parts of one line, from the left."""
    found = list(_percents(text, line, book))
    taken = [False] * (len(text) + 1)
    near = bool(found)
    for phrase, start, end in phrases(text):
        if any(taken[start:end]):
            continue
        fiber = _fiber(phrase, book, near=near)
        part = "" if fiber else book.parts.named(phrase)
        if fiber or part:
            taken[start:end] = [True] * (end - start)
            kind = _Kind.FIBER if fiber else _Kind.PART
            found.append(_Item(kind, fiber or part, line, start))
    words = [item for item in found if item.kind is not _Kind.PERCENT]
    if not near and not _says_nothing_else(text, taken, words):
        return []
    return sorted(found, key=lambda item: item.start)


def _fiber(phrase: str, book: TagBook, *, near: bool) -> str:
    """The fiber of a phrase; SOLE looks like the French word for silk, but is a part."""
    if book.parts.spells(phrase) and not book.fibers.spells(phrase):
        return ""
    return book.fibers.nearly(phrase) if near else book.fibers.named(phrase)


def _percents(text: str, line: int, book: TagBook) -> Iterator[_Item]:
    signs = list(_PERCENT.finditer(text))
    for match in signs or _BARE.finditer(text):
        if not signs and not _starts_with_fiber(text[match.end() :], book):
            continue
        figures = match["figures"].replace(",", ".")
        share = float(figures) if "." in figures else float(as_digits(figures) or 0)
        if 0 < share <= WHOLE:
            yield _Item(_Kind.PERCENT, str(share), line, match.start())


def _starts_with_fiber(text: str, book: TagBook) -> bool:
    start = len(text) - len(text.lstrip(" &*#X/"))
    return any(book.fibers.named(phrase) for phrase, at, _ in phrases(text) if at == start)


def _says_nothing_else(text: str, taken: list[bool], words: list[_Item]) -> bool:
    """Whether a line without a percentage holds nothing but fibers and parts."""
    rest = "".join(sign for sign, used in zip(text, taken, strict=False) if not used)
    return bool(words) and not any(sign.isalpha() for sign in rest)


def _in_order(items: Sequence[_Item]) -> list[_Item]:
    """`items` with each percentage before its fiber, also where labels print it after."""
    lines: dict[int, list[_Item]] = {}
    for item in items:
        lines.setdefault(item.line, []).append(item)
    ordered: list[_Item] = []
    for row in _rows(lines):
        kinds = [item.kind for item in row if item.kind is not _Kind.PART]
        after = kinds[:1] == [_Kind.FIBER] and kinds[-1:] == [_Kind.PERCENT]
        ordered.extend(_percent_first(row) if after else row)
    return ordered


def _rows(lines: Mapping[int, list[_Item]]) -> Iterator[list[_Item]]:
    """The lines; a percentage alone joins the fiber alone on the line before it."""
    rows: list[list[_Item]] = []
    for row in lines.values():
        alone = [item.kind for item in row] == [_Kind.PERCENT]
        before = [item.kind for item in rows[-1]] if rows else []
        owed = len(rows) > 1 and [item.kind for item in rows[-2]] == [_Kind.PERCENT]
        if alone and before == [_Kind.FIBER] and not owed:
            rows[-1].extend(row)
        else:
            rows.append(list(row))
    yield from rows


def _percent_first(row: Sequence[_Item]) -> list[_Item]:
    ordered: list[_Item] = []
    waiting: list[_Item] = []
    for item in row:
        if item.kind is _Kind.FIBER:
            waiting.append(item)
        elif item.kind is _Kind.PERCENT:
            ordered.extend((item, *waiting))
            waiting = []
        else:
            ordered.append(item)
    return ordered


def _blends(items: Sequence[_Item]) -> Iterator[Blend]:
    """Percentages with the first fiber after each, cut where a part begins or 100 is reached."""
    now = _Open()
    share: _Item | None = None
    for item in items:
        if item.kind is _Kind.PERCENT:
            share = item
        elif item.kind is _Kind.FIBER and share is not None:
            if now.total + float(share.word) > WHOLE + _NEARLY_WHOLE or item.word in now.fibers:
                yield now.closed()
                now = _Open(now.part)
            now.fibers[item.word] = float(share.word)
            now.lines |= {share.line, item.line}
            share = None
        elif item.kind is _Kind.PART:
            if now.fibers:
                yield now.closed()
            now = _Open(item.word, lines={item.line})
    if now.fibers:
        yield now.closed()


def _each_once(blends: Sequence[Blend]) -> tuple[Blend, ...]:
    """Whole blends before others, one for each part; the same one in two languages is one."""
    found: dict[object, Blend] = {}
    for blend in sorted(blends, key=lambda each: abs(each.total - WHOLE)):
        whole_again = not blend.part and any(
            dict(each.fibers) == dict(blend.fibers) for each in found.values()
        )
        if not whole_again and len(found) < _MOST_BLENDS:
            found.setdefault(blend.part or blend.fibers, blend)
    whole = [blend for blend in found.values() if abs(blend.total - WHOLE) <= _NEARLY_WHOLE]
    kept = whole or list(found.values())[:1]
    return tuple(sorted(kept, key=lambda blend: blend.lines))


def _unmeasured(rows: Sequence[Sequence[_Item]]) -> tuple[Blend, ...]:
    """“GENUINE LEATHER”, or “LEATHER UPPER” and “RUBBER SOLE”: lines that say nothing else."""
    found: dict[str, Blend] = {}
    for row in rows:
        fibers = [item for item in row if item.kind is _Kind.FIBER]
        parts = [item.word for item in row if item.kind is _Kind.PART]
        if len(fibers) == 1 and len(parts) <= 1:
            part = parts[0] if parts else ""
            found.setdefault(part, Blend(part, ((fibers[0].word, 0.0),), (fibers[0].line,)))
    whole = found.pop("", None)
    return tuple(found.values()) or ((whole,) if whole else ())
