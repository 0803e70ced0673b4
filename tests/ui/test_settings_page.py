from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from closet_app.services.order_views import order
from closet_app.services.print_extras import invoice_of
from closet_app.services.records import ShopStep
from closet_app.services.shop import logo_path, shop
from closet_app.settings import Theme
from closet_app.ui.settings.computer_section import ComputerSection
from closet_app.ui.settings.folder_section import FolderSection
from closet_app.ui.settings.money_section import MoneySection
from closet_app.ui.settings.numbers_section import NumbersSection
from closet_app.ui.settings.packing_section import PackingSection
from closet_app.ui.settings.page import SECTIONS, SettingsPage
from closet_app.ui.settings.printing_section import PrintingSection
from closet_app.ui.settings.shop_section import ShopSection
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button
from tests.closets import PHOTOS, add, sell
from tests.ui.program_stage import Stage
from tests.ui.settings_stage import page, stage, type_into

__all__ = ["page", "stage"]


def test_every_section_can_be_shown(page: SettingsPage, stage: Stage) -> None:
    for row in SECTIONS:
        page.enter(row.id)
        stage.settle()
        assert page.section(row.id).isVisible()
        assert page.section(row.id).accessibleName()
    assert page.title() == "Settings"


def test_a_field_is_kept_when_it_is_left_and_can_be_undone(
    page: SettingsPage, stage: Stage
) -> None:
    section = page.section("shop")
    assert isinstance(section, ShopSection)
    name = section.lines["name"]
    assert isinstance(name.editor, QLineEdit)
    type_into(name.editor, "Second Bloom")
    stage.settle()
    assert shop(stage.desk.closet).name == "Second Bloom"
    assert stage.program.window.windowTitle() == "Settings — Second Bloom — Closet"
    name.editor.clearFocus()
    stage.desk.undo()
    stage.settle()
    assert shop(stage.desk.closet).name == "Juniper Lane"
    assert name.text == "Juniper Lane"


def test_the_address_is_kept_part_by_part(page: SettingsPage, stage: Stage) -> None:
    section = page.section("shop")
    assert isinstance(section, ShopSection)
    for key, words in (("address.line1", "PO Box 88"), ("address.city", "Millbrook")):
        line = section.lines[key].editor
        assert isinstance(line, QLineEdit)
        type_into(line, words)
        stage.settle()
    address = shop(stage.desk.closet).address
    assert (address.line1, address.city) == ("PO Box 88", "Millbrook")


def test_a_link_that_is_none_is_refused_under_its_field(page: SettingsPage, stage: Stage) -> None:
    section = page.section("shop")
    assert isinstance(section, ShopSection)
    link = section.lines["link"]
    assert isinstance(link.editor, QLineEdit)
    type_into(link.editor, "javascript:alert(1)")
    stage.settle()
    assert "web address" in link.error
    assert shop(stage.desk.closet).link == ""


def test_the_tax_number_stands_on_invoices(page: SettingsPage, stage: Stage) -> None:
    section = page.section("shop")
    assert isinstance(section, ShopSection)
    line = section.lines["tax_number"].editor
    assert isinstance(line, QLineEdit)
    type_into(line, "DE 123456789")
    stage.settle()
    closet = stage.desk.closet
    assert shop(closet).tax_number == "DE 123456789"
    sold = order(closet, sell(closet, [add(closet)], ["20"]))
    assert invoice_of(shop(closet), sold).tax_number == "DE 123456789"


def test_the_mark_is_chosen_and_taken_away(page: SettingsPage, stage: Stage) -> None:
    section = page.section("shop")
    assert isinstance(section, ShopSection)
    before = section.logo.picture.grab().toImage()
    stage.answers.files = [PHOTOS / "dress-01.jpg"]
    section.logo.choose()
    stage.settle()
    assert logo_path(stage.desk.closet) is not None
    assert section.logo.picture.grab().toImage() != before
    section.logo.remove()
    stage.settle()
    assert logo_path(stage.desk.closet) is None
    stage.answers.files = []
    section.logo.choose()
    assert stage.program.jobs.is_idle()


