"""What is seen on a photo as canonical JSON, and back.

The same value has the same text. Text of another form (an older version, or broken) reads as None:
what it held is measured anew, so no form needs to be carried along.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, fields
from typing import Any, TypeVar

from closet_app.domain.boxes import Box
from closet_app.errors import InvalidValueError
from closet_app.photo.looks import (
    Code,
    ColorShare,
    Fault,
    Likely,
    Measures,
    Quality,
    Reading,
    Shot,
    TextLine,
)

Look = TypeVar("Look")
Part = TypeVar("Part")

_MISREAD = (ValueError, TypeError, KeyError, AttributeError, InvalidValueError, RecursionError)


def measures_to_json(measures: Measures) -> str:
    """The canonical text of `measures`; raises ValueError for a number that is not finite."""
    return _text(_record(measures))


def measures_from_json(text: str) -> Measures | None:
    """What `measures_to_json` wrote; None for any other text."""
    return _read(text, _measures)


def reading_to_json(reading: Reading) -> str:
    """The canonical text of `reading`; raises ValueError for a number that is not finite."""
    return _text(_record(reading))


def reading_from_json(text: str) -> Reading | None:
    """What `reading_to_json` wrote; None for any other text."""
    return _read(text, _reading)


def _text(values: Mapping[str, Any]) -> str:
    return json.dumps(
        values,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=_short,
    )


def _record(value: Measures | Reading | Quality) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _short(value: object) -> object:
    """The parts of a look: a record of its own by name, everything smaller by position."""
    if isinstance(value, Quality):
        return _record(value)
    if isinstance(value, Box):
        return astuple(value)
    if isinstance(value, ColorShare | Likely | TextLine | Code):
        return [getattr(value, field.name) for field in fields(value)]
    raise TypeError(f"{type(value).__name__} is no part of a look")


def _read(text: str, build: Callable[[Mapping[str, Any]], Look]) -> Look | None:
    try:
        return build(json.loads(text))
    except _MISREAD:
        return None


def _measures(values: Mapping[str, Any]) -> Measures:
    return Measures(
        quality=_quality(values["quality"]),
        colors=_each(values["colors"], _color),
        lab=_each(values["lab"], _lab),
        fingerprint=_fingerprint(values["fingerprint"]),
        subject=_box(values["subject"]),
        shot=Shot(values["shot"]),
        categories=_each(values["categories"], _likely),
        departments=_each(values["departments"], _likely),
    )


def _reading(values: Mapping[str, Any]) -> Reading:
    subject = values["subject"]
    return Reading(
        lines=_each(values["lines"], _line),
        codes=_each(values["codes"], _code),
        colors=_each(values["colors"], _color),
        subject=None if subject is None else _box(subject),
        missing=_each(values["missing"], _word),
    )


def _quality(values: Mapping[str, Any]) -> Quality:
    return Quality(
        sharpness=_number(values["sharpness"]),
        brightness=_number(values["brightness"]),
        contrast=_number(values["contrast"]),
        tilt=_number(values["tilt"]),
        clutter=_number(values["clutter"]),
        shortest=int(_number(values["shortest"])),
        faults=_each(values["faults"], Fault),
    )


def _each(values: object, build: Callable[[Any], Part]) -> tuple[Part, ...]:
    if not isinstance(values, list):
        raise TypeError("a list stands here")
    return tuple(build(value) for value in values)


def _color(values: Sequence[Any]) -> ColorShare:
    name, swatch, share = values
    return ColorShare(_word(name), _word(swatch), _number(share))


def _likely(values: Sequence[Any]) -> Likely:
    name, confidence = values
    return Likely(_word(name), _number(confidence))


def _line(values: Sequence[Any]) -> TextLine:
    text, confidence, box, height = values
    return TextLine(_word(text), _number(confidence), _box(box), _number(height))


def _code(values: Sequence[Any]) -> Code:
    form, text, box = values
    return Code(_word(form), _word(text), _box(box))


def _lab(values: Sequence[Any]) -> tuple[float, float, float, float]:
    light, green_red, blue_yellow, share = values
    return _number(light), _number(green_red), _number(blue_yellow), _number(share)


def _box(values: Sequence[Any]) -> Box:
    left, top, right, bottom = values
    return Box(_number(left), _number(top), _number(right), _number(bottom))


def _fingerprint(value: object) -> str:
    text = _word(value)
    return f"{int(text, 16):016x}"


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a number stands here")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a word stands here")
    return value
