"""Which photo a file holds, told by its first bytes and never by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HEAD = 1024
"""Bytes that are enough to tell a file's kind."""


@dataclass(frozen=True, slots=True)
class PhotoKind:
    """A format the closet takes in; `pillow` is its name in Pillow."""

    name: str
    extension: str
    pillow: str


JPEG = PhotoKind("JPEG", "jpg", "JPEG")
PNG = PhotoKind("PNG", "png", "PNG")
WEBP = PhotoKind("WebP", "webp", "WEBP")
AVIF = PhotoKind("AVIF", "avif", "AVIF")
HEIC = PhotoKind("HEIC", "heic", "HEIF")
TIFF = PhotoKind("TIFF", "tif", "TIFF")
GIF = PhotoKind("GIF", "gif", "GIF")
BMP = PhotoKind("BMP", "bmp", "BMP")

KINDS = (JPEG, PNG, WEBP, AVIF, HEIC, TIFF, GIF, BMP)

_STARTS: tuple[tuple[bytes, PhotoKind], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
)
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
_AVIF_BRANDS = {b"avif", b"avis"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_STILL_BRANDS = {b"mif1", b"msf1"}

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript drawing"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (b"8BPS", "a Photoshop file"),
    (b"SIMPLE  =", "a FITS file"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "an archive"),
    (b"\x1f\x8b", "an archive"),
)
_RAW_STARTS = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\x00", b"FOVb", b"\x00MRM")
_TIFF_ORDERS: dict[bytes, Literal["little", "big"]] = {b"II*\x00": "little", b"MM\x00*": "big"}
_SUBFILE_TYPE, _SUB_PICTURES, _DNG_VERSION = 254, 330, 50706
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<svg", "an SVG drawing"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def kind_of(head: bytes) -> PhotoKind | None:
    """The kind of photo that begins with `head` (at least HEAD bytes, or the whole file)."""
    if _is_raw(head):
        return None
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return BMP
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)


def foreign_name(head: bytes) -> str:
    """What a file that is not one of ours is, for the sentence that refuses it; or empty."""
    if _is_raw(head):
        return "a camera raw file"
    if head[4:8] == b"ftyp":
        return "a video"
    known = next((name for start, name in _FOREIGN if head.startswith(start)), "")
    text = head.lower()
    return known or next((name for mark, name in _MARKUP if mark in text), "")


def _kind_of_brands(head: bytes) -> PhotoKind | None:
    end = min(int.from_bytes(head[:4], "big"), len(head))
    major = head[8:12]
    brands = {major} | {head[place : place + 4] for place in range(16, end - 3, 4)}
    if major in _AVIF_BRANDS or (major in _STILL_BRANDS and brands & _AVIF_BRANDS):
        return AVIF
    return HEIC if major in _HEIC_BRANDS | _STILL_BRANDS else None


def _is_raw(head: bytes) -> bool:
    if head.startswith(_RAW_STARTS) or head[4:12] == b"ftypcrx ":
        return True
    return head[:4] in _TIFF_ORDERS and (head[8:10] == b"CR" or _is_raw_tiff(head))


def _is_raw_tiff(head: bytes) -> bool:
    """Whether the first picture is but a preview beside a raw one (DNG, NEF, ARW)."""
    order = _TIFF_ORDERS[head[:4]]
    at = int.from_bytes(head[4:8], order)
    count = int.from_bytes(head[at : at + 2], order)
    entries = range(at + 2, min(at + 2 + 12 * count, len(head) - 11), 12)
    tags = {
        int.from_bytes(head[place : place + 2], order): head[place + 8 : place + 12]
        for place in entries
    }
    preview = int.from_bytes(tags.get(_SUBFILE_TYPE, b""), order) & 1
    return _DNG_VERSION in tags or (bool(preview) and _SUB_PICTURES in tags)
