"""A seller's own list, brought in as pieces at the first start, and taken away again."""

from __future__ import annotations

from pathlib import Path

from closet_app.services import gallery, pieces
from closet_app.ui.importing.page import ImportPage
from tests.closets import usd
from tests.scenarios.seller import Seller

LIST = Path(__file__).parent.parent / "data" / "csv" / "closet_spreadsheet.csv"
NEW = 57


def test_a_spreadsheet_comes_in_whole_and_goes_whole(seller: Seller) -> None:
    welcome = seller.begin()
    seller.stage.answers.files = [LIST]
    seller.press("Import a spreadsheet", welcome)
    seller.stage.wait_for("import")
    seller.front()
    page = seller.stage.page(ImportPage)
    assert page.bring.text() == f"Bring in {NEW} pieces"
    seller.press(page.bring.text())
    seller.stage.wait_for("closet")
    assert len(seller.titles()) == NEW
    _look_at(seller)
    seller.undo()
    assert gallery.counts(seller.closet).items == 0
    assert gallery.find(seller.closet) == []
    assert seller.titles() == []
    assert not seller.next_undo()


def _look_at(seller: Seller) -> None:
    """What was written in the list is what is in the closet, letter by letter."""
    seller.front()
    seller.search("saddle bag kate")
    (item_id,) = seller.closet_page.model.ids
    facts = pieces.piece(seller.closet, item_id).facts
    assert (facts.title, facts.brand, facts.bin) == (
        "Kate Spade Women's Purple Saddle Bag Sz OS", "Kate Spade", "A9",
    )  # fmt: skip
    assert (facts.cost_price, facts.asking) == (usd(1), usd(82))
    assert "tiny hole L cuff, see pic" in (facts.flaws, facts.notes)
    seller.search("hyperlink")
    (title,) = seller.titles()
    assert title.startswith('=HYPERLINK("http://example.invalid/win"')
    seller.search("")
