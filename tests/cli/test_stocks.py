"""Papers and labels from the command line."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from closet_app.services import stocks
from closet_app.services.stocks import StockDraft
from tests.cli.conftest import Shell
from tests.closets import new_closet


def test_every_stock_is_listed_with_its_size(shop: Shell) -> None:
    lines = shop.ok("stock", "list").splitlines()
    assert lines[0].split() == ["ID", "Name", "Kind", "Page", "Each"]
    (letter,) = (line for line in lines if line.startswith("letter "))
    assert "8.5 × 11 in (215.9 × 279.4 mm)" in letter
    assert len(shop.json("stock", "list")) == len(lines) - 1


def test_the_list_is_of_one_kind_or_for_one_piece(shop: Shell) -> None:
    assert {each["kind"] for each in shop.json("stock", "list", "--kind", "roll")} == {"roll"}
    assert [each["id"] for each in shop.json("stock", "list", "--piece", "slip")] == [
        "letter",
        "a4",
    ]
    for words in (("--kind", "cloth"), ("--piece", "sleeve")):
        wrong = shop("stock", "list", *words)
        assert wrong.code == 2
        assert f"There is no “{words[1]}”. Choose from" in wrong.err


def test_one_stock_says_its_measures(shop: Shell) -> None:
    said = shop.ok("stock", "show", "avery-5160")
    assert "30, 3 across, 10 down" in said
    assert "0.1875 in from the left, 0.5 in from the top" in said
    facts = shop.json("stock", "show", "avery-5160")
    assert (facts["columns"], facts["cell_width_um"]) == (3, 66_675)
    assert facts["pieces"] == ["address", "label", "return", "sticker", "bin"]
    assert facts["file"] is None


def test_its_ruler_page_is_one_sheet_of_its_size(shop: Shell, tmp_path: Path) -> None:
    out = tmp_path / "ruler.pdf"
    assert shop.ok("stock", "show", "letter", "--out", out).endswith(f"Wrote {out}")
    (page,) = PdfReader(out).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)
    assert shop("stock", "show", "letter", "--out", tmp_path / "ruler.txt").code == 2
    refused = shop("stock", "show", "letter", "--out", tmp_path / "nowhere" / "ruler.pdf")
    assert (refused.code, "could not be saved" in refused.err) == (1, True)


def test_an_unknown_stock_is_answered_with_known_ones(shop: Shell) -> None:
    ran = shop("stock", "show", "avery-1")
    assert ran.code == 1
    assert "There is no label or paper stock called avery-1." in ran.err
    assert "avery-5160" in ran.err


def test_your_own_stocks_come_first(closet: Shell, tmp_path: Path) -> None:
    made = new_closet(tmp_path / "own")
    draft = StockDraft(
        name="Kitchen table labels", unit="mm", page_width=210, page_height=297, columns=2,
        rows=4, left=5, top=10, cell_width=99, cell_height=68, pitch_x=100, pitch_y=69,
    )  # fmt: skip
    own, _ = stocks.save_own_stock(made, draft)
    made.close()
    first = closet.json("stock", "list", "--closet", tmp_path / "own")[0]
    assert (first["id"], first["name"], first["own"]) == (own, "Kitchen table labels", True)
