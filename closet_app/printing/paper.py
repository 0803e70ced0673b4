"""A PDF being written: its pages, its repeated art, and what to tell the seller."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from closet_app.printing.art import Art, Artwork, color, plain_color
from closet_app.printing.phrases import Phrases, Remark, RemarkKind, phrases_for
from closet_app.printing.pictures import Tones
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Cell
from closet_app.printing.text import fonts
from closet_app.printing.text.layout import Line
from closet_app.printing.text.stream import RunCodes, TextStream


@contextmanager
def binary_streams() -> Iterator[None]:
    """Let ReportLab write streams as they are, a fifth smaller than as letters and sooner done."""
    usual, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = usual


_QUARTERS = (90, 270)
_MOST_NAMED = 8
_FIRST_FONT = "Inter-Regular.ttf"


class Paper:
    """Pages with a top left origin in points; the same input makes the same bytes.

    Text of a page is collected into one text object and lies above everything else. Unless
    `tones` are colours there is no ink but pure black, and pictures lose their colours too.
    """

    def __init__(self, title: str, phrases: Phrases, tones: Tones = Tones.COLOR) -> None:
        self._color = color if tones is Tones.COLOR else plain_color
        self.phrases = phrases
        self._own_phrases = phrases
        self.subject = ""
        self.pages = 0
        self._out = io.BytesIO()
        first = fonts.font(_FIRST_FONT).fontName  # the usual one would be named and not embedded
        self._canvas: Any = Canvas(self._out, invariant=1, initialFontName=first)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Closet")
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._codes = RunCodes(self._canvas._doc)  # noqa: SLF001  its key for fonts
        self._text = TextStream(self._codes)
        self._height = 0.0
        self.art = Artwork(self._canvas, tones)
        self._outer: list[tuple[TextStream, float]] = []
        self._remarks: dict[tuple[RemarkKind, str, str], Remark] = {}
        self._missing: dict[str, list[str]] = {}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was noted so far, in order, each once."""
        return tuple(self._remarks.values())

    def begin(self, subject: str, language: str = "") -> None:
        """Name the next piece and say its words in `language`; empty is the seller's own."""
        self.subject = subject
        self.phrases = phrases_for(language, self._own_phrases)

    def note(self, kind: RemarkKind, detail: str = "") -> None:
        """Remember a remark about the piece being printed."""
        key = (kind, self.subject, detail)
        self._remarks.setdefault(key, self._own_phrases.remark(kind, self.subject, detail))

    def _note_missing(self, letter: str) -> None:
        """All letters that a piece misses are one remark, which names the first of them."""
        letters = self._missing.setdefault(self.subject, [])
        if letter in letters or len(letters) == _MOST_NAMED:
            return
        letters.append(letter)
        kind = RemarkKind.MISSING_LETTERS if letters[1:] else RemarkKind.MISSING_LETTER
        made = self._own_phrases.remark(kind, self.subject, " ".join(letters))
        self._remarks[RemarkKind.MISSING_LETTER, self.subject, ""] = made

    def open_page(self, width: float, height: float) -> None:
        """Begin a page of this size in points."""
        self._canvas.setPageSize((width, height))
        self._begin_text(height)
        self.pages += 1

    def open_sheet(self, layout: Layout) -> None:
        """Begin a page of the layout's stock, moved and stretched as its printer needs."""
        stock = layout.stock
        self.open_page(stock.width, stock.height)
        if not layout.is_straight:
            right, down = layout.shift()
            wide, high = layout.scale
            self._canvas.translate(right, stock.height * (1 - high) - down)
            self._canvas.scale(wide, high)

    def close_page(self) -> None:
        """End the page."""
        self._draw_text()
        self._canvas.showPage()

    def open_frame(self, cell: Cell, turn: float = 0.0) -> Cell:
        """Begin a place whose own top left corner is the origin, and return it.

        It is turned anticlockwise by degrees around its middle; at 90 it is as wide as the cell
        is high. A page may hold many, one after the other and one within another.
        """
        self._outer.append((self._text, self._height))
        sides = (cell.width, cell.height)
        width, height = reversed(sides) if turn in _QUARTERS else sides
        middle = cell.left + cell.width / 2, self._height - cell.top - cell.height / 2
        self._canvas.saveState()
        self._canvas.translate(*middle)
        if turn:
            self._canvas.rotate(turn)
        self._canvas.translate(-width / 2, -height / 2)
        self._begin_text(height)
        return Cell(0, 0, width, height)

    def close_frame(self) -> None:
        """End the place begun last."""
        self._draw_text()
        self._canvas.restoreState()
        self._text, self._height = self._outer.pop()

    def _begin_text(self, height: float) -> None:
        self._height = height
        self._text = TextStream(self._codes)

    def _draw_text(self) -> None:
        self._canvas._code.append(self._text.operators())  # noqa: SLF001  ready operators

    def finish(self) -> bytes:
        """The whole file."""
        self._canvas.save()
        return self._out.getvalue()

    def write(
        self,
        line: Line,
        size: float,
        ink: str,
        at: tuple[float, float],
        turn: float,
        outline: float = 0.0,
    ) -> None:
        """The line with its left end and baseline at `at`, turned anticlockwise by degrees.

        With `outline` only the edge of the letters is drawn, with a pen of so many points.
        """
        pen = (at[0] + line.indent * size, self._height - at[1])
        self._text.write(line, size, self._color(ink).rgb(), pen, turn, outline)
        for letter in line.missing:
            self._note_missing(letter)

    def stroke(
        self,
        points: tuple[float, float, float, float],
        pen: float,
        ink: str,
        dash: tuple[float, ...],
    ) -> None:
        """A straight line from (x1, y1) to (x2, y2)."""
        self._pen(pen, ink, dash)
        x1, y1, x2, y2 = points
        self._canvas.line(x1, self._height - y1, x2, self._height - y2)

    def frame(
        self,
        box: tuple[float, float, float, float],
        pen: float,
        ink: str,
        *,
        corner: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """An empty box (x, y, width, height)."""
        self._pen(pen, ink, dash)
        x, y, width, height = box
        self._canvas.roundRect(x, self._height - y - height, width, height, corner)

    def paint(
        self, box: tuple[float, float, float, float], ink: str, *, corner: float = 0.0
    ) -> None:
        """A filled box (x, y, width, height)."""
        self._canvas.setFillColor(self._color(ink))
        x, y, width, height = box
        bottom = self._height - y - height
        self._canvas.roundRect(x, bottom, width, height, corner, stroke=0, fill=1)

    def place(self, art: Art, x: float, y: float, width: float) -> None:
        """The art with its top left corner at (x, y), `width` points wide."""
        scale = width / art.width
        self._canvas.saveState()
        self._canvas.translate(x, self._height - y - art.height * scale)
        self._canvas.scale(scale, scale)
        self._canvas.doForm(art.name)
        self._canvas.restoreState()

    def _pen(self, pen: float, ink: str, dash: tuple[float, ...]) -> None:
        self._canvas.setLineWidth(pen)
        self._canvas.setStrokeColor(self._color(ink))
        self._canvas.setDash(list(dash))
