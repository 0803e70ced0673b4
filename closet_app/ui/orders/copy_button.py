"""A button that copies, and says that it did."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from closet_app.ui.widgets.buttons import Button, Kind
from closet_app.ui.words import say

COPIED_MS = 2000


class CopyButton(Button):
    """Turns into “Copied” for two seconds."""

    def __init__(self, words: str, kind: Kind = "link", *, icon: str = "") -> None:
        super().__init__(words, kind, size="normal" if kind == "link" else "small", icon=icon)
        self._back = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._back.timeout.connect(lambda: self._say(words))

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._say(say("Copied"))
        self._back.start()

    def _say(self, words: str) -> None:
        self.setText(words)
        self.updateGeometry()
