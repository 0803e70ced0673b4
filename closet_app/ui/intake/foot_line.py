"""The keys of the page at its foot."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.keys import KeyChips
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say

_SHOWN = (
    ("intake.photo", mark("photo")),
    ("intake.split", mark("split here")),
    ("intake.join", mark("join with next")),
    ("intake.cover", mark("make cover")),
    ("intake.leave_out", mark("leave out")),
    ("intake.field", mark("next field")),
    ("intake.next", mark("next item")),
    ("intake.above", mark("same as above")),
    ("intake.doubt", mark("doubtful seam")),
)
"""Commands by id, in a word or two; those at the end go where there is no room."""


class FootLine(QFrame):
    """44 px of keys; what does not fit is on the page of shortcuts."""

    def __init__(self) -> None:
        super().__init__()
        fix(self, height=44)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(18))
        self._parts = [self._part(action, say(words)) for action, words in _SHOWN]
        for part in self._parts:
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

    def show_as_fits(self, width: int) -> None:
        """Show as many of the keys as stand beside each other in `width`."""
        left = width - 2 * px(20)
        for part in self._parts:
            left -= part.sizeHint().width() + px(18)
            part.setVisible(left > -px(18))
