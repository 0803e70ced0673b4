from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from closet_app.photo.decode import decode, open_upright, probe
from closet_app.photo.sources import PhotoBytes
from tests.photo.pictures import (
    FORMATS,
    HEIC,
    alike,
    corners_of,
    exif,
    lain,
    noise,
    opened,
    packed,
    quarters,
    written,
)


@pytest.mark.parametrize(("name", "pillow", "options"), FORMATS)
def test_every_format_opens_with_its_own_colours(
    name: str, pillow: str, options: dict[str, Any]
) -> None:
    data = packed(quarters(), pillow, **options)
    decoded = decode(PhotoBytes("whatever.bin", data))
    assert (decoded.facts.format, decoded.image.size) == (name, (96, 64))
    assert decoded.image.mode == "RGB"
    assert alike(corners_of(decoded.image), by=24)


def test_a_phone_heic_is_upright_and_not_turned_again() -> None:
    facts = probe(HEIC)
    assert (facts.format, facts.width, facts.height, facts.orientation) == ("HEIC", 1512, 2016, 1)
    assert facts.has_gps
    assert facts.camera == "Apple iPhone 13"
    zone = timezone(timedelta(hours=-8))
    assert facts.taken_at == datetime(2025, 11, 22, 10, 18, 16, 342000, tzinfo=zone)
    assert open_upright(HEIC, at_least=500).size == (378, 504)


def test_a_heic_named_jpg_is_known_by_its_content(tmp_path: Path) -> None:
    assert probe(written(tmp_path / "IMG_1.JPG", HEIC.read_bytes())).format == "HEIC"


@pytest.mark.parametrize("orientation", range(10))
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_every_orientation_stands_upright_once(format_: str, orientation: int) -> None:
    # 96 × 64 as shown; a decoder that turned twice would swap the sides or the corners.
    data = packed(lain(orientation), format_, exif=exif(orientation).tobytes())
    decoded = decode(PhotoBytes("photo", data))
    assert alike(corners_of(decoded.image), by=40)
    assert decoded.image.size == (decoded.facts.width, decoded.facts.height) == (96, 64)
    facts = probe(data)
    assert (facts.width, facts.height) == (96, 64)


def test_an_orientation_of_255_is_no_turn() -> None:
    assert alike(corners_of(opened(packed(quarters(), exif=exif(255)))), by=24)


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG", "TIFF"])
def test_only_the_first_of_many_pictures_is_shown(format_: str) -> None:
    others = [Image.new("RGB", (96, 64), "black") for _ in range(3)]
    data = packed(quarters(), format_, save_all=True, append_images=others)
    assert alike(corners_of(opened(data)), by=30)


def test_a_phones_double_picture_is_a_jpeg() -> None:
    data = packed(quarters(), "MPO", save_all=True, append_images=[noise(96, 64)], quality=95)
    decoded = decode(PhotoBytes("photo.jpg", data))
    assert decoded.facts.format == "JPEG"
    assert alike(corners_of(decoded.image), by=24)


def test_a_hundred_and_twenty_megapixels_are_taken() -> None:
    data = packed(Image.new("1", (12_000, 10_000), 1), "PNG")
    decoded = decode(PhotoBytes("poster.png", data), at_least=1000)
    assert (decoded.facts.width, decoded.facts.height) == (12_000, 10_000)
    assert decoded.image.size == (1000, 834)


@pytest.mark.parametrize(("format_", "expected"), [("JPEG", (252, 168)), ("PNG", (252, 168))])
def test_a_decode_stops_at_the_pixels_that_will_do(format_: str, expected: tuple[int, int]) -> None:
    data = packed(quarters(1008, 672), format_)
    image = opened(data, at_least=250)
    assert image.size == expected
    assert alike(corners_of(image), by=24)
    assert opened(data, at_least=5000).size == (1008, 672)


def test_what_is_decoded_carries_no_data_of_the_camera() -> None:
    image = opened(packed(quarters(), exif=exif(6, gps=True), comment=b"hello"))
    assert image.info == {}
    assert b"Exif" not in packed(image)
