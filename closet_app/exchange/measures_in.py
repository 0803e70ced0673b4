"""Measurements and weights as sellers write them into a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from closet_app.domain.item import Measurement
from closet_app.domain.units import Weight
from closet_app.errors import InvalidValueError
from closet_app.exchange.cell_forms import read_weight_exactly
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.sheet import Cell, cell_text
from closet_app.exchange.words_in import word_key
from closet_app.wording.units import parse_length, parse_weight

_PARTS = re.compile(r"[\n;,|]+")
_AFTER_INCHES = re.compile(r"(?<=[\"”″])\s+")
_NAMED = re.compile(r"\s*([^:=]+?)\s*[:=]\s*([^:=]+)")
_NAME_FIRST = re.compile(r"\s*(p2p|ptp|[^\d]*[^\d\s])\s+(\d.*)", re.IGNORECASE)
_NAME_LAST = re.compile(r"\s*(\d[\d./ ½¼¾⅛⅜⅝⅞]*\s*(?:in\b|cm\b|mm\b|[\"”″])?)\s*([^\d]+)")
_UNIT_WORDS = {"oz": "oz", "ounces": "oz", "lb": "lb", "lbs": "lb", "pounds": "lb", "g": "g",
               "grams": "g", "kg": "kg"}  # fmt: skip


def find_measures(text: str, options: ImportOptions) -> tuple[tuple[Measurement, ...], str]:
    """The measurements in `text` (`p2p: 18", length 27in`) and what is none, one per line."""
    found: dict[str, Measurement] = {}
    rest: list[str] = []
    for part in _parts_of(text):
        measure = _measure(part, options)
        if measure:
            found.setdefault(measure.name, measure)
        elif part.strip(" :"):
            rest.append(part.strip())
    return tuple(found.values()), "\n".join(rest)


def _parts_of(text: str) -> Iterator[str]:
    """One measure each; `chest 18" length 27"` is two, `18" chest` is one."""
    for part in _PARTS.split(text):
        name_first = not part.lstrip()[:1].isdigit()
        yield from _AFTER_INCHES.split(part) if name_first else (part,)


def read_weight(cell: Cell, heading: str, options: ImportOptions) -> Weight | None:
    """The weight in a cell; a bare number is in the unit of its heading, else in the shop's."""
    text = cell_text(cell).strip()
    try:
        return read_weight_exactly(text)
    except InvalidValueError:
        pass
    if re.fullmatch(r"0+(?:[.,]0+)?", text):
        return None
    units = [_UNIT_WORDS[word] for word in word_key(heading).split() if word in _UNIT_WORDS]
    if units and re.fullmatch(r"\d+(?:\.\d+)?", text):
        return Weight.of(Decimal(text), units[0])
    return parse_weight(text, "kg" if options.weight_unit in {"g", "kg"} else "lb")


def _measure(part: str, options: ImportOptions) -> Measurement | None:
    first = _NAMED.fullmatch(part) or _NAME_FIRST.fullmatch(part)
    last = _NAME_LAST.fullmatch(part)
    name, length = (first[1], first[2]) if first else (last[2], last[1]) if last else ("", "")
    key = options.taxonomy.measures.named(name)
    if not key:
        return None
    try:
        return Measurement(key, parse_length(length.strip(), options.length_unit))
    except InvalidValueError:
        return None
