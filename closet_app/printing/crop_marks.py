"""Marks to cut along: outside the cells where there is room, else on the cut itself."""

from __future__ import annotations

from closet_app.printing import styles
from closet_app.printing.paper import Paper
from closet_app.printing.stock import Stock

_PEN = 0.35
_LENGTH = 12.0
_GAP = 3.0
_ROOM = 8.0


def draw_crop_marks(paper: Paper, stock: Stock) -> None:
    """Short lines at both ends of every cut, and a cross where cuts meet inside the sheet."""
    cells = [stock.cell(index) for index in range(stock.per_page)]
    across = _edges([(cell.left, cell.left + cell.width) for cell in cells], stock.width)
    down = _edges([(cell.top, cell.top + cell.height) for cell in cells], stock.height)
    top, bottom = min(cell.top for cell in cells), max(cell.top + cell.height for cell in cells)
    left, right = min(cell.left for cell in cells), max(cell.left + cell.width for cell in cells)
    for x in across:
        for start, end in _ends(top, bottom, stock.height):
            _line(paper, (x, start, x, end))
    for y in down:
        for start, end in _ends(left, right, stock.width):
            _line(paper, (start, y, end, y))
    for x in across:
        for y in down:
            if left < x < right and top < y < bottom:
                half = _LENGTH / 2
                _line(paper, (x - half, y, x + half, y))
                _line(paper, (x, y - half, x, y + half))


def _edges(spans: list[tuple[float, float]], end: float) -> list[float]:
    """The cuts strictly within the sheet."""
    found = sorted({round(edge, 2) for span in spans for edge in span})
    return [edge for edge in found if 1 < edge < end - 1]


def _ends(first: float, last: float, end: float) -> list[tuple[float, float]]:
    """The lines at both ends of a cut: in the margin, or along the cut at the sheet's edge."""
    start = (max(0.0, first - _GAP - _LENGTH), first - _GAP) if first >= _ROOM else (0.0, _LENGTH)
    if end - last >= _ROOM:
        return [start, (last + _GAP, min(end, last + _GAP + _LENGTH))]
    return [start, (end - _LENGTH, end)]


def _line(paper: Paper, points: tuple[float, float, float, float]) -> None:
    paper.stroke(points, _PEN, styles.GREY, ())
