"""Gift messages, the language of a buyer's cards, and what is said of supplies in an order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.domain.money import Money
from closet_app.services import order_views, supplies
from closet_app.services.buyers import edit_buyer
from closet_app.services.card_texts import note_for
from closet_app.services.records import ShopStep
from closet_app.services.shop import edit_shop
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.orders.sell_dialog import open_sell
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.closets import add
from tests.ui.orders_stage import Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("orders") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def edit_the_buyer(desk: Stage, order_id: int) -> BuyerDialog:
    """The dialog on the buyer of an order."""
    desk.open(order_id).cards.buyer.edit_button.click()
    return desk.dialog(BuyerDialog)


def test_a_gift_has_room_for_the_message_of_the_giver(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    section = desk.open(order_id).sheet.message
    assert not section.gift_message.isVisible()
    section.gift.switch.click()
    desk.settle()
    assert section.gift_message.isVisible()
    desk.type(section.gift_message.area, "Happy birthday, Nell!")
    assert desk.order(order_id).gift_message == "Happy birthday, Nell!"
    desk.desk.undo()
    desk.settle()
    assert section.gift_message.text == ""


def test_a_gift_message_is_typed_with_the_sale(desk: Stage) -> None:
    dialog = open_sell(desk.desk, [add(desk.closet)])
    assert dialog is not None
    desk.settle()
    dialog.prices.fields[0].line.setText("20")
    dialog.prices.fields[0].edited.emit("20")
    assert not dialog.gift_message.isVisible()
    dialog.gift.switch.click()
    assert dialog.gift_message.isVisible()
    QTest.keyClicks(dialog.gift_message.area, "For your new flat")
    desk.press("Mark sold", dialog)
    newest = order_views.newest_order(desk.closet)
    assert newest is not None
    sold = desk.order(newest)
    assert (sold.gift, sold.gift_message) == (True, "For your new flat")


def test_the_language_of_her_cards_is_chosen_with_the_buyer(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    dialog = edit_the_buyer(desk, order_id)
    assert dialog.language.value() == ""
    place = dialog.language.box.findData("es")
    dialog.language.box.setCurrentIndex(place)
    dialog.language.box.activated.emit(place)
    desk.press("Save", dialog)
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    assert buyer.language == "es"
    assert note_for(desk.closet, order_id).language == "es"


def test_the_language_of_the_country_is_only_suggested(desk: Stage) -> None:
    order_id = desk.sell_one()
    dialog = edit_the_buyer(desk, order_id)
    assert dialog.language.editor.property("state") == "suggested"
    assert dialog.language.editor.accessibleDescription() == "Suggested: 한국어"
    desk.press("Save", dialog)
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    assert buyer.language == ""
    dialog = edit_the_buyer(desk, order_id)
    dialog.language.take_suggestion()
    desk.press("Save", dialog)
    taken = desk.order(order_id).buyer
    assert taken is not None
    assert taken.language == "ko"
    dialog = edit_the_buyer(desk, order_id)
    assert dialog.language.value() == "ko"
    dialog.address.country.set_value("US")
    dialog.address.country.changed.emit("US")
    assert dialog.language.value() == "ko"
    dialog.reject()


def test_moving_to_another_country_suggests_its_language_anew(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    edit_buyer(desk.closet, buyer.id, language="")
    dialog = edit_the_buyer(desk, order_id)
    dialog.address.country.set_value("DE")
    dialog.address.country.changed.emit("DE")
    assert dialog.language.editor.property("state") == "suggested"
    dialog.address.country.set_value("US")
    dialog.address.country.changed.emit("US")
    assert dialog.language.editor.property("state") == ""
    assert dialog.language.value() == ""
    dialog.reject()


def test_an_order_says_when_a_step_has_too_few_of_its_supply(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    closet = desk.closet
    number, _ = supplies.add_supply(closet, "Tissue paper", "sheets", 20)
    supplies.buy_lot(closet, number, 1, Money(30, closet.currency))
    edit_shop(closet, packing_steps=(ShopStep("Tissue", 0, number, 2),))
    page = desk.open(order_id)
    row = next(row for row in page.cards.packing.rows() if row.key == "tissue")
    assert row.box.accessibleDescription() == "Only 1 left"
