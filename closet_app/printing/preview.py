"""A PDF's own pages as pixels, for the screen and for the printer."""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from closet_app.errors import InvalidValueError

HIGHEST_DPI = 600
PdfiumError = pypdfium2.PdfiumError
DRAWN_BY = str(pypdfium2.version.PYPDFIUM_INFO.version)
"""The release of what draws."""
_POINTS_PER_INCH = 72
_HAIR_LESS = 1 - 1e-12
# PDFium may be used by one thread at a time.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows of four bytes a pixel (red, green, blue, 255), top first, on white."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class Band:
    """A horizontal strip of a page; `top` is its first row on the page."""

    top: int
    pixels: Pixels


def page_count(pdf: bytes | Path) -> int:
    """How many pages the file has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes | Path, page: int) -> tuple[float, float]:
    """A page's width and height in points; pages count from 0."""
    with _opened(pdf) as document:
        size: tuple[float, float] = document[page].get_size()
        return size


def render_page(
    pdf: bytes | Path, page: int, *, dpi: float | None = None, width_px: int | None = None
) -> Pixels:
    """The page at so many dots to the inch, or so many pixels wide; pages count from 0."""
    with _opened(pdf) as document:
        opened = document[page]
        wide, _ = opened.get_size()
        scale = width_px / wide if width_px else (dpi or _POINTS_PER_INCH) / _POINTS_PER_INCH
        return _rendered(opened, _limited(scale), (0, 0, 0, 0))


def bands(pdf: bytes | Path, page: int, dpi: float, band_height: int) -> Iterator[Band]:
    """The page from top to bottom in strips of at most `band_height` rows, one at a time."""
    if band_height < 1:
        raise InvalidValueError("A band has at least one row.", field="band_height")
    scale = _limited(dpi / _POINTS_PER_INCH)
    _, tall = page_size(pdf, page)
    rows = math.ceil(tall * scale)
    for top in range(0, rows, band_height):
        below = max(0, rows - top - band_height)
        with _opened(pdf) as document:
            crop = (0.0, _cut(below, scale), 0.0, _cut(top, scale))
            yield Band(top, _rendered(document[page], scale, crop))


def page_letters(
    pdf: bytes | Path, page: int, most: int = 2_000
) -> list[tuple[float, float, float]]:
    """Where a page's first letters stand and how each is turned, at most `most` of them.

    Points from the lower left of the page's own space, and radians with the clock.
    """
    angle_of = pypdfium2.raw.FPDFText_GetCharAngle
    with _opened(pdf) as document:
        text = document[page].get_textpage()
        try:
            letters = []
            for at in range(min(text.count_chars(), most)):
                left, low, right, high = text.get_charbox(at)
                letters.append(((left + right) / 2, (low + high) / 2, angle_of(text.raw, at)))
            return letters
        finally:
            text.close()


def page_words(pdf: bytes | Path, page: int, most: int = 2_500) -> str:
    """What a page says, as far as a program can read it; at most its first `most` letters."""
    letter_at = pypdfium2.raw.FPDFText_GetUnicode
    with _opened(pdf) as document:
        text = document[page].get_textpage()
        try:
            return "".join(
                chr(letter_at(text.raw, at)) for at in range(min(text.count_chars(), most))
            )
        finally:
            text.close()


def unlocked(pdf: bytes) -> bytes:
    """A file that opens without a password, without the locks its maker put on copying it.

    Raises PdfiumError for one that asks for a password.
    """
    out = io.BytesIO()
    with _opened(pdf) as document:
        document.save(out, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    return out.getvalue()


def _cut(rows: int, scale: float) -> float:
    """Points that pypdfium2, which rounds up, takes for exactly so many rows."""
    return (rows - 0.5) / scale if rows else 0.0


def _limited(scale: float) -> float:
    """A hair less than asked for, so that whole dots are not rounded up to one more."""
    return min(scale, HIGHEST_DPI / _POINTS_PER_INCH) * _HAIR_LESS


@contextmanager
def _opened(pdf: bytes | Path) -> Iterator[Any]:
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _rendered(
    page: pypdfium2.PdfPage, scale: float, crop: tuple[float, float, float, float]
) -> Pixels:
    bitmap = page.render(
        scale=scale,
        crop=crop,
        draw_annots=False,
        rev_byteorder=True,
        prefer_bgrx=True,
        fill_color=(255,) * 4,
    )
    try:
        return Pixels(bitmap.width, bitmap.height, _tight(bitmap))
    finally:
        bitmap.close()


def _tight(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The rows without the padding PDFium may add."""
    data = bytes(bitmap.buffer)
    row = bitmap.width * 4
    if bitmap.stride == row:
        return data
    return b"".join(data[at : at + row] for at in range(0, len(data), bitmap.stride))
