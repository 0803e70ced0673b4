"""Photo intake against one bare Pillow decode of the same files."""

from __future__ import annotations

import hashlib
import io
import shutil
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

from PIL import Image, ImageFilter

from bench.memory import forget_peak, peak_megabytes
from closet_app.paths import resources
from closet_app.photo.batch import take_in_all
from closet_app.photo.keeping import Keeping
from closet_app.photo.recipe import AS_IT_CAME
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import LONGEST, Thumbnails, ThumbSize

ROUNDS = 15
IMPORTS = 5
IMPORT_GOAL = 0.5
SIZE = (4032, 3024)
GOAL = 2.5


class Figure(TypedDict, total=False):
    """One line of the report; `ratio` = `value` / `floor`, to stay at or under `goal`.

    With `more_is_better` at or over it.
    """

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    goal: float
    more_is_better: bool


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
        *_import(),
        Figure(
            name="12 MP photo stored with both thumbnails / bare Pillow draft decode",
            value=value,
            unit="ms",
            floor=floor,
            ratio=value / floor,
            goal=GOAL,
        ),
    ]


def _import() -> list[Figure]:
    """How fast many photos come in with thumbnails and measures, and what a thousand grow to."""
    with tempfile.TemporaryDirectory() as folder:
        photos = _phone_photos(Path(folder, "phone"))
        # In turn, so that other work on the machine weighs on both alike.
        works = (_bare_import, _whole_import)
        rounds = [[_each(photos, work) for work in works] for _ in range(IMPORTS)]
        bare, kept = (1_000 / statistics.median(side) for side in zip(*rounds, strict=True))
        grown = _grown(photos)
    fast = _figure(
        "12 MP photos imported a second, thumbnails and measures made"
        " / bare draft decode, SHA-256, copy",
        kept,
        "photos",
        bare,
        IMPORT_GOAL,
    )
    return [
        Figure(**fast, more_is_better=True),
        _figure("memory: 1,000 photos imported / the first 40", grown[1], "MB", grown[0], 1.25),
    ]


def _figure(name: str, value: float, unit: str, floor: float, goal: float) -> Figure:
    return Figure(name=name, value=value, unit=unit, floor=floor, ratio=value / floor, goal=goal)


def _phone_photos(folder: Path) -> list[Path]:
    """The sample's session, each photo at a phone's 12 megapixels."""
    folder.mkdir()
    for photo in sorted((resources() / "sample" / "photos").glob("img-*.jpg")):
        with Image.open(photo) as image:
            size = SIZE if image.width > image.height else SIZE[::-1]
            image.resize(size, Image.Resampling.BICUBIC).save(folder / photo.name, quality=92)
    return sorted(folder.iterdir())


def _each(photos: Sequence[Path], run: Callable[[Sequence[Path], Path], None]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return _timed(lambda: run(photos, Path(folder))) / len(photos)


def _bare_import(photos: Sequence[Path], folder: Path) -> None:
    def take(photo: Path) -> None:
        hashlib.sha256(photo.read_bytes()).hexdigest()
        shutil.copyfile(photo, folder / photo.name)
        _bare_decode(photo)

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(take, photos))


def _whole_import(photos: Sequence[Path], folder: Path) -> None:
    store = PhotoStore(folder / "photos")
    keeping = Keeping(Thumbnails(folder / "thumbs", store), None, _swatches())
    stored, problems = take_in_all(photos, store, keeping)
    assert not problems
    assert len(keeping.measured) == len(stored) == len(photos)


def _grown(photos: Sequence[Path]) -> tuple[float, float]:
    """Peak memory in MB after forty photos and after a thousand; most of these are small ones."""
    with tempfile.TemporaryDirectory() as folder:
        small = [_small(Path(folder), number) for number in range(960)]
        forget_peak()
        _each([*photos, *small[: 40 - len(photos)]], _whole_import)
        early = peak_megabytes()
        _each([*photos, *small], _whole_import)
        return early, peak_megabytes()


def _small(folder: Path, number: int) -> Path:
    path = folder / f"{number}.png"
    Image.new("RGB", (640, 480), (number % 256, number // 256 * 60, 90)).save(path)
    return path


def _swatches() -> list[tuple[str, str]]:
    text = (resources() / "taxonomy" / "colors.toml").read_text(encoding="utf-8")
    return [(row["name"], row["hex"]) for row in tomllib.loads(text)["color"]]


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
