"""Controls in a column, and below them the two verbs or what is on its way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.words import say

PAD = 16


class VerbPane(QWidget):
    """While pages are on their way there is only *Stop*; `action` names the keys of *Print*."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.progress = ProgressStrip(can_stop=True)
        self.save = Button(say("Save PDF"), size="large", icon="file-text")
        keys = say_keys(find_action(action).keys[0])
        self.print = Button(say("Print"), "primary", size="large", icon="printer", keys=keys)
        self._resting: tuple[QWidget, ...] = ()

    def show_busy(self, *, busy: bool) -> None:
        """While pages are on their way there is only Stop."""
        self.progress.setVisible(busy)
        for verb in (self.save, self.print):
            verb.setVisible(not busy)
        for part in self._resting:
            part.setEnabled(not busy)

    def _build(self, width: int, above: Sequence[QWidget], resting: Sequence[QWidget]) -> None:
        """Stand what is `above` over the verbs; the `resting` parts wait while it is busy."""
        self._resting = tuple(resting)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fix(self, width=width)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for place, part in enumerate(above):
            rows.addWidget(part, 0 if place else 1)
        rows.addLayout(self._foot())
        self.progress.setMinimumHeight(px(40))
        self.progress.hide()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(PAD), px(12), px(PAD), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.progress, 1)
        row.addWidget(self.save)
        row.addWidget(self.print.widen(), 1)
        return row
