"""The garments that sessions are made of: one picture each, cut out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.paths import resources

Pixels = NDArray[np.uint8]

SIZE = 640
KEPT_FOR_TESTS = 2
"""Every so many-th garment of a category is never trained on."""


@dataclass(frozen=True, slots=True)
class Garment:
    """A garment with its picture's path; `held_out` ones are for measuring only."""

    name: str
    category: str
    path: Path
    held_out: bool


def garments() -> tuple[Garment, ...]:
    """The 120 single pieces of the sample closet, half of each category held out."""
    found = sorted((resources() / "sample" / "photos").glob("*-[01][0-9].jpg"))
    return tuple(_garment(path) for path in found)


def chosen(*, held_out: bool) -> Sequence[Garment]:
    """The garments of one side; the two share none."""
    return [garment for garment in garments() if garment.held_out is held_out]


@cache
def picture_of(garment: Garment) -> Pixels:
    """The upright RGB pixels, the long side `SIZE`."""
    with Image.open(garment.path) as image:
        rgb = image.convert("RGB")
    scale = SIZE / max(rgb.size)
    size = round(rgb.width * scale), round(rgb.height * scale)
    return np.asarray(rgb.resize(size, Image.Resampling.LANCZOS), dtype=np.uint8)


@cache
def mask_of(garment: Garment) -> NDArray[np.float32]:
    """Where the garment is on its picture, 0 to 1."""
    picture = picture_of(garment)
    small = cv2.resize(picture, (320, 320), interpolation=cv2.INTER_AREA).astype(np.float32)
    scaled = (small / max(float(small.max()), 1.0) - (0.485, 0.456, 0.406)) / (0.229, 0.224, 0.225)
    net = _cutter()
    net.setInput(scaled.transpose(2, 0, 1)[None].astype(np.float32))
    found = net.forward().reshape(-1, 320, 320)[0]
    found = (found - found.min()) / max(float(found.max() - found.min()), 1e-6)
    whole = cv2.resize(found, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(whole * 1.6 - 0.3, 0, 1), dtype=np.float32)


@cache
def _cutter() -> cv2.dnn.Net:
    return cv2.dnn.readNetFromONNX(str(resources() / "models" / "u2netp.onnx"))


def _garment(path: Path) -> Garment:
    category, _, number = path.stem.rpartition("-")
    return Garment(path.stem, category, path, int(number) % KEPT_FOR_TESTS == 0)
