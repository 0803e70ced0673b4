from __future__ import annotations

from datetime import UTC, datetime

import pytest

from closet_app.photo.decode import decode, probe
from closet_app.photo.sources import PhotoBytes
from tests.photo.pictures import (
    CAMERA_IFD,
    alike,
    corners_of,
    exif,
    noise,
    packed,
    quarters,
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "broken",
    [
        b"Exif\0\0garbage that is no header",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40,
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0",
    ],
    ids=["no header", "endless", "cyclic"],
)
def test_broken_camera_data_does_not_hide_the_picture(broken: bytes) -> None:
    decoded = decode(PhotoBytes("photo.jpg", packed(quarters(), quality=95, exif=broken)))
    assert alike(corners_of(decoded.image), by=24)
    assert decoded.facts.taken_at is None


def test_the_time_of_a_camera_without_a_zone_is_local() -> None:
    facts = probe(packed(quarters(), exif=exif(taken="2025:11:22 10:15:26")))
    assert facts.taken_at == datetime(2025, 11, 22, 10, 15, 26)  # noqa: DTZ001 - the point


def test_the_time_of_a_camera_keeps_zone_and_fractions() -> None:
    data = exif(taken="2025:11:22 10:15:26")
    data.get_ifd(CAMERA_IFD)[0x9011] = "+00:00"
    data.get_ifd(CAMERA_IFD)[0x9291] = "07"
    assert probe(packed(quarters(), exif=data)).taken_at == datetime(
        2025, 11, 22, 10, 15, 26, 70_000, tzinfo=UTC
    )


@pytest.mark.parametrize("time", ["0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday"])
def test_a_time_that_is_none_is_left_unknown(time: str) -> None:
    assert probe(packed(quarters(), exif=exif(taken=time))).taken_at is None


def test_a_place_in_the_camera_data_or_beside_it_is_noticed() -> None:
    assert probe(packed(quarters(), exif=exif(gps=True))).has_gps
    assert probe(packed(quarters(), xmp=b"<x exif:GPSLatitude='45,30N'/>")).has_gps
    assert not probe(packed(quarters(), exif=exif(6))).has_gps


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Apple", "iPhone 13", "Apple iPhone 13"),
        ("Canon", "Canon EOS R6", "Canon EOS R6"),
        ("Evil\x1b[31m\n", "\x7fCam\x00era  2\x07", "Evil [31m Cam era 2"),
        ("M" * 300, "phone", "M" * 80),
        ("", "", ""),
    ],
    ids=["two words", "make in the model", "control characters", "too long", "silent"],
)
def test_the_camera_is_one_short_printable_line(make: str, model: str, camera: str) -> None:
    data = exif()
    data[0x010F], data[0x0110] = make, model
    assert probe(packed(quarters(), exif=data)).camera == camera


def test_probing_reads_the_header_alone() -> None:
    data = packed(noise(), "PNG")
    facts = probe(data[:200])
    assert (facts.format, facts.width, facts.height) == ("PNG", 320, 240)
