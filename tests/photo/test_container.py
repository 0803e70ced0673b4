from __future__ import annotations

import io
import struct

import pytest

from closet_app.photo.container import lacks_its_end
from closet_app.photo.kinds import AVIF, BMP, HEIC, TIFF, WEBP, PhotoKind, kind_of


def box(length: int, name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", length) + name + body


FTYP = box(24, b"ftyp", b"heic\0\0\0\0mif1heic")


@pytest.mark.parametrize(
    ("kind", "data", "cut"),
    [
        (HEIC, FTYP + box(16, b"mdat", bytes(8)), False),
        (HEIC, FTYP + box(17, b"mdat", bytes(8)), True),
        (HEIC, FTYP + box(0, b"mdat", bytes(8)), False),
        (HEIC, FTYP + box(1, b"mdat", struct.pack(">Q", 24) + bytes(8)), False),
        (HEIC, FTYP + box(1, b"mdat", struct.pack(">Q", 25) + bytes(8)), True),
        (HEIC, FTYP + box(5, b"mdat", bytes(8)), True),
        (AVIF, FTYP + b"\0\0\0", True),
        (WEBP, b"RIFF" + struct.pack("<I", 12) + b"WEBPVP8 ", True),
        (WEBP, b"RIFF" + struct.pack("<I", 8) + b"WEBPVP8 ", False),
        (BMP, b"BM" + struct.pack("<I", 17) + bytes(10), True),
        (TIFF, b"MM\0*" + struct.pack(">I", 15) + bytes(8), True),
        (TIFF, b"II*\0" + struct.pack("<I", 8) + bytes(8), False),
        (TIFF, b"II*\0", True),
    ],
)
def test_the_container_says_whether_its_end_is_missing(
    kind: PhotoKind, data: bytes, cut: bool
) -> None:
    assert lacks_its_end(io.BytesIO(data), kind) is cut


@pytest.mark.parametrize(
    ("major", "others", "kind"),
    [
        (b"avif", b"mif1", AVIF),
        (b"mif1", b"heic", HEIC),
        (b"mif1", b"mif1avif", AVIF),
        (b"msf1", b"hevc", HEIC),
        (b"isom", b"avifheic", None),
    ],
)
def test_brands_tell_heic_from_avif_and_video(
    major: bytes, others: bytes, kind: PhotoKind | None
) -> None:
    head = box(16 + len(others), b"ftyp", major + bytes(4) + others)
    assert kind_of(head + bytes(100)) == kind
