"""The dialogs of an order: amounts, refund, return, one more piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from closet_app.domain.status import ItemStatus, LineState
from closet_app.services import order_steps, orders
from closet_app.services.pieces import piece
from closet_app.ui.orders.amounts_dialog import AmountsDialog
from closet_app.ui.orders.details_dialog import DetailsDialog
from closet_app.ui.orders.pick_dialog import AddPieceDialog, PickDialog
from closet_app.ui.orders.refund_dialog import RefundDialog
from closet_app.ui.orders.return_dialog import ReturnDialog
from closet_app.ui.orders.sell_dialog import SellDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.dialogs import ConfirmDialog
from closet_app.ui.widgets.text_fields import LineField
from tests.closets import TODAY, add, sell, usd
from tests.ui.orders_stage import Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("orders") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def retype(field: LineField, text: str) -> None:
    """Type over a field letter by letter, without leaving it."""
    field.line.setText(text)
    field.edited.emit(text)


def test_amounts_say_what_is_kept_while_they_are_typed(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.doors.edit_amounts()
    dialog = desk.dialog(AmountsDialog)
    assert dialog.summary.keep.text() == "$50.48"
    assert dialog.summary.rule.text().startswith("Expected fee $12.79. Fee by the rules of eBay (")
    retype(dialog.amounts.fields["fee_charged"], "10")
    assert dialog.summary.keep.text() == "$53.27"
    retype(dialog.amounts.fields["fee_charged"], "10x")
    assert dialog.summary.keep.text() == "$50.48"
    retype(dialog.amounts.fields["fee_charged"], "")
    retype(dialog.prices.fields[0], "200")
    assert dialog.summary.keep.text() > "$190"
    assert desk.order(order_id).profit.totals.profit == usd("50.48")


def test_corrected_amounts_are_kept_in_one_step(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.doors.edit_amounts()
    dialog = desk.dialog(AmountsDialog)
    typed = {"discount": "4", "shipping": "", "fee_charged": "12.50", "tax": "8.12"}
    for key, text in typed.items():
        retype(dialog.amounts.fields[key], text)
    retype(dialog.prices.fields[2], "31")
    dialog.amounts.platform_label.click()
    kept = dialog.summary.keep.text()
    desk.press("Save", dialog)
    view = desk.order(order_id)
    assert (view.discount, view.shipping, view.tax) == (usd(4), usd(0), usd("8.12"))
    assert (view.fee_charged, view.own_label) == (usd("12.50"), False)
    assert [line.price for line in view.lines] == [usd(26), usd(38), usd(31)]
    assert page.sheet.money.chart.steps[-1].words == kept
    desk.desk.undo()
    desk.settle()
    assert desk.order(order_id).profit.totals.profit == usd("50.48")


def test_a_wrong_amount_is_said_in_place_and_nothing_is_kept(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.doors.edit_amounts()
    dialog = desk.dialog(AmountsDialog)
    postage = dialog.amounts.fields["postage"]
    postage.line.setText("seven")
    desk.press("Save", dialog)
    assert dialog.isVisible()
    assert postage.error.startswith("“seven” is not an amount.")
    postage.line.setText("7")
    dialog.amounts.fields["discount"].line.setText("500")
    desk.press("Save", dialog)
    assert dialog.isVisible()
    assert desk.order(order_id).postage == usd("7.38")


def test_a_fee_on_doubtful_facts_says_so_until_it_is_known(desk: Stage) -> None:
    order_id = sell(desk.closet, [add(desk.closet)], ["34"], "whatnot")
    page = desk.open(order_id)
    page.doors.edit_amounts()
    dialog = desk.dialog(AmountsDialog)
    assert dialog.summary.doubt.isVisible()
    retype(dialog.amounts.fields["fee_charged"], "3")
    assert not dialog.summary.doubt.isVisible()


def test_whose_label_it_is_explains_itself(desk: Stage) -> None:
    page = desk.open(desk.sell_bundle())
    page.doors.edit_amounts()
    dialog = desk.dialog(AmountsDialog)
    own = dialog.summary.keep.text()
    dialog.amounts.platform_label.click()
    assert dialog.summary.keep.text() != own
    assert not dialog.amounts.is_own_label


def test_money_is_given_back_up_to_what_was_paid(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.sheet.after.refund_button.click()
    dialog = desk.dialog(RefundDialog)
    desk.press("Record the refund", dialog)
    assert dialog.amount.error == "Type how much you gave back."
    for wrong in ("0", "91.11", "-5"):
        dialog.amount.line.setText(wrong)
        desk.press("Record the refund", dialog)
        assert dialog.amount.error
    dialog.amount.line.setText("5")
    dialog.day.line.setText("yesterday")
    dialog.reason.line.setText("A loose button")
    desk.press("Record the refund", dialog)
    (refund,) = desk.order(order_id).refunds
    assert (refund.amount, refund.reason) == (usd(5), "A loose button")
    assert (TODAY - refund.given_on).days == 1
    assert desk.toast() == "Recorded the refund"


def test_what_came_back_goes_to_stock_or_is_kept_apart(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    order_steps.mark_shipped(desk.closet, order_id)
    page = desk.open(order_id)
    first, second, third = desk.order(order_id).lines
    page.sheet.after.return_button.click()
    dialog = desk.dialog(ReturnDialog)
    for line in (first, second, third):
        dialog.checks[line.id].box.setChecked(False)
    desk.press("Record the return", dialog)
    assert dialog.isVisible()
    dialog.checks[first.id].box.setChecked(True)
    desk.press("Record the return", dialog)
    page.doors.take_back()
    dialog = desk.dialog(ReturnDialog)
    assert set(dialog.checks) == {second.id, third.id}
    dialog.checks[third.id].box.setChecked(False)
    dialog.keep_apart.click()
    desk.press("Record the return", dialog)
    states = [line.state for line in desk.order(order_id).lines]
    assert states == [LineState.RETURNED, LineState.RETURNED, LineState.SHIPPED]
    assert [piece(desk.closet, line.item_id or 0).status for line in (first, second)] == [
        ItemStatus.DRAFT, ItemStatus.RETURNED,
    ]  # fmt: skip
    assert page.sheet.pieces.model.cell(0, 0).below == "Zara · S · back in stock"


def test_cancelling_asks_first_and_can_be_undone(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.sheet.after.cancel_button.click()
    desk.press("Keep it", desk.dialog(ConfirmDialog))
    assert desk.order(order_id).status is LineState.SOLD
    page.doors.cancel()
    desk.press("Cancel the order", desk.dialog(ConfirmDialog))
    assert desk.order(order_id).status is LineState.CANCELLED
    desk.desk.undo()
    desk.settle()
    assert page.sheet.money.chart.isVisible()


def test_one_more_piece_joins_an_order_at_its_price(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    add(desk.closet, "Denim chore jacket", asking=usd(52))
    page = desk.open(order_id)
    page.sheet.pieces.add_button.click()
    dialog = desk.dialog(AddPieceDialog)
    desk.settle()
    desk.press("Add item", dialog)
    assert dialog.isVisible()
    dialog.picker.model.toggle(0)
    dialog.picker.changed.emit()
    assert dialog.price.text == "$52.00"
    retype(dialog.price, "45")
    desk.press("Add item", dialog)
    assert [line.price for line in desk.order(order_id).lines][-1] == usd(45)
    assert page.sheet.pieces.model.rowCount() == 5


def test_a_refusal_of_the_command_keeps_the_dialog_open(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    add(desk.closet)
    page = desk.open(order_id)
    page.doors.add_piece()
    dialog = desk.dialog(AddPieceDialog)
    desk.settle()
    dialog.picker.model.toggle(0)
    dialog.picker.changed.emit()
    order_steps.mark_shipped(desk.closet, order_id)
    desk.press("Add item", dialog)
    assert dialog.isVisible()
    assert dialog.act_button.isEnabled()
    assert len(desk.order(order_id).lines) == 3


def test_pieces_for_a_new_order_are_found_and_gathered(desk: Stage, qtbot: QtBot) -> None:
    jacket = add(desk.closet, "Denim chore jacket", asking=usd(52))
    tee = add(desk.closet, "Breton tee", asking=usd(34))
    sold = add(desk.closet, "Sold jacket")
    sell(desk.closet, [sold], ["10"])
    page = desk.open()
    page.new_order()
    dialog = desk.dialog(PickDialog)
    picker = dialog.picker
    QAbstractItemModelTester(picker.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.press("Go on to the sale", dialog)
    assert dialog.isVisible()
    for word in ("jacket", "breton"):
        picker.search.line.setText(word)
        picker.search.query_changed.emit(word)
        desk.settle()
        assert picker.model.rowCount() == 1
        qtbot.keyClick(picker.search.line, Qt.Key.Key_Down)
        qtbot.keyClick(picker.view, Qt.Key.Key_Space)
    assert picker.words.text() == "2 items chosen"
    said = picker.model.data(picker.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Breton tee, JL-0002 · Draft, $34.00, chosen"
    desk.press("Go on to the sale", dialog)
    sale = desk.dialog(SellDialog)
    assert sale.sale().item_ids == (jacket, tee)
    desk.press("Mark sold", sale)
    view = page.work.view
    assert view is not None
    assert [line.title for line in view.lines] == ["Denim chore jacket", "Breton tee"]


def test_number_and_day_are_corrected(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.doors.edit_details()
    dialog = desk.dialog(DetailsDialog)
    dialog.number.line.setText("14-0001")
    dialog.ship_by.line.setText("soon")
    desk.press("Save", dialog)
    assert dialog.ship_by.error
    dialog.ship_by.line.setText("Nov 30")
    desk.press("Save", dialog)
    view = desk.order(order_id)
    assert (view.marketplace_number, view.ship_by) == ("14-0001", date(2026, 11, 30))


def test_a_closed_order_offers_nothing_to_add(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    orders.edit_order(desk.closet, order_id, tracking="94")
    order_steps.mark_shipped(desk.closet, order_id)
    page = desk.open(order_id)
    assert not page.sheet.pieces.add_button.isVisible()
    assert page.sheet.after.return_button.isVisible()
    assert not page.sheet.after.cancel_button.isVisible()
