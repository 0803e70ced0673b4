"""Buttons of a row that is walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ArrowButton(QAbstractButton):
    """Leaves the arrow keys to its row, even where they are a page's shortcuts."""

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def click_next(buttons: Sequence[QAbstractButton], event: QKeyEvent) -> bool:
    """Click the button an arrow leads to from the focused one; whether there was a way."""
    step = ARROWS.get(Qt.Key(event.key()), 0)
    focused = [place for place, button in enumerate(buttons) if button.hasFocus()]
    if not step or not focused:
        return False
    button = buttons[(focused[0] + step) % len(buttons)]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.click()
    return True
