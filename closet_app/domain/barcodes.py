"""The numbers under retail barcodes: GTIN-8, -12 (UPC-A), -13 (EAN-13) and -14."""

from __future__ import annotations

import re

from closet_app.errors import InvalidValueError

_SPACING = re.compile(r"[\s\u2010-\u2015-]+")
_UPC_A, _EAN_13 = 12, 13
_FEWEST_LEFT = 9  # of the twelve: more than three zeros in front are no product's
_LENGTHS = frozenset({8, _UPC_A, _EAN_13, 14})


def barcode_digits(typed: str) -> str:
    """`typed` without the spaces and dashes that are printed between the groups of digits."""
    return _SPACING.sub("", typed.strip())


def check_digit(body: str) -> int:
    """The last digit that belongs to the digits of `body` (GS1: weights 3 and 1 from the right)."""
    weighted = (int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(reversed(body)))
    return -sum(weighted) % 10


def is_barcode(digits: str) -> bool:
    """Whether these are the digits of a retail barcode with the right check digit."""
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in _LENGTHS:
        return False
    return digits.strip("0") != "" and check_digit(digits[:-1]) == int(digits[-1])


def normal_barcode(typed: str) -> str:
    """The one way to write a barcode's number, or empty when it is none.

    An EAN-13 that begins with 0 is a UPC-A: both name the same thing and are written as UPC-A.
    """
    digits = barcode_digits(typed)
    if not is_barcode(digits):
        return ""
    return digits[1:] if len(digits) == _EAN_13 and digits.startswith("0") else digits


def require_barcode(typed: str, field: str = "upc") -> str:
    """`typed` as `normal_barcode` writes it, empty for nothing; raises InvalidValueError.

    A wrong check digit is refused and not kept: such a number names no product, a scan never gives
    one, and marketplaces turn it away, so it is a slip of the hand that is best seen at once.
    """
    digits = barcode_digits(typed)
    if not digits:
        return ""
    number = normal_barcode(digits)
    if number:
        return number
    if digits.isascii() and digits.isdigit() and len(digits) in _LENGTHS:
        what, remedy = "One figure of this barcode is wrong.", "Compare it with the tag."
    else:
        what, remedy = "A barcode has 8, 12, 13 or 14 figures.", "Type the figures under the bars."
    raise InvalidValueError(what, field=field, remedy=remedy)


def with_lost_zeros(typed: str) -> str:
    """A UPC-A whose leading zeros a spreadsheet dropped, whole again; anything else as it is."""
    digits = barcode_digits(typed)
    padded = digits.zfill(_UPC_A)
    lost = _FEWEST_LEFT <= len(digits) < _UPC_A and is_barcode(padded) and not is_barcode(digits)
    return padded if lost else typed
