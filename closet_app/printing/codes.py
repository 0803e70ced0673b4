"""QR codes as rectangles: level M, dark on white, sized so that phones read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np

_DOT = 72 / 203
_DOTS_PER_MODULE = 3


@dataclass(frozen=True, slots=True)
class CodeArt:
    """The dark runs of a code as (column, row, length) and the modules along one side."""

    modules: int
    runs: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=2_000)
def code_art(text: str) -> CodeArt | None:
    """The code that reads back as `text`, or None when no QR code holds so much."""
    import zxingcpp

    charset = {} if text.isascii() else {"eci": "UTF-8"}
    kind = zxingcpp.BarcodeFormat.QRCode
    try:
        code = zxingcpp.create_barcode(text, kind, ec_level="M", **charset)
    except (ValueError, RuntimeError):
        return None
    rows = np.asarray(zxingcpp.write_barcode_to_image(code, add_quiet_zones=False))
    modules = len(rows)
    runs = tuple(
        run for number, row in enumerate(rows) for run in _dark_runs(number, row.tobytes())
    )
    return CodeArt(modules, runs)


def dark_side(modules: int, room: float, *, thermal: bool) -> float | None:
    """The side in points of the dark square within `room`, or None when phones could not read it.

    A module is at least 3 dots of a 203 dpi printer; thermal codes take whole dots. The designs
    give room for 0.75 in with the quiet zone of four modules.
    """
    module = room / modules
    if module < _DOTS_PER_MODULE * _DOT:
        return None
    return int(module / _DOT + 1e-6) * _DOT * modules if thermal else room


def on_dot(length: float) -> float:
    """The nearest whole dot of a 203 dpi printer, in points."""
    return round(length / _DOT) * _DOT


def _dark_runs(number: int, row: bytes) -> list[tuple[int, int, int]]:
    found, column = [], 0
    for light, group in groupby(row):
        length = len(list(group))
        if not light:
            found.append((column, number, length))
        column += length
    return found
