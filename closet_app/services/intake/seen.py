"""What was seen on the photos of an intake; parsed once for each look that is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from closet_app.db import looks as kept_looks
from closet_app.db.looks import LookRow
from closet_app.photo.look_json import measures_from_json, reading_from_json
from closet_app.photo.looks import Measures, Reading
from closet_app.photo.reading import READ_BY
from closet_app.services.closet import Closet
from closet_app.services.looks import StoredLook

MOST_KEPT = 4_096
"""Looks kept parsed, by their text: some MB, and enough for a day's photos."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Looks by SHA-256 as parsed, and as the rows they are kept in."""

    looks: Mapping[str, StoredLook]
    rows: Mapping[str, LookRow]

    def measures(self, sha256: str) -> Measures | None:
        """What was measured on an original, if anything was."""
        look = self.looks.get(sha256)
        return look.measures if look else None

    def unread(self, originals: Iterable[str]) -> tuple[str, ...]:
        """Those of these originals whose tags and colors this version has still to read."""
        return tuple(
            sha256
            for sha256 in originals
            if sha256 not in self.rows or self.rows[sha256].read_by < READ_BY
        )

    def missing(self) -> tuple[str, ...]:
        """What could not be looked for, as sentences."""
        readings = (look.reading for look in self.looks.values())
        return tuple(dict.fromkeys(each for one in readings if one for each in one.missing))


def seen_of(closet: Closet, originals: Iterable[str]) -> Seen:
    """What is known of these originals."""
    with closet.database.read() as connection:
        rows = kept_looks.read_looks(connection, originals)
    return Seen({sha256: parsed_look(row) for sha256, row in rows.items()}, rows)


def parsed_look(row: LookRow) -> StoredLook:
    """A look as values; equal texts are parsed once."""
    return StoredLook(
        row.sha256,
        _measures(row.measures) if row.measures else None,
        row.vector,
        _reading(row.reading) if row.reading else None,
    )


@lru_cache(maxsize=MOST_KEPT)
def _measures(text: str) -> Measures | None:
    return measures_from_json(text)


@lru_cache(maxsize=MOST_KEPT)
def _reading(text: str) -> Reading | None:
    return reading_from_json(text)
