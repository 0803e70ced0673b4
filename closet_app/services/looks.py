"""What was seen on originals: kept once, looked up by SHA-256, made where it is missing.

Looks are derived from the bytes of an original, so no step records them and undo leaves them be.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from closet_app.db import looks as kept_looks
from closet_app.db.looks import LookRow
from closet_app.db.photos import originals_in_use
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import NotFoundError, PhotoError, UserError
from closet_app.photo.look_json import (
    measures_from_json,
    measures_to_json,
    reading_from_json,
    reading_to_json,
)
from closet_app.photo.looks import Measures, Reading
from closet_app.photo.sources import Source
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.wording import tr

if TYPE_CHECKING:
    from PIL import Image

    from closet_app.photo.measuring import Measured

READ_AT = 1600
"""Pixels of the long side at which tags are read."""
KEPT_AT_ONCE = 16
"""Photos whose measures go into one transaction: others wait for the disk 16 times less often."""

Swatches = tuple[tuple[str, str], ...]
OneDone = Callable[[str, Reading | None], object]


@dataclass(frozen=True, slots=True)
class StoredLook:
    """What was seen on one original; a part is None when nobody looked, or the photo is broken.

    `vector` is the embedding as it is kept, empty without models.
    """

    sha256: str
    measures: Measures | None = None
    vector: bytes = b""
    reading: Reading | None = None


def looks(closet: Closet, originals: Iterable[str]) -> dict[str, StoredLook]:
    """What is known of these originals, by SHA-256; one nobody looked at is left out."""
    with closet.database.read() as connection:
        found = kept_looks.read_looks(connection, originals)
    return {sha256: _stored(row) for sha256, row in found.items()}


def measured(closet: Closet, originals: Iterable[str]) -> dict[str, StoredLook]:
    """The looks at those of these originals that have been measured."""
    found = looks(closet, originals)
    return {sha256: look for sha256, look in found.items() if look.measures is not None}


def reading_of(closet: Closet, sha256: str) -> Reading | None:
    """What was read on an original; None when it was not read yet or cannot be."""
    look = looks(closet, [sha256]).get(sha256)
    return look.reading if look else None


def keep_measures(closet: Closet, found: Mapping[str, Measured | None]) -> None:
    """Keep what was measured, by SHA-256; None notes a photo that cannot be measured."""
    from closet_app.photo.measuring import MEASURED_BY

    rows = [_measured_row(sha256, each, MEASURED_BY) for sha256, each in found.items()]
    with closet.database.transaction() as connection:
        kept_looks.write_measures(connection, rows)
    closet.vectors.note(found)


def keep_reading(closet: Closet, sha256: str, reading: Reading | None) -> None:
    """Keep what was read on an original; None notes one that cannot be read."""
    from closet_app.photo.reading import READ_BY

    text = reading_to_json(reading) if reading else ""
    with closet.database.transaction() as connection:
        kept_looks.write_readings(connection, [LookRow(sha256, read_by=READ_BY, reading=text)])


def unmeasured(closet: Closet, originals: Iterable[str]) -> tuple[str, ...]:
    """Those of these originals that this version has still to measure, in their order.

    One that was measured while the models were missing is measured again once they are there.
    """
    from closet_app.photo.measuring import MEASURED_BY

    wanted = tuple(dict.fromkeys(originals))
    with closet.database.read() as connection:
        rows = kept_looks.read_looks(connection, wanted)
    blind = bool(closet.eyes.missing)
    return tuple(sha for sha in wanted if _is_unmeasured(rows.get(sha), MEASURED_BY, blind=blind))


def unmeasured_of_pieces(closet: Closet, most: int | None = None) -> tuple[str, ...]:
    """Originals of pieces outside Trash that are still to be measured, the newest first."""
    from closet_app.photo.measuring import MEASURED_BY

    blind = bool(closet.eyes.missing)
    with closet.database.read() as connection:
        found = kept_looks.originals_unmeasured(connection, MEASURED_BY, blind=blind, most=most)
    return tuple(found)


def unread(closet: Closet, originals: Iterable[str]) -> tuple[str, ...]:
    """Those of these originals that this version has still to read, in their order.

    One that was read while a model was missing is read again once that is there.
    """
    from closet_app.photo.reading import READ_BY
    from closet_app.photo.tags import NETS

    wanted = tuple(dict.fromkeys(originals))
    with closet.database.read() as connection:
        rows = kept_looks.read_looks(connection, wanted)
    lacking = frozenset((*closet.eyes.missing, *NETS.missing))
    return tuple(sha for sha in wanted if _is_unread(rows.get(sha), READ_BY, lacking))


def measure_missing(
    closet: Closet, originals: Iterable[str], progress: Progress = SILENT
) -> tuple[Problem, ...]:
    """Measure those of these originals that this version has not; what is done is kept.

    Returns the photos that cannot be measured; raises CancelledError when stopped.
    """
    words = tr("Looking at photos")
    problems: list[Problem] = []
    wanted = unmeasured(closet, originals)
    for start in range(0, len(wanted), KEPT_AT_ONCE):
        found: dict[str, Measured | None] = {}
        try:
            for done, sha256 in enumerate(wanted[start : start + KEPT_AT_ONCE], start):
                progress.step(done, len(wanted), words)
                _measure_into(closet, sha256, found, problems)
        finally:
            keep_measures(closet, found)
    progress.step(len(wanted), len(wanted), words)
    return tuple(problems)


def read_missing(
    closet: Closet,
    originals: Iterable[str],
    progress: Progress = SILENT,
    one_done: OneDone | None = None,
) -> tuple[Problem, ...]:
    """Read those of these originals that this version has not; each is kept as soon as it is read.

    `one_done` is told of each in the calling thread. Returns the photos that cannot be read;
    raises CancelledError when stopped.
    """
    words = tr("Reading tags and colors")
    problems: list[Problem] = []
    wanted = unread(closet, originals)
    for done, sha256 in enumerate(wanted):
        progress.step(done, len(wanted), words)
        try:
            reading = read_original(closet, sha256)
        except UserError as error:
            problems.append(Problem(sha256, str(error)))
            reading = None
            if isinstance(error, NotFoundError):
                continue
        keep_reading(closet, sha256, reading)
        if one_done is not None:
            one_done(sha256, reading)
    progress.step(len(wanted), len(wanted), words)
    return tuple(problems)


def measure_original(closet: Closet, sha256: str) -> Measured:
    """Measure one original now; raises NotFoundError without it, PhotoError when it is broken."""
    from closet_app.photo.decode import probe
    from closet_app.photo.measuring import measure

    facts = probe(closet.photos.path_of(sha256))
    size = (facts.width, facts.height)
    return measure(_picture(closet, sha256), size, closet.eyes, swatches(closet))


def measure_source(closet: Closet, source: Source) -> Measured:
    """Measure a photo that is not in the closet; raises PhotoError when it is none."""
    from closet_app.photo.decode import decode
    from closet_app.photo.measuring import measure
    from closet_app.photo.thumbnails import LONGEST, ThumbSize, scaled

    decoded = decode(source, at_least=LONGEST)
    size = (decoded.facts.width, decoded.facts.height)
    return measure(scaled(decoded.image, ThumbSize.LARGE), size, closet.eyes, swatches(closet))


def read_original(closet: Closet, sha256: str) -> Reading:
    """Read one original now; raises NotFoundError without it, PhotoError when it is broken."""
    from closet_app.photo.decode import open_upright
    from closet_app.photo.reading import read

    image = open_upright(closet.photos.path_of(sha256), at_least=READ_AT)
    if max(image.size) > READ_AT:
        image.thumbnail((READ_AT, READ_AT), reducing_gap=2.0)
    return read(image, closet.eyes, swatches(closet))


def forget_unused(closet: Closet, used: Collection[str] | None = None) -> int:
    """Forget the looks at originals that nothing names any more; returns how many."""
    with closet.database.read() as connection:
        named = originals_in_use(connection) if used is None else used
    with closet.database.transaction() as connection:
        return kept_looks.forget_looks(connection, named)


def swatches(closet: Closet) -> Swatches:
    """Every listed color and shade with its hex, the listed ones first."""
    palette = closet.reference.taxonomy.palette
    return tuple((color.name, color.hex) for color in (*palette.listed, *palette.shades))


def _measure_into(
    closet: Closet, sha256: str, found: dict[str, Measured | None], problems: list[Problem]
) -> None:
    try:
        found[sha256] = measure_original(closet, sha256)
    except NotFoundError as error:
        problems.append(Problem(sha256, str(error)))
    except PhotoError as error:
        problems.append(Problem(sha256, str(error)))
        found[sha256] = None


def _picture(closet: Closet, sha256: str) -> Image.Image:
    """The unedited photo upright, from its large thumbnail when that is there."""
    from closet_app.photo.decode import open_upright
    from closet_app.photo.thumbnails import LONGEST, ThumbSize, scaled

    ready = closet.thumbnails.find(sha256, size=ThumbSize.LARGE)
    if ready is not None:
        try:
            return open_upright(ready)
        except PhotoError:
            ready = None
    image = open_upright(closet.photos.path_of(sha256), at_least=LONGEST)
    return scaled(image, ThumbSize.LARGE)


def _measured_row(sha256: str, found: Measured | None, version: int) -> LookRow:
    if found is None:
        return LookRow(sha256, measured_by=version)
    return LookRow(sha256, version, measures_to_json(found.measures), found.vector)


def _is_unmeasured(row: LookRow | None, version: int, *, blind: bool) -> bool:
    if row is None or row.measured_by < version:
        return True
    return bool(row.measures) and not row.vector and not blind


def _is_unread(row: LookRow | None, version: int, lacking: frozenset[str]) -> bool:
    if row is None or row.read_by < version:
        return True
    reading = reading_from_json(row.reading) if row.reading else None
    return reading is not None and not lacking.issuperset(reading.missing)


def _stored(row: LookRow) -> StoredLook:
    return StoredLook(
        row.sha256,
        measures_from_json(row.measures) if row.measures else None,
        row.vector,
        reading_from_json(row.reading) if row.reading else None,
    )
