"""Pictures and logos of card designs: PNG originals, and what of an SVG may be drawn."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from closet_app.errors import UserError
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.services.closet import Closet
from closet_app.wording import tr

MOST_PIXELS = 2_400
"""Of the long side: a card 8 inches wide at 300 dots to the inch."""
LARGEST_SVG = 512 * 1024
_PNG_NAME = "picture.png"
_REFUSED = (
    re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE),
    re.compile(rb"<\?(?!xml\s)", re.IGNORECASE),
    re.compile(
        rb"<\s*(?:\w+:)?(?:script|foreignObject|image|use|iframe|audio|video|a|feImage)\b",
        re.IGNORECASE,
    ),
    re.compile(rb"\bhref\s*=\s*[\"']?\s*(?![\"'#\s])", re.IGNORECASE),
    re.compile(rb"url\s*\(\s*[\"']?\s*(?!#)", re.IGNORECASE),
    re.compile(rb"@import|\bjavascript:|\bon\w+\s*=", re.IGNORECASE),
    re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)", re.IGNORECASE),
)
"""Entities, links, programs and pictures from elsewhere; references into the file itself stay."""


def take_picture(closet: Closet, source: Source) -> Path:
    """Keep a picture for a design as a PNG original and return its path.

    Raises PhotoError for what is no whole photo, MachineError when the disk refuses.
    """
    from closet_app.photo.decode import open_upright

    image = open_upright(source)
    image.thumbnail((MOST_PIXELS, MOST_PIXELS))
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    stored = closet.photos.take_in(PhotoBytes(_PNG_NAME, out.getvalue()))
    return closet.photos.path_of(stored.sha256)


def harmless_svg(path: Path) -> bytes:
    """The drawing in an SVG file, for the window to draw as PNG.

    Raises UserError for one with entities, links, programs or pictures, and for a large one.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_SVG + 1)
    except OSError as error:
        raise UserError(tr("{name} cannot be read.").format(name=path.name)) from error
    if len(data) > LARGEST_SVG:
        raise _refused(path, tr("it is larger than 512 kB"))
    if b"\0" in data or not re.search(rb"<(?:\w+:)?svg[\s>]", data):
        raise _refused(path, tr("it is no SVG drawing"))
    if any(each.search(data) for each in _REFUSED):
        raise _refused(path, tr("it holds links, entities or programs"))
    return data


def _refused(path: Path, why: str) -> UserError:
    words = tr("{name} is not taken as a logo: {why}.")
    return UserError(
        words.format(name=path.name, why=why),
        safe=tr("Nothing was changed."),
        remedy=tr("Save it as PNG and choose that."),
    )
