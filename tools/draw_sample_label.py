"""Draw the shipping label of the sample closet: 4 × 6 inches on the upper half of a Letter page.

`python -m tools.draw_sample_label` writes `resources/sample/label.pdf`; the same bytes each time.
Nothing on it is anybody's, and no carrier takes it.
"""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

TARGET = Path(__file__).resolve().parent.parent / "resources" / "sample" / "label.pdf"
WIDE, TALL = 4 * inch, 6 * inch
RECEIVER = ("SAMPLE BUYER", "SAMPLE STREET 1", "MILLBROOK WA 98000")
NUMBER = "SAMPLE 0000 0000 0000"


def main() -> None:
    """Draw the page and write it."""
    canvas = Canvas(str(TARGET), pagesize=LETTER, invariant=1)
    canvas.setTitle("Sample shipping label")
    canvas.saveState()
    canvas.translate(7.25 * inch, 6.2 * inch)
    canvas.rotate(90)
    _label(canvas)
    canvas.restoreState()
    _words(canvas)
    canvas.save()
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


def _label(canvas: Canvas) -> None:
    canvas.setLineWidth(1.5)
    canvas.rect(1, 1, WIDE - 2, TALL - 2)
    canvas.setFont("Helvetica-Bold", 40)
    canvas.drawCentredString(40, TALL - 62, "S")
    canvas.setFont("Helvetica", 9)
    for at, line in enumerate(("JUNIPER LANE", "PO BOX 88", "MILLBROOK WA 98000")):
        canvas.drawString(82, TALL - 26 - 12 * at, line)
    canvas.line(0, TALL - 78, WIDE, TALL - 78)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawCentredString(WIDE / 2, TALL - 98, "SAMPLE PARCEL, NO POSTAGE")
    canvas.line(0, TALL - 110, WIDE, TALL - 110)
    for at, line in enumerate(RECEIVER):
        canvas.drawString(34, TALL - 158 - 18 * at, line)
    canvas.line(0, 200, WIDE, 200)
    for at in range(72):
        canvas.rect(30 + at * 3.2, 76, 1 + at * 7 % 3 * 0.6, 104, fill=1, stroke=0)
    canvas.setFont("Helvetica", 11)
    canvas.drawCentredString(WIDE / 2, 54, NUMBER)
    canvas.line(0, 40, WIDE, 40)


def _words(canvas: Canvas) -> None:
    canvas.setDash(4, 4)
    canvas.line(0, 5.5 * inch, 8.5 * inch, 5.5 * inch)
    canvas.setFont("Helvetica", 10)
    lines = ("How to use this label", "Print it, cut along the line, and put it on the parcel.")
    for at, line in enumerate(lines):
        canvas.drawString(1.25 * inch, 4.6 * inch - 16 * at, line)


if __name__ == "__main__":
    main()
