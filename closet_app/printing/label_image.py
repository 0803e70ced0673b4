"""Marketplace labels that come as pictures, on pages of 4 × 6 inches."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps

from closet_app.errors import InvalidValueError
from closet_app.printing.label_pdf import HEIGHT, WIDTH, cuts, label_pages

FORMATS = {"PNG": "png", "JPEG": "jpg"}
"""The kinds of picture that are taken, by Pillow's names, with their extensions."""
_MOST_PIXELS = 60_000_000
_SHEETS = ((612.0, 792.0), (595.28, 841.89))
_SLACK = 0.015
"""By what part a picture of a whole sheet may be off its shape."""


def require_label_image(data: bytes) -> str:
    """The extension of a picture that can be kept as a label; raises InvalidValueError."""
    return FORMATS[_opened(data)[1]]


def image_label_page(data: bytes) -> bytes:
    """A kept picture as pages of 4 × 6 inches, upright and as large as it fits.

    The picture of a whole sheet is cut as a sheet is, where a label is seen on it.
    """
    picture, _ = _opened(data)
    for size in _SHEETS:
        if _has_shape(picture, size):
            sheet = _on_page(picture, size)
            if any(cut.found for cut in cuts(sheet)):
                return label_pages(sheet)
    if picture.width > picture.height:
        picture = picture.transpose(Image.Transpose.ROTATE_270)
    return _on_page(picture, (WIDTH, HEIGHT))


def _has_shape(picture: Image.Image, size: tuple[float, float]) -> bool:
    wanted = size[0] / size[1]
    return abs(picture.width / picture.height / wanted - 1) <= _SLACK


def _on_page(picture: Image.Image, size: tuple[float, float]) -> bytes:
    """The picture in the middle of a page of so many points."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    scale = min(size[0] / picture.width, size[1] / picture.height)
    wide, tall = picture.width * scale, picture.height * scale
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.setTitle("Shipping label")
    place = ((size[0] - wide) / 2, (size[1] - tall) / 2)
    canvas.drawImage(ImageReader(picture), *place, wide, tall)
    canvas.save()
    return out.getvalue()


def _opened(data: bytes) -> tuple[Image.Image, str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    raise InvalidValueError("This picture is too large to print.", field="label")
                kind = str(opened.format)
                return _on_white(ImageOps.exif_transpose(opened)), kind
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError,
            Image.DecompressionBombWarning) as error:  # fmt: skip
        raise InvalidValueError(
            "This picture is damaged and cannot be printed.",
            field="label",
            remedy="Download the label again.",
        ) from error


def _on_white(picture: Image.Image) -> Image.Image:
    clear = picture.convert("RGBA")
    ground = Image.new("RGB", clear.size, "white")
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground
