"""`closet photos` and `closet cutout`."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.cli.conftest import Shell
from tests.cli.test_documented import documented, said
from tests.closets import PHOTOS


def test_photos_of_items_are_written_for_a_marketplace(shop: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert shop.ok("photos", "JL-0001", "--for", "Mercari", "--out", out) == (
        f"Wrote {out / 'mercari'} (1 photo)"
    )
    with Image.open(out / "mercari" / "JL-0001-1.jpg") as copy:
        assert copy.width == copy.height


def test_the_page_names_every_key_of_photos(shop: Shell, tmp_path: Path) -> None:
    stored = next((tmp_path / "shop" / "photos").rglob("*.jpg"))
    stored.chmod(0o600)
    stored.write_bytes(b"\xff\xd8\xff")
    words = ("photos", "JL-0001", "--for", "ebay,depop", "--zip", tmp_path / "a.zip", "--json")
    ran = shop(*words)
    assert ran.code == 1
    assert {key for key, _ in said(ran.json)} == set(documented("photos"))
    assert [each["photo"] for each in ran.json["problems"]] == ["JL-0001-1 (dress-01.jpg)"]


def test_wrong_words_for_photos_are_refused(shop: Shell, tmp_path: Path) -> None:
    assert shop("photos", "JL-0001", "--for", "ebay").code == 2
    ran = shop("photos", "JL-0001", "--for", "fleabay", "--out", tmp_path)
    assert ran.code == 2
    assert "There is no marketplace “fleabay”." in ran.err
    assert shop("photos", "JL-9999", "--for", "ebay", "--out", tmp_path).code == 1


def test_a_garment_is_cut_out_without_a_closet(closet: Shell, tmp_path: Path) -> None:
    out = tmp_path / "dress.png"
    made = closet.json("cutout", PHOTOS / "dress-01.jpg", "--out", out)
    assert set(made) == set(documented("cutout"))
    assert 0.1 < made["garment_share"] < 0.7
    with Image.open(out) as picture:
        assert (picture.mode, picture.size) == ("RGBA", (made["width"], made["height"]))
        assert picture.getchannel("A").getpixel((2, 2)) == 0
    again = closet("cutout", PHOTOS / "dress-01.jpg", "--out", out)
    assert again.code == 1
    assert "There is a file dress.png already." in again.err


def test_a_background_goes_behind_the_garment(closet: Shell, tmp_path: Path) -> None:
    out = tmp_path / "dress.jpg"
    words = ("cutout", PHOTOS / "dress-01.jpg", "--out", out, "--background")
    assert closet(*words, "none").code == 1
    assert closet(*words, "plaid").code == 2
    assert closet.ok(*words, "#336699").startswith(f"Wrote {out}")
    with Image.open(out) as picture:
        corner = picture.getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert abs(corner[0] - 51) < 8


def test_what_is_no_photo_is_not_cut_out(closet: Shell, tmp_path: Path) -> None:
    page = tmp_path / "page.jpg"
    page.write_text("<html></html>")
    ran = closet("cutout", page, "--out", tmp_path / "out.png")
    assert ran.code == 1
    assert "page.jpg" in ran.err
    assert not (tmp_path / "out.png").exists()
