"""Card designs are listed, shown as they would be printed, and changed in a form."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from closet_app.printing.designs import design_ids
from closet_app.services import designs
from closet_app.services.design_files import export_design
from closet_app.services.design_previews import Content
from closet_app.services.history import recent
from closet_app.services.order_views import newest_order
from closet_app.services.orders import edit_order
from closet_app.ui.designs.ink_field import InkField
from closet_app.ui.designs.picture_field import PictureField
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.printing_section import PrintingSection
from closet_app.ui.widgets.choices import CheckRow, Segmented
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import MultiLineField
from tests.ui.designs_stage import HOME, Studio, drawing, studio, workshop

__all__ = ["studio", "workshop"]

pytestmark = pytest.mark.usefixtures("keeper")
SHIPPED = ["Hand note", "Stitched", "Photo", "Bold", "Ribbon", "Postcard"]
COPY = "Hand note (2)"
ENTITIES = """<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "&#65;">]>
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text>&a;</text></svg>"""
PLAIN = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
<rect width="40" height="20" fill="#1F6468"/></svg>"""


def words_in(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(PlainLabel))


def steps(shop: Studio) -> list[str]:
    return [line.words for line in recent(shop.closet)]


def test_the_shipped_designs_stand_in_the_list_with_small_cards(studio: Studio) -> None:
    assert studio.names() == SHIPPED
    assert all(studio.page.thumbs.get(design_id) is not None for design_id in design_ids())
    model = studio.page.list.model
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Hand note, Comes with Closet, used for your cards"


def test_the_card_of_the_newest_order_is_shown_front_and_back(studio: Studio) -> None:
    view = studio.page.preview.view
    assert len(studio.sides()) == 2
    assert view.accessibleDescription() == "Newest order, ISO A6: Front, Back"
    front, back = view.rects()
    assert abs(front.width() / front.height() - 105 / 148) < 0.01
    assert studio.sides()[0].width() == front.width()
    assert back.left() > front.right() or back.top() > front.bottom()


def test_each_letter_is_seen_on_the_card_before_anything_is_kept(studio: Studio) -> None:
    studio.choose("Stitched")
    before, count = studio.sides()[0], len(steps(studio))
    studio.type("words.title", "Merci")
    studio.settle()
    merci = studio.sides()[0]
    assert merci != before
    QTest.keyClicks(studio.line("words.title").line, " beaucoup")
    studio.settle()
    assert studio.sides()[0] not in (before, merci)
    assert len(steps(studio)) == count
    assert studio.names() == SHIPPED


def test_changing_a_shipped_design_makes_a_copy_of_ones_own_in_one_step(studio: Studio) -> None:
    assert not studio.page.form.shipped.isHidden()
    count = len(steps(studio))
    studio.write("words.footer", "Packed in paper")
    assert studio.names() == [COPY, *SHIPPED]
    assert studio.designs()[COPY].words.footer == "Packed in paper"
    assert studio.designs()["Hand note"].words.footer == ""
    assert studio.hand().name == COPY
    assert studio.page.form.shipped.isHidden()
    assert len(steps(studio)) == count + 1
    studio.undo()
    assert studio.names() == SHIPPED
    assert studio.hand().name == "Hand note"
    assert studio.line("words.footer").text == ""


def test_every_field_that_is_left_is_one_step_however_much_was_typed(studio: Studio) -> None:
    studio.act("design.copy")
    count = len(steps(studio))
    studio.write("words.footer", "Order {order}, packed in paper")
    studio.write("name", "Winter")
    assert len(steps(studio)) == count + 2
    assert studio.names()[0] == "Winter"
    studio.undo()
    assert studio.names()[0] == COPY
    assert studio.line("name").text == COPY
    studio.undo()
    assert studio.hand().words.footer == ""


def test_two_fields_left_at_once_are_both_kept_in_one_copy(studio: Studio) -> None:
    studio.type("words.footer", "Packed in paper")
    studio.type("words.back_title", "Wear it with")
    studio.page.form.setFocus()
    studio.page.leave()
    studio.settle()
    assert studio.names() == [COPY, *SHIPPED]
    kept = studio.designs()[COPY].words
    assert (kept.footer, kept.back_title) == ("Packed in paper", "Wear it with")


