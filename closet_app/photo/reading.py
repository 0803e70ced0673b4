"""All that takes longer to see on one photo: tag text, codes, and the colors of the cut-out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.errors import MachineError
from closet_app.photo.codes import read_codes
from closet_app.photo.looks import Code, ColorShare, Reading, TextLine
from closet_app.photo.palette import Swatches, colors_of
from closet_app.photo.tags import read_lines

READ_BY = 1
"""Stored beside a reading; those of an older version are read anew."""

LONGEST = 1_600
"""Pixels of the long side that are enough to read a tag; larger copies are made smaller."""

_SHORTEST = 16  # below this there is nothing to read
_LINES_OF_A_TAG = 4  # a photo with so many lines shows a tag: there is no garment to cut out
_SUBJECT_FROM = 128  # of 255: from here a pixel of the cut-out is garment
_COLORED_FROM = 0.02  # of the photo: a smaller cut-out is none


class Cutter(Protocol):
    """What cuts garments out; None when its model is missing, which `missing` says."""

    def mask(self, image: Image.Image) -> Image.Image | None: ...

    @property
    def missing(self) -> tuple[str, ...]: ...


def read(image: Image.Image, eyes: Cutter | None, swatches: Swatches) -> Reading:
    """Read an upright RGB copy of a photo; never fails, `missing` says what could not be done."""
    missing: list[str] = []
    copy = _copy(image)
    if min(copy.size) < _SHORTEST:
        return Reading()
    lines: tuple[TextLine, ...] = ()
    with _said_in(missing):
        lines = read_lines(copy)
    codes: tuple[Code, ...] = read_codes(copy, slanting=bool(lines))
    mask = None
    if eyes and len(lines) < _LINES_OF_A_TAG:
        mask = eyes.mask(copy)
        missing.extend(eyes.missing if mask is None else ())
    colors, subject = _garment(copy, mask, swatches)
    return Reading(lines, codes, colors, subject, tuple(dict.fromkeys(missing)))


@contextmanager
def _said_in(missing: list[str]) -> Iterator[None]:
    try:
        yield
    except MachineError as why:
        missing.append(str(why))


def _copy(image: Image.Image) -> Image.Image:
    copy = image.convert("RGB")
    if max(copy.size) > LONGEST:
        copy.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX, reducing_gap=2.0)
    return copy


def _garment(
    image: Image.Image, mask: Image.Image | None, swatches: Swatches
) -> tuple[tuple[ColorShare, ...], Box | None]:
    """Colors and place of the cut-out garment; nothing where there is no cut-out."""
    if mask is None:
        return (), None
    inside = mask.convert("L").point(lambda level: 255 if level >= _SUBJECT_FROM else 0)
    around = inside.getbbox()
    if around is None or _share(inside) < _COLORED_FROM:
        return (), None
    left, top, right, bottom = around
    wide, high = mask.size
    box = Box(left / wide, top / high, right / wide, bottom / high)
    return colors_of(image, mask, swatches), box


def _share(inside: Image.Image) -> float:
    white = inside.histogram()[255]
    return white / (inside.width * inside.height)
