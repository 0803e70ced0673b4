"""How sizes are written: letters, numbers, waist and inseam, neck and sleeve, kids, shoes, Asia."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from closet_app.domain.tags.keys import as_digits
from closet_app.domain.tags.words import TagBook

_WAIST, _LETTERS, _ONE_SIZE, _KIDS, _NUMBER = 0.96, 0.93, 0.9, 0.9, 0.85
_MISREAD, _PAIR, _FRENCH, _HEIGHT = 0.76, 0.8, 0.8, 0.64
_LARGEST, _LARGEST_CHEST = 66, 120
_MONTHS_OF_BABIES = frozenset({"0", "3", "6", "9", "12", "18", "24", "36"})
_LETTER = r"(?:X{0,4}S|M|X{0,4}L|[2-6]\s?XL|[2-4]\s?XS|[0-6]X)"
_SECOND = r"(?:X{0,3}P|T?TG|XG|[GPM]|" + _LETTER + ")"
_HALF = r"(?P<half>[.,]5|\s?1/2)?"
_SUITS = range(28, 61, 2)
_SHOES = range(4, 18)
_LETTERED = re.compile(
    rf"(?P<first>{_LETTER})(?P<long>[TP]?)(?:\s*[/]\s*(?P<other>{_SECOND}))?"
    rf"(?:\s*[-–]\s*(?P<to>{_LETTER}))?(?:\s*\(?\s*\d{{1,2}}\s*[-–/]\s*\d{{1,2}}\s*\)?)?"
)
_BESIDE_NUMBERS = re.compile(
    rf"\d{{1,3}}(?:\s?[-–/]\s?\d{{1,3}})?\s*[(/]\s*(?P<letter>{_LETTER})\s*\)?"
)
_SPREAD_OUT = re.compile(r"\b(X{1,3}) (?=X{0,2}[SL]\b)")
_PETITE = re.compile(r"P(?:\s?/?\s?)(?P<size>[SML]|X[SL])|(?P<before>[SML]|X[SL])\s?P")
_CUT = r"(?P<cut>PETITES?|TALL|LONG|SHORT|REGULAR|REG)\.?"
_CUT_LAST = re.compile(rf"(?P<size>{_LETTER}|\d{{1,2}})[\s/\-]*{_CUT}")
_CUT_FIRST = re.compile(rf"{_CUT}[\s/\-]*(?P<size>{_LETTER}|\d{{1,2}})")
_WAIST_INSEAM = re.compile(
    r"W(?P<gap>\s*)[:.]?\s*(?P<waist>\d{2})[\"”]?\s*[X×/,\-–]?\s*L\s*[:.]?\s*(?P<inseam>\d{2})[\"”]?"
)
_WAIST_BY = re.compile(r"(?P<waist>[23456]\d)\s*(?:[\"”]\s*)?[X×]\s*(?P<inseam>[23]\d)[\"”]?")
_WAIST_AFTER = re.compile(
    r"(?P<waist>[23456]\d)\s?[\"”]?\s?W\s*[X×/,\-–]?\s*(?P<inseam>[23]\d)\s?[\"”]?\s?L"
)
_WAIST_ONLY = re.compile(r"(?:W|WAIST)\s*[:.]?\s*(?P<waist>\d{2})[\"”]?")
_NECK = re.compile(
    rf"(?P<neck>1[3-9]|2[0-2]){_HALF}\s*[-–/X ]\s*(?P<sleeve>3\d(?:\s?[-–/]\s?3\d)?)[\"”]?"
)
_NUMBERED = re.compile(rf"(?P<number>\d{{1,3}}){_HALF}(?P<kind>\s?[WPTRLSX]|\s?[A-H]{{1,3}})?")
_SHOE = re.compile(rf"(?P<number>\d{{1,2}}){_HALF}\s?(?P<width>[MBDWN]|E{{1,4}}|[24]E)")
_USUAL_WIDTHS = frozenset("MBD")
_THIRDS = re.compile(r"(?P<number>\d{2})\s?(?P<third>[12]/3)")
_TWO_NUMBERS = re.compile(r"(?P<low>[1-9]\d{0,2}|0)\s?(?P<by>[-–/])\s?(?P<high>[1-9]\d{0,2})")
_STEPS, _STEP_OF_HEIGHTS = frozenset({1, 2}), 6
_HEIGHTS = range(50, 177, _STEP_OF_HEIGHTS)
_WAISTS, _INSEAMS = range(26, 45), range(28, 39)
_TAILLE = re.compile(r"T\s?[.:]?\s?(?P<number>3[2468]|4[02468]|5[0246])")
_BODY = re.compile(
    rf"(?:(?P<letter>{_LETTER})\s*)?\(?(?P<body>1[3-9]\d\s?/\s?\d{{2,3}}\s?[ABCY]?)\)?"
    rf"(?:\s*\(?(?P<after>{_LETTER})\)?)?"
)
_MONTHS = re.compile(
    r"(?P<low>\d{1,2})(?:\s*M?\s*[-–/]\s*(?P<high>\d{1,2}))?\s*"
    r"(?P<unit>M|MO|MOS|MTH|MTHS|MONTHS?|MOIS|MESES|MONATE|MESI|개월)\.?"
)
_YEARS = re.compile(
    r"(?P<low>\d{1,2})(?:\s*Y?\s*[-–/]\s*(?P<high>\d{1,2}))?\s*"
    r"(?:Y|YR|YRS|YEARS?|ANS|ANOS|JAHRE|ANNI|세)\.?(?:\s*OLD)?"
)
_AGES = re.compile(
    r"AGED?S?\s*:?\s*(?P<low>\d{1,2})(?:\s*[-–/]\s*(?P<high>\d{1,2}))?(?:\s*Y(?:EA)?RS?)?"
)
_CENTIMETRES = re.compile(r"(?P<low>\d{2,3})(?:\s*[-–/]\s*(?P<high>\d{2,3}))?\s*CM")
_BETWEEN_WORDS = re.compile(r"\s*[/|,·]\s*|\s+")
_SHORTENED = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A size as a seller types it, and how sure these letters mean one, 0 to 1."""

    value: str
    sure: float


