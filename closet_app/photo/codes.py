"""Barcodes and QR codes on a photo, by zxing-cpp."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PIL import Image, ImageFilter
from zxingcpp import Barcode, BarcodeFormat, BarcodeFormats, Binarizer, read_barcodes

from closet_app.domain.boxes import Box
from closet_app.photo.looks import Code

_NAMES = {
    BarcodeFormat.QRCode: "QR",
    BarcodeFormat.QRCodeModel1: "QR",
    BarcodeFormat.QRCodeModel2: "QR",
    BarcodeFormat.MicroQRCode: "Micro QR",
    BarcodeFormat.UPCA: "UPC-A",
    BarcodeFormat.UPCE: "UPC-E",
    BarcodeFormat.EAN13: "EAN-13",
    BarcodeFormat.ISBN: "EAN-13",
    BarcodeFormat.EAN8: "EAN-8",
    BarcodeFormat.Code128: "Code 128",
    BarcodeFormat.Code39: "Code 39",
    BarcodeFormat.Code39Std: "Code 39",
    BarcodeFormat.Code39Ext: "Code 39",
    BarcodeFormat.DataMatrix: "Data Matrix",
}
_SOUGHT = BarcodeFormats(
    [
        BarcodeFormat.QRCode,
        BarcodeFormat.EANUPC,
        BarcodeFormat.Code128,
        BarcodeFormat.Code39,
        BarcodeFormat.DataMatrix,
    ]
)
_LARGER = 2
_NOT_LARGER_THAN = 1_600  # pixels of the longer side: what is larger is not tried larger still
_SOFT = 1.2
_SLANTS = (45, 22, -22)
_SHORT = frozenset({"UPC-E"})
_OF_THIRTEEN, _THIRTEEN = frozenset({"EAN-13", "UPC-E"}), 13


def read_codes(image: Image.Image, *, slanting: bool = False) -> tuple[Code, ...]:
    """The codes on an upright RGB photo, from the top left, each once.

    Where the first try finds none, a softened copy (noise, moiré) and a larger one (a code far
    away) are tried; `slanting` also tries bars that run more than about 20° from level or upright.
    """
    doubtful: set[tuple[str, str]] = set()
    for copy, turn in _tries(image.convert("L"), slanting=slanting):
        found = {
            (code.format, code.text): code
            for code in (_code(barcode, copy.size, turn, image.size) for barcode in _barcodes(copy))
        }
        # A UPC-E is so short that other bars, cut slantwise, pass for one: it is seen twice.
        sure = [code for key, code in found.items() if key[0] not in _SHORT or key in doubtful]
        if sure:
            return tuple(sorted(sure, key=lambda code: (code.box.top, code.box.left)))
        doubtful |= found.keys()
    return ()


def _tries(gray: Image.Image, *, slanting: bool) -> Iterator[tuple[Image.Image, int]]:
    """Copies to look at, each with the degrees by which it was turned."""
    yield gray, 0
    yield gray.filter(ImageFilter.GaussianBlur(_SOFT)), 0
    if max(gray.size) <= _NOT_LARGER_THAN:
        larger = (gray.width * _LARGER, gray.height * _LARGER)
        yield gray.resize(larger, Image.Resampling.BICUBIC), 0
    if slanting:
        for degrees in _SLANTS:
            yield gray.rotate(degrees, Image.Resampling.BICUBIC, expand=True), degrees


def _barcodes(gray: Image.Image) -> Sequence[Barcode]:
    found = read_barcodes(gray, formats=_SOUGHT, binarizer=Binarizer.LocalAverage)
    return [barcode for barcode in found if barcode.valid and barcode.text.strip()]


def _code(barcode: Barcode, size: tuple[int, int], turn: int, photo: tuple[int, int]) -> Code:
    place = barcode.position
    points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    name, text = _NAMES.get(barcode.format, barcode.format.name), barcode.text
    if name in _OF_THIRTEEN and len(text) == _THIRTEEN and text.startswith("0"):
        # the same bars: what North America prints under them
        name, text = "UPC-A" if name == "EAN-13" else name, text[1:]
    return Code(name, text, _box([(point.x, point.y) for point in points], size, turn, photo))


def _box(
    points: Sequence[tuple[int, int]], size: tuple[int, int], turn: int, photo: tuple[int, int]
) -> Box:
    """Around points of a copy of that size, turned by `turn` degrees, in fractions of the photo."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    wide, high = photo if turn else size
    centered = [(x - size[0] / 2, y - size[1] / 2) for x, y in points]
    across = [(x * cos - y * sin) / wide + 0.5 for x, y in centered]
    down = [(x * sin + y * cos) / high + 0.5 for x, y in centered]
    left, right, top, bottom = (
        min(max(side, 0.0), 1.0) for side in (min(across), max(across), min(down), max(down))
    )
    return Box(left, top, right, bottom)
