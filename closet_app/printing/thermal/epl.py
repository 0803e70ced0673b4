"""EPL2, the language of older Eltron and Zebra desktop printers.

Zebra's note on its GW command: rows of whole bytes, a dot is burnt where the bit is 0.
"""

from __future__ import annotations

from closet_app.printing.thermal.raster import Raster

_GAP_MM = 3.0
"""The gap between labels of a roll, as makers cut them."""
_MM_PER_INCH = 25.4


def epl_label(raster: Raster, copies: int = 1, *, continuous: bool = False) -> bytes:
    """One label: an empty form of its size, its dots, and how often it is printed."""
    gap = 0 if continuous else round(_GAP_MM * raster.dpi / _MM_PER_INCH)
    head = f"\nN\nq{raster.stride * 8}\nQ{raster.height},{gap}\n"
    field = f"GW0,0,{raster.stride},{raster.height},"
    return b"".join((head.encode(), field.encode(), raster.inverted(), f"\nP{copies}\n".encode()))
