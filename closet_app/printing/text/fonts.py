"""Which font file draws which character, for every face a printed piece uses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics

from closet_app import paths
from closet_app.printing.text.clusters import is_emoji_like
from closet_app.printing.text.printfont import PrintFont

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """A hand or type of the design; `shaped` faces always need kerning and alternates.

    `companion` writes in the same manner what the face itself lacks, `companion_scale` makes
    its letters as large.
    """

    file: str
    shaped: bool = False
    heavy: bool = False
    companion: str = ""
    companion_scale: float = 1.0

    @property
    def latin_fallback(self) -> str:
        """The broad font nearest in weight."""
        return "NotoSans-SemiBold.ttf" if self.heavy else "NotoSans-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Fallback:
    """A font asked only for characters of its ranges, so that it is loaded when needed."""

    file: str
    ranges: Ranges


FACES = {
    "text": Face("Inter-Regular.ttf"),
    "medium": Face("Inter-Medium.ttf"),
    "strong": Face("Inter-SemiBold.ttf", heavy=True),
    "bold": Face("Inter-Bold.ttf", heavy=True),
    "title": Face("Fraunces-SemiBold.ttf", shaped=True, heavy=True),
    "hand": Face(
        "Caveat-Bold.ttf", shaped=True, companion="NanumPenScript-Regular.ttf", companion_scale=1.2
    ),
    "hand_light": Face(
        "Caveat-Regular.ttf",
        shaped=True,
        companion="NanumPenScript-Regular.ttf",
        companion_scale=1.2,
    ),
    "pen": Face(
        "NanumPenScript-Regular.ttf",
        shaped=True,
        companion="Caveat-Regular.ttf",
        companion_scale=0.85,
    ),
    "script": Face(
        "DancingScript-Variable.ttf",
        shaped=True,
        companion="NanumPenScript-Regular.ttf",
        companion_scale=1.25,
    ),
    "serif": Face("Fraunces-Regular.ttf", shaped=True),
}

_ANY: Ranges = ((0, 0x10FFFF),)
_HAN: Ranges = (
    (0x2E80, 0x30FF),
    (0x31C0, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x323AF),
)
_KANA: Ranges = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
_HANGUL: Ranges = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))

_KOREAN = Fallback("NotoSansKR-Regular.ttf", _HANGUL + _HAN)
_JAPANESE = Fallback("NotoSansJP-Regular.ttf", _HAN)
_CHINESE = Fallback("NotoSansSC-Regular.ttf", _HAN)
_TRADITIONAL = Fallback("NotoSansTC-Regular.ttf", _HAN)
_EAST_ASIAN = {
    "": (_CHINESE, _TRADITIONAL, _JAPANESE, _KOREAN),
    "ja": (_JAPANESE, _TRADITIONAL, _CHINESE, _KOREAN),
    "ko": (_KOREAN, _TRADITIONAL, _CHINESE, _JAPANESE),
}
_EMOJI = Fallback("NotoEmoji-Regular.ttf", _ANY)
_LAST = (
    Fallback("NotoSansThai-Regular.ttf", ((0x0E00, 0x0E7F),)),
    Fallback(
        "NotoSansArabic-Regular.ttf",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    ),
    Fallback(
        "NotoSansDevanagari-Regular.ttf",
        ((0x0900, 0x097F), (0x1CD0, 0x1CFF), (0x20F0, 0x20F0), (0xA8E0, 0xA8FF)),
    ),
    Fallback("NotoSansHebrew-Regular.ttf", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    Fallback("NotoSansBengali-Regular.ttf", ((0x0980, 0x09FF),)),
    Fallback("NotoSansGurmukhi-Regular.ttf", ((0x0A00, 0x0A7F),)),
    Fallback("NotoSansGujarati-Regular.ttf", ((0x0A80, 0x0AFF),)),
    Fallback("NotoSansTamil-Regular.ttf", ((0x0B80, 0x0BFF),)),
    Fallback("NotoSansTelugu-Regular.ttf", ((0x0C00, 0x0C7F),)),
    Fallback("NotoSansKannada-Regular.ttf", ((0x0C80, 0x0CFF),)),
    Fallback("NotoSansMalayalam-Regular.ttf", ((0x0D00, 0x0D7F),)),
    Fallback("NotoSansSinhala-Regular.ttf", ((0x0D80, 0x0DFF),)),
    Fallback("NotoSansLao-Regular.ttf", ((0x0E80, 0x0EFF),)),
    Fallback("NotoSansMyanmar-Regular.ttf", ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    Fallback(
        "NotoSansGeorgian-Regular.ttf", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))
    ),
    Fallback("NotoSansKhmer-Regular.ttf", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    Fallback("NotoSansArmenian-Regular.ttf", ((0x0530, 0x058F), (0xFB13, 0xFB17))),
    Fallback(
        "NotoSansEthiopic-Regular.ttf", ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))
    ),
    _EMOJI,
)
REPLACEMENTS = "\ufffd\u25a1?"
# Letters whose shape depends on nothing around them and whose marks stay inside the line.
_PLAIN = frozenset(
    chr(code)
    for start, end in (
        (0x20, 0x7E),
        (0xA1, 0xAC),
        (0xAE, 0x17F),
        (0x391, 0x3A1),
        (0x3A3, 0x3CE),
        (0x400, 0x45F),
        (0x2010, 0x2027),
        (0x2032, 0x2033),
        (0x20A0, 0x20BF),
        (0x2122, 0x2122),
        (0x2190, 0x2193),
        (0x2212, 0x2212),
    )
    for code in range(start, end + 1)
)


@cache
def font(file: str) -> PrintFont:
    """The loaded font, registered with ReportLab under its file's stem."""
    loaded = PrintFont(file.removesuffix(".ttf"), str(paths.resources() / "fonts" / file))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def plain_letters(face: str) -> frozenset[str]:
    """Characters this face draws rightly without a shaper; empty for shaped faces."""
    if FACES[face].shaped:
        return frozenset()
    return _PLAIN.intersection(font(FACES[face].file).widths)


