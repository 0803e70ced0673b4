"""What a machine guesses about a piece: shown as a suggestion, a value only once it is used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from closet_app.domain.boxes import Box


class Origin(StrEnum):
    """Where a suggestion was read from."""

    TAG = "tag"
    PHOTO = "photo"
    BARCODE = "barcode"
    FACTS = "facts"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value for the field `field` (a key of `FIELD`), as the seller would type it.

    `confidence` is 0 to 1. `sha256` and `box` say which photo it was read from and where, `lines`
    the words that were read there, `similar` the pieces a price comes from.
    """

    field: str
    value: str
    confidence: float
    origin: Origin
    sha256: str = ""
    box: Box | None = None
    lines: tuple[str, ...] = ()
    similar: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What a dismissal of this suggestion is remembered by."""
        return f"{self.field}={self.value}"
