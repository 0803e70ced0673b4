"""The sample closet's photos with what is known of them."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path

from PIL import Image

from closet_app.paths import resources
from closet_app.photo.looks import Measures
from closet_app.photo.measuring import measure

PHOTOS = resources() / "sample" / "photos"
BLURRED = ("img-2065", "pxl-20251122-182815160")
DARK = ("img-2061", "pxl-20251122-182654154")
NEARLY_SAME = (
    ("img-2052", "img-2053"),
    ("pxl-20251122-182748162", "pxl-20251122-182751855"),
)
RETAKEN = (
    ("img-2059", "img-2061"),
    ("img-2063", "img-2065"),
    ("pxl-20251122-182645603", "pxl-20251122-182654154"),
    ("pxl-20251122-182748162", "pxl-20251122-182815160"),
    ("pxl-20251122-182751855", "pxl-20251122-182815160"),
)
TAGS = (
    "img-2044",
    "img-2047",
    "img-2055",
    "img-2057",
    "pxl-20251122-182658513",
    "pxl-20251122-182907657",
)
CLOSE_UPS = ("img-2043", "img-2050", "img-2060", "pxl-20251122-182637603", "pxl-20251122-182806977")


@cache
def swatches() -> tuple[tuple[str, str], ...]:
    text = (resources() / "taxonomy" / "colors.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    listed = [(row["name"], row["hex"]) for row in table["color"]]
    return (*listed, *((name, row["hex"]) for name, row in table["shades"].items()))


def opened(name: str) -> Image.Image:
    with Image.open(PHOTOS / f"{name}.jpg") as image:
        return image.convert("RGB")


@cache
def measured(name: str) -> Measures:
    """Without the nets."""
    image = opened(name)
    return measure(image, image.size, None, swatches()).measures


def session() -> list[str]:
    """The photos of one intake session, in the order they were taken."""
    return sorted(path.stem for path in PHOTOS.iterdir() if path.stem[:3] in {"img", "pxl"})


def pieces(every: int, start: int = 0) -> dict[str, tuple[str, ...]]:
    """Photos of single pieces with their true colors, the main one first."""
    path: Path = PHOTOS.parent / "items.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if ";" not in row["files"]]
    return {
        row["files"].removesuffix(".jpg"): tuple(row["colors"].split("; "))
        for row in rows[start::every]
    }
