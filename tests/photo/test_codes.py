"""Barcodes and QR codes on photos."""

from __future__ import annotations

import math

import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from closet_app.photo.codes import read_codes

DRAWN = [
    ("QRCode", "JL-0412", "QR"),
    ("UPCA", "036000291452", "UPC-A"),
    ("EAN13", "4006381333931", "EAN-13"),
    ("EAN8", "96385074", "EAN-8"),
    ("Code128", "BIN B-04", "Code 128"),
    ("Code39", "JL-0412", "Code 39"),
]


def drawn(kind: str, text: str, scale: int = 4) -> Image.Image:
    """A code on a card on a table."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    art = Image.fromarray(np.asarray(zxingcpp.write_barcode_to_image(code, scale=scale)))
    card = Image.new("RGB", (900, 700), (150, 130, 110))
    paper = Image.new("RGB", (art.width + 80, art.height + 80), "white")
    paper.paste(art.convert("RGB"), (40, 40))
    card.paste(paper, ((900 - paper.width) // 2, 120))
    return card


@pytest.mark.parametrize(("kind", "text", "name"), DRAWN)
@pytest.mark.parametrize("degrees", [0, 90, 180, 14])
def test_a_code_is_read_in_any_direction(kind: str, text: str, name: str, degrees: int) -> None:
    photo = drawn(kind, text).rotate(degrees, expand=True, fillcolor=(150, 130, 110))

    (code,) = read_codes(photo)

    assert (code.format, code.text) == (name, text)
    assert code.box.width > 0 or code.box.height > 0


@pytest.mark.parametrize("degrees", [45, 62, -30])
def test_bars_that_run_slantwise_are_read_where_they_are(degrees: int) -> None:
    photo = drawn("EAN13", "4006381333931").rotate(degrees, expand=True, fillcolor=(150, 130, 110))
    around, above = math.radians(degrees), 350 - 220  # the bars stand above the middle
    across = 0.5 - above * math.sin(around) / photo.width
    down = 0.5 - above * math.cos(around) / photo.height

    (code,) = read_codes(photo, slanting=True)

    assert code.text == "4006381333931"
    middle = (code.box.left + code.box.right) / 2, (code.box.top + code.box.bottom) / 2
    assert math.dist(middle, (across, down)) < 0.08


def test_a_short_code_that_is_seen_once_is_doubted() -> None:
    upc_e = drawn("UPCE", "01234565")

    assert [(code.format, code.text) for code in read_codes(upc_e)] == [("UPC-E", "012345000065")]
    slant = drawn("EAN13", "4006381333931").rotate(45, expand=True, fillcolor=(150, 130, 110))
    assert read_codes(slant) == ()


def test_a_noisy_code_is_read_on_a_softened_copy() -> None:
    photo = np.asarray(drawn("UPCA", "036000291452", scale=3), np.int16)
    noise = np.random.default_rng(3).normal(0, 60, photo.shape)
    noisy = Image.fromarray(np.clip(photo + noise, 0, 255).astype(np.uint8))

    assert [code.text for code in read_codes(noisy)] == ["036000291452"]


def test_a_small_blurred_code_is_read_on_a_larger_copy() -> None:
    small = drawn("QRCode", "JL-0412", scale=2).filter(ImageFilter.GaussianBlur(0.9))

    assert [code.text for code in read_codes(small)] == ["JL-0412"]


def test_every_code_comes_once_from_the_top() -> None:
    photo = Image.new("RGB", (900, 1_400), (150, 130, 110))
    photo.paste(drawn("QRCode", "JL-0001"), (0, 700))
    photo.paste(drawn("UPCA", "036000291452"), (0, 0))

    assert [code.format for code in read_codes(photo)] == ["UPC-A", "QR"]


def test_a_photo_without_a_code_has_none() -> None:
    assert read_codes(Image.effect_noise((320, 240), 80).convert("RGB")) == ()
