"""A TrueType font as paper needs it: it shapes, tells what it covers, and copies as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument

from closet_app.printing.text.clean import DIRECTION_MARKS, JOINERS
from closet_app.printing.text.spoken import Placed, clusters_of, on_bodies, said

_UNSEEN = JOINERS | DIRECTION_MARKS | {"\ufe0e", "\ufe0f"}
_MADE_UP = 0xF0000
_MAPPINGS_PER_BLOCK = 100
_SUBSETS = 12
"""Sets of letters whose files are kept for each font: those of a page that is being typed."""
_RISE_AND_CLUSTER = attrgetter("rise", "cluster")
_SILENT = "\u200b"
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
    own raising of glyphs forgets to come down again after two raised ones. `spoken` is, for each
    part, the text of letters that are drawn as several glyphs.
    """

    parts: tuple[tuple[float, str], ...]
    advance: float
    ink: Ink
    has_missing: bool
    spoken: tuple[str | None, ...]


class PrintFont(ttfonts.TTFont):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's font, shaped by HarfBuzz with the direction said instead of guessed.

    ReportLab's own `shapeStr` guesses direction run by run and lets a glyph mean one text alone.
    In leftward writing the bodies of letters come before all dots, since readers take a word for
    what stands side by side on one line; each glyph has its place all the same.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._face: Any = self.hbFace
        self._shaper: Any = hb.Font(self._face)
        self._made_up: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._codes = count(_MADE_UP)
        self.widths: dict[str, float] = {
            chr(code): width for code, width in self.face.charWidths.items()
        }
        self._inks: dict[int, Ink] = {}
        self._own_codes = frozenset(self.face.charWidths)
        self.face.makeSubset = _remembered(self.face.makeSubset)

    def covers(self, cluster: str) -> bool:
        """Whether every visible character of the cluster has a glyph here."""
        return all(char in self.widths for char in cluster if char not in _UNSEEN)

    def shape(self, text: str, *, leftward: bool) -> Glyphs:
        """The run, its letters in visual order."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        if not leftward:
            buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._shaper, buffer, {"kern": True, "liga": True})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        sources = _sources(text, [info.cluster for info in infos])
        ids = [info.codepoint for info in infos]
        return self._glyphs(ids, positions, sources, leftward=leftward)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  reportlab calls it
        """Write the font and, over ReportLab's, a text map that knows unnamed glyphs."""
        subsets = [list(subset) for subset in self._assignState(doc).subsets]
        inner = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            base = b"".join((ttfonts.SUBSETN(number), b"+", self.face.name))
            name = (base + self.face.subfontNameX).decode("pdfdoc")
            words = tuple(map(self._meaning, subset))
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _text_map(words)
            font = doc.idToObject["BasicFonts"].dict[inner[number]]
            font.Widths = _written(tuple(font.Widths.sequence))

    def _glyphs(
        self,
        ids: list[int],
        positions: list[hb.GlyphPosition],
        sources: list[str],
        *,
        leftward: bool,
    ) -> Glyphs:
        scale = self.face._pdfScale  # noqa: SLF001  the one conversion reportlab itself uses
        steps = [scale(place.x_advance) for place in positions]
        if leftward:
            sources = on_bodies(sources, steps)
        clusters = [None] * len(ids) if leftward else clusters_of(sources)
        placed, inks = [], []
        pen = 0.0
        rows = zip(ids, positions, steps, sources, clusters, strict=True)
        for glyph, place, step, source, cluster in rows:
            x, rise = pen + scale(place.x_offset), scale(place.y_offset)
            placed.append(Placed(self._code(glyph, source), step, x, rise, cluster))
            inks.append(self._ink(glyph).moved(x, rise))
            pen += step
        if leftward:
            placed.sort(key=self._is_silent)
        parts = [
            (rise, cluster, list(group))
            for (rise, cluster), group in groupby(placed, _RISE_AND_CLUSTER)
        ]
        return Glyphs(
            parts=self._parts([(rise, glyphs) for rise, _, glyphs in parts]),
            advance=pen,
            ink=_around(inks),
            has_missing=0 in ids,
            spoken=tuple(said(cluster for _, cluster, _ in parts)),
        )

    def _parts(self, parts: list[tuple[float, list[Placed]]]) -> tuple[tuple[float, str], ...]:
        made = []
        pen = 0.0
        for rise, glyphs in parts:
            data = []
            for index, glyph in enumerate(glyphs):
                usual = self.face.charWidths[glyph.code]
                data.append(ttfonts.ShapeData(index, glyph.step, 0, glyph.x - pen, 0, usual))
                pen += glyph.step
            text = "".join(chr(glyph.code) for glyph in glyphs)
            made.append((rise, ttfonts.ShapedStr(text, shapeData=data)))
        return tuple(made)

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

    def _code(self, glyph: int, source: str) -> int:
        """The character that stands for the glyph and its text: its own, else one made up."""
        face = self.face
        for own in face.glyphToChar.get(glyph, ()):
            if _plain(own) == source:
                return int(own)
        known = self._made_up.get((glyph, source))
        if known is None:
            known = self._made_up.setdefault((glyph, source), next(self._codes))
            face.charToGlyph[known] = glyph
            face.charWidths[known] = face._pdfScale(self._shaper.get_glyph_h_advance(glyph))  # noqa: SLF001
            self._texts[known] = source
        return known

    def _is_silent(self, glyph: Placed) -> bool:
        return self._meaning(glyph.code) == _SILENT

    def _meaning(self, code: int) -> str:
        """The text that a character of this font is copied as."""
        return self._texts.get(code, _plain(code)) or _SILENT


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


def _remembered(cut: Callable[[list[int]], bytes]) -> Callable[[list[int]], bytes]:
    """The same letters give the same file, and a card is drawn at each key that is typed."""

    @lru_cache(maxsize=_SUBSETS)
    def kept(subset: tuple[int, ...]) -> bytes:
        return cut(list(subset))

    return lambda subset: kept(tuple(subset))


@lru_cache(maxsize=256)
def _written(widths: tuple[float, ...]) -> bytes:
    """The widths of a subset as they stand in the file."""
    array: bytes = PDFArray(list(widths)).format(None)
    return array


@lru_cache(maxsize=256)
def _text_map(meanings: tuple[str, ...]) -> str:
    lines = [_mapping(index, words) for index, words in enumerate(meanings)]
    blocks = [
        lines[at : at + _MAPPINGS_PER_BLOCK] for at in range(0, len(lines), _MAPPINGS_PER_BLOCK)
    ]
    return _CMAP.format(
        blocks="\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
    )


@lru_cache(maxsize=20_000)
def _mapping(index: int, words: str) -> str:
    return f"<{index:02X}> <{words.encode('utf-16-be', 'replace').hex().upper()}>"


@lru_cache(maxsize=20_000)
def _plain(code: int) -> str:
    """Ligatures and joined forms that have characters of their own, as their letters."""
    char = chr(code)
    is_form = any(low <= code <= high for low, high in _JOINED_FORMS)
    return unicodedata.normalize("NFKC", char) if is_form else char
