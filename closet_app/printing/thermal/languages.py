"""A file of labels in the language a label printer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from closet_app.printing.preview import page_count
from closet_app.printing.stock import Stock
from closet_app.printing.thermal.epl import epl_label
from closet_app.printing.thermal.raster import page_raster
from closet_app.printing.thermal.tspl import tspl_label
from closet_app.printing.thermal.zpl import zpl_label

Progress = Callable[[int, int], None]


class Language(StrEnum):
    """What label printers read beside the pages of a system driver."""

    ZPL = "zpl"
    EPL = "epl"
    TSPL = "tspl"


DARKEST = 100
"""Per cent."""
_LABEL = {Language.ZPL: zpl_label, Language.EPL: epl_label, Language.TSPL: tspl_label}


def label_stream(
    pdf: bytes | Path,
    stock: Stock,
    language: Language,
    dpi: int,
    progress: Progress | None = None,
    *,
    darkness: int = 0,
) -> Iterator[bytes]:
    """Each page of the file as one label for the printer, one after the other.

    `darkness` is a percentage of the darkest that the printer burns, 0 what it is set to.
    Raises InvalidValueError for a resolution no label printer has, and for a label that is wider
    than printers of this language.
    """
    total = page_count(pdf)
    for page in range(total):
        if progress:
            progress(page, total)
        raster = page_raster(pdf, page, dpi, turned=stock.turned)
        yield _LABEL[language](raster, continuous=stock.continuous, darkness=darkness)
    if progress:
        progress(total, total)