def test_packing_steps_are_added_raised_priced_and_removed(
    page: SettingsPage, stage: Stage
) -> None:
    page.enter("packing")
    section = page.section("packing")
    assert isinstance(section, PackingSection)
    section.add_step()
    assert len(section.rows) == 4
    type_into(section.rows[-1].words.line, "Ribbon")
    stage.settle()
    type_into(section.rows[-1].cost.line, "0.25")
    stage.settle()
    assert shop(stage.desk.closet).packing_steps[-1] == ShopStep("Ribbon", 25)
    section.rows[-1].raised.emit()
    stage.settle()
    assert shop(stage.desk.closet).packing_steps[-2].words == "Ribbon"
    section.rows[0].raised.emit()
    section.rows[2].removed.emit()
    stage.settle()
    assert len(shop(stage.desk.closet).packing_steps) == 3
    kept = shop(stage.desk.closet).packing_steps
    assert tuple(row.value() for row in section.rows) == kept


def test_the_days_to_ship_are_a_small_number(page: SettingsPage, stage: Stage) -> None:
    page.enter("packing")
    section = page.section("packing")
    assert isinstance(section, PackingSection)
    type_into(section.days.line, "400")
    assert "up to 60" in section.days.error
    type_into(section.days.line, "5")
    stage.settle()
    assert shop(stage.desk.closet).ship_within_days == 5


def test_country_and_units_change_and_the_currency_stays(page: SettingsPage, stage: Stage) -> None:
    page.enter("money")
    section = page.section("money")
    assert isinstance(section, MoneySection)
    stage.settle()
    section.country.changed.emit("GB")
    stage.settle()
    section.units.changed.emit("metric")
    stage.settle()
    own = shop(stage.desk.closet)
    assert (own.country, own.locale, own.units, own.currency) == ("GB", "en_GB", "metric", "USD")
    assert section.country.value() == "GB"
    assert section.currency.text == "US Dollar, $"
    assert not section.currency.line.isEnabled()


def test_the_next_number_follows_each_letter_of_the_pattern(
    page: SettingsPage, stage: Stage
) -> None:
    page.enter("numbers")
    section = page.section("numbers")
    assert isinstance(section, NumbersSection)
    assert section.example.text() == "The next piece gets JL-0002."
    section.pattern.line.selectAll()
    QTest.keyClicks(section.pattern.line, "SB-{000}")
    assert section.example.text() == "The next piece gets SB-001."
    assert shop(stage.desk.closet).sku_pattern == "JL-{0000}"
    QTest.keyClick(section.pattern.line, Qt.Key.Key_Return)
    stage.settle()
    assert shop(stage.desk.closet).sku_pattern == "SB-{000}"


def test_a_pattern_without_a_counter_is_refused(page: SettingsPage, stage: Stage) -> None:
    page.enter("numbers")
    section = page.section("numbers")
    assert isinstance(section, NumbersSection)
    type_into(section.pattern.line, "JL")
    stage.settle()
    assert "pattern" in section.pattern.error
    assert section.example.text() == ""
    assert shop(stage.desk.closet).sku_pattern == "JL-{0000}"


def test_the_usual_paper_is_kept(page: SettingsPage, stage: Stage) -> None:
    section = page.section("printing")
    assert isinstance(section, PrintingSection)
    section.fields["slip_stock"].changed.emit("a4")
    stage.settle()
    assert shop(stage.desk.closet).slip_stock == "a4"
    assert section.fields["slip_stock"].value() == "a4"


def test_this_computer_changes_at_once_and_is_remembered(
    page: SettingsPage, stage: Stage, keeper: ThemeKeeper
) -> None:
    section = page.section("computer")
    assert isinstance(section, ComputerSection)
    section.theme.changed.emit("dark")
    section.text_size.changed.emit("115")
    section.letters.switch.click()
    section.motion.switch.click()
    assert (keeper.wish, keeper.text_size) == ("dark", 115)
    saved = stage.saved()
    assert (saved.theme, saved.text_size) == (Theme.DARK, 115)
    assert not saved.single_letter_keys
    assert saved.motion
    section.motion.switch.click()


def test_the_folder_is_shown_and_its_commands_are_the_menus(
    page: SettingsPage, stage: Stage
) -> None:
    page.enter("folder")
    section = page.section("folder")
    assert isinstance(section, FolderSection)
    assert section.path.text == str(stage.desk.closet.folder)
    buttons = {each.text(): each for each in section.findChildren(Button) if each.isVisible()}
    assert set(buttons) == {
        "Show", "Open another closet…", "Start a new closet…",
        "Make a backup…", "Open a backup…", "Check the closet", "Watch a folder for photos…",
    }  # fmt: skip
    buttons["Show"].click()
    assert stage.answers.shown == [stage.desk.closet.folder]
    stage.answers.target = stage.desk.closet.folder.parent / "copy.zip"
    buttons["Make a backup…"].click()
    stage.settle()
    assert stage.answers.target.exists()
