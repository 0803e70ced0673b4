"""The sheet of one order: money, packing, what is typed into it, what became of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.services import buyers, order_steps, orders
from closet_app.services.listings import set_listing
from closet_app.ui.orders.list_pane import DONE
from closet_app.ui.orders.ship_dialog import ShipDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import add, sell
from tests.ui.orders_stage import Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")

ROLE = Qt.ItemDataRole


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("orders") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def test_the_sheet_says_where_the_money_went(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    chart = page.sheet.money.chart
    keep = desk.order(page.work.order_id).profit.totals.profit
    assert chart.steps[0].words == "$94.00"
    assert chart.steps[-1].amount == keep.minor
    assert "Items $94.00, Bundle 10% −$9.40" in chart.accessibleName()
    assert page.sheet.money.share.text().endswith("% of what Renata paid is yours")
    assert page.sheet.header.timeline.accessibleName().startswith("Sold: Sun, Nov 22")


def test_packing_steps_are_ticked_with_mouse_and_figures(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    rows = page.cards.packing.rows()
    assert [row.box.accessibleName() for row in rows] == [
        "Pull 3 items", "Tissue", "Sticker", "Thank-you card", "Packing slip and label",
    ]  # fmt: skip
    rows[1].box.click()
    desk.settle()
    page.list.view.setFocus()
    desk.key(Qt.Key.Key_1)
    assert [step.done for step in desk.order(order_id).packing] == [True, True, False, False, False]
    assert page.cards.packing.count.text() == "2 of 5"
    assert page.cards.packing.rows()[1] is rows[1]
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_9)
    assert not any(step.done for step in desk.order(order_id).packing[:1])


def test_marking_packed_asks_once_about_steps_that_are_left(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.work.tick("pull", done=True)
    desk.settle()
    desk.key(Qt.Key.Key_Return, control=True)
    question = desk.dialog(ConfirmDialog)
    said = [label.text() for label in question.findChildren(QLabel)]
    assert any("4 steps are not ticked: Tissue, Sticker" in words for words in said)
    desk.press("Keep packing", question)
    assert desk.order(order_id).status is LineState.SOLD
    page.work.mark_packed()
    desk.settle()
    assert desk.order(order_id).status is LineState.PACKED
    assert desk.toast() == "Marked the order packed"
    assert page.foot.next_button.text() == "Mark shipped"


def test_an_order_goes_to_the_door_and_stays_shown(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    for step in desk.order(order_id).packing:
        page.work.tick(step.key, done=True)
    desk.settle()
    page.foot.next_button.click()
    desk.settle()
    assert desk.order(order_id).status is LineState.PACKED
    page.foot.next_button.click()
    dialog = desk.dialog(ShipDialog)
    dialog.tracking.line.setText("9400 1000 0000")
    dialog.carrier.line.setText("USPS")
    desk.press("Mark shipped", dialog)
    shipped = desk.order(order_id)
    assert (shipped.status, shipped.tracking, shipped.carrier) == (
        LineState.SHIPPED, "9400 1000 0000", "USPS",
    )  # fmt: skip
    assert page.work.order_id == order_id
    assert page.sheet.message.tracking.text == "9400 1000 0000"
    page.foot.next_button.click()
    desk.settle()
    assert desk.order(order_id).status is LineState.DELIVERED
    assert not page.foot.next_button.isVisible()
    desk.desk.undo()
    desk.settle()
    assert page.foot.next_button.text() == "Mark delivered"


def test_what_is_typed_into_the_sheet_is_kept_when_it_is_left(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    message = page.sheet.message
    assert message.message.text.startswith("Hi Renata, your bundle")
    desk.type(message.tracking.line, "9400 1111")
    desk.type(message.carrier.line, "DHL")
    desk.type(message.notes.area, "Wrap <twice>")
    desk.type(message.message.line, "On its way")
    desk.type(page.cards.parcel.weight.line, "2 lb 3 oz")
    desk.type(page.cards.parcel.parcel.line, "14 x 10 x 4 in")
    message.gift.switch.click()
    desk.settle()
    view = desk.order(order_id)
    assert (view.tracking, view.carrier, view.notes) == ("9400 1111", "DHL", "Wrap <twice>")
    assert (view.message, view.gift) == ("On its way", True)
    assert (view.weight_words, view.parcel) == ("2 lb 3 oz", "14 x 10 x 4 in")
    assert page.cards.parcel.weight.value() == Weight.of(35, "oz")


def test_a_wrong_weight_is_said_under_its_field(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    weight = desk.open(order_id).cards.parcel.weight
    desk.type(weight.line, "heavy")
    assert weight.error == "“heavy” is not a weight. Type it like 14 oz, 2 lb 3 oz or 450 g."
    assert desk.order(order_id).weight_words == ""


def test_what_is_being_typed_outlives_a_refresh(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    line = page.sheet.message.tracking.line
    line.setFocus()
    line.setText("9400 half")
    desk.desk.command(lambda: orders.edit_order(desk.closet, order_id, carrier="UPS"), quiet=True)
    desk.settle()
    assert line.text() == "9400 half"
    assert page.sheet.message.carrier.text == "UPS"


def test_leaving_the_page_keeps_what_was_typed(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.list.view.setFocus()
    desk.key(Qt.Key.Key_T)
    line = page.sheet.message.tracking.line
    assert line.hasFocus()
    desk.qtbot.keyClicks(line, "77")
    desk.desk.navigator.go("editor", 1)
    desk.settle()
    assert desk.order(order_id).tracking == "77"


def test_message_and_address_are_copied_as_they_are_written(desk: Stage) -> None:
    page = desk.open(desk.sell_one())
    board = QGuiApplication.clipboard()
    copy = page.sheet.message.copy_button
    copy.click()
    assert board.text() == "Hi 김서연, your order is packed and on its way. Thank you!"
    assert copy.text() == "Copied"
    page.cards.buyer.copy_button.click()
    assert board.text() == "서울특별시 세종대로 110\n301호\n김서연\n04524\nSOUTH KOREA"


def test_a_piece_of_the_order_opens_in_the_editor(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    table = page.sheet.pieces.table
    table.activated.emit(table.model().index(1, 0))
    assert desk.editor.entered == [desk.order(page.work.order_id).lines[1].item_id]
    table.activated.emit(table.model().index(3, 0))
    assert len(desk.editor.entered) == 1


def test_listings_are_ticked_off_until_none_is_left(desk: Stage) -> None:
    item = add(desk.closet)
    set_listing(desk.closet, item, "poshmark", url="https://poshmark.example/1")
    set_listing(desk.closet, item, "mercari")
    page = desk.open(sell(desk.closet, [item], ["34"], "ebay"))
    card = page.cards.take_downs
    assert card.heading.text() == "Take down from Poshmark, Mercari"
    desk.press("Open", card)
    assert desk.visits.visited == ["https://poshmark.example/1"]
    for task in desk.order(page.work.order_id).take_downs:
        page.work.take_down(task.id, done=True)
        desk.settle()
    assert not card.isVisible()
    assert desk.toast() == "Took down 1 listing"
    desk.desk.undo()
    desk.settle()
    assert card.isVisible()


def test_the_buyer_is_shown_with_every_word_as_it_stands(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    buyers.edit_buyer(desk.closet, buyer.id, name="<b>Renata</b>", notes="Loves <i>ribbon</i>")
    page = desk.open(order_id)
    assert page.cards.buyer.name.text() == "<b>Renata</b>"
    assert page.cards.buyer.name.textFormat() == Qt.TextFormat.PlainText
    assert page.cards.buyer.address.text() == "221 Alder Court\nApt 3\nRiverbend, OR 97000"


def test_refunds_and_history_are_told_newest_first(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    order_steps.refund(desk.closet, order_id, 500, reason="A loose button")
    for key in ("tissue", "sticker"):
        order_steps.tick(desk.closet, order_id, key, done=True)
    page.work.reload()

    def words() -> list[str]:
        labels = page.sheet.after.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisibleTo(page)]

    desk.qtbot.waitUntil(lambda: "−$5.00" in words())
    said = [line for line in words() if line.startswith(("Ticked", "Recorded", "Sold"))]
    assert said == ["Ticked a packing step (2 times)", "Recorded the refund", "Sold for $94.00"]


def test_a_cancelled_order_keeps_its_sheet_without_money(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    order_steps.cancel(desk.closet, order_id)
    page.show_order(order_id)
    desk.settle()
    assert page.list.groups.value() == DONE
    assert not page.sheet.money.chart.isVisible()
    assert not page.cards.packing.isVisible()
    assert not page.foot.isVisible()
    assert not page.sheet.message.message.isVisible()
    assert page.sheet.message.notes.isVisible()
