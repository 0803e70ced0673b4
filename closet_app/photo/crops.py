"""A place on a photo as a small picture of its own."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.photo.decode import open_upright

QUALITY = 88
LEAST = 8
"""Pixels that a crop has at least on each side, however small its place is."""


def crop_jpeg(path: Path, box: Box, longest: int) -> bytes:
    """The JPEG of `box` of the upright photo, no side over `longest` pixels.

    The photo is decoded no larger than the crop needs. Raises PhotoError and MachineError.
    """
    share = max(box.width, box.height, 0.01)
    image = open_upright(path, at_least=round(longest / share))
    crop = image.crop(_pixels(box, image.size))
    crop.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    packed = io.BytesIO()
    crop.convert("RGB").save(packed, "JPEG", quality=QUALITY)
    return packed.getvalue()


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box in whole pixels, at least `LEAST` of them where the photo has so many."""
    spans = []
    for low, high, whole in ((box.left, box.right, size[0]), (box.top, box.bottom, size[1])):
        least = min(LEAST, whole)
        begin = min(int(low * whole), whole - least)
        spans.append((begin, max(round(high * whole), begin + least)))
    (left, right), (top, bottom) = spans
    return left, top, min(right, size[0]), min(bottom, size[1])
