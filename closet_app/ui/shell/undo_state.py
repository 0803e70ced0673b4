"""Undo and redo say what they would do, and rest when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from closet_app.services.history import redo_words, undo_words
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import mark, say

_WORDS = {
    "undo": (mark("Undo: {what}"), mark("Nothing to undo")),
    "redo": (mark("Redo: {what}"), mark("Nothing to redo")),
}


class UndoState(QObject):
    """Buttons made from the actions `undo` and `redo` follow their tooltips."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.actions.connect_action("undo", desk.undo)
        desk.actions.connect_action("redo", desk.redo)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at what would be undone now."""
        self._say("undo", undo_words(self._desk.closet))
        self._say("redo", redo_words(self._desk.closet))

    def _say(self, action_id: str, what: str) -> None:
        some, nothing = _WORDS[action_id]
        words = say(some, what=what) if what else say(nothing)
        action = self._desk.actions.action(action_id)
        action.setText((words if what else say(find_action(action_id).words)).replace("&", "&&"))
        keys = say_keys(find_action(action_id).keys[0])
        action.setToolTip(plain_tooltip(f"{words}  {keys}"))
        self._desk.actions.set_enabled(action_id, bool(what))
