"""Timelines and photos, and every control in dark and in large letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.badges import (
    PriceTag,
    StatusPill,
)
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.charts import WaterfallChart, WaterfallStep
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.least_widths import keep_least
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.widgets.reading_order import ReadingOrder
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow, Timeline, TimelineStep

pytestmark = pytest.mark.usefixtures("keeper")

LEFT = Qt.MouseButton.LeftButton


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_timeline_and_a_history_read_aloud_in_order(qtbot: QtBot) -> None:
    line, history = Timeline(), HistoryList()
    line.show_steps(
        (
            TimelineStep("Sold", "Thu, Nov 20", "done"),
            TimelineStep("Packing", "4 of 7 steps", "now"),
            TimelineStep("Shipped", "add tracking", "later"),
        )
    )
    history.show_rows([HistoryRow("Price $38 → $34", "Nov 18")])
    history.show_rows([HistoryRow("3 likes", "Nov 14"), HistoryRow("Bought", "Nov 8")])
    for widget in (line, history):
        qtbot.addWidget(widget)
        widget.resize(480, 80)
        widget.show()
    assert line.accessibleName() == (
        "Sold: Thu, Nov 20, Packing: 4 of 7 steps, Shipped: add tracking"
    )
    assert line.grab().toImage().pixelColor(8, 2) == color("ok")
    qtbot.waitUntil(lambda: words_in(history) == ["3 likes", "Nov 14", "Bought", "Nov 8"])


def test_a_photo_thumb_is_opened_by_enter_and_says_its_hint(qtbot: QtBot) -> None:
    thumb = PhotoThumb(ThumbFace("Photo 5", number=5, hint="Blurry"), 120)
    qtbot.addWidget(thumb)
    thumb.show()
    assert thumb.accessibleName() == "Photo 5, Blurry"
    with qtbot.waitSignal(thumb.opened):
        qtbot.keyClick(thumb, Qt.Key.Key_Return)
    with qtbot.waitSignal(thumb.pressed):
        qtbot.mouseClick(thumb, LEFT)
    green = QPixmap(60, 60)
    green.fill(Qt.GlobalColor.green)
    thumb.set_pixmap(green)
    assert thumb.grab().toImage().pixelColor(60, 60) == Qt.GlobalColor.green


def test_everything_paints_in_dark_and_at_150_percent(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    keeper.wear("dark")
    keeper.set_text_size(150)
    chart = WaterfallChart()
    chart.show_steps((WaterfallStep("Items", "$94.00", 9400, "in"),))
    widgets = (
        Button("Print", "primary", icon="printer", keys="Ctrl P"),
        StatusPill("draft", "Draft"),
        PriceTag("$34"),
        chart,
        Note("Saved.", "ok"),
    )
    for widget in widgets:
        qtbot.addWidget(widget)
        assert not widget.grab().isNull()
    assert widgets[0].sizeHint().height() == 48


def test_tab_goes_along_boxes_that_were_made_late_and_never_turns_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    last = QPushButton("last")
    column.addWidget(last)
    order = ReadingOrder(window)
    order.keep()
    fields = [LineField(name) for name in ("first", "second", "third")]
    for place, field in zip((0, 0, 1), fields, strict=True):
        column.insertWidget(place, field)
    order.keep()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = [fields[1].line, fields[2].line, fields[0].line, last]
    wanted[0].setFocus()
    for expected in (*wanted, *wanted):
        assert QApplication.focusWidget() is expected
        qtbot.keyClick(expected, Qt.Key.Key_Tab)


@pytest.mark.parametrize("room", [1400, 1000, 700])
def test_panes_never_lie_over_one_another_however_little_room_there_is(
    qtbot: QtBot, room: int
) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    panes = [QWidget() for _ in range(3)]
    for pane in panes:
        splitter.addWidget(pane)
    splitter.setHandleWidth(1)
    keep_least(splitter, (300, 520, 380), room)
    splitter.resize(room, 400)
    splitter.show()
    left, middle, right = (pane.geometry() for pane in panes)
    assert left.right() < middle.left() <= middle.right() < right.left()
    assert right.right() < room
    assert (left.width() >= 300) is (room == 1400)