def test_names_that_are_empty_or_taken_are_refused_with_a_sentence(studio: Studio) -> None:
    studio.act("design.copy")
    studio.write("name", "   ")
    assert "A design needs a name." in studio.line("name").error
    studio.write("name", "Stitched")
    assert "already" in studio.line("name").error
    assert studio.hand().name == COPY
    studio.write("name", "Für Zoë — 겨울 카드")
    assert studio.line("name").error == ""
    assert studio.names()[0] == "Für Zoë — 겨울 카드"


def test_braces_that_are_no_field_and_colors_that_are_none_are_said(studio: Studio) -> None:
    studio.act("design.copy")
    studio.write("words.footer", "For {buyer}")
    assert "There is no field {buyer}." in studio.line("words.footer").error
    studio.write("inks.accent", "berry")
    assert "is not a color" in studio.line("inks.accent").error
    assert studio.hand().inks.accent == "#8C2F4B"
    studio.write("inks.accent", "1f6468")
    assert studio.hand().inks.accent == "#1F6468"
    assert studio.line("inks.accent").error == ""
    studio.write("sizes.letter", "400")
    assert studio.line("sizes.letter").error == "Type a number from 60 to 150."
    studio.write("sizes.letter", "80")
    assert studio.hand().sizes.letter == 0.8


def test_a_pale_color_is_called_hard_to_read_while_it_is_typed(studio: Studio) -> None:
    assert studio.page.form.weak.isHidden()
    studio.type("inks.letter", "#D9C3A5")
    assert not studio.page.form.weak.isHidden()
    studio.type("inks.letter", "#27406B")
    assert studio.page.form.weak.isHidden()


def test_a_swatch_is_chosen_with_the_keyboard(studio: Studio) -> None:
    studio.act("design.copy")
    field = studio.field("inks.accent")
    assert isinstance(field, InkField)
    field.swatch.click()
    popup = field.popup
    assert popup is not None
    studio.qtbot.waitUntil(popup.isVisible)
    assert popup.swatches[0].isChecked()
    QTest.keyClick(popup, Qt.Key.Key_Right)
    popup.swatches[1].click()
    studio.settle()
    assert studio.hand().inks.accent == "#5B2A4A"
    assert field.text == "#5B2A4A"


def test_parts_types_and_marks_change_the_card(studio: Studio) -> None:
    studio.act("design.copy")
    seen = [studio.sides()[0]]
    part = studio.field("parts.shop")
    assert isinstance(part, CheckRow)
    part.box.click()
    studio.settle()
    seen.append(studio.sides()[0])
    studio.pick("fonts.letter", "Dancing Script")
    seen.append(studio.sides()[0])
    studio.pick("mark", "Heart")
    seen.append(studio.sides()[0])
    assert all(a != b for a, b in pairwise(seen))
    kept = studio.hand()
    assert (kept.fonts.letter, kept.mark) == ("dancing_script", "heart")
    assert "shop" not in kept.parts


def test_a_folded_card_shows_outside_and_inside_on_folded_paper(studio: Studio) -> None:
    shape = studio.field("shape").findChild(Segmented)
    assert shape is not None
    assert "words.title" not in studio.offered()
    shape.changed.emit("folded")
    studio.settle()
    assert studio.hand().name == COPY
    assert "Outside, Inside" in studio.page.preview.view.accessibleDescription()
    assert studio.page.preview.stock is not None
    assert studio.page.preview.stock.folded
    assert "words.title" in studio.offered()
    assert "parts.footer" not in studio.offered()


def test_the_form_offers_what_the_drawing_uses(studio: Studio) -> None:
    assert "picture" not in studio.offered()
    studio.choose("Postcard")
    assert "picture" in studio.offered()
    assert "shape" not in studio.offered()
    assert studio.line("words.title").line.placeholderText() == "Thank you, {first name}"


def test_the_card_can_be_seen_with_names_that_are_hard_to_set(studio: Studio) -> None:
    pane, seen = studio.page.preview, [studio.sides()[0]]
    for content in (Content.LONG, Content.KOREAN, Content.ARABIC):
        pane.content.set_value(content)
        pane.read()
        studio.settle()
        assert pane.remark.isHidden()
        seen.append(studio.sides()[0])
    assert all(seen.count(each) == 1 for each in seen)


