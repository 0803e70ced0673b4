"""The action table as Qt actions: menus, and shortcuts that mind where the seller is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from closet_app.ui.actions import ACTIONS, MENUS, Action, say_keys
from closet_app.ui.theme.icons import icon
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.words import say

_EDITS_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_BARE_KEYS = {"Del", "Return", "Space", "Left", "Right", "Up", "Down"}


def menu_text(row: Action) -> str:
    """Words and keys of a menu row; after a tab stand the keys, as the design writes them."""
    words = say(row.words).replace("&", "&&")
    return f"{words}\t{say_keys(row.keys[0])}" if row.keys else words


def is_letter(keys: str) -> bool:
    """Whether the keys are one letter or digit, which a setting can turn off."""
    return len(keys) == 1 and keys.isalnum()


def edits_text(widget: QWidget | None) -> bool:
    """Whether keys typed now belong to a text field."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, _EDITS_TEXT)


class ActionMap(QObject):
    """Holds one QAction for each row of the table.

    A command without a handler is neither in a menu nor on a key. Commands of a place act
    only while that place is shown, or while `within` has the focus when one is named.
    """

    triggered = Signal(str)

    def __init__(self, window: QWidget, table: Sequence[Action] = ACTIONS) -> None:
        super().__init__(window)
        self._window = window
        self._table = {action.id: action for action in table if not action.told}
        self._actions = {row.id: self._make(row) for row in self._table.values()}
        self._within: dict[str, QWidget] = {}
        self._enabled = dict.fromkeys(self._table, False)
        self._greyed: set[str] = set()
        self._place = ""
        self._letters = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def connect_action(
        self, action_id: str, handler: Callable[[], object], *, within: QWidget | None = None
    ) -> QAction:
        """Let `handler` do the command; the last handler of a command counts."""
        action = self._actions[action_id]
        if self._enabled[action_id]:
            action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False: self._run(action_id, handler))
        if within is not None:
            self._bind(action_id, within)
        self._enabled[action_id] = True
        self._refresh(action_id)
        return action

    def release(self, action_id: str) -> None:
        """Let nobody do the command any more, as before it was connected."""
        action = self._actions[action_id]
        if self._enabled[action_id]:
            action.triggered.disconnect()
        self._within.pop(action_id, self._window).removeAction(action)
        self._window.addAction(action)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._enabled[action_id] = False
        self._refresh(action_id)

    def action(self, action_id: str) -> QAction:
        """The QAction of a command, for buttons and menus."""
        return self._actions[action_id]

    def set_enabled(self, action_id: str, enabled: bool) -> None:
        """Allow or grey a connected command."""
        change = self._greyed.discard if enabled else self._greyed.add
        change(action_id)
        self._refresh(action_id)

    def set_place(self, place: str) -> None:
        """Let the commands of `place` act, and those of everywhere."""
        self._place = place
        self._refresh_all()

    def set_letters(self, on: bool) -> None:
        """Let single letters and digits act, or not."""
        self._letters = on
        self._refresh_all()

    def menu(self, ids: Iterable[str], parent: QWidget) -> QMenu:
        """A menu of connected commands; an empty id is a line between two groups."""
        made = rounded_menu(QMenu(parent))
        for action_id in ids:
            if not action_id:
                made.addSeparator()
            elif self._enabled[action_id]:
                made.addAction(self._actions[action_id])
        return made

    def fill(self, bar: QMenuBar) -> None:
        """Make the menu bar; a menu shows what is connected when it opens."""
        for name, words in MENUS.items():
            menu = rounded_menu(QMenu(say(words), bar))
            menu.aboutToShow.connect(lambda menu=menu, name=name: self._fill_menu(menu, name))
            bar.addMenu(menu)

    def _fill_menu(self, menu: QMenu, name: str) -> None:
        menu.clear()
        for row in self._table.values():
            if row.menu == name and self._enabled[row.id] and self._acts_here(row):
                menu.addAction(self._actions[row.id])

    def _make(self, row: Action) -> QAction:
        action = QAction(menu_text(row), self)
        action.setObjectName(row.id)
        if row.icon:
            role = "bad-ink" if row.icon == "trash-2" else "ink2"
            action.setIcon(icon(row.icon, role))
        action.setEnabled(False)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _bind(self, action_id: str, within: QWidget) -> None:
        action = self._actions[action_id]
        self._within.get(action_id, self._window).removeAction(action)
        self._within[action_id] = within
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        within.addAction(action)

    def _run(self, action_id: str, handler: Callable[[], object]) -> None:
        handler()
        self.triggered.emit(action_id)

    def _acts_here(self, row: Action) -> bool:
        return row.id in self._within or row.where in ("everywhere", self._place)

    def _may_run(self, row: Action) -> bool:
        return self._acts_here(row) and row.id not in self._greyed

    def _refresh_all(self) -> None:
        for action_id in self._table:
            self._refresh(action_id)

    def _refresh(self, action_id: str) -> None:
        row, action = self._table[action_id], self._actions[action_id]
        action.setEnabled(self._enabled[action_id] and self._may_run(row))
        action.setShortcuts(self._live_keys(row))

    def _live_keys(self, row: Action) -> list[QKeySequence]:
        writing = edits_text(QApplication.focusWidget())
        keys = [key for key in row.keys if not (writing and _is_bare(key))]
        return [QKeySequence(key) for key in keys if self._letters or not is_letter(key)]

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if edits_text(old) != edits_text(new):
            for row in self._table.values():
                if any(_is_bare(key) for key in row.keys):
                    self._actions[row.id].setShortcuts(self._live_keys(row))


def _is_bare(keys: str) -> bool:
    """Keys that mean something else while text is being typed."""
    return is_letter(keys) or keys in _BARE_KEYS
