"""Pixels in OKLab, where distance is close to what the eye sees (B. Ottosson, 2020)."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    dtype=np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    dtype=np.float32,
)


_STRAIGHT_LIGHT, _STRAIGHT_VALUE = 0.0031308, 0.04045
"""Up to here sRGB is a straight line (IEC 61966-2-1)."""


def lab_of(rgb: NDArray[Any]) -> Floats:
    """8-bit sRGB of any shape (…, 3) as OKLab: lightness 0 to 1, then green–red, blue–yellow."""
    cones = _linear()[rgb] @ _TO_CONES.T
    lab: Floats = np.cbrt(cones) @ _TO_LAB.T
    return lab


def rgb_of(lab: NDArray[Any]) -> Bytes:
    """OKLab as 8-bit sRGB; colors out of its range are cut to it."""
    cones = (np.asarray(lab, dtype=np.float64) @ np.linalg.inv(_TO_LAB).T) ** 3
    light = np.clip(cones @ np.linalg.inv(_TO_CONES).T, 0, 1)
    curved = np.where(light <= _STRAIGHT_LIGHT, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    colors: Bytes = np.round(curved * 255).astype(np.uint8)
    return colors


def hex_of(lab: NDArray[Any]) -> str:
    """One OKLab color as `#RRGGBB`."""
    return "#" + bytes(rgb_of(lab)).hex().upper()


def lab_of_hex(swatch: str) -> Floats:
    """`#RRGGBB` as OKLab; raises ValueError for other text."""
    return lab_of(np.frombuffer(bytes.fromhex(swatch.removeprefix("#")), dtype=np.uint8)[:3])


@cache
def _linear() -> Floats:
    """Light of each 8-bit value of sRGB."""
    values = np.arange(256, dtype=np.float64) / 255
    curved = np.where(values <= _STRAIGHT_VALUE, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return curved.astype(np.float32)
