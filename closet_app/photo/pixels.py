"""Any decoded picture as 8-bit sRGB on white, a strip at a time so that memory stays bounded."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from functools import partial
from typing import Literal

from PIL import Image, ImageCms

from closet_app.photo.facts import PILLOW_FAULTS

STRIP = 4_000_000
"""Pixels converted at once."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DEEP = ("I", "F")
_WHITE = (255, 255, 255)

Converter = Callable[[Image.Image], Image.Image]


def turned_upright(image: Image.Image, orientation: int) -> Image.Image:
    """Apply an EXIF orientation of 1 to 8 to the pixels."""
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def to_rgb(image: Image.Image, factor: int = 1) -> Image.Image:
    """`image` in sRGB on white, its sides divided by `factor` (box filter), without metadata."""
    convert = _converter(image)
    if image.mode == "RGB" and convert is _as_it_is:
        return image.reduce(factor) if factor > 1 else image
    width, height = image.size
    rows = max(1, STRIP // width // factor) * factor
    whole = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    for top in range(0, height, rows):
        strip = convert(image.crop((0, top, width, min(height, top + rows))))
        whole.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return whole


def _converter(image: Image.Image) -> Converter:
    if image.mode.startswith("I;16"):
        return partial(_scaled, scale=1 / 257)
    if image.mode in _DEEP:
        return partial(_scaled, scale=_scale_of(image))
    if image.mode == "LAB":
        return partial(_profiled, transform=_transform(_made("LAB"), "LAB"))
    transform = _own_transform(image)
    if transform is not None:
        return partial(_profiled, transform=transform)
    return _as_it_is if image.mode == "RGB" and not image.has_transparency_data else _plain


def _as_it_is(strip: Image.Image) -> Image.Image:
    return strip


def _plain(strip: Image.Image) -> Image.Image:
    return _on_white(strip) if strip.has_transparency_data else strip.convert("RGB")


def _on_white(strip: Image.Image) -> Image.Image:
    clear = strip.convert("RGBA")
    paper = Image.new("RGB", strip.size, _WHITE)
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _scaled(strip: Image.Image, scale: float) -> Image.Image:
    import numpy as np

    values = np.nan_to_num(np.asarray(strip, dtype=np.float32)) * np.float32(scale)
    return Image.fromarray(np.clip(values + 0.5, 0, 255).astype(np.uint8)).convert("RGB")


def _scale_of(image: Image.Image) -> float:
    """The factor to 0..255, by the narrowest usual range (0..1, 8 or 16 bit) that holds all."""
    extremes = image.getextrema()
    brightest = extremes[1]
    if not isinstance(brightest, int | float) or not math.isfinite(brightest) or brightest <= 0:
        return 1.0
    for top in (1, 255, 65_535):
        if brightest <= top and not (top == 1 and image.mode == "I"):
            return 255 / top
    return 255 / float(brightest)


def _profiled(strip: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    mode = transform.input_mode
    plain = strip if strip.mode == mode else _plain(strip).convert(mode)
    result = ImageCms.applyTransform(plain, transform)
    return result if result is not None else plain.convert("RGB")


def _own_transform(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    """From the picture's own colours to sRGB; None without a valid profile or when it is sRGB."""
    data = image.info.get("icc_profile")
    if not isinstance(data, bytes) or not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        if "sRGB" in ImageCms.getProfileDescription(profile):
            return None
        return _transform(profile, _profile_mode(image, profile.profile.xcolor_space.strip()))
    except (ImageCms.PyCMSError, *PILLOW_FAULTS):
        return None


def _profile_mode(image: Image.Image, space: str) -> str:
    modes = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
    mode = modes[space]
    if (mode == "CMYK") != (image.mode == "CMYK"):
        raise ValueError(space)
    if mode == "L" and image.mode not in {"1", "L", "LA", "La"}:
        raise ValueError(space)
    return mode


def _transform(profile: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(profile, _made("sRGB"), mode, "RGB")


def _made(space: Literal["LAB", "sRGB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space))
