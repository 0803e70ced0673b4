"""Codes on whole photos of a phone."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from closet_app.services.scanning import scan
from tests.photo.test_codes import drawn


def test_a_code_far_away_is_found_on_a_photo_of_twelve_megapixels(tmp_path: Path) -> None:
    photo = Image.new("RGB", (4_032, 3_024), (150, 130, 110))
    photo.paste(drawn("UPCA", "036000291452", scale=2).crop((250, 100, 650, 500)), (2_900, 400))
    photo.save(tmp_path / "IMG_1.jpg", quality=85)

    (found,) = scan(tmp_path / "IMG_1.jpg")

    assert (found.code.format, found.upc) == ("UPC-A", "036000291452")


def test_a_photo_without_a_code_is_looked_at_to_its_last_pixel(tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), (150, 130, 110)).save(tmp_path / "IMG_2.jpg")

    assert scan(tmp_path / "IMG_2.jpg") == ()
