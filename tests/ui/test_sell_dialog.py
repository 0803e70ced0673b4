"""Marking pieces sold: proposals, what is kept, buyers, refusals, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from closet_app.domain.item import ItemFacts
from closet_app.domain.status import ItemStatus
from closet_app.services import buyers, order_views
from closet_app.services.listings import set_listing
from closet_app.services.pieces import piece
from closet_app.services.records import OrderView
from closet_app.services.shop import edit_marketplace, marketplaces
from closet_app.services.stock import trash
from closet_app.ui.orders.sell_dialog import SellDialog, open_sell
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.text_fields import LineField
from tests.closets import add, sell, usd
from tests.ui.orders_stage import RENATA, Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("orders") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def ask(desk: Stage, *ids: int) -> SellDialog:
    """The dialog on these pieces."""
    dialog = open_sell(desk.desk, ids)
    assert dialog is not None
    desk.settle()
    return dialog


def retype(field: LineField, text: str) -> None:
    field.line.setText(text)
    field.edited.emit(text)


def press(desk: Stage, dialog: SellDialog) -> OrderView:
    """Mark sold; the order that came of it."""
    before = set(desk_orders(desk))
    desk.press("Mark sold", dialog)
    (made,) = set(desk_orders(desk)) - before
    return desk.order(made)


def desk_orders(desk: Stage) -> list[int]:
    return [row.id for row in order_views.list_orders(desk.closet, "to_pack")]


def assume(desk: Stage, marketplace: str, **amounts: object) -> None:
    """Let the shop assume these amounts on a marketplace."""
    setting = next(each for each in marketplaces(desk.closet) if each.marketplace == marketplace)
    edit_marketplace(desk.closet, replace(setting, enabled=True, **amounts))  # type: ignore[arg-type]  # by name


def test_where_the_piece_is_listed_comes_first(desk: Stage) -> None:
    item = add(desk.closet)
    set_listing(desk.closet, item, "mercari")
    dialog = ask(desk, item)
    places = [button.place for button in dialog.picker.buttons]
    assert (places[0].marketplace, places[0].listed) == ("mercari", True)
    assert not any(place.listed for place in places[1:])
    assert dialog.marketplace() == "mercari"
    assert dialog.picker.buttons[0].accessibleName() == "Mercari, listed there"


def test_prices_and_the_shop_s_assumptions_are_proposed(desk: Stage) -> None:
    paid = {"shipping": usd("6.50"), "postage": usd("7.38"), "supplies": usd("1.45")}
    assume(desk, "ebay", own_label=True, **paid)
    dialog = ask(desk, add(desk.closet), add(desk.closet, "No price", asking=None))
    dialog.picker.choose("ebay")
    assert dialog.prices.prices() == (usd(34), usd(0))
    amounts = dialog.amounts.values()
    assert {key: amounts[key] for key in paid} == paid
    assert dialog.amounts.is_own_label


def test_another_marketplace_proposes_its_own_but_keeps_what_was_typed(desk: Stage) -> None:
    assume(desk, "ebay", shipping=usd(5), supplies=usd(1))
    assume(desk, "depop", shipping=usd(3), supplies=usd(2), own_label=True)
    dialog = ask(desk, add(desk.closet))
    dialog.picker.choose("ebay")
    retype(dialog.amounts.fields["shipping"], "6")
    dialog.picker.choose("depop")
    assert dialog.amounts.values()["shipping"] == usd(6)
    assert dialog.amounts.values()["supplies"] == usd(2)
    assert dialog.amounts.is_own_label
    dialog.amounts.platform_label.click()
    dialog.picker.choose("ebay")
    dialog.picker.choose("depop")
    assert not dialog.amounts.is_own_label


def test_the_tax_follows_the_price_until_it_is_typed(desk: Stage) -> None:
    assume(desk, "ebay", tax_percent=Decimal(10))
    dialog = ask(desk, add(desk.closet))
    dialog.picker.choose("ebay")
    assert dialog.amounts.values()["tax"] == usd("3.40")
    retype(dialog.prices.fields[0], "50")
    assert dialog.amounts.values()["tax"] == usd(5)
    retype(dialog.amounts.fields["tax"], "4")
    retype(dialog.prices.fields[0], "60")
    assert dialog.amounts.values()["tax"] == usd(4)


def test_what_is_kept_is_said_before_and_is_true_after(desk: Stage) -> None:
    item = add(desk.closet)
    dialog = ask(desk, item)
    dialog.picker.choose("ebay")
    retype(dialog.prices.fields[0], "40")
    retype(dialog.amounts.fields["discount"], "4")
    said = dialog.summary.keep.text()
    view = press(desk, dialog)
    assert said == f"${view.profit.totals.profit.major}"
    assert view.discount == usd(4)
    assert piece(desk.closet, item).status is ItemStatus.SOLD


def test_the_toast_says_where_it_is_still_offered_and_undoes(desk: Stage) -> None:
    item = add(desk.closet)
    for place in ("ebay", "mercari", "poshmark"):
        set_listing(desk.closet, item, place)
    dialog = ask(desk, item)
    dialog.picker.choose("poshmark")
    order_id = press(desk, dialog).id
    assert desk.toast() == "Marked 1 item sold. Take down from eBay, Mercari"
    desk.desk.undo()
    desk.settle()
    assert order_id not in desk_orders(desk)


def test_a_known_buyer_is_taken_by_name(desk: Stage) -> None:
    desk.sell_bundle()
    dialog = ask(desk, add(desk.closet))
    (known,) = buyers.find_buyers(desk.closet, "renata")
    completer = dialog.buyer.name.line.completer()
    assert completer is not None
    model = completer.model()
    words = model.index(0, 0).data()
    assert words == "Renata Okafor · @renata.finds · Riverbend"
    completer.activated.emit(words)
    desk.qtbot.waitUntil(lambda: dialog.buyer.value().buyer_id == known.id)
    assert dialog.buyer.address.text == "221 Alder Court\nApt 3\nRiverbend, OR 97000"
    view = press(desk, dialog)
    assert view.buyer is not None
    assert (view.buyer.id, view.buyer.order_count) == (known.id, 2)


def test_a_new_address_of_a_known_buyer_is_kept_with_her(desk: Stage) -> None:
    desk.sell_bundle()
    (known,) = buyers.find_buyers(desk.closet, "renata")
    dialog = ask(desk, add(desk.closet))
    dialog.buyer.choose(known.id)
    dialog.buyer.address.area.setPlainText("48 Sparrow Lane\nMillbrook, WA 98001")
    view = press(desk, dialog)
    assert view.buyer is not None
    assert view.buyer.id == known.id
    assert (view.buyer.address.line1, view.buyer.address.region) == ("48 Sparrow Lane", "WA")


def test_a_new_buyer_in_any_script_is_kept_with_the_address(desk: Stage) -> None:
    dialog = ask(desk, add(desk.closet))
    dialog.buyer.name.set_text("ليلى حداد")
    dialog.buyer.handle.set_text("@layla.h")
    dialog.buyer.address.area.setPlainText("٤٥ شارع الياسمين\n11110 عمّان\nJordan")
    dialog.number.line.setText("14-12893-40771")
    dialog.gift.switch.click()
    dialog.day.line.setText("Nov 20")
    view = press(desk, dialog)
    assert view.buyer is not None
    assert (view.buyer.name, view.buyer.handle) == ("ليلى حداد", "layla.h")
    assert view.buyer.address.country == "JO"
    assert (view.marketplace_number, view.gift, view.sold_on.day) == ("14-12893-40771", True, 20)


def test_an_order_may_have_no_buyer(desk: Stage) -> None:
    assert press(desk, ask(desk, add(desk.closet))).buyer is None


def test_what_cannot_be_read_is_marked_and_nothing_is_sold(desk: Stage) -> None:
    item = add(desk.closet)
    dialog = ask(desk, item)
    dialog.prices.fields[0].line.setText("")
    dialog.day.line.setText("someday")
    dialog.amounts.fields["fee_charged"].line.setText("x")
    desk.press("Mark sold", dialog)
    assert dialog.prices.fields[0].error == "Type the price."
    assert dialog.day.error
    assert dialog.amounts.fields["fee_charged"].error
    assert dialog.focusWidget() is dialog.prices.fields[0].line
    assert desk_orders(desk) == []


def test_a_piece_that_went_meanwhile_is_said_in_place(desk: Stage) -> None:
    item = add(desk.closet)
    dialog = ask(desk, item)
    sell(desk.closet, [item], ["30"])
    desk.press("Mark sold", dialog)
    assert dialog.isVisible()
    assert dialog.act_button.isEnabled()
    assert len(desk_orders(desk)) == 1
    retype(dialog.prices.fields[0], "31")
    assert dialog.summary.keep.text() == "–"
    assert "None of this piece is left to sell." in dialog.summary.rule.text()


def test_a_loss_is_red_and_signed(desk: Stage) -> None:
    dialog = ask(desk, add(desk.closet, cost_price=usd(80)))
    assert dialog.summary.keep.text().startswith("−$")
    assert dialog.summary.keep.property("tone") == "bad"


def test_nothing_to_sell_is_said_without_a_dialog(desk: Stage) -> None:
    assert open_sell(desk.desk, []) is None
    assert desk.toast() == "Choose what was sold first."


def test_a_piece_in_trash_cannot_be_sold(desk: Stage) -> None:
    item = add(desk.closet)
    trash(desk.closet, [item])
    dialog = ask(desk, item)
    assert "is in Trash" in dialog.summary.rule.text()


def test_arrow_keys_move_among_marketplaces(desk: Stage) -> None:
    dialog = ask(desk, add(desk.closet))
    names = [button.place.marketplace for button in dialog.picker.buttons]
    dialog.picker.buttons[0].setFocus()
    desk.qtbot.keyClick(dialog.picker, Qt.Key.Key_Right)
    assert dialog.marketplace() == names[1]
    desk.qtbot.keyClick(dialog.picker, Qt.Key.Key_Left)
    desk.qtbot.keyClick(dialog.picker, Qt.Key.Key_Left)
    assert dialog.marketplace() == names[-1]


def test_titles_of_pieces_are_shown_letter_by_letter(desk: Stage) -> None:
    item = add(desk.closet, "<b>Tee</b> & =SUM(A1)")
    assert piece(desk.closet, item).facts == replace(
        ItemFacts(title="<b>Tee</b> & =SUM(A1)"),
        **{
            name: getattr(piece(desk.closet, item).facts, name)
            for name in ("sku", "cost_price", "asking", "department", "category")
        },
    )
    dialog = ask(desk, item)
    field = dialog.prices.fields[0]
    assert field.editor.accessibleName() == "Price of <b>Tee</b> & =SUM(A1)"
    view = press(desk, dialog)
    assert view.lines[0].title == "<b>Tee</b> & =SUM(A1)"
    assert RENATA.name not in desk.toast()
