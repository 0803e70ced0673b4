from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from closet_app.errors import PhotoError
from closet_app.paths import resources
from closet_app.photo.decode import decode
from closet_app.photo.eyes import Eyes
from closet_app.photo.look_json import measures_from_json, measures_to_json
from closet_app.photo.looks import Fault
from closet_app.photo.measuring import Measured, measure, vector_of
from closet_app.photo.sources import PhotoBytes
from tests.photo.pictures import HEIC, exif, noise, packed, quarters
from tests.photo.samples import opened, swatches


def measured(data: bytes, name: str = "photo.jpg") -> Measured:
    decoded = decode(PhotoBytes(name, data), at_least=1000)
    size = decoded.facts.width, decoded.facts.height
    return measure(decoded.image, size, None, swatches())


def is_sane(found: Measured) -> bool:
    measures = found.measures
    numbers = (measures.quality.sharpness, measures.quality.brightness, measures.quality.contrast)
    return (
        all(0 <= number <= 1 for number in numbers)
        and len(measures.fingerprint) == 16
        and 1 <= len(measures.colors) <= 5
        and measures_from_json(measures_to_json(measures)) == measures
    )


def animated() -> bytes:
    frames = [quarters(120, 90), quarters(120, 90).rotate(180)]
    return packed(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)


def deep() -> bytes:
    ramp = np.linspace(0, 65_535, 160 * 120).reshape(120, 160).astype(np.uint16)
    return packed(Image.fromarray(ramp), "PNG")


def hostile() -> bytes:
    data = exif(9_999, gps=True, taken="<b>0000:99:99</b>")
    data[0x010F] = "\x00" * 5_000
    return packed(quarters(160, 120), exif=data, comment=b"%s%n" * 4_000)


GOOD: dict[str, Callable[[], bytes]] = {
    "mislabelled": lambda: packed(quarters(200, 300), "PNG"),
    "animated": animated,
    "CMYK": lambda: packed(quarters(160, 120).convert("CMYK")),
    "16 bit": deep,
    "palette": lambda: packed(quarters(160, 120).convert("P"), "PNG"),
    "gray with alpha": lambda: packed(quarters(160, 120).convert("LA"), "PNG"),
    "clear": lambda: packed(Image.new("RGBA", (160, 120)), "PNG"),
    "bilevel": lambda: packed(noise(160, 120).convert("1"), "PNG"),
    "hostile": hostile,
    "one pixel": lambda: packed(Image.new("RGB", (1, 1), "red")),
    "one column": lambda: packed(Image.new("RGB", (1, 5000), "red")),
    "one row": lambda: packed(Image.new("RGB", (5000, 1), "red")),
    "narrow": lambda: packed(noise(16, 3000)),
    "tiny": lambda: packed(noise(16, 24)),
    "black": lambda: packed(Image.new("RGB", (640, 480))),
    "white": lambda: packed(Image.new("RGB", (640, 480), "white")),
    "phone": HEIC.read_bytes,
}


@pytest.mark.parametrize("make", GOOD.values(), ids=GOOD.keys())
def test_any_photo_that_opens_is_measured(make: Callable[[], bytes]) -> None:
    assert is_sane(measured(make()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        packed(quarters(400, 300))[:-200],
        packed(noise(400, 300), "PNG")[:900],
        b"%PDF-1.7" + bytes(800),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["empty", "three bytes", "cut JPEG", "cut PNG", "PDF", "drawing"],
)
def test_any_other_file_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(PhotoError, match=r"photo\.jpg .+\."):
        measured(data)


def test_a_huge_photo_is_measured_by_a_smaller_copy() -> None:
    huge = packed(Image.new("RGB", (10_000, 8_000), (90, 120, 60)), quality=60)
    found = measured(huge).measures
    assert found.quality.shortest == 8_000
    assert found.colors[0].name == "Green"


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "CMYK", "1", "I;16"])
def test_other_modes_are_taken_as_they_look(mode: str) -> None:
    assert is_sane(measure(Image.new(mode, (90, 120)), (90, 120), None, swatches()))


@pytest.mark.parametrize("size", [(375, 500), (675, 900), (750, 1000), (780, 1040), (1499, 1999)])
def test_the_size_of_the_copy_hardly_matters(size: tuple[int, int]) -> None:
    photo = opened("dress-01").resize((1500, 2000), Image.Resampling.BICUBIC)
    whole = measure(photo, (3000, 4000), None, swatches()).measures
    copy = photo.resize(size, Image.Resampling.LANCZOS)
    found = measure(copy, (3000, 4000), None, swatches()).measures
    assert found.quality.faults == whole.quality.faults == ()
    assert [color.name for color in found.colors] == [color.name for color in whole.colors]
    assert found.subject.left == pytest.approx(whole.subject.left, abs=0.05)
    assert found.subject.bottom == pytest.approx(whole.subject.bottom, abs=0.05)


def test_threads_measure_alike() -> None:
    photos = [opened(name) for name in ("dress-03", "hat-09", "shirt-11", "shoes-05")] * 3
    alone = [measure(photo, photo.size, None, swatches()) for photo in photos]
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(lambda one: measure(one, one.size, None, swatches()), photos))
    assert together == alone


def test_what_the_nets_see_is_kept_small() -> None:
    eyes, photo = Eyes(resources() / "models"), opened("dress-01")
    found = measure(photo, photo.size, eyes, swatches())
    vector, kept = eyes.embed(photo), vector_of(found.vector)
    assert vector is not None
    assert kept is not None
    assert len(found.vector) == 2 * vector.size
    assert float(kept @ vector) > 0.999
    assert found.measures.categories[0].name == "dress"
    assert found.measures.categories == eyes.categories(vector)
    assert found.measures.departments == eyes.departments(vector)


def test_without_the_nets_the_rest_is_measured(tmp_path: Path) -> None:
    found = measure(quarters(), (96, 64), Eyes(tmp_path), swatches())
    assert (found.vector, vector_of(found.vector)) == (b"", None)
    assert (found.measures.categories, found.measures.departments) == ((), ())
    assert found == measure(quarters(), (96, 64), None, swatches())
    assert found.measures.quality.faults == (Fault.TOO_SMALL,)
