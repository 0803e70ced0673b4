"""`closet design`: list, export and import."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Shell


def test_the_designs_are_listed_with_the_usual_one_marked(shop: Shell) -> None:
    found = shop.json("design", "list")
    assert [each["id"] for each in found if each["usual"]] == ["hand_note"]
    assert {"hand_note", "stitched", "photo", "bold", "ribbon", "postcard"} <= {
        each["id"] for each in found
    }
    assert "Stitched" in shop.ok("design", "list")


def test_a_design_goes_out_as_a_file_and_comes_in_as_an_own_one(
    shop: Shell, tmp_path: Path
) -> None:
    out = tmp_path / "ribbon.closetdesign"
    assert shop.ok("design", "export", "ribbon", "--out", out) == f"Wrote {out}"
    taken = shop.json("design", "import", out)
    assert taken["name"] == "Ribbon (2)"
    listed = shop.json("design", "list")
    assert [each["id"] for each in listed if each["own"]] == [taken["id"]]


def test_what_is_no_design_is_refused_with_a_sentence(shop: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.closetdesign"
    bad.write_bytes(b"no archive")
    ran = shop("design", "import", bad)
    assert (ran.code, ran.out) == (1, "")
    assert "is no card design" in ran.err
    assert shop("design", "export", "own-9", "--out", tmp_path).code == 1
