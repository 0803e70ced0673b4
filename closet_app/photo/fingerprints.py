"""Perceptual fingerprints: photos of the same framing have nearly the same 64 bits."""

from __future__ import annotations

import numpy as np
from PIL import Image

_SIDE, _KEPT = 32, 8


def fingerprint_of(image: Image.Image) -> str:
    """64 bits of the low frequencies of the gray picture (DCT), as 16 hexadecimal digits.

    The mean brightness has no bit; a plain picture is all zeros.
    """
    import cv2

    gray = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    waves = cv2.dct(np.asarray(gray, dtype=np.float32))[: _KEPT + 1, : _KEPT + 1]
    low = waves[:_KEPT, 1 : _KEPT + 1].ravel()
    bits = (low > np.median(low)) & (np.abs(low) > 1)
    return np.packbits(bits).tobytes().hex()


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
