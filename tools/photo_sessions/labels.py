"""Sewn-in labels, drawn on the cloth around them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from closet_app.paths import resources

Pixels = NDArray[np.uint8]

_PAPERS = (((244, 242, 236), (30, 30, 32)), ((28, 28, 30), (240, 240, 236)),
           ((232, 220, 196), (52, 36, 24)), ((34, 44, 78), (236, 236, 240)))  # fmt: skip
_BRANDS = (
    "NORTHFIELD",
    "Alder & Sons",
    "LUMEN",
    "petit pas",
    "BRAMBLE",
    "Corvo",
    "HALDEN",
    "Mirelle",
)
_FONTS = ("Inter-Bold.ttf", "Fraunces-SemiBold.ttf", "NotoSans-SemiBold.ttf", "Caveat-Bold.ttf")
_SIZES = ("XS", "S", "M", "L", "XL", "8", "10", "12", "W 32 L 32")
_CLOTHS = ("100% COTTON", "95% COTTON 5% ELASTANE", "100% POLYESTER", "70% WOOL 30% POLYAMIDE")
_CARE = ("MACHINE WASH COLD", "DO NOT BLEACH", "TUMBLE DRY LOW", "IRON LOW")
_MADE = ("MADE IN PORTUGAL", "MADE IN VIETNAM", "MADE IN TURKEY", "MADE IN CHINA")


def draw_label(cloth: Pixels, laid: np.random.Generator, held: np.random.Generator) -> Pixels:
    """`cloth` out of focus with a label on it; `laid` draws the label, `held` how it is held."""
    label = _label(laid)
    height, width = cloth.shape[:2]
    soft = cv2.GaussianBlur(cloth, (0, 0), 2.5)
    share = float(held.uniform(0.6, 0.9)) * width / label.shape[1]
    turn = cv2.getRotationMatrix2D(
        (label.shape[1] / 2, label.shape[0] / 2), float(held.normal(0, 5)), share
    )
    turn[:, 2] += (
        width * held.uniform(0.45, 0.55) - label.shape[1] / 2,
        height * held.uniform(0.42, 0.58) - label.shape[0] / 2,
    )
    ones = np.ones(label.shape[:2], dtype=np.float32)
    alpha = cv2.warpAffine(ones, turn, (width, height))[:, :, None]
    over = cv2.warpAffine(label, turn, (width, height), flags=cv2.INTER_AREA)
    return np.asarray(over * alpha + soft * (1 - alpha), dtype=np.uint8)


def _label(laid: np.random.Generator) -> Pixels:
    paper, ink = _PAPERS[laid.integers(len(_PAPERS))]
    image = Image.new("RGB", (420, int(laid.integers(220, 420))), paper)
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 8, image.width - 9, image.height - 9), outline=ink)
    top = 24
    for text, size, font in _lines(laid):
        face = ImageFont.truetype(str(resources() / "fonts" / font), size)
        if top + size > image.height - 16:
            break
        draw.text((image.width / 2, top), text, fill=ink, font=face, anchor="ma")
        top += round(size * 1.3)
    return np.asarray(image, dtype=np.uint8)


def _lines(laid: np.random.Generator) -> list[tuple[str, int, str]]:
    def one_of(words: tuple[str, ...]) -> str:
        return words[laid.integers(len(words))]

    small = [one_of(_CLOTHS), *_CARE[: laid.integers(0, 4)], one_of(_MADE)]
    large = [(one_of(_BRANDS), 46, one_of(_FONTS)), (one_of(_SIZES), 34, "Inter-Medium.ttf")]
    return large + [(line, 20, "Inter-Medium.ttf") for line in small]
