"""Everything for parcels from the command line, and every wrong word on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.cli.conftest import Shell
from tests.printing.label_drawings import LAYOUTS

SLIP_AND_LABEL = ("--pieces", "slip,label")


def pages_of(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def second(shop: Shell, sold: str) -> str:
    """The number of another order, of one item and without an address."""
    words = ("sell", "JL-0002", "--marketplace", "poshmark", "--price", "70", "--buyer", "Ana")
    assert sold
    return shop.ok(*words)


def test_everything_of_an_order_is_one_pdf(shop: Shell, sold: str, tmp_path: Path) -> None:
    out = tmp_path / "parcels.pdf"
    assert shop.ok("print", "run", sold, "--out", out) == f"Wrote {out} (5 pages)"
    text = " | ".join(pages_of(out))
    for words in ("Packing slip", "Dear", "1 Main St", "Breton tee", "JL-0001", "JL-0003"):
        assert words in text


def test_a_folder_gets_a_file_for_each_stock(
    shop: Shell, sold: str, second: str, tmp_path: Path
) -> None:
    words = ("--out", tmp_path / "out", "--stock", "label=avery-5160", "--no-back")
    said = shop("print", "run", sold, second, *words)
    assert said.code == 0
    assert said.err.strip() == f"{second}: Ana has no address, so that label is left out."
    assert files_in(tmp_path / "out") == [
        "address Label roll 4 × 6.pdf",
        "card ISO A6 card.pdf",
        "label Avery 5160, 30 labels.pdf",
        "slip Letter.pdf",
    ]
    slips = pages_of(tmp_path / "out" / "slip Letter.pdf")
    assert [f"Order {number}" in page for number, page in zip((sold, second), slips, strict=True)]
    mode = (tmp_path / "out" / "slip Letter.pdf").stat().st_mode
    if os.name == "posix":
        assert mode & 0o777 == 0o600, "names and addresses are for their owner alone"


def test_pages_are_not_written_to_the_screen(shop: Shell, sold: str) -> None:
    said = shop("print", "run", sold, "--pieces", "slip", "--out", "-")
    assert said.code == 2
    assert not Path("-").exists()


def test_a_folder_that_is_not_there_is_said_so(shop: Shell, sold: str, tmp_path: Path) -> None:
    said = shop("print", "run", sold, "--pieces", "slip", "--out", tmp_path / "no" / "slip.pdf")
    assert said.code == 1
    assert "slip.pdf could not be saved: " in said.err


def test_what_waits_to_be_packed_is_printed_in_the_order_of_packing(
    shop: Shell, sold: str, second: str, tmp_path: Path
) -> None:
    out = tmp_path / "slips.pdf"
    found = shop.json("print", "run", "--to-pack", "--pieces", "slip", "--out", out)
    listed = [each["number"] for each in shop.json("pack")["orders"]]
    assert found["orders"] == listed
    assert {str(number) for number in listed} == {sold, second}
    for number, page in zip(listed, pages_of(out), strict=True):
        assert f"Order {number}" in page
    shop.ok("pack", "packed", sold)
    found = shop.json("print", "run", "--to-pack", "--pieces", "slip", "--out", out, "--replace")
    assert found["orders"] == [int(second)]


def test_used_and_spoiled_labels_stay_empty(shop: Shell, sold: str, tmp_path: Path) -> None:
    words = ("--pieces", "slip,label", "--stock", "avery-5160", "--out", tmp_path / "out")
    both = ("--start", "29", "--skip", "label=30")
    found = shop.json("print", "run", sold, *words, *both)
    assert [(each["piece"], each["stock"], each["pages"]) for each in found["pieces"]] == [
        ("slip", "letter", 1),
        ("label", "avery-5160", 2),
    ]
    first, second = pages_of(tmp_path / "out" / "label Avery 5160, 30 labels.pdf")
    assert "JL-0001" in first
    assert "JL-0003" in second


def test_copies_and_going_on_after_a_jam(shop: Shell, sold: str, tmp_path: Path) -> None:
    labels = ("print", "run", sold, "--pieces", "label", "--copies", "3")
    assert shop.ok(*labels, "--out", tmp_path / "all.pdf").endswith("(6 pages)")
    assert shop.ok(*labels, "--out", tmp_path / "rest.pdf", "--begin", "5").endswith("(2 pages)")
    assert pages_of(tmp_path / "rest.pdf") == pages_of(tmp_path / "all.pdf")[4:]
    late = shop(*labels, "--out", tmp_path / "none.pdf", "--begin", "7")
    assert (late.code, "as many as 7 pieces" in late.err) == (1, True)
    assert not (tmp_path / "none.pdf").exists()


def test_backs_come_as_a_file_of_their_own(shop: Shell, sold: str, tmp_path: Path) -> None:
    words = ("--pieces", "card", "--design", "photo", "--backs", "apart-from-last")
    shop.ok("print", "run", sold, *words, "--stock", "card-iso-a6", "--out", tmp_path / "out")
    assert files_in(tmp_path / "out") == ["card ISO A6 card backs.pdf", "card ISO A6 card.pdf"]


def test_a_folded_design_is_printed_on_a_card_that_is_folded(
    shop: Shell, sold: str, tmp_path: Path
) -> None:
    words = ("--pieces", "card", "--design", "photo", "--out", tmp_path / "out")
    shop.ok("print", "run", sold, *words)
    assert files_in(tmp_path / "out") == ["card US A2 cards, 2 folded on Letter.pdf"]


def test_pictures_are_as_large_as_asked_for(shop: Shell, sold: str, tmp_path: Path) -> None:
    words = ("--pieces", "address", "--as", "png", "--dpi", "100", "--out", tmp_path / "out")
    shop.ok("print", "run", sold, *words)
    (name,) = files_in(tmp_path / "out")
    with Image.open(tmp_path / "out" / name) as picture:
        assert picture.size == (400, 600)


def test_rolls_are_written_in_the_printer_s_language_and_all_else_as_pdf(
    shop: Shell, sold: str, tmp_path: Path
) -> None:
    words = ("--pieces", "slip,address", "--as", "zpl", "--dpi", "300", "--out", tmp_path / "out")
    shop.ok("print", "run", sold, *words)
    assert files_in(tmp_path / "out") == ["address Label roll 4 × 6.zpl", "slip Letter.pdf"]
    label = (tmp_path / "out" / "address Label roll 4 × 6.zpl").read_bytes()
    assert label.startswith(b"^XA")
    assert b"^PW1200^LL1800" in label


def test_the_label_of_the_marketplace_comes_with_the_rest(
    shop: Shell, sold: str, tmp_path: Path
) -> None:
    label = tmp_path / "label.pdf"
    label.write_bytes(LAYOUTS["half a sheet"])
    shop.ok("pack", "label", sold, label)
    out = tmp_path / "run.pdf"
    found = shop.json("print", "run", sold, "--pieces", "slip,postage", "--out", out)
    assert [(each["piece"], each["count"]) for each in found["pieces"]] == [
        ("slip", 1),
        ("postage", 1),
    ]
    box = PdfReader(out).pages[1].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((288, 432), abs=0.5)


def test_the_pull_list_comes_first(shop: Shell, sold: str, tmp_path: Path) -> None:
    out = tmp_path / "run.pdf"
    shop.ok("print", "run", sold, "--pieces", "slip,pull,bin", "--out", out, "--tick")
    pull, slip, bin_label = pages_of(out)
    assert pull.startswith("Pull list")
    assert "Packing slip" in slip
    assert "B-04" in bin_label


def test_what_was_printed_is_ticked_when_asked_for(shop: Shell, sold: str, tmp_path: Path) -> None:
    shop.ok("print", "run", sold, "--pieces", "slip", "--out", tmp_path / "a.pdf")
    assert not any(step["done"] for step in shop.json("pack")["orders"][0]["steps"])
    shop.ok("print", "run", sold, "--pieces", "slip", "--out", tmp_path / "b.pdf", "--tick")
    assert any(step["done"] for step in shop.json("pack")["orders"][0]["steps"])
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_dry_run_writes_nothing(shop: Shell, sold: str, tmp_path: Path) -> None:
    said = shop.ok("print", "run", sold, "--out", tmp_path / "out", "--dry-run").splitlines()
    assert said[0].split() == ["Piece", "Stock", "Printer", "Count", "Pages"]
    assert said[1].split() == ["slip", "letter", "paper", "1", "1"]
    assert not (tmp_path / "out").exists()
    assert shop.json("print", "run", sold, "--out", tmp_path / "out", "--dry-run")["files"] == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("{n}", "--pieces", "slip,sleeve"), 2, "There is no piece “sleeve”. Choose from slip,"),
        (("{n}", "--pieces", " , "), 2, "Name at least one piece"),
        (("9999",), 1, "There is no order 9999."),
        (("{n}", "--stock", "avery-1"), 2, "There is no label or paper stock called avery-1."),
        (("{n}", "--stock", "card=letter"), 2, "Letter does not suit “card”. Choose from card-"),
        (("{n}", "--stock", "care=card-4x6"), 2, "“care” is not among the pieces of this run."),
        (("{n}", "--design", "neon"), 2, "There is no card design called neon."),
        ((*SLIP_AND_LABEL, "{n}", "--design", "bold"), 2, "this run has none"),
        (("{n}", "--start", "2"), 2, "None of these pieces is printed on a sheet of several."),
        (
            ("{n}", "--stock", "avery-5160", "--start", "31"), 2,
            "Avery 5160, 30 labels has labels 1 to 30; 31 is not one of them.",
        ),
        (("{n}", "--stock", "avery-5160", "--skip", "1,x"), 2, "“x” is not a number from 1."),
        (("{n}", "--stock", "avery-5168", "--skip", "1,2,3,4"), 2, "No label of this sheet of"),
        (("{n}", "--copies", "500"), 2, "At most 99 copies are printed."),
        (("{n}", "--backs", "inside"), 2, "There is no “inside”. Choose from behind,"),
        (("{n}", "--as", "gif"), 2, "There is no “gif”. Choose from pdf, png,"),
        (("{n}", "--as", "png"), 2, "For png files name a folder."),
        (("{n}", "--dpi", "300"), 2, "A PDF has no dots to the inch"),
        (("{n}", "--as", "zpl", "--dpi", "200"), 2, "200 is not one of 203, 300, 600."),
        ((), 2, "Name orders, or say --to-pack"),
        (("{n}", "--to-pack"), 2, "one of both"),
        (("{n}", "--pieces", "postage"), 1, "has no label of its marketplace yet."),
    ],
)  # fmt: skip
def test_every_wrong_word_is_a_sentence_and_writes_nothing(
    shop: Shell, sold: str, tmp_path: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    out = tmp_path / "out.pdf"
    ran = shop("print", "run", *(word.format(n=sold) for word in words), "--out", out)
    assert sentence in " ".join(ran.err.split())
    assert ran.code == code
    assert not out.exists()


def test_nothing_to_pack_is_said(shop: Shell, tmp_path: Path) -> None:
    ran = shop("print", "run", "--to-pack", "--out", tmp_path / "out")
    assert (ran.code, ran.err.strip()) == (1, "Nothing waits to be packed.")
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_there_stays_as_it_is(shop: Shell, sold: str, tmp_path: Path) -> None:
    out = tmp_path / "mine.pdf"
    out.write_text("mine")
    refused = shop("print", "run", sold, "--out", out)
    assert (refused.code, out.read_text()) == (1, "mine")
    assert "There is a file mine.pdf already." in refused.err
    shop.ok("print", "run", sold, "--out", out, "--replace")
    assert out.read_bytes().startswith(b"%PDF")


def test_no_file_of_a_folder_is_written_when_one_is_taken(
    shop: Shell, sold: str, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "slip Letter.pdf").write_text("mine")
    refused = shop("print", "run", sold, "--out", folder)
    assert refused.code == 1
    assert "There is a file slip Letter.pdf already." in refused.err
    assert files_in(folder) == ["slip Letter.pdf"]
    assert (folder / "slip Letter.pdf").read_text() == "mine"


@pytest.mark.parametrize("place", ["nowhere/run.pdf", "a-file/run.pdf", "a-file/folder"])
def test_a_place_that_cannot_be_written_is_said_before_anything_is_made(
    shop: Shell, sold: str, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a-file").write_text("x")
    ran = shop("print", "run", sold, "--out", tmp_path / place)
    assert ran.code == 1
    assert "could not be saved" in ran.err
    assert (tmp_path / "a-file").read_text() == "x"
    assert not (tmp_path / "nowhere").exists()


def test_a_name_of_another_kind_is_no_place(shop: Shell, sold: str, tmp_path: Path) -> None:
    ran = shop("print", "run", sold, "--out", tmp_path / "run.doc")
    assert ran.code == 2
    assert "does not end in .pdf" in ran.err
