"""The keys of a page at its foot."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.keys import KeyChips
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class FootLine(QFrame):
    """44 px of keys; what does not fit is on the page of shortcuts.

    `shown` are commands by id, each in a word or two marked for translation; those at the end
    go where there is no room.
    """

    def __init__(self, shown: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        fix(self, height=44)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(18))
        self._parts = {action: self._part(action, say(words)) for action, words in shown}
        self._out: frozenset[str] = frozenset()
        for part in self._parts.values():
            row.addWidget(part)
        row.addStretch(1)

    def _part(self, action: str, words: str) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(KeyChips([say_keys(keys) for keys in find_action(action).keys]))
        row.addWidget(PlainLabel(words, role="small", tone="ink2"))
        return part

    def leave_out(self, actions: Collection[str]) -> None:
        """Leave out what is of no use just now."""
        self._out = frozenset(actions)

    def show_as_fits(self, width: int) -> None:
        """Show as many of the keys as stand beside each other in `width`."""
        left = width - 2 * px(20)
        for action, part in self._parts.items():
            if action in self._out:
                part.hide()
                continue
            left -= part.sizeHint().width() + px(18)
            part.setVisible(left > -px(18))
