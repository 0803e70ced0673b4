"""How a photo is edited on its way out; the original stays as it came."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from closet_app.domain.boxes import WHOLE, Box
from closet_app.errors import InvalidValueError
from closet_app.photo.strokes import MOST_POINTS, Stroke

FULL_TURN = 4
MOST_STRAIGHTENED = 45
MOST_LIGHT = 100
LEAST_GAIN, MOST_GAIN = 0.25, 4.0
LEAST_CROP = 0.01
"""Fraction of a side that a crop leaves at least."""
LONGEST_TEXT = 200_000
"""Characters of JSON; the longest that can be written has half of them."""

NO_BACKGROUND = ""
BACKGROUNDS = {"white": "#ffffff", "linen": "#faf7f2"}
"""Backgrounds with a name; any other is #rrggbb."""

Gains = tuple[float, float, float]

_HEX = re.compile(r"#[0-9a-f]{6}")
_CROP_DIGITS, _GAIN_DIGITS, _DEGREE_DIGITS = 5, 4, 2


@dataclass(frozen=True, slots=True)
class Recipe:
    """An edit as a value, applied in this order to the photo standing upright.

    `balance` multiplies red, green and blue (in linear light), `light` of −100 to 100 darkens or
    brightens, `background` (white, linen or #rrggbb) replaces what is not the garment, whose
    outline `strokes` repair; then come `turns` quarter turns clockwise, `straighten` degrees
    clockwise with the empty corners cut away, and `crop`, a place on the photo as it then is.
    """

    turns: int = 0
    straighten: float = 0.0
    crop: Box | None = None
    light: int = 0
    balance: Gains | None = None
    background: str = NO_BACKGROUND
    strokes: tuple[Stroke, ...] = ()

    def __post_init__(self) -> None:
        """Raises InvalidValueError; values are rounded to what is written."""
        if self.turns not in range(FULL_TURN):
            raise InvalidValueError("A photo is turned by 0 to 3 quarter turns.", field="turns")
        if not -MOST_STRAIGHTENED <= self.straighten <= MOST_STRAIGHTENED:
            what = "A photo is straightened by at most 45 degrees."
            raise InvalidValueError(what, field="straighten")
        if not -MOST_LIGHT <= self.light <= MOST_LIGHT:
            raise InvalidValueError("Light goes from −100 to 100.", field="light")
        if sum(len(stroke.points) for stroke in self.strokes) > MOST_POINTS:
            what = "This photo holds no more strokes of the repair brush."
            raise InvalidValueError(what, field="strokes", remedy="Take some back first.")
        object.__setattr__(self, "straighten", round(self.straighten, _DEGREE_DIGITS) or 0.0)
        object.__setattr__(self, "crop", _crop_at_rest(self.crop))
        object.__setattr__(self, "balance", _balance_at_rest(self.balance))
        object.__setattr__(self, "background", _checked_background(self.background))

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """Read what `to_json` wrote; empty text is the unedited photo.

        Raises InvalidValueError for broken text and for edits this version does not know, since a
        photo shown without its crop could show what the seller cut away.
        """
        values = _values(text)
        if set(values) - {field.name for field in fields(cls)}:
            what = "This photo was edited with a newer version of Closet."
            raise InvalidValueError(what, field="recipe", remedy="Update Closet to show this edit.")
        return cls(**{name: _READERS[name](value) for name, value in values.items()})

    def to_json(self) -> str:
        """The canonical text: keys in order, no spaces, values at rest left out."""
        plain: dict[str, object] = {
            "turns": self.turns,
            "straighten": self.straighten,
            "crop": self.crop
            and [self.crop.left, self.crop.top, self.crop.right, self.crop.bottom],
            "light": self.light,
            "balance": self.balance and list(self.balance),
            "background": self.background,
            "strokes": [stroke.to_values() for stroke in self.strokes],
        }
        changed = {name: value for name, value in plain.items() if value}
        return json.dumps(changed, sort_keys=True, separators=(",", ":"))

    @property
    def key(self) -> str:
        """Sixteen hexadecimal digits that only this edit has, for the names of thumbnails."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    @property
    def cuts_out(self) -> bool:
        """Whether the garment is cut out, for which a model is needed."""
        return self.background != NO_BACKGROUND

    @property
    def background_hex(self) -> str:
        """The background's color as #rrggbb; empty when the photo keeps its own."""
        return BACKGROUNDS.get(self.background, self.background)

    def turned(self, quarters: int = 1) -> Recipe:
        """The recipe with so many more quarter turns clockwise; negative ones turn back.

        The crop turns with the photo.
        """
        crop = self.crop
        for _ in range(quarters % FULL_TURN):
            crop = crop and Box(1 - crop.bottom, crop.left, 1 - crop.top, crop.right)
        return replace(self, turns=(self.turns + quarters) % FULL_TURN, crop=crop)

    def with_stroke(self, stroke: Stroke) -> Recipe:
        """The recipe with one more stroke; raises InvalidValueError when there are too many."""
        return replace(self, strokes=(*self.strokes, stroke))

    def not_cut_out(self) -> Recipe:
        """All of the edit but a new background; strokes wait for another one."""
        return replace(self, background=NO_BACKGROUND)

    def shared_with_others(self, other: Recipe) -> Recipe:
        """`other`, a photo of the same piece, in this one's light, balance and background."""
        return replace(other, light=self.light, balance=self.balance, background=self.background)


