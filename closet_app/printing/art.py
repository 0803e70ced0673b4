"""Pictures, marks and codes kept once in a PDF and placed as often as wanted."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from closet_app.printing import pictures
from closet_app.printing.codes import CodeArt, code_art
from closet_app.printing.marks import Mark, commands
from closet_app.printing.pictures import Tones

_PATH_STEPS = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}
_ROUND = 1
_WHITE, _BLACK = "#FFFFFF", "#000000"


@dataclass(frozen=True, slots=True)
class Art:
    """A form in the file, by name, with its size in its own units."""

    name: str
    width: float
    height: float


class Artwork:
    """The art of one file; asking twice gives the same form."""

    def __init__(self, canvas: Canvas, tones: Tones = Tones.COLOR) -> None:
        self._canvas = canvas
        self._tones = tones
        self._color = color if tones is Tones.COLOR else plain_color
        self._made: dict[object, Art | None] = {}

    def photo(self, path: Path, width: float, height: float) -> Art | None:
        """The photo cut to a frame of this size; None if it is no photo."""
        key = ("photo", path, width, height)
        if key not in self._made:
            data = pictures.framed_photo(path, width, height, self._tones)
            self._made[key] = self._picture(data, width, height) if data else None
        return self._made[key]

    def logo(self, path: Path, width: float, height: float) -> Art | None:
        """The shop's logo within a box of this size; None if it is no picture."""
        key = ("logo", path, width, height)
        if key not in self._made:
            data = pictures.logo(path, width, height, self._tones)
            self._made[key] = self._logo(data, width, height) if data else None
        return self._made[key]

    def mark(self, mark: Mark, ink: str) -> Art:
        """A drawn mark in one ink."""
        made = self._made.get((mark, ink))
        if made is None:
            made = self._made[(mark, ink)] = self._drawn_mark(mark, ink)
        return made

    def code(self, text: str, ink: str) -> Art | None:
        """A code as wide as its modules, without its quiet zone; None if it holds too much."""
        key = ("code", text, ink)
        if key not in self._made:
            code = code_art(text)
            self._made[key] = self._drawn_code(code, ink) if code else None
        return self._made[key]

    def _picture(self, data: bytes, width: float, height: float) -> Art:
        art = self._begin_art(width, height)
        self._canvas.drawImage(ImageReader(io.BytesIO(data)), 0, 0, width, height)
        self._canvas.endForm()
        return art

    def _logo(self, data: bytes, width: float, height: float) -> Art:
        dots_wide, dots_high = ImageReader(io.BytesIO(data)).getSize()
        scale = min(width / dots_wide, height / dots_high)
        return self._picture(data, dots_wide * scale, dots_high * scale)

    def _drawn_mark(self, mark: Mark, ink: str) -> Art:
        art = self._begin_art(mark.width, mark.height)
        self._canvas.setDash([])
        self._canvas.setLineWidth(mark.pen)
        self._canvas.setStrokeColor(self._color(ink))
        self._canvas.setLineCap(_ROUND)
        self._canvas.setLineJoin(_ROUND)
        drawn = self._canvas.beginPath()
        for letter, numbers in (step for path in mark.paths for step in commands(path)):
            flipped = [mark.height - n if i % 2 else n for i, n in enumerate(numbers)]
            getattr(drawn, _PATH_STEPS[letter])(*flipped)
        self._canvas.drawPath(drawn, stroke=1, fill=0)
        self._canvas.endForm()
        return art

    def _drawn_code(self, code: CodeArt, ink: str) -> Art:
        art = self._begin_art(code.modules, code.modules)
        self._canvas.setFillColor(self._color(ink))
        squares = (f"{x} {code.modules - y - 1} {length} 1 re" for x, y, length in code.runs)
        self._canvas._code.append(" ".join((*squares, "f")))  # noqa: SLF001  ready operators
        self._canvas.endForm()
        return art

    def _begin_art(self, width: float, height: float) -> Art:
        art = Art(f"art{len(self._made)}", width, height)
        self._canvas.beginForm(art.name, 0, 0, width, height)
        return art


@cache
def plain_color(ink: str) -> Color:
    """The ink on paper without colour: white stays, all else is black."""
    return HexColor(_WHITE if ink.upper() == _WHITE else _BLACK)


@cache
def color(ink: str) -> Color:
    """ReportLab's colour of a hex ink."""
    return HexColor(ink)
