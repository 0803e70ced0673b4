"""Commands that say what is seen on photos."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from tests.cli.conftest import Shell
from tests.cli.test_documented import KINDS, documented, said
from tests.closets import PHOTOS


def code_photo(path: Path, text: str, kind: str = "QRCode") -> Path:
    """A code on white paper."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    art = Image.fromarray(np.asarray(zxingcpp.write_barcode_to_image(code, scale=4)))
    paper = Image.new("RGB", (art.width + 120, art.height + 120), "white")
    paper.paste(art.convert("RGB"), (60, 60))
    paper.save(path)
    return path


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A garment, its tag, and a code."""
    folder = tmp_path_factory.mktemp("seen")
    code = code_photo(folder / "code.png", "036000291452", "UPCA")
    return [PHOTOS / "img-2056.jpg", PHOTOS / "img-2057.jpg", code]


def test_look_says_what_is_seen_without_a_closet(closet: Shell, seen: list[Path]) -> None:
    looked = closet.json("look", *seen)
    garment, tag, code = looked["photos"]

    assert looked["problems"] == []
    assert garment["categories"][0]["name"] == "longsleeve"
    assert len(garment["categories"]) == 3
    assert sum(each["share"] for each in garment["colors"]) <= 1.01
    assert {name: fact["value"] for name, fact in tag["tag"].items()} == {
        "brand": "Joules",
        "size": "10",
        "material": "95% cotton, 5% elastane",
        "made_in": "Portugal",
    }
    assert [line["text"] for line in tag["lines"]][:2] == ["Joules", "10"]
    assert [(each["format"], each["text"]) for each in code["codes"]] == [("UPC-A", "036000291452")]


def test_look_names_every_key_with_its_type(closet: Shell, seen: list[Path]) -> None:
    page = documented("look")
    keys = set()
    shouting = closet("look", "--json", *seen[1:], "nothing.jpg")
    for key, value in said(shouting.json):
        if value == [] and key not in page:
            continue
        keys.add(key)
        allowed = tuple(kind for name in page.get(key, ()) for kind in KINDS[name])
        assert type(value) in allowed, f"{key} is {value!r}"

    assert set(page) - keys <= {"photos[].departments[].name", "photos[].departments[].confidence"}
    assert keys <= set(page)
    assert shouting.code == 1


def test_look_speaks_plainly_and_names_what_is_no_photo(
    closet: Shell, seen: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "note.jpg").write_text("no photo")

    ran = closet("look", seen[1], tmp_path / "note.jpg")

    assert ran.code == 1
    assert "Tag: Joules, 10, 95% cotton, 5% elastane, Portugal" in ran.out
    assert "note.jpg is not a photo" in ran.err


def test_look_knows_the_brands_of_a_named_closet(closet: Shell, tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    closet.ok("new", shop, "--name", "Juniper Lane")
    closet.ok("add", PHOTOS / "img-2056.jpg", "--title", "Top", "--closet", shop)
    closet.ok("edit", "JL-0001", "brand=JOULES", "--closet", shop)

    looked = closet.json("look", PHOTOS / "img-2057.jpg", "--closet", shop)

    assert looked["photos"][0]["tag"]["brand"]["value"] == "JOULES"


@pytest.fixture
def labelled(closet: Shell, tmp_path: Path) -> Shell:
    """A closet with one item that has a barcode."""
    closet.ok("new", tmp_path / "shop", "--name", "Juniper Lane")
    closet.ok("add", PHOTOS / "img-2063.jpg", "--title", "Mary Janes")
    sku = closet.json("list")[0]["sku"]
    closet.ok("edit", sku, "upc=0 36000 29145 2")
    return closet


def test_scan_names_the_item_of_a_label_and_of_a_barcode(labelled: Shell, tmp_path: Path) -> None:
    sku = labelled.json("list")[0]["sku"]
    label = code_photo(tmp_path / "label.png", sku)
    barcode = code_photo(tmp_path / "barcode.png", "036000291452", "UPCA")

    by_label, by_barcode = (labelled.json("scan", each) for each in (label, barcode))

    assert [(each["format"], each["text"], each["skus"]) for each in by_label] == [
        ("QR", sku, [sku])
    ]
    assert [(each["upc"], each["skus"]) for each in by_barcode] == [("036000291452", [sku])]
    assert labelled.ok("scan", label).split() == ["QR", sku, sku]
    assert {key for key, _ in said(by_label)} == set(documented("scan"))


def test_scan_works_without_a_closet_and_says_when_there_is_no_code(
    closet: Shell, tmp_path: Path
) -> None:
    label = code_photo(tmp_path / "label.png", "JL-0412")

    nothing = closet("scan", PHOTOS / "dress-05.jpg")

    assert closet.json("scan", label)[0]["text"] == "JL-0412"
    assert nothing.code == 1
    assert "no code" in nothing.err
    gone = closet("scan", tmp_path / "gone.jpg", "--json")
    assert (gone.code, json.loads(gone.out)) == (1, [])
    assert "cannot be read" in gone.err


def test_scan_reads_on_while_the_last_closet_is_away(closet: Shell, tmp_path: Path) -> None:
    closet.ok("new", tmp_path / "shop", "--name", "Juniper Lane")
    (tmp_path / "shop").rename(tmp_path / "drive")
    label = code_photo(tmp_path / "label.png", "JL-0412")

    ran = closet("scan", label)

    assert (ran.code, ran.out.split()) == (0, ["QR", "JL-0412"])
    assert "There is no closet in" in ran.err
    assert closet("scan", label, "--closet", tmp_path / "shop").code == 1


LONG = "l" * 300


@pytest.mark.parametrize(
    "words",
    [
        ("intake", f"{LONG}.jpg"),
        ("look", f"{LONG}.jpg"),
        ("scan", f"{LONG}.jpg"),
        ("similar", f"{LONG}.jpg"),
        ("cutout", f"{LONG}.jpg", "--out", "cut.png"),
        ("cutout", str(PHOTOS / "img-2063.jpg"), "--out", f"{LONG}.png"),
    ],
)
def test_a_path_that_cannot_be_looked_at_is_said(
    labelled: Shell, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    ran = labelled(*words)

    assert ran.code == 1
    assert LONG[:20] in ran.err
    assert "made a mistake" not in ran.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that is closed")
def test_a_closed_folder_is_named_and_the_rest_is_looked_at(closet: Shell, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0)

    seen = closet.json("intake", shut, PHOTOS / "img-2063.jpg")

    assert seen["problems"] == [{"file": "shut", "why": "The folder shut cannot be opened."}]
    assert len(seen["groups"]) == 1


def test_a_barcode_is_kept_searched_and_refused_when_a_figure_is_wrong(labelled: Shell) -> None:
    sku = labelled.json("list")[0]["sku"]

    refused = labelled("edit", sku, "barcode=036000291453")

    assert labelled.json("show", sku)["upc"] == "036000291452"
    assert [each["sku"] for each in labelled.json("list", "upc:0036000291452")] == [sku]
    assert [each["sku"] for each in labelled.json("list", "has:barcode")] == [sku]
    assert refused.code == 2
    assert "One figure of this barcode is wrong" in refused.err
