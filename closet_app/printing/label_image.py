"""Marketplace labels that come as pictures, on pages of 4 × 6 inches."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps

from closet_app.errors import InvalidValueError
from closet_app.printing.label_pdf import HEIGHT, WIDTH

FORMATS = {"PNG": "png", "JPEG": "jpg"}
"""The kinds of picture that are taken, by Pillow's names, with their extensions."""
_MOST_PIXELS = 60_000_000


def require_label_image(data: bytes) -> str:
    """The extension of a picture that can be kept as a label; raises InvalidValueError."""
    return FORMATS[_opened(data)[1]]


def image_label_page(data: bytes) -> bytes:
    """A kept picture as one page of 4 × 6 inches, upright and as large as it fits."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    picture, _ = _opened(data)
    if picture.width > picture.height:
        picture = picture.transpose(Image.Transpose.ROTATE_270)
    scale = min(WIDTH / picture.width, HEIGHT / picture.height)
    wide, tall = picture.width * scale, picture.height * scale
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle("Shipping label")
    place = ((WIDTH - wide) / 2, (HEIGHT - tall) / 2)
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
