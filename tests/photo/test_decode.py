from __future__ import annotations

import re
import struct
import zlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from closet_app.errors import PhotoError
from closet_app.photo.decode import MEGAPIXELS, decode, open_upright, probe
from closet_app.photo.sources import PhotoBytes
from tests.photo.pictures import (
    BLUE,
    CAMERA_IFD,
    GREEN,
    HEIC,
    RED,
    YELLOW,
    alike,
    corners_of,
    exif,
    lain,
    noise,
    packed,
    quarters,
    written,
)

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


def opened(data: bytes, name: str = "photo.jpg", at_least: int | None = None) -> Image.Image:
    return open_upright(PhotoBytes(name, data), at_least=at_least)


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


def on_white(color: tuple[int, int, int], alpha: int) -> tuple[int, int, int]:
    return tuple((part * alpha + 255 * (255 - alpha)) // 255 for part in color)  # type: ignore[return-value]


def with_alpha() -> Image.Image:
    image = quarters().convert("RGBA")
    alpha = Image.new("L", image.size, 255)
    alpha.paste(0, (0, 0, 48, 32))
    alpha.paste(128, (48, 0, 96, 32))
    image.putalpha(alpha)
    return image


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "TIFF"])
def test_what_is_clear_becomes_white(format_: str) -> None:
    options = {"lossless": True} if format_ == "WEBP" else {}
    image = opened(packed(with_alpha(), format_, **options))
    assert alike(corners_of(image), ((255, 255, 255), on_white(GREEN, 128), BLUE, YELLOW), by=2)


def test_grey_with_alpha_lies_on_white() -> None:
    image = Image.new("LA", (96, 64), (10, 0))
    assert corners_of(opened(packed(image, "PNG"))) == [(255, 255, 255)] * 4


@pytest.mark.parametrize("format_", ["PNG", "GIF", "TIFF", "BMP"])
def test_a_palette_keeps_its_colours(format_: str) -> None:
    image = quarters().quantize(8)
    assert alike(corners_of(opened(packed(image, format_))), by=8)


def test_a_clear_colour_of_a_palette_becomes_white() -> None:
    image = quarters().quantize(8)
    clear = image.getpixel((10, 10))
    found = corners_of(opened(packed(image, "PNG", transparency=clear)))
    assert alike(found, ((255, 255, 255), GREEN, BLUE, YELLOW), by=8)


def test_a_cmyk_jpeg_shows_its_own_colours() -> None:
    found = corners_of(opened(packed(quarters().convert("CMYK"), "JPEG", quality=95)))
    assert alike(found, by=16)


def test_ycbcr_and_lab_tiffs_show_their_colours() -> None:
    assert alike(corners_of(opened(packed(quarters().convert("YCbCr"), "TIFF"))), by=8)
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.profileToProfile(quarters(), srgb, lab, outputMode="LAB")
    assert image is not None
    assert alike(corners_of(opened(packed(image, "TIFF"))), by=8)


