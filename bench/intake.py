"""A phone's session on its way to groups, against decoding, hashing and copying the same files."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from bench.memory import peak_megabytes
from closet_app.paths import resources
from closet_app.photo.batch import WORKERS
from closet_app.photo.thumbnails import LONGEST
from closet_app.services import intake
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import create_closet
from closet_app.services.records import Shop

T = TypeVar("T")

PHOTOS, EACH, READ = 124, 5, 8
MANY, MANY_SIZE = 1_000, (1_600, 1_200)
SIZE = (4032, 3024)
DRAWN = 31
GOAL = 2.0
VIEW_GOAL = 50.0
MEMORY_GOAL = 250.0
START = datetime(2026, 11, 21, 10)  # noqa: DTZ001 - cameras note local times
TODAY = date(2026, 11, 22)


def measure() -> list[dict[str, Any]]:
    """Seconds until a session can be worked on, milliseconds of its view, seconds of a reading."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = shoot(folder / "DCIM", PHOTOS, SIZE)
        floor = _timed(lambda: _bare(files, folder / "copies"))[0]
        closet = _closet(folder / "closet")
        taken, intake_id = _timed(lambda: _until_usable(closet, files))
        shown = min(_timed(lambda: intake.view(closet, intake_id))[0] for _ in range(5))
        read = _timed(lambda: _read_some(closet, intake_id))[0]
        closet.close()
    return [
        {
            "name": f"{PHOTOS} photos of 12 MP until Intake can be worked on / bare draft decode,"
            " SHA-256 and copy",
            "value": taken,
            "unit": "s",
            "floor": floor,
            "ratio": taken / floor,
            "goal": GOAL,
        },
        {
            "name": f"Intake of {PHOTOS} photos shown again",
            "value": shown * 1_000,
            "unit": "ms",
            "goal": VIEW_GOAL,
        },
        {
            "name": "tags, codes and colors of one photo, read behind the import",
            "value": read / READ,
            "unit": "s",
        },
        {
            "name": f"memory that an intake of {MANY:,} photos takes beyond one of {PHOTOS}",
            "value": _grown(MANY) - _grown(PHOTOS),
            "unit": "MB",
            "goal": MEMORY_GOAL,
        },
    ]


def shoot(folder: Path, count: int, size: tuple[int, int]) -> list[Path]:
    """So many JPEGs of garments with times of a session: a piece every five photos."""
    folder.mkdir(parents=True)
    sources = sorted((resources() / "sample" / "photos").glob("[ip][mx][gl]-*.jpg"))
    pictures = [_picture(source, size) for source in sources[: min(DRAWN, count)]]
    files = []
    moment = START
    for at in range(count):
        exif = Image.Exif()
        exif[0x0132] = f"{moment:%Y:%m:%d %H:%M:%S}"
        files.append(folder / f"IMG_{at:04}.JPG")
        # The pixels are drawn once; another time makes another file of them.
        pictures[at % len(pictures)].save(files[-1], "JPEG", quality=88, exif=exif)
        moment += timedelta(minutes=2) if at % EACH == EACH - 1 else timedelta(seconds=6)
    return files


def _picture(source: Path, size: tuple[int, int]) -> Image.Image:
    """A sample photo at a phone's size, with a sensor's grain on it."""
    with Image.open(source) as image:
        large = image.convert("RGB").resize(size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((size[0] // 4, size[1] // 4), 40).resize(size)
    return Image.blend(large, Image.merge("RGB", (grain, grain, grain)), 0.08)


def _bare(files: Sequence[Path], target: Path) -> None:
    target.mkdir()
    with ThreadPoolExecutor(WORKERS) as workers:
        assert len(list(workers.map(lambda file: _bare_one(file, target), files))) == len(files)


def _bare_one(file: Path, target: Path) -> str:
    with Image.open(file) as image:
        image.draft("RGB", (LONGEST, LONGEST * SIZE[1] // SIZE[0]))
        image.load()
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    shutil.copyfile(file, target / digest)
    return digest


def _closet(folder: Path) -> Closet:
    shop = Shop(name="Juniper Lane", sku_pattern="JL-{0000}")
    return create_closet(folder, shop, resources(), fixed_clock(TODAY))


def _until_usable(closet: Closet, files: Sequence[Path]) -> int:
    intake_id, changed = intake.begin(closet, files)
    assert not changed.problems
    assert intake.view(closet, intake_id).photo_count == len(files)
    return intake_id


def _read_some(closet: Closet, intake_id: int) -> None:
    photos = [photo for group in intake.view(closet, intake_id).groups for photo in group.photos]
    intake.leave_out(closet, [photo.ref.id for photo in photos[READ:]])
    assert not intake.read_behind(closet, intake_id)


def _grown(count: int) -> float:
    """The most memory, in MB, that a process of its own takes for so many photos."""
    with tempfile.TemporaryDirectory() as name:
        shoot(Path(name, "DCIM"), count, MANY_SIZE)
        words = [sys.executable, "-m", "bench.intake", name]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _most_memory(folder: Path) -> float:
    closet = _closet(folder / "closet")
    _until_usable(closet, sorted((folder / "DCIM").iterdir()))
    closet.close()
    return peak_megabytes()


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


if __name__ == "__main__":
    print(_most_memory(Path(sys.argv[1])))