def test_a_note_that_does_not_fit_is_said_above_the_card(studio: Studio) -> None:
    order_id, note = newest_order(studio.closet), "I hope it finds a third with you. " * 40
    assert order_id is not None
    studio.desk.command(lambda: edit_order(studio.closet, order_id, note=note))
    studio.settle()
    pane = studio.page.preview
    assert "letters too long for the card." in words_in(pane.remark)
    assert len(studio.sides()) == 2
    part = studio.field("parts.note")
    assert isinstance(part, CheckRow)
    part.box.click()
    studio.settle()
    assert pane.remark.isHidden()


def test_pictures_are_dropped_kept_and_removed(studio: Studio, tmp_path: Path) -> None:
    studio.choose("Photo")
    field = studio.field("picture")
    assert isinstance(field, PictureField)
    before = studio.sides()[0]
    studio.drop(field, drawing(tmp_path, "roses.jpg"))
    own = studio.hand()
    assert own.name == "Photo (2)"
    assert own.picture is not None
    assert studio.sides()[0] != before
    studio.page.take_photos([drawing(tmp_path, "tulips.png", (30, 80))])
    studio.settle()
    assert studio.hand().picture != own.picture
    field.remove.click()
    studio.settle()
    assert studio.hand().picture is None
    studio.undo()
    assert studio.hand().picture is not None


def test_an_svg_is_drawn_unless_it_holds_entities(studio: Studio, tmp_path: Path) -> None:
    studio.act("design.copy")
    field = studio.field("logo")
    assert isinstance(field, PictureField)
    bad, good = tmp_path / "bad.svg", tmp_path / "good.svg"
    bad.write_text(ENTITIES, encoding="utf-8")
    good.write_text(PLAIN, encoding="utf-8")
    studio.drop(field, bad)
    assert "it holds links, entities or programs" in field.wrong.text()
    assert "Save it as PNG" in field.wrong.text()
    bad.write_text(PLAIN.replace("#1F6468", "none").replace("#1f6468", "none"), encoding="utf-8")
    studio.drop(field, bad)
    assert "it cannot be drawn" in field.wrong.text()
    assert studio.hand().logo is None
    studio.drop(field, good)
    assert field.wrong.isHidden()
    logo = studio.hand().logo
    assert logo is not None
    assert QColor(field.kept.grab().toImage().pixel(32, 32)).name() == "#1f6468"


def test_what_is_no_picture_is_refused_under_its_field(studio: Studio, tmp_path: Path) -> None:
    words = tmp_path / "words.png"
    words.write_text("no picture", encoding="utf-8")
    field = studio.field("logo")
    assert isinstance(field, PictureField)
    studio.drop(field, words)
    assert "words.png" in field.wrong.text()
    assert studio.names() == SHIPPED


def test_a_design_of_ones_own_is_used_and_deleted_and_both_are_undone(studio: Studio) -> None:
    assert not studio.desk.actions.action("design.delete").isEnabled()
    studio.act("design.copy")
    studio.act("design.use")
    own = studio.hand().id
    assert designs.usual_design(studio.closet) == own
    assert studio.page.bar.use.text() == "Used for my cards"
    assert not studio.page.bar.use.isEnabled()
    studio.page.list.view.setFocus()
    studio.act("design.delete")
    assert studio.names() == SHIPPED
    assert studio.hand().name == "Hand note"
    assert designs.usual_design(studio.closet) == "hand_note"
    studio.undo()
    assert studio.names() == [COPY, *SHIPPED]
    assert designs.usual_design(studio.closet) == own
    studio.undo()
    assert designs.usual_design(studio.closet) == "hand_note"


def test_own_designs_are_put_in_order_by_keys_and_by_hand(studio: Studio) -> None:
    for name in ("Stitched", "Bold"):
        studio.choose(name)
        studio.act("design.copy")
    assert studio.names()[:3] == ["Stitched (2)", "Bold (2)", "Hand note"]
    view = studio.page.list.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    studio.settle()
    assert studio.names()[:2] == ["Bold (2)", "Stitched (2)"]
    assert studio.hand().name == "Bold (2)"
    assert not studio.desk.actions.action("design.up").isEnabled()
    model = studio.page.list.model
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index(2)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.moveRow(QModelIndex(), 0, QModelIndex(), 6)
    studio.settle()
    assert studio.names()[:3] == ["Stitched (2)", "Bold (2)", "Hand note"]
    assert not studio.desk.actions.action("design.down").isEnabled()
    assert not model.moveRow(QModelIndex(), 2, QModelIndex(), 0)
    studio.undo()
    assert studio.names()[:2] == ["Bold (2)", "Stitched (2)"]


