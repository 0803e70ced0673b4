"""Printed text on a photo: the lines of a sewn-in label, whichever way up it was photographed.

A first look at a small copy (0.07 s) decides whether there is text at all; most photos end there.
Where there is, the part with the text is enlarged, turned level, looked over again and read.
Skipped on purpose: letters lower than about a hundredth of the photo's longer side, single letters
with no word near them, and everything that is read with less confidence than `LEAST_SURE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.photo.looks import TextLine
from closet_app.photo.text_nets import Pixels, Recognized, TextNets
from closet_app.photo.text_places import (
    Place,
    Turn,
    corners,
    direction,
    level_size,
    mapped_back,
    places_in,
    strip_of,
    turned,
)

LEAST_SURE = 0.6
"""Below this a line is not handed on: prints and seams read as a few letters at 0.2 to 0.5."""

_FIRST_LOOK = 512
_CLOSE_LOOK = 960
_LOOSE_LOOK = 608
_MOST_ENLARGED = 2.5
_FIRST_HEAT = 0.6
_CLOSE_HEAT = 0.4
_TALLEST = 0.22  # of the shorter side: what is taller is a garment, not a line
_MARGIN = 0.15
_ROOM_FOR_A_LINE = 1.5
_LEVEL_ENOUGH = 1.5  # degrees
_MOST_LINES = 60
_MOST_WIDENED = 3
_NEAR_BORDER = 0.03
_SHORT_TEXT = 5
_LEAST_VARIETY = 0.3
_TRIED_BOTH_WAYS = 3
_LEAST_LINE_OVERLAP = 0.5

Points = NDArray[np.float64]
"""Rows of x and y."""
Border = tuple[int, int, int, int]
"""Left, top, right, bottom in the photo's pixels."""

NETS = TextNets()
"""The nets of the rapidocr wheel, once for the whole program."""


@dataclass(frozen=True, slots=True)
class _View:
    """A level part of the photo, and how its points lead back to the photo's."""

    pixels: Pixels
    turn: Turn
    scale: float
    border: Border

    def on_photo(self, place: Place) -> Points:
        """The corners of `place` in the photo's pixels."""
        return mapped_back(corners(place), self.turn) / self.scale + self.border[:2]

    def box_on(self, place: Place, size: tuple[int, int]) -> Box:
        """The upright box around `place` in fractions of the photo of that size."""
        fractions = np.clip(self.on_photo(place) / size, 0, 1)
        (left, top), (right, bottom) = fractions.min(axis=0), fractions.max(axis=0)
        return Box(float(left), float(top), float(right), float(bottom))


def read_lines(image: Image.Image, nets: TextNets = NETS) -> tuple[TextLine, ...]:
    """The lines of text on an upright RGB photo in reading order; empty where there is none.

    Raises TextReaderMissingError.
    """
    pixels = _blue_first(image)
    words = _first_look(pixels, nets)
    if not words:
        return ()
    view, places = _whole_label(pixels, words, nets)
    upright, read = _right_way_up(view, places, nets)
    if not read:
        return ()
    lines = [
        _line(upright, place, said, image.size)
        for place, said in in_reading_order(read)
        if said.confidence >= LEAST_SURE and _is_text(said.text)
    ]
    return tuple(lines)


def in_reading_order(
    read: Sequence[tuple[Place, Recognized]],
) -> list[tuple[Place, Recognized]]:
    """Rows from the top, each from the left; places side by side are one row."""
    rows: list[list[tuple[Place, Recognized]]] = []
    for one in sorted(read, key=lambda each: each[0].y):
        row = rows[-1] if rows else None
        if row and _side_by_side(row[-1][0], one[0]):
            row.append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda each: each[0].x)]


def _first_look(pixels: Pixels, nets: TextNets) -> list[Place]:
    """Places as thin as a line, in the photo's pixels; none when no word is among them."""
    height, width = pixels.shape[:2]
    heat = nets.heat(pixels, _FIRST_LOOK)
    found = _on(places_in(heat, _FIRST_HEAT), heat.shape, (width, height))
    thin = [place for place in found if place.short <= _TALLEST * min(width, height)]
    return thin if any(place.is_word for place in thin) else []


def _whole_label(
    pixels: Pixels, words: Sequence[Place], nets: TextNets
) -> tuple[_View, list[Place]]:
    """A close look at the part with the words, widened while lines run up to its border."""
    degrees = direction(words)
    around = np.concatenate([corners(place) for place in words])
    tallest = max(place.short for place in words)
    view = _view(pixels, around, tallest, degrees)
    places = _close_look(view, nets)
    for _ in range(_MOST_WIDENED):
        found = np.concatenate([around, *(view.on_photo(place) for place in places)])
        if not _is_cut(found, view.border, pixels.shape):
            break
        around = found
        tallest = max(tallest, *(place.short / view.scale for place in places))
        view = _view(pixels, around, tallest, degrees)
        places = _close_look(view, nets)
    return view, places


