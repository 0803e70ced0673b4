"""Small pictures with known corners, in every format and mode."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from closet_app.photo.decode import open_upright
from closet_app.photo.sources import PhotoBytes

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 40), (30, 40, 220), (230, 220, 40)
CORNERS = (RED, GREEN, BLUE, YELLOW)
HEIC = Path(__file__).parents[1] / "data" / "photos" / "phone.heic"

ORIENTATION, GPS_IFD, CAMERA_IFD = 0x0112, 0x8825, 0x8769

FORMATS: list[tuple[str, str, dict[str, Any]]] = [
    ("JPEG", "JPEG", {"quality": 95, "subsampling": 0}),
    ("JPEG", "JPEG", {"quality": 95, "progressive": True}),
    ("PNG", "PNG", {}),
    ("WebP", "WEBP", {"lossless": True}),
    ("WebP", "WEBP", {"quality": 95}),
    ("AVIF", "AVIF", {"quality": 95}),
    ("TIFF", "TIFF", {}),
    ("TIFF", "TIFF", {"compression": "tiff_lzw"}),
    ("GIF", "GIF", {}),
    ("BMP", "BMP", {}),
]

_UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green, blue and yellow quarters, in reading order."""
    image = Image.new("RGB", (width, height))
    for number, color in enumerate(CORNERS):
        left, top = (number % 2) * width // 2, (number // 2) * height // 2
        image.paste(color, (left, top, left + width // 2, top + height // 2))
    return image


def lain(orientation: int, width: int = 96, height: int = 64) -> Image.Image:
    """The quarters as a camera stores them that notes `orientation`."""
    image = quarters(width, height)
    return image.transpose(_UNDO[orientation]) if orientation in _UNDO else image


def noise(width: int = 320, height: int = 240) -> Image.Image:
    values = np.random.default_rng(7).integers(0, 255, (height // 8, width // 8, 3), np.uint8)
    return Image.fromarray(np.kron(values, np.ones((8, 8, 1), np.uint8)))


def packed(image: Image.Image, format_: str = "JPEG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format_, **options)
    return stream.getvalue()


def exif(orientation: int = 1, *, gps: bool = False, taken: str = "") -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    if gps:
        place = data.get_ifd(GPS_IFD)
        place[1], place[2] = "N", (45.0, 30.0, 15.0)
        place[3], place[4] = "W", (122.0, 40.0, 30.0)
    if taken:
        data.get_ifd(CAMERA_IFD)[0x9003] = taken
    return data


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def corners_of(image: Image.Image) -> list[tuple[int, ...]]:
    """The colour in the middle of each quarter, in reading order."""
    width, height = image.size
    places = [(x * width // 4, y * height // 4) for y in (1, 3) for x in (1, 3)]
    return [tuple(np.asarray(image)[y, x].tolist()) for x, y in places]


def alike(
    found: list[tuple[int, ...]],
    expected: tuple[tuple[int, int, int], ...] = CORNERS,
    by: int = 12,
) -> bool:
    """Whether all colours agree but for what compression changes."""
    return all(
        abs(one - other) <= by
        for pair in zip(found, expected, strict=True)
        for one, other in zip(*pair, strict=True)
    )


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def opened(data: bytes, name: str = "photo.jpg", at_least: int | None = None) -> Image.Image:
    return open_upright(PhotoBytes(name, data), at_least=at_least)
