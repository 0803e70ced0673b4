"""A place on a photo."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions of the upright photo's width and height, from its top left."""

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (0 <= self.left <= self.right <= 1 and 0 <= self.top <= self.bottom <= 1):
            raise InvalidValueError("A place on a photo lies within the photo.", field="box")

    @property
    def width(self) -> float:
        """Fraction of the photo's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Fraction of the photo's height."""
        return self.bottom - self.top

    def grown(self, by: float) -> Box:
        """The box with a margin of `by` (a fraction of the photo) on each side, kept inside."""
        return Box(
            max(0.0, self.left - by),
            max(0.0, self.top - by),
            min(1.0, self.right + by),
            min(1.0, self.bottom + by),
        )


WHOLE = Box(0, 0, 1, 1)
