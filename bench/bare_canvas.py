"""What our pages draw, noted in ReportLab's own terms and drawn again on a bare canvas.

The bare canvas writes each text unshaped in its font and size, draws the same photos from their
files, the same codes as forms made once, and marks as one small picture. It knows the inks already
and writes streams as they are, so that it is as fast as ReportLab goes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from closet_app.printing.art import Art, Artwork, color
from closet_app.printing.codes import code_art
from closet_app.printing.paper import Paper, binary_streams
from closet_app.printing.phrases import load_phrases
from closet_app.printing.stock import Cell
from closet_app.printing.text.layout import Line

Step = tuple[Any, ...]


class Recorder(Paper):
    """Pages that are drawn and noted; `steps` are what a bare canvas is to do."""

    def __init__(self) -> None:
        super().__init__("Record", load_phrases())
        self.steps: list[Step] = []
        self.art = _NotedArt(self.art)

    def open_page(self, width: float, height: float) -> None:
        super().open_page(width, height)
        self.steps.append(("page", width, height))

    def close_page(self) -> None:
        super().close_page()
        self.steps.append(("end",))

    def open_frame(self, cell: Cell, turn: float = 0.0) -> Cell:
        middle = cell.left + cell.width / 2, self._height - cell.top - cell.height / 2
        place = super().open_frame(cell, turn)
        self.steps.append(("frame", *middle, turn, -place.width / 2, -place.height / 2))
        return place

    def close_frame(self) -> None:
        super().close_frame()
        self.steps.append(("unframe",))

    def write(
        self,
        line: Line,
        size: float,
        ink: str,
        at: tuple[float, float],
        turn: float,
        outline: float = 0.0,
    ) -> None:
        super().write(line, size, ink, at, turn, outline)
        if line.runs:
            text = "".join(str(part) for run in line.runs for _, part in run.parts)
            font = line.runs[0].font
            self.steps.append(("text", font, size, ink, at[0], self._height - at[1], turn, text))

    def place(self, art: Art, x: float, y: float, width: float) -> None:
        super().place(art, x, y, width)
        height = width * art.height / art.width
        what = self.art.noted.get(art.name)  # type: ignore[attr-defined]  # of _NotedArt
        self.steps.append(("art", what, x, self._height - y - height, width, height))

    def stroke(
        self,
        points: tuple[float, float, float, float],
        pen: float,
        ink: str,
        dash: tuple[float, ...],
    ) -> None:
        super().stroke(points, pen, ink, dash)
        x1, y1, x2, y2 = points
        self.steps.append(("line", pen, ink, dash, x1, self._height - y1, x2, self._height - y2))

    def frame(self, box: Any, pen: float, ink: str, **more: Any) -> None:  # noqa: ANN401
        super().frame(box, pen, ink, **more)
        self._box("box", box, pen, ink)

    def paint(self, box: Any, ink: str, *, corner: float = 0.0) -> None:  # noqa: ANN401
        super().paint(box, ink, corner=corner)
        self._box("fill", box, 0.0, ink)

    def _box(self, name: str, box: Any, pen: float, ink: str) -> None:  # noqa: ANN401
        x, y, width, height = box
        self.steps.append((name, pen, ink, x, self._height - y - height, width, height))


class _NotedArt(Artwork):
    """Knows which form is which photo or code."""

    def __init__(self, own: Artwork) -> None:
        super().__init__(own._canvas, own._tones)  # noqa: SLF001  one in place of the other
        self.noted: dict[str, Path | str] = {}

    def photo(self, path: Path, width: float, height: float) -> Art | None:
        return self._note(super().photo(path, width, height), path)

    def code(self, text: str, ink: str) -> Art | None:
        return self._note(super().code(text, ink), text)

    def _note(self, art: Art | None, what: Path | str) -> Art | None:
        if art:
            self.noted[art.name] = what
        return art


def draw_bare(steps: Sequence[Step], mark: Path) -> bytes:
    """The same pages as a file; every mark is the picture `mark`."""
    out = io.BytesIO()
    with binary_streams():
        canvas: Any = Canvas(out)
        for name, *facts in steps:
            _STEPS[name](canvas, mark, *facts)
        canvas.save()
    return out.getvalue()


def _page(canvas: Any, _mark: Path, width: float, height: float) -> None:  # noqa: ANN401
    canvas.setPageSize((width, height))


def _end(canvas: Any, _mark: Path) -> None:  # noqa: ANN401
    canvas.showPage()


def _frame(canvas: Any, _mark: Path, x: float, y: float, turn: float, *back: float) -> None:  # noqa: ANN401
    canvas.saveState()
    canvas.translate(x, y)
    if turn:
        canvas.rotate(turn)
    canvas.translate(*back)


def _unframe(canvas: Any, _mark: Path) -> None:  # noqa: ANN401
    canvas.restoreState()


def _text(canvas: Any, _mark: Path, font: str, size: float, ink: str, *rest: Any) -> None:  # noqa: ANN401
    x, y, turn, text = rest
    canvas.setFont(font, size)
    canvas.setFillColor(color(ink))
    if turn:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.drawString(0, 0, text)
        canvas.restoreState()
    else:
        canvas.drawString(x, y, text)


def _art(canvas: Any, mark: Path, what: Path | str | None, *box: float) -> None:  # noqa: ANN401
    if isinstance(what, str):
        _code(canvas, what, *box)
    else:
        canvas.drawImage(str(what or mark), *box)


def _code(canvas: Any, text: str, x: float, y: float, width: float, _height: float) -> None:  # noqa: ANN401
    """The code as a form that is made once, its dark runs as boxes."""
    name = f"code-{text}"
    art = code_art.__wrapped__(text) if not canvas.hasForm(name) else code_art(text)
    assert art is not None
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, art.modules, art.modules)
        canvas.setFillColor(color("#000000"))
        for left, row, length in art.runs:
            canvas.rect(left, art.modules - row - 1, length, 1, stroke=0, fill=1)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width / art.modules, width / art.modules)
    canvas.doForm(name)
    canvas.restoreState()


def _line(canvas: Any, _mark: Path, pen: float, ink: str, dash: Any, *ends: float) -> None:  # noqa: ANN401
    canvas.setLineWidth(pen)
    canvas.setStrokeColor(color(ink))
    canvas.setDash(list(dash))
    canvas.line(*ends)


def _outline(canvas: Any, _mark: Path, pen: float, ink: str, *box: float) -> None:  # noqa: ANN401
    canvas.setLineWidth(pen)
    canvas.setStrokeColor(color(ink))
    canvas.rect(*box)


def _fill(canvas: Any, _mark: Path, _pen: float, ink: str, *box: float) -> None:  # noqa: ANN401
    canvas.setFillColor(color(ink))
    canvas.rect(*box, stroke=0, fill=1)


_STEPS: dict[str, Callable[..., None]] = {
    "page": _page,
    "end": _end,
    "frame": _frame,
    "unframe": _unframe,
    "text": _text,
    "art": _art,
    "line": _line,
    "box": _outline,
    "fill": _fill,
}
