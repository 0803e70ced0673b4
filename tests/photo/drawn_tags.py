"""Sewn-in labels drawn for the tests: cloth, letters, and a phone held any way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from closet_app.paths import resources

CLOTH, LABEL, INK = (96, 108, 128), (243, 240, 232), (40, 38, 44)
WIDE, HIGH = 900, 700


def drawn_tag(lines: Sequence[str], font: str = "Inter-SemiBold", tilt: float = 0) -> Image.Image:
    """A label on cloth with the first line large; `tilt` in degrees."""
    label = Image.new("RGB", (WIDE, HIGH), CLOTH)
    pen = ImageDraw.Draw(label)
    pen.rectangle((110, 60, WIDE - 110, HIGH - 60), fill=LABEL)
    top = 95
    for number, line in enumerate(lines):
        size = 84 if number == 0 else 44 if number == 1 else 32
        face = ImageFont.truetype(resources() / "fonts" / f"{font}.ttf", size)
        width = pen.textlength(line, face)
        pen.text(((WIDE - width) / 2, top), line, INK, face)
        top += round(size * 1.55)
    return label.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=CLOTH)


def dim_and_noisy(tag: Image.Image) -> Image.Image:
    """The same by lamplight, a little out of focus, with the noise of a small camera."""
    soft = np.asarray(tag.filter(ImageFilter.GaussianBlur(1.2)), np.float32)
    noise = np.random.default_rng(7).normal(0, 9, soft.shape)
    return Image.fromarray(np.clip(soft * 0.32 + 12 + noise, 0, 255).astype(np.uint8))
