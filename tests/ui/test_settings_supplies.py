"""Supplies in Settings: bought, counted, named when few are left, used by packing steps."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from closet_app.domain.money import Money
from closet_app.services import supplies
from closet_app.services.records import ShopStep
from closet_app.services.records.supplies import Supply
from closet_app.services.shop import edit_shop, shop
from closet_app.ui.settings.packing_section import PackingSection
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.supplies_section import SuppliesSection
from closet_app.ui.settings.supply_card import SupplyCard
from closet_app.ui.settings.supply_dialogs import CountDialog, LotDialog, NewSupplyDialog
from closet_app.ui.widgets.buttons import Button
from tests.closets import TODAY
from tests.ui.program_stage import Stage
from tests.ui.settings_stage import shared_page as page
from tests.ui.settings_stage import type_into
from tests.ui.shared_program import house, stage

__all__ = ["house", "page", "stage"]


@pytest.fixture
def section(page: SettingsPage, stage: Stage) -> SuppliesSection:
    """The section of a shop without supplies."""
    page.enter("supplies")
    stage.settle()
    shown = page.section("supplies")
    assert isinstance(shown, SuppliesSection)
    return shown


def kept(stage: Stage) -> list[Supply]:
    """The supplies as they are, archived ones too."""
    return list(supplies.supplies(stage.desk.closet, archived=True))


def tissue(section: SuppliesSection, stage: Stage, reorder_at: int = 20) -> SupplyCard:
    """A hundred sheets of tissue for twelve dollars, and their card."""
    closet = stage.desk.closet
    number, _ = supplies.add_supply(closet, "Tissue paper", "sheets", reorder_at)
    stage.desk.command(
        lambda: supplies.buy_lot(closet, number, 100, Money(1200, closet.currency), TODAY)
    )
    stage.settle()
    return section.cards[number]


def press(card: SupplyCard, words: str) -> None:
    """Press the button of a card with these words."""
    next(each for each in card.findChildren(Button) if each.text() == words).click()


def test_a_supply_is_added_bought_and_undone(section: SuppliesSection, stage: Stage) -> None:
    assert section.nothing.isVisible()
    section.add()
    dialog = section.dialog
    assert isinstance(dialog, NewSupplyDialog)
    QTest.keyClicks(dialog.name.line, "Poly mailers")
    QTest.keyClicks(dialog.unit.line, "mailers")
    QTest.keyClicks(dialog.reorder.line, "10")
    dialog.act_button.click()
    stage.settle()
    assert not section.nothing.isVisible()
    card = next(iter(section.cards.values()))
    press(card, "Add what you bought")
    bought = card.dialog
    assert isinstance(bought, LotDialog)
    QTest.keyClicks(bought.quantity.line, "25")
    QTest.keyClicks(bought.cost.line, "16.75")
    bought.act_button.click()
    stage.settle()
    assert card.left.text() == "25"
    assert [(lot.quantity, lot.cost.minor, lot.bought_on) for lot in kept(stage)[0].lots] == [
        (25, 1675, TODAY)
    ]
    stage.desk.undo()
    stage.settle()
    assert card.left.text() == "0"
    assert card.lots == []
    stage.desk.undo()
    stage.settle()
    assert section.cards == {}


def test_what_is_wrong_is_said_in_the_dialog_and_nothing_is_kept(
    section: SuppliesSection, stage: Stage
) -> None:
    section.add()
    dialog = section.dialog
    assert isinstance(dialog, NewSupplyDialog)
    QTest.keyClicks(dialog.name.line, "Ribbon")
    QTest.keyClicks(dialog.reorder.line, "few")
    dialog.act_button.click()
    assert dialog.reorder.error == "Type a whole number from 0 on."
    dialog.reorder.line.clear()
    dialog.name.line.clear()
    dialog.act_button.click()
    stage.settle()
    assert dialog.isVisible()
    assert kept(stage) == []
    dialog.reject()


def test_a_supply_that_runs_low_is_named_with_its_number(
    section: SuppliesSection, stage: Stage
) -> None:
    card = tissue(section, stage)
    assert not card.low.isVisible()
    press(card, "Correct")
    dialog = card.dialog
    assert isinstance(dialog, CountDialog)
    assert dialog.counted.value() == 100
    dialog.counted.line.selectAll()
    QTest.keyClicks(dialog.counted.line, "12")
    dialog.act_button.click()
    stage.settle()
    assert card.left.text() == "12"
    assert card.low.isVisible()
    assert kept(stage)[0].words == "Tissue paper: 12 sheets left. Buy more."
    type_into(card.reorder.line, "5")
    stage.settle()
    assert not card.low.isVisible()


def test_name_and_unit_save_themselves_and_a_taken_name_is_refused_in_place(
    section: SuppliesSection, stage: Stage
) -> None:
    card = tissue(section, stage)
    supplies.add_supply(stage.desk.closet, "Ribbon")
    type_into(card.unit.line, "leaves")
    stage.settle()
    type_into(card.name.line, "ribbon")
    stage.settle()
    assert card.name.error
    assert (kept(stage)[0].name, kept(stage)[0].unit) == ("Tissue paper", "leaves")
    type_into(card.name.line, "White tissue")
    stage.settle()
    assert card.name.error == ""
    assert kept(stage)[0].name == "White tissue"


def test_a_purchase_is_corrected_and_removed(section: SuppliesSection, stage: Stage) -> None:
    card = tissue(section, stage)
    edit, remove = card.lots[0].findChildren(Button)
    edit.click()
    dialog = card.dialog
    assert isinstance(dialog, LotDialog)
    assert (dialog.quantity.value(), dialog.cost.text) == (100, "$12.00")
    dialog.quantity.line.selectAll()
    QTest.keyClicks(dialog.quantity.line, "120")
    dialog.act_button.click()
    stage.settle()
    assert kept(stage)[0].left == 120
    _edit, remove = card.lots[0].findChildren(Button)
    remove.click()
    stage.settle()
    assert kept(stage)[0].lots == ()


def test_an_archived_supply_is_shown_when_asked_for(section: SuppliesSection, stage: Stage) -> None:
    card = tissue(section, stage)
    assert not section.archived.isVisible()
    card.archive()
    stage.settle()
    assert section.cards == {}
    assert section.archived.isVisible()
    section.archived.switch.click()
    assert len(section.cards) == 1
    next(iter(section.cards.values())).archive()
    stage.settle()
    assert not kept(stage)[0].archived


def test_a_packing_step_takes_from_a_supply_and_shows_what_it_costs(
    page: SettingsPage, section: SuppliesSection, stage: Stage
) -> None:
    card = tissue(section, stage)
    closet = stage.desk.closet
    edit_shop(closet, packing_steps=(ShopStep("Wrap", 30),))
    page.enter("packing")
    stage.settle()
    packing = page.section("packing")
    assert isinstance(packing, PackingSection)
    row = packing.rows[0]
    assert row.cost.isVisible()
    assert not row.quantity.isVisible()
    row.supply.box.setCurrentIndex(1)
    row.supply.box.activated.emit(1)
    stage.settle()
    type_into(row.quantity.line, "3")
    stage.settle()
    step = shop(closet).packing_steps[0]
    assert (step.supply_id, step.quantity, step.cost_minor) == (card.supply.id, 3, 30)
    assert row.price.text() == "$0.36"
    assert not row.cost.isVisible()
    page.enter("supplies")
    assert card.used_by.text() == "Used by Wrap"
    type_into(row.quantity.line, "0")
    stage.settle()
    assert row.quantity.error
    assert shop(closet).packing_steps[0].quantity == 3
