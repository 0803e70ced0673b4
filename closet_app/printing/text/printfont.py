"""A TrueType font as paper needs it: it shapes, tells what it covers, and copies as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfdoc import PDFDocument

from closet_app.printing.text.clean import DIRECTION_MARKS, JOINERS

_UNSEEN = JOINERS | DIRECTION_MARKS | {"\ufe0e", "\ufe0f"}
_PRIVATE_USE = 0xE000
_PRIVATE_USE_GLYPHS = 0x1900
_FAR_PRIVATE_USE = 0xF0000
_MAPPINGS_PER_BLOCK = 100
_JOINED_FORMS = ((0xFB00, 0xFDFF), (0xFE70, 0xFEFE))
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Ink(NamedTuple):
    """How far a glyph or run is seen from where the pen starts."""

    left: float
    right: float
    top: float
    bottom: float

    def moved(self, x: float, y: float) -> Ink:
        """The same ink elsewhere."""
        return Ink(self.left + x, self.right + x, self.top + y, self.bottom + y)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A shaped run, left to right; lengths in thousandths of the type size.

    Each part is a rise above the baseline and the text for `textOut` at that rise: ReportLab's
    own raising of glyphs forgets to come down again after two raised ones. `meanings` gives the
    source text of glyphs that no character of the font names.
    """

    parts: tuple[tuple[float, str], ...]
    advance: float
    ink: Ink
    has_missing: bool
    meanings: tuple[tuple[int, str], ...]


class PrintFont(ttfonts.TTFont):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's font, shaped by HarfBuzz with the direction said instead of guessed.

    ReportLab's own `shapeStr` guesses direction run by run and numbers unnamed glyphs in the
    order met, so the bytes of a document would depend on the documents made before it.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._face: Any = self.hbFace
        self._shaper: Any = hb.Font(self._face)
        self._meanings: WeakKeyDictionary[Any, dict[int, str]] = WeakKeyDictionary()
        self.widths: dict[str, float] = {
            chr(code): width for code, width in self.face.charWidths.items()
        }
        self._inks: dict[int, Ink] = {}
        self._own_codes = frozenset(self.face.charWidths)

    def covers(self, cluster: str) -> bool:
        """Whether every visible character of the cluster has a glyph here."""
        return all(char in self.widths for char in cluster if char not in _UNSEEN)

    def shape(self, text: str, *, leftward: bool) -> Glyphs:
        """The run in visual order, ready for `textOut`."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        hb.shape(self._shaper, buffer, {"kern": True, "liga": True})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        sources = _sources(text, [info.cluster for info in infos])
        return self._glyphs([info.codepoint for info in infos], positions, sources)

    def remember(self, document: PDFDocument, meanings: Iterable[tuple[int, str]]) -> None:
        """Note what unnamed glyphs mean in this document, for copying and searching."""
        kept = self._meanings.setdefault(document, {})
        for code, text in meanings:
            kept.setdefault(code, text)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  reportlab calls it
        """Write the font and, over ReportLab's, a text map that knows unnamed glyphs."""
        subsets = [list(subset) for subset in self._assignState(doc).subsets]
        super().addObjects(doc)
        meanings = self._meanings.pop(doc, {})
        for number, subset in enumerate(subsets):
            base = b"".join((ttfonts.SUBSETN(number), b"+", self.face.name))
            name = (base + self.face.subfontNameX).decode("pdfdoc")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _text_map(subset, meanings)

    def _glyphs(
        self, ids: list[int], positions: list[hb.GlyphPosition], sources: list[str]
    ) -> Glyphs:
        scale = self.face._pdfScale  # noqa: SLF001  the one conversion reportlab itself uses
        placed, meanings, inks = [], [], []
        pen = 0.0
        for glyph, place, source in zip(ids, positions, sources, strict=True):
            code = self._code(glyph)
            if code not in self._own_codes:
                meanings.append((code, source))
            step, offset, rise = map(scale, (place.x_advance, place.x_offset, place.y_offset))
            placed.append((rise, code, step, offset))
            inks.append(self._ink(glyph).moved(pen + offset, rise))
            pen += step
        return Glyphs(self._parts(placed), pen, _around(inks), 0 in ids, tuple(meanings))

    def _parts(
        self, placed: list[tuple[float, int, float, float]]
    ) -> tuple[tuple[float, str], ...]:
        parts = []
        for rise, group in groupby(placed, key=itemgetter(0)):
            same = list(group)
            data = [
                ttfonts.ShapeData(index, step, 0, offset, 0, self.face.charWidths[code])
                for index, (_, code, step, offset) in enumerate(same)
            ]
            text = "".join(chr(code) for _, code, _, _ in same)
            parts.append((rise, ttfonts.ShapedStr(text, shapeData=data)))
        return tuple(parts)

    def _ink(self, glyph: int) -> Ink:
        known = self._inks.get(glyph)
        if known is None:
            known = self._inks[glyph] = self._measured_ink(glyph)
        return known

    def _measured_ink(self, glyph: int) -> Ink:
        extents = self._shaper.get_glyph_extents(glyph)
        if extents is None:
            return Ink(0.0, 0.0, 0.0, 0.0)
        scale = self.face._pdfScale  # noqa: SLF001
        left, top = extents.x_bearing, extents.y_bearing
        edges = (left, left + extents.width, top, top + extents.height)
        return Ink(*map(scale, edges))

    def _code(self, glyph: int) -> int:
        """The character that stands for the glyph: its own, else one fixed by its number."""
        face = self.face
        named = face.glyphToChar.get(glyph)
        if named:
            return int(named[0])
        near = glyph < _PRIVATE_USE_GLYPHS and _PRIVATE_USE + glyph not in face.charToGlyph
        code = _PRIVATE_USE + glyph if near else _FAR_PRIVATE_USE + glyph
        face.charToGlyph[code] = glyph
        face.glyphToChar[glyph] = [code]
        face.charWidths[code] = face._pdfScale(self._shaper.get_glyph_h_advance(glyph))  # noqa: SLF001
        return code


def _around(inks: list[Ink]) -> Ink:
    """The box around all of them and the pen's first place."""
    return Ink(
        min([0.0, *(ink.left for ink in inks)]),
        max([0.0, *(ink.right for ink in inks)]),
        max([0.0, *(ink.top for ink in inks)]),
        min([0.0, *(ink.bottom for ink in inks)]),
    )


def _sources(text: str, starts: list[int]) -> list[str]:
    """The text each glyph came from; of several glyphs of one cluster the first has it all."""
    edges = sorted({*starts, len(text)})
    after = dict(pairwise(edges))
    seen: set[int] = set()
    found = []
    for start in starts:
        found.append("" if start in seen else text[start : after[start]])
        seen.add(start)
    return found


def _text_map(subset: list[int], meanings: dict[int, str]) -> str:
    lines = [
        f"<{index:02X}> <{_utf16(meanings.get(code) or _plain(code))}>"
        for index, code in enumerate(subset)
    ]
    blocks = [
        lines[at : at + _MAPPINGS_PER_BLOCK] for at in range(0, len(lines), _MAPPINGS_PER_BLOCK)
    ]
    return _CMAP.format(
        blocks="\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
    )


def _plain(code: int) -> str:
    """Ligatures and joined forms that have characters of their own, as their letters."""
    char = chr(code)
    is_form = any(low <= code <= high for low, high in _JOINED_FORMS)
    return unicodedata.normalize("NFKC", char) if is_form else char


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
