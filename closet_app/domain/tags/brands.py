"""Brands on labels: a shipped list and the seller's own, matched in spite of misread letters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from closet_app.domain.tags.keys import slips, slips_allowed, tag_key
from closet_app.domain.tags.size_forms import size_said
from closet_app.domain.tags.words import TagBook, TagLine

_WHOLE_LINE, _WITHIN, _EACH_SLIP, _UNKNOWN = 0.97, 0.8, 0.12, 0.6
_SHORT = 5  # letters: a shorter name must be printed large and be right to the letter
_LARGE = 0.8  # of the tallest line
_NOT_SMALL = 0.5
_STANDS_OUT = 1.25  # times the line in the middle: an unknown brand is printed larger than that
_AS_LARGE = 0.8  # of the tallest: a name in two rows is of one size
_MOST_ROWS = 2
_LEAST_LINES = 3  # of two lines either is large
_MOST_WORDS = 5
_LEAST_UNKNOWN, _MOST_UNKNOWN = 3, 24
_SURELY_READ = 0.9
_ALL_CAPITALS_UP_TO = 4


@dataclass(frozen=True, slots=True)
class BrandFound:
    """A brand as it writes itself, and the lines it was read from.

    `printed` are its words where others stand in the same line, `is_exact` when no letter is off.
    """

    name: str
    confidence: float
    lines: tuple[int, ...]
    printed: str = ""
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class BrandBook:
    """Brands by key; `ordinary` are keys of names that are also ordinary words."""

    names: Mapping[str, str]
    ordinary: frozenset[str]

    @classmethod
    def from_toml(cls, text: str) -> BrandBook:
        """The book of `brands.toml`."""
        table = tomllib.loads(text)
        names: dict[str, str] = {}
        for name in table["names"]:
            for one in (name, *table["aliases"].get(name, ())):
                names.setdefault(tag_key(one), name)
                without_sign = tag_key(one.replace("&", " "))
                if len(without_sign) >= _SHORT:
                    names.setdefault(without_sign, name)
        return cls(names, frozenset(map(tag_key, table["ordinary"])))

    def with_own(self, own: Iterable[str]) -> BrandBook:
        """The book with the seller's own brands, whose spelling comes before the shipped one."""
        keys = {tag_key(name): name for name in own}
        keys.pop("", None)
        return replace(self, names={**self.names, **keys}) if keys else self

    def find(self, lines: Sequence[TagLine], book: TagBook) -> BrandFound | None:
        """The brand on a label: the most certain, then the tallest, then the first."""
        tallest = max((line.height for line in lines), default=0.0)
        found = (*self._whole_lines(lines, tallest, book), *self._within(lines, book))
        heights = ((one, max(lines[at].height for at in one.lines)) for one in _longest(found))
        best = max(heights, key=lambda each: (each[0].confidence, each[1]), default=None)
        return best[0] if best else None

    def _whole_lines(
        self, lines: Sequence[TagLine], tallest: float, book: TagBook
    ) -> Iterator[BrandFound]:
        for at, text in (*_single(lines), *_joined(lines)):
            key = tag_key(text)
            shown = _shown(lines, at, tallest)
            name, off = self._nearest(key, shown)
            if not name or (off and book.knows(text)):
                continue
            needs_size = len(key) < _SHORT or tag_key(name) in self.ordinary or book.knows(text)
            if needs_size and (shown < _LARGE or _has_other_figures(text, name)):
                continue
            sure = _WHOLE_LINE - _EACH_SLIP * off - (0.1 if shown < _NOT_SMALL else 0)
            sure *= min(lines[line].confidence for line in at)
            yield BrandFound(name, sure, at, is_exact=not off)

    def _nearest(self, key: str, shown: float) -> tuple[str, int]:
        """The brand of that key, or of one that a few misread letters make of it."""
        if key in self.names:
            return self.names[key], 0
        most = slips_allowed(len(key))
        if not most or shown < _NOT_SMALL:
            return "", 0
        near = (
            (slips(key, known, most), known)
            for known in self.names
            if known not in self.ordinary
            and len(known) >= _SHORT
            and (known[:1] == key[:1] or known[-2:] == key[-2:])
        )
        off, known = min((one for one in near if one[0] <= most), default=(0, ""))
        return self.names.get(known, ""), off

    def _within(self, lines: Sequence[TagLine], book: TagBook) -> Iterator[BrandFound]:
        """Brands among other words of a line: “made for GAP”, “Levi Strauss & Co. W32”."""
        tallest = max((line.height for line in lines), default=0.0)
        for at, line in enumerate(lines):
            large = _shown(lines, (at,), tallest) >= _LARGE
            for text, rest in _parts_of(line.text):
                key = tag_key(text)
                if key not in self.names or book.knows(text):
                    continue
                before_size = large and rest.strip() and line.text.startswith(text)
                needs_size = len(key) < _SHORT or key in self.ordinary
                if needs_size and not (before_size and size_said(rest.strip().upper(), book)):
                    continue
                # Of two names in one line the longer says more.
                sure = (_WITHIN + min(len(key), 20) / 1_000) * line.confidence
                yield BrandFound(self.names[key], sure, (at,), text)


