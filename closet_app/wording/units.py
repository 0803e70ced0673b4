"""Lengths, weights, shares and sizes of files in words, and typed ones back to values."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from closet_app.domain.units import MICROMETRES, MILLIGRAMS, Length, Percent, Weight
from closet_app.errors import InvalidValueError
from closet_app.wording.catalog import tr
from closet_app.wording.numbers import (
    NotANumberError,
    plain_signs,
    read_figure,
    say_figure,
    short,
)

_EIGHTH = Length.of("0.125", "in").micrometres
_EIGHTHS = ("", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞")
_FRACTIONS = {
    sign: Decimal(top) / Decimal(bottom)
    for sign, top, bottom in (
        ("⅛", 1, 8), ("¼", 1, 4), ("⅜", 3, 8), ("½", 1, 2), ("⅝", 5, 8), ("¾", 3, 4), ("⅞", 7, 8),
        ("⅓", 1, 3), ("⅔", 2, 3),
    )
}  # fmt: skip
_LENGTH_UNITS = {
    "in": "in", "inch": "in", "inches": "in", '"': "in", "”": "in", "″": "in", "''": "in",
    "cm": "cm", "mm": "mm",
}  # fmt: skip
_WEIGHT_UNITS = {
    "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb", "#": "lb", "oz": "oz",
    "ounce": "oz", "ounces": "oz", "g": "g", "gr": "g", "gram": "g", "grams": "g", "kg": "kg",
    "kilo": "kg", "kilos": "kg",
}  # fmt: skip
_BARE_WEIGHT = {"lb": "oz", "kg": "g"}
_LONGEST = Length.of(10_000, "mm")
_HEAVIEST = Weight.of(500, "kg")
_OUNCES_PER_POUND = 16
_GRAMS_PER_KILO = 1_000
_LENGTH = re.compile(
    r"(?P<whole>[0-9]+(?:[.,][0-9]+)?)?[ -]?"
    r"(?P<fraction>[⅛¼⅜½⅝¾⅞⅓⅔]|[0-9]+ ?[/\u2044] ?[0-9]+)? ?(?P<unit>[a-z\"”″']*)\.?"
)
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*[⅛¼⅜½⅝¾⅞]?|[⅛¼⅜½⅝¾⅞]"
_WEIGHT = re.compile(rf"({_FIGURE}) ?([a-z#]*)\.?(?:,? ?({_FIGURE}) ?([a-z#]*)\.?)?")
_LONGEST_TEXT = 60
_STEPS = ("B", "KB", "MB", "GB", "TB")
_STEP = 1_000
_ONE_PLACE_BELOW = 10


def say_length(length: Length, unit: str = "in", *, with_unit: bool = False) -> str:
    """“20½” (to the ⅛ inch) or “52.1” (to the millimetre); `with_unit` adds “ in” or “ cm”.

    `parse_length(say_length(x, unit), unit) == x` for whole eighths and millimetres.
    """
    if unit == "in":
        whole, rest = divmod((length.micrometres + _EIGHTH // 2) // _EIGHTH, len(_EIGHTHS))
        said = f"{whole or ''}{_EIGHTHS[rest]}" or "0"
    else:
        step = Decimal("0.1") if unit == "cm" else Decimal(1)
        said = say_figure(length.to(unit).quantize(step, ROUND_HALF_UP))
    return f"{said} {unit}" if with_unit else said


def parse_length(text: str, unit: str = "in") -> Length:
    """The length typed as 20½, 20 1/2, 20.5, 52 cm or 19in; `unit` when none is typed.

    Raises InvalidValueError, also for nothing and for more than ten metres.
    """
    shown = plain_signs(text).casefold()
    found = _LENGTH.fullmatch(shown) if len(shown) <= _LONGEST_TEXT else None
    if found is None or not (found["whole"] or found["fraction"]):
        raise _not_a_length(text)
    typed_unit = _LENGTH_UNITS.get(found["unit"], "") if found["unit"] else unit
    amount = _whole(found["whole"]) + _fraction(found["fraction"])
    if not typed_unit or ("." in (found["whole"] or "") and found["fraction"]):
        raise _not_a_length(text)
    if not 0 < amount * MICROMETRES[typed_unit] <= _LONGEST.micrometres:
        raise _not_a_length(text)
    return Length.of(amount, typed_unit)


def parse_measure(text: str, unit: str) -> Decimal:
    """A length of paper typed as for `parse_length`, in `unit`, unrounded; it may be 0.

    A comma is a decimal mark, and a figure may begin or end with its mark, so that it can be
    read while it is typed. Raises InvalidValueError.
    """
    shown = plain_signs(text).casefold().strip().replace(",", ".")
    shown = f"0{shown}" if shown.startswith(".") else shown.rstrip(".")
    found = _LENGTH.fullmatch(shown) if len(shown) <= _LONGEST_TEXT else None
    if found is None or not (found["whole"] or found["fraction"]):
        raise _not_a_length(text)
    typed_unit = _LENGTH_UNITS.get(found["unit"], "") if found["unit"] else unit
    if not typed_unit or ("." in (found["whole"] or "") and found["fraction"]):
        raise _not_a_length(text)
    amount = _whole(found["whole"]) + _fraction(found["fraction"])
    return amount * MICROMETRES[typed_unit] / MICROMETRES[unit]


def _whole(figure: str | None) -> Decimal:
    return read_figure(figure) if figure else Decimal(0)


def _fraction(typed: str | None) -> Decimal:
    if not typed:
        return Decimal(0)
    if typed in _FRACTIONS:
        return _FRACTIONS[typed]
    top, bottom = re.split(r" ?[/\u2044] ?", typed)
    return Decimal(top) / Decimal(bottom) if Decimal(bottom) else Decimal(0)


def _not_a_length(text: str) -> InvalidValueError:
    return InvalidValueError(
        tr("“{text}” is not a length.").format(text=short(text)),
        remedy=tr("Type it like 20½ or 52 cm."),
    )


def say_weight(weight: Weight, unit: str = "lb") -> str:
    """“2 lb 3 oz”, “14 oz” or “450 g”, “1.25 kg”.

    `parse_weight(say_weight(w, unit), unit) == w` for tenths of an ounce and whole grams.
    """
    if unit == "kg":
        grams = weight.to("g").quantize(Decimal(1), ROUND_HALF_UP)
        if grams < _GRAMS_PER_KILO:
            return f"{grams} g"
        return f"{say_figure(grams / _GRAMS_PER_KILO)} kg"
    ounces = weight.to("oz").quantize(Decimal("0.1"), ROUND_HALF_UP)
    pounds, rest = divmod(ounces, _OUNCES_PER_POUND)
    if not pounds:
        return f"{say_figure(rest)} oz"
    return f"{pounds:.0f} lb {say_figure(rest)} oz" if rest else f"{pounds:.0f} lb"


def write_length(length: Length) -> str:
    """The length for files, exact: inches on the ⅛, else centimetres."""
    if length.micrometres % _EIGHTH == 0:
        return say_length(length, "in", with_unit=True)
    return f"{say_figure(length.to('cm'))} cm"


def write_weight(weight: Weight) -> str:
    """The weight for files, exact: ounces to the tenth, else grams."""
    ounces = weight.to("oz").quantize(Decimal("0.1"), ROUND_HALF_UP)
    if Weight.of(ounces, "oz") == weight:
        return f"{say_figure(ounces)} oz"
    return f"{say_figure(weight.to('g'))} g"


def parse_weight(text: str, unit: str = "lb") -> Weight:
    """The weight typed as 2 lb 3 oz, 14 oz, 450 g or 1.2 kg.

    A bare number is ounces where `unit` is "lb" and grams where it is "kg". Raises
    InvalidValueError, also for nothing and for more than 500 kg.
    """
    shown = plain_signs(text).casefold()
    found = _WEIGHT.fullmatch(shown) if len(shown) <= _LONGEST_TEXT else None
    if found is None:
        raise _not_a_weight(text)
    try:
        milligrams = _milligrams(found[1], found[2], unit)
        if found[3]:
            milligrams += _milligrams(
                found[3], found[4], "kg" if found[2].startswith("k") else "lb"
            )
    except NotANumberError:
        raise _not_a_weight(text) from None
    if not 0 < milligrams <= _HEAVIEST.milligrams:
        raise _not_a_weight(text)
    return Weight(int(milligrams.quantize(Decimal(1), ROUND_HALF_UP)))


def _milligrams(figure: str, typed: str, unit: str) -> Decimal:
    known = _WEIGHT_UNITS.get(typed) if typed else _BARE_WEIGHT.get(unit, unit)
    if known is None:
        raise NotANumberError(typed)
    sign = figure[-1:] if figure[-1:] in _FRACTIONS else ""
    whole = figure.removesuffix(sign)
    amount = (read_figure(whole) if whole else Decimal(0)) + _fraction(sign)
    return amount * MILLIGRAMS[known]


def _not_a_weight(text: str) -> InvalidValueError:
    return InvalidValueError(
        tr("“{text}” is not a weight.").format(text=short(text)),
        remedy=tr("Type it like 14 oz, 2 lb 3 oz or 450 g."),
    )


def say_percent(percent: Percent) -> str:
    """“13.6%”, “−5%”."""
    return f"{say_figure(percent.value)}%".replace("-", "−")


def parse_percent(text: str) -> Percent:
    """The percentage typed as 15, 13.6% or 13,6 %; raises InvalidValueError outside 0–100."""
    figure = plain_signs(text).removesuffix("%").strip()
    try:
        value = read_figure(figure)
    except NotANumberError:
        value = Decimal(-1)
    if not 0 <= value <= 100:  # noqa: PLR2004 - a hundred percent
        raise InvalidValueError(
            tr("“{text}” is not a percentage.").format(text=short(text)),
            remedy=tr("Type a number from 0 to 100."),
        )
    return Percent(value.normalize() + 0)


def say_bytes(size: int) -> str:
    """“300 MB”, “1.2 GB”: one decimal below ten."""
    amount, step = Decimal(size), 0
    while amount >= _STEP and step < len(_STEPS) - 1:
        amount, step = amount / _STEP, step + 1
    place = Decimal("0.1") if step and amount < _ONE_PLACE_BELOW else Decimal(1)
    return f"{say_figure(amount.quantize(place, ROUND_HALF_UP))} {_STEPS[step]}"
