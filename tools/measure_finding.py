"""Say how well pieces are found by photo, on the photos of the sample shop.

`python -m tools.measure_finding` makes a piece of the first photo of each garment. The other
photos of a garment are asked about as if they had just come in; so are the first ones, apart from
their own piece, and what is found then was mistaken.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from closet_app.domain.item import ItemFacts
from closet_app.paths import resources
from closet_app.services import items, looks, similar
from closet_app.services.closet import Closet
from closet_app.services.opening import create_closet
from closet_app.services.pieces import piece
from closet_app.services.records import Shop

SAMPLE = resources() / "sample"


@dataclass(frozen=True, slots=True)
class Garment:
    """A piece made of its first photo, and the SHA-256 of its other photos."""

    item_id: int
    first: str
    others: tuple[str, ...]


def main() -> int:
    """Say the figures; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        closet = create_closet(Path(folder, "closet"), Shop(name="Sample"), resources())
        try:
            garments = list(_garments(closet))
            _say_mistaken(closet, garments)
            _say_found(closet, [each for each in garments if each.others])
        finally:
            closet.close()
    return 0


def _garments(closet: Closet) -> Iterator[Garment]:
    with (SAMPLE / "items.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            names = [name.strip() for name in row["files"].split(";")]
            paths = [SAMPLE / "photos" / name for name in names]
            item_id = items.add_item(closet, ItemFacts(title=row["title"]), paths[:1])[0]
            first = piece(closet, item_id).photos[0].ref.sha256
            taken = [closet.photos.take_in(path, closet.thumbnails) for path in paths[1:]]
            others = tuple(photo.sha256 for photo in taken)
            looks.measure_missing(closet, (first, *others))
            yield Garment(item_id, first, others)


def _say_mistaken(closet: Closet, garments: list[Garment]) -> None:
    mistaken = [
        each
        for each in garments
        if similar.here_already(closet, [each.first], apart_from={each.item_id})
    ]
    print(f"taken for another: {len(mistaken)} of {len(garments)} garments")


def _say_found(closet: Closet, garments: list[Garment]) -> None:
    again = wrong = first = three = asked = 0
    for each in garments:
        here = {found.item_id for found in similar.here_already(closet, each.others).values()}
        again += each.item_id in here
        wrong += bool(here - {each.item_id})
        for sha256 in each.others:
            found = [alike.item_id for alike in similar.find_like(closet, sha256, limit=3)]
            asked += 1
            first += found[:1] == [each.item_id]
            three += each.item_id in found
    print(f"said to be here already: {again} of {len(garments)} garments, another one: {wrong}")
    print(f"photos asked about: {asked}, found first {first}, among the first three {three}")


if __name__ == "__main__":
    raise SystemExit(main())
