"""Which line of a label is its size, and whose system it is of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from closet_app.domain.tags.keys import tag_key
from closet_app.domain.tags.size_forms import number_said, size_said, waist_within
from closet_app.domain.tags.words import TagBook, TagLine

_REGION_ORDER = ("US", "EU", "UK", "FR", "DE", "IT", "ES", "AU", "MX", "JP", "KR", "CN")
_LABELLED, _REGION, _REGION_ALONE = 0.97, 0.92, 0.86
_FIGURE_BESIDE_WASHING, _LEFT_OVER = 0.5, 0.7
_TALL = 1.15  # times the line in the middle: a number that large is no washing temperature
_WASHED_AT = frozenset({"30", "40", "50", "60", "95"})
_SIZE = (
    r"(?P<size>\d{1,2}(?:[.,]5|\s?1/2|\s?[12]/3)?(?!\d)|[89]\d|1[0-3][05](?!\d)"
    r"|X{0,3}[SL]|M|[2-6]XL)(?![A-Z])"
)
_EVERYWHERE = frozenset({"US", "UK", "EU"})


@dataclass(frozen=True, slots=True)
class SizeFound:
    """A size as a seller types it; `system` is US, EU, UK … where the label says whose it is."""

    value: str
    confidence: float
    lines: tuple[int, ...]
    system: str = ""


@dataclass(frozen=True, slots=True)
class _Regional:
    """A size beside the name of its region; `fills` when nothing else is on its line."""

    region: str
    size: str
    line: int
    fills: bool


def size_of(lines: Sequence[TagLine], book: TagBook, spent: Sequence[str]) -> SizeFound | None:
    """The most certain size on a label.

    `spent` is each line without what was read as something else: a size may share its line.
    """
    middle = sorted(line.height for line in lines)[len(lines) // 2] if lines else 0.0
    found = [
        one
        for at, line in enumerate(lines)
        for one in _on_line(line, at, middle, book)
    ]  # fmt: skip
    found += _regional(lines, book)
    found += [one for at, rest in enumerate(spent) for one in _left_over(lines[at], at, rest, book)]
    found += _split_label(lines, book)
    return max(found, key=lambda one: (one.confidence, lines[one.lines[-1]].height), default=None)


def _on_line(line: TagLine, at: int, middle: float, book: TagBook) -> Iterator[SizeFound]:
    bare, labelled = _without_label(_plain(line.text), book)
    said = size_said(bare, book) or waist_within(bare)
    if said is None:
        return
    sure = _LABELLED if labelled else said.sure
    if not labelled and said.value in _WASHED_AT and line.height < _TALL * middle:
        sure = _FIGURE_BESIDE_WASHING
    yield SizeFound(said.value, sure * line.confidence, (at,))


def _left_over(line: TagLine, at: int, rest: str, book: TagBook) -> Iterator[SizeFound]:
    """A size beside something else: “XL 100% COTTON”; a bare number there could be anything."""
    if not rest.strip() or rest == line.text:
        return
    bare, labelled = _without_label(_plain(rest), book)
    said = size_said(bare, book)
    if said and (labelled or not said.value.isdigit()):
        sure = _LABELLED if labelled else _LEFT_OVER
        yield SizeFound(said.value, sure * line.confidence, (at,))


def _split_label(lines: Sequence[TagLine], book: TagBook) -> Iterator[SizeFound]:
    """“SIZE” on one line and the size on the next."""
    for at, line in enumerate(lines[:-1]):
        if book.size_words.named(line.text) and (
            said := size_said(_plain(lines[at + 1].text), book)
        ):
            sure = min(line.confidence, lines[at + 1].confidence)
            yield SizeFound(said.value, _LABELLED * sure, (at, at + 1))


def _regional(lines: Sequence[TagLine], book: TagBook) -> Iterator[SizeFound]:
    """“US 8 / EU 38 / UK 12”; one of the other regions counts when it fills its line."""
    found: dict[str, _Regional] = {}
    for at, line in enumerate(lines):
        for one in _regions_on(_plain(line.text), at, book):
            found.setdefault(one.region, one)
    several = len(found) > 1
    for region in _REGION_ORDER:
        known = several or region in _EVERYWHERE
        if region in found and (known or found[region].fills):
            one = found[region]
            sure = _REGION if known else _REGION_ALONE
            yield SizeFound(one.size, sure * lines[one.line].confidence, (one.line,), region)
            return


def _regions_on(text: str, at: int, book: TagBook) -> Iterator[_Regional]:
    for match in re.finditer(
        rf"(?P<region>[A-Z]{{1,6}}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?)\s*[:.\-]?\s*{_SIZE}", text
    ):
        before = text[match.start() - 1 : match.start()]
        region = "" if before.isalnum() else book.regions.named(match["region"])
        if region:
            size = number_said(match["size"])
            fills = match[0] == text and (len(match["region"]) > 1 or _is_european(size))
            yield _Regional(region, size, at, fills)


def _is_european(size: str) -> bool:
    """Whether it is a number that clothes of Europe have: “I 44”, but not “D 8”."""
    return size.isdigit() and int(size) in range(32, 61, 2)


def _without_label(text: str, book: TagBook) -> tuple[str, bool]:
    """`text` without “SIZE”, “TAILLE/TALLA:” or “MEN’S” in front, and whether a size was named."""
    labelled = False
    while True:
        word = re.match(r"[^\W\d_]+['’]?[^\W\d_]*\.?\s*[:/#.\-]?\s*", text)
        if not word or word.end() == len(text):
            return text.strip(), labelled
        name = word[0].strip(" :/#.-")
        is_size = bool(book.size_words.named(name)) and len(tag_key(name)) > 1
        if not is_size and not book.departments.named(name):
            return text.strip(), labelled
        labelled = labelled or is_size
        text = text[word.end() :]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.upper())
    bare = "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")
    return " ".join(unicodedata.normalize("NFC", bare).split()).strip(" .:;,*•-–")
