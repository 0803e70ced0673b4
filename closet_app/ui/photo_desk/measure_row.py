"""One measure of the piece: choose it to draw it, use what was measured."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class MeasureRow(QWidget):
    """`used` carries the measure whose length is taken."""

    used = Signal(str)

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.words = words
        self.choose = Button(words, "secondary", size="small", icon="ruler").widen()
        self.choose.setCheckable(True)
        self.choose.setProperty("chip", True)
        self.length = PlainLabel("–", tone="muted")
        self.length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fix(self.length, width=64)
        self.use = Button(say("Use"), "link", size="small", pressed=lambda: self.used.emit(key))
        self.use.setAccessibleName(say("Use {measure}", measure=words))
        self.use.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.choose, 1)
        row.addWidget(self.length)
        row.addWidget(self.use)

    def show_length(self, words: str) -> None:
        """Show what the line measures; nothing without one."""
        self.length.setText(words or "–")
        self.length.set_tone("ink" if words else "muted")
        self.use.setEnabled(bool(words))
