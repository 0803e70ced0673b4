"""The first step of the keyboard: onto the piece that has the focus, not past it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

STEPS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
    }
)
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def steps_onto_current(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Select the current piece when nothing is selected yet and an arrow or Home is pressed.

    Qt makes a row current when the view gets the focus, without selecting it.
    """
    selection = view.selectionModel()
    bare = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    if event.key() not in STEPS or not bare or selection.hasSelection():
        return False
    if not view.currentIndex().isValid():
        return False
    selection.select(view.currentIndex(), CHOOSE)
    return True
