"""What a photo says about itself: when it was taken, which way up, and where."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PIL import Image

from closet_app.photo.kinds import HEIC, TIFF, PhotoKind

PILLOW_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
    Warning,
    Image.DecompressionBombError,
)
"""What Pillow and its plugins raise for broken bytes, seen over mutated files of every format."""

_ORIENTATION = 0x0112
_MAKE, _MODEL = 0x010F, 0x0110
_CHANGED = 0x0132
_CAMERA_IFD, _GPS_IFD = 0x8769, 0x8825
_TIMES = ((0x9003, 0x9291, 0x9011), (0x9004, 0x9292, 0x9012))
_CHANGED_SUBSECOND, _CHANGED_OFFSET = 0x9290, 0x9010
_LONGEST_CAMERA = 80
_TURNED_BY_DECODER = (HEIC, TIFF)


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A photo as its header describes it; width and height are as it is shown, upright.

    `orientation` is 1 to 8 as still to be applied to the decoded pixels. `taken_at` is aware when
    the camera noted its offset from UTC, else naive local time. `camera` is make and model in at
    most 80 printable letters, "" when the photo does not say.
    """

    format: str
    width: int
    height: int
    orientation: int
    taken_at: datetime | None
    has_gps: bool
    camera: str


def facts_of(image: Image.Image, kind: PhotoKind, size: tuple[int, int]) -> PhotoFacts:
    """The facts of an opened `image` whose pixels are `size` before they are turned upright."""
    exif = _exif_of(image)
    orientation = _orientation(exif, kind)
    width, height = size[::-1] if orientation >= 5 else size  # noqa: PLR2004 - 5 to 8 lie on a side
    return PhotoFacts(
        format=kind.name,
        width=width,
        height=height,
        orientation=orientation,
        taken_at=_taken_at(exif),
        has_gps=_has_gps(image, exif),
        camera=_camera(exif),
    )


def _exif_of(image: Image.Image) -> Image.Exif:
    try:
        # PngImageFile.getexif would decode the whole picture to look for a chunk behind it.
        return Image.Image.getexif(image)
    except PILLOW_FAULTS:
        return Image.Exif()


def _orientation(exif: Image.Exif, kind: PhotoKind) -> int:
    if kind in _TURNED_BY_DECODER:
        return 1
    value = _tag(exif, _ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1  # noqa: PLR2004 - EXIF 4.6.5


def _taken_at(exif: Image.Exif) -> datetime | None:
    camera = _ifd(exif, _CAMERA_IFD)
    for time, subsecond, offset in _TIMES:
        taken = _moment(camera.get(time), camera.get(subsecond), camera.get(offset))
        if taken:
            return taken
    changed = _tag(exif, _CHANGED)
    return _moment(changed, camera.get(_CHANGED_SUBSECOND), camera.get(_CHANGED_OFFSET))


def _moment(time: object, subsecond: object, offset: object) -> datetime | None:
    try:
        moment = datetime.strptime(_text(time), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - may be local
    except ValueError:
        return None
    digits = _text(subsecond)
    if digits.isascii() and digits.isdigit():
        moment = moment.replace(microsecond=int(digits[:6].ljust(6, "0")))
    return _with_offset(moment, _text(offset))


def _with_offset(moment: datetime, offset: str) -> datetime:
    try:
        zone = datetime.strptime(offset, "%z").tzinfo
    except ValueError:
        return moment
    return moment.replace(tzinfo=zone)


def _has_gps(image: Image.Image, exif: Image.Exif) -> bool:
    xmp = image.info.get("xmp", b"")
    noted = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    return bool(_ifd(exif, _GPS_IFD)) or b"GPSLatitude" in noted


def _camera(exif: Image.Exif) -> str:
    make, model = _printable(_tag(exif, _MAKE)), _printable(_tag(exif, _MODEL))
    whole = model if model.startswith(make) else f"{make} {model}".strip()
    return whole[:_LONGEST_CAMERA].rstrip()


def _printable(value: object) -> str:
    letters = "".join(letter if letter.isprintable() else " " for letter in _text(value))
    return " ".join(letters.split())


def _tag(exif: Image.Exif, tag: int) -> object:
    try:
        return exif.get(tag)
    except PILLOW_FAULTS:
        return None


def _ifd(exif: Image.Exif, tag: int) -> Mapping[int, object]:
    try:
        return exif.get_ifd(tag)
    except PILLOW_FAULTS:
        return {}


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return value.strip("\x00 \t\r\n") if isinstance(value, str) else ""
