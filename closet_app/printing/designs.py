"""Card designs as files: strict, size-limited TOML beside at most two PNG pictures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from closet_app import paths
from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.printing.design import (
    TYPE_NAMES,
    TYPES,
    Design,
    Drawing,
    Fonts,
    Inks,
    Part,
    Shape,
    Sizes,
    Words,
)
from closet_app.printing.marks import MARKS

__all__ = [
    "TYPES",
    "TYPE_NAMES",
    "Design",
    "Drawing",
    "Part",
    "Shape",
    "read_design",
    "write_design",
]

FORMAT = 1
LARGEST_FILE = 64 * 1024
"""The most bytes of a design's TOML."""
_LONGEST_NAME = 60
_LONGEST_WORDS = 600
_SMALLEST, _LARGEST = 0.6, 1.5
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.png")
_SCALARS = ("format", "id", "name", "drawing", "shape", "mark", "picture", "logo", "less_ink")
_TOP = frozenset((*_SCALARS, "parts", "fonts", "sizes", "inks", "words"))
_SHIPPED = ("hand_note", "stitched", "photo", "bold", "ribbon", "postcard")

T = TypeVar("T", Fonts, Sizes, Inks, Words)
Check = Callable[[str, object], Any]


def read_design(text: str) -> Design:
    """The design a TOML file describes, its pictures still bare file names.

    Raises InvalidValueError naming the first entry that is unknown or out of range.
    """
    table = _parsed(text)
    _known(table, _TOP, "")
    if table.get("format") != FORMAT:
        raise _refused("format", "This design was made by another version of Closet.")
    return Design(
        id=_matching(_ID, "id", table.get("id")),
        name=_words("name", table.get("name"), _LONGEST_NAME),
        drawing=Drawing(_one_of(tuple(Drawing), "drawing", table.get("drawing"))),
        shape=Shape(_one_of(tuple(Shape), "shape", table.get("shape", Shape.FLAT))),
        fonts=_part(Fonts, table, "fonts", lambda key, value: _one_of(tuple(TYPES), key, value)),
        sizes=_part(Sizes, table, "sizes", _factor),
        inks=_part(Inks, table, "inks", lambda key, value: _matching(_COLOR, key, value)),
        words=_part(Words, table, "words", _words),
        parts=_parts(table.get("parts", [])),
        mark=_one_of(("", *MARKS), "mark", table.get("mark", "")),
        picture=_picture("picture", table.get("picture", "")),
        logo=_picture("logo", table.get("logo", "")),
        less_ink=_switch("less_ink", table.get("less_ink", False)),
    )


def write_design(design: Design) -> str:
    """The TOML that `read_design` reads back, pictures by their file names."""
    table: dict[str, object] = {
        "format": FORMAT,
        "id": design.id,
        "name": design.name,
        "drawing": str(design.drawing),
        "shape": str(design.shape),
        "mark": design.mark,
        "picture": design.picture.name if design.picture else "",
        "logo": design.logo.name if design.logo else "",
        "less_ink": design.less_ink,
        "parts": [str(part) for part in Part if part in design.parts],
        "fonts": asdict(design.fonts),
        "sizes": asdict(design.sizes),
        "inks": asdict(design.inks),
        "words": asdict(design.words),
    }
    return tomli_w.dumps(table)


@cache
def load_design(design_id: str) -> Design:
    """The shipped design of that id; raises NotFoundError naming the known ones."""
    if design_id not in design_ids():
        raise NotFoundError(
            f"There is no card design called {design_id}.",
            remedy=f"Choose one of {', '.join(design_ids())}.",
        )
    return read_design(_file(design_id).read_text(encoding="utf-8"))


@cache
def design_ids() -> tuple[str, ...]:
    """The shipped designs' ids, the plainest first."""
    return tuple(each for each in _SHIPPED if _file(each).is_file())


def _file(design_id: str) -> Path:
    return paths.resources() / "designs" / f"{design_id}.toml"


def _parsed(text: str) -> dict[str, Any]:
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise _refused("", "This design is larger than 64 kB.")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _refused("", "This is not a card design, or it is damaged.") from error


def _part(kind: type[T], table: Mapping[str, Any], key: str, check: Check) -> T:
    given = table.get(key, {})
    if not isinstance(given, dict):
        raise _refused(key, f"“{key}” of this design is not a table.")
    names = frozenset(each.name for each in fields(kind))
    _known(given, names, f"{key}.")
    return kind(**{name: check(f"{key}.{name}", value) for name, value in given.items()})


def _parts(given: object) -> frozenset[Part]:
    if not isinstance(given, list):
        raise _refused("parts", "“parts” of this design is not a list.")
    return frozenset(Part(_one_of(tuple(Part), "parts", each)) for each in given)


def _known(given: Mapping[str, object], names: frozenset[str], prefix: str) -> None:
    for key in given:
        if key not in names:
            raise _refused(prefix + key, f"A card design has no “{(prefix + key)[:80]}”.")


def _one_of(known: tuple[str, ...], key: str, value: object) -> str:
    if not isinstance(value, str) or value not in known:
        choice = ", ".join(filter(None, known))
        raise _refused(key, f"“{key}” of this design is none of {choice}.")
    return str(value)


def _matching(pattern: re.Pattern[str], key: str, value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _refused(key, f"“{key}” of this design is not written as it should be.")
    return value


def _words(key: str, value: object, longest: int = _LONGEST_WORDS) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _refused(key, f"“{key}” of this design is not a text of at most {longest} letters.")
    return value


def _factor(key: str, value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not _SMALLEST <= float(str(value)) <= _LARGEST:
        raise _refused(key, f"“{key}” of this design is not between {_SMALLEST} and {_LARGEST}.")
    return float(str(value))


def _picture(key: str, value: object) -> Path | None:
    return Path(_matching(_PICTURE, key, value)) if value != "" else None


def _switch(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _refused(key, f"“{key}” of this design is neither true nor false.")
    return value


def _refused(field: str, what: str) -> InvalidValueError:
    return InvalidValueError(what, field=field, remedy="Choose another design file.")
