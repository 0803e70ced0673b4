"""Fields: words in, values out, what is wrong said in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, plain_tooltip, set_tooltip
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.widgets.value_fields import DateField, MoneyField

pytestmark = pytest.mark.usefixtures("keeper")

HOSTILE = "<b>Bold</b> & <img src=x>"


def shown(qtbot: QtBot, *widgets: QWidget) -> None:
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.show()


def parse_dollars(text: str) -> Money:
    digits = text.removeprefix("$")
    if not digits.isdecimal():
        raise InvalidValueError("Type a price, like 34 or 34.50.")
    return Money(int(digits) * 100, "USD")


def write_dollars(money: Money) -> str:
    return f"${money.minor // 100}"


def parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValueError("Type a day, like Nov 8.") from None


def test_labels_and_tooltips_show_markup_letter_by_letter(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    shown(qtbot, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    set_tooltip(label, HOSTILE, "R")
    assert "&lt;b&gt;Bold" in label.toolTip()
    assert plain_tooltip("Madewell & Co") == "Madewell & Co"


def test_a_long_line_is_elided_and_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Breton boatneck tee, cream and rust stripe")
    shown(qtbot, label)
    label.resize(80, 20)
    assert label.toolTip() == "Breton boatneck tee, cream and rust stripe"
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_a_line_reports_each_letter_and_once_the_new_value(qtbot: QtBot) -> None:
    field = LineField("Title", limit=80)
    shown(qtbot, field)
    edits, changes = list[str](), list[str]()
    field.edited.connect(edits.append)
    field.changed.connect(changes.append)
    qtbot.keyClicks(field.line, "Tee")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert edits == ["T", "Te", "Tee"]
    assert changes == ["Tee"]


def test_setting_a_text_is_not_a_change(qtbot: QtBot) -> None:
    field = LineField("Title")
    shown(qtbot, field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("Breton tee")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_a_limit_warns_and_never_cuts(qtbot: QtBot) -> None:
    field = LineField("Title", limit=3)
    shown(qtbot, field)
    field.set_text("Breton")
    hints = [label for label in field.findChildren(QLabel) if label.text() == "6 of 3"]
    assert field.text == "Breton"
    assert [label.property("tone") for label in hints] == ["warn"]


def test_a_field_is_named_by_its_label_and_says_its_error(qtbot: QtBot) -> None:
    field = LineField("Brand")
    shown(qtbot, field)
    field.set_error("Type a brand.")
    assert field.editor.accessibleName() == "Brand"
    assert field.editor.accessibleDescription() == "Type a brand."
    assert field.editor.property("state") == "error"
    field.set_error("")
    assert field.editor.property("state") == ""


def test_a_suggestion_counts_only_when_it_is_taken(qtbot: QtBot) -> None:
    field = LineField("Material", empty="optional")
    shown(qtbot, field)
    field.suggest("100% cotton")
    assert (field.text, field.editor.property("state")) == ("", "suggested")
    with qtbot.waitSignal(field.suggestion_taken) as taken:
        qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert taken.args == ["100% cotton"]
    assert (field.text, field.editor.property("state")) == ("100% cotton", "")
    assert field.line.placeholderText() == "optional"


def test_typing_puts_a_suggestion_away(qtbot: QtBot) -> None:
    field = LineField("Material")
    shown(qtbot, field)
    field.suggest("100% cotton")
    qtbot.keyClicks(field.line, "W")
    assert field.editor.property("state") == ""
    with qtbot.assertNotEmitted(field.suggestion_taken):
        field.take_suggestion()


def test_money_is_read_and_written_by_what_it_is_given(qtbot: QtBot) -> None:
    field = MoneyField("Asking", parse_dollars, write_dollars, large=True)
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "34")
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert committed.args == [Money(3400, "USD")]
    assert (field.text, field.value()) == ("$34", Money(3400, "USD"))
    assert field.line.minimumHeight() == 44


def test_a_wrong_price_is_said_under_the_field_and_the_last_right_one_stays(qtbot: QtBot) -> None:
    field = MoneyField("Asking", parse_dollars, write_dollars)
    shown(qtbot, field)
    field.set_value(Money(3400, "USD"))
    field.line.selectAll()
    qtbot.keyClicks(field.line, "3x4")
    with qtbot.assertNotEmitted(field.committed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.error == "Type a price, like 34 or 34.50."
    assert field.text == "3x4"
    assert field.value() == Money(3400, "USD")
    assert not field.is_valid


def test_an_emptied_field_is_none_unless_it_is_required(qtbot: QtBot) -> None:
    free = MoneyField("Floor", parse_dollars, write_dollars)
    needed = MoneyField("Price", parse_dollars, write_dollars, required="Type the price.")
    shown(qtbot, free, needed)
    assert free.take()
    assert free.value() is None
    assert not needed.take()
    assert needed.error == "Type the price."


def test_a_date_is_typed_or_picked_and_may_be_empty(qtbot: QtBot) -> None:
    field = DateField("Date", parse_day, date.isoformat)
    shown(qtbot, field)
    assert field.take()
    assert field.value() is None
    qtbot.keyClicks(field.line, "2025-11-08")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == date(2025, 11, 8)
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2025, 11, 8)
    with qtbot.waitSignal(field.committed):
        calendar.clicked.emit(QDate(2025, 11, 9))
    assert field.value() == date(2025, 11, 9)


def test_a_choice_carries_its_value(qtbot: QtBot) -> None:
    field = ComboField("Condition", [(1, "Like new"), (2, "Very good")])
    shown(qtbot, field)
    field.set_value(2)
    assert field.value() == 2
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.box, Qt.Key.Key_Up)
    assert changed.args == [1]


def test_new_choices_keep_the_chosen_value(qtbot: QtBot) -> None:
    field = ComboField("Bin", [("a", "A-01"), ("b", "B-04")])
    shown(qtbot, field)
    field.set_value("b")
    field.set_options([("b", "B-04"), ("c", "C-02")])
    assert field.value() == "b"


def test_an_open_choice_takes_known_and_new_words(qtbot: QtBot) -> None:
    field = ComboField("Brand", [(7, "Madewell")], editable=True)
    shown(qtbot, field)
    heard: list[object] = []
    field.changed.connect(heard.append)
    line = field.box.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "Khaite")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clear()
    qtbot.keyClicks(line, "madewell")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard == ["Khaite", 7]


def test_a_suggested_choice_is_taken_by_its_words(qtbot: QtBot) -> None:
    field = ComboField("Brand", [(7, "Madewell")], editable=True)
    shown(qtbot, field)
    field.suggest("Madewell")
    assert field.value() is None
    field.take_suggestion()
    assert field.value() == 7


def test_several_lines_stay_plain_and_tab_goes_on(qtbot: QtBot) -> None:
    window = QWidget()
    field, following = MultiLineField("Flaws"), LineField("Bin")
    for box in (field, following):
        box.setParent(window)
    shown(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.area.setFocus()
    qtbot.keyClicks(field.area, HOSTILE)
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.area, Qt.Key.Key_Tab)
    assert changed.args == [HOSTILE]


def test_a_field_box_can_hold_any_editor_and_a_ticked_hint(qtbot: QtBot) -> None:
    box = FieldBox("Brand", QWidget(), hint="searched by buyers")
    shown(qtbot, box)
    box.set_hint("matches tag", "ok", ticked=True)
    labels = {label.text(): label.property("tone") for label in box.findChildren(QLabel)}
    assert labels["matches tag"] == "ok"
    assert box.label == "Brand"
