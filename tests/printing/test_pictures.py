from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from closet_app.printing.pictures import framed_photo, logo


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def test_a_photo_covers_its_frame_at_three_hundred_dots_an_inch(tmp_path: Path) -> None:
    path = tmp_path / "wide.jpg"
    wide = Image.new("RGB", (900, 300), "white")
    wide.paste((0, 0, 0), (300, 0, 600, 300))
    wide.save(path, quality=95)
    framed = opened(framed_photo(path, 42, 48))
    assert framed.size == (175, 200)
    assert framed.getpixel((88, 100)) == (0, 0, 0)
    assert framed.getpixel((2, 100)) == (0, 0, 0)


def test_a_photo_lying_on_its_side_is_printed_upright(tmp_path: Path) -> None:
    path = tmp_path / "side.jpg"
    picture = Image.new("RGB", (400, 400), "white")
    picture.paste((0, 0, 0), (0, 0, 400, 200))
    exif = picture.getexif()
    exif[0x0112] = 6
    picture.save(path, exif=exif, quality=95)
    framed = opened(framed_photo(path, 48, 48))
    assert framed.getpixel((180, 100)) == (0, 0, 0)
    assert framed.getpixel((20, 100)) == (255, 255, 255)


def test_a_changed_photo_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "shirt.png"
    shades = []
    for shade in (10, 200):
        path.unlink(missing_ok=True)
        Image.new("RGB", (40 + shade, 50), (shade,) * 3).save(path)
        shades.append(opened(framed_photo(path, 42, 48)).getpixel((9, 9)))
    assert shades[0] != shades[1]


def test_a_clear_logo_lies_on_white_whole(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (400, 100), (0, 0, 0, 0)).save(path)
    printed = opened(logo(path, 48, 48))
    assert printed.size == (200, 50)
    assert printed.getpixel((100, 25)) == (255, 255, 255)


def test_what_is_no_picture_is_none(tmp_path: Path) -> None:
    text = tmp_path / "text.jpg"
    text.write_text("not a picture")
    assert framed_photo(text, 42, 48) is None
    assert framed_photo(tmp_path, 42, 48) is None
    assert logo(tmp_path / "missing.png", 42, 48) is None
    assert logo(text, 42, 48) is None
    assert framed_photo(Path("nul\x00byte.jpg"), 42, 48) is None
