"""TSPL, the language of TSC printers and of most plain 4 × 6 label printers."""

from __future__ import annotations

from closet_app.printing.thermal.raster import Raster

_GAP_MM = 3
_MM_PER_INCH = 25.4
_DARKEST = 15
"""DENSITY of the TSPL guide counts from 0 to 15."""


def tspl_label(
    raster: Raster, copies: int = 1, *, continuous: bool = False, darkness: int = 0
) -> bytes:
    """One label: its size in millimetres, its dots (0 is burnt), and how often it is printed.

    `darkness` in per cent, 0 as the printer is set.
    """
    width, height = (
        round(dots * _MM_PER_INCH / raster.dpi, 1) for dots in (raster.width, raster.height)
    )
    gap = 0 if continuous else _GAP_MM
    burnt = f"DENSITY {round(darkness * _DARKEST / 100)}\r\n" if darkness else ""
    size = f"SIZE {width} mm,{height} mm\r\nGAP {gap} mm,0 mm\r\n"
    head = f"{size}{burnt}DIRECTION 1\r\nCLS\r\n"
    field = f"BITMAP 0,0,{raster.stride},{raster.height},0,"
    tail = f"\r\nPRINT 1,{copies}\r\n"
    return b"".join((head.encode(), field.encode(), raster.inverted(), tail.encode()))
