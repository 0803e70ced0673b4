"""The page of keyboard shortcuts, made from the action table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.ui.actions import ACTIONS, PLACES, Action, say_keys
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.keys import KeyChips
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


def shortcut_rows(table: Sequence[Action] = ACTIONS) -> list[tuple[str, str, tuple[str, ...]]]:
    """(place, words, keys) of each command with keys, equal words of one place joined."""
    keyed = [action for action in table if action.keys]
    keyed.sort(key=lambda action: list(PLACES).index(action.where))
    rows = []
    for (where, words), same in groupby(keyed, key=lambda action: (action.where, action.words)):
        first = next(iter(same))
        rows.append((where, words, tuple(say_keys(key) for key in first.keys)))
    return rows


class ShortcutDialog(QDialog):
    """Every key by place; Esc closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setProperty("ground", "surface")
        self.resize(px(560), px(640))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(18), px(18), px(18), px(18))
        rows.addWidget(PlainLabel(say("Keyboard shortcuts"), role="page"))
        note = say("Single letters act only while no text field has the focus.")
        rows.addWidget(PlainLabel(note, role="small", tone="muted", wrap=True))
        rows.addWidget(self._scrolled(), 1)
        close = Button(say("Close"), pressed=self.accept)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "surface")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, px(6), px(12), px(6))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        shown = ""
        for where, words, keys in shortcut_rows():
            if where != shown:
                shown = where
                heading = PlainLabel(say(PLACES[where]), role="section")
                heading.setContentsMargins(0, px(10), 0, 0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            grid.addWidget(PlainLabel(say(words)), row, 0)
            grid.addWidget(KeyChips(keys), row, 1, Qt.AlignmentFlag.AlignRight)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(say("Keyboard shortcuts"))
        return area
