"""Where text stands: rotated rectangles from the finder's heat, and what lies under them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from closet_app.photo.text_nets import Pixels

Turn = NDArray[np.float64]
"""A 2 × 3 affine map, as `cv2.warpAffine` takes it."""

WARM = 0.3
"""Heat from which a place belongs to text (the finder's own threshold)."""

_THINNEST = 3.0
_LETTERS_ARE_LARGER = 1.6  # the finder marks the core of a line: area × this ÷ girth is added
_WORD = 1.8  # longer than high by this: a word, whose direction can be told


@dataclass(frozen=True, slots=True)
class Place:
    """A rotated rectangle in pixels; `angle` is that of its long side, −90 to 90 degrees."""

    x: float
    y: float
    long: float
    short: float
    angle: float
    heat: float

    @property
    def is_word(self) -> bool:
        """Whether its direction can be told."""
        return self.long >= _WORD * self.short

    def scaled(self, by_x: float, by_y: float) -> Place:
        """The place on a copy of another size with (nearly) the same shape."""
        by = math.sqrt(by_x * by_y)
        return Place(
            self.x * by_x, self.y * by_y, self.long * by, self.short * by, self.angle, self.heat
        )


def places_in(heat: NDArray[np.float32], least: float) -> list[Place]:
    """Every place of `heat` with a mean of at least `least`, in the heat's own pixels."""
    warm = cv2.dilate((heat > WARM).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines = cv2.findContours(warm, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)[0]
    found = (_place(heat, np.asarray(outline), least) for outline in outlines)
    return [place for place in found if place is not None]


def direction(places: Sequence[Place]) -> float:
    """The angle of most words in degrees, −90 to 90, the longer ones counting more."""
    words = [place for place in places if place.is_word] or list(places)
    # An angle and the one half a turn on are the same direction: doubled, they fall together.
    across = sum(place.long * math.cos(math.radians(2 * place.angle)) for place in words)
    down = sum(place.long * math.sin(math.radians(2 * place.angle)) for place in words)
    return math.degrees(math.atan2(down, across)) / 2


def turned(pixels: Pixels, degrees: float) -> tuple[Pixels, Turn]:
    """`pixels` turned so that what ran at `degrees` runs level, nothing cut off, and the map."""
    height, width = pixels.shape[:2]
    turn: Turn = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1))
    cos, sin = abs(turn[0, 0]), abs(turn[0, 1])
    wide, high = math.ceil(width * cos + height * sin), math.ceil(width * sin + height * cos)
    turn[0, 2] += (wide - width) / 2
    turn[1, 2] += (high - height) / 2
    level = cv2.warpAffine(
        pixels, turn, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(level, np.uint8), turn


def strip_of(pixels: Pixels, place: Place) -> Pixels:
    """What lies under `place`, level, cut from pixels in which its line runs roughly level."""
    wide, high, angle = level_size(place)
    turn = cv2.getRotationMatrix2D((place.x, place.y), angle, 1)
    turn[0, 2] += wide / 2 - place.x
    turn[1, 2] += high / 2 - place.y
    size = (max(round(wide), 1), max(round(high), 1))
    strip = cv2.warpAffine(
        pixels, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip, np.uint8)


def level_size(place: Place) -> tuple[float, float, float]:
    """Width, height and tilt (−45 to 45 degrees) of a place whose line runs roughly level."""
    if abs(place.angle) <= 45:  # noqa: PLR2004 - half of a right angle
        return place.long, place.short, place.angle
    return place.short, place.long, place.angle - math.copysign(90, place.angle)


def corners(place: Place) -> NDArray[np.float64]:
    """The four corners as x and y."""
    box = ((place.x, place.y), (place.long, place.short), place.angle)
    return np.asarray(cv2.boxPoints(box), np.float64)


def mapped_back(points: NDArray[np.float64], turn: Turn) -> NDArray[np.float64]:
    """`points` after `turn`, where they were before it."""
    back = np.asarray(cv2.invertAffineTransform(turn))
    placed: NDArray[np.float64] = points @ back[:, :2].T + back[:, 2]
    return placed


def _place(heat: NDArray[np.float32], outline: NDArray[np.int32], least: float) -> Place | None:
    (x, y), (wide, high), angle = cv2.minAreaRect(outline)
    if min(wide, high) < _THINNEST:
        return None
    mean = _mean_under(heat, outline)
    if mean < least:
        return None
    if wide < high:
        wide, high, angle = high, wide, angle + 90
    grow = wide * high * _LETTERS_ARE_LARGER / (wide + high)  # both sides' share of the girth
    return Place(x, y, wide + grow, high + grow, (angle + 90) % 180 - 90, mean)


def _mean_under(heat: NDArray[np.float32], outline: NDArray[np.int32]) -> float:
    left, top, width, height = cv2.boundingRect(outline)
    inside = np.zeros((height, width), np.uint8)
    cv2.fillPoly(inside, [outline - (left, top)], 1)
    return float(cv2.mean(heat[top : top + height, left : left + width], inside)[0])
