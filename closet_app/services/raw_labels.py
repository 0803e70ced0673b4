"""Labels in a label printer's own language, page by page, and who is sent them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from closet_app.printing.stock import Stock
from closet_app.printing.thermal.languages import Language, label_stream
from closet_app.services.raw_printing import raw_queues, send_raw

__all__ = [
    "RESOLUTIONS",
    "Language",
    "RawWay",
    "labels_of",
    "raw_queues",
    "raw_way",
    "said_way",
    "send_raw",
]

RESOLUTIONS = (203, 300, 600)
"""Dots to the inch of label printers."""
_KEY = "raw:"


@dataclass(frozen=True, slots=True)
class RawWay:
    """A language and the printer's dots to the inch."""

    language: Language
    dpi: int = RESOLUTIONS[0]


def labels_of(pdf: bytes, stock: Stock, way: RawWay) -> Iterator[bytes]:
    """Each page of a file as one label, drawn when it is asked for."""
    return label_stream(pdf, stock, way.language, way.dpi)


def raw_way(printers: Mapping[str, str], printer: str) -> RawWay | None:
    """How this printer is sent its labels, None through its driver; from the user's settings."""
    language, _space, dpi = printers.get(f"{_KEY}{printer}", "").partition(" ")
    known = {each.value for each in Language}
    if language not in known or dpi not in {str(each) for each in RESOLUTIONS}:
        return None
    return RawWay(Language(language), int(dpi))


def said_way(printer: str, way: RawWay | None) -> dict[str, str]:
    """What the settings remember of a way."""
    return {f"{_KEY}{printer}": f"{way.language.value} {way.dpi}" if way is not None else ""}
