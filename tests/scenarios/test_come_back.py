"""The window is closed in the middle of everything, and opened again."""

from __future__ import annotations

from closet_app.domain.status import ItemStatus
from closet_app.services import gallery, intake
from closet_app.services.checking import check
from closet_app.ui.orders.sell_dialog import SellDialog
from tests.closets import PHOTOS, usd
from tests.scenarios.seller import CONTROL, KEY, SHIFT, Seller

MANY = [PHOTOS / f"dress-{number:02}.jpg" for number in range(1, 13)]


def test_what_was_typed_and_not_yet_left_is_there_again(seller: Seller) -> None:
    _type_in_the_first(seller)
    seller.type("Half a ti")
    item_id = seller.editor.queue.current
    seller.leave()
    seller.come_back()
    assert seller.piece(item_id).facts.title == "Half a ti"
    assert seller.titles() == ["Half a ti"]
    assert seller.next_undo()
    seller.undo()
    assert seller.piece(item_id).facts.title == "Breton tee"


def test_a_sale_outlives_the_window_and_can_still_be_undone(seller: Seller) -> None:
    item_id = _type_in_the_first(seller)
    seller.act("editor.mark_sold")
    dialog = seller.stage.dialog(SellDialog)
    seller.type_in(dialog.prices.fields[0].line, "34")
    seller.press("Mark sold", dialog)
    (order_id,) = seller.piece(item_id).order_ids
    sold, kept = seller.piece(item_id), seller.order(order_id)
    assert sold.status is ItemStatus.SOLD
    words = seller.next_undo()
    seller.leave()
    seller.come_back()
    assert (seller.piece(item_id), seller.order(order_id)) == (sold, kept)
    assert seller.next_undo() == words
    seller.undo()
    assert seller.piece(item_id).status is ItemStatus.DRAFT
    assert seller.piece(item_id).order_ids == ()
    seller.leave()
    seller.come_back()
    seller.key(KEY.Key_Z, CONTROL | SHIFT)
    assert seller.piece(item_id).status is ItemStatus.SOLD
    assert seller.order(order_id).profit.totals.profit == kept.profit.totals.profit


def test_photos_on_their_way_in_are_all_there_or_none(seller: Seller) -> None:
    """Whatever the moment at which the window goes, nothing half done is left."""
    item_id = _type_in_the_first(seller)
    before = gallery.find(seller.closet)
    seller.stage.desk.navigator.go("closet")
    seller.drop(seller.stage.program.window, MANY)
    seller.leave()
    seller.come_back()
    assert gallery.find(seller.closet) == before
    assert seller.piece(item_id).facts.asking == usd(34)
    assert check(seller.closet).problems == ()
    kept = intake.unfinished(seller.closet)
    found = intake.view(seller.closet, kept).photo_count if kept else 0
    assert found <= len(MANY)
    if kept:
        seller.undo()
        assert intake.unfinished(seller.closet) is None


def _type_in_the_first(seller: Seller) -> int:
    """One piece with a title and a price, shown in the editor with the title to be typed."""
    welcome = seller.begin()
    seller.press("Or type in your first one", welcome)
    seller.stage.wait_for("editor")
    seller.front()
    seller.type("Breton tee")
    field = seller.editor.view.price.price.input("asking")
    assert field is not None
    seller.type_in(field.box.editor, "34")
    seller.editor.view.focus_title()
    return seller.editor.queue.current
