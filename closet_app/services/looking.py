"""Everything that can be seen on photos outside any closet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.tags import TagFacts
from closet_app.errors import PhotoError
from closet_app.photo.looks import Measures, Reading
from closet_app.services.changed import Problem
from closet_app.services.opening import MODELS
from closet_app.services.reference import read_reference
from closet_app.services.tag_reading import TagReader
from closet_app.wording import tr

if TYPE_CHECKING:
    from closet_app.photo.eyes import Eyes
    from closet_app.photo.palette import Swatches

_SHOWN_AT = 1_600  # pixels of the long side, enough to read a tag


@dataclass(frozen=True, slots=True)
class Looked:
    """One photo: what was measured and read on it, and the facts its text tells.

    `missing` are sentences about what could not be looked for.
    """

    path: Path
    measures: Measures
    reading: Reading
    tag: TagFacts
    missing: tuple[str, ...]


def look_at_photos(
    resources: Path,
    paths: Sequence[Path],
    *,
    own_brands: Iterable[str] = (),
    progress: Progress = SILENT,
) -> tuple[tuple[Looked, ...], tuple[Problem, ...]]:
    """Look at each photo; those that are none are problems, and the rest goes on."""
    from closet_app.photo.eyes import Eyes

    eyes = Eyes(resources / MODELS)
    palette = read_reference(resources).taxonomy.palette
    swatches = tuple((color.name, color.hex) for color in (*palette.listed, *palette.shades))
    reader = TagReader(resources, tuple(own_brands))
    looked: list[Looked] = []
    problems: list[Problem] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), tr("Looking at photos"))
        try:
            looked.append(_look(path, eyes, swatches, reader))
        except PhotoError as error:
            problems.append(Problem(str(path), str(error)))
    progress.step(len(paths), len(paths), tr("Looking at photos"))
    return tuple(looked), tuple(problems)


def _look(path: Path, eyes: Eyes, swatches: Swatches, reader: TagReader) -> Looked:
    from closet_app.photo.decode import decode
    from closet_app.photo.measuring import measure
    from closet_app.photo.reading import read

    decoded = decode(path, at_least=_SHOWN_AT)
    size = (decoded.facts.width, decoded.facts.height)
    measures = measure(decoded.image, size, eyes, swatches).measures
    reading = read(decoded.image, eyes, swatches)
    missing = tuple(dict.fromkeys((*reading.missing, *eyes.missing)))
    return Looked(path, measures, reading, reader.facts(reading.lines), missing)
