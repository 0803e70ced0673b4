"""A page as dots that are black or not: what a thermal head burns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from closet_app.errors import InvalidValueError
from closet_app.printing.preview import render_page

RESOLUTIONS = (203, 300, 600)
"""Dots to the inch of the heads there are: 8, 11.8 and 23.6 a millimetre."""
_DARK = 150
"""Greys below this of 255 are burnt: thin strokes keep their width, edges stay clean."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Rows of dots from the top, eight to a byte with the leftmost first; 1 is black."""

    width: int
    height: int
    dpi: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes of one row."""
        return -(-self.width // 8)

    def row(self, index: int) -> bytes:
        """One row, from 0."""
        return self.rows[index * self.stride : (index + 1) * self.stride]

    def inverted(self) -> bytes:
        """The rows with 0 for black, white to the end of each last byte."""
        return bytes(byte ^ 0xFF for byte in self.rows)


def page_raster(pdf: bytes | Path, page: int, dpi: int, *, turned: bool = False) -> Raster:
    """A page (from 0) at a head's resolution by a plain threshold, never dithered.

    A `turned` page is laid on its side, as a roll is fed whose labels are read along the tape.
    """
    if dpi not in RESOLUTIONS:
        known = f"{RESOLUTIONS[0]}, {RESOLUTIONS[1]} or {RESOLUTIONS[2]}"
        raise InvalidValueError(f"Label printers have {known} dots to the inch.", field="dpi")
    pixels = render_page(pdf, page, dpi=dpi)
    shades = np.frombuffer(pixels.rgba, np.uint8).reshape(pixels.height, pixels.width, 4)
    dark = shades[:, :, :3].max(axis=2) < _DARK
    if turned:
        dark = np.rot90(dark, 3)
    height, width = dark.shape
    return Raster(width, height, dpi, np.packbits(dark, axis=1).tobytes())