def test_a_design_goes_into_one_file_and_comes_back(studio: Studio, tmp_path: Path) -> None:
    studio.write("words.footer", "Packed in paper")
    out = tmp_path / "card.closetdesign"
    studio.answers.target = tmp_path / "card"
    studio.act("design.export")
    assert out.is_file()
    studio.answers.files = [out]
    studio.act("design.import")
    assert studio.hand().name == "Hand note (3)"
    assert studio.hand().words.footer == "Packed in paper"
    assert studio.names()[:2] == [COPY, "Hand note (3)"]


def test_several_designs_are_taken_in_at_once_each_under_a_free_name(
    studio: Studio, tmp_path: Path
) -> None:
    files = [export_design(studio.closet, name, tmp_path) for name in ("ribbon", "bold")]
    assert studio.page.take_photos([*files, files[0]])
    studio.settle()
    assert studio.names()[:3] == ["Ribbon (2)", "Bold (2)", "Ribbon (3)"]
    assert studio.hand().name == "Ribbon (3)"


def test_a_file_that_is_no_design_is_refused_in_place(studio: Studio, tmp_path: Path) -> None:
    broken = tmp_path / "card.closetdesign"
    broken.write_bytes(b"PK\x03\x04 cut off")
    assert studio.page.take_photos([broken])
    studio.settle()
    wrong = studio.page.preview.wrong
    assert not wrong.isHidden()
    assert "card.closetdesign is no card design" in " ".join(
        each.text() for each in wrong.findChildren(PlainLabel)
    )
    whole = export_design(studio.closet, "bold", tmp_path / "whole.closetdesign")
    studio.page.take_photos([whole])
    studio.settle()
    assert wrong.isHidden()
    assert studio.hand().name == "Bold (2)"


def test_what_is_typed_stays_while_the_closet_changes(studio: Studio) -> None:
    studio.act("design.copy")
    studio.type("words.footer", "Half a senten")
    studio.desk.command(lambda: designs.copy_design(studio.closet, "bold")[1])
    studio.settle()
    assert studio.line("words.footer").text == "Half a senten"
    assert "Bold (2)" in studio.names()
    assert studio.hand().name == COPY


def test_leaving_the_page_keeps_what_was_typed_last(studio: Studio) -> None:
    studio.act("design.copy")
    note = studio.field("words.note")
    assert isinstance(note, MultiLineField)
    note.area.setFocus()
    QTest.keyClicks(note.area, "Wear it well")
    studio.desk.navigator.go(HOME)
    studio.rest()
    assert studio.designs()[COPY].words.note == "Wear it well"


def test_choosing_another_design_keeps_what_was_typed_last(studio: Studio) -> None:
    studio.page.studio.type("words.footer", "Packed in paper")
    studio.choose("Bold")
    assert studio.hand().name == "Bold"
    assert studio.designs()[COPY].words.footer == "Packed in paper"
    shown = studio.window.toasts.shown
    assert shown is not None
    assert shown.words == f"“{COPY}” is a copy of your own now."


def test_keys_reach_the_list_the_name_and_the_way_back(studio: Studio) -> None:
    view = studio.page.list.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    studio.settle()
    assert studio.hand().name == "Stitched"
    studio.act("design.rename")
    assert QApplication.focusWidget() is studio.line("name").line
    QTest.keyClick(studio.line("name").line, Qt.Key.Key_Escape)
    studio.rest()
    assert studio.desk.navigator.place == HOME


def test_every_field_says_its_name_to_screen_readers(studio: Studio) -> None:
    silent = [
        key
        for key in studio.offered()
        if not (
            studio.field(key).accessibleName()
            or (proxy := studio.field(key).focusProxy()) is None
            or proxy.accessibleName()
        )
    ]
    assert silent == []


def test_settings_choose_the_design_and_lead_here(studio: Studio) -> None:
    studio.desk.navigator.go("settings", "printing")
    studio.rest()
    page = studio.shown(SettingsPage)
    section = page.section("printing")
    assert isinstance(section, PrintingSection)
    box = section.design.box
    box.setCurrentIndex(box.findText("Ribbon"))
    box.activated.emit(box.currentIndex())
    studio.rest()
    assert designs.usual_design(studio.closet) == "ribbon"
    section.show_designs()
    studio.settle()
    assert studio.hand().name == "Ribbon"
