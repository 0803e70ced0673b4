"""A garment cut out of one photo file, without a closet."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from closet_app.errors import MachineError, UserError
from closet_app.photo.cutout import lifted, on_color
from closet_app.photo.decode import open_upright
from closet_app.photo.disk import Disk, write_whole
from closet_app.photo.eyes import Eyes
from closet_app.photo.recipe import Recipe
from closet_app.services.opening import MODELS
from closet_app.wording import tr

CLEAR = "none"
LARGEST = 4_096
"""Pixels of the long side about which a photo is decoded; larger ones are for a printer's wall."""
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_QUALITY = 92


@dataclass(frozen=True, slots=True)
class CutOut:
    """What was written; `share` is how much of the picture is garment, 0 to 1."""

    path: Path
    width: int
    height: int
    share: float


def checked_background(words: str) -> str:
    """`none`, `white`, `linen` or a color as #rrggbb; raises InvalidValueError."""
    named = words.strip().lower()
    return named if named == CLEAR else Recipe(background=named).background or CLEAR


def cut_out(resources: Path, photo: Path, out: Path, background: str = CLEAR) -> CutOut:
    """Write the garment of `photo` on a background (none, white, linen or #rrggbb).

    The format follows the name of `out`; nothing that is there already is replaced.
    Raises UserError, PhotoError, MachineError when the model is missing.
    """
    kind = _checked_kind(out, background)
    color = "" if background == CLEAR else Recipe(background=background).background_hex
    if os.path.lexists(out):
        raise UserError(
            tr("There is a file {name} already.").format(name=out.name),
            safe=tr("It was not touched."),
            remedy=tr("Choose another name."),
        )
    eyes = Eyes(resources / MODELS)
    image = open_upright(photo, at_least=LARGEST)
    mask = eyes.mask(image)
    if mask is None:
        raise MachineError(eyes.missing[-1], safe=tr("Nothing was written."))
    garment = lifted(image, mask)
    _write(on_color(garment, color) if color else garment, kind, out)
    return CutOut(out, image.width, image.height, _share(mask))


def _checked_kind(out: Path, background: str) -> str:
    kind = _KINDS.get(out.suffix.lower(), "")
    if not kind:
        raise UserError(
            tr("A cut-out is written as .png, .webp or .jpg."), remedy=tr("Choose another name.")
        )
    if kind == "JPEG" and background == CLEAR:
        raise UserError(
            tr("A JPEG has no clear background."),
            remedy=tr("Choose a background, or a name that ends in .png."),
        )
    return kind


def _write(picture: Image.Image, kind: str, out: Path) -> None:
    packed = io.BytesIO()
    picture.save(packed, kind, quality=_QUALITY)
    try:
        write_whole(out, packed.getvalue(), Disk())
    except OSError as why:
        raise MachineError(
            tr("{name} cannot be written.").format(name=out.name),
            remedy=tr("Choose another folder."),
        ) from why


def _share(mask: Image.Image) -> float:
    counts = mask.histogram()
    whole = 255 * mask.width * mask.height
    return round(sum(level * count for level, count in enumerate(counts)) / whole, 4)
