"""Photo sessions as a phone leaves them: small photos of real pieces with times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from PIL import Image

from tests.closets import PHOTOS
from tests.photo.pictures import exif, packed

START = datetime(2026, 11, 21, 10, 0, 0)  # noqa: DTZ001 - cameras note local times
BETWEEN, WITHIN = timedelta(minutes=2), timedelta(seconds=6)
PIECES: tuple[tuple[str, ...], ...] = (
    ("img-2041", "img-2042", "img-2043"),
    ("img-2045", "img-2047"),
    ("img-2048", "img-2049", "img-2050"),
    ("img-2052", "img-2053"),
)
"""Photos of the sample closet, piece by piece as they were taken."""
SMALL = 240


def shoot(
    folder: Path,
    pieces: Sequence[Sequence[str]] = PIECES,
    *,
    start: datetime = START,
    prefix: str = "IMG_",
    first: int = 1001,
) -> list[Path]:
    """Write one photo after the other as a phone does; returns the files in order."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    moment = start
    for piece in pieces:
        for name in piece:
            path = folder / f"{prefix}{first + len(files)}.JPG"
            path.write_bytes(_photo(name, f"{moment:%Y:%m:%d %H:%M:%S}"))
            files.append(path)
            moment += WITHIN
        moment += BETWEEN
    return files


@cache
def _photo(name: str, taken: str) -> bytes:
    with Image.open(PHOTOS / f"{name}.jpg") as image:
        small = image.convert("RGB")
    small.thumbnail((SMALL, SMALL))
    return packed(small, quality=80, exif=exif(taken=taken))
