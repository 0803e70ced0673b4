"""A frame over a photo: put about the garment, moved, and pulled at its edges, all in fractions.

A `shape` is width over height as the photo's fractions have it: pixels' shape times the photo's
height over its width. None leaves both free.
"""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.boxes import WHOLE, Box

LEAST = 0.05
"""The smallest frame, as a fraction of the photo's width and height."""


@dataclass(frozen=True, slots=True)
class Handle:
    """What of a frame is pulled: −1 its left or upper edge, 1 the right or lower, 0 neither."""

    across: int
    down: int


HANDLES = tuple(
    Handle(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)


def shape_in(ratio: tuple[int, int] | None, width: int, height: int) -> float | None:
    """The shape of `ratio` (3 to 4) on a photo of so many pixels; None stays free."""
    return None if ratio is None else ratio[0] * height / (ratio[1] * width)


def around(subject: Box, shape: float | None) -> Box:
    """The largest frame of `shape` with the subject as near its middle as the photo allows."""
    if shape is None:
        return WHOLE
    width, height = (1.0, 1 / shape) if shape >= 1 else (shape, 1.0)
    middle = ((subject.left + subject.right) / 2, (subject.top + subject.bottom) / 2)
    return _placed(middle[0] - width / 2, middle[1] - height / 2, width, height)


def widened(frame: Box, shape: float) -> Box:
    """The smallest frame of `shape` that holds all of `frame`, as far as the photo goes."""
    width = max(frame.width, frame.height * shape, LEAST)
    height = width / shape
    middle = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
    return _placed(middle[0] - width / 2, middle[1] - height / 2, width, height)


def moved(frame: Box, across: float, down: float) -> Box:
    """The frame at another place, kept on the photo."""
    return _placed(frame.left + across, frame.top + down, frame.width, frame.height)


def pulled(frame: Box, handle: Handle, across: float, down: float, shape: float | None) -> Box:
    """The frame with one edge or corner pulled; the opposite one stays where it is."""
    if shape is None:
        left, right = _stretched(frame.left, frame.right, handle.across, across)
        top, bottom = _stretched(frame.top, frame.bottom, handle.down, down)
        return Box(left, top, right, bottom)
    return _in_shape(frame, handle, _wanted_width(frame, handle, across, down, shape), shape)


def _stretched(low: float, high: float, edge: int, by: float) -> tuple[float, float]:
    if edge < 0:
        return min(max(low + by, 0.0), high - LEAST), high
    if edge > 0:
        return low, max(min(high + by, 1.0), low + LEAST)
    return low, high


def _wanted_width(frame: Box, handle: Handle, across: float, down: float, shape: float) -> float:
    wider = frame.width + handle.across * across
    higher = (frame.height + handle.down * down) * shape
    if handle.across and handle.down:
        return max(wider, higher)
    return wider if handle.across else higher


def _in_shape(frame: Box, handle: Handle, width: float, shape: float) -> Box:
    """A frame so wide about what stays: the opposite edge, or the middle where none is pulled."""
    room_across = _room(frame.left, frame.right, handle.across)
    room_down = _room(frame.top, frame.bottom, handle.down)
    least = max(LEAST, LEAST * shape)
    wide = max(min(width, room_across, room_down * shape), min(least, room_across))
    high = wide / shape
    left = _start(frame.left, frame.right, handle.across, wide)
    top = _start(frame.top, frame.bottom, handle.down, high)
    return _placed(left, top, wide, high)


def _room(low: float, high: float, edge: int) -> float:
    """How far it can grow: to the photo's edge on the pulled side, or evenly to the nearer one."""
    if edge < 0:
        return high
    return 1 - low if edge > 0 else min(low + high, 2 - low - high)


def _start(low: float, high: float, edge: int, length: float) -> float:
    if edge < 0:
        return high - length
    return low if edge > 0 else (low + high - length) / 2


def _placed(left: float, top: float, width: float, height: float) -> Box:
    width, height = min(width, 1.0), min(height, 1.0)
    left = min(max(left, 0.0), 1 - width)
    top = min(max(top, 0.0), 1 - height)
    return Box(left, top, min(left + width, 1.0), min(top + height, 1.0))
