"""A slider is dragged, stepped and put back; each ends in one report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.value_slider import Span, ValueSlider


@pytest.fixture
def slider(qtbot: QtBot, keeper: ThemeKeeper) -> ValueSlider:
    made = ValueSlider("Brighten", Span(-100, 100), lambda value: f"{value} %")
    qtbot.addWidget(made)
    made.resize(220, 28)
    made.show()
    return made


def test_a_press_moves_and_letting_go_settles(slider: ValueSlider, qtbot: QtBot) -> None:
    with qtbot.waitSignals([slider.moved, slider.settled]):
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(210, 14))
    assert slider.value == 100
    assert slider.accessibleName() == "Brighten: 100 %"


def test_keys_step_and_end_at_the_ends(slider: ValueSlider) -> None:
    told: list[int] = []
    slider.settled.connect(told.append)
    slider.put(99)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Delete):
        QTest.keyClick(slider, key)
    assert told == [100, -100, 0]


def test_double_click_puts_it_back(slider: ValueSlider) -> None:
    slider.put(40)
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 14))
    assert slider.value == 0


def test_showing_a_value_reports_nothing(slider: ValueSlider) -> None:
    told: list[int] = []
    slider.moved.connect(told.append)
    slider.put(-250)
    assert (slider.value, told) == (-100, [])


def test_the_knob_is_painted_where_the_value_is(slider: ValueSlider) -> None:
    slider.put(100)
    right = slider.grab().toImage()
    slider.put(-100)
    left = slider.grab().toImage()
    assert right != left
