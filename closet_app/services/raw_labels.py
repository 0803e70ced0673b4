"""Labels in a label printer's own language, page by page, and who is sent them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from closet_app.printing.stock import Stock
from closet_app.printing.thermal.languages import DARKEST, Language, label_stream
from closet_app.printing.thermal.raster import RESOLUTIONS
from closet_app.services.raw_printing import raw_queues, send_raw

__all__ = [
    "DARKEST",
    "RESOLUTIONS",
    "Language",
    "RawWay",
    "labels_of",
    "raw_queues",
    "raw_way",
    "said_way",
    "send_raw",
]

_KEY = "raw:"


@dataclass(frozen=True, slots=True)
class RawWay:
    """A language, the printer's dots to the inch, and how dark it burns.

    `darkness` is a percentage of the darkest; 0 leaves the printer as it is set.
    """

    language: Language
    dpi: int = RESOLUTIONS[0]
    darkness: int = 0


def labels_of(pdf: bytes, stock: Stock, way: RawWay) -> Iterator[bytes]:
    """Each page of a file as one label, drawn when it is asked for."""
    return label_stream(pdf, stock, way.language, way.dpi, darkness=way.darkness)


def raw_way(printers: Mapping[str, str], printer: str) -> RawWay | None:
    """How this printer is sent its labels, None through its driver; from the user's settings."""
    words = printers.get(f"{_KEY}{printer}", "").split()
    language, dpi, darkness = (*words, "", "", "")[:3]
    known = {each.value for each in Language}
    if language not in known or dpi not in {str(each) for each in RESOLUTIONS}:
        return None
    is_kept = darkness.isdecimal() and darkness.isascii() and len(darkness) <= len(str(DARKEST))
    return RawWay(Language(language), int(dpi), min(int(darkness), DARKEST) if is_kept else 0)


def said_way(printer: str, way: RawWay | None) -> dict[str, str]:
    """What the settings remember of a way."""
    said = ""
    if way is not None:
        said = f"{way.language.value} {way.dpi} {way.darkness or ''}".rstrip()
    return {f"{_KEY}{printer}": said}
