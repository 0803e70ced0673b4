"""Where a place of the upright original lies on the edited photo, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from closet_app.domain.boxes import WHOLE, Box
from closet_app.photo.recipe import Recipe

Place = tuple[float, float]
Affine = tuple[float, float, float, float, float, float]

_ODD = 2
_FULL_TURN = 4


@dataclass(frozen=True, slots=True)
class Framing:
    """Turns, straightening and crop of a photo that is `width` × `height` pixels upright.

    Places are fractions of the photo's width and height, from its top left.
    """

    width: int
    height: int
    turns: int = 0
    straighten: float = 0.0
    crop: Box = WHOLE

    @classmethod
    def of(cls, recipe: Recipe, width: int, height: int) -> Framing:
        """What `recipe` does with the places of a photo of that size."""
        return cls(width, height, recipe.turns, recipe.straighten, recipe.crop or WHOLE)

    def uncropped(self) -> Framing:
        """The same without its crop."""
        return replace(self, crop=WHOLE)

    @property
    def key(self) -> str:
        """Equal for equal framings of photos of the same size."""
        return repr((self.turns, self.straighten, self.crop))

    @property
    def turned_size(self) -> tuple[int, int]:
        """Pixels after the quarter turns."""
        return (self.height, self.width) if self.turns % _ODD else (self.width, self.height)

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the edited photo, at least 1 × 1."""
        width, height = self._straight_size
        return max(1, round(width * self.crop.width)), max(1, round(height * self.crop.height))

    def to_shown(self, x: float, y: float) -> Place:
        """Where a place of the original is on the edited photo; not in 0 to 1 when cut away."""
        for _ in range(self.turns % _FULL_TURN):
            x, y = 1 - y, x
        width, height = self.turned_size
        across, down = _rotated((x - 0.5) * width, (y - 0.5) * height, self.straighten)
        wide, high = self._straight_size
        x, y = across / wide + 0.5, down / high + 0.5
        return (x - self.crop.left) / self.crop.width, (y - self.crop.top) / self.crop.height

    def to_original(self, x: float, y: float) -> Place:
        """Where a place of the edited photo is on the original."""
        wide, high = self._straight_size
        x, y = self.crop.left + x * self.crop.width, self.crop.top + y * self.crop.height
        across, down = _rotated((x - 0.5) * wide, (y - 0.5) * high, -self.straighten)
        width, height = self.turned_size
        x, y = across / width + 0.5, down / height + 0.5
        for _ in range(self.turns % _FULL_TURN):
            x, y = y, 1 - x
        return x, y

    def box_to_shown(self, box: Box) -> Box:
        """The upright box about a box of the original, as far as the edited photo shows it."""
        return _about([self.to_shown(x, y) for x, y in _corners(box)])

    def box_to_original(self, box: Box) -> Box:
        """The upright box about a box of the edited photo, on the original."""
        return _about([self.to_original(x, y) for x, y in _corners(box)])

    @property
    def from_turned(self) -> Affine:
        """From pixels of the edited photo to the turned one's, as `Image.transform` takes it."""
        wide, high = self._straight_size
        columns, rows = self.size
        radians = math.radians(-self.straighten)
        cos, sin = math.cos(radians), math.sin(radians)
        across, down = self.crop.width * wide / columns, self.crop.height * high / rows
        left, top = (self.crop.left - 0.5) * wide, (self.crop.top - 0.5) * high
        width, height = self.turned_size
        return (
            cos * across, -sin * down, cos * left - sin * top + width / 2,
            sin * across, cos * down, sin * left + cos * top + height / 2,
        )  # fmt: skip

    @property
    def _straight_size(self) -> tuple[float, float]:
        """Sides of the largest frame of the same shape without an empty corner, in pixels."""
        width, height = self.turned_size
        radians = math.radians(abs(self.straighten))
        cos, sin = math.cos(radians), math.sin(radians)
        share = min(width / (width * cos + height * sin), height / (width * sin + height * cos))
        return width * share, height * share


def _rotated(across: float, down: float, degrees: float) -> Place:
    """Clockwise on a screen, whose second axis points down."""
    radians = math.radians(degrees)
    cos, sin = math.cos(radians), math.sin(radians)
    return cos * across - sin * down, sin * across + cos * down


def _corners(box: Box) -> list[Place]:
    return [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]


def _about(places: list[Place]) -> Box:
    xs = [min(max(x, 0.0), 1.0) for x, _ in places]
    ys = [min(max(y, 0.0), 1.0) for _, y in places]
    return Box(min(xs), min(ys), max(xs), max(ys))
