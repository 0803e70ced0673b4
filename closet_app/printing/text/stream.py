"""Lines of text as the operators of a PDF page: each run is encoded once in a document."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from closet_app.printing.text import fonts
from closet_app.printing.text.layout import Line
from closet_app.printing.text.printfont import PrintFont
from closet_app.printing.text.runs import Run

BOLD_PEN = 0.03
"""The pen that thickens letters of a font without a bold, in parts of the type size."""
_BOLD_FROM = 11.0
"""Smaller letters would clog: on screens and thermal printers no pen is thinner than a dot."""
_FILL, _STROKE, _FILL_AND_STROKE = 0, 1, 2
_NO_TYPE = ("", 0.0)

Color = tuple[float, float, float]
Shown = tuple[float, str, str]
"""A rise in thousandths of the type size, a subset font, and the operator of a string."""


class RunCodes:
    """What the runs of one document are written as."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  reportlab has no types
        self._document = document
        self._known: dict[int, tuple[Run, tuple[Shown, ...]]] = {}

    def of(self, run: Run) -> tuple[Shown, ...]:
        """The operators of a run, sizes left out."""
        known = self._known.get(id(run))
        if known is None:
            known = self._known[id(run)] = (run, tuple(self._encoded(run)))
        return known[1]

    def _encoded(self, run: Run) -> list[Shown]:
        font = fonts.font(f"{run.font}.ttf")
        found: list[Shown] = []
        for words, parts in _utterances(run):
            shown = [each for rise, text in parts for each in self._shown(font, rise, text)]
            found += _saying(words, shown) if words else shown
        return found

    def _shown(self, font: PrintFont, rise: float, text: str) -> Iterator[Shown]:
        shape = getattr(text, "__shapeData__", None)
        at = 0
        for subset, codes in font.splitString(text, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            moves = shape[at : at + len(codes)] if shape else None
            at += len(codes)
            yield rise, name, _spaced(codes, moves) if moves else f"<{codes.hex()}> Tj"


def _utterances(run: Run) -> list[tuple[str | None, list[tuple[float, str]]]]:
    """The parts that are said together, and their words where the glyphs do not spell them."""
    found: list[tuple[str | None, list[tuple[float, str]]]] = []
    for part, words in zip_longest(run.parts, run.spoken):
        if words == "" and found:
            found[-1][1].append(part)
        else:
            found.append((words, [part]))
    return found


def _saying(words: str, shown: list[Shown]) -> list[Shown]:
    """The operators marked with the words to copy and to search for."""
    text = words.encode("utf-16-be", "replace").hex()
    begun = f"/Span <</ActualText <feff{text}>>> BDC "
    last = len(shown) - 1
    return [
        (rise, font, f"{'' if at else begun}{each}{'' if at < last else ' EMC'}")
        for at, (rise, font, each) in enumerate(shown)
    ]


def _spaced(codes: bytes, moves: list[Any]) -> str:
    """Glyphs each moved by its own offset and advance, in thousandths of the type size."""
    parts: list[str] = []
    glyphs = bytearray()
    pending = 0.0
    for code, move in zip(codes, moves, strict=True):
        pending -= move.x_offset
        if abs(pending) >= _LEAST_MOVE:
            if glyphs:
                parts.append(f"<{glyphs.hex()}>")
                glyphs.clear()
            parts.append(number(pending))
            pending = 0.0
        glyphs.append(code)
        pending += move.width - move.x_advance + move.x_offset
    parts.append(f"<{glyphs.hex()}>")
    if abs(pending) >= _LEAST_MOVE:
        parts.append(number(pending))
    return f"[{' '.join(parts)}] TJ" if len(parts) > 1 else f"{parts[0]} Tj"


_LEAST_MOVE = 0.01


class TextStream:
    """The text of one page or place, from `BT` to `ET`."""

    def __init__(self, codes: RunCodes) -> None:
        self._codes = codes
        self._out = ["1 j [] 0 d BT"]
        self._type: tuple[str, float] = _NO_TYPE
        self._mode = -1
        self._pen = 0.0
        self._ink: Color | None = None

    def write(
        self,
        line: Line,
        size: float,
        ink: Color,
        at: tuple[float, float],
        turn: float,
        outline: float,
    ) -> None:
        """The line from `at`, turned anticlockwise by degrees, or its outline of that pen."""
        self._place(at, turn)
        if ink != self._ink:
            self._ink = ink
            shades = " ".join(map(number, ink))
            self._out.append(f"{shades} rg {shades} RG")
        for run in line.runs:
            self._run(run, size * run.scale, outline)

    def operators(self) -> str:
        """Everything written, or nothing at all."""
        return " ".join((*self._out, "ET")) if len(self._out) > 1 else ""

    def _draw_with(self, mode: int, pen: float) -> None:
        if pen != self._pen:
            self._pen = pen
            self._out.append(f"{number(pen)} w")
        if mode != self._mode:
            self._mode = mode
            self._out.append(f"{mode} Tr")

    def _place(self, at: tuple[float, float], turn: float) -> None:
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        turned = " ".join(f"{part:.5f}" for part in (cos, sin, -sin, cos)) if turn else "1 0 0 1"
        self._out.append(f"{turned} {number(at[0])} {number(at[1])} Tm")

    def _run(self, run: Run, size: float, outline: float) -> None:
        if outline:
            self._draw_with(_STROKE, outline)
        elif run.heavy and size >= _BOLD_FROM:
            self._draw_with(_FILL_AND_STROKE, size * BOLD_PEN)
        else:
            self._draw_with(_FILL, self._pen)
        raised = 0.0
        for rise, font, shown in self._codes.of(run):
            if (font, size) != self._type:
                self._type = (font, size)
                self._out.append(f"{font} {number(size)} Tf")
            if rise != raised:
                self._out.append(f"{number(rise * size / 1000)} Ts")
                raised = rise
            self._out.append(shown)
        if raised:
            self._out.append("0 Ts")


def number(value: float) -> str:
    """A length as a PDF writes it, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
