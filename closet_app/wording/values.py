"""The value of any field in words, and typed words back to the value.

`say_field` is for people, `write_field` for files: `parse_field(write_field(v)) == v`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from closet_app.domain.checking import checked, split_words
from closet_app.domain.fields import Field, FieldValue, Kind
from closet_app.domain.item import Condition, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.units import Weight
from closet_app.errors import InvalidValueError
from closet_app.wording.catalog import tr
from closet_app.wording.dates import parse_date, say_date
from closet_app.wording.manner import Manner
from closet_app.wording.money import parse_money, say_money, say_plain
from closet_app.wording.numbers import plain_signs, short
from closet_app.wording.units import (
    parse_length,
    parse_weight,
    say_length,
    say_weight,
    write_length,
    write_weight,
)
from closet_app.wording.words import (
    condition_words,
    parse_ownership,
    say_condition,
    say_ownership,
)

_MEASURE = re.compile(
    r"\s*(?P<name>\D|\D.*?[^\s\d])[\s:=]*"
    r"(?P<length>[\d⅛¼⅜½⅝¾⅞][\d⅛¼⅜½⅝¾⅞.,/ -]*(?:in|inch|inches|cm|mm)?[\"”″']*\.?)\s*",
    re.IGNORECASE,
)
_LONGEST_MEASURE = 100
_MEASURE_END = re.compile(r"[;\n]|,(?=\s*[^\d\s])")
_WHOLE = re.compile(r"[0-9]{1,9}(?:[.,]0+)?")


def say_field(field: Field, value: FieldValue, manner: Manner) -> str:
    """`value` as the shop says it; empty when nothing is known."""
    if value is None:
        return ""
    return _SAY[field.kind](value, manner)


def write_field(field: Field, value: FieldValue, manner: Manner) -> str:
    """`value` for a file: plain decimals, ISO days, exact measures."""
    if value is None:
        return ""
    return _WRITE.get(field.kind, _SAY[field.kind])(value, manner)


def parse_field(field: Field, text: str, manner: Manner) -> FieldValue:
    """The value typed for `field`; empty text clears it.

    Raises InvalidValueError with the field's key for what the field cannot hold.
    """
    try:
        return checked(field, _PARSE[field.kind](field, text, manner))
    except InvalidValueError as refused:
        refused.field = refused.field or field.key
        raise


def _say_choice(value: FieldValue, _: Manner) -> str:
    if isinstance(value, Condition):
        return say_condition(value)
    return say_ownership(value) if isinstance(value, Ownership) else str(value)


def say_measurements(measurements: Sequence[Measurement], manner: Manner) -> str:
    """“Pit to pit 20½ in, Length 25 in”."""
    return ", ".join(
        f"{manner.taxonomy.measures.words_of(one.name)} "
        f"{say_length(one.length, manner.length_unit, with_unit=True)}"
        for one in measurements
    )


def _write_measurements(measurements: Sequence[Measurement], manner: Manner) -> str:
    return "; ".join(
        f"{manner.taxonomy.measures.words_of(one.name)} {write_length(one.length)}"
        for one in measurements
    )


def parse_measurements(text: str, manner: Manner) -> tuple[Measurement, ...]:
    """The measures typed as “pit to pit 20½ in; length 25 in”; raises InvalidValueError."""
    found: list[Measurement] = []
    for part in filter(str.strip, _MEASURE_END.split(text)):
        parted = _MEASURE.fullmatch(part) if len(part) <= _LONGEST_MEASURE else None
        if parted is None or not parted["name"].strip():
            raise InvalidValueError(
                tr("“{text}” is not a measurement.").format(text=short(part)),
                remedy=tr("Type it like pit to pit 20½ in; length 25 in."),
            )
        typed = parted["name"].strip(" -–()")
        key = manner.taxonomy.measures.named(typed) or "_".join(typed.casefold().split())
        found.append(Measurement(key, parse_length(parted["length"], manner.length_unit)))
    return tuple(found)


def _parse_choice(field: Field, text: str, manner: Manner) -> FieldValue:
    if field.key == "condition":
        return _parse_condition(text, manner) if text.strip() else None
    if field.key == "ownership":
        found = parse_ownership(text)
        if found is None:
            raise InvalidValueError(
                tr("“{text}” is neither business nor personal.").format(text=short(text)),
                remedy=tr("Type business or personal."),
            )
        return found
    return text


def _parse_condition(text: str, manner: Manner) -> Condition:
    by_word = {words.casefold(): condition for condition, words in condition_words()}
    found = by_word.get(text.strip().casefold()) or manner.taxonomy.conditions.named(text)
    if found is None:
        raise InvalidValueError(
            tr("“{text}” is not a condition.").format(text=short(text)),
            remedy=tr("Choose one of: {words}.").format(
                words=", ".join(words for _, words in condition_words())
            ),
        )
    return found


def _parse_money(_: Field, text: str, manner: Manner) -> Money | None:
    if not text.strip():
        return None
    return parse_money(
        text,
        manner.currency,
        manner.locale,
        from_file=manner.from_file,
        decimal_mark=manner.decimal_mark,
    )


def _parse_weight(_: Field, text: str, manner: Manner) -> Weight | None:
    return parse_weight(text, manner.weight_unit) if text.strip() else None


def _parse_whole(field: Field, text: str, _: Manner) -> int:
    shown = plain_signs(text)
    if not shown:
        return 1
    if not _WHOLE.fullmatch(shown):
        raise InvalidValueError(
            tr("“{text}” is not a whole number.").format(text=short(text)),
            remedy=tr("Type a number from 0 to {limit}.").format(limit=f"{field.limit:,}"),
        )
    return int(re.split("[.,]", shown)[0])


def _parse_day(_: Field, text: str, manner: Manner) -> date | None:
    if not text.strip():
        return None
    return parse_date(text, manner.today, day_first=manner.day_first, locale=manner.locale)


_SAY: dict[Kind, Callable[[Any, Manner], str]] = {
    Kind.TEXT: lambda value, _: str(value),
    Kind.LONG_TEXT: lambda value, _: str(value),
    Kind.WORDS: lambda value, _: ", ".join(value),
    Kind.CHOICE: _say_choice,
    Kind.COLORS: lambda value, _: ", ".join(value),
    Kind.MONEY: lambda value, manner: say_money(value, locale=manner.locale),
    Kind.MEASUREMENTS: say_measurements,
    Kind.WEIGHT: lambda value, manner: say_weight(value, manner.weight_unit),
    Kind.WHOLE: lambda value, _: f"{value:,}",
    Kind.DATE: lambda value, manner: say_date(value, manner.today, locale=manner.locale),
}
_WRITE: dict[Kind, Callable[[Any, Manner], str]] = {
    Kind.MONEY: lambda value, _: say_plain(value),
    Kind.MEASUREMENTS: _write_measurements,
    Kind.WEIGHT: lambda value, _: write_weight(value),
    Kind.WHOLE: lambda value, _: str(value),
    Kind.DATE: lambda value, _: str(value.isoformat()),
}
_PARSE: dict[Kind, Callable[[Field, str, Manner], FieldValue]] = {
    Kind.TEXT: lambda _, text, __: text,
    Kind.LONG_TEXT: lambda _, text, __: text,
    Kind.WORDS: lambda _, text, __: split_words(text),
    Kind.CHOICE: _parse_choice,
    Kind.COLORS: lambda _, text, __: split_words(text),
    Kind.MONEY: _parse_money,
    Kind.MEASUREMENTS: lambda _, text, manner: parse_measurements(text, manner),
    Kind.WEIGHT: _parse_weight,
    Kind.WHOLE: _parse_whole,
    Kind.DATE: _parse_day,
}
