"""The pattern of item numbers, with the number that the next piece gets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.numbering import next_sku
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class NumbersSection(Section):
    """The example follows each letter that is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Item numbers"),
            say("Every piece has a number of its own. Put the counter in braces, "
                "one zero for each digit."),
        )  # fmt: skip
        self.pattern = LineField(say("Pattern"), empty="JL-{0000}")
        self.example = PlainLabel("", tone="ink2", wrap=True)
        self.link("sku_pattern", self.pattern)
        self.grid((self.pattern, 5), (QWidget(), 7))
        self.body.addWidget(self.example)
        keeps = say("Pieces that are here keep their numbers.")
        self.body.addWidget(PlainLabel(keeps, role="small", tone="muted", wrap=True))
        self.pattern.edited.connect(self._on_edited)
        self.reload()

    def reload(self) -> None:
        super().reload()
        self._show_example(self.pattern.text)

    def _on_edited(self, text: str) -> None:
        try:
            self._show_example(text)
            self.pattern.set_error("")
        except InvalidValueError as wrong:
            self.example.setText("")
            self.pattern.set_error(str(wrong))

    def _show_example(self, pattern: str) -> None:
        number = next_sku(self.desk.closet, pattern)
        self.example.setText(say("The next piece gets {number}.", number=number))