def size_said(text: str, book: TagBook) -> Said | None:
    """The size that `text` is, in capitals without accents; None when it is none."""
    text = _SPREAD_OUT.sub(r"\1", text)
    for reader in _READERS:
        said = reader(text)
        if said is not None:
            return said
    if book.one_size.named(text):
        return Said("One size", _ONE_SIZE)
    word = _worded(text, book)
    return Said(word, _LETTERS) if word else None


def number_said(text: str) -> str:
    """“7 1/2” and “7,5” as 7.5; other text as it is."""
    return re.sub(r"\s?1/2", ".5", text).replace(",", ".")


def waist_within(text: str) -> Said | None:
    """“501 W32 L34”: waist and inseam are no other thing, wherever they stand."""
    match = _WAIST_INSEAM.search(text)
    return _waist(match[0]) if match else None


def _worded(text: str, book: TagBook) -> str:
    """“MEDIUM”, “MEDIUM/MOYEN” and “LARGE / G” in letters."""
    if len(text) <= _SHORTENED:
        return ""
    if whole := book.size_letters.named(text):
        return whole
    words = _BETWEEN_WORDS.split(text)
    first = book.size_letters.named(words[0]) if len(words[0]) > _SHORTENED else ""
    fits = all(len(word) <= _SHORTENED or book.size_letters.named(word) == first for word in words)
    return first if fits else ""


def _waist(text: str) -> Said | None:
    if match := _WAIST_INSEAM.fullmatch(text):
        gap = " " if match["gap"] else ""
        return Said(f"W{gap}{match['waist']} L{gap}{match['inseam']}", _WAIST)
    if match := _WAIST_BY.fullmatch(text) or _WAIST_AFTER.fullmatch(text):
        return Said(f"{match['waist']}x{match['inseam']}", _WAIST)
    if match := _WAIST_ONLY.fullmatch(text):
        return Said(f"W{match['waist']}", _WAIST)
    if match := _NECK.fullmatch(text):
        half = ".5" if match["half"] else ""
        return Said(f"{match['neck']}{half} {_close(match['sleeve'])}", _WAIST)
    return None


def _letters(text: str) -> Said | None:
    if match := _PETITE.fullmatch(text):
        return Said(f"{match['size'] or match['before']}P", _LETTERS)
    if match := _BESIDE_NUMBERS.fullmatch(text):
        return Said(_close(match["letter"]), _LETTERS)
    match = _LETTERED.fullmatch(text)
    if not match:
        return None
    first = _close(match["first"])
    other = match["other"] or ""
    if other and other not in {"P", "G", "TG", "TTG", "XG", "XP", "XXP", first}:
        return Said(f"{first}/{other}", _LETTERS)
    to = match["to"] or ""
    return Said(f"{first}-{to}" if to else f"{first}{match['long']}", _LETTERS)


