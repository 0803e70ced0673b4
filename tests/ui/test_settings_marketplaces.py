from __future__ import annotations

from closet_app.domain.money import Money
from closet_app.services import history
from closet_app.services.shop import marketplaces
from closet_app.ui.settings.marketplace_card import ClosedCard, MarketplaceCard
from closet_app.ui.settings.marketplace_section import MarketplaceSection
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from tests.ui.program_stage import Stage
from tests.ui.settings_stage import page, stage, type_into

__all__ = ["page", "stage"]


def card_of(page: SettingsPage, marketplace: str) -> MarketplaceCard:
    page.enter("marketplaces")
    section = page.section("marketplaces")
    assert isinstance(section, MarketplaceSection)
    return section.cards[marketplace]


def test_a_marketplace_keeps_what_is_assumed_there(page: SettingsPage, stage: Stage) -> None:
    card = card_of(page, "ebay")
    type_into(card.handle.line, "juniper.lane")
    type_into(card.amounts["supplies"].line, "0.90")
    type_into(card.tax.line, "8.5")
    card.own_label.switch.click()
    stage.settle()
    type_into(card.amounts["postage"].line, "4.75")
    stage.settle()
    kept = next(each for each in marketplaces(stage.desk.closet) if each.marketplace == "ebay")
    assert kept.handle == "juniper.lane"
    assert kept.supplies == Money(90, "USD")
    assert str(kept.tax_percent) == "8.5"
    assert kept.own_label
    assert kept.postage == Money(475, "USD")
    assert history.undo_words(stage.desk.closet) == "Changed eBay"


def test_a_marketplace_is_turned_off_and_hides_its_fields(page: SettingsPage, stage: Stage) -> None:
    card = card_of(page, "poshmark")
    assert card.handle.isVisible()
    card.switch.click()
    stage.settle()
    assert not card.handle.isVisible()
    kept = {each.marketplace: each.enabled for each in marketplaces(stage.desk.closet)}
    assert not kept["poshmark"]


def test_postage_belongs_to_a_label_of_her_own(page: SettingsPage) -> None:
    card = card_of(page, "poshmark")
    assert not card.amounts["postage"].isEnabled()


def test_a_wrong_link_of_a_marketplace_is_said_there(page: SettingsPage, stage: Stage) -> None:
    card = card_of(page, "depop")
    type_into(card.link.line, "ftp://depop")
    stage.settle()
    assert "web address" in card.link.error
    kept = next(each for each in marketplaces(stage.desk.closet) if each.marketplace == "depop")
    assert kept.link == ""


def test_cards_say_where_rules_come_from_and_what_is_doubtful(page: SettingsPage) -> None:
    words = [label.text() for label in card_of(page, "poshmark").findChildren(PlainLabel)]
    assert any("poshmark.com/terms" in each and "checked Aug 1" in each for each in words)
    assert not card_of(page, "poshmark").findChildren(Note)
    assert card_of(page, "grailed").findChildren(Note)


def test_marketplaces_without_amounts_are_off_with_their_reason(page: SettingsPage) -> None:
    page.enter("marketplaces")
    cards = page.section("marketplaces").findChildren(ClosedCard)
    names = {label.text() for card in cards for label in card.findChildren(PlainLabel)}
    assert {"Vestiaire Collective", "The RealReal", "Tradesy"} <= names
