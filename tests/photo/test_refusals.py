from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from closet_app.errors import PhotoError
from closet_app.photo.decode import MEGAPIXELS, open_upright, probe
from closet_app.photo.sources import PhotoBytes
from tests.photo.pictures import (
    FORMATS,
    HEIC,
    noise,
    opened,
    packed,
    quarters,
    written,
)


def raw_tiff(*entries: tuple[int, int]) -> bytes:
    """The start of a TIFF whose first picture has these tags."""
    rows = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + rows + b"\0" * 4


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
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "a camera raw file"),
        (b"FUJIFILMCCD-RAW 0201", "a camera raw file"),
        (raw_tiff((50706, 0x00000401)), "a camera raw file"),
        (raw_tiff((254, 1), (330, 900)), "a camera raw file"),
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


def test_a_name_that_cannot_be_printed_is_shown_with_signs_instead(tmp_path: Path) -> None:
    source = PhotoBytes("a\nb\u202ec\udcff.jpg", b"text")
    with pytest.raises(PhotoError, match=re.escape("a\ufffdb\ufffdc")):
        open_upright(source)