def east_asian_leaning(text: str) -> str:
    """Whose Chinese characters to draw: the Japanese or Korean ones if the text says so."""
    codes = [ord(char) for char in text if ord(char) >= _HANGUL[0][0]]
    if _any_within(codes, _KANA):
        return "ja"
    return "ko" if _any_within(codes, _HANGUL) else ""


@lru_cache(maxsize=20_000)
def file_for(face: str, cluster: str, leaning: str) -> str:
    """The first font file of the chain that draws the whole cluster; empty when none does."""
    files = (FACES[face].file, FACES[face].companion, FACES[face].latin_fallback)
    own = tuple(Fallback(file, _ANY) for file in files if file)
    chain = own + _EAST_ASIAN[leaning] + _LAST
    if is_emoji_like(cluster):
        chain = (_EMOJI, *chain)
    code = ord(cluster[0])
    return next(
        (
            step.file
            for step in chain
            if _any_within((code,), step.ranges) and font(step.file).covers(cluster)
        ),
        "",
    )


def needs_heavier_pen(face: str, file: str) -> bool:
    """Whether a heavy face fell back to a font that has only one weight."""
    wanted = FACES[face]
    return wanted.heavy and file not in {wanted.file, wanted.latin_fallback, _EMOJI.file}


@cache
def replacement_for(face: str) -> tuple[str, str]:
    """The sign drawn for what no font has, and the font file that has it."""
    for sign in REPLACEMENTS:
        for file in (FACES[face].file, FACES[face].latin_fallback):
            if font(file).covers(sign):
                return sign, file
    return "?", FACES[face].file


def _any_within(codes: list[int] | tuple[int, ...], ranges: Ranges) -> bool:
    return any(low <= code <= high for code in codes for low, high in ranges)
