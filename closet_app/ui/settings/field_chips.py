"""The fields that a card text may hold, as chips that put them where the cursor stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import mark, say

FIELD_WORDS: dict[str, str] = {
    "first name": mark("The buyer's first name"),
    "name": mark("The buyer's whole name"),
    "pieces": mark("“the Breton boatneck tee and 2 more”"),
    "piece": mark("The first piece, as it is called"),
    "these": mark("“this piece”, “these two”, “these three”"),
    "it": mark("“it” or “they”"),
    "count": mark("How many pieces"),
    "shop": mark("Your shop's name"),
    "owner": mark("Your name"),
    "order": mark("The order's number"),
    "marketplace": mark("Where it was sold"),
    "season": mark("The season of the year"),
    "date": mark("Today"),
}
"""What each field stands for; `title` is another name of `piece`."""

WIDTH = 480


class FieldChips(QWidget):
    """`picked` carries a field in its braces; the chips never take the focus from the text."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Fields that are filled in"))
        self.chips: dict[str, Button] = {}
        self._flow = FlowLayout(self, gap=px(6))
        for name, words in FIELD_WORDS.items():
            chip = Button(f"{{{name}}}", size="small", pressed=partial(self._pick, name))
            chip.setAccessibleDescription(say(words))
            set_tooltip(chip, say(words))
            self.chips[name] = chip
            self._flow.addWidget(chip)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), self._flow.heightForWidth(max(self.width(), px(WIDTH))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def _pick(self, name: str) -> None:
        self.picked.emit(f"{{{name}}}")
