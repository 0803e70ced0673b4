"""Sizes as labels print them: letters, numbers, waist and inseam, regions, kids and shoes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from closet_app.domain.tags.keys import as_digits, tag_key
from closet_app.domain.tags.words import TagBook, TagLine

_REGION_ORDER = ("US", "EU", "UK", "FR", "DE", "IT", "ES", "AU", "MX", "JP", "KR", "CN")
_LABELLED, _WAIST, _REGION, _LETTERS, _ONE_SIZE = 0.97, 0.96, 0.92, 0.93, 0.9
_KIDS, _NUMBER, _FIGURE_BESIDE_WASHING, _LEFT_OVER = 0.9, 0.85, 0.5, 0.7
_TALL = 1.15  # times the line in the middle: a number that large is no washing temperature
_WASHED_AT = frozenset({"30", "40", "50", "60", "95"})
_LARGEST = 66
_LETTER = r"(?:X{0,4}S|M|X{0,4}L|[2-6]\s?XL|[2-4]\s?XS|[0-6]X)"
_SECOND = r"(?:X{0,3}P|T?TG|XG|[GPM]|" + _LETTER + ")"
_LETTERED = re.compile(
    rf"(?P<first>{_LETTER})(?P<long>[TP]?)(?:\s*[/]\s*(?P<other>{_SECOND}))?"
    rf"(?:\s*[-–]\s*(?P<to>{_LETTER}))?(?:\s*\(?\s*\d{{1,2}}\s*[-–/]\s*\d{{1,2}}\s*\)?)?"
)
_PETITE = re.compile(r"P(?:ETITE\s|\s?/?\s?)(?P<size>[SML]|X[SL])|(?P<before>[SML]|X[SL])\s?P")
_WAIST_INSEAM = re.compile(
    r"W(?P<gap>\s*)[:.]?\s*(?P<waist>\d{2})[\"”]?\s*[X×/,\-–]?\s*L\s*[:.]?\s*(?P<inseam>\d{2})[\"”]?"
)
_WAIST_BY = re.compile(r"(?P<waist>[23456]\d)\s*(?:[\"”]\s*)?[X×]\s*(?P<inseam>[23]\d)[\"”]?")
_WAIST_ONLY = re.compile(r"(?:W|WAIST)\s*[:.]?\s*(?P<waist>\d{2})[\"”]?")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3})(?P<half>[.,]5|\s?1/2|½)?(?P<kind>\s?[WPTRLSX]|\s?[A-H]{1,3})?"
)
_MONTHS = re.compile(
    r"(?P<low>\d{1,2})(?:\s*M?\s*[-–/]\s*(?P<high>\d{1,2}))?\s*"
    r"(?:M|MO|MOS|MTH|MTHS|MONTHS?|MOIS|MESES|MONATE|MESI|개월)\.?"
)
_YEARS = re.compile(
    r"(?P<low>\d{1,2})(?:\s*Y?\s*[-–/]\s*(?P<high>\d{1,2}))?\s*"
    r"(?:Y|YR|YRS|YEARS?|ANS|ANOS|JAHRE|ANNI|세)\.?(?:\s*OLD)?"
)
_CENTIMETRES = re.compile(r"(?P<low>\d{2,3})(?:\s*[-–/]\s*\d{2,3})?\s*CM")
_WORDS = {
    "SMALL": "S", "MEDIUM": "M", "LARGE": "L", "X-LARGE": "XL", "X LARGE": "XL",
    "EXTRA LARGE": "XL", "XX-LARGE": "XXL", "XX LARGE": "XXL", "X-SMALL": "XS", "X SMALL": "XS",
    "EXTRA SMALL": "XS", "XX-SMALL": "XXS", "PETIT": "S", "MOYEN": "M", "GRAND": "L",
}  # fmt: skip
_SIZE = r"(?P<size>\d{1,2}(?:[.,]5|\s?1/2)?(?!\d)|X{0,3}[SL]|M|[2-6]XL)(?![A-Z])"


@dataclass(frozen=True, slots=True)
class SizeFound:
    """A size as a seller types it; `system` is US, EU, UK … where the label says whose it is."""

    value: str
    confidence: float
    lines: tuple[int, ...]
    system: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    value: str
    sure: float


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
    said = _read(bare, book)
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
    said = _read(bare, book)
    if said and (labelled or not said.value.isdigit()):
        sure = _LABELLED if labelled else _LEFT_OVER
        yield SizeFound(said.value, sure * line.confidence, (at,))


def _split_label(lines: Sequence[TagLine], book: TagBook) -> Iterator[SizeFound]:
    """“SIZE” on one line and the size on the next."""
    for at, line in enumerate(lines[:-1]):
        if book.size_words.named(line.text) and (said := _read(_plain(lines[at + 1].text), book)):
            sure = min(line.confidence, lines[at + 1].confidence)
            yield SizeFound(said.value, _LABELLED * sure, (at, at + 1))


def _regional(lines: Sequence[TagLine], book: TagBook) -> Iterator[SizeFound]:
    """“US 8 / EU 38 / UK 12”; one letter such as F counts only beside other regions."""
    found: dict[str, tuple[str, int]] = {}
    for at, line in enumerate(lines):
        for region, size in _regions_on(_plain(line.text), book):
            found.setdefault(region, (size, at))
    certain = {
        region: place
        for region, place in found.items()
        if len(found) > 1 or region in {"US", "UK", "EU"}
    }
    for region in _REGION_ORDER:
        if region in certain:
            size, at = certain[region]
            yield SizeFound(size, _REGION * lines[at].confidence, (at,), region)
            return


def _regions_on(text: str, book: TagBook) -> Iterator[tuple[str, str]]:
    for match in re.finditer(
        rf"(?P<region>[A-Z]{{1,3}}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?)\s*[:.\-]?\s*{_SIZE}", text
    ):
        before = text[match.start() - 1 : match.start()]
        region = "" if before.isalnum() else book.regions.named(match["region"])
        if region:
            yield region, _number(match["size"])


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


def _read(text: str, book: TagBook) -> _Said | None:
    for reader in _READERS:
        said = reader(text)
        if said is not None:
            return said
    if book.one_size.named(text):
        return _Said("One size", _ONE_SIZE)
    return None


def _waist(text: str) -> _Said | None:
    if match := _WAIST_INSEAM.fullmatch(text):
        gap = " " if match["gap"] else ""
        return _Said(f"W{gap}{match['waist']} L{gap}{match['inseam']}", _WAIST)
    if match := _WAIST_BY.fullmatch(text):
        return _Said(f"{match['waist']}x{match['inseam']}", _WAIST)
    if match := _WAIST_ONLY.fullmatch(text):
        return _Said(f"W{match['waist']}", _WAIST)
    return None


def _letters(text: str) -> _Said | None:
    if text in _WORDS:
        return _Said(_WORDS[text], _LETTERS)
    if match := _PETITE.fullmatch(text):
        return _Said(f"{match['size'] or match['before']}P", _LETTERS)
    match = _LETTERED.fullmatch(text)
    if not match:
        return None
    first = match["first"].replace(" ", "")
    other = match["other"] or ""
    if other and other not in {"P", "M", "G", "TG", "TTG", "XG", "XP", "XXP", first}:
        return _Said(f"{first}/{other}", _LETTERS)
    to = match["to"] or ""
    return _Said(f"{first}-{to}" if to else f"{first}{match['long']}", _LETTERS)


def _kids(text: str) -> _Said | None:
    if match := _MONTHS.fullmatch(text):
        low, high = match["low"], match["high"]
        return _Said(f"{low}-{high} Months" if high else f"{low} Months", _KIDS)
    if match := _YEARS.fullmatch(text):
        low, high = match["low"], match["high"]
        return _Said(f"{low}-{high}Y" if high else f"{low}Y", _KIDS)
    if match := _CENTIMETRES.fullmatch(text):
        return _Said(f"{match['low']} cm", _KIDS)
    return None


def _numbered(text: str) -> _Said | None:
    match = _NUMBERED.fullmatch(text)
    if not match:
        # “1O”: a figure with a letter that looks like one.
        figures = as_digits(text) if any(sign.isdigit() for sign in text) else ""
        return _Said(figures, _NUMBER * 0.9) if 0 < len(figures) <= 2 else None  # noqa: PLR2004 - figures
    number, kind = match["number"], (match["kind"] or "").strip()
    if int(number) > _LARGEST and not (kind == "" and int(number) % 5 == 0 and int(number) <= 120):  # noqa: PLR2004 - chest in cm
        return None
    if kind in {"", "W", "P", "T", "R", "L", "S", "X"} or int(number) in range(28, 49, 2):
        half = ".5" if match["half"] else ""
        return _Said(f"{number}{half}{kind}", _NUMBER)
    return None


def _number(text: str) -> str:
    return re.sub(r"\s?1/2", ".5", text).replace(",", ".")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.upper())
    bare = "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")
    return " ".join(unicodedata.normalize("NFC", bare).split()).strip(" .:;,*•-–")


_READERS: tuple[Callable[[str], _Said | None], ...] = (_waist, _letters, _kids, _numbered)
