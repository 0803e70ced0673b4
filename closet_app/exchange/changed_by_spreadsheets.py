"""Item numbers and sizes that a spreadsheet program has turned into something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from closet_app.domain.sku import sku_key
from closet_app.exchange.sheet import Cell

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(rf"\d{{1,2}}-(?:{_MONTHS})(?:-\d{{2,4}})?|(?:{_MONTHS})-\d{{2,4}}", re.IGNORECASE)
_POWER = re.compile(r"\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
MOST_EXACT = 10**15
SENTENCE = "“{text}” looks changed by a spreadsheet."
REMEDY_DAY = "It may have been a number such as 1-2; format the column as text and type it again."
REMEDY_POWER = "Its last figures are lost; format the column as text and type it again."


def changed_cell(cell: Cell) -> str:
    """A remedy when the cell of a number or size was made a day or a power of ten; else empty."""
    if isinstance(cell, date):
        return REMEDY_DAY
    if isinstance(cell, int) and abs(cell) >= MOST_EXACT:
        return REMEDY_POWER
    if isinstance(cell, Decimal) and abs(cell) >= MOST_EXACT:
        return REMEDY_POWER
    text = cell.strip() if isinstance(cell, str) else ""
    if _DAY.fullmatch(text):
        return REMEDY_DAY
    return REMEDY_POWER if _POWER.fullmatch(text) else ""


def without_zeros(sku: str) -> str:
    """The key of a number as it is after its leading zeros are lost: 0412 and 412 agree."""
    return sku_key(sku).lstrip("0")


def usual_digits(skus: Iterable[str]) -> int:
    """The length of a file's numbers such as 0412, when some begin with zero; else 0."""
    figures = [sku for sku in skus if sku.isascii() and sku.isdigit()]
    padded = [len(sku) for sku in figures if sku.startswith("0")]
    return max(set(padded), key=padded.count) if padded else 0


def lost_zeros(sku: str, digits: int) -> bool:
    """Whether a number of figures is shorter than the file's other ones, such as 412 to 0412."""
    return sku.isascii() and sku.isdigit() and not sku.startswith("0") and len(sku) < digits