def _parts_of(text: str) -> Iterator[tuple[str, str]]:
    """Every run of up to five words of a line but the whole, and what stands after it."""
    words = text.split()
    for first in range(len(words)):
        for last in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
            if last - first < len(words):
                yield " ".join(words[first:last]), " ".join(words[last:])


def _longest(found: Sequence[BrandFound]) -> Iterator[BrandFound]:
    """Without the names that are a part of another: “Tommy” where “Bahama” follows."""
    for one in found:
        own = set(one.lines)
        if not any(own < set(other.lines) and other.is_exact for other in found):
            yield one


def _single(lines: Sequence[TagLine]) -> Iterator[tuple[tuple[int, ...], str]]:
    for at, line in enumerate(lines):
        yield (at,), line.text


def _has_other_figures(text: str, name: str) -> bool:
    """Whether `text` has figures where a name has letters: 8P is a size, and BP. a brand."""
    return any(sign.isdigit() for sign in text) and not any(sign.isdigit() for sign in name)


def _joined(lines: Sequence[TagLine]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Two or three lines that follow each other: names are set in two rows."""
    for count in (2, 3):
        for at in range(len(lines) - count + 1):
            rows = tuple(range(at, at + count))
            yield rows, " ".join(lines[row].text for row in rows)


def _shown(lines: Sequence[TagLine], at: Sequence[int], tallest: float) -> float:
    """How large it is printed, 1 for the tallest; without heights the first line is."""
    if not tallest:
        return 1.0 if at[0] == 0 else _NOT_SMALL
    return max(lines[line].height for line in at) / tallest


def unknown_brand(
    lines: Sequence[TagLine], heights: Sequence[float], book: TagBook
) -> BrandFound | None:
    """A brand that no list knows: the line of letters, or two, that stand out of a label.

    `heights` are those of all its lines.
    """
    if len(heights) < _LEAST_LINES:
        return None
    least = _STANDS_OUT * sorted(heights)[(len(heights) - 1) // 2]
    fitting = {
        at for at, line in enumerate(lines) if line.height >= least > 0 and _may_be(line, book)
    }
    if not fitting:
        return None
    tallest = max(fitting, key=lambda at: lines[at].height)
    rows = [at for at in (tallest - 1, tallest, tallest + 1) if at in fitting]
    rows = [at for at in rows if lines[at].height >= _AS_LARGE * lines[tallest].height]
    text = " ".join(_bare(lines[at].text) for at in rows)
    if len(rows) > _MOST_ROWS or len(text) > _MOST_UNKNOWN:
        rows, text = [tallest], _bare(lines[tallest].text)
    sure = _UNKNOWN * min(lines[at].confidence for at in rows)
    return BrandFound(_cased(text), sure, tuple(rows))


def _may_be(line: TagLine, book: TagBook) -> bool:
    """Whether a line could be a name: read surely, in letters, and none of the words of labels."""
    text = _bare(line.text)
    letters = sum(sign.isalpha() for sign in text)
    readable = line.confidence >= _SURELY_READ and letters >= 0.8 * len(text.replace(" ", ""))
    if not readable or not _LEAST_UNKNOWN <= len(text) <= _MOST_UNKNOWN:
        return False
    known = book.knows(text) or any(book.knows(word) for word in text.split())
    return not known and not book.is_care(text) and size_said(text.upper(), book) is None


def _bare(text: str) -> str:
    return text.strip(" .,:;-–®™©*")


def _cased(text: str) -> str:
    if not text.isupper() or len(text) <= _ALL_CAPITALS_UP_TO:
        return text
    return " ".join(word.capitalize() for word in text.split())
