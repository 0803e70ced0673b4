"""The page that shows how a printer pulls a stock."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from closet_app.printing.ruler import make_ruler
from closet_app.printing.saving import deliver
from closet_app.printing.stock import Stock
from closet_app.services.printer_settings import STRAIGHT, Nudge, layout_of


def ruler_page(stock: Stock, nudge: Nudge = STRAIGHT, printer: str = "") -> bytes:
    """The PDF of one ruler page, moved as the print on this stock is."""
    out = BytesIO()
    words = f"{stock.name}, {printer}" if printer else stock.name
    make_ruler(layout_of(stock, nudge), words, out)
    return out.getvalue()


def save_ruler(stock: Stock, path: Path) -> None:
    """Write the ruler page of a stock as a PDF file; raises MachineError."""
    deliver(ruler_page(stock), path)
