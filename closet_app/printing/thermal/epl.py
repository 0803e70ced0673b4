"""EPL2, the language of older Eltron and Zebra desktop printers.

Zebra's note on its GW command: rows of whole bytes, a dot is burnt where the bit is 0.
"""

from __future__ import annotations

from closet_app.errors import InvalidValueError
from closet_app.printing.thermal.raster import Raster

_GAP_MM = 3.0
"""The gap between labels of a roll, as makers cut them."""
_MM_PER_INCH = 25.4
_DARKEST = 15
"""D of the EPL2 guide counts from 0 to 15."""
_WIDEST_INCHES = 4.1
"""Every printer that reads EPL2 has a head of at most 832 dots of 1/203 inch."""


def epl_label(
    raster: Raster, copies: int = 1, *, continuous: bool = False, darkness: int = 0
) -> bytes:
    """One label: an empty form of its size, its dots, and how often it is printed.

    `darkness` in per cent, 0 as the printer is set. Raises InvalidValueError for a label wider
    than any head.
    """
    if raster.width > _WIDEST_INCHES * raster.dpi:
        raise InvalidValueError(
            "Printers that read EPL print labels up to 4 inches wide.",
            field="stock",
            remedy="Print it through the printer’s own driver instead.",
        )
    burnt = f"D{round(darkness * _DARKEST / 100)}\n" if darkness else ""
    gap = 0 if continuous else round(_GAP_MM * raster.dpi / _MM_PER_INCH)
    head = f"\nN\n{burnt}q{raster.stride * 8}\nQ{raster.height},{gap}\n"
    field = f"GW0,0,{raster.stride},{raster.height},"
    return b"".join((head.encode(), field.encode(), raster.inverted(), f"\nP{copies}\n".encode()))