def _is_cut(found: Points, border: Border, shape: tuple[int, ...]) -> bool:
    """Whether something stands at a border that is not the photo's own."""
    height, width = shape[:2]
    near = _NEAR_BORDER * max(border[2] - border[0], border[3] - border[1])
    (left, top), (right, bottom) = found.min(axis=0), found.max(axis=0)
    gaps = (
        (left - border[0], border[0] > 0), (top - border[1], border[1] > 0),
        (border[2] - right, border[2] < width), (border[3] - bottom, border[3] < height),
    )  # fmt: skip
    return any(inside and gap < near for gap, inside in gaps)


def _view(pixels: Pixels, around: Points, tallest: float, degrees: float) -> _View:
    """The part with these points and some room, enlarged for a close look and turned level."""
    height, width = pixels.shape[:2]
    room = max(_ROOM_FOR_A_LINE * tallest, _MARGIN * float(np.ptp(around, axis=0).max()))
    left, top = (int(side) for side in np.maximum(around.min(axis=0) - room, 0))
    right, bottom = (int(side) for side in np.minimum(around.max(axis=0) + room, (width, height)))
    part = Image.fromarray(pixels[top:bottom, left:right])
    scale = min(_CLOSE_LOOK / max(part.size), _MOST_ENLARGED)
    size = (max(round(part.width * scale), 1), max(round(part.height * scale), 1))
    way = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
    enlarged = np.asarray(part.resize(size, way))
    if abs(degrees) < _LEVEL_ENOUGH:
        degrees = 0.0
    level, turn = turned(enlarged, degrees)
    return _View(level, turn, scale, (left, top, right, bottom))


def _close_look(view: _View, nets: TextNets) -> list[Place]:
    """Places of small letters, and, on a smaller copy, large single ones that were passed over."""
    small, large = (_places_at(view, longest, nets) for longest in (_CLOSE_LOOK, _LOOSE_LOOK))
    found = small + [place for place in large if not any(_overlap(place, one) for one in small)]
    return sorted(found, key=lambda place: -place.heat * place.long)[:_MOST_LINES]


def _places_at(view: _View, longest: int, nets: TextNets) -> list[Place]:
    height, width = view.pixels.shape[:2]
    heat = nets.heat(view.pixels, longest)
    return _on(places_in(heat, _CLOSE_HEAT), heat.shape, (width, height))


def _overlap(one: Place, other: Place) -> bool:
    wide, high, _ = level_size(one)
    other_wide, other_high, _ = level_size(other)
    across = (wide + other_wide) / 2 - abs(one.x - other.x)
    down = (high + other_high) / 2 - abs(one.y - other.y)
    return across > 0 and down > _LEAST_LINE_OVERLAP * min(high, other_high)


def _right_way_up(
    view: _View, places: list[Place], nets: TextNets
) -> tuple[_View, list[tuple[Place, Recognized]]]:
    """The view as it is or upside down, whichever reads with more confidence."""
    tried = sorted(places, key=lambda place: -place.long)[:_TRIED_BOTH_WAYS]
    strips = [strip_of(view.pixels, place) for place in tried]
    upright, over = nets.read(strips), nets.read([_upside_down(strip) for strip in strips])
    if max((one.confidence for one in (*upright, *over)), default=0.0) < LEAST_SURE:
        return view, []
    if _sureness(over) > _sureness(upright):
        view, places = _overturned(view, places)
    strips = [strip_of(view.pixels, place) for place in places]
    return view, list(zip(places, nets.read(strips), strict=True))


def _overturned(view: _View, places: list[Place]) -> tuple[_View, list[Place]]:
    height, width = view.pixels.shape[:2]
    turn = np.array([[-1.0, 0, width], [0, -1.0, height]]) @ np.vstack((view.turn, (0, 0, 1)))
    over = replace(view, pixels=_upside_down(view.pixels), turn=turn)
    return over, [replace(place, x=width - place.x, y=height - place.y) for place in places]


def _line(view: _View, place: Place, said: Recognized, size: tuple[int, int]) -> TextLine:
    letters = level_size(place)[1] / view.scale / max(size)
    box = view.box_on(place, size)
    return TextLine(" ".join(said.text.split()), round(said.confidence, 4), box, round(letters, 4))


def _is_text(text: str) -> bool:
    """Whether these are words; stripes and stitches are read as one letter over and over."""
    letters = text.replace(" ", "").casefold()
    return bool(letters) and (
        len(letters) < _SHORT_TEXT or len(set(letters)) > _LEAST_VARIETY * len(letters)
    )


def _on(places: Sequence[Place], heat_shape: tuple[int, ...], size: tuple[int, int]) -> list[Place]:
    by_x, by_y = size[0] / heat_shape[1], size[1] / heat_shape[0]
    return [place.scaled(by_x, by_y) for place in places]


def _side_by_side(one: Place, other: Place) -> bool:
    high, other_high = level_size(one)[1], level_size(other)[1]
    apart = abs(one.y - other.y)
    return (high + other_high) / 2 - apart > _LEAST_LINE_OVERLAP * min(high, other_high)


def _sureness(read: Sequence[Recognized]) -> float:
    return sum(one.confidence * len(one.text.strip()) for one in read)


def _upside_down(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[::-1, ::-1])


def _blue_first(image: Image.Image) -> Pixels:
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
