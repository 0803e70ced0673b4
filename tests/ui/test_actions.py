"""One table makes menus, shortcuts and the shortcut page."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.actions import ACTIONS, MENUS, PLACES, find_action, say_keys
from closet_app.ui.frame.action_map import ActionMap, is_letter
from closet_app.ui.frame.shortcut_page import ShortcutDialog, shortcut_rows

pytestmark = pytest.mark.usefixtures("keeper")


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        self.button = QPushButton("Elsewhere")
        column.addWidget(self.button)
        column.addWidget(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    return made


@pytest.fixture
def commands(window: Window) -> ActionMap:
    return ActionMap(window)


def test_ids_are_unique_and_places_and_menus_are_known() -> None:
    ids = Counter(action.id for action in ACTIONS)
    assert [found for found, count in ids.items() if count > 1] == []
    assert {action.where for action in ACTIONS} <= set(PLACES)
    assert {action.menu for action in ACTIONS if action.menu} <= set(MENUS)


@pytest.mark.parametrize("place", [name for name in PLACES if name not in ("everywhere", "print")])
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    here = [
        key
        for action in ACTIONS
        if not action.told and action.where in ("everywhere", place)
        for key in action.keys
    ]
    assert [key for key, count in Counter(here).items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    keys = [key for action in ACTIONS if not action.told for key in action.keys]
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("PgDown", "PgDn"),
        ("Ctrl+Return", "Ctrl ↵"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl −"),
        ("R", "R"),
    ],
)
def test_keys_are_said_as_the_design_writes_them(keys: str, said: str) -> None:
    assert say_keys(keys) == said


def test_a_command_of_a_place_acts_only_there(
    qtbot: QtBot, window: Window, commands: ActionMap
) -> None:
    done = list[str]()
    commands.connect_action("closet.reprice", lambda: done.append("reprice"))
    commands.set_place("orders")
    qtbot.keyClick(window.button, Qt.Key.Key_R)
    commands.set_place("closet")
    qtbot.keyClick(window.button, Qt.Key.Key_R)
    assert done == ["reprice"]


def test_letters_belong_to_the_text_field_that_has_the_focus(
    qtbot: QtBot, window: Window, commands: ActionMap
) -> None:
    done = list[str]()
    commands.connect_action("closet.reprice", lambda: done.append("reprice"))
    commands.connect_action("closet.trash", lambda: done.append("trash"))
    commands.set_place("closet")
    window.field.setFocus()
    qtbot.keyClicks(window.field, "r")
    qtbot.keyClick(window.field, Qt.Key.Key_Delete)
    assert (window.field.text(), done) == ("r", [])
    window.button.setFocus()
    qtbot.keyClick(window.button, Qt.Key.Key_Delete)
    assert done == ["trash"]


def test_letters_can_be_switched_off_and_other_keys_stay(
    qtbot: QtBot, window: Window, commands: ActionMap
) -> None:
    done = list[str]()
    commands.connect_action("closet.reprice", lambda: done.append("reprice"))
    commands.connect_action("closet.label", lambda: done.append("label"))
    commands.set_place("closet")
    commands.set_letters(False)
    qtbot.keyClick(window.button, Qt.Key.Key_R)
    qtbot.keyClick(window.button, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert done == ["label"]
    assert is_letter("R")
    assert not is_letter("Ctrl+L")


def test_a_command_within_a_control_needs_its_focus(
    qtbot: QtBot, window: Window, commands: ActionMap
) -> None:
    done = list[str]()
    commands.connect_action("photos.cover", lambda: done.append("cover"), within=window.button)
    qtbot.keyClick(window.button, Qt.Key.Key_C)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_C)
    assert done == ["cover"]


def test_the_last_handler_of_a_command_counts(window: Window, commands: ActionMap) -> None:
    done = list[str]()
    commands.connect_action("undo", lambda: done.append("first"))
    commands.connect_action("undo", lambda: done.append("second"))
    commands.action("undo").trigger()
    assert done == ["second"]


def test_a_greyed_command_does_nothing_and_comes_back(window: Window, commands: ActionMap) -> None:
    done = list[str]()
    commands.connect_action("undo", lambda: done.append("undo"))
    commands.set_enabled("undo", False)
    commands.action("undo").trigger()
    commands.set_enabled("undo", True)
    commands.action("undo").trigger()
    assert done == ["undo"]


def test_the_window_hears_which_command_was_done(
    qtbot: QtBot, window: Window, commands: ActionMap
) -> None:
    commands.connect_action("undo", lambda: None)
    with qtbot.waitSignal(commands.triggered) as triggered:
        commands.action("undo").trigger()
    assert triggered.args == ["undo"]


def test_menus_show_connected_commands_of_the_place_alone(
    window: Window, commands: ActionMap
) -> None:
    bar = QMenuBar(window)
    commands.fill(bar)
    commands.connect_action("closet.reprice", lambda: None)
    commands.connect_action("orders.new", lambda: None)
    commands.set_place("closet")
    menus = {menu.title(): menu for menu in bar.findChildren(QMenu)}
    menus["Item"].aboutToShow.emit()
    menus["Order"].aboutToShow.emit()
    assert [action.text() for action in menus["Item"].actions()] == ["Reprice…\tR"]
    assert menus["Order"].actions() == []


def test_a_context_menu_leaves_out_what_nobody_does(window: Window, commands: ActionMap) -> None:
    commands.connect_action("closet.reprice", lambda: None)
    commands.connect_action("closet.trash", lambda: None)
    menu = commands.menu(["closet.reprice", "closet.label", "", "closet.trash"], window)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Reprice…\tR", "Move to trash\tDel"]


def test_the_shortcut_page_lists_every_key_once_by_place(qtbot: QtBot) -> None:
    rows = shortcut_rows()
    assert ("closet", "Reprice…", ("R",)) in rows
    assert len([row for row in rows if row[1] == "Tick a packing step"]) == 1
    assert ("orders", "Tick a packing step", ("1–9",)) in rows
    keyed = {(action.where, action.words) for action in ACTIONS if action.keys}
    assert {(where, words) for where, words, _keys in rows} == keyed
    page = ShortcutDialog()
    qtbot.addWidget(page)
    page.show()
    assert page.windowTitle() == "Keyboard shortcuts"


def test_an_unknown_command_is_a_key_error() -> None:
    assert find_action("undo").keys == ("Ctrl+Z",)
    with pytest.raises(KeyError):
        find_action("no.such")
