"""Files that were not taken in, each with its sentence, until the seller has seen them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from closet_app.services.changed import Problem
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many

FIRST = 3
MOST = 200
"""Sentences that are shown at all; a folder of ten thousand notes is no reason to freeze."""


class RefusedCard(Card):
    """Hidden while there is nothing to say; × puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self._title = PlainLabel("", role="body-strong", tone="warn", wrap=True)
        self._lines = QVBoxLayout()
        self._labels: list[PlainLabel] = []
        self._lines.setSpacing(px(6))
        self._rest = PlainLabel("", role="small", tone="muted", wrap=True)
        self.more = Button("", "link", size="small", pressed=self._show_all)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(IconMark("image-off", "warn-ink", 16))
        row.addWidget(self._title, 1)
        row.addWidget(IconButton("x", say("Put away"), size="small", pressed=self.clear))
        self.body.addLayout(row)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._rest)
        under = QHBoxLayout()
        under.addWidget(self.more)
        under.addStretch(1)
        self.body.addLayout(under)
        self.hide()

    def add(self, problems: Sequence[Problem]) -> None:
        """Say these too; what was passed over on purpose is no trouble."""
        fresh = [each for each in problems if not each.is_mild and each not in self.problems]
        if fresh:
            self.problems += fresh
            self._say(FIRST)

    def clear(self) -> None:
        """Nothing is left to say."""
        self.problems = []
        self._say(FIRST)

    def sentences(self) -> list[str]:
        """What is written on it, a sentence for each file."""
        return [label.text() for label in self._labels]

    def _show_all(self) -> None:
        self._say(MOST)

    def _say(self, most: int) -> None:
        count = len(self.problems)
        self._title.setText(
            say_many("{count} file was not taken in", "{count} files were not taken in", count)
        )
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = [
            PlainLabel(each.why, role="small", tone="ink2", wrap=True)
            for each in self.problems[:most]
        ]
        for label in self._labels:
            self._lines.addWidget(label)
        self._rest.setText(say("All other photos are fine."))
        self.more.setText(say("Show all {count}", count=min(count, MOST)))
        self.more.updateGeometry()
        self.more.setVisible(count > most)
        self.setVisible(bool(count))
