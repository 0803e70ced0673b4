"""Typed figures made plain decimals; nothing is guessed that could mean two amounts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

MINUS = "−"
_SPACES = re.compile(r"\s+")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’\u02bc`\u00b4′", "'"))
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
_FIGURE = re.compile(r"[0-9]+(?:[.,' ][0-9]+)*[.,]?|[.,][0-9]+")
_SEPARATOR = re.compile(r"[.,' ]")
_GROUPS = re.compile(
    r"[0-9]{1,3}(?:([.,' ])(?:[0-9]{3}|[0-9]{2}(?=\1)))(?:\1(?:[0-9]{3}|[0-9]{2}(?=\1)))*"
)
_GROUP = 3
_LONGEST_FIGURE = 60
_SHOWN = 40


class NotANumberError(ValueError):
    """The text is no figure at all."""


@dataclass(frozen=True, slots=True)
class Readings(Exception):  # noqa: N818 - it carries an answer, two of them
    """The text can be read in two ways: grouped thousands or decimals."""

    grouped: Decimal
    decimal: Decimal


def plain_signs(text: str, *, wide_digits: bool = True) -> str:
    """`text` with ASCII digits, plain spaces and apostrophes, without direction marks.

    Full-width digits stay as they are unless `wide_digits`: a file that has them was not
    written by a spreadsheet.
    """
    shown = text.translate(_MARKS).translate(_APOSTROPHES)
    ascii_digits = "".join(_plain_digit(letter, wide_digits=wide_digits) for letter in shown)
    return _SPACES.sub(" ", ascii_digits).strip()


def _plain_digit(letter: str, *, wide_digits: bool) -> str:
    if letter.isascii() or (not wide_digits and "\uff10" <= letter <= "\uff19"):
        return letter
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def read_figure(figure: str, decimal_mark: str | None = ".") -> Decimal:
    """The value of unsigned `figure` (`plain_signs` form), like 1,234.56 or 1 234,56 or 12,50.

    `decimal_mark` settles `1,234`; None raises Readings there. Raises NotANumberError.
    """
    if len(figure) > _LONGEST_FIGURE or not _FIGURE.fullmatch(figure):
        raise NotANumberError(figure)
    mark = _mark_of(figure, decimal_mark)
    whole, _, rest = figure.rpartition(mark) if mark else (figure, "", "")
    return Decimal(f"{_ungrouped(whole)}.{rest}0")


def _mark_of(figure: str, decimal_mark: str | None) -> str:
    """The character before the decimals; empty when all separators only group."""
    found: list[str] = _SEPARATOR.findall(figure)
    if not found or found[-1] not in ".," or found.count(found[-1]) > 1:
        return ""
    head, _, tail = figure.rpartition(found[-1])
    if len(found) > 1 or len(tail) != _GROUP or not 1 <= len(head) <= _GROUP or head[0] == "0":
        return found[-1]
    if decimal_mark is None:
        raise Readings(Decimal(head + tail), Decimal(f"{head}.{tail}"))
    return found[-1] if found[-1] == decimal_mark else ""


def _ungrouped(whole: str) -> str:
    if whole.isdigit() or not whole:
        return whole or "0"
    if not _GROUPS.fullmatch(whole):
        raise NotANumberError(whole)
    return _SEPARATOR.sub("", whole)


def decimal_mark_of(texts: Iterable[str]) -> str | None:
    """The decimal mark that a column of amounts uses; None when no amount shows it."""
    for text in texts:
        found = re.search(r"[0-9]([.,])[0-9]{1,2}(?![0-9.,])", plain_signs(text))
        if found:
            return found[1]
    return None


def say_figure(value: Decimal, decimal: str = ".") -> str:
    """`value` without needless zeros and without an exponent."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", decimal)


def short(text: str) -> str:
    """Typed text as a sentence may quote it: one line of at most forty characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