def _crop_at_rest(crop: Box | None) -> Box | None:
    if crop is None:
        return None
    sides = (crop.left, crop.top, crop.right, crop.bottom)
    rounded = Box(*(round(side, _CROP_DIGITS) for side in sides))
    if rounded.width < LEAST_CROP or rounded.height < LEAST_CROP:
        raise InvalidValueError("A crop leaves a part of the photo.", field="crop")
    return None if rounded == WHOLE else rounded


def _balance_at_rest(balance: Gains | None) -> Gains | None:
    if balance is None:
        return None
    red, green, blue = (round(gain, _GAIN_DIGITS) for gain in balance)
    if not all(LEAST_GAIN <= gain <= MOST_GAIN for gain in (red, green, blue)):
        what = "White balance changes each color at most four times."
        raise InvalidValueError(what, field="balance")
    return None if red == green == blue == 1 else (red, green, blue)


def _checked_background(background: str) -> str:
    named = background.lower()
    if named == NO_BACKGROUND or named in BACKGROUNDS or _HEX.fullmatch(named):
        return named
    what = "A background is white, linen, or a color like #aabbcc."
    raise InvalidValueError(what, field="background")


def _values(text: str) -> dict[str, object]:
    if len(text) > LONGEST_TEXT:
        raise _broken()
    try:
        values = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise _broken() from error
    if not isinstance(values, dict):
        raise _broken()
    return values


def _whole(value: object) -> int:
    if type(value) is not int:
        raise _broken()
    return value


def _number(value: object) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):  # type: ignore[arg-type]  # just seen
        raise _broken()
    return float(value)  # type: ignore[arg-type]  # seen above


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _broken()
    return value


def _numbers(value: object, count: int) -> list[float]:
    if not isinstance(value, list) or len(value) != count:
        raise _broken()
    return [_number(each) for each in value]


def _gains(value: object) -> Gains:
    red, green, blue = _numbers(value, 3)
    return red, green, blue


def _strokes(value: object) -> tuple[Stroke, ...]:
    if not isinstance(value, list):
        raise _broken()
    return tuple(Stroke.from_values(each) for each in value)


def _broken() -> InvalidValueError:
    return InvalidValueError("The edit of this photo cannot be read.", field="recipe")


_READERS: dict[str, Callable[[object], Any]] = {
    "turns": _whole,
    "straighten": _number,
    "crop": lambda value: Box(*_numbers(value, 4)),
    "light": _whole,
    "balance": _gains,
    "background": _text,
    "strokes": _strokes,
}

AS_IT_CAME = Recipe()
