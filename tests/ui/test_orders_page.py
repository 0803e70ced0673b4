"""The page of orders: lists, the sheet of one order, packing, and what is typed into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.services import buyers, order_steps, orders
from closet_app.services.listings import set_listing
from closet_app.ui.orders.list_pane import DONE, SHIPPED, TO_PACK
from closet_app.ui.orders.pick_dialog import PickDialog
from closet_app.ui.orders.ship_dialog import ShipDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import add, sell, usd
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


def test_the_page_shows_what_is_to_pack_first(desk: Stage) -> None:
    late = desk.sell_one(days_ago=5)
    desk.sell_bundle()
    page = desk.open()
    assert page.work.order_id == late
    assert page.title() == "Order 1001"
    assert page.list.model.rowCount() == 2
    said = [button.accessibleName() for button in page.list.groups.findChildren(QAbstractButton)]
    assert said == ["To pack 2", "Shipped", "Done"]


def test_the_list_keeps_the_rules_of_models_and_speaks(desk: Stage, qtbot: QtBot) -> None:
    desk.sell_bundle()
    page = desk.open()
    model = page.list.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(
        page.sheet.pieces.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    said = model.data(model.index(0), ROLE.AccessibleTextRole)
    assert said == "Renata Okafor, 3 items, paid $91.10, eBay, order 1001, Ship by Wed"
    assert model.data(model.index(0), ROLE.DisplayRole) == "Renata Okafor"
    pieces = page.sheet.pieces.model
    assert pieces.data(pieces.index(0, 1), ROLE.AccessibleTextRole) == "Bin: A-07 JL-0001"
    assert pieces.data(pieces.index(3, 0), ROLE.DisplayRole) == "Together"
    assert pieces.headerData(4, Qt.Orientation.Horizontal, ROLE.DisplayRole) == "You keep"


def test_the_arrow_keys_go_from_order_to_order(desk: Stage) -> None:
    first, second = desk.sell_one(days_ago=2), desk.sell_bundle()
    page = desk.open()
    page.list.view.setFocus()
    desk.key(Qt.Key.Key_Down)
    assert page.work.order_id == second
    desk.key(Qt.Key.Key_Up)
    assert page.work.order_id == first
    assert page.sheet.header.title.text() == "Order 1001"


def test_a_group_shows_its_first_order(desk: Stage) -> None:
    packed, sent = desk.sell_bundle(), desk.sell_one()
    order_steps.mark_shipped(desk.closet, sent)
    page = desk.open()
    assert page.work.order_id == packed
    page.list.groups.changed.emit(SHIPPED)
    desk.settle()
    assert page.work.order_id == sent
    assert page.list.groups.value() == SHIPPED


def test_an_order_is_found_in_whatever_group_it_is(desk: Stage) -> None:
    here, sent = desk.sell_bundle(), desk.sell_one()
    order_steps.mark_shipped(desk.closet, sent, tracking="9400 1000 77")
    page = desk.open()
    assert page.focus_search()
    page.search.line.setText("9400 1000")
    page.search.query_changed.emit(page.search.query())
    desk.settle()
    assert page.list.groups.value() == SHIPPED
    assert page.list.model.row(0).id == sent  # type: ignore[union-attr]  # there is one
    assert page.work.order_id == here


def test_an_empty_group_says_what_will_be_there_and_how(desk: Stage) -> None:
    add(desk.closet)
    page = desk.open()
    assert page.work.view is None
    assert page.empty.reason == TO_PACK
    assert not page.side.isVisible()
    assert not page.print_shown()
    desk.press("Mark something sold", page)
    dialog = desk.dialog(PickDialog)
    assert dialog.picker.model.rowCount() == 1


def test_a_search_without_an_answer_can_be_cleared(desk: Stage) -> None:
    page = desk.open()
    page.search.line.setText("nobody")
    page.search.query_changed.emit("nobody")
    desk.settle()
    assert page.empty.reason == "nothing_found"
    desk.press("Clear the search", page)
    assert (page.search.query(), page.empty.reason) == ("", TO_PACK)


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


def test_commands_are_greyed_where_they_make_no_sense(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    actions = desk.desk.actions

    def allowed(name: str) -> bool:
        return actions.action(f"orders.{name}").isEnabled()

    assert [allowed(name) for name in ("mark_packed", "cancel", "return")] == [True, True, False]
    order_steps.mark_delivered(desk.closet, order_id)
    page.work.reload()
    assert [allowed(name) for name in ("mark_packed", "cancel", "return")] == [False, False, True]
    assert allowed("refund")


def test_the_three_dots_show_only_what_can_be_done(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    menu = page.sheet.header.menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Mark packed\tCtrl ↵", "Mark shipped…", "Edit amounts…", "Number and dates…", "Refund…",
        "Cancel the order…",
    ]  # fmt: skip
    order_steps.mark_packed(desk.closet, order_id)
    page.work.reload()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:2] == [
        "Mark shipped\tCtrl ↵", "Mark delivered",
    ]  # fmt: skip


def test_a_hidden_page_reads_again_when_it_is_entered(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    desk.desk.navigator.go("editor")
    desk.desk.command(lambda: orders.edit_order(desk.closet, order_id, carrier="UPS"))
    desk.settle()
    assert page.sheet.message.carrier.text == ""
    desk.open()
    assert page.sheet.message.carrier.text == "UPS"


def test_a_small_window_puts_the_cards_into_the_sheet(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    desk.window.resize(1100, 720)
    desk.qtbot.waitUntil(lambda: not page.side.isVisible())
    assert page.sheet.isAncestorOf(page.cards)
    assert page.sheet.isAncestorOf(page.foot)
    assert page.cards.packing.isVisible()
    assert page.cards.packing.x() > page.cards.buyer.x()
    desk.window.resize(1440, 868)
    desk.qtbot.waitUntil(page.side.isVisible)
    assert page.side.isAncestorOf(page.cards)
    assert page.cards.packing.x() == page.cards.buyer.x()


def test_widths_of_the_panes_are_remembered(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    panes = page.findChild(QSplitter)
    assert panes is not None
    panes.setSizes([300, 700, 364])
    panes.splitterMoved.emit(300, 1)
    assert desk.choices.settings.panes["orders"] == (panes.sizes()[0], panes.sizes()[2])


def test_the_window_follows_an_order_that_was_undone_away(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    desk.desk.undo()
    desk.settle()
    assert page.work.view is None
    assert page.empty.isVisible()
    assert page.title() == "Orders"


def test_amounts_below_zero_keep_are_red_and_signed(desk: Stage) -> None:
    item = add(desk.closet, cost_price=usd(90))
    page = desk.open(sell(desk.closet, [item], ["10"], "ebay"))
    cell = page.sheet.pieces.model.cell(0, 4)
    assert cell.ink == "bad-ink"
    assert cell.words.startswith("−$")
