"""Barcodes and QR codes on a photo, by zxing-cpp."""

from __future__ import annotations

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


def read_codes(image: Image.Image) -> tuple[Code, ...]:
    """The codes on an upright RGB photo, from the top left, in any direction, each once.

    Where the first try finds none, a softened copy (noise, moiré) and a larger one (a code far
    away) are tried.
    """
    for copy in _tries(image.convert("L")):
        found = [_code(barcode, copy.size) for barcode in _barcodes(copy)]
        if found:
            once = {(code.format, code.text): code for code in found}
            return tuple(sorted(once.values(), key=lambda code: (code.box.top, code.box.left)))
    return ()


def _tries(gray: Image.Image) -> Iterator[Image.Image]:
    yield gray
    soft = gray.filter(ImageFilter.GaussianBlur(_SOFT))
    yield soft
    if max(gray.size) <= _NOT_LARGER_THAN:
        larger = (gray.width * _LARGER, gray.height * _LARGER)
        yield gray.resize(larger, Image.Resampling.BICUBIC)


def _barcodes(gray: Image.Image) -> Sequence[Barcode]:
    found = read_barcodes(gray, formats=_SOUGHT, binarizer=Binarizer.LocalAverage)
    return [barcode for barcode in found if barcode.valid and barcode.text.strip()]


def _code(barcode: Barcode, size: tuple[int, int]) -> Code:
    place = barcode.position
    points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    across = [min(max(point.x / size[0], 0.0), 1.0) for point in points]
    down = [min(max(point.y / size[1], 0.0), 1.0) for point in points]
    box = Box(min(across), min(down), max(across), max(down))
    name, text = _NAMES.get(barcode.format, barcode.format.name), barcode.text
    if name == "EAN-13" and text.startswith("0"):
        name, text = "UPC-A", text[1:]  # the same bars: what North America prints under them
    return Code(name, text, box)
