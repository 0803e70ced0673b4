"""Hints below the photo board: one sentence each, and at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class Hint:
    """One row of the list; without `act` it only tells. `key` is what waves it away."""

    words: str
    icon: str
    tone: str = "warn-ink"
    verb: str = ""
    act: Callable[[], object] | None = None
    key: str = ""


class HintRow(QWidget):
    """An icon, a sentence, and at most one thing to do; its menu waves it away."""

    dismissed = Signal(str)

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        self.hint = hint
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        row.addWidget(IconMark(hint.icon, hint.tone, 16))
        tone = "ink" if hint.act else "muted"
        row.addWidget(PlainLabel(hint.words, role="small", tone=tone, wrap=True), 1)
        self.verb = Button(hint.verb, "link", size="small", pressed=self._act)
        self.verb.setAccessibleName(f"{hint.words}: {hint.verb}")
        self.verb.setVisible(hint.act is not None)
        row.addWidget(self.verb)

    def _act(self) -> None:
        if self.hint.act is not None:
            self.hint.act()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hint.key:
            menu = rounded_menu(QMenu(self))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            act = menu.addAction(say("Say no more of it"))
            act.triggered.connect(lambda: self.dismissed.emit(self.hint.key))
            menu.popup(event.globalPos())


class HintList(QWidget):
    """The hints, a hairline between each two."""

    dismissed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[HintRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these; hidden without any."""
        shown = [(each.hint.words, each.hint.verb) for each in self.rows]
        self.setVisible(bool(hints))
        if shown == [(hint.words, hint.verb) for hint in hints] and shown:
            self._give_new_acts(hints)
            return
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = [HintRow(hint) for hint in hints]
        for place, row in enumerate(self.rows):
            if place:
                self._column.addWidget(Divider())
            self._column.addWidget(row)
            row.dismissed.connect(self.dismissed)

    def _give_new_acts(self, hints: Sequence[Hint]) -> None:
        """The same words about other photos keep their rows, and so the keyboard's place."""
        for row, hint in zip(self.rows, hints, strict=True):
            row.hint = hint
