"""Long work: what is done, how much is left, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class ProgressStrip(QWidget):
    """Words and remaining time over a 6 px bar."""

    stopped = Signal()

    def __init__(self, *, can_stop: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", role="small")
        self._left = PlainLabel("", role="small", tone="muted")
        self._stop = Button(say("Stop"), "link", size="small", pressed=self.stopped.emit)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._words, 1)
        top.addWidget(self._left)
        top.addWidget(self._stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addLayout(top)
        rows.addWidget(self.bar)
        self._stop.setVisible(can_stop)

    def show_step(self, words: str, done: int, total: int, left: str = "") -> None:
        """Show how far the work is; a total of 0 means nobody knows."""
        self._words.setText(words)
        self._left.setText(left)
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(words)
