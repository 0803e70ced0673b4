"""The light in which a photo is neither dark nor washed out."""

from __future__ import annotations

from PIL import Image, ImageStat

from closet_app.photo.light import lit

WANTED = 0.6
"""Mean brightness (0 to 1) of a garment on a light wall, as the photos of good listings have it."""
LEAST, MOST = -50, 80
_SIDE = 160


def fitting_light(image: Image.Image) -> int:
    """The light (see `Recipe`) that brings the mean of `image` nearest to `WANTED`."""
    small = image.convert("RGB")
    small.thumbnail((_SIDE, _SIDE))
    low, high = LEAST, MOST
    while high - low > 1:
        middle = (low + high) // 2
        if _mean(lit(small, middle)) < WANTED:
            low = middle
        else:
            high = middle
    return min(low, high, key=lambda light: abs(_mean(lit(small, light)) - WANTED))


def _mean(image: Image.Image) -> float:
    return float(ImageStat.Stat(image.convert("L")).mean[0]) / 255
