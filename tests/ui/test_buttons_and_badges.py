"""Buttons, switches, pills and badges: what they show, say and report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.badges import (
    MarketplaceBadge,
    PriceTag,
    StatusPill,
    badge_look,
    pill_look,
    price_tag_width,
)
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented, SwitchField

pytestmark = pytest.mark.usefixtures("keeper")

LEFT = Qt.MouseButton.LeftButton


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize(("size", "height"), [("small", 28), ("normal", 32), ("large", 40)])
def test_buttons_have_the_designed_heights(qtbot: QtBot, size: str, height: int) -> None:
    button = Button("Print all", "primary", size=size)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_a_key_chip_and_an_icon_make_a_button_wider(qtbot: QtBot) -> None:
    plain, with_icon, with_key = (
        Button("Next"),
        Button("Next", icon="plus"),
        Button("Next", keys="PgDn"),
    )
    for button in (plain, with_icon, with_key):
        qtbot.addWidget(button)
    assert with_icon.sizeHint().width() == plain.sizeHint().width() + 16 + 7
    assert with_key.sizeHint().width() > plain.sizeHint().width() + 7


def test_a_button_does_what_it_was_given(qtbot: QtBot) -> None:
    pressed = list[str]()
    button = Button("Reprice", pressed=lambda: pressed.append("reprice"))
    qtbot.addWidget(button)
    qtbot.mouseClick(button, LEFT)
    button.setEnabled(False)
    qtbot.mouseClick(button, LEFT)
    assert pressed == ["reprice"]


def test_a_primary_button_is_berry_and_greyed_when_disabled(qtbot: QtBot) -> None:
    button = Button("Print all", "primary")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(4, 16) == color("accent")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(4, 16) == color("sunken")


def test_an_icon_alone_has_a_name_and_a_tooltip_with_its_key(qtbot: QtBot) -> None:
    button = IconButton("undo-2", "Undo", keys="Ctrl Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo  Ctrl Z"
    assert button.sizeHint().width() == 32


def test_segments_move_with_the_arrows(qtbot: QtBot) -> None:
    units = Segmented([Segment("in", "inches"), Segment("cm", "cm")], name="Units")
    qtbot.addWidget(units)
    with qtbot.waitSignal(units.changed) as changed:
        qtbot.keyClick(units, Qt.Key.Key_Right)
    assert changed.args == ["cm"]
    with qtbot.assertNotEmitted(units.changed):
        units.set_value("in")
    assert units.value() == "in"


def test_a_switch_is_turned_by_space_and_says_its_name(qtbot: QtBot) -> None:
    field = SwitchField("Hide prices")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.switch, Qt.Key.Key_Space)
    assert changed.args == [True]
    assert field.value()
    assert field.switch.accessibleName() == "Hide prices"


def test_a_check_row_shows_its_count_and_reports_only_the_seller(qtbot: QtBot) -> None:
    row = CheckRow("H&M", "26")
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.toggled):
        row.set_checked(True)
    row.set_fact("27")
    assert row.box.accessibleName() == "H&M"
    assert words_in(row) == ["27"]
    with qtbot.waitSignal(row.toggled) as toggled:
        row.box.click()
    assert toggled.args == [False]


@pytest.mark.parametrize(
    ("status", "days", "look"),
    [
        ("listed", 90, "listed"),
        ("listed", 91, "listed_old"),
        ("on_hold", 200, "on_hold"),
        ("unheard of", None, "draft"),
    ],
)
def test_listed_pieces_turn_amber_at_91_days(status: str, days: int | None, look: str) -> None:
    assert pill_look(status, days) == look


def test_a_pill_names_its_status_and_wears_its_ground(qtbot: QtBot) -> None:
    pill = StatusPill()
    qtbot.addWidget(pill)
    pill.show_status("listed", "Listed 104 d", 104)
    pill.adjustSize()
    assert pill.accessibleName() == "Listed 104 d"
    assert pill.grab().toImage().pixelColor(pill.width() // 2, 2) == color("warn-soft")


def test_a_marketplace_of_the_sellers_own_gets_its_first_letter(qtbot: QtBot) -> None:
    badge = MarketplaceBadge("flea market", "Flea market")
    qtbot.addWidget(badge)
    assert badge_look("flea market").letter == "F"
    assert badge.accessibleName() == "Flea market"


def test_a_badge_is_filled_where_the_piece_is_listed(qtbot: QtBot) -> None:
    for listed in (True, False):
        badge = MarketplaceBadge("ebay", "eBay", listed=listed)
        qtbot.addWidget(badge)
        assert (badge.grab().toImage().pixelColor(3, 10).name() == "#2b5cb8") is listed


def test_a_price_tag_is_as_wide_as_its_recipe(qtbot: QtBot) -> None:
    tag = PriceTag("$34", 26)
    qtbot.addWidget(tag)
    assert tag.sizeHint().width() == price_tag_width("$34", 26)
    assert price_tag_width("$1,148", 26) > price_tag_width("$34", 26)
    tag.set_words("$28")
    assert tag.accessibleName() == "$28"
