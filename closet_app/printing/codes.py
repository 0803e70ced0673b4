"""QR codes as rectangles: level M, dark on white, sized so that phones read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno
from segno import DataOverflowError

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
    encoding = None if text.isascii() else "utf-8"
    try:
        code = segno.make_qr(text, error="m", boost_error=False, encoding=encoding)
    except (DataOverflowError, UnicodeError):
        return None
    rows = [bytes(row) for row in code.matrix]
    runs = tuple(run for number, row in enumerate(rows) for run in _dark_runs(number, row))
    return CodeArt(len(rows), runs)


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
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            found.append((column, number, length))
        column += length
    return found
