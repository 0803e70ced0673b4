"""One card text in the list: whether it is used, its name, for which orders, its first words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.card_texts import CardText
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.choices import Switch
from closet_app.ui.widgets.text import ElidedLabel, set_tooltip
from closet_app.ui.words import say


class TextRow(QWidget):
    """The signals carry nothing; the section knows which text the row shows."""

    switched = Signal(bool)
    edited = Signal()
    raised = Signal()
    lowered = Signal()
    removed = Signal()

    def __init__(self, text: CardText, when: str, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.text = text
        is_own = text.id > 0
        self.on = Switch(say("Use “{name}”", name=text.name))
        self.on.setChecked(text.enabled)
        set_tooltip(self.on, say("Use it or leave it out"))
        self.name = ElidedLabel(
            text.name, role="body-strong", tone="ink" if text.enabled else "muted"
        )
        self.when = ElidedLabel(when, role="small", tone="muted")
        self.words = ElidedLabel(text.body, role="small", tone="ink2" if text.enabled else "muted")
        self.up = self._button("arrow-up", say("Move up: {name}", name=text.name), self.raised.emit)
        self.down = self._button(
            "arrow-down", say("Move down: {name}", name=text.name), self.lowered.emit
        )
        self.edit = self._button("pencil", say("Edit: {name}", name=text.name), self.edited.emit)
        self.drop = self._button("x", say("Delete: {name}", name=text.name), self.removed.emit)
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._build()
        for button in (self.up, self.down, self.drop):
            button.setVisible(is_own)
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        self.on.clicked.connect(self.switched)

    def _button(self, icon: str, name: str, pressed: object) -> IconButton:
        return IconButton(icon, name, size="small", pressed=pressed)  # type: ignore[arg-type]  # a bound signal

    def _build(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.name, 3)
        head.addWidget(self.when, 2)
        lines.addLayout(head)
        lines.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(6))
        row.addWidget(self.on)
        row.addSpacing(px(8))
        row.addLayout(lines, 1)
        row.addSpacing(px(8))
        for button in (self.up, self.down, self.edit, self.drop):
            row.addWidget(button)
