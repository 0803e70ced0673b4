"""A place on a photo becomes a small picture of its own."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from closet_app.domain.boxes import WHOLE, Box
from closet_app.photo.crops import LEAST, _pixels, crop_jpeg


def _photo(path: Path) -> Path:
    """Red, with a blue quarter at the lower right."""
    image = Image.new("RGB", (800, 600), (200, 30, 30))
    image.paste((30, 30, 200), (400, 300, 800, 600))
    image.save(path, quality=95)
    return path


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_a_crop_shows_its_place_and_nothing_else(tmp_path: Path) -> None:
    crop = _opened(crop_jpeg(_photo(tmp_path / "p.jpg"), Box(0.55, 0.55, 0.95, 0.95), 100))

    assert max(crop.size) == 100
    red, _green, blue = crop.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]  # three bands
    assert blue > 180
    assert red < 60


def test_a_crop_of_the_whole_photo_keeps_its_shape(tmp_path: Path) -> None:
    crop = _opened(crop_jpeg(_photo(tmp_path / "p.jpg"), WHOLE, 200))

    assert crop.size == (200, 150)


def test_a_photo_on_its_side_is_cropped_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (80, 60), (200, 30, 30))
    image.paste((30, 30, 200), (0, 0, 40, 60))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "p.jpg", exif=exif, quality=95)

    crop = _opened(crop_jpeg(tmp_path / "p.jpg", Box(0, 0, 1, 0.4), 60))

    red, _green, blue = crop.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]  # three bands
    assert blue > red


_SHARES = st.floats(0, 1)


@given(st.tuples(_SHARES, _SHARES), st.tuples(_SHARES, _SHARES), st.integers(1, 5000))
def test_a_crop_lies_within_the_photo_and_is_never_empty(
    across: tuple[float, float], down: tuple[float, float], side: int
) -> None:
    box = Box(min(across), min(down), max(across), max(down))

    left, top, right, bottom = _pixels(box, (side, side + 3))

    assert 0 <= left < right <= side
    assert 0 <= top < bottom <= side + 3
    assert right - left >= min(LEAST, side)
