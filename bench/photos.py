"""Photo intake against one bare Pillow decode of the same file."""

from __future__ import annotations

import io
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from PIL import Image, ImageFilter

from closet_app.photo.recipe import AS_IT_CAME
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import LONGEST, Thumbnails, ThumbSize

ROUNDS = 15
SIZE = (4032, 3024)
GOAL = 2.5


class Figure(TypedDict):
    """One line of the report; `ratio` = `value` / `floor`, to stay at or under `goal`."""

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    goal: float


def measure() -> list[Figure]:
    """12 MP JPEG to stored original and both thumbnails, in milliseconds (median)."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder, "photo.jpg")
        photo.write_bytes(twelve_megapixels())
        floors, values = [], []
        for _ in range(ROUNDS):
            floors.append(_timed(lambda: _bare_decode(photo)))
            values.append(_timed(lambda: _take_in(photo, Path(folder, "closet"))))
            shutil.rmtree(Path(folder, "closet"))
    floor, value = statistics.median(floors), statistics.median(values)
    return [
        Figure(
            name="12 MP photo stored with both thumbnails / bare Pillow draft decode",
            value=value,
            unit="ms",
            floor=floor,
            ratio=value / floor,
            goal=GOAL,
        )
    ]


def twelve_megapixels() -> bytes:
    """A JPEG of a phone's size and detail (about 2 MB) with EXIF, drawn from fixed noise."""
    noise = Image.effect_noise((SIZE[0] // 4, SIZE[1] // 4), 60).resize(SIZE)
    shade = Image.linear_gradient("L").resize(SIZE)
    soft = noise.filter(ImageFilter.GaussianBlur(1))
    exif = Image.Exif()
    exif[0x0112] = 6
    packed = io.BytesIO()
    picture = Image.merge("RGB", (soft, shade, Image.blend(soft, shade, 0.5)))
    picture.save(packed, "JPEG", quality=90, exif=exif)
    return packed.getvalue()


def _bare_decode(photo: Path) -> None:
    with Image.open(photo) as image:
        image.draft("RGB", (LONGEST, LONGEST * SIZE[1] // SIZE[0]))
        image.load()


def _take_in(photo: Path, closet: Path) -> None:
    store = PhotoStore(closet / "photos")
    thumbnails = Thumbnails(closet / "thumbs", store)
    stored = store.take_in(photo, thumbnails)
    assert all(thumbnails.find(stored.sha256, AS_IT_CAME, size) for size in ThumbSize)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    for line in measure():
        print(line)
