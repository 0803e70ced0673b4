"""What a file's name says of when it was taken: a number, a moment, or an edited twin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_TWIN_MARKS = re.compile(
    r"(?:[ _-]?\((\d{1,3})\)|[ _-](?:copy|kopie|edited|edit|bearbeitet)(?:[ _-]?\d+)?"
    r"|~(\d{1,2}))+$",
    re.IGNORECASE,
)
_EDITED_BY_PHONE = re.compile(r"^(IMG_)E(\d{4,})$", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?<!\d)(20\d\d|19[89]\d)[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])"
    r"(?:[-_ .T]|[ _-]?at[ _-]?)?([01]\d|2[0-3])[-._:]?([0-5]\d)[-._:]?([0-5]\d)"
    r"[-._]?(\d{1,3})?(?!\d)",
    re.IGNORECASE,
)
_IN_UTC = ("PXL_",)
"""Pixel phones name files by universal time, all others by the clock on the wall."""
_LAST_NUMBER = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)
_PIECES = re.compile(r"(\d+)")
_LONGEST_NUMBER = 15

Natural = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands: `family` and `number` of a counted name, or the `moment` it spells.

    `twin` is 0 for an original, more for its edited and numbered copies, which share its place.
    `width` is how many digits the number is written with, `head` sorts what stands before it.
    """

    family: str
    number: int | None
    width: int
    twin: int
    moment: datetime | None
    in_utc: bool
    head: Natural
    natural: Natural


def place_of(name: str) -> NamePlace:
    """Read `name`, of which only the part before the extension counts."""
    folder, stem = _stem(name)
    plain, twin = _untwinned(stem)
    moment, before = _moment(plain)
    family, number, width = (before, None, 0) if moment else _counted(plain)
    return NamePlace(
        family=f"{folder}{family}".casefold(),
        number=number,
        width=width,
        twin=twin,
        moment=moment,
        in_utc=plain.upper().startswith(_IN_UTC),
        head=_natural(f"{folder}{family}"),
        natural=_natural(f"{folder}{plain}"),
    )


def _stem(name: str) -> tuple[str, str]:
    folder, slash, last = name.replace("\\", "/").rpartition("/")
    stem, dot, _ = last.rpartition(".")
    return folder + slash, stem if dot and stem else last


def _untwinned(stem: str) -> tuple[str, int]:
    edited = _EDITED_BY_PHONE.match(stem)
    if edited:
        return edited[1] + edited[2], 1
    mark = _TWIN_MARKS.search(stem)
    if not mark or not mark.start():
        return stem, 0
    count = int(mark[1] or mark[2] or 0)
    return stem[: mark.start()], 1 + count


def _moment(stem: str) -> tuple[datetime | None, str]:
    """The moment that `stem` spells, as if by universal time, and what stands before it."""
    found = _MOMENT.search(stem)
    if not found:
        return None, stem
    year, month, day, hour, minute, second = (int(found[part]) for part in range(1, 7))
    try:
        whole = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None, stem
    part = timedelta(milliseconds=int((found[7] or "0").ljust(3, "0")))
    return whole + part, f"{stem[: found.start()]}@"


def _counted(stem: str) -> tuple[str, int | None, int]:
    found = _LAST_NUMBER.match(stem)
    if not found or len(found[2]) > _LONGEST_NUMBER:
        return stem, None, 0
    return f"{found[1]}#{found[3]}", int(found[2]), len(found[2])


def _natural(stem: str) -> Natural:
    """A key that sorts digits by value: IMG_9 before IMG_10."""
    return tuple(
        (0, int(piece[:_LONGEST_NUMBER]), piece)
        if piece.isascii() and piece.isdigit()
        else (1, 0, piece.casefold())
        for piece in _PIECES.split(stem)
        if piece
    )
