"""The facts of one label, each with the lines that it was read from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from closet_app.domain.tags import materials, sizes
from closet_app.domain.tags.brands import BrandBook, BrandFound, unknown_brand
from closet_app.domain.tags.keys import as_digits, tag_key
from closet_app.domain.tags.materials import Blend
from closet_app.domain.tags.words import TagBook, TagLine, phrases

_RN = re.compile(
    r"(?<![^\W\d_])R\.?\s?N\.?\s*[#:№.\-]?\s*(?:NO\.?\s*)?(?P<figures>[0-9OIlSB]{4,6})(?![0-9])",
    re.IGNORECASE,
)
_CA = re.compile(
    r"(?<![^\W\d_])C\.?A\.?\s*[#:№.\-]?\s*(?:NO\.?\s*)?(?P<figures>[0-9OIlSB]{5})(?![0-9])",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"\s*[.;,•·/|](?!\d)\s*")
_ELSEWHERE = 0.7
"""What is read off a photo that is no label (a printed shirt, a shop's sign) counts this much."""


@dataclass(frozen=True, slots=True)
class TagFact:
    """One fact; `lines` are the numbers of the lines it was read from."""

    value: str
    confidence: float
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TagFacts:
    """What a label says; None and empty where it says nothing.

    `size_system` is US, EU, UK … when the label says whose size it is; `rn` the number of the
    maker in the US (“RN 104692”), `ca` that in Canada.
    """

    brand: TagFact | None = None
    size: TagFact | None = None
    size_system: str = ""
    department: TagFact | None = None
    material: TagFact | None = None
    blends: tuple[Blend, ...] = ()
    care: tuple[TagFact, ...] = ()
    rn: TagFact | None = None
    ca: TagFact | None = None
    made_in: TagFact | None = None


def read_tag(lines: Sequence[TagLine], book: TagBook, brands: BrandBook) -> TagFacts:
    """Everything that the lines of one photo say, however they are ordered."""
    lines = [replace(line, text=_normal(line.text)) for line in lines]
    blends = materials.blends_of(lines, book)
    made_in = _made_in(lines, book)
    rn, ca = _number(lines, _RN, "RN"), _number(lines, _CA, "CA")
    spent = {at for blend in blends for at in blend.lines}
    spent |= {at for fact in (made_in, rn, ca) if fact for at in fact.lines}
    care = tuple(_care(lines, spent, book))
    is_label = bool(blends or made_in or rn or ca or care)
    factor = 1.0 if is_label else _ELSEWHERE
    open_lines = [at for at in range(len(lines)) if at not in spent]
    brand = _brand(lines, open_lines, book, brands, may_be_new=is_label)
    used = {at for fact in care for at in fact.lines}
    if brand and not brand.printed:
        used |= set(brand.lines)
    size, system = _size(_beside_brand(lines, brand), used, spent, book, factor)
    return TagFacts(
        brand=TagFact(brand.name, brand.confidence * factor, brand.lines) if brand else None,
        size=size,
        size_system=system,
        department=_department(lines, book),
        material=_material(lines, blends),
        blends=blends,
        care=care,
        rn=rn,
        ca=ca,
        made_in=made_in,
    )


def _normal(text: str) -> str:
    """`text` with full-width and joined signs as plain ones, “15½” as “15 1/2”."""
    return unicodedata.normalize("NFKC", text.replace("½", " 1/2")).replace("\u2044", "/")


def _material(lines: Sequence[TagLine], blends: tuple[Blend, ...]) -> TagFact | None:
    at = tuple(sorted({line for blend in blends for line in blend.lines}))
    if not at:
        return None
    sure = materials.sureness(blends) * min(lines[line].confidence for line in at)
    return TagFact(materials.said(blends), sure, at)


def _brand(
    lines: Sequence[TagLine],
    where: Sequence[int],
    book: TagBook,
    brands: BrandBook,
    *,
    may_be_new: bool,
) -> BrandFound | None:
    open_lines = [lines[at] for at in where]
    found = brands.find(open_lines, book)
    if found is None and may_be_new:
        found = unknown_brand(open_lines, [line.height for line in lines], book)
    return replace(found, lines=tuple(where[at] for at in found.lines)) if found else None


def _beside_brand(lines: Sequence[TagLine], brand: BrandFound | None) -> Sequence[TagLine]:
    """The lines without a brand that has other words beside it: one may be the size."""
    if brand is None or not brand.printed:
        return lines
    return [
        replace(line, text=line.text.replace(brand.printed, " ")) if at in brand.lines else line
        for at, line in enumerate(lines)
    ]


def _size(
    lines: Sequence[TagLine], used: set[int], spent: set[int], book: TagBook, factor: float
) -> tuple[TagFact | None, str]:
    where = [at for at in range(len(lines)) if at not in used and at not in spent]
    shared = sorted(spent)
    chosen = [*where, *shared]
    rest = [lines[at].text if at in where else _beside(lines[at].text, book) for at in chosen]
    given = [lines[at] if at in where else _blank(lines[at]) for at in chosen]
    found = sizes.size_of(given, book, rest)
    if found is None:
        return None, ""
    at = tuple(chosen[line] for line in found.lines)
    return TagFact(found.value, found.confidence * factor, at), found.system


def _blank(line: TagLine) -> TagLine:
    return TagLine("", line.confidence, line.height)


def _beside(text: str, book: TagBook) -> str:
    """What is left of a line when its composition and its numbers are taken away."""
    rest = _CA.sub(" ", _RN.sub(" ", text))
    rest = re.sub(r"\d{1,3}\s?%", " ", rest)
    for phrase, _, _ in phrases(rest):
        if book.fibers.named(phrase) or book.parts.named(phrase) or book.made_in.named(phrase):
            rest = rest.replace(phrase, " ")
    return " ".join(rest.split())


def _number(lines: Sequence[TagLine], pattern: re.Pattern[str], prefix: str) -> TagFact | None:
    for at, line in enumerate(lines):
        match = pattern.search(line.text)
        address = (
            match and prefix == "CA" and line.text[: match.start()].rstrip(" ,")[-1:].isalpha()
        )
        if match and not address and any(sign.isdigit() for sign in match["figures"]):
            return TagFact(f"{prefix} {as_digits(match['figures'])}", line.confidence, (at,))
    return None


def _made_in(lines: Sequence[TagLine], book: TagBook) -> TagFact | None:
    for at, line in enumerate(lines):
        for phrase, _, end in phrases(line.text):
            if not book.made_in.nearly(phrase):
                continue
            country = _country(line.text[end:], book)
            if country:
                return TagFact(country, line.confidence, (at,))
            if at + 1 < len(lines) and (country := _country(lines[at + 1].text, book)):
                sure = min(line.confidence, lines[at + 1].confidence)
                return TagFact(country, sure, (at, at + 1))
        country = _glued(line.text, book)
        if country:
            return TagFact(country, line.confidence, (at,))
    return None


def _country(text: str, book: TagBook) -> str:
    found = (book.countries.nearly(phrase) for phrase, _, _ in phrases(text))
    return next(filter(None, found), "")


def _glued(text: str, book: TagBook) -> str:
    """“MADEINCHINA”, and the Korean and Chinese way of writing it without spaces."""
    key = tag_key(text)
    for prefix in book.made_in.meaning:
        if key.startswith(prefix):
            return book.countries.meaning.get(key[len(prefix) :], "")
    return ""


def _care(lines: Sequence[TagLine], spent: set[int], book: TagBook) -> Iterator[TagFact]:
    for at, line in enumerate(lines):
        if at in spent or not book.is_care(line.text):
            continue
        for phrase in filter(None, _PHRASE_END.split(line.text.strip(" .;,•·/|"))):
            yield TagFact(phrase[:1].upper() + phrase[1:].lower(), line.confidence, (at,))


def _department(lines: Sequence[TagLine], book: TagBook) -> TagFact | None:
    for at, line in enumerate(lines):
        for phrase, _, _ in phrases(line.text):
            if department := book.departments.named(phrase):
                return TagFact(department, 0.8 * line.confidence, (at,))
    return None
