"""The pages of a printed file as pixels, and the stocks they lie on: what screens may use."""

from closet_app.printing.preview import (
    HIGHEST_DPI,
    Band,
    Pixels,
    bands,
    page_count,
    page_size,
    render_page,
)
from closet_app.printing.stock import Cell, Kind, Stock, load_stock
from closet_app.printing.text.fitting import TextTooLongError

__all__ = [
    "HIGHEST_DPI",
    "Band",
    "Cell",
    "Kind",
    "Pixels",
    "Stock",
    "TextTooLongError",
    "bands",
    "load_stock",
    "page_count",
    "page_size",
    "render_page",
]
