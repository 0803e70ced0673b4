"""Shipping labels as marketplaces send them, drawn for tests: none is anybody's."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.graphics.barcode import code128
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

NAME = "RENATA OKAFOR"
BARCODE = "9400100000000000000000"
Draw = Callable[[Canvas], None]


def label(canvas: Canvas, *, outline: bool = True) -> None:
    """A label of 4 × 6 inches at the origin: sender, receiver, bars, number; black corner."""
    wide, tall = 4 * inch, 6 * inch
    if outline:
        canvas.setLineWidth(1.5)
        canvas.rect(1, 1, wide - 2, tall - 2)
    canvas.rect(14, tall - 60, 46, 46, fill=1)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(74, tall - 26, "JUNIPER LANE")
    canvas.drawString(74, tall - 38, "PO BOX 88, MILLBROOK WA 98000")
    canvas.line(0, tall - 80, wide, tall - 80)
    canvas.setFont("Helvetica-Bold", 14)
    for at, line in enumerate((NAME, "221 ALDER COURT APT 3", "RIVERBEND OR 97000")):
        canvas.drawString(30, tall - 150 - 18 * at, line)
    for at in range(70):
        canvas.rect(30 + at * 3.3, 70, 1 + at * 7 % 3 * 0.6, 120, fill=1, stroke=0)
    canvas.setFont("Helvetica", 10)
    canvas.drawCentredString(wide / 2, 50, BARCODE)
    canvas.line(14, 20, wide - 14, 20)


def page(draw: Draw, size: tuple[float, float] = LETTER, rotation: int = 0, **kept: str) -> bytes:
    """One page as a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **kept)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return rotated(out.getvalue(), rotation) if rotation else out.getvalue()


def rotated(pdf: bytes, rotation: int) -> bytes:
    """The same pages, shown turned clockwise."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for each in writer.pages:
        each.rotate(rotation)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def placed(x: float, y: float, turn: int = 0, scale: float = 1.0, *, outline: bool = True) -> Draw:
    """The label with its lower left corner (before turning) at a place in inches."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x * inch, y * inch)
        canvas.rotate(turn)
        canvas.scale(scale, scale)
        label(canvas, outline=outline)
        canvas.restoreState()

    return draw


def barred(x: float, y: float, turn: int = 0, scale: float = 1.0) -> Draw:
    """As `placed`, with bars that a scanner reads."""
    below = placed(x, y, turn, scale)

    def draw(canvas: Canvas) -> None:
        below(canvas)
        canvas.saveState()
        canvas.translate(x * inch, y * inch)
        canvas.rotate(turn)
        canvas.scale(scale, scale)
        canvas.setFillGray(1)
        canvas.rect(25, 65, 240, 130, fill=1, stroke=0)
        canvas.setFillGray(0)
        code128.Code128(BARCODE, barWidth=1.2, barHeight=100).drawOn(canvas, 10, 80)
        canvas.restoreState()

    return draw


def words(canvas: Canvas, top: float, count: int = 12, left: float = 1.0) -> None:
    """Instructions as they stand beside a label."""
    canvas.setFont("Helvetica", 9)
    for at in range(count):
        canvas.drawString(
            left * inch, top * inch - at * 13, "Print this page and cut along it. " * 2
        )


def _with_words(draw: Draw, top: float, left: float = 1.0, count: int = 12) -> Draw:
    def both(canvas: Canvas) -> None:
        draw(canvas)
        words(canvas, top, count, left)

    return both


def _with_cut_line(draw: Draw) -> Draw:
    def both(canvas: Canvas) -> None:
        draw(canvas)
        canvas.setDash(4, 4)
        canvas.line(0, 5.5 * inch, 8.5 * inch, 5.5 * inch)
        canvas.setDash()

    return both


LAYOUTS: dict[str, bytes] = {
    "4 × 6": page(placed(0, 0), (4 * inch, 6 * inch)),
    "6 × 4, sideways": page(placed(6, 0, 90), (6 * inch, 4 * inch)),
    "4 × 6, turned by the page": page(placed(6, 0, 90), (6 * inch, 4 * inch), 90),
    "upper half of Letter, sideways": page(_with_words(placed(7.25, 6.2, 90), 4)),
    "upper half, the other way": page(_with_words(placed(1.25, 10.2, -90), 4)),
    "upper half, over a cut line": page(_with_cut_line(_with_words(placed(7.25, 6.2, 90), 4))),
    "upper left of Letter": page(_with_words(placed(0.4, 4.6), 3.5)),
    "without an outline": page(_with_words(placed(0.4, 4.6, outline=False), 3.5)),
    "beside its instructions": page(_with_words(placed(0.3, 4.6), 10, left=4.9, count=20)),
    "half a sheet": page(_with_words(placed(8.25, 5.8, 90, 1.25), 4)),
    "upside down": page(_with_words(placed(4.4, 10.6, 180), 3.5)),
    "on A4": page(_with_words(placed(0.4, 5.2), 4), A4),
    "on a turned Letter page": page(_with_words(placed(0.4, 4.6), 3.5), LETTER, 90),
}  # fmt: skip
