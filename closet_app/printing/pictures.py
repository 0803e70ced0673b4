"""Photos and logos made ready for paper: cropped to their frame, 300 dots to the inch."""

from __future__ import annotations

import io
from enum import Enum
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

_DPI = 300
_QUALITY = 85
_FORMATS = ("JPEG", "PNG", "WEBP")
_WHITE = (255, 255, 255)


class Tones(Enum):
    """What a printer can show: colours, greys, or black dots alone."""

    COLOR = "RGB"
    GREYS = "L"
    DOTS = "1"


def framed_photo(
    path: Path, width: float, height: float, tones: Tones = Tones.COLOR
) -> bytes | None:
    """A picture that covers a frame of so many points, or None when the file is no picture."""
    stamp = _stamp(path)
    if stamp is None:
        return None
    return _framed(str(path), stamp, _dots(width), _dots(height), tones)


def logo(path: Path, width: float, height: float, tones: Tones = Tones.COLOR) -> bytes | None:
    """A PNG no larger than so many points, on white, or None when the file is no picture."""
    stamp = _stamp(path)
    if stamp is None:
        return None
    return _logo(str(path), stamp, _dots(width), _dots(height), tones)


def _dots(points: float) -> int:
    return max(1, round(points / 72 * _DPI))


def _stamp(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=512)
def _framed(path: str, _stamp: int, width: int, height: int, tones: Tones) -> bytes | None:
    picture = _opened(path, width, height)
    if picture is None:
        return None
    covered = ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if tones is Tones.DOTS:
        covered.convert(tones.value).save(out, "PNG")
    else:
        covered.convert(tones.value).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


@lru_cache(maxsize=16)
def _logo(path: str, _stamp: int, width: int, height: int, tones: Tones) -> bytes | None:
    picture = _opened(path, width, height)
    if picture is None:
        return None
    picture.thumbnail((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.convert(tones.value).save(out, "PNG")
    return out.getvalue()


def _opened(path: str, width: int, height: int) -> Image.Image | None:
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            opened.draft("RGB", (width * 2, height * 2))
            return _on_white(ImageOps.exif_transpose(opened))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    ground = Image.new("RGB", clear.size, _WHITE)
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground
