"""Card texts in Settings: listed, added, edited, put in order, left out and deleted."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from closet_app.domain.card_texts import FIELDS, Audience, CardText
from closet_app.services.card_text_book import add_text
from closet_app.services.card_texts import note_for, texts
from closet_app.services.closet import Closet
from closet_app.services.order_views import newest_order
from closet_app.services.shop import edit_shop
from closet_app.ui.settings.field_chips import FIELD_WORDS
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.text_dialog import TextDialog
from closet_app.ui.settings.texts_section import TextsSection
from tests.closets import add, sell
from tests.ui.program_stage import Stage
from tests.ui.settings_stage import shared_page as page
from tests.ui.shared_program import house, stage

__all__ = ["house", "page", "stage"]


@pytest.fixture
def section(page: SettingsPage, stage: Stage) -> TextsSection:
    """The section of a shop whose one order went to Renata."""
    closet = stage.desk.closet
    edit_shop(closet, card_note="")
    sell(closet, [add(closet, "Linen jacket")], ["40"], buyer_name="Renata Okafor")
    page.enter("texts")
    stage.settle()
    shown = page.section("texts")
    assert isinstance(shown, TextsSection)
    shown.language.set_value("en")
    shown.language.changed.emit("en")
    return shown


def own(stage: Stage) -> list[CardText]:
    """The seller's own texts, in order."""
    return [each for each in texts(stage.desk.closet) if each.id > 0]


def newest(closet: Closet) -> int:
    """The order that went to Renata."""
    order_id = newest_order(closet)
    assert order_id is not None
    return order_id


def text(name: str, body: str = "thank you!") -> CardText:
    """A text of the seller's own in English."""
    return CardText(0, name, "en", body)


def dialog_of(section: TextsSection) -> TextDialog:
    """The dialog that stands open."""
    assert isinstance(section.dialog, TextDialog)
    return section.dialog


def test_every_field_has_a_chip_and_its_meaning() -> None:
    assert set(FIELD_WORDS) == set(FIELDS) - {"title"}


def test_texts_are_listed_by_language(section: TextsSection, stage: Stage) -> None:
    assert {row.text.language for row in section.rows} == {"en"}
    assert "A second life" in [row.name.text() for row in section.rows]
    assert not section.rows[0].up.isVisible()
    section.language.set_value("ko")
    section.language.changed.emit("ko")
    assert {row.text.language for row in section.rows} == {"ko"}


def test_a_text_is_added_with_chips_and_seen_with_a_real_order(
    section: TextsSection, stage: Stage
) -> None:
    section.add()
    dialog = dialog_of(section)
    dialog.name.set_text("Short and warm")
    QTest.keyClicks(dialog.words.area, "enjoy ")
    dialog.chips.chips["pieces"].click()
    assert dialog.words.text == "enjoy {pieces}"
    assert "Renata Okafor" in dialog.preview_for.text()
    assert dialog.preview.text().startswith("Dear Renata,\nenjoy the linen jacket")
    dialog.sign_off.line.setFocus()
    stage.qtbot.waitUntil(dialog.sign_off.line.hasFocus)
    dialog.chips.chips["owner"].click()
    assert dialog.sign_off.text == "{owner}"
    dialog.audience.set_value(Audience.FIRST.value)
    dialog.act_button.click()
    stage.settle()
    assert [(each.name, each.audience) for each in own(stage)] == [
        ("Short and warm", Audience.FIRST)
    ]
    assert section.rows[0].when.text() == "First orders"
    stage.desk.undo()
    stage.settle()
    assert own(stage) == []
    assert section.rows[0].text.id < 0


def test_a_field_that_there_is_not_is_said_in_a_sentence(
    section: TextsSection, stage: Stage
) -> None:
    section.add()
    dialog = dialog_of(section)
    dialog.name.set_text("Wrong")
    QTest.keyClicks(dialog.words.area, "hello {fist name}")
    assert dialog.words.error == "There is no field {fist name}."
    dialog.act_button.click()
    stage.settle()
    assert dialog.isVisible()
    assert own(stage) == []
    dialog.words.area.clear()
    assert dialog.words.error == ""
    dialog.act_button.click()
    assert dialog.isVisible()
    dialog.reject()


def test_a_text_of_closet_that_is_edited_becomes_an_own_one(
    section: TextsSection, stage: Stage
) -> None:
    row = next(row for row in section.rows if row.name.text() == "A second life")
    row.edit.click()
    dialog = dialog_of(section)
    dialog.words.set_text("thank you for {pieces}.")
    dialog.act_button.click()
    stage.settle()
    assert [each.body for each in own(stage)] == ["thank you for {pieces}."]
    names = [row.name.text() for row in section.rows]
    assert names.count("A second life") == 1
    section.rows[0].drop.click()
    stage.settle()
    assert own(stage) == []
    assert "A second life" in [row.name.text() for row in section.rows]


def test_a_name_that_is_taken_is_refused_in_the_dialog(section: TextsSection, stage: Stage) -> None:
    add_text(stage.desk.closet, text("Mine"))
    section.reload()
    section.add()
    dialog = dialog_of(section)
    dialog.name.set_text("mine")
    dialog.words.set_text("thank you")
    dialog.act_button.click()
    stage.settle()
    assert dialog.isVisible()
    assert len(own(stage)) == 1
    dialog.reject()


def test_own_texts_are_put_in_order_and_the_first_one_is_used(
    section: TextsSection, stage: Stage
) -> None:
    closet = stage.desk.closet
    for name in ("One", "Two", "Three"):
        add_text(closet, text(name, f"{name}, thank you!"))
    section.reload()
    assert not section.rows[0].up.isEnabled()
    section.rows[2].up.click()
    stage.settle()
    section.rows[1].up.click()
    stage.settle()
    assert [each.name for each in own(stage)] == ["Three", "One", "Two"]
    section.rows[0].down.click()
    stage.settle()
    assert [row.name.text() for row in section.rows[:3]] == ["One", "Three", "Two"]
    assert note_for(closet, newest(closet)).body == "One, thank you!"


def test_a_text_that_is_left_out_is_not_used(section: TextsSection, stage: Stage) -> None:
    closet = stage.desk.closet
    add_text(closet, text("One", "One, thank you!"))
    add_text(closet, text("Two", "Two, thank you!"))
    section.reload()
    section.rows[0].on.click()
    stage.settle()
    assert [each.enabled for each in own(stage)] == [False, True]
    assert note_for(closet, newest(closet)).body == "Two, thank you!"
    stage.desk.undo()
    stage.settle()
    assert section.rows[0].on.isChecked()


def test_the_note_of_the_shop_is_pointed_at(section: TextsSection, stage: Stage) -> None:
    assert not section.shop_note.isVisible()
    stage.desk.command(lambda: edit_shop(stage.desk.closet, card_note="Thank you for {pieces}"))
    stage.settle()
    assert section.shop_note.isVisible()
    section.shop_note.acted.emit()
    stage.settle()
    assert stage.page(SettingsPage).section("shop").isVisible()
