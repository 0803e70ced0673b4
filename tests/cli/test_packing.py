"""The packing table from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Shell
from tests.printing.label_drawings import LAYOUTS

UPS = "1Z5R89390357567127"


def test_nothing_to_pack_is_said(shop: Shell) -> None:
    assert shop.ok("pack") == "Nothing to pack."
    found = shop.json("pack")
    assert (found["orders"], found["bins"]) == ([], [])


def test_the_bins_come_first_and_then_the_orders(shop: Shell, sold: str) -> None:
    bins, orders = shop.ok("pack").split("\n\n")
    lines = bins.splitlines()
    assert [line.split()[0] for line in lines] == ["Bin", "B-04", "no"]
    assert "JL-0001" in lines[1]
    assert orders.splitlines()[1].split()[0] == sold
    assert "김서연" in orders


def test_items_are_checked_by_their_label(shop: Shell, sold: str) -> None:
    assert shop.ok("pack", "check", "jl-0001") == f"JL-0001 is for order {sold}, 김서연."
    assert shop.json("pack")["orders"][0]["pieces"][0]["checked"]
    wrong = shop("pack", "check", "JL-0002")
    assert wrong.code == 1
    assert wrong.err.strip().endswith("This is JL-0002, which no order waits for.")
    shop.ok("undo")
    assert not shop.json("pack")["orders"][0]["pieces"][0]["checked"]


def test_a_label_is_kept_with_its_order(shop: Shell, sold: str, tmp_path: Path) -> None:
    label = tmp_path / "label.pdf"
    label.write_bytes(LAYOUTS["half a sheet"])
    assert shop.ok("pack", "label", sold, label) == "Attached a label to order 1001"
    assert shop.json("pack")["orders"][0]["labels"] == 1
    label.write_text("hello")
    refused = shop("pack", "label", sold, label)
    assert refused.code == 1
    assert "is no PDF, PNG or JPEG file" in refused.err


def test_a_tracking_number_says_where_it_is_followed(shop: Shell, sold: str) -> None:
    said = shop.ok("pack", "track", sold, UPS)
    assert said == f"UPS {UPS} https://www.ups.com/track?tracknum={UPS}"
    mistyped = shop("pack", "track", sold, UPS[:-1] + "0")
    assert mistyped.code == 0
    assert "typing mistake" in mistyped.err


def test_orders_are_packed_and_shipped_together(shop: Shell, sold: str) -> None:
    other = shop.ok("sell", "JL-0002", "--marketplace", "poshmark", "--price", "70")
    assert shop.ok("pack", "packed", sold, other) == "Marked 2 orders packed"
    assert {each["status"] for each in shop.json("pack")["orders"]} == {"packed"}
    shop.ok("pack", "shipped", sold)
    again = shop("pack", "packed", sold, other)
    assert again.code == 1
    assert again.err.startswith(f"{sold}: ")
    assert shop("pack", "shipped", "9999").code == 1


def test_the_folder_may_stand_before_and_after(shop: Shell, sold: str, tmp_path: Path) -> None:
    home = tmp_path / "shop"
    for words in (("--closet", home, "pack"), ("pack", "--closet", home)):
        assert sold in shop.ok(*words)
    assert shop.ok("pack", "--closet", home, "check", "JL-0001").startswith("JL-0001 is for")
