"""An empty closet, three photos of one piece, its sale, its way out and back into stock."""

from __future__ import annotations

from closet_app.domain.status import ItemStatus, LineState
from closet_app.services import gallery
from closet_app.ui.closet.small_dialogs import ListedDialog
from closet_app.ui.orders.return_dialog import ReturnDialog
from closet_app.ui.orders.sell_dialog import SellDialog
from closet_app.ui.orders.ship_dialog import ShipDialog
from closet_app.ui.widgets.frames import StitchedDropArea
from tests.closets import PHOTOS, usd
from tests.scenarios.seller import CONTROL, KEY, Seller

THREE = [PHOTOS / f"img-{number}.jpg" for number in (2052, 2053, 2054)]
KEPT, GIVEN_BACK = usd("20.30"), usd("26.30")
"""$34 less Poshmark's $6.80 and $0.90 of packing, less the $6 it had cost or without them."""


def test_a_dropped_piece_is_sold_sent_and_comes_back(seller: Seller) -> None:
    item_id = _drop_in(seller)
    _describe(seller)
    assert seller.piece(item_id).status is ItemStatus.LISTED
    assert seller.keep_on(item_id) == "$21.20"
    order_id = _sell(seller, item_id)
    assert seller.order(order_id).profit.totals.profit == KEPT
    assert seller.piece(item_id).status is ItemStatus.SOLD
    _send(seller)
    assert seller.piece(item_id).status is ItemStatus.SHIPPED
    assert seller.order(order_id).tracking == "9400 1000 77"
    _take_back(seller)
    back = seller.order(order_id)
    assert (back.status, back.profit.totals.cost) == (LineState.RETURNED, usd(0))
    assert back.profit.totals.profit == GIVEN_BACK
    assert seller.piece(item_id).status is ItemStatus.LISTED
    assert gallery.find(seller.closet, "status:listed") == [item_id]
    assert seller.keep_on(item_id) == "$21.20"
    seller.undo()
    assert seller.piece(item_id).status is ItemStatus.SHIPPED
    assert seller.order(order_id).profit.totals.profit == KEPT


def _drop_in(seller: Seller) -> int:
    """Photos dropped on the welcome make the closet and its first piece."""
    welcome = seller.begin()
    (area,) = welcome.findChildren(StitchedDropArea)
    seller.drop(area, THREE)
    seller.stage.wait_for("intake")
    seller.front()
    while len(seller.intake_page.rows.model.groups) > 1:
        seller.key(KEY.Key_J)
    seller.key(KEY.Key_Return, CONTROL)
    (item_id,) = gallery.find(seller.closet)
    seller.stage.desk.navigator.go("editor", item_id)
    seller.stage.wait_for("editor")
    seller.front()
    made = seller.piece(item_id)
    assert [photo.original_name for photo in made.photos] == [file.name for file in THREE]
    assert made.status is ItemStatus.DRAFT
    return item_id


def _describe(seller: Seller) -> None:
    view = seller.editor.view
    fields = {"title": "Skinny pants, raspberry", "cost_price": "6", "asking": "34"}
    for key, text in fields.items():
        field = view.form.input(key) or view.price.price.input(key)
        assert field is not None
        seller.type_in(field.box.editor, text)
    seller.act("editor.mark_listed")
    dialog = seller.stage.dialog(ListedDialog)
    dialog.checks["poshmark"].box.click()
    seller.press("Mark listed", dialog)


def _sell(seller: Seller, item_id: int) -> int:
    """From the gallery: Space selects, M sells."""
    seller.front()
    seller.key(KEY.Key_1, CONTROL)
    assert seller.titles() == ["Skinny pants, raspberry"]
    seller.key(KEY.Key_Space)
    assert seller.closet_page.pane.picks.ids() == [item_id]
    seller.key(KEY.Key_M)
    dialog = seller.stage.dialog(SellDialog)
    assert dialog.marketplace() == "poshmark"
    seller.type_in(dialog.amounts.fields["supplies"].line, "0.90")
    assert dialog.summary.keep.text() == "$20.30"
    seller.press("Mark sold", dialog)
    (order_id,) = seller.piece(item_id).order_ids
    return order_id


def _send(seller: Seller) -> None:
    """Every step ticked, packed and handed over."""
    seller.front()
    seller.key(KEY.Key_3, CONTROL)
    page = seller.orders_page
    page.list.view.setFocus()
    steps = page.cards.packing.rows()
    for number in range(len(steps)):
        seller.key(KEY(KEY.Key_1 + number))
    assert not page.work.open_steps()
    seller.key(KEY.Key_Return, CONTROL)
    assert page.work.view is not None
    assert page.work.view.status is LineState.PACKED
    seller.key(KEY.Key_Return, CONTROL)
    dialog = seller.stage.dialog(ShipDialog)
    seller.type_in(dialog.tracking.line, "9400 1000 77")
    seller.press("Mark shipped", dialog)


def _take_back(seller: Seller) -> None:
    seller.front()
    seller.act("orders.return")
    dialog = seller.stage.dialog(ReturnDialog)
    assert dialog.to_stock.isChecked()
    seller.press("Record the return", dialog)
    seller.front()
