"""The page of orders: lists, commands, panes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QSplitter
from pytestqt.qtbot import QtBot

from closet_app.services import order_steps, orders
from closet_app.ui.orders.list_pane import SHIPPED, TO_PACK
from closet_app.ui.orders.pick_dialog import PickDialog
from closet_app.ui.theme.keeper import ThemeKeeper
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
