"""Above the pages: what is printed, how near, and which page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say


class Header(QWidget):
    """Title at the left; zoom and page steps at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel(role="section")
        self.facts = ElidedLabel(tone="muted")
        self.farther = IconButton("zoom-out", say("Smaller pages"), keys="−")
        self.nearer = IconButton("zoom-in", say("Larger pages"), keys="+")
        self.fit = Button(say("Fit"), "ghost")
        self.previous = _step("arrow-left", say("Previous page"), "print.previous")
        self.next = _step("arrow-right", say("Next page"), "print.next")
        self.page = PlainLabel(tone="ink2")
        self._build()

    def _build(self) -> None:
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fix(self, height=52)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(8))
        row.addWidget(self.title)
        row.addWidget(self.facts, 1)
        for control in (self.farther, self.nearer, self.fit):
            row.addWidget(control)
        row.addSpacing(px(8))
        for step in (self.previous, self.page, self.next):
            row.addWidget(step)

    def name(self, title: str, facts: str) -> None:
        """Say what is printed."""
        self.title.setText(title)
        self.facts.setText(facts)

    def show_page(self, place: int, total: int) -> None:
        """Say which of how many pages is marked."""
        self.page.setText(say("{number} of {total}", number=place + 1, total=total))
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place < total - 1)
        for step in (self.previous, self.page, self.next):
            step.setVisible(total > 1)
        for zoom in (self.farther, self.nearer, self.fit):
            zoom.setVisible(total > 0)


def _step(icon: str, name: str, action_id: str) -> IconButton:
    keys = say_keys(find_action(action_id).keys[0])
    return IconButton(icon, name, kind="secondary", keys=keys)
