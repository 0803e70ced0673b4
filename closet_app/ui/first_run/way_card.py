"""One way to begin: a picture, what it means, and the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from closet_app.ui.first_run.pictures import Picture
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel

_PAD = 18


@dataclass(frozen=True, slots=True)
class Choice:
    """A button or link of a card."""

    words: str
    pressed: Callable[[], object]
    icon: str = ""


class WayCard(QFrame):
    """A card of equal size for each way; the chosen one is outlined and primary."""

    def __init__(
        self,
        picture: Picture,
        title: str,
        words: str,
        choice: Choice,
        *,
        also: Choice | None = None,
        primary: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("look", "chosen" if primary else "")
        self.setAccessibleName(title)
        self.setMinimumHeight(px(371))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button = Button(
            choice.words,
            "primary" if primary else "secondary",
            icon=choice.icon,
            pressed=choice.pressed,
        ).widen()
        self._build(picture, title, words, also)

    def _build(self, picture: Picture, title: str, words: str, also: Choice | None) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(picture)
        column = QVBoxLayout()
        column.setContentsMargins(px(_PAD), px(16), px(_PAD), px(_PAD))
        column.setSpacing(px(5))
        column.addWidget(PlainLabel(title, role="section", wrap=True))
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        if also is not None:
            link = Button(also.words, "link", pressed=also.pressed)
            row = QHBoxLayout()
            row.setContentsMargins(-px(4), 0, 0, 0)  # a link's words begin inside its own box
            row.addWidget(link)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self.button)
        rows.addLayout(column, 1)
