"""A TrueType font as paper needs it: it shapes, tells what it covers, and copies as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
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


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A shaped run, left to right; lengths in thousandths of the type size.

    `meanings` gives the source text of glyphs that no character of the font names; `lifted`
    says that the first glyph leaves the baseline.
    """

    text: str
    advance: float
    top: float
    bottom: float
    has_missing: bool
    meanings: tuple[tuple[int, str], ...]
    lifted: bool


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
        chars, data, meanings = [], [], []
        advance, top, bottom = 0.0, 0.0, 0.0
        for index, (glyph, place) in enumerate(zip(ids, positions, strict=True)):
            code = self._code(glyph)
            if _PRIVATE_USE <= code < _PRIVATE_USE + _PRIVATE_USE_GLYPHS or code > _FAR_PRIVATE_USE:
                meanings.append((code, sources[index]))
            moves = [scale(n) for n in (place.x_advance, place.y_advance)]
            offsets = [scale(n) for n in (place.x_offset, place.y_offset)]
            width = self.face.charWidths[code]
            data.append(ttfonts.ShapeData(index, *moves, *offsets, width))
            chars.append(chr(code))
            advance += moves[0]
            high, low = self._ink(glyph)
            top, bottom = max(top, high + offsets[1]), min(bottom, low + offsets[1])
        shaped = ttfonts.ShapedStr("".join(chars), shapeData=data)
        lifted = bool(data) and data[0].y_offset != 0
        return Glyphs(shaped, advance, top, bottom, 0 in ids, tuple(meanings), lifted)

    def _ink(self, glyph: int) -> tuple[float, float]:
        extents = self._shaper.get_glyph_extents(glyph)
        if extents is None:
            return 0.0, 0.0
        scale = self.face._pdfScale  # noqa: SLF001
        return scale(extents.y_bearing), scale(extents.y_bearing + extents.height)

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
        f"<{index:02X}> <{_utf16(meanings.get(code, chr(code)))}>"
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


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
