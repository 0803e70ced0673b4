"""Text made to fit its box: smaller to a floor, then elided or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from closet_app.errors import UserError
from closet_app.printing.text.breaking import words as words_of
from closet_app.printing.text.clean import clean, paragraphs
from closet_app.printing.text.layout import Line, elided, line, wrapped

_STEP = 0.5
_LITTLE_LESS = 0.8
_HAIR_MORE = 1.0001
# A last line shorter than this part of the width is a widow; narrower ones are tried in turn.
_LONE = 0.3
_NARROWER = (0.92, 0.84, 0.76, 0.68)
# An address line is wrapped only when three quarters of its size would not hold it.
_WRAP_BELOW = 0.75
_MOST_LINES = 5
# Ten times what any card holds: more is refused unmeasured.
_MOST_LETTERS = 3_000


class TextTooLongError(UserError):
    """A text that does not fit its printed piece even at the smallest size."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face with its size, smallest size and line distance in points, and its ink."""

    face: str
    size: float
    floor: float
    leading: float
    ink: str


def resized(style: Style, factor: float) -> Style:
    """The style so many times as large; its floor shrinks with it and never grows."""
    if factor == 1.0:
        return style
    floor = min(style.floor, style.floor * factor)
    return Style(style.face, style.size * factor, floor, style.leading * factor, style.ink)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the size in points they are drawn at; not `whole` when words were left out."""

    size: float
    leading: float
    lines: tuple[Line, ...]
    whole: bool = True

    @property
    def width(self) -> float:
        """Of the widest line, in points."""
        return max((line.width * self.size for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the first baseline to the last, in points."""
        return max(0, len(self.lines) - 1) * self.leading


def fit_line(text: str, style: Style, width: float) -> Fitted:
    """One line within `width` points: smaller down to the floor, then elided."""
    # Twenty lines' worth of text is elided whatever the size, so it is not measured whole.
    whole = line(style.face, text[: int(20 * width)])
    size, is_whole = style.size, True
    if whole.width * size > width:
        size = max(style.floor, width / whole.width)
        is_whole = whole.width * size <= width * _HAIR_MORE
        if not is_whole:
            whole = elided(style.face, text, width / size)
    return Fitted(size, style.leading, (whole,), is_whole)


def fit_words(text: str, style: Style, width: float, height: float, most: int = 2) -> Fitted:
    """Large words: on one line where that takes little off their size, else on `most` lines.

    Each line may lie `height` points below the one before. No word is cut in two; at the
    floor the end is elided, and the words are not `whole`.
    """
    one = fit_line(text, style, width)
    if height <= 0 or (one.whole and one.size >= style.size * _LITTLE_LESS):
        return one
    text = text[: int(20 * width)]
    longest = max((line(style.face, each).width for each in _words(text)), default=0.0)
    size = min(style.size, width / longest if longest else style.size)
    size = min(size, height / style.leading * style.size)
    while size * _HAIR_MORE >= max(style.floor, one.size):
        made = wrapped(style.face, text, width / size)
        if len(made) <= most:
            made = _evened(style.face, text, width / size, made)
            return Fitted(size, style.leading * size / style.size, made)
        size -= _STEP
    return one


def fit_first(texts: Sequence[str], style: Style, width: float, height: float) -> Fitted:
    """As `fit_words`, of the first text that fits whole, else of the last."""
    tried = (fit_words(text, style, width, height) for text in texts)
    last = Fitted(style.size, style.leading, ())
    for last in tried:
        if last.whole:
            break
    return last


def fit_lines(text: str, style: Style, width: float, most: int) -> Fitted:
    """At most `most` lines of `width` points at the style's size, the last one elided."""
    return Fitted(style.size, style.leading, wrapped(style.face, text, width / style.size, most))


