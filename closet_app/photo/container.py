"""Whether a file that could not be decoded lacks its end."""

from __future__ import annotations

import struct
from typing import BinaryIO

from closet_app.photo.kinds import AVIF, BMP, GIF, HEIC, JPEG, PNG, TIFF, WEBP, PhotoKind
from closet_app.photo.sources import size_of

_TAIL = 65_536
_BOX_HEAD = 8
_HEADER = 16
_ENDS = {JPEG: b"\xff\xd9", PNG: b"IEND", GIF: b"\x00;"}


def lacks_its_end(stream: BinaryIO, kind: PhotoKind) -> bool:
    """True when the container says that there should be more bytes than there are."""
    size = size_of(stream)
    stream.seek(0)
    if size < _HEADER:
        return True
    if kind in _ENDS:
        stream.seek(max(0, size - _TAIL))
        return _ENDS[kind] not in stream.read()
    if kind in (AVIF, HEIC):
        return _boxes_end(stream, size) > size
    return _declared_size(stream.read(_HEADER), kind) > size


def _declared_size(head: bytes, kind: PhotoKind) -> int:
    if kind == WEBP:
        return int.from_bytes(head[4:8], "little") + 8
    if kind == BMP:
        return int.from_bytes(head[2:6], "little")
    if kind == TIFF:
        first_page = struct.unpack("<I" if head[:2] == b"II" else ">I", head[4:8])[0]
        return int(first_page) + 2
    return 0


def _boxes_end(stream: BinaryIO, size: int) -> int:
    place = 0
    while place + _BOX_HEAD <= size:
        stream.seek(place)
        head = stream.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length < _BOX_HEAD:
            return size if length == 0 else size + 1
        place += length
    return place if place >= size else size + 1
