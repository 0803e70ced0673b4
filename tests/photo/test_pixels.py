from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.photo.pictures import (
    BLUE,
    GREEN,
    RED,
    YELLOW,
    alike,
    corners_of,
    opened,
    packed,
    quarters,
)


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


def test_large_pictures_are_converted_strip_by_strip_without_seams() -> None:
    grey = Image.linear_gradient("L").resize((2100, 2400))
    clear = Image.merge("LA", (grey, Image.new("L", grey.size, 255)))
    image = opened(packed(clear, "PNG", compress_level=1), at_least=1000)
    column = np.asarray(image)[:, 10, 0].astype(int)
    assert image.size == (1050, 1200)
    assert np.abs(np.diff(column)).max() <= 1
