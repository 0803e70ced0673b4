from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from PIL import Image

from closet_app import paths

SAMPLE = paths.resources() / "sample"
MOST_BYTES = 15_000_000


def rows() -> list[dict[str, str]]:
    with (SAMPLE / "items.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_photo_belongs_to_one_piece_and_is_there() -> None:
    named = [name for row in rows() for name in row["files"].split(";")]
    shipped = sorted(path.name for path in (SAMPLE / "photos").iterdir())
    assert sorted(named) == shipped
    assert (len(rows()), len(shipped)) == (132, 160)


def test_the_cover_is_never_left_out() -> None:
    left_out = {row["files"]: row["left_out"].split(";") for row in rows() if row["left_out"]}
    assert sum(map(len, left_out.values())) == 4
    for files, names in left_out.items():
        assert set(names) <= set(files.split(";")[1:])


def test_the_sample_is_small_and_says_nothing_of_its_cameras() -> None:
    total = sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file())
    assert total <= MOST_BYTES
    for path in (SAMPLE / "photos").iterdir():
        with Image.open(path) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "comment"} & set(image.info)
            assert max(image.size) <= 900


def test_each_piece_has_what_a_listing_needs() -> None:
    for row in rows():
        assert all(row[key] for key in ("title", "brand", "category", "subcategory", "bin"))
        assert row["department"] in {"Women", "Men", "Kids"}
        assert Decimal(row["cost"]) < Decimal(row["asking"])
        assert 1 <= len(row["colors"].split("; ")) <= 2


def test_the_licence_of_the_photos_stands_beside_them() -> None:
    assert "CC0" in Path(SAMPLE / "README.md").read_text(encoding="utf-8")
