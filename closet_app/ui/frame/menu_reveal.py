"""The menu bar stays away until Alt is pressed and released alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar, QWidget


class MenuReveal(QObject):
    """Shows and hides the bar of a window; macOS keeps its global bar."""

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._alt_alone = False
        if not bar.isNativeMenuBar():
            bar.hide()
            window.installEventFilter(self)
            bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._alt_alone = event.key() == Qt.Key.Key_Alt
            if event.key() == Qt.Key.Key_Escape:
                self._bar.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            if self._alt_alone and event.key() == Qt.Key.Key_Alt:
                self._toggle()
            self._alt_alone = False
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        self._bar.setVisible(not self._bar.isVisible())
        if self._bar.isVisible():
            self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