def fit_address(texts: Sequence[str], style: Style, width: float, height: float) -> Fitted:
    """Lines that matter whole: a little smaller first, then wrapped, cut only at the floor."""
    wanted = [text[: int(20 * width)] for text in texts if text.strip()]
    unwrapped = _unwrapped(wanted, style, width, height)
    if unwrapped:
        return unwrapped
    size = max(style.floor, style.size * _WRAP_BELOW)
    while True:
        leading = style.leading * size / style.size
        broken = [wrapped(style.face, text, width / size, _MOST_LINES) for text in wanted]
        lines = tuple(made for several in broken for made in several)
        fitting = lines[: max(1, int(height / leading + 1e-6) + 1)]
        if fitting == lines or size - _STEP < style.floor:
            return Fitted(size, leading, fitting, whole=fitting == lines and _all_whole(broken))
        size -= _STEP


def _words(text: str) -> Iterator[str]:
    """What stays on one line if it can."""
    plain = clean(text)
    return (plain[word.start : word.end] for word in words_of(plain))


def _unwrapped(texts: list[str], style: Style, width: float, height: float) -> Fitted | None:
    """Each text on a line of its own, if that takes no more than three quarters of the size."""
    lines = tuple(line(style.face, text) for text in texts)
    widest = max((made.width for made in lines), default=0.0)
    size = min(style.size, width / widest) if widest else style.size
    gaps = max(1, len(lines) - 1)
    size = min(size, height / gaps / style.leading * style.size) if len(lines) > 1 else size
    if size < max(style.floor, style.size * _WRAP_BELOW):
        return None
    return Fitted(size, style.leading * size / style.size, lines)


def _all_whole(broken: list[tuple[Line, ...]]) -> bool:
    return all(len(lines) < _MOST_LINES for lines in broken)


def fit_note(text: str, style: Style, width: float, height: float) -> Fitted:
    """A letter of several paragraphs, stepped down half a point at a time to the floor.

    `height` reaches from the first baseline to the last. Raises TextTooLongError when the
    letter does not fit at the floor either.
    """
    size = style.size
    while size >= style.floor and len(text) <= _MOST_LETTERS:
        leading = style.leading * size / style.size
        lines = _note_lines(text, style.face, width / size)
        if (len(lines) - 1) * leading <= height:
            return Fitted(size, leading, _without_widows(text, style.face, width / size))
        size -= _STEP
    surplus = _surplus(text, style, width, height)
    raise TextTooLongError(
        "The note is too long for this card.",
        remedy=f"Shorten it by about {surplus} letters.",
        surplus=surplus,
    )


def _note_lines(text: str, face: str, width: float) -> tuple[Line, ...]:
    return tuple(
        made
        for paragraph in paragraphs(text)
        for made in (wrapped(face, paragraph, width) or (Line((), 0.0),))
    )


def _without_widows(text: str, face: str, width: float) -> tuple[Line, ...]:
    """The same lines, wrapped a little narrower where a paragraph would end in a lone word."""
    return tuple(
        made
        for paragraph in paragraphs(text)
        for made in (_unwidowed(face, paragraph, width) or (Line((), 0.0),))
    )


def _unwidowed(face: str, paragraph: str, width: float) -> tuple[Line, ...]:
    lines = wrapped(face, paragraph, width)
    if len(lines) <= 1 or lines[-1].width >= width * _LONE:
        return lines
    return _evened(face, paragraph, width, lines)


def _evened(face: str, text: str, width: float, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """As many lines, wrapped so that the shortest of them is as long as can be."""
    tried = (wrapped(face, text, width * narrower) for narrower in _NARROWER)
    fitting = (made for made in tried if len(made) == len(lines))
    return max((lines, *fitting), key=_shortest)


def _shortest(lines: tuple[Line, ...]) -> float:
    return min(each.width for each in lines)


def _surplus(text: str, style: Style, width: float, height: float) -> int:
    """About how many letters are too many at the smallest size."""
    leading = style.leading * style.floor / style.size
    measured = text[:_MOST_LETTERS]
    lines = len(_note_lines(measured, style.face, width / style.floor))
    room = max(1, int(height / leading) + 1)
    fitting = len(measured) * room // max(lines, 1)
    return max(1, len(text.strip()) - fitting)
