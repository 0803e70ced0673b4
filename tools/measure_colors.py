"""How well colors are suggested, on the garments of the sample whose colors are known.

python -m tools.measure_colors [--write]

`--write` puts the table into docs/photo.md. A suggestion of a piece comes from all of its photos:
as it stands when the import is done (the guess alone), and when its photos were read, too.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from closet_app.paths import resources
from closet_app.photo.looks import Measures
from closet_app.services import looks
from closet_app.services.closet import Closet
from closet_app.services.garment_colors import Seen, color_suggestions
from closet_app.services.opening import create_closet
from closet_app.services.records import Shop

DOCS = Path(__file__).resolve().parent.parent / "docs" / "photo.md"
MARKS = "<!-- measured by python -m tools.measure_colors --write -->", "<!-- end of colors -->"
SAMPLE = resources() / "sample"
MARKETPLACE = "poshmark"
HEADINGS = "garments", "how many", "from", "first right", "true ones named", "named are true", "F1"

Way = Callable[[Seen], Seen]


@dataclass(frozen=True, slots=True)
class Garment:
    """A piece with its true listed colors, and what is seen on each of its photos."""

    colors: frozenset[str]
    photos: tuple[Seen, ...]


WAYS: dict[str, Way] = {
    "the guess alone, as soon as photos are in": lambda seen: (seen[0], seen[1], None),
    "the cut-out alone": lambda seen: (seen[0], _uncolored(seen), seen[2]),
    "both, once they are read": lambda seen: seen,
}


def main() -> int:
    """Say the table, or write it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.measure_colors", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/photo.md")
    table = _table()
    if parser.parse_args().write:
        before, rest = DOCS.read_text(encoding="utf-8").split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        DOCS.write_text(f"{before}{MARKS[0]}\n{table}{MARKS[1]}{after}", encoding="utf-8")
    print(table)
    return 0


def _table() -> str:
    lines = [f"| {' | '.join(HEADINGS)} |", "| --- | --- | --- | --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as folder:
        closet = create_closet(Path(folder, "closet"), Shop(name="Sample"), resources())
        try:
            garments = list(_garments(closet))
            single = [each for each in garments if len(each.photos) == 1]
            several = [each for each in garments if len(each.photos) > 1]
            # The looks in resources/photos/colors.toml were chosen on every second single photo.
            lines += _rows(closet, "one photo each, tuned on", single[1::2])
            lines += _rows(closet, "one photo each, others", single[::2])
            lines += _rows(closet, "of the session, two to five photos each", several)
        finally:
            closet.close()
    return "\n".join(lines) + "\n"


def _garments(closet: Closet) -> Iterator[Garment]:
    with (SAMPLE / "items.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            kept = [name.strip() for name in row["files"].split(";")]
            paths = [SAMPLE / "photos" / name for name in kept]
            taken = [closet.photos.take_in(path, closet.thumbnails).sha256 for path in paths]
            looks.measure_missing(closet, taken)
            looks.read_missing(closet, taken)
            found = looks.looks(closet, taken)
            seen = ((sha, found[sha].measures, found[sha].reading) for sha in taken)
            yield Garment(frozenset(row["colors"].split("; ")), tuple(seen))


def _rows(closet: Closet, words: str, garments: Sequence[Garment]) -> Iterator[str]:
    for source, way in WAYS.items():
        told = [(each.colors, _told(closet, map(way, each.photos))) for each in garments]
        first = mean(named[0] in true for true, named in told)
        recall = mean(len(true.intersection(named)) / len(true) for true, named in told)
        precision = mean(len(true.intersection(named)) / len(named) for true, named in told)
        both = mean(
            2 * len(true.intersection(named)) / (len(true) + len(named)) for true, named in told
        )
        figures = f"{first:.2f} | {recall:.2f} | {precision:.2f} | {both:.2f}"
        yield f"| {words} | {len(garments)} | {source} | {figures} |"


def _told(closet: Closet, photos: Iterator[Seen]) -> list[str]:
    """The suggested colors in the words of the marketplace that the truth was written for."""
    palette = closet.reference.taxonomy.palette
    found = color_suggestions(palette, list(photos))
    names = next(each for each in found if each.field == "colors").value.split(", ")
    known = [color for name in names if (color := palette.named(name))]
    return list(dict.fromkeys(color.words[MARKETPLACE] or color.name for color in known))


def _uncolored(seen: Seen) -> Measures | None:
    return replace(seen[1], colors=()) if seen[1] else None


if __name__ == "__main__":
    raise SystemExit(main())
