"""Where the sides of one card lie: beside or below one another, whichever shows them larger."""

from __future__ import annotations

from PySide6.QtCore import QRect

GAP = 20
LARGEST = 2.2
"""Pixels a point: small cards are not blown up beyond three times their size."""
Size = tuple[float, float]


def fit_scale(size: Size, count: int, width: int, height: int, caption: int) -> float:
    """Pixels a point at which `count` sides of `size` points fit, each under its caption."""
    beside = _scale(size, width - (count - 1) * GAP, height - caption, count, 1)
    below = _scale(size, width, height - count * caption - (count - 1) * GAP, 1, count)
    return max(0.05, min(max(beside, below), LARGEST))


def places(size: Size, count: int, width: int, height: int, caption: int) -> list[QRect]:
    """Each side's place from the top left, in the middle of the width."""
    scale = fit_scale(size, count, width, height, caption)
    wide, high = round(size[0] * scale), round(size[1] * scale)
    is_row = count * wide + (count - 1) * GAP <= width and caption + high <= height
    columns = count if is_row else 1
    left = max(0, width - columns * wide - (columns - 1) * GAP) // 2
    steps = [(at, 0) if is_row else (0, at) for at in range(count)]
    return [
        QRect(left + x * (wide + GAP), caption + y * (high + caption + GAP), wide, high)
        for x, y in steps
    ]


def _scale(size: Size, width: float, height: float, columns: int, rows: int) -> float:
    return min(width / (columns * size[0]), height / (rows * size[1]))
