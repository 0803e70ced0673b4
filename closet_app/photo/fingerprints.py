"""Perceptual fingerprints: photos of the same framing have nearly the same 64 bits."""

from __future__ import annotations

import numpy as np

from closet_app.photo.lab import Bytes

_SIDE, _KEPT = 32, 8
_PLAIN = 0.02
"""Waves weaker than a gray level are noise: a plain picture has no bit set."""
_HAZE = 20
"""Gray levels added before the logarithm: what is nearly black differs by the sensor's noise."""

SAME_FRAMING = 8
"""Bits: two photos that differ in no more show the same thing from the same place."""
SAME_MOMENT = 11
"""Bits for two photos of one minute: one of them may be dark, or shaken."""
MOMENT = 60
"""Seconds."""


def fingerprint_of(gray: Bytes) -> str:
    """64 bits of the slow waves of a gray picture (DCT), as 16 hexadecimal digits.

    Waves of the logarithm of gray, without their mean: a darker photo has nearly the same print.
    """
    import cv2

    half = max(1, gray.shape[1] // 2), max(1, gray.shape[0] // 2)
    small = gray
    for size in (half, (_SIDE, _SIDE)):
        small = np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    shades = np.log(np.asarray(small, dtype=np.float32) + _HAZE)
    slow = np.asarray(cv2.dct(shades))[:_KEPT, 1 : _KEPT + 1].ravel()
    bits = (slow > np.median(slow)) & (np.abs(slow) > _PLAIN)
    return np.packbits(bits).tobytes().hex()


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def nearly_same(one: str, other: str, seconds_apart: float | None = None) -> bool:
    """Whether two photos are of one framing; `seconds_apart` None when a time is not known."""
    together = seconds_apart is not None and abs(seconds_apart) <= MOMENT
    return distance(one, other) <= (SAME_MOMENT if together else SAME_FRAMING)
