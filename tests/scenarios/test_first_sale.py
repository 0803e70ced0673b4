"""From the first start to a sale, its papers and its row in the books, and all of it undone."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from pypdf import PdfReader

from closet_app.domain.status import ItemStatus
from closet_app.services.prints import PieceKind
from closet_app.services.sales import summary
from closet_app.ui.orders.sell_dialog import SellDialog
from closet_app.ui.print_room.page import PrintRoomPage
from closet_app.ui.printing.room_door import PLACE
from closet_app.ui.shell.exporting import ExportDialog
from tests.closets import TODAY, usd
from tests.scenarios.seller import CONTROL, KEY, Seller

OLD, NEW = "Corduroy culottes, dark olive", "Wide corduroy culottes, COS"
PARTS = {
    "Price": "37.35", "Discount": "0.00", "Shipping": "0.00", "Fee": "7.47", "Postage": "0.00",
    "Supplies": "0.90", "Refund": "0.00", "Cost": "5.50", "Profit": "23.48",
}  # fmt: skip
"""Poshmark takes 20 % of $37.35; packing costs $0.90, and the piece had cost $5.50."""


def test_a_sale_is_found_edited_sold_printed_exported_and_undone(
    seller: Seller, tmp_path: Path, sample_folder: Path
) -> None:
    _look_around(seller, sample_folder, tmp_path)
    item_id = _find(seller, OLD)
    before = seller.piece(item_id)
    sums = summary(seller.closet, TODAY.year).total
    _rewrite(seller)
    order_id = _sell(seller)
    assert seller.piece(item_id).status is ItemStatus.SOLD
    assert [line.title for line in seller.order(order_id).lines] == [NEW]
    _print(seller, tmp_path)
    rows = _export(seller, tmp_path)
    sold = [row for row in rows if row["SKU"] == before.facts.sku]
    assert [{key: row[key] for key in PARTS} for row in sold] == [PARTS]
    now = summary(seller.closet, TODAY.year).total
    assert now.profit == sums.profit + usd(PARTS["Profit"])
    assert now.price == sums.price + usd(PARTS["Price"])
    for name, sum_of in (("Price", now.price), ("Fee", now.fee), ("Profit", now.profit)):
        assert sum(Decimal(row[name]) for row in rows) == sum_of.major
    assert seller.order(order_id).profit.totals.profit == usd(PARTS["Profit"])
    while seller.next_undo():
        seller.undo()
    assert seller.piece(item_id) == before
    assert summary(seller.closet, TODAY.year).total == sums


def _look_around(seller: Seller, sample_folder: Path, home: Path) -> None:
    welcome = seller.begin()
    sample_folder.rename(home / "Closet sample")
    seller.press("Open the sample closet", welcome)
    seller.stage.wait_for("closet")
    seller.front()
    assert len(seller.titles()) > 50


def _find(seller: Seller, title: str) -> int:
    seller.search("corduroy dark olive")
    assert seller.titles() == [title]
    page = seller.closet_page
    assert page.pane.view.hasFocus()
    seller.key(KEY.Key_Space)
    (item_id,) = page.pane.picks.ids()
    return item_id


def _rewrite(seller: Seller) -> None:
    """Title and price in the editor, by keys alone."""
    seller.key(KEY.Key_Return)
    assert seller.stage.place == "editor"
    seller.type(NEW)
    seller.key(KEY.Key_Tab)
    field = seller.editor.view.price.price.input("asking")
    assert field is not None
    seller.type_in(field.box.editor, "37.35")
    facts = seller.piece(seller.editor.queue.current).facts
    assert (facts.title, facts.asking) == (NEW, usd("37.35"))


def _sell(seller: Seller) -> int:
    seller.act("editor.mark_sold")
    dialog = seller.stage.dialog(SellDialog)
    assert dialog.prices.prices() == (usd("37.35"),)
    seller.press("Poshmark, listed there", dialog)
    seller.type_in(dialog.buyer.name.line, "Renata Okafor")
    seller.type_in(dialog.buyer.address.area, "221 Alder Court\nRiverbend, OR 97000")
    assert dialog.summary.keep.text() == "$23.48"
    seller.press("Mark sold", dialog)
    assert seller.stage.toast() == "Marked 1 item sold. Take down from Mercari"
    seller.front()
    seller.key(KEY.Key_3, CONTROL)
    assert seller.stage.place == "orders"
    seller.orders_page.list.view.setFocus()
    seller.key(KEY.Key_End)
    return seller.orders_page.work.order_id


def _print(seller: Seller, folder: Path) -> None:
    """Packing slip and card of the newest order as one PDF."""
    seller.key(KEY.Key_P, CONTROL)
    seller.qtbot.waitUntil(lambda: seller.stage.place == PLACE)
    page = seller.stage.page(PrintRoomPage)
    seller.settle()
    page.room.change(PieceKind.ADDRESS, on=False)
    seller.settle()
    seller.stage.answers.target = folder / "papers.pdf"
    with seller.qtbot.waitSignal(page.running.output.finished):
        seller.key(KEY.Key_S, CONTROL)
    seller.settle()
    slip, card, *_back = PdfReader(folder / "papers.pdf").pages
    assert "Renata Okafor" in slip.extract_text()
    assert NEW in slip.extract_text()
    assert (round(slip.mediabox.width), round(slip.mediabox.height)) == (612, 792)
    assert card.mediabox.width < slip.mediabox.width


def _export(seller: Seller, folder: Path) -> list[dict[str, str]]:
    seller.front()
    seller.stage.answers.target = folder / "sales.csv"
    seller.act("export")
    dialog = seller.stage.dialog(ExportDialog)
    seller.press("Sales", dialog)
    seller.press("Export…", dialog)
    seller.qtbot.waitUntil(lambda: seller.stage.toast() == "Exported sales.csv")
    with (folder / "sales.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
