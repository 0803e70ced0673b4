"""The form in which two printed words count as the same, whatever a text reader mixed up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LOOK_ALIKE = str.maketrans({
    "0": "o", "1": "i", "l": "i", "|": "i", "!": "i", "5": "s", "$": "s", "8": "b",
    "&": "and", "+": "and", "ø": "o", "æ": "ae", "œ": "oe", "ł": "i", "đ": "d",
})  # fmt: skip
_DIGITS = str.maketrans("OoQDIil|!SsBZz", "00001111155822")


@lru_cache(maxsize=16_384)
def tag_key(text: str) -> str:
    """`text` without case, accents, spaces and signs; look-alikes such as O and 0 are one."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    bare = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")
    folded = unicodedata.normalize("NFC", bare).casefold().translate(_LOOK_ALIKE)
    return "".join(sign for sign in folded if sign.isalnum())


def as_digits(text: str) -> str:
    """`text` read as figures, O as 0 and l as 1; empty when something else is in it."""
    figures = text.translate(_DIGITS)
    return figures if figures.isascii() and figures.isdigit() else ""


def slips(one: str, other: str, most: int) -> int:
    """Letters to change, add or leave out to make `other` of `one`; most + 1 for any more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row[0] = row[0], at
        for place, wanted in enumerate(other, 1):
            last, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, last + (letter != wanted)),
            )
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def slips_allowed(length: int) -> int:
    """How many slips a word of that many letters may have and still be told from others."""
    return 0 if length < 5 else 1 if length < 9 else 2 if length < 14 else 3  # noqa: PLR2004 - steps
