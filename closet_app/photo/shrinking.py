"""Making pictures smaller, in the time that taking in a thousand of them leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from closet_app.photo.lab import Bytes


@dataclass(frozen=True, slots=True)
class Copies:
    """The sRGB pixels of one decode, height × width × 3, and half of them, for all who need them.

    Threads of an import work on arrays side by side; on Pillow's own pixels some of them wait.
    """

    whole: Bytes
    half: Bytes


def copies_of(image: Image.Image) -> Copies:
    """The arrays of an RGB picture."""
    import numpy as np

    whole = np.asarray(image)
    return Copies(whole, _resized(whole, _half_of(image.size)))


def halved(image: Image.Image) -> Image.Image:
    """Half of an RGB picture, an odd last row or column taken along."""
    return shrunk(image, _half_of(image.size))


def shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A copy of `size`, which is no larger.

    Down to half of an RGB picture the mean of two by two pixels is enough: beside a filter over
    all of them it differs by 47 dB (median of 40 photos, 38 dB at worst), in a fifth of the time.
    """
    if image.mode != "RGB" or 2 * size[0] < image.width or 2 * size[1] < image.height:
        return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    import numpy as np

    return Image.fromarray(_resized(np.asarray(image), size))


def _resized(pixels: Bytes, size: tuple[int, int]) -> Bytes:
    import cv2
    import numpy as np

    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR_EXACT), np.uint8)


def _half_of(size: tuple[int, int]) -> tuple[int, int]:
    return max(1, size[0] // 2), max(1, size[1] // 2)
