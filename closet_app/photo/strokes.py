"""The repair brush as data: where a seller added to what was cut out, or erased from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from closet_app.errors import InvalidValueError

MOST_POINTS = 4_000
"""Of all strokes of one photo; they stay under 80 KB of JSON."""
LEAST_RADIUS, MOST_RADIUS = 0.001, 0.5
_DIGITS = 4
_THINNED = 0.2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke over the upright, unedited photo.

    `points` are fractions of its width and height, `radius` a fraction of its longer side.
    """

    points: tuple[Point, ...]
    radius: float
    adds: bool = True

    def __post_init__(self) -> None:
        if not LEAST_RADIUS <= self.radius <= MOST_RADIUS:
            raise _refused()
        if not 0 < len(self.points) <= MOST_POINTS:
            raise _refused()
        if not all(-1 <= place <= 2 for place in chain.from_iterable(self.points)):  # noqa: PLR2004 - a brush goes past the edge
            raise _refused()
        points = tuple((round(x, _DIGITS), round(y, _DIGITS)) for x, y in self.points)
        object.__setattr__(self, "points", points)
        object.__setattr__(self, "radius", round(self.radius, _DIGITS))

    @classmethod
    def through(cls, points: Sequence[Point], radius: float, *, adds: bool) -> Stroke:
        """The stroke along `points`, without those that its round brush covers anyway."""
        return cls(_thinned(points, radius * _THINNED), radius, adds)

    @classmethod
    def from_values(cls, values: object) -> Stroke:
        """Read what `to_values` made; raises InvalidValueError."""
        if not isinstance(values, dict) or set(values) != {"adds", "at", "radius"}:
            raise _refused()
        adds, places, radius = values["adds"], values["at"], values["radius"]
        if type(adds) is not bool or not isinstance(places, list) or not _are_numbers([radius]):
            raise _refused()
        if not _are_numbers(places) or len(places) % 2:
            raise _refused()
        pairs = zip(places[::2], places[1::2], strict=True)
        return cls(tuple((float(x), float(y)) for x, y in pairs), float(radius), adds)

    def to_values(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"adds": self.adds, "at": [*chain(*self.points)], "radius": self.radius}


def _thinned(points: Sequence[Point], tolerance: float) -> tuple[Point, ...]:
    """Each point that lies more than `tolerance` from the one kept before it, and the last."""
    kept = [*points[:1]]
    for x, y in points[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) > tolerance:
            kept.append((x, y))
    if len(points) > 1 and kept[-1] != points[-1]:
        kept.append(points[-1])
    return tuple(kept)


def _are_numbers(values: Sequence[object]) -> bool:
    return all(type(value) in (int, float) for value in values)


def _refused() -> InvalidValueError:
    return InvalidValueError("A stroke of the repair brush cannot be read.", field="strokes")
