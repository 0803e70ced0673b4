"""Where the shipping label lies on a page: the inked block that is as large as a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

POINTS = 72.0
"""Dots to the inch at which pages are looked at: one pixel is one point."""
_INK = 245
_WHITE, _DIMMER = 250, 25
_GAPS = (7, 13, 25, 37, 55, 75)
_SHORT = (2.8, 6.1)
_LONG = (4.2, 8.8)
_ASPECT = (1.2, 1.95)
_MOST_OF_PAGE = 0.66
_ROLL, _MOST_OF_ROLL = 4.5, 0.95
_ALIKE = 0.7
_LINE = 4
_DASH = 15
_ACROSS = 0.6

Gray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of a page in points from its upper left corner, as the page is shown."""

    left: float
    top: float
    width: float
    height: float

    @property
    def is_sideways(self) -> bool:
        """Whether it is wider than tall."""
        return self.width > self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point, counted from the upper left corner of the page, lies in it."""
        across, down = x - self.left, y - self.top
        return 0 <= across <= self.width and 0 <= down <= self.height


def find_labels(page: Gray) -> tuple[Block, ...]:
    """What on a page of one pixel a point is of a label's size, the one at the top left first.

    Where there are several, some may be a receipt or a slip.
    """
    ink = _without_cut_lines(_inked(page))
    for gap in _GAPS:
        found = [block for block in _blocks(ink, gap) if _is_label(block, page.shape)]
        if found:
            return tuple(sorted(found, key=lambda each: (round(each.top / POINTS), each.left)))
    return ()


def likeliest(blocks: Sequence[Block]) -> Block:
    """Of blocks that are about as large as the largest, the first: what lies below is a receipt."""
    largest = max(block.width * block.height for block in blocks)
    return next(each for each in blocks if each.width * each.height > _ALIKE * largest)


def ink_box(page: Gray) -> Block | None:
    """All that is inked on a page; None when it is blank."""
    return next(_boxes(_inked(page)), None)


def _inked(page: Gray) -> Gray:
    """Where a page is darker than its paper, which a scanner may have made gray."""
    paper = float(np.median(page))
    is_gray = _INK / 2 < paper < _WHITE
    return (page < (paper - _DIMMER if is_gray else _INK)).astype(np.uint8)


def _without_cut_lines(ink: Gray) -> Gray:
    """Lines across most of the page, dashed ones too, are where it is folded or cut."""
    tall, wide = ink.shape
    clean = ink.copy()
    for bridge in ((1, _DASH), (_DASH, 1)):
        joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(bridge, np.uint8))
        count, marks, stats, _ = cv2.connectedComponentsWithStats(joined)
        for at in range(1, count):
            width, height = int(stats[at, cv2.CC_STAT_WIDTH]), int(stats[at, cv2.CC_STAT_HEIGHT])
            across = width > _ACROSS * wide and height <= _LINE
            if across or (height > _ACROSS * tall and width <= _LINE):
                clean[marks == at] = 0
    return clean


def _blocks(ink: Gray, gap: int) -> Iterator[Block]:
    """What hangs together when gaps of so many points are closed."""
    reach = cv2.dilate(ink, np.ones((gap, gap), np.uint8))
    count, marks = cv2.connectedComponents(reach)
    for at in range(1, count):
        yield from _boxes(((marks == at) & (ink > 0)).astype(np.uint8))


def _boxes(ink: Gray) -> Iterator[Block]:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows):
        left, top = int(columns[0]), int(rows[0])
        yield Block(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


def _is_label(block: Block, page: tuple[int, ...]) -> bool:
    short, long = sorted((block.width / POINTS, block.height / POINTS))
    share = block.width * block.height / (page[0] * page[1])
    most = _MOST_OF_ROLL if min(page) <= _ROLL * POINTS else _MOST_OF_PAGE
    return (
        _SHORT[0] <= short <= _SHORT[1]
        and _LONG[0] <= long <= _LONG[1]
        and _ASPECT[0] <= long / short <= _ASPECT[1]
        and share <= most
    )
