"""Pages that others made, such as a marketplace's label, put into cells of our own pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Cell

if TYPE_CHECKING:
    from pypdf import PageObject, Transformation

Placed = tuple[int, Cell, "Foreign"]
_QUARTER = 90
_NEAR = 0.02
"""Share by which a page may be larger than its cell and still be printed at its own size."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """One page, from 0, of a PDF that is kept as it came."""

    pdf: bytes = field(repr=False)
    page: int = 0


def lay_over(pdf: bytes, placed: Sequence[Placed], layout: Layout) -> bytes:
    """The file with each foreign page in the middle of its cell on one of our pages (from 0).

    It is turned where the cell lies the other way, and made smaller only when it is larger.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    readers: dict[bytes, PdfReader] = {}
    for page, cell, foreign in placed:
        reader = readers.get(foreign.pdf) or PdfReader(io.BytesIO(foreign.pdf))
        readers[foreign.pdf] = reader
        source = reader.pages[foreign.page]
        writer.pages[page].merge_transformed_page(source, _placing(source, cell, layout))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _placing(source: PageObject, cell: Cell, layout: Layout) -> Transformation:
    """From the foreign page's own space to the cell, as the layout moves and stretches it."""
    from pypdf import Transformation

    box = source.cropbox
    wide, tall = float(box.width), float(box.height)
    turned = (wide > tall) != (cell.width > cell.height) and wide != tall
    across, down = (tall, wide) if turned else (wide, tall)
    fitting = min(cell.width / across, cell.height / down)
    scale = 1.0 if fitting >= 1 - _NEAR else fitting
    middle = Transformation().translate(-box.left - wide / 2, -box.bottom - tall / 2)
    turn = middle.rotate(_QUARTER) if turned else middle
    x = cell.left + cell.width / 2
    y = layout.stock.height - cell.top - cell.height / 2
    placed = turn.scale(scale).translate(float(x), float(y))
    right, lower = layout.shift()
    wider, higher = layout.scale
    return placed.scale(wider, higher).translate(right, layout.stock.height * (1 - higher) - lower)
