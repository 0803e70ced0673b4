"""ZPL II, the language of Zebra printers and of many others that read it.

The graphic field and its compression are those of Zebra's programming guide (^GF).
"""

from __future__ import annotations

import re

from closet_app.printing.thermal.raster import Raster

_MOST = 419
_DARKEST = 30
"""~SD of Zebra's guide counts from 00 to 30."""
_RUN = re.compile(rb"(.)\1+")
_ZEROS, _ONES = re.compile(rb"0+$"), re.compile(rb"F+$")


def zpl_label(
    raster: Raster, copies: int = 1, *, continuous: bool = False, darkness: int = 0
) -> bytes:
    """One label: its size, its dots as a compressed graphic, and how often it is printed.

    On a `continuous` roll the printer is told to look for no gap; `darkness` in per cent, 0 as
    the printer is set.
    """
    burnt = f"~SD{round(darkness * _DARKEST / 100):02}" if darkness else ""
    size = raster.stride * raster.height
    head = f"{burnt}^XA{'^MNN' if continuous else ''}^LH0,0^LS0^PW{raster.width}^LL{raster.height}"
    field = f"^FO0,0^GFA,{size},{size},{raster.stride},"
    return b"".join(
        (head.encode(), field.encode(), _graphic(raster), f"^FS^PQ{copies}^XZ\n".encode())
    )


def _graphic(raster: Raster) -> bytes:
    """Rows in hexadecimal: runs counted, ends filled, a row like the one before as a colon."""
    made: list[bytes] = []
    before = b""
    for index in range(raster.height):
        row = raster.row(index)
        made.append(b":" if index and row == before else _row(row))
        before = row
    return b"".join(made)


def _row(row: bytes) -> bytes:
    digits = row.hex().upper().encode()
    ending = b""
    if digits[-1:] == b"0":
        digits, ending = _ZEROS.sub(b"", digits), b","
    elif digits[-1:] == b"F":
        digits, ending = _ONES.sub(b"", digits), b"!"
    return _RUN.sub(_counted, digits) + ending


def _counted(run: re.Match[bytes]) -> bytes:
    """A run of one digit: how often in letters, G to Y for 1 to 19 and g to z for twenties."""
    digit, left = run[1], len(run[0])
    made = b""
    while left:
        twenties, ones = divmod(min(left, _MOST), 20)
        made += bytes([ord("g") + twenties - 1]) if twenties else b""
        made += bytes([ord("G") + ones - 1]) if ones else b""
        made += digit
        left -= min(left, _MOST)
    return made
