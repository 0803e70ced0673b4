"""Where the pages of an order lie on the desk: at one scale, the run beside or among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from closet_app.services.prints import PieceKind
from closet_app.ui.printing.sheets import Sheet

MARGIN, TOP, GAP, BLOCK = 20, 6, 18, 216
TIGHT = 0.87
"""Where there is one column, the block makes do with this much of its width."""
NARROW = 316.0
"""Points: what is no wider than a 4 × 6 label lies in the right column."""
LEAST, MOST = 0.62, 1.5
"""Pixels a point: below that two columns become one, above it pages grow no more."""

Group = tuple[int, ...]
"""Places of sheets that lie beside one another."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The pages' places in their order, that of the run's block, and the desk's whole size."""

    pages: tuple[QRect, ...]
    block: QRect
    size: QSize


@dataclass(frozen=True, slots=True)
class Space:
    """What the desk offers: its width, the height of a caption, and the block's wish."""

    width: int
    caption: int
    block_width: int
    block_height: Callable[[int], int]


def arrange(sheets: Sequence[Sheet], space: Space) -> Arrangement:
    """Two columns where there is room, else one."""
    groups = grouped(sheets)
    narrow = [group for group in groups if _is_narrow(sheets, group)]
    wide = [group for group in groups if group not in narrow]
    scale = _two_columns(sheets, wide, narrow, space)
    if wide and scale >= LEAST:
        return _in_columns(sheets, (wide, narrow), min(scale, MOST), space)
    return _in_rows(sheets, groups, space)


def grouped(sheets: Sequence[Sheet]) -> list[Group]:
    """A front and its back, or the leaves of a card, stay together."""
    groups: list[list[int]] = []
    for place, sheet in enumerate(sheets):
        if sheet.joined and groups:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [tuple(group) for group in groups]


def _is_narrow(sheets: Sequence[Sheet], group: Group) -> bool:
    first = sheets[group[0]]
    return len(group) == 1 and first.width <= NARROW and first.kind is not PieceKind.CARD


def _width(sheets: Sequence[Sheet], group: Group) -> float:
    return sum(sheets[place].width for place in group)


def _widest(sheets: Sequence[Sheet], groups: Sequence[Group]) -> float:
    return max((_width(sheets, group) for group in groups), default=0.0)


def _gaps(groups: Sequence[Group]) -> int:
    return GAP * max((len(group) - 1 for group in groups), default=0)


def _two_columns(
    sheets: Sequence[Sheet], wide: Sequence[Group], narrow: Sequence[Group], space: Space
) -> float:
    """The scale at which both columns fill the width."""
    left, right = _widest(sheets, wide), _widest(sheets, narrow)
    room = space.width - 2 * MARGIN - GAP - _gaps(wide)
    shared = room / (left + right) if left + right else 0.0
    if right * shared >= space.block_width:
        return shared
    return (room - space.block_width) / left if left else 0.0


def _in_columns(
    sheets: Sequence[Sheet],
    columns: tuple[Sequence[Group], Sequence[Group]],
    scale: float,
    space: Space,
) -> Arrangement:
    wide, narrow = columns
    placed: dict[int, QRect] = {}
    left_width = round(_widest(sheets, wide) * scale) + _gaps(wide)
    right_width = max(space.block_width, round(_widest(sheets, narrow) * scale))
    spare = max(0, space.width - 2 * MARGIN - GAP - left_width - right_width) // 2
    left, right = MARGIN + spare, MARGIN + spare + left_width + GAP
    foot = TOP
    for group in wide:
        foot = _put(sheets, group, QPoint(left, foot + space.caption), scale, placed) + GAP
    at = TOP
    for group in narrow[:1]:
        at = _put(sheets, group, QPoint(right, at + space.caption), scale, placed) + GAP
    block = QRect(right, at, right_width, space.block_height(right_width))
    at = block.bottom() + 1 + GAP
    for group in narrow[1:]:
        at = _put(sheets, group, QPoint(right, at + space.caption), scale, placed) + GAP
    pages = tuple(placed[place] for place in range(len(sheets)))
    return Arrangement(pages, block, QSize(space.width, max(foot, at) - GAP + MARGIN))


def _in_rows(sheets: Sequence[Sheet], groups: Sequence[Group], space: Space) -> Arrangement:
    """Everything in rows; the block lies beside the first label, or below the first row."""
    room = space.width - 2 * MARGIN
    widest = max(_widest(sheets, groups), 1.0)
    scale = min((room - _gaps(groups)) / widest, MOST)
    placed: dict[int, QRect] = {}
    x, top, foot, block = MARGIN, TOP, TOP, QRect()
    after = next((each for each in groups if _is_narrow(sheets, each)), groups[0] if groups else ())
    for group in groups:
        wide = round(_width(sheets, group) * scale) + GAP * (len(group) - 1)
        if x > MARGIN and x + wide > space.width - MARGIN:
            x, top = MARGIN, foot
        below = _put(sheets, group, QPoint(x, top + space.caption), scale, placed) + GAP
        foot, x = max(foot, below), x + wide + GAP
        if group == after:
            left = space.width - MARGIN - x
            if left < space.block_width * TIGHT:
                x, top, left = MARGIN, foot, room
            block = QRect(x, top, left, space.block_height(left))
            foot, x = max(foot, block.bottom() + 1 + GAP), space.width
    if not groups:
        block = QRect(MARGIN, TOP, room, space.block_height(room))
        foot = block.bottom() + 1 + GAP
    pages = tuple(placed[place] for place in range(len(sheets)))
    return Arrangement(pages, block, QSize(space.width, foot - GAP + MARGIN))


def _put(
    sheets: Sequence[Sheet], group: Group, at: QPoint, scale: float, placed: dict[int, QRect]
) -> int:
    """Lay a group with its top left corner at `at`; returns where it ends below."""
    foot = at.y()
    for place in group:
        sheet = sheets[place]
        size = QSize(max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale)))
        placed[place] = QRect(at, size)
        at = at + QPoint(size.width() + GAP, 0)
        foot = max(foot, placed[place].bottom() + 1)
    return foot