@pytest.mark.parametrize("format_", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_keep_their_steps(format_: str) -> None:
    steps = np.linspace(0, 65535, 64, dtype=np.uint16)
    image = Image.fromarray(np.tile(steps, (32, 1)))
    row = np.asarray(opened(packed(image, format_)))[0, :, 0]
    assert np.abs(row.astype(int) - np.linspace(0, 255, 64)).max() <= 1


@pytest.mark.parametrize("brightest", [1.0, 255.0, 65535.0, 1e6])
def test_floating_point_pictures_are_brought_to_eight_bits(brightest: float) -> None:
    values = np.tile(np.linspace(0, brightest, 64, dtype=np.float32), (32, 1))
    row = np.asarray(opened(packed(Image.fromarray(values), "TIFF")))[0, :, 0]
    assert (row[0], row[-1]) == (0, 255)
    assert abs(int(row[32]) - 130) <= 2


def test_floating_point_nothings_are_black() -> None:
    values = np.full((32, 64), np.nan, dtype=np.float32)
    assert corners_of(opened(packed(Image.fromarray(values), "TIFF"))) == [(0, 0, 0)] * 4


def test_whole_numbers_of_32_bits_are_brought_to_eight() -> None:
    values = np.tile(np.linspace(0, 65535, 64, dtype=np.int32), (32, 1))
    row = np.asarray(opened(packed(Image.fromarray(values), "TIFF")))[0, :, 0]
    assert (row[0], row[-1]) == (0, 255)


@pytest.mark.parametrize("format_", ["PNG", "TIFF", "BMP"])
def test_black_and_white_stays_black_and_white(format_: str) -> None:
    image = Image.new("1", (96, 64), 1)
    image.paste(0, (0, 0, 48, 64))
    white, black = (255, 255, 255), (0, 0, 0)
    found = corners_of(opened(packed(image, format_)))
    assert found == [black, white, black, white]


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


def swapped_profile() -> bytes:
    """An sRGB profile whose red and green primaries are exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    first, second = data[red + 4 : red + 12], data[green + 4 : green + 12]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = second, first
    named = bytes(data)
    for spelling in ("utf-16-be", "ascii"):
        named = named.replace("sRGB".encode(spelling), "odd!".encode(spelling))
    return named


def test_a_photos_own_colour_profile_is_brought_to_srgb() -> None:
    data = packed(Image.new("RGB", (96, 64), RED), "PNG", icc_profile=swapped_profile())
    red, green, _ = corners_of(opened(data))[0]
    assert green > red + 100


def test_a_grey_profile_on_a_colour_photo_is_ignored() -> None:
    profile = swapped_profile().replace(b"RGB XYZ", b"GRAYXYZ")
    assert alike(corners_of(opened(packed(quarters(), "PNG", icc_profile=profile))), by=2)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_broken_colour_profile_is_passed_over(format_: str) -> None:
    data = packed(quarters(), format_, icc_profile=b"no profile at all" * 20)
    assert alike(corners_of(opened(data)), by=40)


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
    ("start", "words"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "a PostScript drawing"),
        (b"8BPS\0\x01", "a Photoshop file"),
        (b"SIMPLE  =                    T", "a FITS file"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'>", "an SVG drawing"),
        (b"<!DOCTYPE html><html><body>", "a web page"),
        (b"MZ\x90\0", "a program"),
        (b"\x7fELF\x02", "a program"),
        (b"PK\x03\x04", "an archive"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "a video"),
        (b"II*\0\x10\0\0\0CR\x02\0", "a camera raw file"),
        (b"\xff\x0a\xfa", "a JPEG XL picture"),
    ],
)
def test_what_is_no_photo_is_refused_by_what_it_is(
    tmp_path: Path, start: bytes, words: str
) -> None:
    path = written(tmp_path / "holiday.jpg", start + b" " * 2000)
    with pytest.raises(PhotoError) as caught:
        probe(path)
    assert caught.value.what == f"holiday.jpg is {words}, not a photo."
    assert (caught.value.path, caught.value.safe) == (path, "Nothing was stored.")
    assert caught.value.remedy.startswith("Choose a JPEG")


def test_text_named_like_a_photo_is_not_a_photo(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match=r"^list\.png is not a photo\."):
        open_upright(written(tmp_path / "list.png", b"Blue jeans, 12 dollars\n" * 50))


def test_a_raw_file_in_tiff_clothing_is_refused_rather_than_its_preview_taken() -> None:
    tags = {50706: b"\x01\x04\0\0"}
    data = packed(quarters(), "TIFF", tiffinfo=tags)
    with pytest.raises(PhotoError, match="camera raw"):
        opened(data)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match=r"IMG_1\.jpg is empty\."):
        probe(written(tmp_path / "IMG_1.jpg", b""))
    with pytest.raises(PhotoError, match="is empty"):
        opened(b"")


TRUNCATED = [(pillow, options) for _, pillow, options in FORMATS]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("share", [0.03, 0.2, 0.5, 0.9, 0.98])
@pytest.mark.parametrize(("pillow", "options"), TRUNCATED)
def test_part_of_a_photo_is_refused_as_such(
    pillow: str, options: dict[str, Any], share: float
) -> None:
    data = packed(noise(), pillow, **options)
    with pytest.raises(PhotoError, match="holds only part of this photo"):
        opened(data[: int(len(data) * share)], at_least=64)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.999])
def test_part_of_a_heic_is_refused_as_such(share: float) -> None:
    data = HEIC.read_bytes()
    with pytest.raises(PhotoError, match="holds only part of this photo"):
        opened(data[: int(len(data) * share)])


def test_a_photo_with_spoilt_bytes_is_refused_as_damaged() -> None:
    data = bytearray(packed(noise(), "PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(PhotoError, match="is damaged and cannot be opened"):
        opened(bytes(data))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("pillow", "options"), TRUNCATED)
def test_any_changed_bytes_are_accepted_or_refused_by_a_sentence(
    pillow: str, options: dict[str, Any]
) -> None:
    whole = packed(noise(64, 48), pillow, **options)
    random = np.random.default_rng(3)
    for _ in range(60):
        data = bytearray(whole)
        for place in random.integers(12, len(data), 4):
            data[place] = int(random.integers(0, 256))
        assert outcome(bytes(data)) in {"RGB", "PhotoError"}


def outcome(data: bytes) -> str:
    try:
        return opened(data, at_least=64).mode
    except PhotoError as error:
        return type(error).__name__


def png_header(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(12_001, 10_000), (60_000, 60_000), (2_000_000, 1_000)])
def test_a_bomb_is_refused_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(PhotoError) as caught:
        opened(png_header(*size))
    assert caught.value.what == (
        f"photo.jpg is too large: photos of up to {MEGAPIXELS} megapixels are taken."
    )


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


def test_large_pictures_are_converted_strip_by_strip_without_seams() -> None:
    grey = Image.linear_gradient("L").resize((2100, 2400))
    clear = Image.merge("LA", (grey, Image.new("L", grey.size, 255)))
    image = opened(packed(clear, "PNG", compress_level=1), at_least=1000)
    column = np.asarray(image)[:, 10, 0].astype(int)
    assert image.size == (1050, 1200)
    assert np.abs(np.diff(column)).max() <= 1


def test_what_is_decoded_carries_no_data_of_the_camera() -> None:
    image = opened(packed(quarters(), exif=exif(6, gps=True), comment=b"hello"))
    assert image.info == {}
    assert b"Exif" not in packed(image)


def test_probing_reads_the_header_alone() -> None:
    data = packed(noise(), "PNG")
    facts = probe(data[:200])
    assert (facts.format, facts.width, facts.height) == ("PNG", 320, 240)


def test_a_name_that_cannot_be_printed_is_shown_with_signs_instead(tmp_path: Path) -> None:
    source = PhotoBytes("a\nb\u202ec\udcff.jpg", b"text")
    with pytest.raises(PhotoError, match=re.escape("a\ufffdb\ufffdc")):
        open_upright(source)
