from __future__ import annotations

import csv
from pathlib import Path

import pypdf
import pytest

from tests.cli.conftest import Shell

VENDOO = Path(__file__).parent.parent / "data" / "csv" / "vendoo_export.csv"


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_dry_run_says_what_would_happen_and_takes_nothing_in(shop: Shell) -> None:
    found = shop.json("import", "items", VENDOO, "--dry-run")
    assert (found["new"], found["applied"]) == (62, False)
    assert len(shop.json("list")) == 3


def test_a_file_is_taken_in_once(shop: Shell) -> None:
    assert "62 new, 0 already here" in shop.ok("import", "items", VENDOO)
    assert "0 new, 62 already here" in shop.ok("import", "items", VENDOO)
    assert len(shop.json("list")) == 65
    shop.ok("undo")
    assert len(shop.json("list")) == 3


def test_columns_days_and_amounts_are_read_as_told(shop: Shell, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title;Hmm;When;Paid\nCoat;B-9;01/02/2026;1.234\nHat;B-9;03/04/2026;5.678\n")
    words = ("import", "items", file, "--map", "bin=Hmm", "--map", "acquired_on=When")
    ran = shop(*words, "--dry-run")
    assert "--dates" in ran.err
    assert "--decimal" in ran.err
    ran = shop(*words, "--dates", "day-first", "--decimal", "comma")
    assert (ran.code, ran.err) == (0, "")
    coat = shop.json("show", "JL-0004")
    assert (coat["bin"], coat["acquired_on"]) == ("B-9", "2026-02-01")
    assert coat["cost_price_minor"] == 123_400


def test_broken_rows_are_named_and_fail_only_when_all_are(shop: Shell, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title,Paid\nCoat,NaN\nHat,5\n")
    ran = shop("import", "items", file)
    assert ran.code == 0
    assert "Row 2" in ran.err
    file.write_text("Title,Paid\nCoat,NaN\n")
    assert shop("import", "items", file).code == 1


def test_columns_that_do_not_exist_are_wrong_words(shop: Shell) -> None:
    ran = shop("import", "items", VENDOO, "--map", "bin=Nowhere")
    assert ran.code == 2
    assert "Nowhere" in ran.err


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_items_go_out_and_come_back_the_same(shop: Shell, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"items.{ending}"
    assert "3 rows" in shop.ok("export", "items", "--out", out)
    shop.ok("new", tmp_path / "twin")
    assert "3 new" in shop.ok("import", "items", out, "--closet", tmp_path / "twin")
    theirs = shop.json("list", "--sort", "sku", "--closet", tmp_path / "twin")
    ours = shop.json("list", "--sort", "sku", "--closet", tmp_path / "shop")
    assert [{**each, "photos": 0} for each in ours] == theirs


def test_a_search_chooses_the_items_that_go_out(shop: Shell, tmp_path: Path) -> None:
    shop.ok("export", "items", "-size:XL", "--out", tmp_path / "some.csv")
    assert [row["SKU"] for row in rows(tmp_path / "some.csv")] == ["JL-0001", "JL-0003"]


def test_the_sales_add_up_to_the_summary(shop: Shell, sold: str, tmp_path: Path) -> None:
    shop.ok("export", "sales", "--out", tmp_path / "sales.csv", "--year", "2026")
    shop.ok("export", "summary", "--out", tmp_path / "year.csv", "--year", "2026")
    profits = [row["Profit"] for row in rows(tmp_path / "sales.csv")]
    total = next(r["Amount"] for r in rows(tmp_path / "year.csv") if r["Line"] == "Profit")
    assert sum(round(float(each) * 100) for each in profits) == round(float(total) * 100)
    shop.ok("export", "sales", "--out", tmp_path / "none.csv", "--year", "2019")
    assert rows(tmp_path / "none.csv") == []


def test_every_piece_of_paper_is_printed(shop: Shell, sold: str, tmp_path: Path) -> None:
    for kind, count in (("slip", 1), ("address", 1)):
        out = tmp_path / f"{kind}.pdf"
        shop.ok("print", kind, sold, "--out", out)
        assert len(pages(out)) == count
    shop.ok("print", "card", sold, "--back", "JL-0002", "--out", tmp_path / "card.pdf")
    assert len(pages(tmp_path / "card.pdf")) == 2
    words = ("--stock", "avery-5160", "--start", "30", "--out", tmp_path / "labels.pdf")
    assert "2 pages" in shop.ok("print", "label", "JL-0001", "JL-0002", *words)


def test_a_gift_slip_shows_no_prices(shop: Shell, sold: str, tmp_path: Path) -> None:
    shop.ok("print", "slip", sold, "--out", tmp_path / "plain.pdf")
    shop.ok("print", "slip", sold, "--gift", "--out", tmp_path / "gift.pdf")
    assert "34.00" in pages(tmp_path / "plain.pdf")[0]
    assert "34.00" not in pages(tmp_path / "gift.pdf")[0]


def test_stock_that_does_not_exist_is_answered_with_what_does(
    shop: Shell, sold: str, tmp_path: Path
) -> None:
    ran = shop("print", "slip", sold, "--stock", "papyrus", "--out", tmp_path / "x.pdf")
    assert ran.code == 2
    assert "letter" in ran.err
    assert not (tmp_path / "x.pdf").exists()


def test_an_address_that_is_not_known_is_said(shop: Shell, tmp_path: Path) -> None:
    number = shop.ok("sell", "JL-0002", "--marketplace", "ebay", "--price", "9", "--buyer", "Ann")
    ran = shop("print", "address", number, "--out", tmp_path / "x.pdf")
    assert ran.code == 1
    assert "Ann" in ran.err