def _cut(text: str) -> Said | None:
    """“6 PETITE”, “TALL L”, “40 REG”: as charts write them."""
    match = _CUT_LAST.fullmatch(text) or _CUT_FIRST.fullmatch(text)
    if not match:
        return None
    size, cut = _close(match["size"]), match["cut"]
    suit = size.isdigit() and int(size) in _SUITS
    if cut.startswith("PETITE") or cut == "TALL" or suit:
        return Said(f"{size}{cut[0]}", _LETTERS)
    return Said(size if cut.startswith("REG") else f"{size} {cut.capitalize()}", _LETTERS)


def _kids(text: str) -> Said | None:
    match = _MONTHS.fullmatch(text)
    if match and (match["high"] or match["unit"] != "M" or match["low"] in _MONTHS_OF_BABIES):
        return Said(f"{_span(match)} Months", _KIDS)
    if match := _YEARS.fullmatch(text) or _AGES.fullmatch(text):
        return Said(f"{_span(match)}Y", _KIDS)
    if match := _CENTIMETRES.fullmatch(text):
        return Said(f"{_span(match, '/')} cm", _KIDS)
    return None


def _pair(text: str) -> Said | None:
    """“10/12”, “32/34”, “110/116”: sizes that stand together; never a month and a year."""
    match = _TWO_NUMBERS.fullmatch(text)
    if not match:
        return None
    low, high = int(match["low"]), int(match["high"])
    apart = high - low
    jeans = match["by"] == "/" and low in _WAISTS and high in _INSEAMS
    small = apart in _STEPS and high <= _LARGEST
    if small or jeans or (low in _HEIGHTS and apart == _STEP_OF_HEIGHTS):
        return Said(_close(text), _PAIR)
    return None


def _asian(text: str) -> Said | None:
    """“165/88A (M)”: height and chest, and the letter where it is printed, too."""
    match = _BODY.fullmatch(text)
    if not match:
        return None
    letter = match["letter"] or match["after"]
    return Said(_close(letter or match["body"]), _LETTERS)


def _shoe(text: str) -> Said | None:
    """“8 1/2 B”, “9 D”: the usual widths are left out, as sellers do."""
    match = _SHOE.fullmatch(text)
    if not match or int(match["number"]) not in _SHOES:
        return None
    half = ".5" if match["half"] else ""
    width = match["width"]
    if width == "W" and not half:
        return None  # “16W” is a women’s plus size
    return Said(f"{match['number']}{half}{'' if width in _USUAL_WIDTHS else width}", _NUMBER)


def _numbered(text: str) -> Said | None:
    match = _NUMBERED.fullmatch(text)
    if not match:
        return _figures(text)
    number, kind = int(match["number"]), (match["kind"] or "").strip()
    if number > _LARGEST:
        chest = not kind and number % 5 == 0 and number <= _LARGEST_CHEST
        height = not kind and number in _HEIGHTS
        return Said(match["number"], _NUMBER if chest else _HEIGHT) if chest or height else None
    if kind in {"", "W", "P", "T", "R", "L", "S", "X"} or number in range(28, 49, 2):
        half = ".5" if match["half"] else ""
        return Said(f"{match['number']}{half}{kind}", _NUMBER)
    return None


def _figures(text: str) -> Said | None:
    """“1O”, “T38”, “42 2/3”."""
    if match := _TAILLE.fullmatch(text):
        return Said(match["number"], _FRENCH)
    if match := _THIRDS.fullmatch(text):
        return Said(f"{match['number']} {match['third']}", _NUMBER)
    figures = as_digits(text) if any(sign.isdigit() for sign in text) else ""
    return Said(figures, _MISREAD) if 0 < len(figures) <= 2 else None  # noqa: PLR2004 - figures


def _span(match: re.Match[str], by: str = "-") -> str:
    return f"{match['low']}{by}{match['high']}" if match["high"] else match["low"]


def _close(text: str) -> str:
    return text.replace(" ", "")


_READERS: tuple[Callable[[str], Said | None], ...] = (
    _waist, _letters, _cut, _kids, _pair, _asian, _shoe, _numbered,
)  # fmt: skip
