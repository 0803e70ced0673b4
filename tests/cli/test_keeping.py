from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Shell


def test_a_backup_comes_back_whole(shop: Shell, sold: str, tmp_path: Path) -> None:
    zipped, again = tmp_path / "shop.zip", tmp_path / "again"
    assert "1 photo" in shop.ok("backup", "--out", zipped)
    assert "1 photo" in shop.ok("restore", zipped, again)
    ours, theirs = (shop.json("list", "--closet", each) for each in (tmp_path / "shop", again))
    assert ours == theirs
    assert shop.json("order", sold, "--closet", again)["number"] == int(sold)
    assert shop.json("check", "--closet", again)["ok"] is True


def test_a_backup_is_never_unpacked_over_a_closet(shop: Shell, tmp_path: Path) -> None:
    shop.ok("backup", "--out", tmp_path / "shop.zip")
    ran = shop("restore", tmp_path / "shop.zip", tmp_path / "shop")
    assert ran.code == 1
    assert "already" in ran.err


def test_a_changed_backup_is_refused(shop: Shell, tmp_path: Path) -> None:
    zipped = tmp_path / "shop.zip"
    shop.ok("backup", "--out", zipped)
    data = bytearray(zipped.read_bytes())
    data[len(data) // 2] ^= 1
    zipped.write_bytes(bytes(data))
    ran = shop("restore", zipped, tmp_path / "again")
    assert ran.code == 1
    assert "shop.zip" in ran.err
    assert not (tmp_path / "again").exists()


def test_a_check_ends_with_1_and_a_list_when_anything_is_wrong(shop: Shell, tmp_path: Path) -> None:
    assert shop.ok("check").startswith("Everything is in order: 3 items")
    shutil.rmtree(tmp_path / "shop" / "photos")
    ran = shop("check")
    assert ran.code == 1
    assert ran.out.startswith("photo_missing: ")
    ran = shop("check", "--json")
    assert (ran.code, ran.json["ok"]) == (1, False)
    assert [each["kind"] for each in ran.json["problems"]] == ["photo_missing"]


def test_a_check_of_a_file_that_is_no_closet_says_so_in_json_too(
    shop: Shell, tmp_path: Path
) -> None:
    (tmp_path / "shop" / "closet.db").write_bytes(b"\0" * 4_096)
    ran = shop("check", "--json")
    assert ran.code == 1
    assert [each["kind"] for each in ran.json["problems"]] == ["damage"]
    assert ran.json["items"] is None


def test_the_sample_ends_the_day_before_the_one_it_was_made_for(
    closet: Shell, sample_folder: Path
) -> None:
    at = ("--closet", sample_folder)
    assert len(closet.json("list", *at)) == 130
    assert closet.json("list", "sold:2026-11-21", *at)
    assert closet.json("list", "sold:2026-11-22..2027", *at) == []
    assert closet("sample", sample_folder).code == 1


def test_the_demo_shows_everything_once(closet: Shell, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    said = closet.ok("demo", "--out", out, "--today", "2026-11-22")
    files = ("slip.pdf", "card.pdf", "address.pdf", "labels.pdf", "items.csv", "sales.csv")
    for name in (*files, "summary.csv"):
        assert (out / name).stat().st_size > 500
        assert name in said
    order = closet.json("order", "1061", "--closet", out)
    assert len(order["lines"]) == 3
    assert f"Kept of this order: ${order['profit_minor'] / 100:.2f}" in said
    assert closet.json("check", "--closet", out)["ok"] is True
    assert closet("demo", "--out", out).code == 1


def test_nothing_is_made_where_other_files_are(closet: Shell, tmp_path: Path) -> None:
    (tmp_path / "taxes.txt").write_text("mine")
    for command in ("new", "sample"):
        assert closet(command, tmp_path).code == 1
    assert closet("demo", "--out", tmp_path).code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taxes.txt"]
