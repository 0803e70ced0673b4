"""White balance from a gray patch, and a curve that lifts shadows without losing highlights."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.errors import InvalidValueError
from closet_app.photo.recipe import LEAST_GAIN, MOST_GAIN, MOST_LIGHT, Gains

STRIP = 1_000_000
"""Pixels worked on at once."""
STEEPEST = 4.0
"""How many times darker tones are lifted at light 100; whites stay white, blacks black."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_DARKEST = 0.004
_LEVELS = 256
_STRAIGHT = 0.04045  # below it sRGB is a straight line


def gains_of(image: Image.Image, patch: Box) -> Gains:
    """The gains that make `patch` (gray or white in truth) gray, at the brightness it has.

    Raises InvalidValueError when the place is too dark or too colorful to be that.
    """
    means = _linear_means(image, patch)
    level = sum(weight * mean for weight, mean in zip(_WEIGHTS, means, strict=True))
    if min(means) < _DARKEST:
        raise _no_patch()
    red, green, blue = (level / mean for mean in means)
    if not all(LEAST_GAIN <= gain <= MOST_GAIN for gain in (red, green, blue)):
        raise _no_patch()
    return red, green, blue


def balanced(image: Image.Image, gains: Gains) -> Image.Image:
    """`image` (RGB) with each color multiplied in linear light."""
    table = [_encoded(min(1.0, gain * _linear(at))) for gain in gains for at in range(_LEVELS)]
    return image.point(table)


def lit(image: Image.Image, light: int) -> Image.Image:
    """`image` (RGB) brighter or darker by −100 to 100, its colors as strong as before.

    The brightest of a pixel's colors follows the curve and the others keep their share of it.
    `lit(lit(image, 50), -50)` is nearly the image again.
    """
    import numpy as np

    slope = STEEPEST ** (light / MOST_LIGHT)
    levels = np.arange(_LEVELS, dtype=np.float32) / (_LEVELS - 1)
    factors = np.round(256 * slope / (1 + (slope - 1) * levels)).astype(np.uint16)
    pixels = np.asarray(image)
    made = np.empty_like(pixels)
    for rows in strips(image.size):
        strip = pixels[rows]
        brightest = np.maximum(np.maximum(strip[..., 0], strip[..., 1]), strip[..., 2])
        made[rows] = (strip * factors[brightest][..., None] + np.uint16(128)) >> 8
    return Image.fromarray(made)


def strips(size: tuple[int, int]) -> Iterator[slice]:
    """Rows of a picture of `size` a few at a time, so that a large one needs little memory."""
    width, height = size
    rows = max(1, STRIP // width)
    for top in range(0, height, rows):
        yield slice(top, min(height, top + rows))


def _linear_means(image: Image.Image, patch: Box) -> list[float]:
    width, height = image.size
    left, top = min(int(patch.left * width), width - 1), min(int(patch.top * height), height - 1)
    right, bottom = round(patch.right * width), round(patch.bottom * height)
    part = image.convert("RGB").crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    counts = part.histogram()
    pixels = part.width * part.height
    return [
        sum(counts[channel * _LEVELS + at] * _linear(at) for at in range(_LEVELS)) / pixels
        for channel in range(3)
    ]


def _linear(level: int) -> float:
    """An 8-bit sRGB level as light, 0 to 1 (IEC 61966-2-1)."""
    share = level / 255
    return share / 12.92 if share <= _STRAIGHT else float(((share + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> int:
    share = light * 12.92 if light <= _STRAIGHT / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(share * 255)


def _no_patch() -> InvalidValueError:
    what = "White balance needs a place that is gray or white and not too dark."
    return InvalidValueError(what, field="balance")
