"""The window around the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.progress import Progress
from closet_app.errors import MachineError
from closet_app.ui.frame.geometry import WindowPlace, place_of, restore
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.frame.rail import RailButton
from closet_app.ui.frame.status_bar import StatusFact, StatusFacts
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.frame.trouble import TroubleDialog
from closet_app.ui.frame.window import MainWindow, Room, room_for
from closet_app.ui.jobs import Jobs, UnexpectedError

pytestmark = pytest.mark.usefixtures("keeper")


class Places:
    def __init__(self) -> None:
        self.kept: dict[str, WindowPlace] = {}

    def window_place(self, name: str) -> WindowPlace | None:
        return self.kept.get(name)

    def remember_window(self, name: str, place: WindowPlace) -> None:
        self.kept[name] = place


class Plain(Page):
    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.words = words
        self.may_leave = True
        self.entered: list[object] = []
        self.refreshed: list[object] = []
        self.button = QPushButton("Do")
        QVBoxLayout(self).addWidget(self.button)

    def title(self) -> str:
        return self.words

    def top_bar(self) -> QWidget | None:
        return PageBar(self.words) if self.words else None

    def enter(self, what: object = None) -> None:
        self.entered.append(what)

    def leave(self) -> bool:
        return self.may_leave

    def refresh(self, changed: object) -> None:
        self.refreshed.append(changed)


@pytest.fixture
def places() -> Places:
    return Places()


@pytest.fixture
def window(qtbot: QtBot, places: Places) -> MainWindow:
    made = MainWindow(places, "Juniper Lane")
    qtbot.addWidget(made)
    closet, orders, settings, editor = Plain(), Plain("Orders"), Plain("Settings"), Plain("Tee")

    def giving(page: Page) -> Callable[[], Page]:
        return lambda: page

    made.register(PageEntry("orders", giving(orders), RailEntry("Orders", "package", 3)))
    made.register(PageEntry("closet", giving(closet), RailEntry("Closet", "shirt", 1)))
    made.register(
        PageEntry("settings", giving(settings), RailEntry("Settings", "settings", 9, at_foot=True))
    )
    made.register(PageEntry("editor", giving(editor), within="closet"))
    made.resize(1440, 868)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.navigator.go("closet")
    return made


def lit(window: MainWindow) -> list[str]:
    return [button.text() for button in window.rail.findChildren(RailButton) if button.isChecked()]


def test_the_rail_shows_registered_pages_in_order_settings_at_the_foot(
    window: MainWindow,
) -> None:
    assert window.rail.places() == ["closet", "orders", "settings"]
    tops = {button.text(): button.y() for button in window.rail.findChildren(RailButton)}
    assert tops["Closet"] < tops["Orders"] < tops["Settings"]


def test_the_rail_goes_to_a_page_and_lights_it(qtbot: QtBot, window: MainWindow) -> None:
    orders = next(
        button for button in window.rail.findChildren(RailButton) if button.text() == "Orders"
    )
    qtbot.mouseClick(orders, Qt.MouseButton.LeftButton)
    assert window.navigator.place == "orders"
    assert lit(window) == ["Orders"]
    assert window.windowTitle() == "Orders — Juniper Lane — Closet"


def test_arrows_move_along_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    buttons = {button.text(): button for button in window.rail.findChildren(RailButton)}
    buttons["Closet"].setFocus()
    qtbot.keyClick(buttons["Closet"], Qt.Key.Key_Down)
    assert buttons["Orders"].hasFocus()


def test_a_count_on_the_rail_is_said(window: MainWindow) -> None:
    window.rail.set_count("orders", 8)
    names = [button.accessibleName() for button in window.rail.findChildren(RailButton)]
    assert "Orders, 8 wait" in names


def test_a_page_within_another_keeps_its_place_lit(window: MainWindow) -> None:
    window.navigator.go("editor", 412)
    page = window.navigator.current()
    assert isinstance(page, Plain)
    assert page.entered == [412]
    assert lit(window) == ["Closet"]


def test_back_returns_to_what_was_shown(window: MainWindow) -> None:
    window.navigator.go("orders", 1047)
    window.navigator.go("editor", 412)
    assert window.navigator.back()
    page = window.navigator.current()
    assert isinstance(page, Plain)
    assert (window.navigator.place, page.entered) == ("orders", [1047, 1047])
    assert window.navigator.back()
    assert not window.navigator.back()


def test_a_page_that_will_not_be_left_stays(window: MainWindow) -> None:
    page = window.navigator.current()
    assert isinstance(page, Plain)
    page.may_leave = False
    assert not window.navigator.go("orders")
    assert window.navigator.place == "closet"
    assert not window.close()
    page.may_leave = True


def test_a_page_is_made_when_it_is_first_visited(qtbot: QtBot, window: MainWindow) -> None:
    assert window.navigator.page("orders") is None
    with qtbot.waitSignal(window.navigator.made):
        window.navigator.go("orders")
    with qtbot.assertNotEmitted(window.navigator.made):
        window.navigator.go("closet")
        window.navigator.go("orders")


def test_the_top_bar_is_the_pages_own_and_goes_with_it(window: MainWindow) -> None:
    assert not window.top.isVisible()
    window.navigator.go("orders")
    assert window.top.isVisible()
    assert window.top.height() == 56


def test_every_made_page_hears_what_changed(window: MainWindow) -> None:
    window.navigator.go("orders")
    window.refresh("three items")
    closet, orders = window.navigator.page("closet"), window.navigator.page("orders")
    assert isinstance(closet, Plain)
    assert isinstance(orders, Plain)
    assert closet.refreshed == orders.refreshed == ["three items"]


def test_a_new_title_reaches_the_window(window: MainWindow) -> None:
    window.navigator.go("editor")
    page = window.navigator.current()
    assert isinstance(page, Plain)
    page.words = "Breton boatneck tee"
    page.titled.emit()
    assert window.windowTitle() == "Breton boatneck tee — Juniper Lane — Closet"
    window.set_shop("Cedar Row")
    assert window.windowTitle() == "Breton boatneck tee — Cedar Row — Closet"


@pytest.mark.parametrize(
    ("width", "text_size", "room"),
    [
        (1440, 100, Room(facets=True, inspector=True)),
        (1279, 100, Room(facets=False, inspector=True)),
        (1179, 100, Room(facets=False, inspector=False)),
        (1440, 130, Room(facets=True, inspector=False)),
    ],
)
def test_the_width_decides_what_has_room(width: int, text_size: int, room: Room) -> None:
    assert room_for(width, text_size) == room


def test_a_narrower_window_tells_its_pages(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.room_changed) as changed:
        window.resize(1100, 720)
    assert changed.args == [Room(facets=False, inspector=False)]
    assert (window.minimumWidth(), window.minimumHeight()) == (1100, 720)


def test_f6_walks_through_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    page = window.navigator.current()
    assert isinstance(page, Plain)
    buttons = window.rail.findChildren(RailButton)
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_F6)
    assert window.focusWidget() in buttons
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_F6)
    assert page.button.hasFocus()


def test_alt_alone_shows_and_hides_the_menu_bar(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()


def test_f1_opens_the_shortcut_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = [
        widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible()
    ]
    assert "Keyboard shortcuts" in shown


def test_files_dropped_anywhere_reach_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    drop = QDropEvent(
        QPointF(500, 300),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(drop)
    assert dropped.args == [[tmp_path / "a.jpg"]]


def test_the_status_bar_says_where_the_data_is(window: MainWindow) -> None:
    window.status.show_facts(StatusFacts((StatusFact("check", "Saved 2:32 PM"),), "Fees checked"))
    window.status.show_facts(StatusFacts((StatusFact("check", "Saved 2:33 PM"),), "Fees checked"))
    words = [label.text() for label in window.status.findChildren(QLabel)]
    assert "Saved 2:33 PM" in words
    assert "Fees checked" in words


def test_named_work_takes_the_place_of_the_facts_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, jobs: Jobs
) -> None:
    jobs.activity.connect(window.status.show_activity)
    gate = Event()

    def work(progress: Progress) -> None:
        progress.step(1, 4, "Copying photos, 1 of 4")
        gate.wait(5)
        progress.step(2, 4, "Copying photos, 2 of 4")

    ticket = jobs.run(work, owner=window, name="Copying photos")
    shown: Callable[[], list[str]] = lambda: [  # noqa: E731 - read twice
        label.text() for label in window.status.findChildren(QLabel) if label.isVisible()
    ]
    qtbot.waitUntil(lambda: "Copying photos, 1 of 4" in shown())
    stop = next(
        button for button in window.status.findChildren(QPushButton) if button.text() == "Stop"
    )
    stop.click()
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert ticket.is_cancelled
    assert "Copying photos, 1 of 4" not in shown()


def test_a_toast_offers_undo(qtbot: QtBot, window: MainWindow) -> None:
    undone = list[str]()
    toast = window.toast("Moved 3 items to bin B-05", undo=lambda: undone.append("undo"))
    toast.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert undone == ["undo"]


def test_the_window_remembers_where_it_stood(
    qtbot: QtBot, window: MainWindow, places: Places
) -> None:
    window.resize(1200, 760)
    with qtbot.waitSignal(window.closing):
        window.close()
    kept = places.kept["main"]
    assert (kept.width, kept.height) == (1200, 760)
    again = MainWindow(places)
    qtbot.addWidget(again)
    assert place_of(again) == kept


def test_a_place_on_a_monitor_that_is_gone_is_not_used(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    restore(window, WindowPlace(-9000, -9000, 1200, 760))
    assert window.x() > -9000


def test_a_bare_window_has_no_rail(window: MainWindow) -> None:
    window.set_bare(True)
    assert not window.rail.isVisible()
    window.set_bare(False)
    assert window.rail.isVisible()


def test_trouble_says_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    error = MachineError("The disk is full.", safe="Your closet is safe.", remedy="Free some room.")
    dialog = TroubleDialog(error, None, again=True)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words[:3] == ["The disk is full.", "Your closet is safe.", "Free some room."]
    verbs = [button.text() for button in dialog.findChildren(QPushButton)]
    assert verbs[-1] == "Try again"
    assert "Details" not in verbs


def test_a_fault_of_ours_can_be_copied_as_a_report(qtbot: QtBot) -> None:
    fault = IndexError("no such row")
    error = UnexpectedError("Something in Closet went wrong.", place="x", fault=fault)
    dialog = TroubleDialog(error, None)
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Copy report"
    )
    copy.click()
    assert "IndexError: no such row" in QApplication.clipboard().text()
