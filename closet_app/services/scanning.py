"""Codes in front of a camera or on a photo, and the pieces they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from closet_app.db.code_owners import ids_of_address, ids_of_barcode, ids_of_number
from closet_app.domain.barcodes import normal_barcode
from closet_app.domain.sku import sku_key
from closet_app.domain.text import clean_line
from closet_app.photo.looks import Code
from closet_app.photo.sources import Source
from closet_app.services.closet import Closet

if TYPE_CHECKING:
    from PIL import Image

LOOKED_AT = (2_000, 4_500)
"""Pixels of the long side at which codes are looked for, one after the other."""
_LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code with the pieces it names, the newest first; `upc` when it is a retail barcode."""

    code: Code
    upc: str = ""
    item_ids: tuple[int, ...] = ()


def scan(source: Source, closet: Closet | None = None) -> tuple[Scanned, ...]:
    """Every code on a photo; with a closet also the pieces. Raises PhotoError for no photo."""
    from closet_app.photo.decode import open_upright

    seen: tuple[int, int] | None = None
    for longest in LOOKED_AT:
        picture = open_upright(source, at_least=longest)
        found = () if picture.size == seen else _scanned_on(picture, closet, slanting=True)
        if found:
            return found
        seen = picture.size
    return ()


def scan_picture(picture: Image.Image, closet: Closet | None = None) -> tuple[Scanned, ...]:
    """As `scan`, on an upright picture such as a camera's."""
    return _scanned_on(picture, closet, slanting=False)


def _scanned_on(
    picture: Image.Image, closet: Closet | None, *, slanting: bool
) -> tuple[Scanned, ...]:
    from closet_app.photo.codes import read_codes

    return tuple(_scanned(code, closet) for code in read_codes(picture, slanting=slanting))


def pieces_of_code(closet: Closet, text: str) -> tuple[int, ...]:
    """The pieces a code means: a label's number, a listing's address, or a barcode."""
    said = clean_line(text)[:_LONGEST_TEXT]
    key, upc = sku_key(said), normal_barcode(said)
    with closet.database.read() as connection:
        found = [
            *(ids_of_number(connection, key) if key else ()),
            *(ids_of_address(connection, said) if said else ()),
            *(ids_of_barcode(connection, upc) if upc else ()),
        ]
    return tuple(dict.fromkeys(found))


def _scanned(code: Code, closet: Closet | None) -> Scanned:
    upc = normal_barcode(code.text)
    return Scanned(code, upc, pieces_of_code(closet, code.text) if closet else ())
